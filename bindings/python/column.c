/* SPDX-License-Identifier: MIT */
#define PY_SSIZE_T_CLEAN
#include "bindings/python/column.h"

#include <stdbool.h>
#include <stdlib.h>

typedef struct column_object {
    PyObject_HEAD
    ogp_dataset *dataset;
    ogp_column view;
    Py_ssize_t shape;
    Py_ssize_t stride;
} column_object;

static const struct {
    const char *format;
    Py_ssize_t size;
} layouts[] = {
    [OGP_COLUMN_CODE] = {"b", 1},
    [OGP_COLUMN_NUMBER] = {"h", 2},
    [OGP_COLUMN_TERM16] = {"H", 2},
    [OGP_COLUMN_TERM32] = {"I", 4},
};

static int get_buffer(PyObject *self, Py_buffer *view, int flags)
{
    column_object *column = (column_object *)self;
    Py_ssize_t size = layouts[column->view.type].size;
    if (PyBuffer_FillInfo(view, self, (void *)column->view.data, column->shape * size, 1, flags) < 0)
        return -1;
    view->itemsize = size;
    view->format = (flags & PyBUF_FORMAT) == PyBUF_FORMAT ? (char *)layouts[column->view.type].format : NULL;
    view->shape = (flags & PyBUF_ND) == PyBUF_ND ? &column->shape : NULL;
    view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? &column->stride : NULL;
    return 0;
}

static void dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    ogp_dataset_unref(((column_object *)self)->dataset);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyType_Slot slots[] = {
    {Py_tp_dealloc, (void *)dealloc}, {Py_bf_getbuffer, (void *)get_buffer}, {0, NULL}};
static PyType_Spec spec = {"ogp._native.Column", sizeof(column_object), 0,
                           Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION, slots};

PyObject *ogpy_column_buffer(ogp_dataset *dataset, size_t index)
{
    ogp_column view = OGP_COLUMN_INIT;
    if (ogp_dataset_column_at(dataset, index, &view) < 0 || view.type == OGP_COLUMN_TEXT) {
        PyErr_SetString(PyExc_TypeError, "a column of texts has no buffer; use its items");
        return NULL;
    }
    PyTypeObject *type = (PyTypeObject *)PyType_FromSpec(&spec);
    column_object *column = type ? (column_object *)type->tp_alloc(type, 0) : NULL;
    Py_XDECREF(type);
    if (!column)
        return NULL;
    column->dataset = ogp_dataset_ref(dataset);
    column->view = view;
    column->shape = (Py_ssize_t)view.rows;
    column->stride = layouts[view.type].size;
    PyObject *memory = PyMemoryView_FromObject((PyObject *)column);
    Py_DECREF(column);
    return memory;
}

static void drop_stream(PyObject *capsule)
{
    struct ArrowArrayStream *stream = PyCapsule_GetPointer(capsule, "arrow_array_stream");
    if (stream && stream->release)
        stream->release(stream);
    free(stream);
}

PyObject *ogpy_arrow_stream(const ogp_dataset *dataset, ogp_error *error)
{
    struct ArrowArrayStream *stream = calloc(1, sizeof *stream);
    if (!stream)
        return PyErr_NoMemory();
    if (ogp_dataset_arrow(stream, dataset, error) < 0) {
        free(stream);
        return NULL;
    }
    PyObject *capsule = PyCapsule_New(stream, "arrow_array_stream", drop_stream);
    if (!capsule) {
        stream->release(stream);
        free(stream);
    }
    return capsule;
}

ogp_dataset *ogpy_arrow_import(PyObject *capsule, const ogp_dataset_options *options, const ogp_context *context,
                               ogp_error *error)
{
    struct ArrowArrayStream *stream = PyCapsule_GetPointer(capsule, "arrow_array_stream");
    ogp_dataset *dataset = NULL;
    int code;
    if (!stream)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    code = ogp_dataset_import_arrow(&dataset, stream, options, context, error);
    Py_END_ALLOW_THREADS
    return code < 0 ? NULL : dataset;
}

int ogpy_progress(void *user, size_t rows)
{
    PyGILState_STATE state = PyGILState_Ensure();
    int stop = PyErr_CheckSignals() < 0;
    if (!stop && user) {
        PyObject *said = PyObject_CallFunction((PyObject *)user, "n", (Py_ssize_t)rows);
        stop = !said || said == Py_False;
        Py_XDECREF(said);
    }
    PyGILState_Release(state);
    return stop;
}

static PyObject *coded_item(const ogp_dataset *dataset, const ogp_column *view, size_t index, size_t row, bool missing)
{
    char word[24];
    int code = ogp_dataset_code(dataset, index, row);
    if ((ogp_is_missing(code) != 0) != missing)
        Py_RETURN_NONE;
    /* No word stood where the input had no such variable; a figure that cannot be had is ND. */
    if (missing)
        return PyUnicode_FromString(code == OGP_MISSING_ABSENT && !view->derived ? "" : ogp_missing_word(code));
    if (view->type == OGP_COLUMN_NUMBER)
        return PyLong_FromLong(code);
    ogp_dataset_word(dataset, index, row, word, sizeof word);
    return PyUnicode_FromString(word);
}

static PyObject *item(const ogp_dataset *dataset, const ogp_column *view, size_t index, size_t row, bool missing)
{
    size_t length;
    if (view->type <= OGP_COLUMN_NUMBER)
        return coded_item(dataset, view, index, row, missing);
    if (missing)
        Py_RETURN_NONE;
    const char *text = ogp_dataset_text(dataset, index, row, &length);
    return PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, "replace");
}

PyObject *ogpy_column_list(const ogp_dataset *dataset, size_t index, bool missing)
{
    ogp_column view = OGP_COLUMN_INIT;
    if (ogp_dataset_column_at(dataset, index, &view) < 0) {
        PyErr_SetString(PyExc_IndexError, "no such column");
        return NULL;
    }
    PyObject *list = PyList_New((Py_ssize_t)view.rows);
    for (size_t row = 0; list && row < view.rows; row++) {
        PyObject *value = item(dataset, &view, index, row, missing);
        if (!value) {
            Py_DECREF(list);
            return NULL;
        }
        PyList_SET_ITEM(list, (Py_ssize_t)row, value);
    }
    return list;
}

PyObject *ogpy_column_item(const ogp_dataset *dataset, size_t index, size_t row, bool missing)
{
    ogp_column view = OGP_COLUMN_INIT;
    if (ogp_dataset_column_at(dataset, index, &view) == 0 && row < view.rows)
        return item(dataset, &view, index, row, missing);
    PyErr_SetString(PyExc_IndexError, "no such row");
    return NULL;
}

PyObject *ogpy_column_word(const ogp_dataset *dataset, size_t index, size_t row)
{
    char word[24];
    ogp_dataset_word(dataset, index, row, word, sizeof word);
    return PyUnicode_FromString(word);
}

json_t *ogpy_column_about(const ogp_dataset *dataset, size_t index)
{
    static const char *const types[] = {"", "code", "number", "term", "term", "text"};
    ogp_column view = OGP_COLUMN_INIT;
    if (ogp_dataset_column_at(dataset, index, &view) < 0)
        return json_null();
    json_t *terms = json_array();
    for (size_t i = 0; i < view.term_count; i++)
        json_array_append_new(terms, json_stringn(view.term_bytes + view.term_offsets[i],
                                                  view.term_offsets[i + 1] - view.term_offsets[i]));
    return json_pack("{s:s, s:s, s:b, s:o}", "name", view.name, "type", types[view.type], "derived", view.derived,
                     "terms", terms);
}
