/* SPDX-License-Identifier: MIT */
/* Letters with their marks as one character each, where there is one (Unicode's form NFC). */
#ifndef OGPI_NFC_H
#define OGPI_NFC_H

#include "base/memory.h"

/* True for a text that may have to change. */
bool ogpi_nfc_needed(const char *text, size_t length);
/* The text in NFC, NUL-terminated, in the arena; NULL when memory runs out. It must be valid UTF-8. */
char *ogpi_nfc(ogpi_arena *arena, const char *text, size_t length, size_t *out_length);

#endif
