/* SPDX-License-Identifier: MIT */
/* What a script holds: an object of libogp, or a part of one together with a reference to the whole. So a part
   outlives the script's variable for the whole, in whatever order a collector frees them. */
#ifndef OGPB_HANDLES_H
#define OGPB_HANDLES_H

#include <ogp/ogp.h>
#include <stdlib.h>

#define OGPB_PART(Name, owner_type, part_type, ref, unref)                                                            \
    typedef struct Name {                                                                                             \
        owner_type *owner;                                                                                            \
        const part_type *it;                                                                                          \
    } Name;                                                                                                           \
    static inline Name *Name##_make(owner_type *owner, const part_type *it)                                           \
    {                                                                                                                 \
        Name *made = it ? (Name *)malloc(sizeof(Name)) : NULL;                                                        \
        if (made)                                                                                                     \
            *made = (Name){ ref(owner), it };                                                                         \
        return made;                                                                                                  \
    }                                                                                                                 \
    static inline void Name##_free(Name *self)                                                                        \
    {                                                                                                                 \
        unref(self->owner);                                                                                           \
        free(self);                                                                                                   \
    }

#define OGPB_PLAN_PART(Name, part_type) OGPB_PART(Name, ogp_plan, part_type, ogp_plan_ref, ogp_plan_unref)

/* A list within a part: its items are made when they are asked for. */
#define OGPB_LIST(List, Item, count, at)                                                                               \
    static inline size_t List##_size(const List *self)                                                                 \
    {                                                                                                                  \
        return count(self->it);                                                                                        \
    }                                                                                                                  \
    static inline Item *List##_item(const List *self, size_t index)                                                    \
    {                                                                                                                  \
        return Item##_make(self->owner, at(self->it, index));                                                          \
    }

#define OGPB_PLAN_LIST(List, Item, part_type, count, at) \
    OGPB_PLAN_PART(List, part_type)                      \
    OGPB_LIST(List, Item, count, at)

OGPB_PLAN_PART(Plan, ogp_plan)
OGPB_PLAN_PART(Contact, ogp_contact)
OGPB_PLAN_PART(Institution, ogp_institution)
OGPB_PLAN_PART(Milestone, ogp_milestone)
OGPB_PLAN_PART(Assessment, ogp_assessment)
OGPB_PLAN_PART(Commitment, ogp_commitment)
OGPB_PLAN_LIST(Commitments, Commitment, ogp_plan, ogp_plan_commitment_count, ogp_plan_commitment_at)
OGPB_PLAN_LIST(Milestones, Milestone, ogp_commitment, ogp_commitment_milestone_count, ogp_commitment_milestone_at)
OGPB_PLAN_LIST(Assessments, Assessment, ogp_commitment, ogp_commitment_assessment_count, ogp_commitment_assessment_at)
OGPB_PLAN_LIST(Supporters, Institution, ogp_commitment, ogp_commitment_supporting_count, ogp_commitment_supporting_at)
OGPB_PLAN_LIST(MilestoneSupporters, Institution, ogp_milestone, ogp_milestone_supporting_count,
               ogp_milestone_supporting_at)

/* Gives the memory back before the collector comes; what is read afterwards is empty. Parts keep their plan. */
static inline void Plan_close(Plan *self)
{
    ogp_plan_unref(self->owner);
    *self = (Plan){ NULL, NULL };
}

/* Takes the plan over. */
static inline Plan *Plan_take(ogp_plan *plan)
{
    Plan *made = Plan_make(plan, plan);
    ogp_plan_unref(plan);
    return made;
}

typedef struct Rulebook {
    ogp_rulebook *it;
} Rulebook;

/* Takes the rulebook over. */
static inline Rulebook *Rulebook_take(ogp_rulebook *rulebook)
{
    Rulebook *made = (Rulebook *)malloc(sizeof(Rulebook));
    if (made)
        *made = (Rulebook){ rulebook };
    else
        ogp_rulebook_unref(rulebook);
    return made;
}

static inline void Rulebook_free(Rulebook *self)
{
    ogp_rulebook_unref(self->it);
    free(self);
}

typedef struct Dataset {
    ogp_dataset *it;
} Dataset;

/* Takes the dataset over. */
static inline Dataset *Dataset_take(ogp_dataset *dataset)
{
    Dataset *made = (Dataset *)malloc(sizeof(Dataset));
    if (made)
        *made = (Dataset){ dataset };
    else
        ogp_dataset_unref(dataset);
    return made;
}

static inline void Dataset_free(Dataset *self)
{
    ogp_dataset_unref(self->it);
    free(self);
}

/* A report and the language in which its findings speak. */
typedef struct Report {
    ogp_report *it;
    ogp_context *context;
} Report;

typedef struct Finding {
    Report owner;
    const ogp_finding *it;
} Finding;

static inline Report ogpb_report_ref(const Report *self)
{
    return (Report){ ogp_report_ref(self->it), ogp_context_ref(self->context) };
}

static inline void ogpb_report_unref(Report *self)
{
    ogp_report_unref(self->it);
    ogp_context_unref(self->context);
}

/* Takes the report over. */
static inline Report *Report_make(ogp_report *report, const ogp_context *context)
{
    Report *made = report ? (Report *)malloc(sizeof(Report)) : NULL;
    if (made)
        *made = (Report){ report, ogp_context_ref((ogp_context *)context) };
    else
        ogp_report_unref(report);
    return made;
}

static inline void Report_free(Report *self)
{
    ogpb_report_unref(self);
    free(self);
}

/* As Plan_close(). */
static inline void Report_close(Report *self)
{
    ogpb_report_unref(self);
    *self = (Report){ NULL, NULL };
}

static inline size_t Report_size(const Report *self)
{
    return ogp_report_count(self->it);
}

static inline Finding *Report_item(const Report *self, size_t index)
{
    const ogp_finding *it = ogp_report_at(self->it, index);
    Finding *made = it ? (Finding *)malloc(sizeof(Finding)) : NULL;
    if (made)
        *made = (Finding){ ogpb_report_ref(self), it };
    return made;
}

static inline void Finding_free(Finding *self)
{
    ogpb_report_unref(&self->owner);
    free(self);
}

#endif
