/* SPDX-License-Identifier: MIT */
/* Lua's own part: how values cross over. One C file is generated and compiled for each Lua. */
%module ogp_core

%{
#include "bindings/lua/objects.h"
#include "bindings/lua/options.h"
#include "bindings/lua/values.h"
/* The wrappers' own complaints become tables too. */
#define lua_error(L) ogpl_raise(L)
%}

%init %{
    ogpl_open_values(L);
    ogpl_open_errors(L);
    ogpl_open_options(L);
    ogpl_open_objects(L);
    for (size_t i = 0; i < sizeof ogpl_classes / sizeof *ogpl_classes; i++) {
        SWIG_Lua_get_class_metatable(L, ogpl_classes[i]);
        if (lua_istable(L, -1)) ogpl_mark(L);
        ogpl_quicken(L);
        lua_pop(L, 1);
    }
%}

%{
/* Classes whose attributes are looked up the short way. */
static const char *const ogpl_classes[] = { "Assessment", "Commitment", "Commitments", "Contact", "Dataset", "Finding",
    "Institution", "Milestone", "MilestoneSupporters", "Milestones", "Assessments", "Plan", "Report", "Rulebook",
    "Supporters" };
%}

/* SWIG takes nil for a handle, and reads any userdata as one of its own: ds.irm() for ds:irm(), or a file for a plan,
   would end the program. */
%header %{
static int ogpl_convert(lua_State *L, int index, void **out, swig_type_info *type, int flags)
{
    return ogpl_is_handle(L, index) ? SWIG_Lua_ConvertPtr(L, index, out, type, flags) : SWIG_ERROR;
}

static const char *ogpl_typename(lua_State *L, int index)
{
    return lua_isuserdata(L, index) && !ogpl_is_handle(L, index) ? "userdata" : SWIG_Lua_typename(L, index);
}
#undef SWIG_ConvertPtr
#define SWIG_ConvertPtr ogpl_convert
#define SWIG_Lua_typename ogpl_typename
%}

/* `end` is a word of Lua's own: plan.end_ */
%rename(end_) end;

/* Errors. */
%typemap(in, numinputs=0) ogp_error *error (ogp_error failure = OGP_ERROR_INIT) "$1 = &failure;"
%typemap(argout) ogp_error *error {
    if ($1->code) {
        ogpl_push_error(L, $1);
        SWIG_fail;
    }
}

/* Options. */
%typemap(in, checkfn="ogpl_is_options") const ogp_context *context (ogp_context *made = NULL) {
    ogp_error wrong = OGP_ERROR_INIT;
    if (ogpl_to_context(L, $input, &made, &wrong) < 0) {
        ogpl_push_error(L, &wrong);
        SWIG_fail;
    }
    $1 = made;
}
%typemap(default) const ogp_context *context "$1 = NULL;"
%typemap(freearg) const ogp_context *context "ogp_context_unref(made$argnum);"
%header %{
#define ogpl_is_options(L, index) (lua_isnoneornil(L, index) || lua_istable(L, index) || lua_isstring(L, index))
%}

/* Texts with their length; nothing for no language. */
%typemap(in, checkfn="lua_isstring") (const char *text, size_t length) "$1 = (char *)lua_tolstring(L, $input, &$2);"
%typemap(in, checkfn="SWIG_lua_isnilstring") const char *language "$1 = (char *)lua_tostring(L, $input);"
%typemap(default) const char *language "$1 = NULL;"

/* Plain data. */
%typemap(out) json_t * {
    ogpl_push_json(L, $1);
    json_decref($1);
    SWIG_arg++;
}
%typemap(in, checkfn="lua_istable") json_t *table {
    ogp_error wrong = OGP_ERROR_INIT;
    $1 = ogpl_to_json(L, $input, &wrong);
    if (!$1) {
        ogpl_push_error(L, &wrong);
        SWIG_fail;
    }
}
%typemap(freearg) json_t *table "json_decref($1);"

/* Integers stay integers; the items of a list are counted from 1. */
%typemap(out) int, size_t "lua_pushinteger(L, (lua_Integer)$1); SWIG_arg++;"
%typemap(in, checkfn="lua_isnumber") size_t index "$1 = (size_t)lua_tointeger(L, $input) - 1;"
/* So that text:sub(finding.start, finding["end"]) are the words; nil where there are none. */
%{
typedef size_t ogpb_span_start, ogpb_span_end;
%}
%typemap(out) ogpb_span_start {
    if (Finding_end_get(arg1) > 0) lua_pushinteger(L, (lua_Integer)$1 + 1);
    else lua_pushnil(L);
    SWIG_arg++;
}
%typemap(out) ogpb_span_end {
    if ($1 > 0) lua_pushinteger(L, (lua_Integer)$1);
    else lua_pushnil(L);
    SWIG_arg++;
}

/* Strings that the caller of libogp frees. */
%typemap(newfree) char * "ogp_free($1);"

/* What hangs on a handle, in kilobytes, for ogpl_weigh(). */
%{
#define OGPL_PLAN_WEIGHT(plan) (8 + 8 * (long)ogp_plan_commitment_count((plan)->it))
#define OGPL_REPORT_WEIGHT(report) (4 + (long)ogp_report_count((report)->it) / 2)
#define OGPL_DATASET_WEIGHT(dataset) (8 + (long)(ogp_dataset_bytes((dataset)->it) / 1024))
%}
%define OGPL_WEIGHS(Class, weight)
%typemap(out) Class * {
    SWIG_NewPointerObj(L, $1, $1_descriptor, $owner);
    SWIG_arg++;
    if ($1)
        ogpl_weigh(L, weight($1));
}
%enddef
OGPL_WEIGHS(Plan, OGPL_PLAN_WEIGHT)
OGPL_WEIGHS(Report, OGPL_REPORT_WEIGHT)
OGPL_WEIGHS(Dataset, OGPL_DATASET_WEIGHT)

%exception Plan::close {
    if (arg1->it)
        ogpl_weigh(L, -OGPL_PLAN_WEIGHT(arg1));
    $action
}
%exception Report::close {
    if (arg1->it)
        ogpl_weigh(L, -OGPL_REPORT_WEIGHT(arg1));
    $action
}

/* Lists: #list, list[1], for i, item in list:each() do. */
%{
typedef int ogpl_iterator;
%}
%typemap(out) ogpl_iterator "(void)$1; ogpl_push_iterator(L); SWIG_arg++;"
%typemap(in, checkfn="ogpl_anything") void *unused ""
%header %{
#define ogpl_anything(L, index) 1
%}

%define OGPB_SEQUENCE(List, Item)
%newobject List::__getitem;
%extend List {
    Item *__getitem(size_t index) { return List##_item($self, index); }
    size_t __len(void *unused = NULL) { return List##_size($self); }
    ogpl_iterator each() { return 0; }
}
%enddef

%native(array) int ogpl_array(lua_State *L);
%native(null_value) int ogpl_null(lua_State *L);

%extend Dataset {
    size_t __len(void *unused = NULL) { return ogp_dataset_rows($self->it); }
}
/* by: "country,year", {"country", "year"} or {by = ...}. */
%typemap(in, checkfn="ogpl_is_by") const char *by "$1 = (char *)ogpl_by(L, $input);"
%header %{
#define ogpl_is_by(L, index) (lua_isstring(L, index) || lua_istable(L, index))
%}

%extend Report {
    ogpl_iterator findings() { return 0; }
}

%include "bindings/ogp.i"

%wrapper %{
const ogp_rulebook *ogpl_rulebook_at(lua_State *L, int index)
{
    Rulebook *rulebook = NULL;
    int is = SWIG_IsOK(SWIG_ConvertPtr(L, index, (void **)&rulebook, SWIGTYPE_p_Rulebook, 0)) && rulebook;
    return is ? rulebook->it : NULL;
}
%}
