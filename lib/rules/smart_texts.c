/* SPDX-License-Identifier: MIT */
/* Facts in a commitment's texts. Problem, causes and background speak of the past: what is named there is no
   promise. */
#include "rules/smart_scorer.h"

typedef struct text_source {
    const char *field;
    size_t offset;
    int says;     /* the signal that a text there gives, -1: none */
    bool promise; /* its facts are promises */
} text_source;

static const text_source commitment_sources[] = {
    {"title", offsetof(ogp_commitment, title), -1, true},
    {"description", offsetof(ogp_commitment, description), OGPI_SIGNAL_ACTIVITY, true},
    {"problem", offsetof(ogp_commitment, problem), OGPI_SIGNAL_PROBLEM, false},
    {"causes", offsetof(ogp_commitment, causes), OGPI_SIGNAL_PROBLEM, false},
    {"solution", offsetof(ogp_commitment, solution), OGPI_SIGNAL_ACTIVITY, true},
    {"results", offsetof(ogp_commitment, results), OGPI_SIGNAL_RESULT, true},
    {"objective", offsetof(ogp_commitment, objective), OGPI_SIGNAL_RESULT, true},
};

static const text_source milestone_sources[] = {
    {"title", offsetof(ogp_milestone, title), -1, true},
    {"description", offsetof(ogp_milestone, description), -1, true},
    {"output", offsetof(ogp_milestone, output), OGPI_SIGNAL_OUTPUT, true},
};

static int signal_of(ogp_fact_type type)
{
    static const int signals[] = {[OGP_FACT_DATE] = OGPI_SIGNAL_DATE,
                                  [OGP_FACT_DURATION] = OGPI_SIGNAL_DURATION,
                                  [OGP_FACT_QUANTITY] = OGPI_SIGNAL_QUANTITY,
                                  [OGP_FACT_RESPONSIBLE] = OGPI_SIGNAL_BODY,
                                  [OGP_FACT_DELIVERABLE] = OGPI_SIGNAL_DELIVERABLE,
                                  [OGP_FACT_VAGUE] = OGPI_SIGNAL_VAGUE};
    return type >= OGP_FACT_DATE && type <= OGP_FACT_VAGUE ? signals[type] : -1;
}

static void add_count(ogpi_observer *o, ogpi_signal signal, unsigned more)
{
    unsigned sum = o->result->counts[signal] + more;
    o->result->counts[signal] = (uint16_t)(sum < UINT16_MAX ? sum : UINT16_MAX);
}

/* Takes in one text; returns true when it says more than vague words. */
static bool observe_text(ogpi_observer *o, const text_source *source, const char *text, size_t length)
{
    const ogp_fact *facts;
    size_t count, vague = 0;
    o->code = ogpi_scan(o->scorer->scanner, text, length, o->language, &facts, &count, o->error);
    if (o->code < 0)
        return false;
    for (size_t i = 0; i < count; i++) {
        int signal = signal_of(facts[i].type);
        vague += facts[i].type == OGP_FACT_VAGUE;
        if (signal >= 0 && source->promise)
            ogpi_observe(o, (ogpi_signal)signal, source->field, &facts[i]);
    }
    if (source->promise) {
        o->scorer->hints |= ogpi_scan_values(o->scorer->scanner);
        o->scorer->words += ogpi_scan_words(o->scorer->scanner);
        add_count(o, OGPI_SIGNAL_ACT, ogpi_scan_acts(o->scorer->scanner));
        add_count(o, OGPI_SIGNAL_STEP, ogpi_scan_steps(o->scorer->scanner));
        if (source == commitment_sources) /* the title */
            add_count(o, OGPI_SIGNAL_TITLE, (unsigned)(count - vague));
    }
    return count == 0 || vague < count;
}

static void observe_sources(ogpi_observer *o, const text_source *sources, size_t count, const void *record)
{
    for (size_t i = 0; i < count && o->code == 0; i++) {
        const ogpi_text *text = (const void *)((const char *)record + sources[i].offset);
        size_t length;
        if (ogpi_text_empty(text))
            continue;
        const char *words = ogpi_text_in(text, o->language, &length);
        if (length > 0 && observe_text(o, &sources[i], words, length) && sources[i].says >= 0)
            ogpi_observe(o, (ogpi_signal)sources[i].says, sources[i].field, NULL);
    }
}

void ogpi_observe_texts(ogpi_observer *o, const ogp_commitment *commitment)
{
    observe_sources(o, commitment_sources, sizeof commitment_sources / sizeof *commitment_sources, commitment);
    for (size_t i = 0; i < commitment->milestones.count && o->code == 0; i++) {
        o->milestone = (int32_t)i;
        observe_sources(o, milestone_sources, sizeof milestone_sources / sizeof *milestone_sources,
                        ogpi_milestone_at(commitment, i));
    }
    o->milestone = -1;
}
