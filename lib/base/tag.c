/* SPDX-License-Identifier: MIT */
#include "base/tag.h"

/* A letter of ASCII in lower case; '\0' where the primary subtag is over. */
static char letter_at(const char *tag)
{
    char c = *tag;
    return c == '-' ? '\0' : c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool ogpi_same_language(const char *a, const char *b)
{
    for (; letter_at(a) && letter_at(a) == letter_at(b); a++)
        b++;
    return letter_at(a) == letter_at(b);
}
