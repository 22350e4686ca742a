-- SPDX-License-Identifier: MIT
-- POST /check?lang=ar: a plan or one commitment in, its findings out, as `ogp check --format json` writes them.
local ogp = require "ogp"

local STATUS = { syntax = 400, format = 400, usage = 400, limit = 413, memory = 503 }
local PLACE = '{"code": %s, "message": %s, "path": %s, "line": %s, "column": %s}\n'
local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

local endpoint = {}

local function quoted(text)
    return '"' .. tostring(text):gsub('[%z\1-\31"\\]', function(c) return ESCAPES[c] or ("\\u%04x"):format(c:byte()) end) .. '"'
end

local function answer(status, body)
    ngx.status = status
    ngx.header["Content-Type"] = "application/json; charset=utf-8"
    ngx.header["Content-Length"] = #body
    ngx.print(body)
end

local function refuse(failure)
    if type(failure) ~= "table" then failure = { code = "usage", message = failure } end
    answer(STATUS[failure.code] or 500, PLACE:format(quoted(failure.code), quoted(failure.message), quoted(failure.path or ""),
        failure.line or "null", failure.column or "null"))
end

-- Larger bodies than client_body_buffer_size lie in a file.
local function body()
    ngx.req.read_body()
    local text, name = ngx.req.get_body_data(), ngx.req.get_body_file()
    if not text and name then
        local file = assert(io.open(name, "rb"))
        text = file:read("*a")
        file:close()
    end
    return text or ""
end

local function findings(text, lang)
    local read = text:find('"ogp-plan/', 1, true) and ogp.loads or ogp.load_commitment
    local plan = read(text)
    local report = plan:check(lang)
    local result = report:write("json")
    report:close()
    plan:close()
    return result
end

function endpoint.check()
    if ngx.req.get_method() ~= "POST" then
        ngx.header.Allow = "POST"
        return answer(405, '{"code": "usage", "message": "POST a plan or a commitment"}\n')
    end
    local lang = ngx.var.arg_lang
    local fine, result = pcall(findings, body(), lang ~= "" and lang or nil)
    if fine then answer(200, result) else refuse(result) end
end

return endpoint
