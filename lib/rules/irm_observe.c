/* SPDX-License-Identifier: MIT */
#include "rules/irm_observe.h"

typedef struct observer {
    const ogpi_irm *irm;
    int16_t *values;
    ogpi_irm_problem_fn problem;
    void *user;
    size_t index; /* of the assessment */
    ogpi_rb rules;
} observer;

static bool small_number(const char *word, int *out)
{
    bool negative = *word == '-';
    int n = 0;

    for (word += negative; *word >= '0' && *word <= '9' && n < 10000; word++)
        n = n * 10 + (*word - '0');
    *out = negative ? -n : n;
    return *word == '\0';
}

int ogpi_irm_word(const ogpi_irm *irm, size_t slot, const char *word)
{
    const ogpi_irm_scale *scale = ogpi_irm_slot_scale(irm, slot);
    int level = scale ? ogpi_irm_level_by_label(scale, word, strlen(word)) : -1, n;

    if (level >= 0)
        return scale->levels[level].code;
    if ((n = ogpi_irm_missing_by_label(irm, word, strlen(word))) != 0)
        return n;
    if (small_number(word, &n) && (!scale || ogpi_irm_level_by_code(scale, n) >= 0))
        return n;
    return OGP_MISSING_UNKNOWN;
}

static void observe_word(observer *o, const char *field, const char *column, const ogpi_string *word)
{
    int slot = ogpi_irm_column_index(o->irm, column);

    if (slot < 0 || ogpi_blank(word))
        return;
    int value = ogpi_irm_word(o->irm, (size_t)slot, ogpi_str(word));
    if (value == OGP_MISSING_UNKNOWN && o->problem)
        o->problem(OGPI_IRM_NO_LEVEL, o->index, field, slot, ogpi_str(word), o->user);
    o->values[slot] = (int16_t)value;
}

/* Values listed are clear, the others are not: that is what a list says. */
static void observe_values(observer *o, const ogpi_strings *list)
{
    ogpi_rb names = ogpi_rb_get(o->rules, "values");

    if (!list->present)
        return;
    for (size_t i = 0; i < ogpi_rb_count(names); i++) {
        int slot = ogpi_irm_column_index(o->irm, ogpi_rb_string(ogpi_rb_at(names, i), ""));
        if (slot >= 0)
            o->values[slot] = 0;
    }
    for (size_t i = 0; i < list->count; i++) {
        const char *column = ogpi_rb_string(ogpi_rb_get(names, ogpi_str(&list->items[i])), "");
        int slot = ogpi_irm_column_index(o->irm, column);
        if (slot >= 0)
            o->values[slot] = 1;
        else if (o->problem)
            o->problem(OGPI_IRM_NO_VALUE, o->index, "values", -1, ogpi_str(&list->items[i]), o->user);
    }
}

static void observe_assessment(observer *o, const ogp_assessment *a)
{
    const char *term = ogpi_rb_string(ogpi_rb_get(ogpi_rb_get(o->rules, "reports"), ogpi_str(&a->report)), NULL);
    bool progress = term && strcmp(term, "progress") == 0;

    if (!term && !ogpi_blank(&a->report) && o->problem)
        o->problem(OGPI_IRM_NO_REPORT, o->index, "report", -1, ogpi_str(&a->report), o->user);
    observe_word(o, "specificity", "specificity", &a->specificity);
    observe_word(o, "verifiable", "verifiable", &a->verifiable);
    observe_word(o, "relevance", "relevant", &a->relevance);
    observe_values(o, &a->values);
    observe_word(o, "potential_impact", "potential_impact", &a->potential_impact);
    observe_word(o, "potential_for_results", "potential_for_results", &a->potential_for_results);
    observe_word(o, "completion", progress ? "completion_progress" : "completion_end", &a->completion);
    observe_word(o, "did_it_open_government", "did_it_open_government", &a->did_it_open_government);
    observe_word(o, "early_results", "early_results", &a->early_results);
}

void ogpi_irm_observe(const ogpi_irm *irm, const ogp_commitment *commitment, int year, int16_t *values,
                      ogpi_irm_problem_fn problem, void *user)
{
    observer o = {irm,  values, problem,
                  user, 0,      ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(irm->book), "irm"), "assessment")};
    const ogp_assessment *list = commitment->assessments.items;
    int slot = ogpi_irm_column_index(irm, "year");

    ogpi_irm_clear(irm, values);
    if (slot >= 0 && year > 0)
        values[slot] = (int16_t)year;
    for (o.index = 0; o.index < commitment->assessments.count; o.index++)
        observe_assessment(&o, &list[o.index]);
    slot = ogpi_irm_column_index(irm, "relevant");
    if (commitment->assessments.count == 0 && slot >= 0)
        values[slot] = OGP_MISSING_NR;
}
