/* SPDX-License-Identifier: MIT */
/* What the families of checks on a plan share. A family looks at the plan, or at one commitment, and adds findings;
   check.c holds the table of families and calls them in the order of the document. */
#ifndef OGPI_CHECK_H
#define OGPI_CHECK_H

#include "base/json.h"
#include "model/model.h"
#include "rulebook/finding.h"
#include "rules/firsts.h"
#include "rules/prepared.h"
#include "rules/smart.h"

typedef struct ogpi_check {
    const ogp_plan *plan;
    const ogp_context *context;
    const ogp_rulebook *book;
    ogpi_report_builder *report;
    ogpi_smart_scorer *smart; /* of the commitment at hand, once ogpi_check_marks() was asked */
    ogpi_smart_result marks;
    const ogp_commitment *marked;
    ogpi_prepared *prepared;
    const ogpi_template *template; /* of this edition; NULL where the rulebook has none */
    struct ogpi_irm *irm; /* NULL until an assessment is met */
    const char *edition;  /* of the template: "handbook-2022" ... ; never NULL */
    const char *calendar; /* of the plan's due date: "cal-2018" ... ; never NULL */
    int32_t year;         /* of submission, else of the start, else 0 */
    int32_t due_year;     /* in which the plan was due, by its end and length, else 0 */
    ogpi_firsts firsts;   /* scratch */
    ogpi_pointer path;    /* the record at hand; a family leaves it as it found it */
    char subject[256];    /* its number and name ... */
    const ogpi_text *named; /* ... and where the name is from */
} ogpi_check;

/* A family has one of these, or both. A return below 0 ends the check (only memory can be the reason). */
typedef int (*ogpi_plan_family)(ogpi_check *check, ogp_error *error);
typedef int (*ogpi_commitment_family)(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);

/* Adds a finding about the record at hand. spec->path is relative to check->path ("lead/contact", NULL for the record
   itself); subject and, where NULL, edition (the template's) are filled in. */
void ogpi_check_add(ogpi_check *check, const ogpi_finding_spec *spec);

#define OGPI_ARGS(...) \
    .args = (const ogpi_arg[]){ __VA_ARGS__ }, .arg_count = sizeof((const ogpi_arg[]){ __VA_ARGS__ }) / sizeof(ogpi_arg)

/* Whether a rule holds in an edition (NULL: the template's). Where not, its finding need not be put together. */
bool ogpi_check_holds(const ogpi_check *check, const char *rule, const char *edition);

/* Goes into the index-th record of a list; returns what ogpi_pointer_pop() needs to come back. */
size_t ogpi_check_enter(ogpi_check *check, const char *list, size_t index);
/* Number and name of a record into check->subject, cut at a whole character. */
void ogpi_check_subject(ogpi_check *check, const ogpi_string *number, const ogpi_text *title);

/* SMART's marks of the commitment at hand, worked out once for all families; with them check->smart has its evidence
   and hints. A negative code is what a family returns. */
int ogpi_check_marks(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);

/* Families. */
int ogpi_check_template_plan(ogpi_check *check, ogp_error *error);
int ogpi_check_template(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);
int ogpi_check_words_plan(ogpi_check *check, ogp_error *error);
int ogpi_check_words(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);
int ogpi_check_dates_plan(ogpi_check *check, ogp_error *error);
int ogpi_check_dates(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);
int ogpi_check_numbering_plan(ogpi_check *check, ogp_error *error);
int ogpi_check_numbering(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);
int ogpi_check_counts(ogpi_check *check, ogp_error *error);
int ogpi_check_challenges_plan(ogpi_check *check, ogp_error *error);
int ogpi_check_challenges(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);
int ogpi_check_values(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);
int ogpi_check_smart(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);
/* irm_check.c: the IRM's codes that the document holds */
int ogpi_check_assessments(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error);
/* cocreation_check.c */
int ogpi_check_cocreation(ogpi_check *check, ogp_error *error);

#endif
