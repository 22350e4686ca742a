/* SPDX-License-Identifier: MIT */
/* Streams and conversions for Python: bytes come from, and go to, whatever reads and writes. */
#ifndef OGPY_STREAM_H
#define OGPY_STREAM_H

#include <Python.h>
#include "bindings/handles.h"
#include <stdbool.h>

typedef struct Stream {
    ogp_stream *it; /* NULL once it is closed */
    PyObject *reader;
    bool busy;
} Stream;

/* From a path, or (path NULL) from an object with read(). NULL with the error filled in, or an exception set. */
Stream *ogpy_stream_open(const char *path, PyObject *reader, const ogp_context *context, ogp_error *error);
/* The next commitment with its plan, or NULL at the end. */
Commitment *ogpy_stream_next(Stream *stream, ogp_error *error);
void Stream_close(Stream *stream);
void Stream_free(Stream *stream);

/* Converts; `writer` is an object with write(), which is given bytes. What the form cannot hold, or NULL. */
const char *ogpy_convert(const char *path, const char *format, PyObject *writer, const ogp_context *context,
                         ogp_error *error);

#endif
