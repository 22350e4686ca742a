/* SPDX-License-Identifier: MIT */
/* What stands around a noun group decides whether the text sets out to make or change the thing, or only mentions it.
 */
#include "text/clues.h"

/* Whether the noun at i belongs to the thing before it: "register of contracts". */
bool ogpi_belongs(const ogpi_scanner *s, size_t i)
{
    size_t at = i;
    bool of = false; /* not merely an article */
    uint32_t article = 0;
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && i > 1 && ogpi_has_form(s, i - 1, OGPI_FORM_past) &&
        ogpi_is_class(s, i - 2, OGPI_CLASS_of))
        return ogpi_belongs(s, i - 1); /* "list of approved projects" */
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST))
        while (at > 0 && i - at < 2 && ogpi_used(s, at - 1, OGPI_USED_BODY))
            at--; /* "minutes of Cabinet committee meetings" */
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && at > 1 && ogpi_is_class(s, at - 1, OGPI_CLASS_article))
        at--; /* "a draft of a toolkit" */
    for (; at > 0 && i - at < 4 && ogpi_is_kind(s, at - 1, OGPI_WORD) && !ogpi_used(s, at - 1, OGPI_USED_THING) &&
           ogpi_is_class(s, at - 1, OGPI_CLASS_of);
         at--)
        of |= ogpi_match(s, at - 1, OGPI_CLASS_of, &article) > at - 1 && !article;
    while (of && at > 0 && i - at < 6 && ogpi_used(s, at - 1, OGPI_USED_DURATION) &&
           !ogpi_used(s, at - 1, OGPI_USED_THING))
        at--; /* "lista semanal de reuniones" */
    if (of && at > 1 && ogpi_has_form(s, at - 1, OGPI_FORM_participle) && ogpi_used(s, at - 2, OGPI_USED_THING))
        return true; /* "microdonnées anonymisées du recensement" */
    uint32_t act = 0;
    if (of && at > 1 && ogpi_used(s, at - 2, OGPI_USED_THING) && ogpi_match(s, at - 1, OGPI_CLASS_act, &act) == at &&
        (act & OGPI_ACT_CHANGES) == OGPI_ACT_CHANGES)
        return false; /* "atelier de validation de la stratégie" */
    if (of && at > 0 && ogpi_used(s, at - 1, OGPI_USED_THING | OGPI_USED_BODY))
        return ogpi_used(s, at - 1, OGPI_USED_THING) || /* not "adoption par le Sénat du code" */
               !(ogpi_act_apart(s, at) || ogpi_act_upon(s, ogpi_before_group(s, i)));
    return ogpi_used(s, i, OGPI_USED_THING);
}

bool ogpi_is_pointed_at(const ogpi_scanner *s, size_t start)
{
    return start > 0 && ogpi_said_before(s, start, OGPI_CLASS_determiner, OGPI_DETERMINER_POINTS);
}

/* Whether what stands before says that the thing comes with another; "إضافة إلى" does, though "إلى" is a topic. */
static bool comes_with(const ogpi_scanner *s, size_t at)
{
    size_t with = at, topic = at;
    if (!ogpi_match_before(s, at, OGPI_CLASS_with, &with, NULL))
        return false;
    return !ogpi_topic_before(s, at) || (ogpi_match_before(s, at, OGPI_CLASS_topic, &topic, NULL) && with < topic);
}

bool ogpi_is_verb_word(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_class(s, i, OGPI_CLASS_act) || ogpi_is_class(s, i, OGPI_CLASS_modal) ||
           ogpi_has_affix(s, i, OGPI_AFFIX_VERB) ||
           (ogpi_is_class(s, i, OGPI_CLASS_verb) && !ogpi_is_class(s, i, OGPI_CLASS_stop));
}

bool ogpi_is_talked_about(const ogpi_scanner *s, size_t act, bool weak)
{
    if (weak && ogpi_led_by(s, act, OGPI_AFFIX_FOR) && ogpi_thing_in_clause(s, act))
        return true; /* what a thing is for */
    if (act > 0 && !s->spots[act].token->affixes && !ogpi_breaks(s, act) &&
        !ogpi_has_affix(s, act - 1, OGPI_AFFIX_THE) && /* "تتولى اللجنة إعداد" */
        (ogpi_used(s, act - 1, OGPI_USED_THING) ||
         (ogpi_is_class(s, act - 1, OGPI_CLASS_thing) &&
          !ogpi_any(s, act - 1, OGPI_BIT(act) | OGPI_BIT(plan) | OGPI_BIT(thing_weak)))))
        return true; /* "tables of carrying out the budget" */
    if (act > 0 && ogpi_is_class(s, act - 1, OGPI_CLASS_abstract) && !ogpi_is_class(s, act - 1, OGPI_CLASS_act) &&
        !ogpi_used(s, act - 1, OGPI_USED_BODY) && !ogpi_breaks(s, act) &&
        !ogpi_has_affix(s, act, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION))
        return true;
    uint32_t topic = 0;
    return ogpi_match_before(s, act, OGPI_CLASS_topic, &act, &topic) &&
           (topic == OGPI_TOPIC_ABOUT || ogpi_thing_in_clause(s, act)); /* "after adoption of the budget" */
}

/* "con 4.500 registros": so many are what a thing holds. */
static bool is_content_of_many(const ogpi_scanner *s, size_t at, size_t start)
{
    ogpi_number number;
    for (; at < start; at++)
        if (ogpi_number_at(s, at, &number))
            return number.scale == 0 && number.mantissa >= 1000;
    return false;
}

/* "con las enmiendas", "مع المعايير": what there is already, behind a definite article. */
static bool is_enclosed(const ogpi_scanner *s, size_t at, size_t start)
{
    uint32_t with = 0, article = 0;
    if (!ogpi_match_before(s, at, OGPI_CLASS_with, NULL, &with) || !with)
        return false;
    if (ogpi_option(s, start, OGPI_OPTION_CONSTRUCT))
        return ogpi_is_known(s, start);
    return at < start && ogpi_match(s, at, OGPI_CLASS_of, &article) > at && article;
}

/* "توزيع 5000 نسخة": so many, and none of them new. */
static bool takes_counted(const ogpi_scanner *s, size_t at, uint32_t makes)
{
    return (makes & (OGPI_ACT_MAKES | OGPI_ACT_PUBLISHES)) || !ogpi_marked(s, at, at + 1, OGPI_USED_QUANTITY);
}

/* "عبر استبيان إلكتروني": an indefinite thing is made where something is done by its means. */
static bool is_new_means(const ogpi_scanner *s, size_t at, size_t start, size_t end)
{
    return ogpi_said_before(s, at, OGPI_CLASS_topic, OGPI_TOPIC_MEANS) && !s->spots[start].token->affixes &&
           !ogpi_is_definite_construct(s, start) && !ogpi_used(s, end, OGPI_USED_BODY);
}

bool ogpi_takes_new(const ogpi_scanner *s, size_t at)
{
    return ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_NEW);
}

/* "del", "du": "of" and the article in one word. */
static bool joins_alone(const ogpi_scanner *s, size_t at)
{
    uint32_t article = 0;
    return ogpi_match(s, at, OGPI_CLASS_of, &article) == at + 1 && article != OGPI_OF_ARTICLE;
}

/* "la mobilisation": a noun that is vague elsewhere. */
static bool plain_vague(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && ogpi_begins(s, i, OGPI_BIT(vague)) && !ogpi_used(s, i, OGPI_USED_VAGUE) &&
           !ogpi_is_verb_word(s, i);
}

/* "délivrance des permis": after a noun "des" is "of the", and no article. */
static bool is_genitive(const ogpi_scanner *s, size_t at, size_t start)
{
    if (!ogpi_option(s, start, OGPI_OPTION_BY_OF) || at == 0 || at == start || ogpi_breaks(s, at))
        return false;
    uint32_t article = 0;
    bool alone = joins_alone(s, at) && !ogpi_takes_new(s, at) && !(at + 1 < start && ogpi_takes_new(s, at + 1));
    return ogpi_skip(s, at, OGPI_CLASS_of) == at + 1 && ogpi_match(s, at, OGPI_CLASS_determiner, &article) == at + 1 &&
           (alone || (article == OGPI_DETERMINER_NEW && !ogpi_any(s, at - 1, OGPI_BIT(adjective)))) &&
           (ogpi_is_content(s, at - 1) || plain_vague(s, at - 1)) &&
           !ogpi_used(s, at - 1, OGPI_USED_QUANTITY | OGPI_USED_THING) &&
           (!ogpi_has_form(s, at - 1, OGPI_FORM_adverb | OGPI_FORM_adverb_or_noun) || /* unless "le financement" */
            ogpi_match_before(s, at - 1, OGPI_CLASS_determiner, NULL, NULL));
}

/* "adding a module to the platform": what something is added to is changed. */
static bool is_added_to(const ogpi_scanner *s, size_t at, size_t start)
{
    uint32_t act = 0;
    if (at == 0 || !(ogpi_said_before(s, at, OGPI_CLASS_topic, OGPI_TOPIC_WHERE) ||
                     ogpi_said_before(s, start, OGPI_CLASS_topic, OGPI_TOPIC_WHERE)))
        return false;
    for (size_t back = 2; back <= 12 && back <= at && !ogpi_breaks(s, at - back + 1); back++)
        if (ogpi_match(s, at - back, OGPI_CLASS_act, &act) > at - back)
            return (act & OGPI_ACT_ADDS) != 0;
    return false;
}

/* "no law covers it", "la escasa difusión de los informes" */
static bool is_missing(const ogpi_group *g)
{
    return g->at < g->start && !ogpi_used(g->s, g->at, OGPI_USED_QUANTITY) &&
           (ogpi_says(g->s, g->at, OGPI_CLASS_determiner, OGPI_DETERMINER_NONE) ||
            ogpi_said_before(g->s, g->start, OGPI_CLASS_determiner, OGPI_DETERMINER_NONE));
}

static ogpi_verdict turned_down(const ogpi_group *g)
{
    return is_missing(g) || ogpi_only_mentioned(g->s, g->at, g->start, g->end) ||
                   ogpi_stands_aside(g->s, g->at, g->start, g->end) || ogpi_is_each(g->s, g->at) ||
                   ogpi_names_again(g->s, g->at, g->start)
               ? OGPI_MENTIONED
               : OGPI_SILENT;
}

static ogpi_verdict opening(const ogpi_group *g)
{
    if (g->at > 0 && !ogpi_breaks(g->s, g->at))
        return OGPI_SILENT;
    return ogpi_if_made((!g->weak && (g->at < g->start || !ogpi_is_mere_subject(g->s, g->end))) ||
                        ogpi_acted_on(g->s, g->start, g->end));
}

/* "suppliers holding contracts": what those have or do whom the text only mentions. */
static bool is_held(const ogpi_scanner *s, size_t act, uint32_t makes)
{
    return act > 0 && makes == OGPI_ACT_DOES && ogpi_option(s, act, OGPI_OPTION_HEAD_LAST) && !ogpi_breaks(s, act) &&
           ogpi_has_form(s, act, OGPI_FORM_gerund) && ogpi_is_content(s, act - 1) &&
           ogpi_has_form(s, act - 1, OGPI_FORM_plural);
}

static ogpi_verdict behind_act(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    size_t act = g->at;
    uint32_t makes = 0;
    if (!ogpi_match_before(s, g->at, OGPI_CLASS_act, &act, &makes))
        return OGPI_SILENT;
    if ((makes & OGPI_ACT_EXAMINES) &&
        (g->weak || ogpi_marked(s, g->at, g->start, OGPI_USED_QUANTITY) ||
         (g->construct && ogpi_is_known(s, g->start) && ogpi_is_class(s, act, OGPI_CLASS_thing))))
        return OGPI_MENTIONED; /* "review 50 contracts": so many, and none of them new */
    if (g->construct && (g->at == g->start || !g->weak || takes_counted(s, g->at, makes)))
        return ogpi_if_made(ogpi_has_object(g, act, makes) && !ogpi_is_talked_about(s, act, g->weak));
    /* Not "equip 75 libraries", nor "a report on carrying out the budget". */
    return ogpi_if_made(!g->construct && !(makes & OGPI_ACT_EQUIPS) && !ogpi_is_about(s, act) &&
                        !is_held(s, act, makes));
}

static ogpi_verdict behind_sign(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    if (ogpi_lists_mentioned(s, g->at))
        return OGPI_MENTIONED;
    if (!ogpi_is_kind(s, g->at - 1, OGPI_SIGN))
        return OGPI_SILENT;
    if (ogpi_option(s, g->at, OGPI_OPTION_HEAD_LAST) && ogpi_sign(s, g->at - 1, ',') &&
        ogpi_is_class(s, g->at - 2, OGPI_CLASS_to))
        return OGPI_MENTIONED; /* "but not limited to, research" */
    if (g->at == g->start && ogpi_lists_none(s, g->start, g->end))
        return OGPI_MENTIONED;
    return ogpi_if_made(!g->weak || (ogpi_acted_on(s, g->start, g->end) && !ogpi_thing_in_clause(s, g->at)));
}

static ogpi_verdict coming_with(const ogpi_group *g)
{
    size_t with = g->at;
    if (!comes_with(g->s, g->at))
        return OGPI_SILENT;
    ogpi_match_before(g->s, g->at, OGPI_CLASS_with, &with, NULL);
    if (ogpi_option(g->s, g->at, OGPI_OPTION_HEAD_LAST) && with > 0 &&
        ogpi_is_class(g->s, with - 1, OGPI_CLASS_abstract))
        return OGPI_MENTIONED; /* "satisfaction with e-services" */
    return ogpi_if_made(!g->weak && !is_content_of_many(g->s, g->at, g->start) && !is_enclosed(g->s, g->at, g->start));
}

/* "la qualité des données et des métadonnées", "une carte des forages et bornes": what an "of" before the first of two
 * governs, in Romance languages. */
static bool joins_governed(const ogpi_scanner *s, size_t at, size_t start)
{
    if (!ogpi_option(s, at, OGPI_OPTION_BY_OF) || at < 3 || ogpi_skip(s, at - 1, OGPI_CLASS_and) != at)
        return false;
    uint32_t article = 0;
    if (at < start ? ogpi_match(s, at, OGPI_CLASS_of, &article) != start || article
                   : !ogpi_has_form(s, at - 2, OGPI_FORM_plural_letter))
        return false;
    return ogpi_is_content(s, at - 2) &&
           !ogpi_used(s, at - 2, OGPI_USED_THING | OGPI_USED_QUANTITY | OGPI_USED_VAGUE) &&
           ogpi_is_class(s, at - 3, OGPI_CLASS_of) && !ogpi_match_before(s, at - 3, OGPI_CLASS_act, NULL, NULL);
}

/* Whether word i may stand in a noun group that no thing is told of. */
static bool in_mere_group(const ogpi_scanner *s, size_t i)
{
    return !ogpi_used(s, i, OGPI_USED_THING) && !ogpi_breaks(s, i + 1) &&
           (ogpi_is_content(s, i) || ogpi_used(s, i, OGPI_USED_QUANTITY) || ogpi_has(s, i, OGPI_CLASS_determiner));
}

/* "in four schools and two health centres", "at the schools and the centres": counted, or definite, like where
 * something is done, which it is joined to. */
static bool joins_place(const ogpi_scanner *s, size_t at, size_t start)
{
    const bool word = ogpi_skip(s, at - 1, OGPI_CLASS_and) == at;
    size_t i = at - word;
    if (!word && !ogpi_has_affix(s, at, OGPI_AFFIX_AND))
        return false;
    while (i > 1 && at - i < 8 && in_mere_group(s, i - 1))
        i--;
    if (ogpi_said_before(s, i, OGPI_CLASS_topic, OGPI_TOPIC_WHERE))
        return true; /* "into plans and budgets" */
    if (i == at - word || !ogpi_match_before(s, i, OGPI_CLASS_skip, NULL, NULL))
        return false;
    if (ogpi_used(s, at, OGPI_USED_QUANTITY))
        return ogpi_used(s, i, OGPI_USED_QUANTITY);
    return at < start && ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE) &&
           ogpi_says(s, i, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE);
}

static ogpi_verdict joined(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    const size_t at = g->at, start = g->start;
    if (g->construct && ogpi_has_affix(s, start, OGPI_AFFIX_AND) && ogpi_is_class(s, start - 1, OGPI_CLASS_abstract) &&
        !ogpi_used(s, start - 1, OGPI_USED_THING))
        return OGPI_MENTIONED; /* "ضمان التتبع والتقييم" */
    if (ogpi_joins_mentioned(g))
        return OGPI_MENTIONED;
    if (ogpi_skip(s, at - 1, OGPI_CLASS_and) != at && !ogpi_has_affix(s, start, OGPI_AFFIX_AND) &&
        !ogpi_has_affix(s, at, OGPI_AFFIX_AND))
        return OGPI_SILENT;
    if (joins_governed(s, at, start) || (at > 2 && joins_place(s, at, start)))
        return OGPI_MENTIONED;
    return ogpi_if_made((!g->weak && at < start && ogpi_takes_new(s, at)) || /* "and a code repository follows" */
                        ogpi_marked(s, at > 1 ? at - 2 : 0, at, OGPI_USED_THING | OGPI_USED_QUANTITY) ||
                        ogpi_joins_owned(s, at) || ogpi_lists_on(s, at) || ogpi_acted_on(s, start, g->end));
}

/* "through an online portal", "mediante foros": an article, a count or, in Romance languages, none at all. */
static bool is_means(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    uint32_t topic = 0;
    if (!ogpi_match_before(s, g->at, OGPI_CLASS_topic, NULL, &topic))
        return false;
    if (g->at == g->start)
        return topic == OGPI_TOPIC_MEANS && ogpi_option(s, g->at, OGPI_OPTION_ADJECTIVE_BEHIND);
    if (ogpi_has(s, g->at, OGPI_CLASS_article))
        return topic == OGPI_TOPIC_MEANS || topic == OGPI_TOPIC_BY || topic == OGPI_TOPIC_WHERE;
    return (topic == OGPI_TOPIC_MEANS || topic == OGPI_TOPIC_BY) && ogpi_used(s, g->at, OGPI_USED_QUANTITY);
}

static ogpi_verdict as_means(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    if (is_added_to(s, g->at, g->start))
        return OGPI_MADE;
    if (g->construct && is_new_means(s, g->at, g->start, g->end))
        return ogpi_if_made(!g->weak);
    if (ogpi_after_by(s, g->at) && ogpi_any(s, g->end - 1, OGPI_BIT(body) | OGPI_BIT(body_weak)))
        return OGPI_MENTIONED; /* "by a working group" */
    return is_means(g) ? ogpi_if_made(!g->weak || (g->at < g->start && ogpi_acted_on(s, g->start, g->end)))
                       : OGPI_SILENT;
}

static ogpi_verdict beside(const ogpi_group *g)
{
    return ogpi_stands_beside(g->s, g->at, g->start, g->weak) ? OGPI_MENTIONED : OGPI_SILENT;
}

static ogpi_verdict behind_of(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    const size_t at = g->at;
    bool of = ogpi_match_before(s, at, OGPI_CLASS_of, NULL, NULL);
    if (of && at + 1 < g->start && ogpi_takes_new(s, g->start - 1))
        return ogpi_if_made(!g->weak && !ogpi_any(s, g->start, OGPI_BIT(law))); /* "members of the future commission" */
    if (!of && !is_genitive(s, at, g->start))
        return OGPI_SILENT;
    return ogpi_if_made(ogpi_under_of(s, at) && (!g->weak || ogpi_acted_on(s, g->start, g->end)));
}

/* The clues in turn, up to the first that says something; called by name, as processors guess no calls by pointer. */
#define ASK(name, clue)                                                                                                \
    if (v == OGPI_SILENT && (v = clue(&g)) != OGPI_SILENT)                                                             \
    *reason = OGPI_REASON_##name

bool ogpi_is_object(const ogpi_scanner *s, size_t start, size_t end, bool weak, ogpi_reason *reason)
{
    const ogpi_group g = {
        s, ogpi_before_group(s, start), start, end, weak, ogpi_option(s, start, OGPI_OPTION_CONSTRUCT)};
    ogpi_verdict v = OGPI_SILENT;
    *reason = OGPI_REASON_behind_act; /* over "section 12 of the", which looks like a mention to the clues */
    if (ogpi_changes_part(s, g.at, end))
        return true;
    *reason = OGPI_REASON_none;
    ASK(turned_down, turned_down);
    ASK(told_after, ogpi_clue_told_after);
    ASK(counted_for, ogpi_clue_counted_for);
    ASK(by_law, ogpi_clue_by_law);
    ASK(led_later, ogpi_clue_led_later);
    ASK(as_label, ogpi_clue_as_label);
    ASK(opening, opening);
    ASK(behind_act, behind_act);
    ASK(behind_vague, ogpi_clue_behind_vague);
    ASK(behind_sign, behind_sign);
    ASK(led_by_clitic, ogpi_clue_led_by_clitic);
    ASK(coming_with, coming_with);
    ASK(joined, joined);
    ASK(as_means, as_means);
    ASK(beside, beside);
    ASK(behind_of, behind_of);
    ASK(in_construct, ogpi_clue_in_construct);
    if (v != OGPI_SILENT)
        return v == OGPI_MADE;
    return g.construct ? ogpi_is_governed_later(&g) : !weak || ogpi_acted_on(s, start, end);
}
