/* SPDX-License-Identifier: MIT */
/* A fast scanner for JSON that is good. To anything else it only says "no": the text is then read again with jansson,
   which knows what is wrong and where. It takes nothing that jansson would refuse. */
#ifndef OGPI_JSON_SCAN_H
#define OGPI_JSON_SCAN_H

#include "base/value.h"

typedef struct ogpi_json_scan {
    const char *at, *end;
    ogpi_arena *arena;
    const ogp_limits *limits;
    size_t depth, members;
    bool bad;    /* not taken */
    bool memory; /* not taken because memory ran out */
} ogpi_json_scan;

/* A string between its quotes, as it stands. */
typedef struct ogpi_json_raw { const char *text; size_t length; bool escaped; } ogpi_json_raw;

/* The first byte of the next value or bracket; '\0' at the end. */
static inline char ogpi_json_peek(ogpi_json_scan *scan)
{
    while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\t' || *scan->at == '\r'))
        scan->at++;
    return scan->at < scan->end ? *scan->at : '\0';
}

/* Into an object or array, and on to its next member or element; false at its end or when something is bad. */
bool ogpi_json_enter(ogpi_json_scan *scan, char bracket);
bool ogpi_json_next(ogpi_json_scan *scan, char bracket, bool first);
/* A key with its colon. */
bool ogpi_json_key(ogpi_json_scan *scan, ogpi_json_raw *out);
bool ogpi_json_string(ogpi_json_scan *scan, ogpi_json_raw *out);
/* What a string says, NUL-terminated, in the arena. NULL when it is bad. */
const char *ogpi_json_text(ogpi_json_scan *scan, const ogpi_json_raw *raw, size_t *length);
/* The value behind a key becomes a member of an object; a name that stands twice is bad. */
bool ogpi_json_member(ogpi_json_scan *scan, ogpi_value *object, const ogpi_json_raw *key);
/* Any value, kept. */
bool ogpi_json_value(ogpi_json_scan *scan, ogpi_value *out);
/* True when nothing but blanks is left and all went well. */
bool ogpi_json_done(ogpi_json_scan *scan);

#endif
