/* SPDX-License-Identifier: MIT */
/* Options of calls, and the contexts made of them. */
#ifndef OGPL_OPTIONS_H
#define OGPL_OPTIONS_H

#include <lauxlib.h>
#include <lua.h>
#include <ogp/ogp.h>

/* Reads {lang = "ar", rulebook = R, limits = {depth = 10}}, or a language alone; nil gives NULL and success. */
int ogpl_to_context(lua_State *L, int index, ogp_context **out, ogp_error *error);
/* Gives the rulebook in the table at `index`, or NULL: how it is held is the wrapper's own business. */
const ogp_rulebook *ogpl_rulebook_at(lua_State *L, int index);

/* "country,year" from that, from {"country", "year"} or from {by = ...}; the text stays on the stack. */
const char *ogpl_by(lua_State *L, int index);

/* Once a state: the contexts that it keeps. */
void ogpl_open_options(lua_State *L);

#endif
