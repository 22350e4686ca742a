/* SPDX-License-Identifier: MIT */
/* Between Lua values and JSON values, and from libogp's errors to Lua's. */
#ifndef OGPL_VALUES_H
#define OGPL_VALUES_H

#include <jansson.h>
#include <lauxlib.h>
#include <lua.h>
#include <ogp/ogp.h>

/* Pushes a value. Lists and tables get a metatable with __jsontype "array" or "object", so that an empty one is
   written back as what it was; null is a light userdata NULL, as in lua-cjson and OpenResty. */
void ogpl_push_json(lua_State *L, const json_t *value);
/* Reads the value at `index`. NULL after filling in the error; its path says where. */
json_t *ogpl_to_json(lua_State *L, int index, ogp_error *error);

/* Pushes {code = "format", message = ..., path = ..., line = ..., column = ...}; tostring() gives one line. */
void ogpl_push_error(lua_State *L, const ogp_error *error);
/* lua_error() for wrappers: a plain string on top becomes such a table with code "usage". */
int ogpl_raise(lua_State *L);

/* array(t) marks a table as a list, so that it is written as one even when empty; null_value() gives null. */
int ogpl_array(lua_State *L);
int ogpl_null(lua_State *L);

/* Once a state: the metatables. */
void ogpl_open_values(lua_State *L);
void ogpl_open_errors(lua_State *L);

#endif
