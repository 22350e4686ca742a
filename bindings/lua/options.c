/* SPDX-License-Identifier: MIT */
/* What callers say beside their data: languages, rulebooks, limits, columns to group by. */
#include "bindings/lua/options.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define CONTEXTS "ogp.contexts"

#if LUA_VERSION_NUM < 502
#define lua_rawlen lua_objlen
#endif

static int wrong(ogp_error *error, const char *name)
{
    error->code = OGP_ERROR_USAGE;
    snprintf(error->message, sizeof error->message, "%s: not what is expected there, or no such option", name);
    return error->code;
}

static int read_limits(lua_State *L, int index, ogp_limits *limits, ogp_error *error)
{
    const struct {
        const char *name;
        size_t *value;
    } known[] = {
        {"input_bytes", &limits->input_bytes},
        {"depth", &limits->depth},
        {"string_bytes", &limits->string_bytes},
        {"commitments", &limits->commitments},
        {"milestones", &limits->milestones},
        {"findings", &limits->findings},
        {"findings_per_rule", &limits->findings_per_rule},
        {"columns", &limits->columns},
        {"members", &limits->members},
        {"unpacked_bytes", &limits->unpacked_bytes},
    };
    if (!lua_istable(L, index))
        return wrong(error, "limits");
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
        const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "limits";
        lua_Number limit = lua_tonumber(L, -1);
        bool whole = limit >= 1 && limit < 9007199254740992.0; /* neither is true of what is no number */
        size_t i = 0;
        while (i < sizeof known / sizeof *known && strcmp(known[i].name, name) != 0)
            i++;
        if (i == sizeof known / sizeof *known || !lua_isnumber(L, -1) || !whole)
            return wrong(error, name);
        *known[i].value = (size_t)limit;
    }
    return 0;
}

static int read_option(lua_State *L, const char *name, int value, ogp_context_options *options, ogp_limits *limits,
                       ogp_error *error)
{
    if (!strcmp(name, "lang") && lua_type(L, value) == LUA_TSTRING) {
        options->language = lua_tostring(L, value);
        return 0;
    }
    if (!strcmp(name, "sheet") && lua_type(L, value) == LUA_TSTRING) {
        options->sheet = lua_tostring(L, value);
        return 0;
    }
    if (!strcmp(name, "rulebook"))
        return (options->rulebook = ogpl_rulebook_at(L, value)) ? 0 : wrong(error, name);
    if (!strcmp(name, "limits")) {
        options->limits = limits;
        return read_limits(L, value, limits, error);
    }
    return wrong(error, name);
}

static int read_options(lua_State *L, int index, ogp_context_options *options, ogp_limits *limits, ogp_error *error)
{
    lua_pushnil(L);
    while (lua_next(L, index)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            return wrong(error, "options");
        if (read_option(L, lua_tostring(L, -2), lua_gettop(L), options, limits, error) < 0)
            return error->code;
        lua_pop(L, 1);
    }
    return 0;
}

/* Contexts of nothing but a language, kept by each Lua state with what checks leave in them. */
typedef struct languages {
    struct { char code[4]; ogp_context *context; } kept[8];
} languages;

static int release_contexts(lua_State *L)
{
    languages *all = lua_touserdata(L, 1);
    for (size_t i = 0; i < sizeof all->kept / sizeof *all->kept; i++)
        ogp_context_unref(all->kept[i].context);
    memset(all, 0, sizeof *all);
    return 0;
}

static int context_of_language(lua_State *L, const char *language, ogp_context **out, ogp_error *error)
{
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    options.language = language;
    lua_getfield(L, LUA_REGISTRYINDEX, CONTEXTS);
    languages *all = lua_touserdata(L, -1);
    lua_pop(L, 1);
    const char *code = language ? language : "";
    size_t i = 0, count = all && strlen(code) < sizeof all->kept[0].code ? sizeof all->kept / sizeof *all->kept : 0;
    while (i < count && all->kept[i].context && strcmp(all->kept[i].code, code) != 0)
        i++;
    if (i < count && all->kept[i].context) {
        *out = ogp_context_ref(all->kept[i].context);
        return 0;
    }
    int rc = ogp_context_new(out, &options, error);
    if (rc == 0 && i < count) {
        snprintf(all->kept[i].code, sizeof all->kept[i].code, "%s", code);
        all->kept[i].context = ogp_context_ref(*out);
    }
    return rc;
}

int ogpl_to_context(lua_State *L, int index, ogp_context **out, ogp_error *error)
{
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_limits limits = OGP_LIMITS_INIT;
    int top = lua_gettop(L);

    if (lua_isnoneornil(L, index) || lua_type(L, index) == LUA_TSTRING)
        return context_of_language(L, lua_tostring(L, index), out, error);
    if (!lua_istable(L, index))
        return wrong(error, "options");
    else if (read_options(L, index, &options, &limits, error) < 0) {
        lua_settop(L, top);
        return error->code;
    }
    return ogp_context_new(out, &options, error);
}

const char *ogpl_by(lua_State *L, int index)
{
    if (lua_istable(L, index)) {
        lua_getfield(L, index, "by");
        if (lua_isnil(L, -1))
            lua_pushvalue(L, index);
        index = lua_gettop(L);
    }
    if (!lua_istable(L, index))
        return lua_tostring(L, index);
    lua_pushliteral(L, "");
    for (int i = 1, count = (int)lua_rawlen(L, index); i <= count; i++) {
        lua_rawgeti(L, index, i);
        const char *name = lua_tostring(L, -1);
        lua_pushfstring(L, "%s%s%s", lua_tostring(L, -2), i > 1 ? "," : "", name ? name : "");
    }
    return lua_tostring(L, -1);
}

void ogpl_open_options(lua_State *L)
{
    memset(lua_newuserdata(L, sizeof(languages)), 0, sizeof(languages));
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, release_contexts);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    lua_setfield(L, LUA_REGISTRYINDEX, CONTEXTS);
}
