/* SPDX-License-Identifier: MIT */
/* SMART by signals: small observations on a commitment, each a bit and a count, taken from its fields and from the
   facts in its texts. Which signals make a criterion met or partly met, and how many points each gives, is the
   table "smart" of the rulebook. A scorer keeps its memory from commitment to commitment. */
#ifndef OGPI_SMART_H
#define OGPI_SMART_H

#include "model/model.h"
#include "rulebook/rulebook.h"
#include "text/text.h"
#include <ogp/smart.h>

typedef enum ogpi_signal {
    OGPI_SIGNAL_PROBLEM,          /* the problem or its causes are stated */
    OGPI_SIGNAL_ACTIVITY,         /* what will be done is stated */
    OGPI_SIGNAL_RESULT,           /* the expected result is stated, in a field or by a milestone's output */
    OGPI_SIGNAL_CONCRETE,         /* not only vague wording: at least one checkable fact in the texts */
    OGPI_SIGNAL_DELIVERABLE,      /* deliverables in the texts */
    OGPI_SIGNAL_QUANTITY,         /* quantities in the texts */
    OGPI_SIGNAL_VAGUE,            /* vague wordings in the texts */
    OGPI_SIGNAL_MILESTONE,        /* milestones */
    OGPI_SIGNAL_OUTPUT,           /* milestones with an output */
    OGPI_SIGNAL_LEAD,             /* a lead is named that can answer */
    OGPI_SIGNAL_CONTACT,          /* somebody of the lead can be reached */
    OGPI_SIGNAL_SUPPORTING,       /* supporting institutions */
    OGPI_SIGNAL_BODY,             /* bodies named in the texts */
    OGPI_SIGNAL_VALUE,            /* core values with a reason */
    OGPI_SIGNAL_VALUE_THIN,       /* core values with a reason of hardly a word */
    OGPI_SIGNAL_VALUE_HINT,       /* core values that the texts speak to */
    OGPI_SIGNAL_START,            /* the commitment has a start */
    OGPI_SIGNAL_END,              /* the commitment has an end */
    OGPI_SIGNAL_END_EXACT,        /* ... that names at least the month */
    OGPI_SIGNAL_ORDERED,          /* no date stands before one that must come first */
    OGPI_SIGNAL_INSIDE,           /* no date stands outside the plan's period */
    OGPI_SIGNAL_MILESTONE_DATED,  /* milestones with an end */
    OGPI_SIGNAL_ALL_DATED,        /* every milestone has an end, and there is one */
    OGPI_SIGNAL_DATE,             /* dates in the texts */
    OGPI_SIGNAL_DURATION,         /* durations in the texts */
    OGPI_SIGNAL_ACT,              /* verbs and nouns of making: publish, adoption of */
    OGPI_SIGNAL_KINDS,            /* kinds of facts that can be checked, of five */
    OGPI_SIGNAL_FREE,             /* one free text, without the fields of a template */
    OGPI_SIGNAL_DETAIL,           /* several kinds of checkable facts in the texts */
    OGPI_SIGNAL_MEASURE,          /* a deliverable or a quantity */
    OGPI_SIGNAL_ONLY_VAGUE,       /* vague wordings, and no checkable fact */
    OGPI_SIGNAL_LEAD_GENERAL,     /* the lead is a general word such as "the government" */
    OGPI_SIGNAL_ACT_SHARE,        /* acts among a hundred words of the texts */
    OGPI_SIGNAL_VAGUE_SHARE,      /* vague wordings for eight checkable facts */
    OGPI_SIGNAL_TITLE,            /* checkable facts in the commitment's title */
    OGPI_SIGNAL_STEP,             /* sentences with checkable facts of two kinds or more */
    OGPI_SIGNALS
} ogpi_signal;

typedef struct ogpi_smart_result {
    uint64_t signals;               /* bit by ogpi_signal */
    uint16_t counts[OGPI_SIGNALS];
    uint8_t marks[OGP_SMART_CRITERIA]; /* ogp_smart_mark */
    uint8_t score;                  /* 0 to 100 */
} ogpi_smart_result;

/* Where a signal was seen: borrowed from the scorer until its next call. */
typedef struct ogpi_evidence {
    uint8_t signal;         /* an ogpi_signal */
    uint8_t fact;           /* an ogp_fact_type, or 0 for a field as such */
    const char *field;      /* "results", or "output" of a milestone */
    int32_t milestone;      /* index, or -1 */
    size_t start, end;      /* bytes in the text of the field; 0, 0 for the field as such */
} ogpi_evidence;

typedef struct ogpi_smart_scorer ogpi_smart_scorer; /* not shared between threads */

int ogpi_smart_new(ogpi_smart_scorer **out, const ogp_context *context, ogp_error *error);
void ogpi_smart_free(ogpi_smart_scorer *scorer);
/* One that the context kept from an earlier call, else a new one; a call that went well gives it back, another one
 * frees it. */
int ogpi_smart_take(ogpi_smart_scorer **out, const ogp_context *context, ogp_error *error);
void ogpi_smart_give(ogpi_smart_scorer *scorer, const ogp_context *context, int code);
/* What checks have made ready, kept with the scorer. */
struct ogpi_prepared;
int ogpi_smart_prepared(struct ogpi_prepared **out, ogpi_smart_scorer *scorer, ogp_error *error);
/* Whether to gather evidence (default no: streams do not need it). */
void ogpi_smart_keep_evidence(ogpi_smart_scorer *scorer, bool keep);
/* One commitment. plan may be NULL: then its period and language are not known. Allocates nothing once warm. */
int ogpi_smart_commitment(ogpi_smart_scorer *scorer, const ogp_plan *plan, const ogp_commitment *commitment,
                          ogpi_smart_result *out, ogp_error *error);
const ogpi_evidence *ogpi_smart_evidence(const ogpi_smart_scorer *scorer, size_t *count);
/* Which core values the texts of the last commitment speak to: bits as ogpi_scan_values() gives them. */
unsigned ogpi_smart_value_hints(const ogpi_smart_scorer *scorer);
/* Why a criterion is not met, as entries of the rulebook, at most OGPI_SMART_REASONS of them: "rule" is the rule's
   id. */
#define OGPI_SMART_REASONS 8
size_t ogpi_smart_reasons(const ogpi_smart_scorer *scorer, const ogpi_smart_result *result,
                          ogp_smart_criterion criterion, ogpi_rb reasons[OGPI_SMART_REASONS]);
/* The i-th criterion of the rulebook, or -1. */
int ogpi_smart_criterion_at(const ogpi_smart_scorer *scorer, size_t index);
const char *ogpi_signal_name(ogpi_signal signal);

#endif
