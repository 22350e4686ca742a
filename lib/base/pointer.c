/* SPDX-License-Identifier: MIT */
#include "base/json.h"

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
    while (*key) {
        size_t plain = 0, room = sizeof pointer->text - 1 - pointer->length;
        while (key[plain] && key[plain] != '~' && key[plain] != '/')
            plain++;
        add(pointer, key, plain < room ? plain : room);
        key += plain;
        if (*key)
            add(pointer, *key++ == '~' ? "~0" : "~1", 2);
    }
    return old;
}

/* A key after the other. */
static void push_keys(ogpi_pointer *pointer, const char *path)
{
    for (; *path; path += *path == '/') {
        char key[64];
        size_t length = strcspn(path, "/");
        if (length >= sizeof key)
            return;
        memcpy(key, path, length);
        key[length] = '\0';
        ogpi_pointer_push(pointer, key);
        path += length;
    }
}

size_t ogpi_pointer_push_path(ogpi_pointer *pointer, const char *path)
{
    size_t old = pointer->length, length = strlen(path);
    bool plain = length > 0 && length < 64 && path[length - 1] != '/' && !strchr(path, '~') &&
                 length + 1 < sizeof pointer->text - old;
    if (!plain) {
        push_keys(pointer, path);
        return old;
    }
    pointer->text[old] = '/';
    memcpy(pointer->text + old + 1, path, length + 1);
    pointer->length = old + 1 + length;
    return old;
}

size_t ogpi_pointer_push_index(ogpi_pointer *pointer, size_t index)
{
    size_t old = pointer->length;
    char digits[24];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + index % 10);
    while ((index /= 10) > 0);
    digits[--at] = '/';
    add(pointer, digits + at, sizeof digits - at);
    return old;
}

void ogpi_pointer_pop(ogpi_pointer *pointer, size_t old_length)
{
    pointer->length = old_length;
    pointer->text[old_length] = '\0';
}
