/* SPDX-License-Identifier: MIT */
/* What the files of SMART share: the scorer's insides, and the observations that fill in signals. */
#ifndef OGPI_SMART_SCORER_H
#define OGPI_SMART_SCORER_H

#include "rules/smart_table.h"

struct ogpi_smart_scorer {
    ogpi_spare spare; /* first */
    const ogp_allocator *allocator;
    const ogp_rulebook *book;
    const ogpi_smart_table *table;
    ogpi_smart_table *own; /* NULL: the built-in one */
    uint8_t criteria[OGPI_SIGNALS]; /* what each signal speaks for: the first criterion that has points for it */
    ogpi_buffer leads;     /* words of the own table */
    ogpi_scanner *scanner;
    struct ogpi_prepared *prepared; /* NULL until a check asks */
    ogpi_buffer folded;    /* scratch */
    ogpi_buffer bodies;    /* names that the scanner knows */
    ogpi_buffer last_lead; /* the name of the lead that was asked about last ... */
    bool last_is_general;  /* ... and whether it is nobody in particular */
    bool keep_evidence;
    ogpi_evidence *evidence;
    size_t evidence_count, evidence_capacity;
    unsigned hints;        /* of the commitment at hand ... */
    size_t words;          /* ... and how long its promises are */
};

/* Counts a signal, and keeps where it was seen. False without memory. */
typedef struct ogpi_observer {
    ogpi_smart_scorer *scorer;
    ogpi_smart_result *result;
    const char *language;
    int32_t milestone;
    int code;
    ogp_error *error;
} ogpi_observer;
void ogpi_observe(ogpi_observer *observer, ogpi_signal signal, const char *field, const ogp_fact *fact);

/* smart_texts.c: facts in the texts. */
void ogpi_observe_texts(ogpi_observer *observer, const ogp_commitment *commitment);
/* smart_fields.c: what the fields say. */
void ogpi_observe_fields(ogpi_observer *observer, const ogp_commitment *commitment);
/* smart_dates.c: dates and their order. */
void ogpi_observe_dates(ogpi_observer *observer, const ogp_plan *plan, const ogp_commitment *commitment);

#endif
