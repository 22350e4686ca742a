/* SPDX-License-Identifier: MIT */
/* Storing values in the fields of a record: one mechanism for every reader and for the builder.
   Errors are MEMORY, FORMAT or LIMIT, with a message that begins with the field's name and no path. */
#ifndef OGPI_FILL_H
#define OGPI_FILL_H

#include "model/model.h"

int ogpi_set_string(ogpi_string *out, ogpi_arena *arena, const char *text, size_t length, ogp_error *error);
/* "" means that no date is stated. */
int ogpi_set_date(ogpi_date *out, const char *name, ogpi_arena *arena, const char *text, size_t length,
                  ogp_error *error);
/* Finding a language in a text takes a look at all of them, so their number is bounded. */
#define OGPI_LANGUAGES_OF_A_TEXT 256
/* Of a language's tag. */
#define OGPI_LANGUAGE_BYTES 63

/* Adds a text, or replaces the one in the same language. language NULL or "": the plan's own. */
int ogpi_set_text(ogpi_text *out, const char *name, ogpi_arena *arena, const char *language, const char *text,
                  size_t length, ogp_error *error);

/* A language tag as XML and BCP 47 write it: letters, then groups of letters and digits between hyphens. */
bool ogpi_language_tag(const char *tag);
/* True when the text is there in that very language. */
bool ogpi_text_has(const ogpi_text *text, const char *language);

/* Appending to a list. All of it must have been made so: readers, which know the count, make theirs at once. */
int ogpi_append_string(ogpi_strings *out, ogpi_arena *arena, const char *text, size_t length, ogp_error *error);
int ogpi_append_date(ogpi_dates *out, const char *name, ogpi_arena *arena, const char *text, size_t length,
                     ogp_error *error);
/* Sets a member that the shape does not know; value NULL removes it. The value's parts must lie in the arena. */
int ogpi_set_unknown(ogpi_record *record, ogpi_arena *arena, const char *name, const ogpi_value *value,
                     ogp_error *error);

/* Copies an element to the end of an array that doubles in the arena; the array must have been made so from its start.
   element NULL: zeros. Returns the new one, or NULL without memory, and then all is as it was. */
void *ogpi_append(ogpi_arena *arena, const void **items, size_t *count, const void *element, size_t size);

#endif
