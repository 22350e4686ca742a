/* SPDX-License-Identifier: MIT */
/* Between Lua values and JSON values. */
#include "bindings/lua/values.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH 64
#define ARRAY "ogp.array"
#define OBJECT "ogp.object"
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

/* ---------------------------------------------------------------- marks */

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

static void make_mark(lua_State *L, const char *name, const char *kind)
{
    luaL_newmetatable(L, name);
    lua_pushstring(L, kind);
    lua_setfield(L, -2, "__jsontype");
    lua_pop(L, 1);
}

void ogpl_open_values(lua_State *L)
{
    make_mark(L, ARRAY, "array");
    make_mark(L, OBJECT, "object");
}
