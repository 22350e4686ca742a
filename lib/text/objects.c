/* SPDX-License-Identifier: MIT */
/* What stands around a noun group decides whether the text sets out to make or change the thing, or only mentions it.
 */
#include "text/things.h"

/* "النظام", "نظام الدفع": an Arabic noun with an article, or closed by one. */
static bool is_known(const ogpi_scanner *s, size_t start)
{
    return ogpi_has_affix(s, start, OGPI_AFFIX_THE) || ogpi_is_definite_construct(s, start);
}

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
    for (; at > 0 && i - at < 4 && ogpi_is_kind(s, at - 1, OGPI_WORD) && !ogpi_used(s, at - 1, OGPI_USED_THING) &&
           ogpi_is_class(s, at - 1, OGPI_CLASS_of);
         at--)
        of |= ogpi_match(s, at - 1, OGPI_CLASS_of, &article) > at - 1 && !article;
    while (of && at > 0 && i - at < 6 && ogpi_used(s, at - 1, OGPI_USED_DURATION) &&
           !ogpi_used(s, at - 1, OGPI_USED_THING))
        at--; /* "lista semanal de reuniones" */
    uint32_t act = 0;
    if (of && at > 1 && ogpi_used(s, at - 2, OGPI_USED_THING) && ogpi_match(s, at - 1, OGPI_CLASS_act, &act) == at &&
        (act & OGPI_ACT_CHANGES) == OGPI_ACT_CHANGES)
        return false; /* "atelier de validation de la stratégie" */
    if (of && at > 0 && ogpi_used(s, at - 1, OGPI_USED_THING | OGPI_USED_BODY))
        return true;
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

/* "تجهيز 20 قاعة بكاميرات": what comes with the thing is the one that is new. */
static bool is_equipped(const ogpi_scanner *s, size_t end)
{
    for (size_t at = end; at < end + 8 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++)
        if (ogpi_has_affix(s, at, OGPI_AFFIX_BY))
            return true;
    return false;
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
        return is_known(s, start);
    return at < start && ogpi_match(s, at, OGPI_CLASS_of, &article) > at && article;
}

/* "توزيع 5000 نسخة": so many, and none of them new. */
static bool takes_counted(const ogpi_scanner *s, size_t at, uint32_t makes)
{
    return (makes & (OGPI_ACT_MAKES | OGPI_ACT_PUBLISHES)) || !ogpi_marked(s, at, at + 1, OGPI_USED_QUANTITY);
}

/* Whether an Arabic act may have the thing for its object. */
static bool has_object(const ogpi_scanner *s, size_t act, uint32_t makes, size_t start, size_t end, bool weak)
{
    bool led = ogpi_has_affix(s, start, OGPI_AFFIX_PREPOSITION), the = ogpi_has_affix(s, start, OGPI_AFFIX_THE);
    if (ogpi_has_affix(s, act, OGPI_AFFIX_OWNER) && led && (the || ogpi_led_by(s, start, OGPI_AFFIX_FOR)))
        return false; /* "وعرضها للاستشارة", "ونشره بالبوابة": it has its object already */
    if (weak && !(makes & (OGPI_ACT_MAKES | OGPI_ACT_PUBLISHES)) &&
        (ogpi_has_affix(s, start, OGPI_AFFIX_OWNER) || (the && ogpi_group_rest(s, end) == end)))
        return false; /* "وتقيم نتائجها", "تعميم الخدمة": of something else, or there already */
    if ((makes & OGPI_ACT_EQUIPS) && led)
        return !(the && ogpi_has_form(s, start, OGPI_FORM_feminine)) && /* "ربطها بالشبكة" */
               !ogpi_is_definite_construct(s, start);
    return !(makes & OGPI_ACT_EQUIPS) || !is_equipped(s, end);
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

/* An unknown noun that opens an Arabic clause and governs an indefinite one is a verbal noun: "hosting of two
 * workshops". */
static bool opens_with_noun(const ogpi_scanner *s, size_t i, size_t start)
{
    const ogpi_token *noun = s->spots[i].token;
    bool unknown = noun->number == 0 || noun->found == OGPI_BIT(value); /* what it hints at says nothing of its form */
    return ogpi_is_kind(s, i, OGPI_WORD) && ogpi_breaks(s, i) && unknown && !s->spots[start].token->affixes &&
           !ogpi_is_definite_construct(s, start);
}

/* "del", "du": "of" and the article in one word. */
static bool joins_alone(const ogpi_scanner *s, size_t at)
{
    uint32_t article = 0;
    return ogpi_match(s, at, OGPI_CLASS_of, &article) == at + 1 && article != OGPI_OF_ARTICLE;
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
           ogpi_is_content(s, at - 1) && !ogpi_used(s, at - 1, OGPI_USED_QUANTITY | OGPI_USED_THING) &&
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

/* A noun group [start, end) and the word at which what leads it begins: article, count. */
typedef struct group {
    const ogpi_scanner *s;
    size_t at, start, end;
    bool weak;      /* a thing only where something is done with it */
    bool construct; /* an Arabic one */
} group;

/* What a clue says of a group: nothing, that the thing is only mentioned, or that the text makes or changes it. */
typedef enum verdict { SILENT, MENTIONED, MADE } verdict;

static verdict says(bool made)
{
    return made ? MADE : MENTIONED;
}

/* "no law covers it" */
static bool is_missing(const group *g)
{
    return g->at < g->start && !ogpi_used(g->s, g->at, OGPI_USED_QUANTITY) &&
           ogpi_says(g->s, g->at, OGPI_CLASS_determiner, OGPI_DETERMINER_NONE);
}

static verdict turned_down(const group *g)
{
    return is_missing(g) || ogpi_only_mentioned(g->s, g->at, g->start, g->end) ||
                   ogpi_stands_aside(g->s, g->at, g->start, g->end) || ogpi_is_each(g->s, g->at) ||
                   ogpi_names_again(g->s, g->at, g->start)
               ? MENTIONED
               : SILENT;
}

/* "واجهات لـ15 سجلا": so many are what another thing is for. */
static verdict counted_for(const group *g)
{
    bool counted = g->construct && g->at < g->start && ogpi_used(g->s, g->at, OGPI_USED_QUANTITY);
    return counted && ogpi_led_by(g->s, g->at, OGPI_AFFIX_FOR) ? MENTIONED : SILENT;
}

/* "بقرار من رئيس الحكومة": by what law something is done. */
static verdict by_law(const group *g)
{
    const ogpi_scanner *s = g->s;
    bool by = g->construct && ogpi_led_by(s, g->start, OGPI_AFFIX_BY) && !ogpi_has_affix(s, g->start, OGPI_AFFIX_THE);
    return by && ogpi_any(s, g->start, OGPI_BIT(law)) && !ogpi_has_form(s, g->start - 1, OGPI_FORM_finite) &&
                   !ogpi_match_before(s, g->start, OGPI_CLASS_act, NULL, NULL)
               ? MENTIONED
               : SILENT;
}

static verdict opening(const group *g)
{
    if (g->at > 0 && !ogpi_breaks(g->s, g->at))
        return SILENT;
    return says((!g->weak && (g->at < g->start || !ogpi_is_mere_subject(g->s, g->end))) ||
                ogpi_acted_on(g->s, g->start, g->end));
}

/* "suppliers holding contracts": what those have or do whom the text only mentions. */
static bool is_held(const ogpi_scanner *s, size_t act, uint32_t makes)
{
    return act > 0 && makes == OGPI_ACT_DOES && ogpi_option(s, act, OGPI_OPTION_HEAD_LAST) && !ogpi_breaks(s, act) &&
           ogpi_has_form(s, act, OGPI_FORM_gerund) && ogpi_is_content(s, act - 1) &&
           ogpi_has_form(s, act - 1, OGPI_FORM_plural);
}

static verdict behind_act(const group *g)
{
    const ogpi_scanner *s = g->s;
    size_t act = g->at;
    uint32_t makes = 0;
    if (!ogpi_match_before(s, g->at, OGPI_CLASS_act, &act, &makes))
        return SILENT;
    if ((makes & OGPI_ACT_EXAMINES) && (g->weak || ogpi_marked(s, g->at, g->start, OGPI_USED_QUANTITY) ||
                                        (g->construct && is_known(s, g->start) &&
                                         ogpi_is_class(s, act, OGPI_CLASS_thing))))
        return MENTIONED; /* "review 50 contracts": so many, and none of them new */
    if (g->construct && (g->at == g->start || !g->weak || takes_counted(s, g->at, makes)))
        return says(has_object(s, act, makes, g->start, g->end, g->weak) && !ogpi_is_talked_about(s, act, g->weak));
    /* Not "equip 75 libraries", nor "a report on carrying out the budget". */
    return says(!g->construct && !(makes & OGPI_ACT_EQUIPS) && !ogpi_is_about(s, act) && !is_held(s, act, makes));
}

static verdict behind_sign(const group *g)
{
    const ogpi_scanner *s = g->s;
    if (ogpi_lists_mentioned(s, g->at))
        return MENTIONED;
    if (!ogpi_is_kind(s, g->at - 1, OGPI_SIGN))
        return SILENT;
    if (g->at == g->start && ogpi_lists_none(s, g->start, g->end))
        return MENTIONED;
    return says(!g->weak || (ogpi_acted_on(s, g->start, g->end) && !ogpi_thing_in_clause(s, g->at)));
}

static verdict behind_vague(const group *g)
{
    bool raised = g->construct && g->weak && ogpi_used(g->s, g->at - 1, OGPI_USED_VAGUE) &&
                  !ogpi_is_kind(g->s, g->at - 1, OGPI_SIGN);
    return raised ? MENTIONED : SILENT; /* "الرفع من مستوى الخدمات" */
}

static verdict led_by_clitic(const group *g)
{
    const ogpi_scanner *s = g->s;
    const size_t start = g->start;
    if (!g->construct || !ogpi_has_affix(s, start, OGPI_AFFIX_PREPOSITION) || s->spots[start].token->outside == 0)
        return SILENT;
    return says(!g->weak && ogpi_has_affix(s, start, OGPI_AFFIX_BY) &&
                (!ogpi_has_affix(s, start, OGPI_AFFIX_THE) || ogpi_is_class(s, start - 1, OGPI_CLASS_abstract) ||
                 ogpi_is_verb_word(s, start - 1)) && /* "العمل بالنظام", and not what is published there */
                !ogpi_match_before(s, start, OGPI_CLASS_topic, NULL, NULL));
}

static verdict coming_with(const group *g)
{
    if (!comes_with(g->s, g->at))
        return SILENT;
    return says(!g->weak && !is_content_of_many(g->s, g->at, g->start) && !is_enclosed(g->s, g->at, g->start));
}

static verdict joined(const group *g)
{
    const ogpi_scanner *s = g->s;
    const size_t at = g->at, start = g->start;
    if (g->construct && ogpi_has_affix(s, start, OGPI_AFFIX_AND) && ogpi_is_class(s, start - 1, OGPI_CLASS_abstract) &&
        !ogpi_used(s, start - 1, OGPI_USED_THING))
        return MENTIONED; /* "ضمان التتبع والتقييم" */
    if (ogpi_skip(s, at - 1, OGPI_CLASS_and) != at && !ogpi_has_affix(s, start, OGPI_AFFIX_AND) &&
        !ogpi_has_affix(s, at, OGPI_AFFIX_AND))
        return SILENT;
    return says((!g->weak && at < start && ogpi_takes_new(s, at)) || /* "and a code repository follows" */
                ogpi_marked(s, at > 1 ? at - 2 : 0, at, OGPI_USED_THING | OGPI_USED_QUANTITY) ||
                ogpi_joins_owned(s, at) ||
                ogpi_acted_on(s, start, g->end));
}

/* "through an online portal", "mediante foros": an article, a count or, in Romance languages, none at all. */
static bool is_means(const group *g)
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

static verdict as_means(const group *g)
{
    const ogpi_scanner *s = g->s;
    if (is_added_to(s, g->at, g->start))
        return MADE;
    if (g->construct && is_new_means(s, g->at, g->start, g->end))
        return says(!g->weak);
    return is_means(g) ? says(!g->weak || (g->at < g->start && ogpi_acted_on(s, g->start, g->end))) : SILENT;
}

static verdict beside(const group *g)
{
    return ogpi_stands_beside(g->s, g->at, g->start, g->weak) ? MENTIONED : SILENT;
}

static verdict behind_of(const group *g)
{
    const ogpi_scanner *s = g->s;
    const size_t at = g->at;
    bool of = ogpi_match_before(s, at, OGPI_CLASS_of, NULL, NULL);
    if (of && at + 1 < g->start && ogpi_takes_new(s, g->start - 1))
        return says(!g->weak && !ogpi_any(s, g->start, OGPI_BIT(law))); /* "members of the future commission" */
    if (!of && !is_genitive(s, at, g->start))
        return SILENT;
    return says(ogpi_under_of(s, at) && (!g->weak || ogpi_acted_on(s, g->start, g->end)));
}

static verdict in_construct(const group *g)
{
    const ogpi_scanner *s = g->s;
    const size_t at = g->at;
    if (!g->construct)
        return SILENT;
    if (opens_with_noun(s, at - 1, g->start))
        return MADE;
    if (ogpi_has_form(s, g->start, OGPI_FORM_accusative)) /* indefinite, so no second half of a construct */
        return SILENT;
    bool governed = ogpi_is_kind(s, at - 1, OGPI_WORD) && !ogpi_is_class(s, at - 1, OGPI_CLASS_stop) &&
                    !ogpi_is_class(s, at - 1, OGPI_CLASS_verb) && !ogpi_has_affix(s, at - 1, OGPI_AFFIX_THE) &&
                    !ogpi_used(s, at - 1, OGPI_USED_BODY | OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_QUANTITY) &&
                    !ogpi_each_acts(s, at);
    return governed ? MENTIONED : SILENT;
}

/* An Arabic thing that no clue tells of: an act somewhere in its clause, a future right before it, who acts, or it is
 * new and not counted. */
static bool is_governed_later(const group *g)
{
    const ogpi_scanner *s = g->s;
    if (ogpi_acted_on(s, g->start, g->end) || (!g->weak && ogpi_has_form(s, g->at - 1, OGPI_FORM_future)))
        return true;
    return !g->weak && !ogpi_has_affix(s, g->start, OGPI_AFFIX_THE | OGPI_AFFIX_OWNER) &&
           (ogpi_used(s, g->at - 1, OGPI_USED_BODY) || (g->at == g->start && !is_known(s, g->start)));
}

bool ogpi_is_object(const ogpi_scanner *s, size_t start, size_t end, bool weak)
{
    static verdict (*const clues[])(const group *) = {
        turned_down,   counted_for, by_law, opening,  behind_act, behind_vague, behind_sign,
        led_by_clitic, coming_with, joined, as_means, beside,     behind_of,    in_construct,
    };
    const group g = {s, ogpi_before_group(s, start), start, end, weak, ogpi_option(s, start, OGPI_OPTION_CONSTRUCT)};
    for (size_t i = 0; i < sizeof(clues) / sizeof(clues[0]); i++) {
        verdict v = clues[i](&g);
        if (v != SILENT)
            return v == MADE;
    }
    return g.construct ? is_governed_later(&g) : !weak || ogpi_acted_on(s, start, end);
}
