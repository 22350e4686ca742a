/* SPDX-License-Identifier: MIT */
/* The language of a text: by script, then by the small words it uses. */
#include "text/scan.h"

#include "base/rare.h"

#define SAMPLE 400 /* words looked at */

/* What word i says for each language of its script. */
static OGPI_RARE void weigh(const ogpi_scanner *s, size_t i, ogpi_points *points)
{
    const ogpi_word *word = &s->words.items[i];
    ogpi_script script = ogpi_script_of(s, i);
    *points = (ogpi_points){ .stamp = word->stamp };
    for (size_t k = 0; k < s->language_count; k++) {
        const ogpi_lang *lang = &s->languages[k];
        if (word->kind != OGPI_WORD || script != (ogpi_script)lang->script)
            continue;
        ogpi_found found = ogpi_lang_find(lang, ogpi_key(s, i), word->length, word->hash);
        ogpi_word_entry entry = { 0 };
        if (found.number)
            entry = ogpi_lang_word(lang, found.number);
        points->of[k] = (uint8_t)((script != OGPI_SCRIPT_LATIN ? 2 : 0) + (entry.guess ? 4 : entry.node ? 1 : 0));
    }
}

/* What word i says, by language, eight to a number. */
static inline const ogpi_points *points_of(const ogpi_scanner *s, size_t i, ogpi_points *fresh)
{
    const ogpi_word *word = &s->words.items[i];
    ogpi_points *points = word->stamp == OGPI_NO_STAMP ? fresh : &s->points[word->place];
    if (points == fresh || points->stamp != word->stamp)
        weigh(s, i, points);
    return points;
}

/* Adds up what words [first, end) say. Points are few: so many words' fit into a byte. */
enum { WORDS_A_BYTE = UINT8_MAX / 6 };
static void add_points(unsigned sums[OGPI_SCAN_LANGUAGES], const ogpi_scanner *s, size_t first, size_t end)
{
    uint64_t eights[OGPI_SCAN_LANGUAGES / 8] = { 0 };
    ogpi_points fresh;
    for (size_t i = first; i < end; i++) {
        const ogpi_points *points = points_of(s, i, &fresh);
        for (unsigned k = 0; k < OGPI_SCAN_LANGUAGES / 8; k++)
            eights[k] += ogpi_eight_load(points->of + 8 * k);
    }
    for (unsigned k = 0; k < OGPI_SCAN_LANGUAGES; k++)
        sums[k] += eights[k / 8] >> 8 * (k % 8) & UINT8_MAX;
}

size_t ogpi_guess_language(const ogpi_scanner *s, uint32_t script)
{
    unsigned sums[OGPI_SCAN_LANGUAGES] = { 0 }, best = 0;
    size_t language = ogpi_default_language(s), words = s->words.count < SAMPLE ? s->words.count : SAMPLE;
    for (size_t i = 0; i < words; i += WORDS_A_BYTE)
        add_points(sums, s, i, i + WORDS_A_BYTE < words ? i + WORDS_A_BYTE : words);
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
