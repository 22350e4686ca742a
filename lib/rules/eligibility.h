/* SPDX-License-Identifier: MIT */
/* Eligibility: the rulebook's tables read once, then pure functions that allocate nothing. */
#ifndef OGPI_ELIGIBILITY_H
#define OGPI_ELIGIBILITY_H

#include "rulebook/finding.h"
#include "rulebook/names.h"
#include <ogp/eligibility.h>

enum { OGPI_ELI_METRICS = 4, OGPI_ELI_CELLS = 8, OGPI_ELI_LEVELS = 8, OGPI_ELI_CHANGES = 64, OGPI_ELI_EDITIONS = 16 };
enum { OGPI_ELI_NEEDS = 128 }; /* sets kept; the cheapest come first */

typedef enum ogpi_cell_kind { OGPI_CELL_LEVELS, OGPI_CELL_BANDS, OGPI_CELL_ORDINAL } ogpi_cell_kind;

typedef struct ogpi_level {
    const char *id;   /* "law"; of a band its condition, ">7.5" */
    const char *term; /* of its name */
    const char *status;
    int32_t points;
    double cut;       /* of a band: above it, or from it on */
    bool inclusive;
} ogpi_level;

typedef struct ogpi_cell_rules {
    const char *id;
    const char *term;     /* of the condition, for what is no act */
    const char *variable; /* of V-Dem, ordinal */
    ogpi_cell_kind kind;
    int metric; /* index, or -1 */
    double minimum, maximum;
    size_t level_count;
    ogpi_level levels[OGPI_ELI_LEVELS]; /* rising; of ordinal cells: [0] below the threshold, [1] from it on */
} ogpi_cell_rules;

typedef struct ogpi_change_rule {
    ogp_change change;
    uint8_t cell, from, to;
} ogpi_change_rule;

typedef struct ogpi_metric_rules {
    const char *id, *source, *status;
    uint32_t cells; /* bits */
    bool score_known; /* a cell that is blank counts 0 instead of making the metric blank */
} ogpi_metric_rules;

typedef struct ogpi_eligibility_edition {
    const char *id;
    int32_t from, to;
    const char *min_status;
    const char *metric_source[OGPI_ELI_METRICS], *metric_status[OGPI_ELI_METRICS];
} ogpi_eligibility_edition;

typedef struct ogpi_eligibility_rules {
    const ogp_rulebook *book;
    size_t metric_count, cell_count, change_count, edition_count;
    ogpi_metric_rules metrics[OGPI_ELI_METRICS];
    ogpi_cell_rules cells[OGPI_ELI_CELLS];
    ogpi_change_rule changes[OGPI_ELI_CHANGES];
    ogpi_eligibility_edition editions[OGPI_ELI_EDITIONS];
    int32_t numerator, denominator, metric_points, min_metrics;
    int32_t year_minimum, year_maximum;
    int32_t values_from;      /* first year of the Values Check */
    int32_t values_uncertain; /* the alternative first year: years from it on are unverified */
    uint32_t values_cells;    /* bits */
    double threshold;
    bool values_all, accept_fractional, known_fails;
    char texts[OGPI_ELI_CELLS][OGPI_ELI_LEVELS][16];  /* conditions, ">7.5" */
    char falls[OGPI_ELI_CELLS][OGPI_ELI_LEVELS][16];  /* what is below them, "<=7.5" */
} ogpi_eligibility_rules;

/* The same for many verdicts. */
typedef struct ogpi_eligibility_book {
    ogpi_refcount refs;
    ogp_allocator allocator;
    ogp_rulebook *rulebook;
    ogpi_names names;
    ogpi_eligibility_rules rules;
} ogpi_eligibility_book;

ogpi_eligibility_book *ogpi_eligibility_book_new(const ogp_context *context); /* NULL: no memory */
void ogpi_eligibility_book_unref(ogpi_eligibility_book *book);

/* A cell as it was understood. level -1: blank. */
typedef struct ogpi_cell_value {
    int32_t level;
    double number;
    bool unverified; /* how its words were read */
} ogpi_cell_value;

typedef struct ogpi_country_year {
    int32_t year;
    int32_t member, un_member; /* ogp_answer */
    ogpi_cell_value cells[OGPI_ELI_CELLS];
} ogpi_country_year;

typedef struct ogpi_eligibility_verdict {
    const ogpi_eligibility_edition *edition;
    int32_t points[OGPI_ELI_METRICS]; /* -1: not measured */
    int32_t measured, total, maximum, needed; /* needed: the least total that passes */
    ogp_verdict core, values_check;
    ogp_answer eligible;
    bool core_unverified, values_unverified, eligible_unverified;
    uint32_t half_known; /* metrics, bits */
} ogpi_eligibility_verdict;

typedef struct ogpi_need {
    uint8_t count;
    uint8_t changes[OGPI_ELI_CELLS]; /* indices of rules->changes */
    int16_t acts, points;
} ogpi_need;

typedef struct ogpi_needs {
    size_t count;
    ogpi_need sets[OGPI_ELI_NEEDS];
} ogpi_needs;

void ogpi_eligibility_read(ogpi_eligibility_rules *out, const ogp_rulebook *book);
const ogpi_eligibility_edition *ogpi_eligibility_edition_of(const ogpi_eligibility_rules *rules, int32_t year);
int ogpi_eligibility_cell(const ogpi_eligibility_rules *rules, const char *id); /* index or -1 */

typedef enum ogpi_cell_fault {
    OGPI_CELL_GOOD,
    OGPI_CELL_WORD,
    OGPI_CELL_NUMBER,
    OGPI_CELL_RANGE,
    OGPI_CELL_WHOLE
} ogpi_cell_fault;
/* What a cell's text means; a bad one is blank, and why. */
ogpi_cell_fault ogpi_eligibility_parse(const ogpi_eligibility_rules *rules, int cell, const char *text, size_t length,
                                       ogpi_cell_value *out);
/* The same for a number. */
ogpi_cell_fault ogpi_eligibility_number(const ogpi_eligibility_rules *rules, int cell, double number,
                                        ogpi_cell_value *out);
/* True for the words that mean that nothing was measured. */
bool ogpi_eligibility_missing(const ogpi_eligibility_rules *rules, const char *text, size_t length);
/* A document's availability in the words of the Open Budget Survey: 1, 0, or -1 for other words. */
int ogpi_eligibility_document(const ogp_rulebook *book, const char *text, size_t length);
/* 1 or 0 in any of its spellings. */
bool ogpi_eligibility_answer(const ogpi_eligibility_rules *rules, const char *text, size_t length, int32_t *out);
/* The finding about a bad cell. `column`: its name in the table. */
void ogpi_eligibility_fault(const ogpi_eligibility_rules *rules, ogpi_report_builder *report, int cell,
                            ogpi_cell_fault fault, const char *column, const char *text, const char *path,
                            const char *subject);

/* A verdict for the caller. Takes the report over, also on failure. */
int ogpi_eligibility_make(ogp_eligibility **out, ogpi_eligibility_book *book, const char *country, size_t length,
                          const ogpi_country_year *c, ogp_report *report, ogp_error *error);
const ogpi_eligibility_rules *ogpi_eligibility_rules_of(const ogp_eligibility *eligibility);
const ogpi_eligibility_verdict *ogpi_eligibility_verdict_of(const ogp_eligibility *eligibility);

void ogpi_eligibility_evaluate(ogpi_eligibility_verdict *out, const ogpi_eligibility_rules *rules,
                               const ogpi_country_year *c);
void ogpi_eligibility_needs(ogpi_needs *out, const ogpi_eligibility_rules *rules, const ogpi_country_year *c,
                            const ogpi_eligibility_verdict *verdict);
/* Losses, one a cell at most, each of which alone would end eligibility. */
size_t ogpi_eligibility_losses(ogp_change out[OGPI_ELI_CELLS], const ogpi_eligibility_rules *rules,
                               const ogpi_country_year *c, const ogpi_eligibility_verdict *verdict);
/* "audit_report=1", "civil_liberties>7.5". */
void ogpi_change_write(ogpi_buffer *out, const ogp_change *change);
/* The reasons as findings. */
void ogpi_eligibility_explain(ogpi_report_builder *report, const ogpi_eligibility_rules *rules,
                              const ogpi_country_year *c, const ogpi_eligibility_verdict *verdict, const char *path,
                              const char *subject);
/* The trend from one year to another: year, points, maximum of both. */
void ogpi_eligibility_add_trend(ogpi_report_builder *report, const char *edition, const char *path, const char *subject,
                                const int32_t before[3], const int32_t after[3]);

#endif
