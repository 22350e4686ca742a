/* SPDX-License-Identifier: MIT */
#include "rules/requirements_evidence.h"

int32_t ogpi_evidence_day(const ogpi_date *date)
{
    if (!date->text.text || date->value.kind == OGP_EDTF_NONE)
        return OGPI_NO_DAY;
    int32_t day = ogp_edtf_first_day(&date->value);
    return day == INT32_MIN || day == INT32_MAX ? OGPI_NO_DAY : day;
}

static int32_t last_day(const ogpi_date *date)
{
    if (ogpi_evidence_day(date) == OGPI_NO_DAY)
        return OGPI_NO_DAY;
    int32_t day = ogp_edtf_last_day(&date->value);
    return day == INT32_MAX ? OGPI_NO_DAY : day;
}

int32_t ogpi_evidence_next(const ogpi_dates *dates, int32_t from)
{
    int32_t best = OGPI_NO_DAY;
    for (size_t i = 0; i < dates->count; i++) {
        int32_t day = ogpi_evidence_day(&dates->items[i]);
        if (day != OGPI_NO_DAY && day >= from && (best == OGPI_NO_DAY || day < best))
            best = day;
    }
    return best;
}

int32_t ogpi_evidence_last(const ogpi_dates *dates, int32_t before)
{
    int32_t best = OGPI_NO_DAY;
    for (size_t i = 0; i < dates->count; i++) {
        int32_t day = ogpi_evidence_day(&dates->items[i]);
        if (day != OGPI_NO_DAY && day < before && day > best)
            best = day;
    }
    return best;
}

size_t ogpi_evidence_count(const ogpi_dates *dates, int32_t from, int32_t to)
{
    size_t count = 0;
    for (int32_t day = ogpi_evidence_next(dates, from); day != OGPI_NO_DAY && day < to;
         day = ogpi_evidence_next(dates, day + 1))
        count++;
    return count;
}

static int32_t later(int32_t a, int32_t b)
{
    return a > b ? a : b; /* OGPI_NO_DAY is the least */
}

static int32_t last_evidence(const ogp_plan *plan)
{
    const ogp_cocreation *c = &plan->cocreation;
    const ogpi_dates *lists[] = {&c->forum.meetings, &c->repository.updates, &c->implementation_meetings};
    const ogpi_date *dates[] = {&plan->submitted, &c->started, &c->timeline_published, &c->inputs.from, &c->inputs.to,
                                &c->feedback.published};
    int32_t last = OGPI_NO_DAY;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        last = later(last, ogpi_evidence_last(lists[i], INT32_MAX));
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        last = later(last, last_day(dates[i]));
    for (size_t i = 0; i < c->outreach.count; i++)
        last = later(last, last_day(&((const ogp_outreach *)c->outreach.items)[i].date));
    return last;
}

static int32_t in_force(const ogp_rulebook *book, const char *edition)
{
    const char *from =
        ogpi_rb_string(ogpi_rb_get(ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "editions"), edition), "from"), "");
    ogp_edtf date;
    if (ogp_edtf_parse(&date, from, strlen(from), NULL) < 0)
        return OGPI_NO_DAY;
    return ogp_edtf_first_day(&date);
}

void ogpi_evidence_read(ogpi_evidence_days *out, const ogp_rulebook *book, const ogp_plan *plan, const char *edition,
                        int32_t today)
{
    int32_t started = ogpi_evidence_day(&plan->cocreation.started);
    *out = (ogpi_evidence_days){.plan = plan, .start = ogpi_evidence_day(&plan->start), .end = last_day(&plan->end),
                                .submitted = ogpi_evidence_day(&plan->submitted)};
    int32_t start = out->start != OGPI_NO_DAY ? out->start : out->submitted;
    out->from = started != OGPI_NO_DAY && (start == OGPI_NO_DAY || started < start) ? started : start;
    if (out->from != OGPI_NO_DAY)
        out->from = later(out->from, in_force(book, edition));
    out->as_of = today != OGPI_NO_DAY ? today : last_evidence(plan);
    if (out->end != OGPI_NO_DAY && out->as_of > out->end)
        out->as_of = out->end;
}
