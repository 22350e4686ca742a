/* SPDX-License-Identifier: MIT */
#include "bindings/lua/convert.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH 64
#define ARRAY "ogp.array"
#define OBJECT "ogp.object"
#define ERROR "ogp.error"
#define CONTEXTS "ogp.contexts"
#define MIXED "a table is either a list from 1 on without gaps, or has names as its keys"

#if LUA_VERSION_NUM < 502
#define lua_rawlen lua_objlen
#endif

/* ---------------------------------------------------------------- JSON to Lua */

static void push_array(lua_State *L, const json_t *value)
{
    size_t count = json_array_size(value);
    luaL_checkstack(L, 4, "too deep");
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        ogpl_push_json(L, json_array_get(value, i));
        lua_rawseti(L, -2, (int)i + 1);
    }
    luaL_getmetatable(L, ARRAY);
    lua_setmetatable(L, -2);
}

static void push_object(lua_State *L, const json_t *value)
{
    const char *key;
    json_t *member;
    luaL_checkstack(L, 4, "too deep");
    lua_createtable(L, 0, (int)json_object_size(value));
    json_object_foreach((json_t *)value, key, member) {
        lua_pushstring(L, key);
        ogpl_push_json(L, member);
        lua_rawset(L, -3);
    }
    luaL_getmetatable(L, OBJECT);
    lua_setmetatable(L, -2);
}

void ogpl_push_json(lua_State *L, const json_t *value)
{
    switch (value ? json_typeof(value) : JSON_NULL) {
    case JSON_OBJECT:
        push_object(L, value);
        break;
    case JSON_ARRAY:
        push_array(L, value);
        break;
    case JSON_STRING:
        lua_pushlstring(L, json_string_value(value), json_string_length(value));
        break;
    case JSON_INTEGER:
        lua_pushinteger(L, (lua_Integer)json_integer_value(value));
        break;
    case JSON_REAL:
        lua_pushnumber(L, json_real_value(value));
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        lua_pushboolean(L, json_is_true(value));
        break;
    default:
        lua_pushlightuserdata(L, NULL);
    }
}

/* ---------------------------------------------------------------- Lua to JSON */

typedef struct reading {
    lua_State *L;
    ogp_error *error;
    int depth;
} reading;

static json_t *read_value(reading *r, int index, const char *key);

static json_t *refuse(reading *r, int code, const char *message)
{
    r->error->code = code;
    snprintf(r->error->message, sizeof r->error->message, "%s", message);
    return NULL;
}

/* On the way out of a failure: puts "/key" before the path. */
static void place(ogp_error *error, const char *key)
{
    char path[sizeof error->path];
    if (key && snprintf(path, sizeof path, "/%s%s", key, error->path) < (int)sizeof path)
        memcpy(error->path, path, sizeof path);
}

static bool marked(lua_State *L, int index, const char *name)
{
    if (!lua_getmetatable(L, index))
        return false;
    luaL_getmetatable(L, name);
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same;
}

static json_t *read_array(reading *r, int index, size_t count)
{
    json_t *array = json_array();
    char key[24];
    for (size_t i = 1; array && i <= count; i++) {
        lua_rawgeti(r->L, index, (int)i);
        snprintf(key, sizeof key, "%zu", i - 1);
        json_t *item = read_value(r, lua_gettop(r->L), key);
        lua_pop(r->L, 1);
        if (!item || json_array_append_new(array, item) < 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array ? array : refuse(r, OGP_ERROR_MEMORY, "out of memory");
}

/* An empty table without a mark says nothing: as a member of another it is left out. */
static bool says_nothing(lua_State *L, int index)
{
    if (!lua_istable(L, index) || marked(L, index, ARRAY) || marked(L, index, OBJECT))
        return false;
    lua_pushnil(L);
    if (!lua_next(L, index))
        return true;
    lua_pop(L, 2);
    return false;
}

/* Reads the member whose key and value are on top of the stack. */
static bool read_member(reading *r, json_t *object)
{
    int value = lua_gettop(r->L);
    if (lua_type(r->L, value - 1) != LUA_TSTRING)
        return refuse(r, OGP_ERROR_USAGE, MIXED) != NULL;
    const char *key = lua_tostring(r->L, value - 1);
    if (says_nothing(r->L, value))
        return true;
    json_t *member = read_value(r, value, key);
    if (!member)
        return false;
    if (json_object_set_new(object, key, member) == 0)
        return true;
    place(r->error, key);
    return refuse(r, OGP_ERROR_SYNTAX, "a name that is not UTF-8") != NULL;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Lua's tables have no order: the same table gives the same document. */
static json_t *sorted(reading *r, json_t *object)
{
    size_t count = json_object_size(object), i = 0;
    const char **names = malloc((count + 1) * sizeof *names), *name;
    json_t *ordered = json_object(), *member;

    if (names && ordered) {
        json_object_foreach(object, name, member)
            names[i++] = name;
        qsort(names, count, sizeof *names, by_name);
    }
    for (i = 0; names && ordered && i < count; i++)
        json_object_set(ordered, names[i], json_object_get(object, names[i]));
    free(names);
    json_decref(object);
    return ordered && json_object_size(ordered) == count ? ordered : refuse(r, OGP_ERROR_MEMORY, "out of memory");
}

static json_t *read_object(reading *r, int index)
{
    json_t *object = json_object();
    if (!object)
        return refuse(r, OGP_ERROR_MEMORY, "out of memory");
    lua_pushnil(r->L);
    while (lua_next(r->L, index)) {
        bool fine = read_member(r, object);
        lua_pop(r->L, 1);
        if (!fine) {
            lua_pop(r->L, 1);
            json_decref(object);
            return NULL;
        }
    }
    return sorted(r, object);
}

static size_t keys(lua_State *L, int index)
{
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1))
        count++;
    return count;
}

static json_t *read_table(reading *r, int index)
{
    size_t count = lua_rawlen(r->L, index);
    bool array = count > 0 || marked(r->L, index, ARRAY);
    if (++r->depth > DEPTH || !lua_checkstack(r->L, 8))
        return refuse(r, OGP_ERROR_LIMIT, "tables within tables without end");
    if (array && keys(r->L, index) != count)
        return refuse(r, OGP_ERROR_USAGE, MIXED);
    json_t *value = array ? read_array(r, index, count) : read_object(r, index);
    r->depth--;
    return value;
}

static json_t *read_number(reading *r, int index)
{
    lua_Number number = lua_tonumber(r->L, index);
#if LUA_VERSION_NUM >= 503
    if (lua_isinteger(r->L, index))
        return json_integer((json_int_t)lua_tointeger(r->L, index));
#else
    if (number >= -9007199254740992.0 && number <= 9007199254740992.0 && number == (lua_Number)(json_int_t)number)
        return json_integer((json_int_t)number);
#endif
    json_t *real = json_real(number);
    return real ? real : refuse(r, OGP_ERROR_USAGE, "a number that is infinite or none");
}

static json_t *read_string(reading *r, int index)
{
    size_t length;
    const char *text = lua_tolstring(r->L, index, &length);
    json_t *string = json_stringn(text, length);
    return string ? string : refuse(r, OGP_ERROR_SYNTAX, "a text that is not UTF-8");
}

static json_t *read_value(reading *r, int index, const char *key)
{
    json_t *value;
    switch (lua_type(r->L, index)) {
    case LUA_TTABLE:
        value = read_table(r, index);
        break;
    case LUA_TSTRING:
        value = read_string(r, index);
        break;
    case LUA_TNUMBER:
        value = read_number(r, index);
        break;
    case LUA_TBOOLEAN:
        value = json_boolean(lua_toboolean(r->L, index));
        break;
    case LUA_TNIL:
        value = json_null();
        break;
    default:
        if (lua_islightuserdata(r->L, index) && !lua_touserdata(r->L, index))
            value = json_null();
        else
            value = refuse(r, OGP_ERROR_USAGE, "neither text, number, boolean nor table");
    }
    if (!value)
        place(r->error, key);
    return value;
}

json_t *ogpl_to_json(lua_State *L, int index, ogp_error *error)
{
    reading r = { L, error, 0 };
    int top = lua_gettop(L);
    json_t *value = read_value(&r, index, NULL);
    lua_settop(L, top);
    return value;
}

/* ---------------------------------------------------------------- errors */

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

/* ---------------------------------------------------------------- contexts */

static int wrong(ogp_error *error, const char *name)
{
    error->code = OGP_ERROR_USAGE;
    snprintf(error->message, sizeof error->message, "%s: not what is expected there, or no such option", name);
    return error->code;
}

static int read_limits(lua_State *L, int index, ogp_limits *limits, ogp_error *error)
{
    const struct { const char *name; size_t *value; } known[] = {
        { "input_bytes", &limits->input_bytes }, { "depth", &limits->depth }, { "string_bytes", &limits->string_bytes },
        { "commitments", &limits->commitments }, { "milestones", &limits->milestones }, { "findings", &limits->findings },
        { "findings_per_rule", &limits->findings_per_rule }, { "columns", &limits->columns }, { "members", &limits->members },
        { "unpacked_bytes", &limits->unpacked_bytes },
    };
    if (!lua_istable(L, index))
        return wrong(error, "limits");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        lua_getfield(L, index, known[i].name);
        if (!lua_isnil(L, -1) && (!lua_isnumber(L, -1) || lua_tonumber(L, -1) < 1))
            return wrong(error, known[i].name);
        *known[i].value = (size_t)lua_tonumber(L, -1);
        lua_pop(L, 1);
    }
    return 0;
}

static int read_option(lua_State *L, const char *name, int value, ogp_context_options *options, ogp_limits *limits, ogp_error *error)
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

/* ---------------------------------------------------------------- lists */

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

int ogpl_array(lua_State *L)
{
    lua_settop(L, 1);
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_getmetatable(L, ARRAY);
    lua_setmetatable(L, 1);
    return 1;
}

int ogpl_null(lua_State *L)
{
    lua_pushlightuserdata(L, NULL);
    return 1;
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

static void make_mark(lua_State *L, const char *name, const char *kind)
{
    luaL_newmetatable(L, name);
    set_string(L, "__jsontype", kind);
    lua_pop(L, 1);
}

static void make_contexts(lua_State *L)
{
    memset(lua_newuserdata(L, sizeof(languages)), 0, sizeof(languages));
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, release_contexts);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    lua_setfield(L, LUA_REGISTRYINDEX, CONTEXTS);
}

void ogpl_open(lua_State *L)
{
    make_contexts(L);
    make_mark(L, ARRAY, "array");
    make_mark(L, OBJECT, "object");
    luaL_newmetatable(L, ERROR);
    lua_pushcfunction(L, error_to_string);
    lua_setfield(L, -2, "__tostring");
    lua_pop(L, 1);
}
