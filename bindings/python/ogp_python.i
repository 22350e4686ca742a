/* SPDX-License-Identifier: MIT */
/* Python's own part: how values cross over. The package ogp/ is written by hand over the module made of this. */
%module(package="ogp") _core

%begin %{
#define PY_SSIZE_T_CLEAN
%}

%{
#include "bindings/python/column.h"
#include "bindings/python/convert.h"
#include "bindings/python/stream.h"
#include <ogp/context.h>
#include <stdbool.h>
#include <stdlib.h>
%}

/* Errors become exceptions. */
%typemap(in, numinputs=0) ogp_error *error (ogp_error failure = OGP_ERROR_INIT) "$1 = &failure;"
%typemap(argout) ogp_error *error {
    if ($1->code) {
        ogpy_raise($1);
        SWIG_fail;
    }
}

/* Text in: str or bytes, with its length. */
%typemap(in) (const char *text, size_t length) {
    Py_ssize_t size = 0;
    char *bytes = NULL;
    if (PyUnicode_Check($input))
        bytes = (char *)PyUnicode_AsUTF8AndSize($input, &size);
    else
        PyBytes_AsStringAndSize($input, &bytes, &size);
    if (!bytes)
        SWIG_fail;
    $1 = bytes;
    $2 = (size_t)size;
}

/* Plain data. */
%typemap(out) json_t * {
    $result = ogpy_from_json($1);
    json_decref($1);
    if (!$result)
        SWIG_fail;
}
%typemap(in) json_t *table {
    $1 = ogpy_to_json($input);
    if (!$1)
        SWIG_fail;
}
%typemap(freearg) json_t *table "json_decref($1);"

/* Strings that the caller of libogp frees. */
%typemap(newfree) char * "ogp_free($1);"

%{
typedef size_t ogpb_span_start, ogpb_span_end;
%}
%typemap(out) size_t, ogpb_span_start, ogpb_span_end "$result = PyLong_FromSize_t((size_t)$1);"

/* Lists: the package makes sequences of them. */
%define OGPB_SEQUENCE(List, Item)
%newobject List::at;
%extend List {
    Item *at(size_t index) { return List##_item($self, index); }
    size_t count() { return List##_size($self); }
}
%enddef

/* Calls that may take long let other threads run. */
%define OGPY_LONG_CALL(name)
%exception name {
    Py_BEGIN_ALLOW_THREADS
    $action
    Py_END_ALLOW_THREADS
}
%enddef
OGPY_LONG_CALL(load)
OGPY_LONG_CALL(loads)
OGPY_LONG_CALL(Plan::to_json)
OGPY_LONG_CALL(Plan::check)
OGPY_LONG_CALL(Plan::smart)
OGPY_LONG_CALL(Plan::cocreation)
OGPY_LONG_CALL(Plan::to_xml)
OGPY_LONG_CALL(Report::write)
OGPY_LONG_CALL(facts)
OGPY_LONG_CALL(load_commitment)

/* Contexts. The limits are filled in one by one, 0 being the default. */
%nodefaultctor;
typedef struct ogp_context {
    %extend {
        ~ogp_context() { ogp_context_unref($self); }
    }
} ogp_context;
typedef struct ogp_limits {
    size_t input_bytes, depth, string_bytes, commitments, milestones, findings, findings_per_rule, columns, members,
        unpacked_bytes;
    %extend {
        ogp_limits(void)
        {
            ogp_limits *limits = (ogp_limits *)calloc(1, sizeof *limits);
            if (limits)
                limits->struct_size = sizeof *limits;
            return limits;
        }
        ~ogp_limits() { free($self); }
    }
} ogp_limits;

%include "bindings/ogp.i"

/* Two handles may stand for the same part. */
%define OGPY_IDENTITY(Class)
%extend Class {
    bool same(const Class *other) { return $self->it == other->it; }
    size_t address() { return (size_t)$self->it; }
}
%enddef
OGPY_IDENTITY(Contact)
OGPY_IDENTITY(Institution)
OGPY_IDENTITY(Milestone)
OGPY_IDENTITY(Assessment)
OGPY_IDENTITY(Commitment)

/* Columns of datasets. */
%extend Dataset {
    json_t *column(size_t index) { return ogpy_column_about($self->it, index); }
    PyObject *buffer(size_t index) { return ogpy_column_buffer($self->it, index); }
    PyObject *items(size_t index, bool missing) { return ogpy_column_list($self->it, index, missing); }
    PyObject *item(size_t index, size_t row, bool missing) { return ogpy_column_item($self->it, index, row, missing); }
    PyObject *word(size_t index, size_t row) { return ogpy_column_word($self->it, index, row); }
    PyObject *arrow(ogp_error *error) { return ogpy_arrow_stream($self->it, error); }
}
%newobject read_dataset;
%newobject read_dataset_text;
%newobject import_arrow;
OGPY_LONG_CALL(read_dataset)
OGPY_LONG_CALL(read_dataset_text)
%typemap(in) PyObject *progress "$1 = $input == Py_None ? NULL : $input;"
%exception import_arrow {
    $action
    if (PyErr_Occurred())
        SWIG_fail;
}
%{
static ogp_dataset_options dataset_options(int keep, PyObject *progress)
{
    ogp_dataset_options options = OGP_DATASET_OPTIONS_INIT;
    options.keep = (uint32_t)keep;
    options.progress = ogpy_progress;
    options.user = progress;
    return options;
}
%}
%inline %{
static Dataset *read_dataset(ogp_error *error, const char *path, int keep, PyObject *progress,
                             const ogp_context *context)
{
    ogp_dataset_options options = dataset_options(keep, progress);
    ogp_dataset *dataset = NULL;
    return ogp_dataset_read(&dataset, path, &options, context, error) < 0 ? NULL : Dataset_take(dataset);
}

static Dataset *read_dataset_text(ogp_error *error, const char *text, size_t length, int keep, PyObject *progress,
                                  const ogp_context *context)
{
    ogp_dataset_options options = dataset_options(keep, progress);
    ogp_dataset *dataset = NULL;
    return ogp_dataset_read_memory(&dataset, text, length, &options, context, error) < 0 ? NULL : Dataset_take(dataset);
}

static Dataset *import_arrow(ogp_error *error, PyObject *capsule, int keep, PyObject *progress,
                             const ogp_context *context)
{
    ogp_dataset_options options = dataset_options(keep, progress);
    ogp_dataset *dataset = ogpy_arrow_import(capsule, &options, context, error);
    return dataset ? Dataset_take(dataset) : NULL;
}
%}

/* Streams of commitments, and conversions. */
typedef struct Stream {
    %extend {
        ~Stream() { Stream_free($self); }
    }
} Stream;
%newobject Stream::next;
%extend Stream {
    Commitment *next(ogp_error *error) { return ogpy_stream_next($self, error); }
    unsigned line() { return $self->it ? ogp_stream_line($self->it) : 0; }
    void close(void);
}
%newobject open_stream;
%exception open_stream {
    $action
    if (PyErr_Occurred())
        SWIG_fail;
}
%inline %{
static Stream *open_stream(ogp_error *error, const char *path, PyObject *reader, const ogp_context *context)
{
    return ogpy_stream_open(path, reader, context, error);
}

static const char *convert(ogp_error *error, const char *path, const char *format, PyObject *writer,
                           const ogp_context *context)
{
    return ogpy_convert(path, format, writer, context, error);
}
%}

/* Sums over inputs that are not kept. */
%{
typedef struct Summary { ogp_summary *it; } Summary;

static Summary *Summary_take(ogp_summary *summary)
{
    Summary *made = malloc(sizeof *made);
    if (made)
        *made = (Summary){ summary };
    else
        ogp_summary_unref(summary);
    return made;
}
%}
typedef struct Summary {
    %extend {
        ~Summary() { ogp_summary_unref($self->it); free($self); }
    }
} Summary;
OGPY_LONG_CALL(Summary::add)
%newobject Summary::to_json;
%extend Summary {
    void add(ogp_error *error, const char *path) { (void)!ogp_summary_add_path($self->it, path, error); }
    void merge(ogp_error *error, const Summary *other) { (void)!ogp_summary_merge($self->it, other->it, error); }
    json_t *rows(ogp_error *error) { return ogpb_summary_rows($self->it, error); }
    char *to_json(ogp_error *error)
    {
        char *text = NULL;
        size_t length = 0;
        return ogp_summary_write(&text, &length, $self->it, error) < 0 ? NULL : text;
    }
}
%newobject new_summary;
%newobject parse_summary;
%inline %{
static Summary *new_summary(ogp_error *error, const char *by, const ogp_context *context)
{
    ogp_summary *summary = NULL;
    return ogp_summary_new(&summary, by, context, error) < 0 ? NULL : Summary_take(summary);
}

static Summary *parse_summary(ogp_error *error, const char *text, size_t length, const ogp_context *context)
{
    ogp_summary *summary = NULL;
    return ogp_summary_parse(&summary, text, length, context, error) < 0 ? NULL : Summary_take(summary);
}
%}

/* Eligibility, dates, and codes of the IRM. */
OGPY_LONG_CALL(eligibility_table)
%inline %{
static json_t *eligibility_table(ogp_error *error, const char *text, size_t length, const ogp_context *context)
{
    return ogpb_eligibility_table(text, length, context, error);
}
static json_t *period(ogp_error *error, const char *text, size_t length) { return ogpb_period(text, length, error); }
static int civil_liberties_points(double score, const ogp_context *context)
{
    return ogp_civil_liberties_points(score, context);
}
static int budget_document_published(const char *words, const ogp_context *context)
{
    return ogp_budget_document_published(words, context);
}
static void vdem_check(ogp_error *error, const char *variable, double value, const ogp_context *context)
{
    (void)!ogp_vdem_check(variable, value, context, error);
}
static const char *irm_method_of_year(int year, const ogp_context *context)
{
    return ogp_irm_method_of_year(year, context);
}
static int irm_comparable(const char *variable, const char *from, const char *to, const ogp_context *context)
{
    return variable && from && to ? ogp_irm_comparable(variable, from, to, context) : 0;
}
static int milestone_completion(json_t *table, int rule, const ogp_context *context)
{
    return ogpb_milestones(table, rule, context);
}
%}

%newobject make_context;
%inline %{
static ogp_context *make_context(ogp_error *error, const char *language, const ogp_limits *limits, Rulebook *rulebook,
                                 const char *sheet)
{
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *context = NULL;
    options.language = language;
    options.limits = limits;
    options.rulebook = rulebook ? rulebook->it : NULL;
    options.sheet = sheet;
    return ogp_context_new(&context, &options, error) < 0 ? NULL : context;
}
%}
