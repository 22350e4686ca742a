-- SPDX-License-Identifier: MIT
-- What a Lua call costs beyond the C call: meson devenv -C build luajit bench/lua/calls.lua
local ogp = require "ogp"
local report = ogp.loads('{"format": "ogp-plan/1", "commitments": [{"id": "A"}]}'):check()
local finding, plan = report[1], ogp.loads('{"format": "ogp-plan/1", "id": "AP"}')
local COUNT = 2000000

local function nanoseconds(body)
    local best = math.huge
    for _ = 1, 3 do
        local start = os.clock()
        for _ = 1, COUNT do body() end
        best = math.min(best, (os.clock() - start) / COUNT * 1e9)
    end
    return best
end

local empty = nanoseconds(function() end)
for _, case in ipairs {
    { "plan.id", function() return plan.id end },
    { "finding.rule", function() return finding.rule end },
    { "#report", function() return #report end },
    { "finding:message_in('ar')", function() return finding:message_in("ar") end },
} do
    print(("%-26s %6.0f ns"):format(case[1], nanoseconds(case[2]) - empty))
end
