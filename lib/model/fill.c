/* SPDX-License-Identifier: MIT */
#include "model/fill.h"
#include "base/error.h"

#include <stdio.h>

int ogpi_set_string(ogpi_string *out, ogpi_arena *arena, const char *text, size_t length, ogp_error *error)
{
    char *copy = ogpi_arena_strndup(arena, text, length);
    if (!copy)
        return ogpi_error_memory(error);
    *out = (ogpi_string){copy, length};
    return OGP_OK;
}

/* The last day of the month that a date such as 2023-02-30 names, else any good date. */
static void example_date(char example[OGP_EDTF_SIZE], const char *text, size_t length)
{
    ogp_edtf month = {.kind = OGP_EDTF_NONE};
    if (length != 10 || ogp_edtf_parse(&month, text, 7, NULL) < 0 || month.from.month > 12)
        month = (ogp_edtf){.from = {.year = 2023, .month = 6}};
    ogp_date next = {.year = month.from.year, .month = month.from.month, .day = 1};
    next = ogp_date_add_months(next, 1);
    ogp_edtf last = {.kind = OGP_EDTF_DATE, .from = ogp_date_from_day(ogp_date_to_day(next.year, next.month, 1) - 1)};
    ogp_edtf_format(&last, example, OGP_EDTF_SIZE);
}

static int bad_date(const char *name, const char *text, size_t length, const char *why, ogp_error *error)
{
    char example[OGP_EDTF_SIZE];
    if (strchr(why, ';')) /* says how to mend it already */
        return ogpi_error(error, OGP_ERROR_FORMAT, "%s: %s", name, why);
    example_date(example, text, length);
    return ogpi_error(error, OGP_ERROR_FORMAT, "%s: %s; write a date as YYYY-MM-DD, e.g. %s", name, why, example);
}

int ogpi_set_date(ogpi_date *out, const char *name, ogpi_arena *arena, const char *text, size_t length,
                  ogp_error *error)
{
    ogp_error why = OGP_ERROR_INIT;
    ogp_edtf value = {.kind = OGP_EDTF_NONE};
    if (length && ogp_edtf_parse(&value, text, length, &why) < 0)
        return bad_date(name, text, length, why.message, error);
    out->value = value;
    return ogpi_set_string(&out->text, arena, text, length, error);
}

bool ogpi_language_tag(const char *tag)
{
    if (strlen(tag) > OGPI_LANGUAGE_BYTES)
        return false;
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char more[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    size_t run = strspn(tag, letters);
    while (run >= 1 && run <= 8 && tag[run] == '-') {
        tag += run + 1;
        run = strspn(tag, more);
    }
    return run >= 1 && run <= 8 && tag[run] == '\0';
}

static int bad_language(const char *name, const char *language, ogp_error *error)
{
    return ogpi_error(error, OGP_ERROR_FORMAT,
                      "%s: \"%.24s\" is no language; write a tag such as \"en\", \"ar\" or \"fr-CA\"", name, language);
}

static ogpi_text_item *find_item(ogpi_text *text, const char *language)
{
    for (size_t i = 0; i < text->count; i++) {
        const char *other = text->items[i].language;
        if (language ? other && strcmp(other, language) == 0 : !other)
            return (ogpi_text_item *)&text->items[i];
    }
    return NULL;
}

int ogpi_set_text(ogpi_text *out, const char *name, ogpi_arena *arena, const char *language, const char *text,
                  size_t length, ogp_error *error)
{
    if (language && !*language)
        language = NULL;
    if (language && !ogpi_language_tag(language))
        return bad_language(name, language, error);
    ogpi_text_item *known = find_item(out, language);
    if (known)
        return ogpi_set_string(&known->text, arena, text, length, error);
    if (out->count >= OGPI_LANGUAGES_OF_A_TEXT)
        return ogpi_error(error, OGP_ERROR_LIMIT, "%s: in more than %d languages", name, OGPI_LANGUAGES_OF_A_TEXT);
    ogpi_text_item item = {.language = language ? ogpi_arena_strndup(arena, language, strlen(language)) : NULL};
    int rc =
        language && !item.language ? ogpi_error_memory(error) : ogpi_set_string(&item.text, arena, text, length, error);
    if (rc < 0)
        return rc;
    const void *items = out->items;
    if (!ogpi_append(arena, &items, &out->count, &item, sizeof item))
        return ogpi_error_memory(error);
    out->items = items;
    return OGP_OK;
}

int ogpi_append_string(ogpi_strings *out, ogpi_arena *arena, const char *text, size_t length, ogp_error *error)
{
    ogpi_string string;
    const void *items = out->items;
    int rc = ogpi_set_string(&string, arena, text, length, error);
    if (rc == OGP_OK && !ogpi_append(arena, &items, &out->count, &string, sizeof string))
        rc = ogpi_error_memory(error);
    out->items = items;
    out->present = true;
    return rc;
}

int ogpi_append_date(ogpi_dates *out, const char *name, ogpi_arena *arena, const char *text, size_t length,
                     ogp_error *error)
{
    ogpi_date date;
    const void *items = out->items;
    int rc = ogpi_set_date(&date, name, arena, text, length, error);
    if (rc == OGP_OK && !ogpi_append(arena, &items, &out->count, &date, sizeof date))
        rc = ogpi_error_memory(error);
    out->items = items;
    out->present |= rc == OGP_OK;
    return rc;
}

static ogpi_member *find_unknown(ogpi_record *record, const char *name)
{
    ogpi_member *members = (ogpi_member *)record->unknown.as.members;
    for (size_t i = 0; i < record->unknown.count; i++)
        if (strcmp(members[i].key, name) == 0)
            return &members[i];
    return NULL;
}

static void take_unknown_away(ogpi_record *record, ogpi_member *member)
{
    const ogpi_member *end = record->unknown.as.members + record->unknown.count;
    memmove(member, member + 1, (size_t)(end - (member + 1)) * sizeof *member);
    record->unknown.count--;
}

int ogpi_set_unknown(ogpi_record *record, ogpi_arena *arena, const char *name, const ogpi_value *value,
                     ogp_error *error)
{
    ogpi_member *member = find_unknown(record, name);
    if (!value) {
        if (member)
            take_unknown_away(record, member);
        return OGP_OK;
    }
    if (member) {
        member->value = *value;
        return OGP_OK;
    }
    const void *members = record->unknown.as.members;
    size_t count = record->unknown.count;
    ogpi_member added = {.key = ogpi_arena_strndup(arena, name, strlen(name)), .value = *value};
    if (!added.key || !ogpi_append(arena, &members, &count, &added, sizeof added))
        return ogpi_error_memory(error);
    record->unknown = (ogpi_value){.kind = OGPI_VALUE_OBJECT, .count = count, .as.members = members};
    return OGP_OK;
}

bool ogpi_text_has(const ogpi_text *text, const char *language)
{
    return find_item((ogpi_text *)text, language && *language ? language : NULL);
}

void *ogpi_append(ogpi_arena *arena, const void **items, size_t *count, const void *element, size_t size)
{
    bool full = (*count & (*count - 1)) == 0; /* 0 or a power of two */
    if (full) {
        void *grown = ogpi_arena_alloc(arena, (*count ? *count * 2 : 1) * size);
        if (!grown)
            return NULL;
        if (*count)
            memcpy(grown, *items, *count * size);
        *items = grown;
    }
    void *added = (char *)*items + (*count)++ * size;
    if (element)
        memcpy(added, element, size);
    else
        memset(added, 0, size);
    return added;
}
