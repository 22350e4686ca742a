/* SPDX-License-Identifier: MIT */
#define PY_SSIZE_T_CLEAN
#include "bindings/python/convert.h"

static PyObject *from_array(const json_t *array)
{
    PyObject *list = PyList_New((Py_ssize_t)json_array_size(array));
    for (size_t i = 0; list && i < json_array_size(array); i++) {
        PyObject *item = ogpy_from_json(json_array_get(array, i));
        if (!item) {
            Py_DECREF(list);
            return NULL;
        }
        PyList_SET_ITEM(list, (Py_ssize_t)i, item);
    }
    return list;
}

static PyObject *from_object(const json_t *object)
{
    PyObject *dict = PyDict_New();
    const char *key;
    json_t *value;
    if (!dict)
        return NULL;
    json_object_foreach((json_t *)object, key, value)
    {
        PyObject *item = ogpy_from_json(value);
        if (!item || PyDict_SetItemString(dict, key, item) < 0) {
            Py_XDECREF(item);
            Py_DECREF(dict);
            return NULL;
        }
        Py_DECREF(item);
    }
    return dict;
}

PyObject *ogpy_from_json(const json_t *value)
{
    if (!value)
        Py_RETURN_NONE;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return from_object(value);
    case JSON_ARRAY:
        return from_array(value);
    case JSON_STRING:
        return PyUnicode_DecodeUTF8(json_string_value(value), (Py_ssize_t)json_string_length(value), "strict");
    case JSON_INTEGER:
        return PyLong_FromLongLong(json_integer_value(value));
    case JSON_REAL:
        return PyFloat_FromDouble(json_real_value(value));
    case JSON_TRUE:
    case JSON_FALSE:
        return PyBool_FromLong(json_is_true(value));
    default:
        Py_RETURN_NONE;
    }
}

static json_t *to_string(PyObject *object)
{
    Py_ssize_t size;
    const char *text = PyUnicode_AsUTF8AndSize(object, &size);
    return text ? json_stringn(text, (size_t)size) : NULL;
}

static json_t *to_array(PyObject *object)
{
    json_t *array = json_array();
    Py_ssize_t count = PySequence_Size(object);
    for (Py_ssize_t i = 0; array && i < count; i++) {
        PyObject *item = PySequence_GetItem(object, i);
        json_t *value = item ? ogpy_to_json(item) : NULL;
        Py_XDECREF(item);
        if (!value || json_array_append_new(array, value) < 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

static json_t *to_object(PyObject *object)
{
    json_t *table = json_object();
    PyObject *key, *item;
    Py_ssize_t at = 0;
    while (table && PyDict_Next(object, &at, &key, &item)) {
        const char *name = PyUnicode_Check(key) ? PyUnicode_AsUTF8(key) : NULL;
        json_t *value = name ? ogpy_to_json(item) : NULL;
        if (!value || json_object_set_new(table, name, value) < 0) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_TypeError, "the keys of a table are strings");
            json_decref(table);
            return NULL;
        }
    }
    return table;
}

static json_t *to_integer(PyObject *object)
{
    long long number = PyLong_AsLongLong(object);
    return number == -1 && PyErr_Occurred() ? NULL : json_integer(number);
}

static json_t *by_type(PyObject *object)
{
    if (object == Py_None)
        return json_null();
    if (PyBool_Check(object))
        return json_boolean(object == Py_True);
    if (PyUnicode_Check(object))
        return to_string(object);
    if (PyLong_Check(object))
        return to_integer(object);
    if (PyFloat_Check(object))
        return json_real(PyFloat_AS_DOUBLE(object));
    if (PyDict_Check(object))
        return to_object(object);
    if (PyList_Check(object) || PyTuple_Check(object))
        return to_array(object);
    PyErr_Format(PyExc_TypeError, "%s has no place in a document", Py_TYPE(object)->tp_name);
    return NULL;
}

json_t *ogpy_to_json(PyObject *object)
{
    if (Py_EnterRecursiveCall(" in a document"))
        return NULL;
    json_t *value = by_type(object);
    Py_LeaveRecursiveCall();
    if (!value && !PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "not a value that JSON can hold");
    return value;
}

void ogpy_raise(const ogp_error *error)
{
    if (PyErr_Occurred())
        return; /* a callback's own exception says more */
    PyObject *module = PyImport_ImportModule("ogp._errors");
    PyObject *exception = module ? PyObject_CallMethod(module, "from_core", "issII", error->code, error->message,
                                                       error->path, error->line, error->column) : NULL;
    if (exception)
        PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
    Py_XDECREF(exception);
    Py_XDECREF(module);
}
