/* SPDX-License-Identifier: MIT */
/* Required fields: the table "template" of the rulebook says which, for each generation of the template. */
#include "rules/calendar.h"
#include "rules/check.h"
#include "rules/field.h"
#include "rules/plan_edition.h"

static void add_missing(ogpi_check *check, ogpi_rb entry)
{
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = ogpi_rb_string(ogpi_rb_get(entry, "rule"), ""),
                                               .path = ogpi_rb_string(ogpi_rb_get(entry, "field"), ""),
                                               .status = ogpi_rb_string(ogpi_rb_get(entry, "status"), NULL)});
}

static bool stated_somewhere(const ogpi_shape *shape, const void *record, ogpi_rb entry)
{
    ogpi_rb also = ogpi_rb_get(entry, "also");
    if (ogpi_field_filled(shape, record, ogpi_rb_string(ogpi_rb_get(entry, "field"), "")))
        return true;
    for (size_t i = 0; i < ogpi_rb_count(also); i++)
        if (ogpi_field_filled(shape, record, ogpi_rb_string(ogpi_rb_at(also, i), "")))
            return true;
    return false;
}

static void check_record(ogpi_check *check, const ogpi_shape *shape, const void *record, ogpi_rb fields)
{
    for (size_t i = 0; i < ogpi_rb_count(fields); i++) {
        ogpi_rb entry = ogpi_rb_at(fields, i);
        if (!stated_somewhere(shape, record, entry))
            add_missing(check, entry);
    }
}

static ogpi_rb fields_of(const ogpi_check *check, const char *record)
{
    return ogpi_rb_get(ogpi_rb_get(ogpi_rb_path(check->book, "template"), check->edition), record);
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
    bool every_part = strcmp(ogpi_rb_string(fields_of(check, "contact"), ""), "all") == 0;
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
    if (!ogpi_blank(own) && !ogpi_is_template(check->book, own->text))
        add_edition(check, own->text);
    else if (!ogpi_blank(own))
        check_edition_date(check);
    check_record(check, &ogpi_plan_shape, check->plan, fields_of(check, "plan"));
    return 0;
}

static void check_milestones(ogpi_check *check, const ogp_commitment *commitment)
{
    ogpi_rb fields = fields_of(check, "milestone");
    for (size_t i = 0; i < commitment->milestones.count; i++) {
        const ogp_milestone *milestone = ogpi_milestone_at(commitment, i);
        size_t top = ogpi_check_enter(check, "milestones", i);
        ogpi_check_subject(check, &milestone->number, &milestone->title);
        check_record(check, &ogpi_milestone_shape, milestone, fields);
        ogpi_pointer_pop(&check->path, top);
    }
}

int ogpi_check_template(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    (void)error;
    check_record(check, &ogpi_commitment_shape, commitment, fields_of(check, "commitment"));
    check_contact(check, &commitment->lead.contact);
    check_milestones(check, commitment);
    return 0;
}
