/* SPDX-License-Identifier: MIT */
/* What Lua does with objects: lists, attributes, the collector. */
#include "bindings/lua/objects.h"

#include <limits.h>
#include <string.h>

#define WEIGHT "ogp.weight"
enum { ENOUGH = 256 }; /* kilobytes worth a step of the collector */

static int next_item(lua_State *L)
{
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(2)) + 1;
    lua_pushinteger(L, i);
    lua_replace(L, lua_upvalueindex(2));
    lua_settop(L, 0);
    lua_pushinteger(L, i);
    lua_pushinteger(L, i);
    lua_gettable(L, lua_upvalueindex(1));
    return lua_isnil(L, -1) ? 0 : 2;
}

void ogpl_push_iterator(lua_State *L)
{
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_item, 2);
}

static char mark; /* its address is the key */

void ogpl_mark(lua_State *L)
{
    lua_pushlightuserdata(L, &mark);
    lua_pushboolean(L, 1);
    lua_rawset(L, -3);
}

bool ogpl_is_handle(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index))
        return false;
    lua_pushlightuserdata(L, &mark);
    lua_rawget(L, -2);
    bool marked = lua_toboolean(L, -1);
    lua_pop(L, 2);
    return marked;
}

/* Upvalues: the getters, the methods, SWIG's own __index. A getter is called in place, with the object alone. */
static int quick_index(lua_State *L)
{
    if (lua_type(L, 2) == LUA_TSTRING) {
        lua_pushvalue(L, 2);
        lua_rawget(L, lua_upvalueindex(1));
        lua_CFunction getter = lua_tocfunction(L, -1);
        if (getter) {
            lua_settop(L, 1);
            return getter(L);
        }
        lua_pushvalue(L, 2);
        lua_rawget(L, lua_upvalueindex(2));
        if (!lua_isnil(L, -1))
            return 1;
    }
    lua_settop(L, 2);
    return lua_tocfunction(L, lua_upvalueindex(3))(L);
}

void ogpl_quicken(lua_State *L)
{
    int metatable = lua_gettop(L);
    if (!lua_istable(L, metatable))
        return;
    lua_pushliteral(L, ".get");
    lua_rawget(L, metatable);
    lua_pushliteral(L, ".fn");
    lua_rawget(L, metatable);
    lua_pushliteral(L, "__index");
    lua_rawget(L, metatable);
    if (lua_istable(L, -3) && lua_istable(L, -2) && lua_iscfunction(L, -1)) {
        lua_pushcclosure(L, quick_index, 3);
        lua_setfield(L, metatable, "__index");
    }
    lua_settop(L, metatable);
}

/* Kilobytes that hang on handles made since the collector was last told, those closed in the meantime taken off. */
typedef struct weight {
    long kilobytes;
} weight;

void ogpl_weigh(lua_State *L, long kilobytes)
{
    lua_getfield(L, LUA_REGISTRYINDEX, WEIGHT);
    weight *pending = lua_touserdata(L, -1);
    lua_pop(L, 1);
    if (!pending)
        return;
    pending->kilobytes += kilobytes;
    if (pending->kilobytes < 0)
        pending->kilobytes = 0;
    if (pending->kilobytes < ENOUGH)
        return;
    int step = pending->kilobytes < INT_MAX ? (int)pending->kilobytes : INT_MAX;
    pending->kilobytes = 0;
    lua_gc(L, LUA_GCSTEP, step);
}

void ogpl_open_objects(lua_State *L)
{
    memset(lua_newuserdata(L, sizeof(weight)), 0, sizeof(weight));
    lua_setfield(L, LUA_REGISTRYINDEX, WEIGHT);
}
