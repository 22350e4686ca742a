-- SPDX-License-Identifier: MIT
-- The least of a test framework: check.test(name, function), check.equal(a, b), check.fails(code, path, function, ...).
local check = { failed = 0, passed = 0 }

local function show(value)
    return type(value) == "string" and string.format("%q", value) or tostring(value)
end

function check.equal(got, wanted, what)
    if got ~= wanted then
        error((what and what .. ": " or "") .. show(got) .. ", but " .. show(wanted) .. " was expected", 2)
    end
end

-- The call fails with an error table of that code and path, which is given back.
function check.fails(code, path, call, ...)
    local fine, failure = pcall(call, ...)
    if fine then error("the call succeeded", 2) end
    if type(failure) ~= "table" then error("no table, but " .. tostring(failure), 2) end
    check.equal(failure.code, code, tostring(failure))
    check.equal(failure.path, path, tostring(failure))
    check.equal(type(failure.message), "string")
    return failure
end

function check.test(name, body)
    local fine, failure = xpcall(body, function(message)
        return type(message) == "string" and debug.traceback(message, 2) or tostring(message)
    end)
    if fine then
        check.passed = check.passed + 1
    else
        check.failed = check.failed + 1
        print("FAILED " .. name .. ": " .. tostring(failure))
    end
end

return check
