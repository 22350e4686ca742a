/* SPDX-License-Identifier: MIT */
/* Things that are places or bodies (a library, a council): they act and are counted where others take part, so they
 * are deliverables only where the text founds them. */
#include "text/things.h"

/* Values of the list `thing`: 1 is a place or body. */
enum { THING_PLACE = 1 };

/* Values of the list `act` that found: 1 and 5, 4 as "launch", 34; 3 changes what there is. */
static bool founds(uint32_t act)
{
    return act == 1 || (act & OGPI_ACT_MAKES) || (act & OGPI_ACT_FOUNDS);
}

static bool founded_near(const ogpi_scanner *s, size_t start, size_t end)
{
    uint32_t act = 0;
    for (size_t back = 1; back <= 8 && back <= start && !ogpi_breaks(s, start - back + 1); back++)
        if (ogpi_match(s, start - back, OGPI_CLASS_act, &act) > start - back && founds(act))
            return true;
    for (size_t at = end; at < end + 8 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++)
        if (ogpi_match(s, at, OGPI_CLASS_act, &act) > at && founds(act))
            return true;
    return false;
}

/* Whether no verb stands between the noun group and the end of its clause: the item of a list, a title. */
static bool stands_alone(const ogpi_scanner *s, size_t end)
{
    for (; end < ogpi_count(s) && !ogpi_breaks(s, end); end++)
        if (ogpi_is_verb_word(s, end))
            return false;
    return true;
}

/* "a council", "the new commission" */
static bool is_new(const ogpi_scanner *s, size_t at, size_t start)
{
    uint32_t value = 0;
    for (; at < start; at++)
        if (ogpi_match(s, at, OGPI_CLASS_determiner, &value) > at && value == 1)
            return true;
    return false;
}

bool ogpi_is_founded(const ogpi_scanner *s, size_t start, size_t i, size_t end)
{
    uint32_t value = 0;
    if (ogpi_match(s, i, OGPI_CLASS_thing, &value) == i || value != THING_PLACE)
        return true;
    size_t at = ogpi_before_group(s, start);
    if (ogpi_match_before(s, at, OGPI_CLASS_act, NULL, &value) && (value & OGPI_ACT_CHANGES) == OGPI_ACT_CHANGES)
        return true;
    if (is_new(s, at, start))
        return true;
    if (at > 0 && (s->marks.used[at - 1] & OGPI_USED_VAGUE))
        return true; /* "strengthen the unit" */
    if (at > 1 && ogpi_skip(s, at - 1, OGPI_CLASS_and) == at && (s->marks.used[at - 2] & OGPI_USED_THING))
        return true;
    return founded_near(s, start, end) || (ogpi_breaks(s, at) && stands_alone(s, end));
}
