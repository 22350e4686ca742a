/* SPDX-License-Identifier: MIT */
/* Texts in one or several languages. */
#include "model/model.h"

#include "base/tag.h"
#include <ogp/localized.h>

/* How well an item answers the language asked for: 4 exactly, 3 by its primary subtag ("fr" and "fr-CA"),
   2 in the plan's own language, 1 in any other. */
static int rank(const ogpi_text_item *item, const char *language)
{
    if (!item->language)
        return 2;
    if (!language)
        return 1;
    if (strcmp(item->language, language) == 0)
        return 4;
    return ogpi_same_language(item->language, language) ? 3 : 1;
}

static const ogpi_text_item *item_in(const ogpi_text *text, const char *language)
{
    const ogpi_text_item *best = NULL;
    int best_rank = 0;
    for (size_t i = 0; i < text->count; i++) {
        int this_rank = rank(&text->items[i], language);
        if (this_rank > best_rank) {
            best = &text->items[i];
            best_rank = this_rank;
        }
    }
    return best;
}

const char *ogpi_text_in(const ogpi_text *text, const char *language, size_t *length)
{
    const ogpi_text_item *item = text ? item_in(text, language) : NULL;
    if (length)
        *length = item ? item->text.length : 0;
    return item ? ogpi_str(&item->text) : "";
}

bool ogpi_text_empty(const ogpi_text *text)
{
    for (size_t i = 0; text && i < text->count; i++)
        if (!ogpi_blank(&text->items[i].text))
            return false;
    return true;
}

const char *ogp_localized_in(const ogp_localized *text, const char *language)
{
    return ogpi_text_in(text, language, NULL);
}

size_t ogp_localized_count(const ogp_localized *text)
{
    return text ? text->count : 0;
}

const char *ogp_localized_language_at(const ogp_localized *text, size_t index)
{
    return text && index < text->count && text->items[index].language ? text->items[index].language : "";
}

const char *ogp_localized_at(const ogp_localized *text, size_t index)
{
    return text && index < text->count ? ogpi_str(&text->items[index].text) : "";
}
