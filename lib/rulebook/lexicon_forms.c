/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon_forms.h"

static bool same(const char *key, const uint8_t *bytes, size_t length)
{
    while (length > 0 && (uint8_t)key[length - 1] == bytes[length - 1])
        length--;
    return length == 0;
}

/* Where the last of so many letters before `to` begins. */
static const char *letters_before(const char *from, const char *to, uint32_t count)
{
    for (; count > 0 && to > from; count--)
        do
            to--;
        while (to > from && ((unsigned char)*to & 0xC0) == 0x80);
    return to;
}

static bool fits(const ogpi_lang *lang, const uint32_t *rule, const ogpi_spelling *word)
{
    uint32_t how = rule[OGPI_FORM_HOW];
    bool written = (how & OGPI_FORM_WRITTEN) != 0;
    const char *from = written ? word->written : word->key,
               *to = from + (written ? word->written_length : word->length);
    const uint8_t *letters = lang->bytes + rule[OGPI_FORM_LETTERS];
    size_t front = how >> OGPI_FORM_FRONT & 31, back = how >> OGPI_FORM_BACK & 31, least = how >> OGPI_FORM_LEAST & 31;
    to = letters_before(from, to, how >> OGPI_FORM_BEHIND & 3);
    size_t length = (size_t)(to - from), fixed = front + back;
    return length >= fixed + least && (least || length == fixed) && same(to - back, letters + front, back) &&
           same(from, letters, front);
}

uint32_t ogpi_lang_may_form(const ogpi_lang *lang, const ogpi_spelling *word)
{
    if (lang->form_count == 0 || word->length == 0)
        return 0;
    uint32_t mask = lang->form_masks[(unsigned char)word->key[1] % OGPI_FORM_BYTES] &
                    lang->form_masks[OGPI_FORM_BYTES + (unsigned char)word->key[word->length - 1] % OGPI_FORM_BYTES];
    bool accents = word->written_length != word->length;
    return accents ? mask : mask & ~lang->form_masks[OGPI_FORM_MASKS - 1];
}

uint32_t ogpi_lang_forms(const ogpi_lang *lang, const ogpi_spelling *word, uint32_t mask)
{
    uint32_t has = 0, has_not = 0;
    for (; mask; mask &= mask - 1) {
        const uint32_t *rule = lang->forms + (size_t)__builtin_ctz(mask) * OGPI_FORM_CELLS;
        if (!fits(lang, rule, word))
            continue;
        uint32_t form = (uint32_t)1 << (rule[OGPI_FORM_HOW] & OGPI_FORM_NUMBER);
        has |= form;
        has_not |= rule[OGPI_FORM_HOW] & OGPI_FORM_NOT ? form : 0;
    }
    return has & ~has_not;
}
