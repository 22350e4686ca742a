/* SPDX-License-Identifier: MIT */
#include "rulebook/rulebook.h"
#include <ogp/date.h>

/* False where the member is missing. */
static bool read_date(ogp_edtf *date, ogpi_rb edition, const char *name)
{
    const char *text = ogpi_rb_string(ogpi_rb_get(edition, name), NULL);
    return text && ogp_edtf_parse(date, text, strlen(text), NULL) == 0;
}

const char *ogpi_edition_on(const ogp_rulebook *book, const char *kind, int32_t day)
{
    ogpi_rb editions = ogpi_rb_path(book, "editions");
    const char *found = NULL;
    int32_t latest = INT32_MIN;
    for (size_t i = 0; i < ogpi_rb_count(editions); i++) {
        ogpi_rb edition = ogpi_rb_at(editions, i);
        ogp_edtf from, to;
        if (strcmp(ogpi_rb_string(ogpi_rb_get(edition, "kind"), ""), kind) != 0)
            continue;
        int32_t first = read_date(&from, edition, "from") ? ogp_edtf_first_day(&from) : INT32_MIN;
        int32_t last = read_date(&to, edition, "to") ? ogp_edtf_last_day(&to) : INT32_MAX;
        if (day < first || day > last || (found && first <= latest))
            continue;
        found = ogpi_rb_key(editions, i);
        latest = first;
    }
    return found;
}
