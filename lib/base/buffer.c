/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdio.h>

enum { LEAST = 128 }; /* bytes: most texts fit */

void ogpi_buffer_init(ogpi_buffer *buffer, const ogp_allocator *allocator)
{
    *buffer = (ogpi_buffer){.allocator = allocator};
}

void ogpi_buffer_clear(ogpi_buffer *buffer)
{
    ogpi_free(buffer->allocator, buffer->data);
    ogpi_buffer_init(buffer, buffer->allocator);
}

bool ogpi_buffer_reserve(ogpi_buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (more < buffer->capacity - buffer->length)
        return true;
    void *data = buffer->data;
    bool fits = more <= SIZE_MAX - buffer->length - 1;
    size_t need = fits ? buffer->length + more + 1 : 0;
    if (!fits || !ogpi_grow(buffer->allocator, &data, &buffer->capacity, need > LEAST ? need : LEAST, 1))
        buffer->failed = true;
    buffer->data = data;
    return !buffer->failed;
}

void ogpi_buffer_add(ogpi_buffer *buffer, const char *bytes, size_t length)
{
    if (!ogpi_buffer_reserve(buffer, length))
        return;
    if (length)
        memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void ogpi_buffer_puts(ogpi_buffer *buffer, const char *text)
{
    ogpi_buffer_add(buffer, text, strlen(text));
}

void ogpi_buffer_putc(ogpi_buffer *buffer, char c)
{
    if (!ogpi_buffer_reserve(buffer, 1))
        return;
    buffer->data[buffer->length++] = c;
    buffer->data[buffer->length] = '\0';
}

void ogpi_buffer_printf(ogpi_buffer *buffer, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0)
        buffer->failed = true;
    if (length >= 0 && ogpi_buffer_reserve(buffer, (size_t)length)) {
        vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
}

char *ogpi_buffer_take(ogpi_buffer *buffer, size_t *length)
{
    if (!buffer->data)
        ogpi_buffer_reserve(buffer, 0);
    if (buffer->failed || !buffer->data) {
        ogpi_buffer_clear(buffer);
        return NULL;
    }
    char *data = buffer->data;
    data[buffer->length] = '\0';
    if (length)
        *length = buffer->length;
    ogpi_buffer_init(buffer, buffer->allocator);
    return data;
}
