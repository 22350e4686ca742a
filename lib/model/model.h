/* SPDX-License-Identifier: MIT */
/* The model: plans and what they hold, as plain data in one arena. Immutable once built.
   Every record begins with an ogpi_record; what each holds is described once, as tables of fields (shape.c),
   and read, written, compared and walked through these tables. */
#ifndef OGPI_MODEL_H
#define OGPI_MODEL_H

#include "base/value.h"
#include <ogp/date.h>

typedef struct ogpi_string {
    const char *text;
    size_t length;
} ogpi_string; /* text NULL: not stated; always NUL-terminated */

/* A text in one or several languages. A plain string has one item with language NULL (the plan's language). */
typedef struct ogpi_text_item { const char *language; ogpi_string text; } ogpi_text_item;
typedef struct ogp_localized { size_t count; const ogpi_text_item *items; } ogpi_text;

/* A date with the spelling it came in. text NULL: not stated; text "" : stated empty (value.kind NONE). */
typedef struct ogpi_date { ogpi_string text; ogp_edtf value; } ogpi_date;

typedef struct ogpi_strings { size_t count; const ogpi_string *items; bool present; } ogpi_strings;
typedef struct ogpi_dates { size_t count; const ogpi_date *items; bool present; } ogpi_dates;
typedef struct ogpi_list {
    size_t count;
    const void *items;
    bool present;
} ogpi_list; /* of records, see the field's shape */

/* Head of every record: the members that we do not know, in their order, to be written back. */
typedef struct ogpi_record { bool present; ogpi_value unknown; /* an OBJECT, count 0 when none */ } ogpi_record;

typedef struct ogp_contact {
    ogpi_record record;
    ogpi_text name;
    ogpi_text post;
    ogpi_string email;
    ogpi_string phone;
} ogp_contact;
/* lead and supporting institutions; kind: government, civil-society, private-sector, multilateral, parliament, other */
typedef struct ogp_institution {
    ogpi_record record;
    ogpi_text name;
    ogpi_string kind;
    ogp_contact contact;
} ogp_institution;

typedef struct ogp_milestone {
    ogpi_record record;
    ogpi_string number;
    ogpi_text title, description, output;
    ogpi_date start, end;
    ogpi_string completion;
    ogp_institution lead;
    ogpi_list supporting; /* ogp_institution */
} ogp_milestone;

typedef struct ogp_assessment {
    ogpi_record record;
    ogpi_string report; /* progress, end-of-term, design, action-plan-review, results ... */
    ogpi_string method; /* irm-2011 ... irm-2021 */
    ogpi_date published;
    ogpi_string specificity, verifiable, relevance;
    ogpi_strings values;
    ogpi_string potential_impact, potential_for_results, completion, did_it_open_government, early_results;
} ogp_assessment;

typedef struct ogpi_values {
    ogpi_record record;
    ogpi_text transparency, participation, accountability, technology;
} ogpi_values;

typedef struct ogp_commitment {
    ogpi_record record;
    ogpi_string id, number, plan, member; /* plan and member: only in streams of commitments */
    ogpi_string language;                 /* likewise */
    ogpi_text title, description, problem, causes, background, solution, results, objective, ambition, additional;
    ogpi_values values;
    ogpi_strings challenges, policy_areas;
    ogp_institution lead;
    ogpi_list supporting; /* ogp_institution */
    ogpi_date start, end;
    ogpi_date submitted;  /* of the plan: only in streams of commitments */
    ogpi_string status;   /* new, ongoing */
    ogpi_list milestones;  /* ogp_milestone */
    ogpi_list assessments; /* ogp_assessment */
} ogp_commitment;

typedef struct ogpi_forum { ogpi_record record; ogpi_dates meetings; ogpi_string rules_url; } ogpi_forum;
typedef struct ogpi_website { ogpi_record record; ogpi_string url; } ogpi_website;
typedef struct ogpi_repository { ogpi_record record; ogpi_string url; ogpi_dates updates; } ogpi_repository;
typedef struct ogp_outreach { ogpi_record record; ogpi_date date; ogpi_text audience; } ogp_outreach;
typedef struct ogpi_inputs { ogpi_record record; ogpi_date from, to; ogpi_text mechanism; } ogpi_inputs;
typedef struct ogpi_feedback { ogpi_record record; ogpi_date published; ogpi_string url; } ogpi_feedback;
typedef struct ogpi_iap2 { ogpi_record record; ogpi_string development, implementation; } ogpi_iap2;

typedef struct ogp_cocreation {
    ogpi_record record;
    ogpi_string standards; /* 2012, 2017, 2022 */
    ogpi_forum forum;
    ogpi_website website;
    ogpi_repository repository;
    ogpi_date started, timeline_published;
    ogpi_list outreach; /* ogp_outreach */
    ogpi_inputs inputs;
    ogpi_feedback feedback;
    ogpi_dates implementation_meetings;
    ogpi_iap2 iap2;
} ogp_cocreation;

struct ogp_plan {
    ogpi_record record;
    ogpi_string format; /* "ogp-plan/1" */
    ogpi_string id, member, level, language;
    ogpi_text title;
    ogpi_string edition;
    ogpi_date submitted, start, end;
    ogp_institution lead;
    ogp_cocreation cocreation;
    ogpi_list commitments; /* ogp_commitment */
    /* not members of the document: */
    ogpi_refcount refs;
    ogpi_arena arena;
    const ogp_allocator *allocator;
    ogp_allocator allocator_copy;
};
typedef struct ogp_plan ogp_plan;

/* Shapes: the fields of a record as data. */
typedef enum ogpi_field_kind {
    OGPI_FIELD_STRING,
    OGPI_FIELD_TEXT,
    OGPI_FIELD_DATE,
    OGPI_FIELD_STRINGS,
    OGPI_FIELD_DATES,
    OGPI_FIELD_RECORD,
    OGPI_FIELD_RECORDS
} ogpi_field_kind;
typedef struct ogpi_shape ogpi_shape;
typedef struct ogpi_field {
    const char *name;
    ogpi_field_kind kind;
    size_t offset;
    const ogpi_shape *shape; /* of RECORD and RECORDS */
    const char *item;        /* what one element of a list is called (XML); NULL where it is no list */
} ogpi_field;
struct ogpi_shape { const char *name; size_t size; const ogpi_field *fields; size_t field_count; };
extern const ogpi_shape ogpi_plan_shape, ogpi_commitment_shape, ogpi_milestone_shape, ogpi_assessment_shape,
    ogpi_institution_shape, ogpi_contact_shape, ogpi_cocreation_shape, ogpi_values_shape;
/* The field with that name, or NULL. */
const ogpi_field *ogpi_shape_field(const ogpi_shape *shape, const char *name);
/* Where the field lies in a record. */
static inline void *ogpi_slot(void *record, const ogpi_field *field) { return (char *)record + field->offset; }
static inline const void *ogpi_slot_of(const void *record, const ogpi_field *field)
{
    return (const char *)record + field->offset;
}
/* True when the member is stated, be it empty. */
bool ogpi_stated(const void *record, const ogpi_field *field);

#define OGPI_PLAN_FORMAT "ogp-plan/1"

/* An empty plan to be filled by a reader or the builder; then it is given out as const. NULL without memory. */
ogp_plan *ogpi_plan_new(const ogp_context *context);
/* Empties a plan that nobody else holds; its memory is used again. */
void ogpi_plan_reset(ogp_plan *plan);
/* True when the caller's is the only reference. */
bool ogpi_plan_sole(const ogp_plan *plan);

/* Reading helpers for the rules. Never NULL: "" where nothing is stated. */
const char *ogpi_text_in(const ogpi_text *text, const char *language,
                         size_t *length);    /* that language, else the first */
bool ogpi_text_empty(const ogpi_text *text); /* nothing but blanks in any language */
static inline const char *ogpi_str(const ogpi_string *s) { return s->text ? s->text : ""; }
static inline bool ogpi_blank(const ogpi_string *s)
{
    return !s->text || ((unsigned char)*s->text <= ' ' && s->text[strspn(s->text, " \t\r\n")] == '\0');
}
static inline const ogp_commitment *ogpi_commitment_at(const ogp_plan *plan, size_t i)
{
    return (const ogp_commitment *)plan->commitments.items + i;
}
static inline const ogp_milestone *ogpi_milestone_at(const ogp_commitment *c, size_t i)
{
    return (const ogp_milestone *)c->milestones.items + i;
}

#endif
