/* SPDX-License-Identifier: MIT */
/* libogp's errors as Lua's. */
#include "bindings/lua/values.h"

#define ERROR "ogp.error"

static void set_string(lua_State *L, const char *name, const char *value)
{
    lua_pushstring(L, value);
    lua_setfield(L, -2, name);
}

static void set_count(lua_State *L, const char *name, unsigned value)
{
    if (value) {
        lua_pushinteger(L, (lua_Integer)value);
        lua_setfield(L, -2, name);
    }
}

void ogpl_push_error(lua_State *L, const ogp_error *error)
{
    lua_createtable(L, 0, 5);
    set_string(L, "code", ogp_code_name(error->code));
    set_string(L, "message", error->message);
    set_string(L, "path", error->path);
    set_count(L, "line", error->line);
    set_count(L, "column", error->column);
    luaL_getmetatable(L, ERROR);
    lua_setmetatable(L, -2);
}

int ogpl_raise(lua_State *L)
{
    if (lua_type(L, -1) == LUA_TSTRING) {
        lua_createtable(L, 0, 3);
        set_string(L, "code", "usage");
        set_string(L, "path", "");
        lua_pushvalue(L, -2);
        lua_setfield(L, -2, "message");
        luaL_getmetatable(L, ERROR);
        lua_setmetatable(L, -2);
    }
    return lua_error(L);
}

/* "3:14: message (/commitments/0) [format]" */
static int error_to_string(lua_State *L)
{
    luaL_Buffer line;
    lua_settop(L, 1);
    lua_getfield(L, 1, "line");
    lua_getfield(L, 1, "column");
    lua_getfield(L, 1, "message");
    lua_getfield(L, 1, "path");
    lua_getfield(L, 1, "code");
    luaL_buffinit(L, &line);
    if (lua_isnumber(L, 2))
        lua_pushfstring(L, "%d:%d: ", (int)lua_tointeger(L, 2), (int)lua_tointeger(L, 3)), luaL_addvalue(&line);
    luaL_addstring(&line, lua_isstring(L, 4) ? lua_tostring(L, 4) : "");
    if (lua_isstring(L, 5) && *lua_tostring(L, 5))
        lua_pushfstring(L, " (%s)", lua_tostring(L, 5)), luaL_addvalue(&line);
    lua_pushfstring(L, " [%s]", lua_isstring(L, 6) ? lua_tostring(L, 6) : ""), luaL_addvalue(&line);
    luaL_pushresult(&line);
    return 1;
}

void ogpl_open_errors(lua_State *L)
{
    luaL_newmetatable(L, ERROR);
    lua_pushcfunction(L, error_to_string);
    lua_setfield(L, -2, "__tostring");
    lua_pop(L, 1);
}
