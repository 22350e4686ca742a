/* SPDX-License-Identifier: MIT */
/* Datasets for Python: columns as read-only buffers, and the Arrow stream in its capsule. */
#ifndef OGPY_COLUMN_H
#define OGPY_COLUMN_H

#include <Python.h>
#include <jansson.h>
#include <ogp/arrow.h>
#include <stdbool.h>

/* {name, type, derived, terms}: type "code", "number", "term" or "text". */
json_t *ogpy_column_about(const ogp_dataset *dataset, size_t index);
/* A read-only memoryview of a column: codes and numbers, or with `indices` the numbers of terms. It keeps the dataset
   alive. NULL with an exception set. */
PyObject *ogpy_column_buffer(ogp_dataset *dataset, size_t index);
/* A PyCapsule "arrow_array_stream"; dropped unread, it releases the stream. */
PyObject *ogpy_arrow_stream(const ogp_dataset *dataset, ogp_error *error);
/* Reads a stream from a capsule, which is empty afterwards. NULL with the error filled in, or an exception set. */
ogp_dataset *ogpy_arrow_import(PyObject *capsule, const ogp_dataset_options *options, const ogp_context *context,
                               ogp_error *error);
/* A progress function for libogp: `user` is a callable or NULL. Signals are looked after; an exception stops the call
   and stays set; False from the callable stops it too. */
int ogpy_progress(void *user, size_t rows);
/* The items of a column as a list: words (None where missing), or with `missing` the words of what is missing. */
PyObject *ogpy_column_list(const ogp_dataset *dataset, size_t index, bool missing);
/* One item, as in such a list. */
PyObject *ogpy_column_item(const ogp_dataset *dataset, size_t index, size_t row, bool missing);
/* The word of one code. */
PyObject *ogpy_column_word(const ogp_dataset *dataset, size_t index, size_t row);

#endif
