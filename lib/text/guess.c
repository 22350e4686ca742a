/* SPDX-License-Identifier: MIT */
/* The language of a text: by script, then by the small words it uses. */
#include "text/scan.h"

#define SAMPLE 400 /* words looked at */

static unsigned score(const ogpi_scanner *s, size_t language)
{
    const ogpi_lang *lang = &s->languages[language];
    unsigned points = 0;
    for (size_t i = 0; i < s->words.count && i < SAMPLE; i++) {
        if (s->words.items[i].kind != OGPI_WORD || ogpi_script_of(s, i) != (ogpi_script)lang->script)
            continue;
        ogpi_token token = ogpi_look_up(s, i, language);
        if (lang->script != OGPI_SCRIPT_LATIN)
            points += 2;
        points += (token.shape & OGPI_SHAPE_GUESS) ? 4 : token.node ? 1 : 0;
    }
    return points;
}

size_t ogpi_guess_language(const ogpi_scanner *s, uint32_t script)
{
    unsigned best = 0;
    size_t language = ogpi_default_language(s);
    for (size_t k = 0; k < s->language_count; k++) {
        if (script != OGPI_SCRIPT_ANY && s->languages[k].script != script)
            continue;
        unsigned points = score(s, k);
        if (points > best) {
            best = points;
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
