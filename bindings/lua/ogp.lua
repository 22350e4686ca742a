-- SPDX-License-Identifier: MIT
-- libogp for Lua 5.1, 5.3, 5.4 and LuaJIT: the thin layer over ogp.core. Reference: docs/bindings.md.

-- SWIG's runtime puts two helpers into the globals; nothing of ours stays there.
local swig_type, swig_equals = rawget(_G, "swig_type"), rawget(_G, "swig_equals")
local core = require "ogp.core"
rawset(_G, "swig_type", swig_type)
rawset(_G, "swig_equals", swig_equals)

local ogp = {
    version = core.version(),
    has_feature = function(name) return core.has_feature(name) == 1 end,

    load = core.load,
    loads = core.loads,
    load_commitment = core.load_commitment,
    plan_from_table = core.plan_from_table,

    rulebook = core.rulebook,
    load_rulebook = core.load_rulebook,

    null = core.null_value(),
    array = core.array,
}

return ogp
