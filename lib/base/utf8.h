/* SPDX-License-Identifier: MIT */
/* UTF-8: checking, decoding, counting. Folding is in fold.h. */
#ifndef OGPI_UTF8_H
#define OGPI_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True when the bytes are well-formed UTF-8 (no surrogates, no overlong forms); else *bad is the offset of the first
 * bad byte. */
bool ogpi_utf8_valid(const char *text, size_t length, size_t *bad);
/* Decodes one code point of valid UTF-8 at text[0..length); returns its length in bytes (at least 1 when length >
   0). */
size_t ogpi_utf8_decode(const char *text, size_t length, uint32_t *code_point);
/* Writes one code point; returns 1 to 4. */
size_t ogpi_utf8_encode(uint32_t code_point, char out[4]);
/* A blank (of any width, or a control) at the start of a text, or what is there but not seen: joiners of zero width,
   marks of direction, soft hyphens. Its kind, and its length in bytes. */
typedef enum ogpi_white { OGPI_WHITE_NONE, OGPI_WHITE_BLANK, OGPI_WHITE_HIDDEN } ogpi_white;
ogpi_white ogpi_utf8_white(const char *text, size_t length, size_t *bytes);
/* Cuts both off a text's ends. */
void ogpi_utf8_cut(const char **text, size_t *length);
/* Number of code points in valid UTF-8. */
size_t ogpi_utf8_count(const char *text, size_t length);
/* Line and column (code points), both from 1, of a byte offset. */
void ogpi_utf8_place(const char *text, size_t length, size_t offset, unsigned *line, unsigned *column);

#endif
