/* SPDX-License-Identifier: MIT */
/* Handles as Lua's objects. */
#ifndef OGPL_OBJECTS_H
#define OGPL_OBJECTS_H

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>

/* Pushes an iterator over the object at stack index 1: for i, item in object:each() do. */
void ogpl_push_iterator(lua_State *L);

/* Marks the SWIG class metatable on top, so that handles can be told from what other libraries make. */
void ogpl_mark(lua_State *L);
bool ogpl_is_handle(lua_State *L, int index);

/* Puts a shorter __index into the SWIG class metatable on top: SWIG's own makes strings at each look-up. */
void ogpl_quicken(lua_State *L);

/* The collector sees small handles only: it is told what hangs on them, or it would let much pile up. Kilobytes are
   below 0 for what is closed by hand: who closes leaves the collector nothing to do. */
void ogpl_weigh(lua_State *L, long kilobytes);

/* Once a state. */
void ogpl_open_objects(lua_State *L);

#endif
