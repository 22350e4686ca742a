-- SPDX-License-Identifier: MIT
-- libogp for Lua 5.1, 5.3, 5.4 and LuaJIT: the thin layer over ogp.core. Reference: docs/bindings.md.

-- SWIG's runtime puts two helpers into the globals; nothing of ours stays there.
local swig_type, swig_equals = rawget(_G, "swig_type"), rawget(_G, "swig_equals")
local core = require "ogp.core"
rawset(_G, "swig_type", swig_type)
rawset(_G, "swig_equals", swig_equals)

-- Byte offsets from 0 with an exclusive end become what string.sub() takes: text:sub(row.start, row.end_).
local function spans(rows)
    for _, row in ipairs(rows) do
        local last = row["end"]
        row["end"] = nil
        row.start, row.end_ = last > 0 and row.start + 1 or nil, last > 0 and last or nil
    end
    return rows
end

local function facts(text, language, options)
    return spans(core.facts(text, language, options))
end

local function smart(plan, options)
    local rows = plan:smart(options)
    for _, row in ipairs(rows) do spans(row.evidence) end
    return rows
end

-- A table need not say that it is a plan.
local function plan_from_table(data, options)
    if type(data) == "table" and data.format == nil then
        local whole = { format = "ogp-plan/1" }
        for name, value in pairs(data) do whole[name] = value end
        data = whole
    end
    return core.plan_from_table(data, options)
end

local ogp = {
    version = core.version(),
    has_feature = function(name) return core.has_feature(name) == 1 end,

    load = core.load,
    loads = core.loads,
    load_commitment = core.load_commitment,
    plan_from_table = plan_from_table,

    facts = facts,
    smart = smart,
    cocreation = function(plan, options, today) return plan:cocreation(options, today) end,
    assess = core.assess,
    eligibility = core.eligibility,
    -- Histories are JSON, as docs/joining.md has them.
    joining = function(history, today, options) return core.joining(history, today, options) end,
    status = function(history, today, options) return core.member_status(history, today, options) end,
    calendar = core.calendar,

    read_commitments = core.read_commitments,

    rulebook = core.rulebook,
    load_rulebook = core.load_rulebook,

    null = core.null_value(),
    array = core.array,
}

return ogp
