/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <stdio.h>

static void add(ogpi_pointer *pointer, const char *bytes, size_t length)
{
    if (length > sizeof pointer->text - 1 - pointer->length)
        return;
    memcpy(pointer->text + pointer->length, bytes, length);
    pointer->length += length;
    pointer->text[pointer->length] = '\0';
}

size_t ogpi_pointer_push(ogpi_pointer *pointer, const char *key)
{
    size_t old = pointer->length;
    add(pointer, "/", 1);
    for (; *key; key++) {
        if (*key == '~')
            add(pointer, "~0", 2);
        else if (*key == '/')
            add(pointer, "~1", 2);
        else
            add(pointer, key, 1);
    }
    return old;
}

size_t ogpi_pointer_push_index(ogpi_pointer *pointer, size_t index)
{
    size_t old = pointer->length;
    char digits[24];
    int n = snprintf(digits, sizeof digits, "/%zu", index);
    add(pointer, digits, (size_t)n);
    return old;
}

void ogpi_pointer_pop(ogpi_pointer *pointer, size_t old_length)
{
    pointer->length = old_length;
    pointer->text[old_length] = '\0';
}
