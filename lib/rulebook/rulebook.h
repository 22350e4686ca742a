/* SPDX-License-Identifier: MIT */
/* The rulebook as an image: one array of cells and one pool of strings, whether it was compiled in by the generator or
   built from JSON at run time. Everything else reads it through cursors. */
#ifndef OGPI_RULEBOOK_H
#define OGPI_RULEBOOK_H

#include "base/memory.h"
#include <ogp/rulebook.h>

typedef struct ogpi_lexicon ogpi_lexicon; /* the text lists of all languages, compiled: lexicon.h */
typedef struct ogpi_pack ogpi_pack;

struct ogp_rulebook {
    ogpi_refcount refs;
    const uint32_t *cells;
    const uint8_t *narrow;       /* cells of three bytes each, the lowest first, in their place; else NULL */
    uint32_t cell_count;
    const char *strings;
    uint32_t string_size;
    uint32_t root;               /* the root value */
    const ogp_rule *rules;       /* sorted by id */
    uint32_t rule_count;
    const ogpi_lexicon *lexicon; /* the built-in one where the rulebook has no "text" section */
    const ogpi_pack *pack;       /* packed texts: pack.h; NULL for a rulebook loaded at run time */
};

/* The built-in one, for what is compiled with it. */
extern const ogp_rulebook ogpi_builtin_book;
extern const char ogpi_builtin_strings[];

/* A rule is a view into its rulebook, beside what is asked of it most. */
struct ogp_rule {
    const ogp_rulebook *book;
    uint32_t value;
    uint32_t id : 28;      /* in strings */
    uint32_t severity : 3; /* an ogp_severity ... */
    uint32_t varies : 1;   /* ... that editions change: ask the record */
};

typedef enum ogpi_rb_kind {
    OGPI_RB_NONE, OGPI_RB_NULL, OGPI_RB_BOOL, OGPI_RB_INT, OGPI_RB_REAL, OGPI_RB_STRING, OGPI_RB_ARRAY, OGPI_RB_OBJECT
} ogpi_rb_kind;

/* A cursor: cheap, copyable. Reading past what is there gives a cursor of kind NONE; so calls can be chained. */
typedef struct ogpi_rb { const ogp_rulebook *book; uint32_t value; } ogpi_rb;

ogpi_rb ogpi_rb_root(const ogp_rulebook *book); /* NULL: the built-in one */
ogpi_rb_kind ogpi_rb_kind_of(ogpi_rb v);
ogpi_rb ogpi_rb_get(ogpi_rb object, const char *key);             /* binary search */
ogpi_rb ogpi_rb_path(const ogp_rulebook *book, const char *path); /* "calendar/cal-2018/late_months" */
size_t ogpi_rb_count(ogpi_rb v);                                  /* elements or members, else 0 */
ogpi_rb ogpi_rb_at(ogpi_rb v, size_t index);                      /* element, or member's value in key order */
const char *ogpi_rb_key(ogpi_rb object, size_t index);
/* The index of a member, OGPI_RB_NOWHERE where the object has none of that name. */
#define OGPI_RB_NOWHERE SIZE_MAX
size_t ogpi_rb_find(ogpi_rb object, const char *key);
/* The fallback too where the string is packed, as texts of rules are in the built-in rulebook: see ogpi_rb_expand(). */
const char *ogpi_rb_string(ogpi_rb v, const char *fallback);
/* A string, packed or not, "" where it is none: as much as fits, never half a code point. Returns its whole length. */
size_t ogpi_rb_expand(ogpi_rb v, char *buffer, size_t size);
int32_t ogpi_rb_int(ogpi_rb v, int32_t fallback);                  /* the fallback too where it does not fit */
int64_t ogpi_rb_long(ogpi_rb v, int64_t fallback);
double ogpi_rb_real(ogpi_rb v, double fallback);                  /* an int too */
bool ogpi_rb_bool(ogpi_rb v, bool fallback);
/* The text of an object by language ({"en": ..., "ar": ...}); English, then anything, where the language is not there.
   "" where it is packed, as most are in the built-in rulebook: build.c. */
const char *ogpi_rb_text(ogpi_rb v, const char *language);
/* That text as a cursor, for what may be packed. */
ogpi_rb ogpi_rb_in_language(ogpi_rb v, const char *language);
/* A packed text that is no rule's is shorter than this. */
#define OGPI_NAME_SIZE 320
/* As ogpi_rb_text(), for texts that are packed too: those are unpacked into the room. A string is a text in any
 * language. */
const char *ogpi_rb_name(char room[OGPI_NAME_SIZE], ogpi_rb v, const char *language);
bool ogpi_rb_has(ogpi_rb array, const char *string);              /* array of strings */
/* The value of a parameter of rulebook/params.json. */
ogpi_rb ogpi_rb_param(const ogp_rulebook *book, const char *name);

/* An edition, and the days from which and to which it holds. */
typedef struct ogpi_era {
    const char *id, *kind;
    int32_t first, last; /* INT32_MIN, INT32_MAX: open */
} ogpi_era;
ogpi_era ogpi_era_at(ogpi_rb editions, size_t index);
/* As ogpi_edition_on(), among editions that were read before. */
const char *ogpi_era_on(const ogpi_era *eras, size_t count, const char *kind, int32_t day);
/* The edition of a kind ("calendar", "template", "irm", "star", "cocreation", "eligibility") that holds on a day; where
   two hold, the later one. NULL where none does. Which date counts (submission, due date ...) is the edition's member
   "by". */
const char *ogpi_edition_on(const ogp_rulebook *book, const char *kind, int32_t day);

ogp_severity ogpi_severity_named(const char *name); /* NONE for what is no name of one */

/* "en", "ar", "fr", "es": index 0-3, or -1. */
#define OGPI_LANGUAGES 4
int ogpi_language_index(const char *language);
const char *ogpi_language_code(int index);

/* Where threads put what one of them has made for all. */
typedef _Atomic(void *) ogpi_shared;

/* Context, read by every room. All accept NULL. */
const ogp_allocator *ogpi_context_allocator(const ogp_context *context);

/* What a call has built and the next one can use: buffers that have grown, tables of the rulebook. It begins with
   this. */
typedef struct ogpi_spare { void (*release)(struct ogpi_spare *spare); } ogpi_spare;
typedef enum ogpi_spare_kind { OGPI_SPARE_SCANNER, OGPI_SPARE_SCORER, OGPI_SPARE_KINDS } ogpi_spare_kind;
/* One that an earlier call left, for this call alone; NULL where there is none, always without a context. It must hold
   no reference to the context. */
ogpi_spare *ogpi_context_take(const ogp_context *context, ogpi_spare_kind kind);
/* Leaves it to later calls, or releases it. Any thread may take and give. */
void ogpi_context_give(const ogp_context *context, ogpi_spare_kind kind, ogpi_spare *spare);
enum { OGPI_TEXT_MESSAGE, OGPI_TEXT_MEND, OGPI_TEXT_KINDS };
/* What a context keeps of a rule once it was asked for (kept.h); nothing kept yet is 0. */
typedef struct ogpi_kept_rule {
    ogpi_shared texts[OGPI_TEXT_KINDS + 1][OGPI_LANGUAGES]; /* ready for arguments; then an ogpi_kept_json */
    _Atomic(uint32_t) severity; /* in an edition: 8 times where its id begins in the strings, and 1 + ogp_severity */
} ogpi_kept_rule;
/* NULL without a context or memory. Any thread may read and write what it keeps. */
ogpi_kept_rule *ogpi_context_rule(const ogp_context *context, const ogp_rule *rule);
/* Where a context keeps the names of one of the rulebook's terms as messages have them, by language. NULL likewise. */
ogpi_shared *ogpi_context_term(const ogp_context *context, size_t index);

#endif
