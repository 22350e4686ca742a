/* SPDX-License-Identifier: MIT */
/* Scales: levels by id, by code and by every spelling the rulebook knows. */
#include "rules/irm.h"
#include <stdio.h>

/* The next character of a label as it counts in a comparison: 0 at the end, a single blank for a run of blanks. */
static unsigned next_folded(const char **at, const char *end)
{
    const unsigned char *p = (const unsigned char *)*at, *e = (const unsigned char *)end;
    bool blank = false;

    for (; p < e; p++) {
        if (e - p >= 5 && memcmp(p, "<br/>", 5) == 0) {
            p += 4;
            blank = true;
        } else if (e - p >= 2 && p[0] == 0xC2 && (p[1] == 0xA0 || p[1] == 0xAD)) {
            blank = blank || p[1] == 0xA0;
            p++;
        } else if (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n') {
            blank = true;
        } else {
            break;
        }
    }
    *at = (const char *)p;
    if (p == e)
        return 0;
    if (blank)
        return ' ';
    *at = (const char *)p + 1;
    return *p >= 'A' && *p <= 'Z' ? *p + 32u : *p;
}

bool ogpi_irm_same(const char *text, size_t length, const char *other)
{
    const char *end = text + length, *other_end = other + strlen(other), *skip;
    unsigned a, b;

    skip = text;
    if (next_folded(&skip, end) == ' ')
        text = skip;
    skip = other;
    if (next_folded(&skip, other_end) == ' ')
        other = skip;
    do {
        a = next_folded(&text, end);
        b = next_folded(&other, other_end);
    } while (a == b && a);
    return a == b;
}

int ogpi_irm_level_by_id(const ogpi_irm_scale *scale, const char *id)
{
    for (size_t i = 0; i < scale->count; i++)
        if (strcmp(scale->levels[i].id, id) == 0)
            return (int)i;
    return -1;
}

int ogpi_irm_level_by_code(const ogpi_irm_scale *scale, int code)
{
    for (size_t i = 0; i < scale->count; i++)
        if (scale->levels[i].code == code)
            return (int)i;
    return -1;
}

static int find_label(const ogpi_irm_scale *scale, const char *label, size_t length)
{
    ogpi_rb levels = ogpi_rb_get(scale->rb, "levels");

    for (size_t i = 0; i < scale->count; i++) {
        ogpi_rb labels = ogpi_rb_get(ogpi_rb_at(levels, i), "labels");
        for (size_t k = 0; k < ogpi_rb_count(labels); k++)
            if (ogpi_irm_same(label, length, ogpi_rb_string(ogpi_rb_at(labels, k), "")))
                return (int)i;
        if (ogpi_irm_same(label, length, scale->levels[i].id))
            return (int)i;
    }
    return -1;
}

int ogpi_irm_level_by_label(const ogpi_irm_scale *scale, const char *label, size_t length)
{
    int found = find_label(scale, label, length);

    while (found < 0 && length > 0 && *label == ' ') {
        label++;
        length--;
    }
    if (found < 0 && length > 3 && label[1] == '.' && label[2] == ' ')
        found = find_label(scale, label + 3, length - 3);
    return found;
}

static ogpi_rb missing_words(const ogpi_irm *irm)
{
    return ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(irm->book), "tables"), "missing");
}

int ogpi_irm_missing_by_label(const ogpi_irm *irm, const char *label, size_t length)
{
    ogpi_rb words = missing_words(irm);

    for (size_t i = 0; i < ogpi_rb_count(words); i++) {
        ogpi_rb word = ogpi_rb_at(words, i), labels = ogpi_rb_get(word, "labels");
        for (size_t k = 0; k < ogpi_rb_count(labels); k++)
            if (ogpi_irm_same(label, length, ogpi_rb_string(ogpi_rb_at(labels, k), "")))
                return ogpi_rb_int(ogpi_rb_get(word, "code"), OGP_MISSING_UNKNOWN);
    }
    return 0;
}

int ogpi_irm_missing_by_id(const ogpi_irm *irm, const char *id)
{
    ogpi_rb words = missing_words(irm);

    for (size_t i = 0; i < ogpi_rb_count(words); i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(words, i), "id"), ""), id) == 0)
            return ogpi_rb_int(ogpi_rb_get(ogpi_rb_at(words, i), "code"), 0);
    return 0;
}

void ogpi_irm_spell(char out[24], const ogpi_irm_scale *scale, int value)
{
    int level = scale && !ogp_is_missing(value) ? ogpi_irm_level_by_code(scale, value) : -1;

    if (ogp_is_missing(value))
        snprintf(out, 24, "%s", ogp_missing_word(value));
    else if (level >= 0 && strcmp(scale->id, "flag") != 0)
        snprintf(out, 24, "%s", scale->levels[level].id);
    else
        snprintf(out, 24, "%d", value);
}
