/* SPDX-License-Identifier: MIT */
/* Sums whose currency is glued in front, so that both are one word to the splitter: "R12.5 million", "USD50,000". */
#include "text/quantities.h"

#define MOST_LETTERS 4 /* of a currency */
#define MOST_DIGITS 17

static bool add_digits(ogpi_number *n, const char *key, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (n->mantissa >= 100000000000000000u)
            return false;
        if (key[i] >= '0' && key[i] <= '9')
            n->mantissa = n->mantissa * 10 + (unsigned)(key[i] - '0');
    }
    return true;
}

/* The bytes of a number's key that are groups of three digits ("000", "250,000"), and decimals may follow; 0 where it
 * is none. */
static size_t grouped_length(const char *key, size_t length)
{
    const char *point = memchr(key, '.', length);
    size_t whole = point ? (size_t)(point - key) : length;
    for (size_t i = 0; i < whole; i++)
        if (i % 4 == 3 ? key[i] != ',' : key[i] < '0' || key[i] > '9')
            return 0;
    return whole % 4 == 3 ? whole : 0;
}

/* What a sign joins to the number: thousands after a comma, decimals after a full stop; false where neither is. */
static bool join_rest(const ogpi_scanner *s, ogpi_number *n)
{
    size_t i = n->next;
    if (!ogpi_is_kind(s, i + 1, OGPI_NUMBER) || !(ogpi_flags(s, i) & ogpi_flags(s, i + 1) & OGPI_WORD_GLUED))
        return false;
    const char *key = ogpi_key(s, i + 1);
    size_t length = s->words.items[i + 1].length;
    bool decimal = ogpi_sign(s, i, '.') && ogpi_plain_digits(s, i + 1, 4) >= 0;
    size_t whole = decimal || !ogpi_sign(s, i, ',') ? 0 : grouped_length(key, length);
    if (!decimal && whole == 0)
        return false;
    n->scale = (unsigned)(decimal ? length : length - whole - (whole < length));
    n->grouped |= !decimal;
    n->next = i + 2;
    bool added = add_digits(n, key, length);
    ogpi_number_strip(n);
    return added;
}

/* "R250 000": groups of three digits that blanks set apart. */
static void join_groups(const ogpi_scanner *s, ogpi_number *n)
{
    while (ogpi_is_kind(s, n->next, OGPI_NUMBER) && !(ogpi_flags(s, n->next) & OGPI_WORD_GLUED) &&
           s->words.items[n->next].length == 3 && ogpi_plain_digits(s, n->next, 3) >= 0 &&
           add_digits(n, ogpi_key(s, n->next), 3)) {
        n->grouped = true;
        n->next++;
    }
}

/* Whether the letters in front are of a class. */
static bool letters_are(const ogpi_scanner *s, size_t i, size_t letters, uint64_t bit)
{
    const ogpi_lang *lang = ogpi_lang_of(s, i);
    const char *key = ogpi_key(s, i);
    ogpi_found found = ogpi_lang_find(lang, key, letters, ogpi_key_hash(key, letters));
    ogpi_node_entry entry = ogpi_lang_node(lang, found.node);
    return (ogpi_ending(&entry) & bit) != 0;
}

size_t ogpi_glued_amount(ogpi_scanner *s, size_t i)
{
    const char *key = ogpi_key(s, i);
    size_t length = s->words.items[i].length, letters = 0;
    while (letters < length && key[letters] >= 'a')
        letters++;
    if (letters == 0 || letters > MOST_LETTERS || length - letters > MOST_DIGITS || !ogpi_ends_in_digit(s, i) ||
        ogpi_used(s, i, OGPI_USED_COUNTED))
        return i;
    ogpi_number n = {.next = i + 1, .digits = true};
    if (!add_digits(&n, key + letters, length - letters))
        return i;
    if (!join_rest(s, &n) && length - letters <= 3)
        join_groups(s, &n);
    size_t digits = n.next;
    ogpi_number_multiply(s, i, &n);
    bool small = letters > 2 && length - letters < 3 && n.next == i + 1; /* "COP30" */
    bool currency = letters_are(s, i, letters, OGPI_BIT(currency));
    if (!n.grouped && n.next == digits && (small || !currency))
        return i; /* "H1", "A4" */
    if (!currency && letters_are(s, i, letters, OGPI_BIT(bar)))
        return n.next; /* "n°516 916" */
    ogpi_add_quantity(s, i, n.next, &n);
    return n.next;
}
