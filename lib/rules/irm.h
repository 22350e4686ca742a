/* SPDX-License-Identifier: MIT */
/* The IRM's assessment as the rulebook has it, made ready to work on rows: columns (slots), scales with every spelling,
   derived figures as small programs. Pure: no table and no file is known here. One object is read by many threads. */
#ifndef OGPI_IRM_H
#define OGPI_IRM_H

#include "rulebook/rulebook.h"
#include <ogp/irm.h>

typedef enum ogpi_irm_type {
    OGPI_IRM_LEVEL,  /* a level of a scale: label, code or both */
    OGPI_IRM_FLAG,   /* 1, 0 */
    OGPI_IRM_AREA,   /* a flag that tells of a policy area */
    OGPI_IRM_INT,
    OGPI_IRM_DATE,
    OGPI_IRM_TERM,   /* a short text that repeats */
    OGPI_IRM_TEXT,
    OGPI_IRM_ID,
    OGPI_IRM_NUMBER, /* a commitment's number, which is text */
    OGPI_IRM_STRING,
    OGPI_IRM_COUNTRY,
    OGPI_IRM_MEMBER,
    OGPI_IRM_PRIVATE /* never kept */
} ogpi_irm_type;

/* A scale is a list of levels, each with an id ("moderate"), a code and any number of spellings in the rulebook. */
typedef struct ogpi_irm_level {
    const char *id;
    int16_t code;
} ogpi_irm_level;

typedef struct ogpi_irm_scale {
    const char *id;
    const ogpi_irm_level *levels;
    size_t count;
    ogpi_rb rb;
} ogpi_irm_scale;

typedef struct ogpi_irm_column {
    const char *id;
    const ogpi_irm_scale *scale; /* NULL where there is none */
    ogpi_irm_type type;
    uint32_t value; /* its entry in the rulebook: ogpi_irm_column_entry() */
} ogpi_irm_column;

/* One comparison: what is in the slot, an ogpi_irm_op, and a value. */
typedef struct ogpi_irm_term {
    uint16_t slot;
    uint8_t op;
    int16_t value;
} ogpi_irm_term;

/* A stretch of irm->terms: holds when any of them holds. */
typedef struct ogpi_irm_test {
    uint16_t first, count;
} ogpi_irm_test;

/* A stretch of irm->tests: all must hold. */
typedef struct ogpi_irm_tests {
    uint16_t first, count;
} ogpi_irm_tests;

/* How a value comes about from its members. */
typedef enum ogpi_irm_kind {
    OGPI_IRM_CONST, /* number */
    OGPI_IRM_COPY,  /* what is in slot a */
    OGPI_IRM_MINUS, /* slot a less slot b */
    OGPI_IRM_PLUS,  /* slot a and number */
    OGPI_IRM_COUNT  /* how many of the b slots from irm->slots[a] on hold 1 */
} ogpi_irm_kind;

typedef struct ogpi_irm_value {
    uint8_t kind;
    int16_t number;
    uint16_t a, b;
} ogpi_irm_value;

/* A formula's first case whose tests hold gives its value. */
typedef struct ogpi_irm_case {
    ogpi_irm_tests when;
    ogpi_irm_value value;
} ogpi_irm_case;

/* How an audit compares: both coded; whenever recomputed; missing words too. */
typedef enum ogpi_irm_compare { OGPI_IRM_NEVER, OGPI_IRM_CODED, OGPI_IRM_RECOMPUTED, OGPI_IRM_WORDS } ogpi_irm_compare;

typedef struct ogpi_irm_formula {
    const char *id;
    const ogpi_irm_scale *scale;
    ogpi_rb rb;
    int column; /* the published one, or -1 */
    ogpi_irm_compare compare;
    ogpi_irm_tests where;
    uint16_t first_case, case_count;
    ogpi_irm_tests tests; /* all must hold for 1, else 0; count 0: the value below */
    bool has_tests;
    ogpi_irm_value otherwise;
} ogpi_irm_formula;

typedef struct ogpi_irm ogpi_irm;
struct ogpi_irm {
    const ogp_allocator *allocator; /* NULL: the built-in one, which nobody frees */
    const ogp_rulebook *book;
    ogpi_arena arena;
    const ogpi_irm_scale *scales;
    size_t scale_count;
    const ogpi_irm_column *columns;
    size_t column_count;
    const ogpi_irm_formula *formulas;
    size_t formula_count;
    const uint16_t *output; /* formulas of the program's row, in order */
    size_t output_count;
    const ogpi_irm_term *terms;
    const ogpi_irm_test *tests;
    const ogpi_irm_case *cases;
    const uint16_t *slots;
    const uint16_t *by_name; /* slots in the order of ids */
    size_t slot_count;       /* columns, then formulas */
};

/* That of the context's rulebook: of the built-in one it is compiled in (generate.c), of another one loaded. */
int ogpi_irm_open(ogpi_irm **out, const ogp_context *context, ogp_error *error);
int ogpi_irm_load(ogpi_irm **out, const ogp_context *context, ogp_error *error);
void ogpi_irm_close(ogpi_irm *irm);
extern const ogpi_irm ogpi_irm_builtin;

static inline ogpi_rb ogpi_irm_column_entry(const ogpi_irm *irm, size_t column)
{
    return (ogpi_rb){irm->book, irm->columns[column].value};
}

/* The slot of a column ("specificity") or a derived figure ("d.specificity"); -1 when there is none. */
int ogpi_irm_slot(const ogpi_irm *irm, const char *name);
const char *ogpi_irm_slot_name(const ogpi_irm *irm, size_t slot);
const ogpi_irm_scale *ogpi_irm_slot_scale(const ogpi_irm *irm, size_t slot);
int ogpi_irm_column_index(const ogpi_irm *irm, const char *id);
int ogpi_irm_formula_index(const ogpi_irm *irm, const char *id);

/* Level of a scale by id, by code; index or -1. */
int ogpi_irm_level_by_id(const ogpi_irm_scale *scale, const char *id);
int ogpi_irm_level_by_code(const ogpi_irm_scale *scale, int code);
/* Level by any spelling known (case, blanks at the ends and a leading "a. " do not count); -1 unknown. */
int ogpi_irm_level_by_label(const ogpi_irm_scale *scale, const char *label, size_t length);
/* The missing word that a cell is, or 0. */
int ogpi_irm_missing_by_label(const ogpi_irm *irm, const char *label, size_t length);
int ogpi_irm_missing_by_id(const ogpi_irm *irm, const char *id);
/* Equal but for case, blanks at the ends, doubled blanks, NBSP, <br/> and soft hyphens. */
bool ogpi_irm_same(const char *text, size_t length, const char *other);

/* What a value reads like: a level's id, a number, or a missing word. */
#define OGPI_IRM_WORD_SIZE 24
void ogpi_irm_spell(char out[OGPI_IRM_WORD_SIZE], const ogpi_irm_scale *scale, int value);

/* Why a figure is what it is. */
typedef struct ogpi_irm_trace {
    int fired;       /* the case that decided, or -1 */
    int failed;      /* the first test that failed (index into irm->tests), or -1 */
    uint32_t passed; /* how many tests hold */
} ogpi_irm_trace;

/* All slots absent. */
void ogpi_irm_clear(const ogpi_irm *irm, int16_t *values);
/* Works out one formula into its slot and returns the value. values has slot_count entries. */
int ogpi_irm_eval(const ogpi_irm *irm, size_t formula, int16_t *values, ogpi_irm_trace *trace);
bool ogpi_irm_holds(const ogpi_irm_term *term, const int16_t *values);
bool ogpi_irm_test_holds(const ogpi_irm *irm, const ogpi_irm_test *test, const int16_t *values);
bool ogpi_irm_all_hold(const ogpi_irm *irm, ogpi_irm_tests tests, const int16_t *values);
/* Marks the formulas that `formula` rests on, itself too, in wanted[formula_count]. */
void ogpi_irm_want(const ogpi_irm *irm, size_t formula, bool *wanted);
const char *ogpi_irm_op_name(int op);

/* The method for plans submitted in a year: a cursor into irm/methods; kind NONE where there is none. */
ogpi_rb ogpi_irm_method_of_year(const ogp_rulebook *book, int year);
ogpi_rb ogpi_irm_method(const ogp_rulebook *book, const char *id);
/* The break that lies between two methods for a variable or figure; kind NONE where they can be compared. */
ogpi_rb ogpi_irm_break(const ogp_rulebook *book, const char *variable, const char *from, const char *to);

#endif
