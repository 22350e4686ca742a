/* SPDX-License-Identifier: MIT */
/* Which standards hold, what their tables ask, and what the answers add up to. */
#include "rules/requirements.h"
#include "rules/requirements_evidence.h"
#include "rules/requirements_tests.h"

#include <stdio.h>

static ogpi_rb standards_table(const ogp_rulebook *book, const char *standards)
{
    return ogpi_rb_get(ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "cocreation"), "standards"), standards);
}

static const char *standards_by_edition(const ogp_rulebook *book, const char *edition)
{
    ogpi_rb table = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "cocreation"), "standards");
    for (size_t i = 0; edition && i < ogpi_rb_count(table); i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(table, i), "edition"), ""), edition) == 0)
            return ogpi_rb_key(table, i);
    return NULL;
}

const char *ogpi_standards_of(const ogp_rulebook *book, const ogp_plan *plan)
{
    const char *own = ogpi_str(&plan->cocreation.standards);
    const ogpi_date *dates[] = {&plan->submitted, &plan->start, &plan->cocreation.started};
    const char *found = NULL;
    ogpi_rb table = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "cocreation"), "standards");
    for (size_t i = 0; i < ogpi_rb_count(table); i++)
        if (strcmp(ogpi_rb_key(table, i), own) == 0)
            return ogpi_rb_key(table, i);
    for (size_t i = 0; !found && i < sizeof dates / sizeof *dates; i++) {
        int32_t day = ogpi_evidence_day(dates[i]);
        if (day != OGPI_NO_DAY)
            found = standards_by_edition(book, ogpi_edition_on(book, "cocreation", day));
    }
    return found ? found
                 : ogpi_rb_string(ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "cocreation"), "default"), "2022");
}

static void begin(ogpi_requirements *out, const ogp_rulebook *book, const char *standards)
{
    ogpi_rb table = standards_table(book, standards), list = ogpi_rb_get(table, "requirements");
    memset(out, 0, sizeof *out);
    out->standards = standards;
    out->edition = ogpi_rb_string(ogpi_rb_get(table, "edition"), "");
    out->steps = -1;
    out->as_of = OGPI_NO_DAY;
    for (size_t i = 0; i < ogpi_rb_count(list) && i < OGPI_REQUIREMENTS; i++) {
        ogpi_rb r = ogpi_rb_at(list, i);
        out->items[out->count++] = (ogpi_requirement){.number = ogpi_rb_string(ogpi_rb_get(r, "number"), ""),
                                                      .id = ogpi_rb_string(ogpi_rb_get(r, "id"), ""),
                                                      .term = ogpi_rb_string(ogpi_rb_get(r, "term"), ""),
                                                      .path = ogpi_rb_string(ogpi_rb_get(r, "path"), ""),
                                                      .source = ogpi_rb_string(ogpi_rb_get(r, "source"), ""),
                                                      .status = ogpi_rb_string(ogpi_rb_get(r, "status"), "unverified"),
                                                      .decides = ogpi_rb_bool(ogpi_rb_get(r, "decides"), true),
                                                      .by = OGPI_NO_DAY,
                                                      .mark = OGP_MARK_NOT_REVIEWED,
                                                      .rule = "COC122"};
    }
}

void ogpi_requirements_judge(ogpi_requirements *out, const ogp_rulebook *book, const ogp_plan *plan, int32_t today)
{
    const char *standards = ogpi_standards_of(book, plan);
    ogpi_evidence_days days;
    begin(out, book, standards);
    ogpi_evidence_read(&days, book, plan, out->edition, today);
    out->as_of = days.as_of;
    ogpi_rb list = ogpi_rb_get(standards_table(book, standards), "requirements");
    for (size_t i = 0; i < out->count; i++)
        ogpi_requirement_test(&out->items[i], ogpi_rb_at(list, i), &days);
    ogpi_requirements_close(out, book);
}

void ogpi_requirements_of_steps(ogpi_requirements *out, const ogp_rulebook *book,
                                const int32_t steps[OGPI_REQUIREMENT_STEPS])
{
    begin(out, book, "2012");
    ogpi_rb list = ogpi_rb_get(standards_table(book, "2012"), "requirements");
    for (size_t i = 0; i < out->count; i++) {
        int32_t step = ogpi_rb_int(ogpi_rb_get(ogpi_rb_at(list, i), "step"), -1);
        int32_t code = step >= 0 && step < OGPI_REQUIREMENT_STEPS ? steps[step] : -1;
        out->items[i].mark = code < 0 ? OGP_MARK_NOT_REVIEWED : code ? OGP_MARK_MET : OGP_MARK_NOT_MET;
        out->items[i].rule = code < 0 ? "COC122" : code ? "COC120" : "COC123";
    }
    ogpi_requirements_close(out, book);
}

static void list_number(ogpi_requirements *out, const ogpi_requirement *item)
{
    size_t used = strlen(out->contrary_list);
    snprintf(out->contrary_list + used, sizeof out->contrary_list - used, "%s%s", used ? ", " : "", item->number);
}

static size_t list_marks(ogpi_requirements *out, ogp_mark mark, ogp_mark other, bool *seen)
{
    size_t count = 0;
    out->contrary_list[0] = '\0';
    for (size_t i = 0; i < out->count; i++) {
        const ogpi_requirement *item = &out->items[i];
        if (!item->decides || (item->mark != mark && item->mark != other))
            continue;
        list_number(out, item);
        *seen |= strcmp(item->status, "unverified") != 0;
        count++;
    }
    return count;
}

static void count_steps(ogpi_requirements *out)
{
    bool reviewed = false;
    int32_t steps = 0;
    for (size_t i = 0; i < out->count; i++) {
        reviewed |= out->items[i].mark == OGP_MARK_MET || out->items[i].mark == OGP_MARK_NOT_MET;
        steps += out->items[i].mark == OGP_MARK_MET;
    }
    out->steps = reviewed ? steps : -1;
}

void ogpi_requirements_close(ogpi_requirements *out, const ogp_rulebook *book)
{
    const char *contrary = ogpi_rb_string(ogpi_rb_get(standards_table(book, out->standards), "contrary"), "unverified");
    bool seen = false;
    out->contrary = OGP_UNKNOWN;
    if (strcmp(contrary, "unverified") == 0) {
        count_steps(out);
        out->contrary_rule = out->steps < 0 ? "COC151" : "COC150";
        out->contrary_unverified = true;
        return;
    }
    if (list_marks(out, OGP_MARK_NOT_MET, OGP_MARK_NOT_MET, &seen)) {
        out->contrary = OGP_YES;
        out->contrary_rule = "COC130";
        out->contrary_unverified = !seen;
        return;
    }
    seen = true;
    out->contrary_rule = "COC132";
    if (list_marks(out, OGP_MARK_NOT_YET, OGP_MARK_NOT_REVIEWED, &seen) == 0) {
        out->contrary = OGP_NO;
        out->contrary_rule = "COC131";
    }
}

static ogpi_finding_spec closing_finding(const ogpi_requirements *r, ogpi_arg *args)
{
    static const char *const counts[] = {"0", "1", "2", "3", "4", "5", "6"};
    args[0] = (ogpi_arg){"list", r->contrary_list, true};
    args[1] = (ogpi_arg){"count", counts[r->steps > 0 && r->steps <= 6 ? r->steps : 0], false};
    args[2] = (ogpi_arg){"total", counts[r->count <= 6 ? r->count : 6], false};
    bool weak = r->contrary_unverified && strcmp(r->contrary_rule, "COC130") == 0;
    return (ogpi_finding_spec){.rule = r->contrary_rule, .edition = r->edition, .path = "cocreation", .args = args,
                               .arg_count = 3, .status = weak ? "unverified" : NULL,
                               .severity = weak ? OGP_SEVERITY_WARNING : OGP_SEVERITY_NONE};
}

/* Where no trigger is confirmed, the last finding says so. */
size_t ogpi_requirement_finding_count(const ogpi_requirements *requirements)
{
    bool open = requirements->contrary == OGP_UNKNOWN && requirements->contrary_unverified;
    return requirements->count + (open ? 2 : 1);
}

ogpi_finding_spec ogpi_requirement_finding(const ogpi_requirements *requirements, size_t index,
                                           ogpi_arg args[OGPI_REQUIREMENT_FINDING_ARGS])
{
    if (index > requirements->count)
        return (ogpi_finding_spec){.rule = "COC152", .edition = requirements->edition, .path = "cocreation"};
    if (index == requirements->count)
        return closing_finding(requirements, args);
    const ogpi_requirement *item = &requirements->items[index];
    bool unverified = strcmp(item->status, "unverified") == 0;
    size_t n = 0;
    args[n++] = (ogpi_arg){"number", item->number, true};
    args[n++] = (ogpi_arg){"requirement", item->term, true};
    for (size_t i = 0; i < item->arg_count; i++)
        args[n++] = (ogpi_arg){item->args[i].name, item->args[i].value, item->args[i].term};
    return (ogpi_finding_spec){.rule = item->rule, .edition = requirements->edition, .path = item->path, .args = args,
                               .arg_count = n, .status = unverified ? "unverified" : "seen",
                               .severity = unverified && item->mark == OGP_MARK_NOT_MET ? OGP_SEVERITY_WARNING
                                                                                        : OGP_SEVERITY_NONE};
}
