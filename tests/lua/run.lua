-- SPDX-License-Identifier: MIT
-- run.lua FOLDER SCRIPT...: runs the test scripts; exit 1 when one fails.
local folder = arg[1]
package.path = folder .. "/?.lua;" .. package.path
local check = require "check"

for i = 2, #arg do
    dofile(folder .. "/" .. arg[i])
end
print((jit and jit.version or _VERSION) .. ": " .. check.passed .. " passed, " .. check.failed .. " failed")
os.exit(check.failed == 0 and 0 or 1)
