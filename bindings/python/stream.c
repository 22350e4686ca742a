/* SPDX-License-Identifier: MIT */
#define PY_SSIZE_T_CLEAN
#include "bindings/python/stream.h"
#include "bindings/rows_help.h"

#include <stdlib.h>
#include <string.h>

/* A character takes four bytes at most, so what is asked for fits whether it comes as text or as bytes. */
static Py_ssize_t read_some(PyObject *reader, char *buffer, size_t size)
{
    PyObject *piece = PyObject_CallMethod(reader, "read", "n", (Py_ssize_t)(size / 4));
    Py_ssize_t length = -1;
    char *bytes = NULL;
    if (piece && PyUnicode_Check(piece))
        bytes = (char *)PyUnicode_AsUTF8AndSize(piece, &length);
    else if (piece)
        PyBytes_AsStringAndSize(piece, &bytes, &length);
    if (bytes && (size_t)length <= size)
        memcpy(buffer, bytes, (size_t)length);
    else
        length = -1;
    if (length < 0 && !PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "read() gave more than it was asked for");
    Py_XDECREF(piece);
    return length;
}

static ptrdiff_t read_on(void *user, char *buffer, size_t size)
{
    PyGILState_STATE state = PyGILState_Ensure();
    Py_ssize_t length = PyErr_CheckSignals() < 0 ? -1 : read_some(user, buffer, size);
    PyGILState_Release(state);
    return length < 0 ? OGP_ERROR_IO : length;
}

Stream *ogpy_stream_open(const char *path, PyObject *reader, const ogp_context *context, ogp_error *error)
{
    Stream *stream = calloc(1, sizeof *stream);
    int code;
    if (!stream) {
        PyErr_NoMemory();
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS
    code = path ? ogp_commitments_open(&stream->it, context, path, error)
                : ogp_commitments_open_function(&stream->it, context, read_on, reader, error);
    Py_END_ALLOW_THREADS
    if (code < 0) {
        free(stream);
        return NULL;
    }
    Py_XINCREF(path ? NULL : reader);
    stream->reader = path ? NULL : reader;
    return stream;
}

Commitment *ogpy_stream_next(Stream *stream, ogp_error *error)
{
    const ogp_commitment *commitment = NULL;
    if (stream->busy)
        return ogpb_fail(error, OGP_ERROR_USAGE, "a stream belongs to one thread at a time");
    if (!stream->it)
        return NULL;
    stream->busy = true;
    Py_BEGIN_ALLOW_THREADS
    (void)!ogp_stream_next(&commitment, stream->it, error);
    Py_END_ALLOW_THREADS
    stream->busy = false;
    return commitment ? Commitment_make(ogp_stream_plan(stream->it), commitment) : NULL;
}

void Stream_close(Stream *stream)
{
    if (stream->busy)
        return;
    ogp_stream_close(stream->it);
    stream->it = NULL;
    Py_CLEAR(stream->reader);
}

void Stream_free(Stream *stream)
{
    Stream_close(stream);
    free(stream);
}

static int write_on(void *user, const char *bytes, size_t length)
{
    PyGILState_STATE state = PyGILState_Ensure();
    PyObject *written =
        PyErr_CheckSignals() < 0 ? NULL : PyObject_CallMethod(user, "write", "y#", bytes, (Py_ssize_t)length);
    Py_XDECREF(written);
    PyGILState_Release(state);
    return written == NULL;
}

const char *ogpy_convert(const char *path, const char *format, PyObject *writer, const ogp_context *context,
                         ogp_error *error)
{
    const char *losses = NULL;
    Py_BEGIN_ALLOW_THREADS
    (void)!ogp_convert(&losses, path, format, write_on, writer, context, error);
    Py_END_ALLOW_THREADS
    return losses;
}
