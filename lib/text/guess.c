/* SPDX-License-Identifier: MIT */
/* The language of a text: by script, then by the small words it uses. */
#include "text/scan.h"

#include "base/rare.h"

#define SAMPLE 400 /* words looked at */

/* What word i says for each language of its script. */
static OGPI_RARE uint64_t weigh(const ogpi_scanner *s, size_t i)
{
    const ogpi_word *word = &s->words.items[i];
    ogpi_script script = ogpi_script_of(s, i);
    uint64_t points = OGPI_POINTS_KNOWN;
    for (size_t k = 0; k < s->language_count; k++) {
        const ogpi_lang *lang = &s->languages[k];
        if (word->kind != OGPI_WORD || script != (ogpi_script)lang->script)
            continue;
        ogpi_found found = ogpi_lang_find(lang, ogpi_key(s, i), word->length, ogpi_word_hash(&s->memo, word));
        uint64_t own = script != OGPI_SCRIPT_LATIN ? 2 : 0;
        if (found.node)
            own += ogpi_lang_tells(lang, found.node) ? 4 : ogpi_lang_classes(lang, found.node) ? 1 : 0;
        points |= own << k * OGPI_POINTS_BITS;
    }
    return points;
}

/* What word i says, remembered if it can be. */
static inline uint64_t points_of(const ogpi_scanner *s, size_t i)
{
    const uint32_t place = s->words.items[i].place;
    if (place == OGPI_NO_PLACE)
        return weigh(s, i);
    uint64_t *points = &s->memo.words[place].about[OGPI_ABOUT_POINTS];
    if (!*points)
        *points = weigh(s, i);
    return *points;
}

/* Adds up what words [first, end) say, by languages of even and of odd number. Points are few: so many words' fit into
   a byte. */
enum { WORDS_A_BYTE = UINT8_MAX / OGPI_POINTS_MOST };
static void add_points(unsigned sums[OGPI_SCAN_LANGUAGES], const ogpi_scanner *s, size_t first, size_t end)
{
    const uint64_t each = OGPI_EACH * (OGPI_POINTS_KNOWN - 1);
    uint64_t even = 0, odd = 0;
    for (size_t i = first; i < end; i++) {
        uint64_t points = points_of(s, i);
        even += points & each;
        odd += points >> OGPI_POINTS_BITS & each;
    }
    for (unsigned k = 0; k < s->language_count; k++)
        sums[k] += (k % 2 ? odd : even) >> 8 * (k / 2) & UINT8_MAX;
}

size_t ogpi_guess_language(const ogpi_scanner *s, uint32_t script)
{
    unsigned sums[OGPI_SCAN_LANGUAGES] = { 0 }, best = 0;
    size_t language = s->fallback, words = s->words.count < SAMPLE ? s->words.count : SAMPLE;
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
