-- SPDX-License-Identifier: MIT
local check = require "check"
local ogp = require "ogp"
local equal, test, fails = check.equal, check.test, check.fails

local PLAN = [[{"format": "ogp-plan/1", "id": "AP_TEST", "member": "JOR", "level": "national", "language": "en",
 "edition": "handbook-2022", "start": "2021-12-31", "end": "2025-12-31", "commitments": [
 {"id": "A", "number": "1", "title": "Publish the register",
  "description": "By 31 December 2022 the Ministry of Justice will publish 12 datasets.",
  "milestones": [{"number": "1.1", "title": "Publish 12 datasets", "start": "2022-01-01", "end": "2022-12-31"}]},
 {"id": "B", "number": "2"}]}]]

test("a report is a list of findings", function()
    local report = ogp.loads(PLAN):check { lang = "ar" }
    equal(#report > 3, true)
    local seen = 0
    for i, finding in report:findings() do
        seen = seen + 1
        equal(i, seen)
        equal(finding.rule:match("^%u+%d+$") ~= nil, true, finding.rule)
        equal(finding.message, finding:message_in("ar"))
        equal(finding.message ~= "", true)
        equal(({ error = 1, warning = 1, note = 1 })[finding.severity], 1)
        equal(finding.path, report[i].path)
    end
    equal(seen, #report)
    equal(report[seen + 1], nil)
    equal(report.errors + report.warnings + report.notes, seen + report.omitted)
    equal(report.worst, report.errors > 0 and "error" or "warning")
end)

test("findings outlive their report", function()
    local finding = ogp.loads(PLAN):check()[1]
    collectgarbage()
    collectgarbage()
    equal(finding:message_in("fr") ~= finding:message_in("en"), true)
end)

test("languages of a report", function()
    local plan = ogp.loads(PLAN)
    equal(plan:check("ar")[1].message, plan:check { lang = "ar" }[1].message)
    equal(plan:check()[1].message, plan:check "en"[1].message)
    fails("usage", "", plan.check, plan, "xx")
end)

test("a report written out", function()
    local report = ogp.loads(PLAN):check "es"
    equal(report:write("json"):match('"AP_TEST"') ~= nil or report:write("json"):match('"findings"') ~= nil, true)
    equal(report:write("json"), report:write("json", "es"))
    equal(report:write("text") ~= report:write("text", "ar"), true)
    equal(report:write("json", "en", "plan.json", PLAN):match("plan%.json") ~= nil, true)
    fails("usage", "", report.write, report, "pdf")
end)

test("the words meant", function()
    local words = 0
    for _, finding in ogp.loads(PLAN):check():findings() do
        if finding.start then
            words = words + 1
            equal(finding.start >= 1 and finding.start <= finding.end_, true)
        else
            equal(finding.end_, nil)
        end
    end
end)

test("facts", function()
    local text = "By 31 December 2022 the Ministry of Justice will publish 12 datasets."
    local facts = ogp.facts(text, "en")
    equal(facts[1].type, "date")
    equal(facts[1].norm, "2022-12-31")
    for _, fact in ipairs(facts) do equal(text:sub(fact.start, fact.end_), fact.text) end
    local arabic = "تنشر وزارة العدل السجل قبل 31 ديسمبر 2022"
    local found
    for _, fact in ipairs(ogp.facts(arabic)) do
        equal(arabic:sub(fact.start, fact.end_), fact.text)
        found = found or fact.type == "date"
    end
    equal(found, true)
    equal(#ogp.facts("", "en"), 0)
    fails("syntax", "", ogp.facts, "\255", "en")
    fails("usage", "", ogp.facts, text, "xx")
end)

test("SMART", function()
    local rows = ogp.smart(ogp.loads(PLAN))
    equal(#rows, 2)
    equal(rows[1].id, "A")
    equal(rows[1].plan, "AP_TEST")
    equal(rows[1].score > rows[2].score, true)
    for _, criterion in ipairs { "specific", "measurable", "answerable", "relevant", "time_bound" } do
        equal(({ met = 1, partly = 1, unmet = 1 })[rows[1][criterion]], 1, criterion)
    end
    if math.type then equal(math.type(rows[1].score), "integer") end
    equal(#rows[2].reasons > 0, true)
end)

test("eligibility", function()
    local record = { country = "Testland", year = 2023, budget_proposal = 1, audit_report = true, access_to_information = "law",
        asset_disclosure = "public", civil_liberties = 8.5, cso_entry_exit = 4, cso_repression = 4, member = 0 }
    local verdict = ogp.eligibility(record)
    equal(verdict.eligible, 1)
    equal(verdict.core, "pass")
    equal(verdict.points, verdict.maximum)
    record.access_to_information, record.audit_report, record.civil_liberties = "none", 0, 2
    verdict = ogp.eligibility(record, "ar")
    equal(verdict.eligible, 0)
    equal(verdict.needs[1][1].cell ~= nil, true)
    equal(#verdict.findings > 0, true)
    verdict = ogp.eligibility { year = 2023 }
    equal(verdict.eligible, ogp.null)
    equal(verdict.fiscal_transparency, ogp.null)
    equal(verdict.share, ogp.null)
    equal(ogp.eligibility({ year = 2023, access_to_information = "constitution" }).share, 0.75)
    fails("usage", "/year", ogp.eligibility, { year = "soon" })
    fails("usage", "/civil_liberties", ogp.eligibility, { year = 2023, civil_liberties = {1} })
end)

test("the calendar", function()
    local calendar = ogp.calendar({ edition = "cal-2018", submitted = "2018-08-31", start = "2018-09-01" }, { lang = "fr" })
    equal(#calendar.dates > 0, true)
    equal(calendar.dates[1].date:match("^%d%d%d%d%-%d%d%-%d%d$") ~= nil, true)
    fails("usage", "", ogp.calendar, { edition = "cal-1066" })
    fails("format", "", ogp.calendar, { start = "2018-02-30" })
    fails("usage", "/years", ogp.calendar, { start = "2018-09-01", years = 1.5 })
    fails("usage", "", ogp.calendar, { start = "2018-09-01", yeers = 2 })
end)

test("co-creation", function()
    local verdict = ogp.cocreation(ogp.loads(PLAN), "fr")
    equal(verdict.standards ~= "", true)
    equal(#verdict.requirements > 0, true)
    equal(({ met = 1, ["not-met"] = 1, ["not-yet"] = 1, ["not-reviewed"] = 1 })[verdict.requirements[1].mark], 1)
    fails("format", "", ogp.cocreation, ogp.loads(PLAN), nil, "2022-02-30")
end)

test("histories", function()
    local on_the_way = ogp.joining('{"format": "ogp-join/1", "kind": "country", "member": "Southland", "events": ['
        .. '{"type": "eligible", "date": "2018-01-15"}]}', "2018-12-31", "ar")
    equal(#on_the_way.steps > 0, true)
    equal(on_the_way.next ~= "", true)
    local member = ogp.status('{"format": "ogp-member/1", "member": "Northland", "cycles": [], "events": []}', "2021-06-30")
    equal(member.member_status ~= "", true)
    fails("format", "", ogp.joining, '{"format": "ogp-plan/1"}', "2018-12-31")
end)

test("a table of commitments", function()
    local name = os.tmpname()
    local file = io.open(name, "w")
    file:write('{"plan": "AP1", "member": "JOR", "id": "A", "assessments": [{"report": "progress", "method": "irm-2014", ',
        '"specificity": "high", "values": ["access-to-information"], "potential_impact": "transformative", "completion": "complete"}]}\n',
        '{"plan": "AP1", "member": "JOR", "id": "B"}\n')
    file:close()
    local dataset = ogp.read_commitments(name)
    os.remove(name)
    equal(#dataset, 2)
    equal(dataset.rows, 2)
    equal(dataset:row(1).id, "A")
    equal(dataset:row(3), ogp.null)
    local figures = dataset:irm()
    equal(#figures, 2)
    equal(figures[1].star_2014, 1)
    equal(figures[2].star_2014 ~= 1, true)
    local groups = dataset:summary { by = { "country", "plan" } }
    equal(#groups, 1)
    equal(groups[1].commitments, 2)
    equal(groups[1].plan, "AP1")
    equal(dataset:summary("country")[1].commitments, 2)
    fails("usage", "", dataset.summary, dataset, "colour")
    fails("io", "", ogp.read_commitments, "/nowhere.csv")
    equal(dataset:report() == nil or #dataset:report() >= 0, true)
end)

test("one assessment", function()
    local figures = ogp.assess { method = "irm-2014", specificity = "high", relevant = 1, potential_impact = "transformative",
        completion_progress = "complete" }
    equal(figures.star_2014.value, 1)
    equal(figures.star_2014.why ~= "", true)
    equal(#figures.star_2014.tests > 0, true)
    fails("usage", "", ogp.assess, { colour = "red" })
    fails("usage", "", ogp.assess, { method = "irm-1999" })
end)
