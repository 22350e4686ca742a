/* SPDX-License-Identifier: MIT */
/* Between Lua values and JSON values, and from libogp's errors to Lua's. */
#ifndef OGPL_CONVERT_H
#define OGPL_CONVERT_H

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

/* Reads {lang = "ar", rulebook = R, limits = {depth = 10}}, or a language alone; nil gives NULL and success. */
int ogpl_to_context(lua_State *L, int index, ogp_context **out, ogp_error *error);
/* Gives the rulebook in the table at `index`, or NULL: how it is held is the wrapper's own business. */
const ogp_rulebook *ogpl_rulebook_at(lua_State *L, int index);

/* "country,year" from that, from {"country", "year"} or from {by = ...}; the text stays on the stack. */
const char *ogpl_by(lua_State *L, int index);

/* Pushes an iterator over the object at stack index 1: for i, item in object:each() do. */
void ogpl_push_iterator(lua_State *L);

/* array(t) marks a table as a list, so that it is written as one even when empty; null_value() gives null. */
int ogpl_array(lua_State *L);
int ogpl_null(lua_State *L);

/* Puts a shorter __index into the SWIG class metatable on top: SWIG's own makes strings at each look-up. */
void ogpl_quicken(lua_State *L);

/* Once a state: the metatables. */
void ogpl_open(lua_State *L);

#endif
