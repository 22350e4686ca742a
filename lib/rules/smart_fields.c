/* SPDX-License-Identifier: MIT */
/* What a commitment's fields say: who leads, who helps, why it is relevant, in which form it is written. */
#include "base/fold.h"
#include "rules/field.h"
#include "rules/smart_scorer.h"
#include "rules/values.h"

/* "The government", "the administration": nobody in particular. */
static bool find_general(ogpi_smart_scorer *scorer, const char *name, size_t length)
{
    const ogpi_smart_table *table = scorer->table;
    scorer->folded.length = 0;
    ogpi_fold_key(&scorer->folded, name, length);
    size_t key_length = scorer->folded.length;
    unsigned bit = ogpi_smart_lead_bit(scorer->folded.data, key_length);
    if (!(table->lead_bits[bit / 64] >> bit % 64 & 1))
        return false;
    const char *lead = table->leads, *end = lead + table->leads_length;
    for (; lead < end; lead += 1 + (uint8_t)*lead)
        if ((uint8_t)*lead == key_length && memcmp(lead + 1, scorer->folded.data, key_length) == 0)
            return true;
    return false;
}

/* The same commitment is often checked again: the answer on the last name is kept. */
static bool is_general(ogpi_smart_scorer *scorer, const char *name, size_t length)
{
    ogpi_buffer *last = &scorer->last_lead;
    if (length > 2 * scorer->table->longest_lead)
        return false;
    if (last->length == length && length && memcmp(last->data, name, length) == 0)
        return scorer->last_is_general;
    last->length = 0;
    ogpi_buffer_add(last, name, length);
    scorer->last_is_general = find_general(scorer, name, length);
    return scorer->last_is_general;
}

static void observe_lead(ogpi_observer *o, const ogp_institution *lead)
{
    size_t length;
    const char *name = ogpi_text_in(&lead->name, o->language, &length);
    if (!ogpi_text_empty(&lead->name))
        ogpi_observe(o, is_general(o->scorer, name, length) ? OGPI_SIGNAL_LEAD_GENERAL : OGPI_SIGNAL_LEAD, "lead/name",
                     NULL);
    const ogp_contact *contact = &lead->contact;
    bool who = !ogpi_text_empty(&contact->name) || !ogpi_text_empty(&contact->post);
    bool where = !ogpi_blank(&contact->email) || !ogpi_blank(&contact->phone);
    if (who || where)
        ogpi_observe(o, OGPI_SIGNAL_CONTACT, "lead/contact", NULL);
}

static void observe_supporting(ogpi_observer *o, const ogpi_list *supporting)
{
    const ogp_institution *institutions = supporting->items;
    for (size_t i = 0; i < supporting->count; i++)
        if (!ogpi_text_empty(&institutions[i].name))
            ogpi_observe(o, OGPI_SIGNAL_SUPPORTING, "supporting", NULL);
}

static void observe_values(ogpi_observer *o, const ogpi_values *values)
{
    static const struct {
        const char *field, *path;
    } core[] = {{"transparency", "values/transparency"},
                {"participation", "values/participation"},
                {"accountability", "values/accountability"}};
    for (size_t i = 0; i < sizeof core / sizeof *core; i++) {
        ogpi_reason kind =
            ogpi_reason_kind(ogpi_value_reason(values, core[i].field, o->language), o->scorer->table->thin_words);
        if (kind == OGPI_REASON_GIVEN)
            ogpi_observe(o, OGPI_SIGNAL_VALUE, core[i].path, NULL);
        else if (kind == OGPI_REASON_THIN)
            ogpi_observe(o, OGPI_SIGNAL_VALUE_THIN, core[i].path, NULL);
    }
}

static bool is_free(const ogp_commitment *c)
{
    return c->milestones.count == 0 && !c->values.record.present && ogpi_text_empty(&c->problem) &&
           ogpi_text_empty(&c->causes) && ogpi_text_empty(&c->background) && ogpi_text_empty(&c->solution) &&
           ogpi_text_empty(&c->results) && ogpi_text_empty(&c->objective);
}

void ogpi_observe_fields(ogpi_observer *o, const ogp_commitment *commitment)
{
    observe_lead(o, &commitment->lead);
    observe_supporting(o, &commitment->supporting);
    observe_values(o, &commitment->values);
    if (is_free(commitment))
        ogpi_observe(o, OGPI_SIGNAL_FREE, "description", NULL);
    for (size_t i = 0; i < commitment->milestones.count; i++)
        ogpi_observe(o, OGPI_SIGNAL_MILESTONE, "milestones", NULL);
}
