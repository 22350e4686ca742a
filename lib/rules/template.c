/* SPDX-License-Identifier: MIT */
/* Required fields: the table "template" of the rulebook says which, for each generation of the template. */
#include "rules/calendar.h"
#include "rules/check.h"
#include "rules/field.h"
#include "rules/plan_edition.h"

static bool filled(const ogpi_required *place, const ogpi_shape *shape, const void *record)
{
    return place->field ? ogpi_slot_filled((const char *)record + place->offset, place->field)
                        : ogpi_field_filled(shape, record, place->path);
}

static void add_missing(ogpi_check *check, const ogpi_required *wanted)
{
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = wanted->rule,
                                               .found = wanted->found,
                                               .path = wanted->path,
                                               .status = wanted->status});
}

static void check_record(ogpi_check *check, const ogpi_shape *shape, const void *record, ogpi_required_list fields)
{
    for (size_t i = 0, next; i < fields.count; i = next) {
        bool stated = filled(&fields.items[i], shape, record);
        for (next = i + 1; next < fields.count && !fields.items[next].rule; next++)
            stated = stated || filled(&fields.items[next], shape, record);
        if (!stated)
            add_missing(check, &fields.items[i]);
    }
}

/* What a contact lacks, as ids of terms separated by commas. */
static void contact_gaps(char *gaps, size_t size, const ogp_contact *contact, bool every_part)
{
    bool name = !ogpi_text_empty(&contact->name), post = !ogpi_text_empty(&contact->post);
    bool email = !ogpi_blank(&contact->email), phone = !ogpi_blank(&contact->phone);
    const struct {
        bool missing;
        const char *term;
    } parts[] = {{every_part && !name, "field.name"},           {every_part && !post, "field.post"},
                 {every_part && !email, "field.email"},         {every_part && !phone, "field.phone"},
                 {!every_part && !name && !post, "field.name-or-post"},
                 {!every_part && !email && !phone, "field.email-or-phone"}};
    size_t used = 0;
    gaps[0] = '\0';
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t length = strlen(parts[i].term);
        if (!parts[i].missing || used + length + 2 > size)
            continue;
        if (used > 0)
            gaps[used++] = ',';
        memcpy(gaps + used, parts[i].term, length + 1);
        used += length;
    }
}

static void check_contact(ogpi_check *check, const ogp_contact *contact)
{
    char gaps[128];
    bool every_part = check->template && check->template->whole_contact;
    if (!ogpi_record_filled(&ogpi_contact_shape, contact))
        return;
    contact_gaps(gaps, sizeof gaps, contact, every_part);
    if (gaps[0])
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "TPL032", .path = "lead/contact",
                                                   OGPI_ARGS({"fields", gaps, true})});
}

static void add_edition(ogpi_check *check, const char *own)
{
    char known[256];
    ogpi_keys_joined(known, sizeof known, ogpi_rb_path(check->book, "template"));
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = "TPL001", .path = "edition",
                                               OGPI_ARGS({"edition", own, false}, {"used", check->edition, false},
                                                         {"known", known, false})});
}

/* The generations overlap by a year at their edges: plans are written before they are submitted. */
static void check_edition_date(ogpi_check *check)
{
    ogpi_rb edition = ogpi_rb_get(ogpi_rb_path(check->book, "editions"), check->edition);
    ogpi_period date = ogpi_plan_date(check->plan);
    ogp_edtf from, to;
    const char *from_text = ogpi_rb_string(ogpi_rb_get(edition, "from"), "");
    const char *to_text = ogpi_rb_string(ogpi_rb_get(edition, "to"), "");
    if (!date.known)
        return;
    bool early = ogp_edtf_parse(&from, from_text, strlen(from_text), NULL) == 0 &&
                 ogpi_day_year(date.last) < ogpi_day_year(ogp_edtf_first_day(&from)) - 1;
    bool late = ogp_edtf_parse(&to, to_text, strlen(to_text), NULL) == 0 &&
                ogpi_day_year(date.first) > ogpi_day_year(ogp_edtf_last_day(&to)) + 1;
    const char *expected = ogpi_template_by_date(check);
    char day[OGPI_DAY_SIZE];
    if ((early || late) && strcmp(expected, check->edition) != 0)
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "TPL002", .path = "edition",
                                                   OGPI_ARGS({"edition", check->edition, false},
                                                             {"date", ogpi_day_text(date.first, day), false},
                                                             {"expected", expected, false})});
}

int ogpi_check_template_plan(ogpi_check *check, ogp_error *error)
{
    (void)error;
    const ogpi_string *own = &check->plan->edition;
    if (!ogpi_blank(own) && !ogpi_is_template(check->prepared, own->text))
        add_edition(check, own->text);
    else if (!ogpi_blank(own))
        check_edition_date(check);
    if (check->template)
        check_record(check, &ogpi_plan_shape, check->plan, check->template->plan);
    return 0;
}

static void check_milestones(ogpi_check *check, const ogp_commitment *commitment)
{
    for (size_t i = 0; check->template && i < commitment->milestones.count; i++) {
        const ogp_milestone *milestone = ogpi_milestone_at(commitment, i);
        size_t top = ogpi_check_enter(check, "milestones", i);
        ogpi_check_subject(check, &milestone->number, &milestone->title);
        check_record(check, &ogpi_milestone_shape, milestone, check->template->milestone);
        ogpi_pointer_pop(&check->path, top);
    }
}

int ogpi_check_template(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    (void)error;
    if (check->template)
        check_record(check, &ogpi_commitment_shape, commitment, check->template->commitment);
    check_contact(check, &commitment->lead.contact);
    check_milestones(check, commitment);
    return 0;
}
