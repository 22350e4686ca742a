/* SPDX-License-Identifier: MIT */
/* Whether a text sets out to make or change a thing: the clues on it, the tests it has to stand, and what all of its
   traits weigh where the rulebook has weights. */
#include "text/things.h"
#include "text/weigh.h"

/* "the council", with no name: who acts, in Arabic. */
bool ogpi_is_plain_body(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_affix(s, i, OGPI_AFFIX_THE) &&
           ogpi_begins(s, i, OGPI_BIT(body) | OGPI_BIT(body_weak) | OGPI_BIT(post)) &&
           !ogpi_is_class(s, i, OGPI_CLASS_thing);
}

/* The act whose object begins at word `at`, 0 where there is none; a body that acts may stand between, in Arabic. */
uint32_t ogpi_act_upon(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    size_t start = at = ogpi_before_aside(s, at);
    if (ogpi_option(s, at, OGPI_OPTION_VERB_FIRST))
        while (start > 0 && at - start < 12 && !ogpi_used(s, start - 1, OGPI_USED_THING) &&
               (ogpi_used(s, start - 1, OGPI_USED_BODY | OGPI_USED_DURATION) || ogpi_is_plain_body(s, start - 1)))
            start--;
    if (start > 0 && ogpi_has_affix(s, start - 1, OGPI_AFFIX_THE) && start == at)
        return 0; /* "النشر الاستباقي": an adjective */
    return start > 0 && ogpi_match_before(s, start, OGPI_CLASS_act, NULL, &value) ? value : 0;
}

/* "this portal will be redesigned" */
bool ogpi_is_changed(const ogpi_scanner *s, size_t end)
{
    uint32_t act = 0;
    for (size_t at = end; at < end + 6 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++)
        if (ogpi_match(s, at, OGPI_CLASS_act, &act) > at)
            return (act & OGPI_ACT_CHANGES) == OGPI_ACT_CHANGES && !ogpi_option(s, at, OGPI_OPTION_VERB_FIRST);
    return false;
}

/* "reformar la legislación vigente" */
static bool changes_before(const ogpi_scanner *s, size_t start)
{
    uint32_t act = ogpi_act_upon(s, ogpi_before_group(s, start));
    return (act & OGPI_ACT_CHANGES) == OGPI_ACT_CHANGES && !(act & OGPI_ACT_EXAMINES);
}

/* "canales existentes", "le plan précédent" */
static bool is_there_already(const ogpi_scanner *s, size_t start, size_t end)
{
    if (!ogpi_option(s, end - 1, OGPI_OPTION_ADJECTIVE_BEHIND) || changes_before(s, start))
        return false;
    size_t rest = ogpi_group_rest(s, end);
    return (ogpi_says(s, end, OGPI_CLASS_determiner, OGPI_DETERMINER_POINTS) ||
            ogpi_says(s, rest, OGPI_CLASS_determiner, OGPI_DETERMINER_POINTS)) &&
           !ogpi_breaks(s, rest);
}

/* The first test that turns the thing down, what turns down most first. */
static ogpi_reason refused_by(ogpi_scanner *s, const ogpi_case *c)
{
    if (is_there_already(s, c->start, c->end))
        return OGPI_REASON_there_already;
    if (ogpi_is_pointed_at(s, c->start) && !ogpi_is_changed(s, c->end))
        return OGPI_REASON_pointed_at;
    if (ogpi_is_agent(s, c->head, c->start, c->end))
        return OGPI_REASON_agent;
    if (ogpi_is_subject(s, c->start, c->end))
        return OGPI_REASON_subject;
    if (!ogpi_is_founded(s, c->start, c->head, c->end))
        return OGPI_REASON_not_founded;
    if (ogpi_is_background(s, c->start))
        return OGPI_REASON_background;
    if (ogpi_is_told(s, c->start))
        return OGPI_REASON_told;
    return ogpi_is_asked(s, c->end) ? OGPI_REASON_asked : OGPI_REASON_none;
}

/* Part of the thing before it, or made already: whatever its traits weigh. */
static bool is_out(const ogpi_scanner *s, size_t start, size_t end)
{
    return ogpi_belongs(s, start) || ogpi_thing_past_before(s, start) || ogpi_thing_past_after(s, start, end);
}

bool ogpi_is_set_out(ogpi_scanner *s, size_t head, size_t start, size_t end, bool weak)
{
    ogpi_case c = {.start = start, .head = head, .end = end, .weak = weak};
    c.made = ogpi_is_object(s, start, end, weak, &c.reason);
    if (c.made && is_out(s, start, end))
        return false;
    c.refused = c.made ? refused_by(s, &c) : OGPI_REASON_none;
    if (s->watcher || (s->weights.points && ogpi_is_unsure(&c, &s->weights))) {
        c.at = ogpi_before_group(s, start);
        ogpi_case_clause(s, &c);
    }
    if (s->watcher)
        s->watcher(s->watched, s, &c);
    return ogpi_weigh(s, &c, &s->weights) && (c.made || !is_out(s, start, end));
}
