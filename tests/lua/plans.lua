-- SPDX-License-Identifier: MIT
local check = require "check"
local ogp = require "ogp"
local equal, test, fails = check.equal, check.test, check.fails

local TEXT = [[{"format": "ogp-plan/1", "id": "AP_JOR05", "member": "JOR", "level": "national", "language": "ar",
 "title": {"ar": "الخطة الخامسة", "en": "Fifth plan"}, "submitted": "2021-12-30", "start": "2021-12-31", "end": "2025-12-31",
 "lead": {"name": "وزارة التخطيط", "contact": {"email": "a@b.jo"}}, "own": [1, 2.5, {}, [], null, true],
 "commitments": [
  {"id": "JO0056", "number": "1", "title": "سجل", "problem": {"ar": "مشكلة", "fr": "Le problème"},
   "challenges": ["public-services", "justice"], "policy_areas": [], "start": "2022-01-01", "end": "2023-06-30",
   "supporting": [{"name": "CSO", "kind": "civil-society"}],
   "milestones": [{"number": "1.1", "title": "م", "end": "2022-06", "supporting": [{"name": "X"}]}, {"number": "1.2"}],
   "assessments": [{"report": "end-of-term", "method": "irm-2014", "values": ["access-to-information"], "completion": "substantial"}]},
  {"id": "JO0057", "number": "2"}]}]]

test("a plan's own members", function()
    local plan = ogp.loads(TEXT)
    equal(plan.id, "AP_JOR05")
    equal(plan.member, "JOR")
    equal(plan.title, "الخطة الخامسة")
    equal(plan.start, "2021-12-31")
    equal(plan.end_, "2025-12-31")
    equal(plan.lead.name, "وزارة التخطيط")
    equal(plan.lead.contact.email, "a@b.jo")
    equal(plan.nothing_of_the_kind, nil)
end)

test("lists count from 1", function()
    local commitments = ogp.loads(TEXT).commitments
    equal(#commitments, 2)
    equal(commitments[1].id, "JO0056")
    equal(commitments[2].id, "JO0057")
    equal(commitments[0], nil)
    equal(commitments[3], nil)
    equal(commitments[-1], nil)
    local seen = {}
    for i, commitment in commitments:each() do seen[i] = commitment.id end
    equal(table.concat(seen, " "), "JO0056 JO0057")
end)

test("two iterations of one list do not disturb each other", function()
    local commitments, pairs_seen = ogp.loads(TEXT).commitments, {}
    for i in commitments:each() do
        for k in commitments:each() do pairs_seen[#pairs_seen + 1] = i .. k end
    end
    equal(table.concat(pairs_seen, " "), "11 12 21 22")
end)

test("a commitment's members", function()
    local commitment = ogp.loads(TEXT):commitment("JO0056")
    equal(commitment.number, "1")
    equal(commitment.title, "سجل")
    equal(commitment:text("problem"), "مشكلة")
    equal(commitment:text("problem", "fr"), "Le problème")
    equal(commitment.challenges[2], "justice")
    equal(#commitment.policy_areas, 0)
    equal(commitment.supporting[1].kind, "civil-society")
    equal(#commitment.milestones, 2)
    equal(commitment.milestones[1].end_, "2022-06")
    equal(commitment.milestones[1].supporting[1].name, "X")
    equal(commitment.milestones[2].lead, nil)
    equal(commitment.assessments[1].values[1], "access-to-information")
    equal(commitment.assessments[1].completion, "substantial")
    equal(ogp.loads(TEXT):commitment("none"), nil)
    fails("usage", "", commitment.text, commitment, "colour")
end)

test("to a table and back", function()
    local plan = ogp.loads(TEXT)
    local whole = plan:to_table()
    equal(whole.title.en, "Fifth plan")
    equal(whole["end"], "2025-12-31")
    equal(whole.commitments[1].milestones[2].number, "1.2")
    equal(ogp.plan_from_table(whole):to_json(), plan:to_json())
    equal(plan.commitments[2]:to_table().id, "JO0057")
    equal(plan.commitments[2]:to_table().plan, "AP_JOR05")
end)

test("integers stay integers, and what is empty stays what it was", function()
    local own = ogp.loads(TEXT):to_table().own
    equal(tostring(own[1]), "1")
    equal(own[2], 2.5)
    equal(own[5], ogp.null)
    equal(own[6], true)
    if math.type then
        equal(math.type(own[1]), "integer")
        equal(math.type(#ogp.loads(TEXT).commitments), "integer")
    end
    local text = ogp.loads(TEXT):to_json():gsub("%s", "")
    equal(text:match('"own":(%b[])'), "[1,2.5,{},[],null,true]")
end)

test("a table need not say that it is a plan", function()
    local data = { id = "AP_X", start = "2024-01-01", commitments = { { number = "1" } } }
    local plan = ogp.plan_from_table(data)
    equal(plan.id, "AP_X")
    equal(plan:to_table().format, "ogp-plan/1")
    equal(data.format, nil)
    fails("format", "/format", ogp.plan_from_table, { format = "ogp-plan/9" })
end)

test("tables that are no documents", function()
    local from = ogp.plan_from_table
    fails("format", "/commitments/0/id", from, { format = "ogp-plan/1", commitments = { { id = 3 } } })
    fails("usage", "/commitments/0/id", from, { format = "ogp-plan/1", commitments = { { id = print } } })
    fails("usage", "/commitments", from, { commitments = { [2] = {}, x = 1 } })
    fails("usage", "/commitments", from, { commitments = { {}, {}, x = 1 } })
    fails("usage", "/x", from, { x = 1 / 0 })
    fails("syntax", "/title", from, { title = "\255" })
    local endless = {}
    endless.again = endless
    equal(fails("limit", "/again/again", function()
        local fine, failure = pcall(from, endless)
        failure.path = failure.path:sub(1, 12)
        error(failure)
    end).code, "limit")
    fails("usage", "", from, "text")
end)

test("a table that says nothing is left out; a marked one is a list", function()
    local plan = ogp.plan_from_table { format = "ogp-plan/1", lead = {}, commitments = {}, own = ogp.array {} }
    equal(plan:to_table().lead, nil)
    equal(plan:to_table().commitments, nil)
    equal(#plan:to_table().own, 0)
end)

test("errors are tables with a place", function()
    local failure = fails("syntax", "", ogp.loads, '{\n "id": }')
    equal(failure.line, 2)
    equal(failure.column, 8)
    equal(tostring(failure):match("^2:8: .* %[syntax%]$") ~= nil, true)
    fails("io", "", ogp.load, "/nowhere/plan.json")
    fails("usage", "", ogp.loads, TEXT, "xx")
    fails("usage", "", ogp.loads, TEXT, { lang = "xx" })
    fails("usage", "", ogp.loads, TEXT, { language = "ar" })
    fails("usage", "", ogp.loads)
    fails("usage", "", ogp.loads, {})
    fails("limit", "", ogp.loads, TEXT, { limits = { input_bytes = 10 } })
    fails("usage", "", ogp.loads, TEXT, { limits = { depth = "deep" } })
    fails("usage", "", ogp.loads, TEXT, { limits = { dephts = 10 } })
    fails("usage", "", ogp.loads, TEXT, { limits = { 10 } })
end)

test("files", function()
    local name = os.tmpname()
    local plan = ogp.loads(TEXT)
    plan:save(name)
    equal(ogp.load(name):to_json(), plan:to_json())
    os.remove(name)
    fails("io", "", plan.save, plan, "/nowhere/plan.json")
end)

test("one line of a stream of commitments", function()
    local plan = ogp.load_commitment('{"plan": "AP", "member": "FR", "language": "fr", "id": "FR0001", "title": "Titre"}')
    equal(plan.id, "AP")
    equal(plan.commitments[1].title, "Titre")
end)

test("the rulebook", function()
    local rules = ogp.rulebook():rules()
    equal(#rules > 0, true)
    local rule = ogp.rulebook():rule(rules[1].id, "ar")
    equal(rule.id, rules[1].id)
    equal(rule.message ~= rules[1].message, true)
    fails("usage", "", function() ogp.rulebook():rule("XXX999") end)
    fails("io", "", ogp.load_rulebook, "/nowhere")
    equal(ogp.loads(TEXT, { rulebook = ogp.rulebook(), lang = "fr" }).id, "AP_JOR05")
    fails("usage", "", ogp.loads, TEXT, { rulebook = "x" })
end)

test("nothing is left in the globals", function()
    local allowed = {}
    for name in ([[_G _VERSION arg assert bit bit32 collectgarbage coroutine debug dofile error gcinfo getfenv getmetatable io
        ipairs jit load loadfile loadstring math module next newproxy os package pairs pcall print rawequal rawget rawlen rawset
        require select setfenv setmetatable string table tonumber tostring type unpack utf8 warn xpcall]]):gmatch("%S+") do
        allowed[name] = true
    end
    for name in pairs(_G) do equal(allowed[name], true, name) end
end)

test("parts outlive what they came from", function()
    local function part()
        return ogp.loads(TEXT).commitments[1].milestones[1].supporting[1]
    end
    local parts = {}
    for i = 1, 200 do
        parts[i] = part()
        if i % 50 == 0 then collectgarbage() end
    end
    collectgarbage()
    collectgarbage()
    for i = 1, 200 do equal(parts[i].name, "X") end
end)

test("what is closed is empty, and its parts live on", function()
    local plan = ogp.loads(TEXT)
    local commitment, report = plan.commitments[1], plan:check()
    local finding = report[1]
    plan:close()
    report:close()
    equal(plan.id, "")
    equal(plan.commitments, nil)
    equal(#report, 0)
    equal(commitment.id, "JO0056")
    equal(finding.message ~= "", true)
    fails("usage", "", plan.check, plan)
    plan:close()
end)

test("what is no handle is refused, not read as one", function()
    local plan = ogp.loads(TEXT)
    fails("usage", "", plan.check)
    fails("usage", "", plan.check, nil)
    fails("usage", "", plan.check, io.stdout)
    fails("usage", "", plan.check, plan.commitments)
    fails("usage", "", plan.commitments.each, io.stdout)
    fails("usage", "", plan.check, plan, { rulebook = io.stdout })
    fails("usage", "", plan.check, plan, { limits = { depth = 0 / 0 } })
    fails("usage", "", plan.check, plan, { limits = { depth = 1e300 } })
    fails("usage", "", plan.commitments[1].text, plan.commitments[1], nil)
end)

test("memory does not pile up behind small handles", function()
    local function resident()
        local file = io.open("/proc/self/statm")
        if not file then return 0 end
        local pages = file:read("*a"):match("%d+ (%d+)")
        file:close()
        return tonumber(pages) * 4
    end
    for _ = 1, 1000 do ogp.loads(TEXT):check() end
    local before = resident()
    for _ = 1, 4000 do ogp.loads(TEXT):check() end
    local grown = resident() - before
    equal(grown < 8192, true, grown .. " kB")
end)

test("any order of collection", function()
    local seed = 7
    local function random(n)
        seed = (seed * 1103515245 + 12345) % 2147483648
        return seed % n + 1
    end
    local held = {}
    for _ = 1, 3000 do
        local i, from = random(20), held[random(20)]
        local what = random(6)
        if what == 1 or not from then held[i] = ogp.loads(TEXT)
        elseif what == 2 then held[i] = from.commitments or from.milestones or from
        elseif what == 3 then held[i] = from[1] or from
        elseif what == 4 then held[i] = from.lead or from
        elseif what == 5 then held[i] = nil
        else equal(tostring(from.id or from.name or ""):find("\0", 1, true), nil) end
        if random(50) == 1 then collectgarbage() end
    end
end)
