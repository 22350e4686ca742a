/* SPDX-License-Identifier: MIT */
/* What every writer of the room works on: the reports to be written, and the buffer they go to. */
#ifndef OGPI_SHEET_H
#define OGPI_SHEET_H

#include "report/groups.h"
#include "report/places.h"
#include "report/words.h"
#include <ogp/write.h>

typedef struct ogpi_sheet {
    ogpi_buffer *out;
    const ogp_write_item *items;
    size_t count;
    ogpi_place **places; /* one array an item */
    ogp_write_options options;
    ogpi_words words;
    bool single; /* one report, not a list of one */
} ogpi_sheet;

/* Message and mend in a language. Fails the sheet's buffer when there is no memory for them. */
const char *ogpi_sheet_message(ogpi_sheet *sheet, const ogp_finding *finding, const char *language);
const char *ogpi_sheet_mend(ogpi_sheet *sheet, const ogp_finding *finding, const char *language);

/* What a group is called: its subject, else the record's pointer, else that it is the document as a whole. */
const char *ogpi_sheet_heading(const ogpi_sheet *sheet, const ogp_finding *finding, const ogpi_grouped *group,
                               char *buffer, size_t size);

void ogpi_write_text(ogpi_sheet *sheet);
void ogpi_write_json(ogpi_sheet *sheet);
void ogpi_write_sarif(ogpi_sheet *sheet);
void ogpi_write_html(ogpi_sheet *sheet);

/* The address of a rule's first source, or NULL. */
const char *ogpi_source_address(char room[OGPI_NAME_SIZE], const ogp_rulebook *book, const char *source);

#endif
