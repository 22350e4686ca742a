/* SPDX-License-Identifier: MIT */
/* Things in a list, and things that only name again what stands before them. */
#include "text/things.h"

bool ogpi_joins_owned(const ogpi_scanner *s, size_t at)
{
    size_t i = at - 1;
    while (i > 0 && at - i < 16 && (ogpi_used(s, i - 1, OGPI_USED_BODY) || ogpi_is_class(s, i - 1, OGPI_CLASS_of)))
        i--;
    return i > 0 && i < at - 2 && ogpi_used(s, i - 1, OGPI_USED_THING);
}

/* Whether a noun of things that the text only mentions stands right before the comma at word i. */
static bool ends_mentioned(const ogpi_scanner *s, size_t i)
{
    return i > 0 && ogpi_sign(s, i, ',') && ogpi_is_class(s, i - 1, OGPI_CLASS_thing) &&
           !ogpi_used(s, i - 1, OGPI_USED_THING | OGPI_USED_TAKEN | OGPI_USED_VAGUE);
}

bool ogpi_lists_mentioned(const ogpi_scanner *s, size_t at)
{
    return at > 1 && ends_mentioned(s, at - 1) && /* not "Set up, by decree, a unit" */
           !(ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) && ogpi_before_aside(s, at) < at);
}

bool ogpi_lists_on(const ogpi_scanner *s, size_t at)
{
    size_t end = at;
    if (ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) || at < 3)
        return false;
    if (ogpi_sign(s, at - 1, ','))
        end = at - 1;
    else if (!ogpi_match_before(s, at, OGPI_CLASS_and, &end, NULL) && !ogpi_has_affix(s, at, OGPI_AFFIX_AND))
        return false;
    for (size_t i = end; i > 0 && end - i < 7 && !ogpi_breaks(s, i); i--) {
        if (ogpi_used(s, i - 1, OGPI_USED_THING))
            return true;
        if (!ogpi_is_kind(s, i - 1, OGPI_WORD) || ogpi_is_verb_word(s, i - 1) || ogpi_any(s, i - 1, OGPI_BIT(and)))
            return false;
    }
    return false;
}

bool ogpi_lists_none(const ogpi_scanner *s, size_t start, size_t end)
{
    return start > 0 && ogpi_sign(s, start - 1, ',') && ogpi_option(s, start, OGPI_OPTION_ADJECTIVE_BEHIND) &&
           !ogpi_thing_in_clause(s, start) && !ogpi_acted_on(s, start, end);
}

/* "(estándares)", "(o Ley de Acceso)": a bare noun alone in brackets, in Romance languages. */
static bool is_in_brackets(const ogpi_scanner *s, size_t at, size_t start)
{
    if (at != start || !ogpi_option(s, start, OGPI_OPTION_ADJECTIVE_BEHIND))
        return false;
    size_t open = at - 1 - ogpi_is_class(s, at - 1, OGPI_CLASS_stop);
    if (!ogpi_sign(s, open, '('))
        return false;
    while (at < start + 12 && at < ogpi_count(s) && !ogpi_is_kind(s, at, OGPI_SIGN) &&
           !ogpi_has(s, at, OGPI_CLASS_and))
        at++;
    return ogpi_sign(s, at, ')');
}

bool ogpi_names_again(const ogpi_scanner *s, size_t at, size_t start)
{
    if (at > 1 && is_in_brackets(s, at, start))
        return true;
    if (at < 2 || !(ogpi_sign(s, at - 1, '(') || ogpi_sign(s, at - 1, ',')))
        return false;
    bool law = ogpi_any(s, start, OGPI_BIT(law)) && ogpi_used(s, at - 2, OGPI_USED_BARRED);
    return law || (ogpi_sign(s, at - 1, '(') && ogpi_used(s, at - 2, OGPI_USED_BODY));
}
