/* SPDX-License-Identifier: MIT */
/* Scales: levels by id, by code and by every spelling the rulebook knows. */
#include "base/utf8.h"
#include "rules/irm.h"
#include <stdio.h>

/* Length of a line break as HTML writes it: <br>, <br/>, <BR />. */
static size_t html_break(const char *p, const char *end)
{
    const char *at = p + 3;
    if (end - p < 4 || p[0] != '<' || (p[1] | 32) != 'b' || (p[2] | 32) != 'r')
        return 0;
    while (at < end && *at == ' ')
        at++;
    if (at < end && *at == '/')
        at++;
    return at < end && *at == '>' ? (size_t)(at + 1 - p) : 0;
}

/* The next character of a label as it counts in a comparison: 0 at the end, a single blank for a run of blanks. */
static unsigned next_folded(const char **at, const char *end)
{
    const char *p = *at;
    bool blank = false;

    while (p < end) {
        size_t bytes = html_break(p, end);
        ogpi_white kind = bytes ? OGPI_WHITE_BLANK : ogpi_utf8_white(p, (size_t)(end - p), &bytes);
        if (kind == OGPI_WHITE_NONE)
            break;
        blank = blank || kind == OGPI_WHITE_BLANK;
        p += bytes;
    }
    *at = p;
    if (p == end)
        return 0;
    if (blank)
        return ' ';
    *at = p + 1;
    unsigned char c = (unsigned char)*p;
    return c >= 'A' && c <= 'Z' ? c + 32u : c;
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

void ogpi_irm_spell(char out[OGPI_IRM_WORD_SIZE], const ogpi_irm_scale *scale, int value)
{
    int level = scale && !ogp_is_missing(value) ? ogpi_irm_level_by_code(scale, value) : -1;

    if (ogp_is_missing(value))
        snprintf(out, OGPI_IRM_WORD_SIZE, "%s", ogp_missing_word(value));
    else if (level >= 0 && strcmp(scale->id, "flag") != 0)
        snprintf(out, OGPI_IRM_WORD_SIZE, "%s", scale->levels[level].id);
    else
        snprintf(out, OGPI_IRM_WORD_SIZE, "%d", value);
}
