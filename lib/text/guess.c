/* SPDX-License-Identifier: MIT */
/* The language of a text: by script, then by the small words it uses. */
#include "text/scan.h"

#define SAMPLE 400 /* words looked at */

/* What word i says for each language of its script. */
static void weigh(const ogpi_scanner *s, size_t i, ogpi_points *points)
{
    const ogpi_word *word = &s->words.items[i];
    ogpi_script script = ogpi_script_of(s, i);
    points->stamp = word->stamp;
    for (size_t k = 0; k < s->language_count; k++) {
        const ogpi_lang *lang = &s->languages[k];
        points->of[k] = 0;
        if (word->kind != OGPI_WORD || script != (ogpi_script)lang->script)
            continue;
        ogpi_found found = ogpi_lang_find(lang, ogpi_key(s, i), word->length, word->hash);
        ogpi_word_entry entry = { 0 };
        if (found.number)
            entry = ogpi_lang_word(lang, found.number);
        points->of[k] = (uint8_t)((script != OGPI_SCRIPT_LATIN ? 2 : 0) + (entry.guess ? 4 : entry.node ? 1 : 0));
    }
}

size_t ogpi_guess_language(const ogpi_scanner *s, uint32_t script)
{
    unsigned sums[OGPI_SCAN_LANGUAGES] = { 0 }, best = 0;
    size_t language = ogpi_default_language(s);
    for (size_t i = 0; i < s->words.count && i < SAMPLE; i++) {
        const ogpi_word *word = &s->words.items[i];
        ogpi_points fresh, *points = word->stamp == OGPI_NO_STAMP ? &fresh : &s->points[word->place];
        if (points == &fresh || points->stamp != word->stamp)
            weigh(s, i, points);
        for (size_t k = 0; k < s->language_count; k++)
            sums[k] += points->of[k];
    }
    for (size_t k = 0; k < s->language_count; k++) {
        if ((script == OGPI_SCRIPT_ANY || s->languages[k].script == script) && sums[k] > best) {
            best = sums[k];
            language = k;
        }
    }
    return language;
}

size_t ogpi_default_language(const ogpi_scanner *s)
{
    for (size_t k = 0; k < s->language_count; k++)
        if (strcmp(s->languages[k].code, "en") == 0)
            return k;
    return 0;
}
