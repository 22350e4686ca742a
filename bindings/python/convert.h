/* SPDX-License-Identifier: MIT */
/* Between Python objects and JSON values, and from libogp's errors to Python's exceptions. */
#ifndef OGPY_CONVERT_H
#define OGPY_CONVERT_H

#include <Python.h>
#include <jansson.h>
#include <ogp/error.h>

/* None, bool, int, float, str, list, dict. A new reference; NULL with an exception set. */
PyObject *ogpy_from_json(const json_t *value);
/* The other way; other objects are a TypeError. The caller owns the result. */
json_t *ogpy_to_json(PyObject *object);
/* Sets the exception that ogp._errors makes of an error, so that its classes live in one place. An exception
   that is set already stays. */
void ogpy_raise(const ogp_error *error);

#endif
