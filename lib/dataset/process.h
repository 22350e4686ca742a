/* SPDX-License-Identifier: MIT */
/* The process database: a row a plan, the six steps of its consultation, levels of participation. The door through
   which the rules of co-creation read it. Values are codes or an ogp_missing. */
#ifndef OGPI_PROCESS_H
#define OGPI_PROCESS_H

#include "dataset/table.h"

enum { OGPI_PROCESS_STEPS = 6 };

typedef struct ogpi_process_row {
    size_t number;       /* record in the file, from 1 */
    const char *country; /* as spelt in the table */
    const char *member;  /* "JOR", "" where not known */
    int plan;            /* number of the plan, or missing */
    int year;            /* of submission, 0 where not known */
    int steps[OGPI_PROCESS_STEPS]; /* timeline, notice, awareness, online, in person, summary: 1, 0 or missing */
    int step_count;      /* codes equal to 1; OGP_MISSING_NR when not one of the six was reviewed */
    int published_count; /* the table's own */
    bool reviewed;       /* at least one of the six steps has a code */
    int notice_days;     /* 999: unclear */
    int open_development, open_implementation; /* 1 open, 0 invitation only */
    int iap2_development, iap2_implementation; /* 0 no consultation, 1 inform ... 5 empower */
    int forum;
    int self_assessment, self_assessment_on_time, comment_period;
} ogpi_process_row;

typedef struct ogpi_process ogpi_process;

/* The reader takes the source over and closes it, also when it fails. FORMAT when the table is no process database. */
int ogpi_process_open(ogpi_process **out, const ogpi_source *source, const ogp_context *context, ogp_error *error);
void ogpi_process_close(ogpi_process *process);
/* 1, 0 at the end, or an error. */
int ogpi_process_next(ogpi_process *process, ogpi_process_row *row, ogp_error *error);
/* Findings of reading; once, at the end. */
int ogpi_process_report(ogp_report **out, ogpi_process *process, ogp_error *error);

#endif
