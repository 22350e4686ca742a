/* SPDX-License-Identifier: MIT */
#include "rulebook/rulebook.h"
#include <ogp/date.h>

/* False where the member is missing. */
static bool read_date(ogp_edtf *date, ogpi_rb edition, const char *name)
{
    const char *text = ogpi_rb_string(ogpi_rb_get(edition, name), NULL);
    return text && ogp_edtf_parse(date, text, strlen(text), NULL) == 0;
}

ogpi_era ogpi_era_at(ogpi_rb editions, size_t index)
{
    ogpi_rb edition = ogpi_rb_at(editions, index);
    ogp_edtf from, to;
    return (ogpi_era){.id = ogpi_rb_key(editions, index),
                      .kind = ogpi_rb_string(ogpi_rb_get(edition, "kind"), ""),
                      .first = read_date(&from, edition, "from") ? ogp_edtf_first_day(&from) : INT32_MIN,
                      .last = read_date(&to, edition, "to") ? ogp_edtf_last_day(&to) : INT32_MAX};
}

/* Takes an era of the kind that holds on the day, if it is later than the one found before. */
static void consider(ogpi_era *found, const ogpi_era *era, const char *kind, int32_t day)
{
    if (strcmp(era->kind, kind) == 0 && day >= era->first && day <= era->last &&
        !(found->id && era->first <= found->first))
        *found = *era;
}

const char *ogpi_era_on(const ogpi_era *eras, size_t count, const char *kind, int32_t day)
{
    ogpi_era found = {.id = NULL};
    for (size_t i = 0; i < count; i++)
        consider(&found, &eras[i], kind, day);
    return found.id;
}

const char *ogpi_edition_on(const ogp_rulebook *book, const char *kind, int32_t day)
{
    ogpi_rb editions = ogpi_rb_path(book, "editions");
    ogpi_era found = {.id = NULL};
    for (size_t i = 0; i < ogpi_rb_count(editions); i++) {
        ogpi_era era = ogpi_era_at(editions, i);
        consider(&found, &era, kind, day);
    }
    return found.id;
}
