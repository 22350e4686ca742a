/* SPDX-License-Identifier: MIT */
/* What stands around a noun group decides whether the text sets out to make or change the thing, or only mentions it.
 */
#include "text/things.h"

bool ogpi_is_background(const ogpi_scanner *s, size_t i)
{
    uint32_t value = 0;
    bool comma = false;
    if (!s->background)
        return false;
    for (size_t back = 0; back <= 24 && back <= i; back++) {
        size_t at = i - back;
        if (ogpi_has(s, at, OGPI_CLASS_topic) && ogpi_match(s, at, OGPI_CLASS_topic, &value) > at &&
            (value == OGPI_TOPIC_REASON ? !comma
                                   : value == OGPI_TOPIC_STATE && (ogpi_breaks(s, at) || ogpi_sign(s, at - 1, ','))))
            return true;
        if (ogpi_breaks(s, at))
            return false;
        comma |= ogpi_sign(s, at, ',');
    }
    return false;
}

/* Whether the noun at i belongs to the thing before it: "register of contracts". */
bool ogpi_belongs(const ogpi_scanner *s, size_t i)
{
    size_t at = i;
    bool of = false; /* not merely an article */
    uint32_t article = 0;
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST))
        while (at > 0 && i - at < 2 && ogpi_used(s, at - 1, OGPI_USED_BODY))
            at--; /* "minutes of Cabinet committee meetings" */
    for (; at > 0 && i - at < 4 && ogpi_is_kind(s, at - 1, OGPI_WORD) && !ogpi_used(s, at - 1, OGPI_USED_THING) &&
           ogpi_is_class(s, at - 1, OGPI_CLASS_of); at--)
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
    uint32_t value = 0;
    return start > 0 && ogpi_match_before(s, start, OGPI_CLASS_determiner, NULL, &value) && value == 2;
}

static bool thing_in_clause(const ogpi_scanner *s, size_t at)
{
    for (size_t back = 1; back <= 14 && back <= at; back++) {
        if (s->marks.used[at - back] & OGPI_USED_THING)
            return true;
        if (ogpi_breaks(s, at - back + 1) && back > 1)
            return false;
    }
    return false;
}

static bool topic_before(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    if (ogpi_used(s, at, OGPI_USED_VAGUE) && !ogpi_used(s, at, OGPI_USED_THING))
        return false; /* "to improve the module" */
    return ogpi_match_before(s, at, OGPI_CLASS_topic, NULL, &value) && value != OGPI_TOPIC_RELATIVE;
}

/* Whether what stands before says that the thing comes with another; "إضافة إلى" does, though "إلى" is a topic. */
static bool comes_with(const ogpi_scanner *s, size_t at)
{
    size_t with = at, topic = at;
    if (!ogpi_match_before(s, at, OGPI_CLASS_with, &with, NULL))
        return false;
    return !topic_before(s, at) || (ogpi_match_before(s, at, OGPI_CLASS_topic, &topic, NULL) && with < topic);
}

/* "an officer who withholds records": what a relative clause tells without an act. */
static bool in_relative(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    for (size_t back = 1; back <= 6 && back < at && !ogpi_breaks(s, at - back + 1); back++) {
        if (ogpi_is_class(s, at - back, OGPI_CLASS_act) || ogpi_is_kind(s, at - back, OGPI_SIGN))
            return false;
        if (back > 1 && ogpi_match(s, at - back, OGPI_CLASS_topic, &value) > at - back &&
            (value == OGPI_TOPIC_RELATIVE || value == OGPI_TOPIC_WHO))
            return true;
    }
    return false;
}

/* "on the platform", "في الموقع": where something is, not what is made. */
static bool in_place(const ogpi_scanner *s, size_t at, size_t start)
{
    uint32_t value = 0;
    if (!ogpi_match_before(s, at, OGPI_CLASS_skip, NULL, NULL))
        return false;
    return (at < start && ogpi_used(s, start - 1, OGPI_USED_QUANTITY)) ||
           ogpi_has_affix(s, start, OGPI_AFFIX_THE) || ogpi_is_definite_construct(s, start) ||
           (at < start && ogpi_match(s, at, OGPI_CLASS_determiner, &value) > at && value == 3);
}

bool ogpi_is_verb_word(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_class(s, i, OGPI_CLASS_act) || ogpi_is_class(s, i, OGPI_CLASS_modal) ||
           ogpi_has_affix(s, i, OGPI_AFFIX_VERB) ||
           (ogpi_is_class(s, i, OGPI_CLASS_verb) && !ogpi_is_class(s, i, OGPI_CLASS_stop));
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

/* "will receive reports": a verb that makes nothing. */
static bool governed_by_mere_verb(const ogpi_scanner *s, size_t at)
{
    return ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) && ogpi_is_class(s, at - 1, OGPI_CLASS_verb) &&
           !ogpi_is_class(s, at - 1, OGPI_CLASS_act) && !ogpi_is_class(s, at - 1, OGPI_CLASS_stop) &&
           !ogpi_is_class(s, at - 1, OGPI_CLASS_modal) &&
           !ogpi_has_form(s, at - 1, OGPI_FORM_gerund); /* "monitoring framework" */
}

/* "référents données": a noun right behind another. */
static bool is_apposed(const ogpi_scanner *s, size_t at)
{
    return at > 0 && ogpi_option(s, at, OGPI_OPTION_BY_OF) && !ogpi_breaks(s, at) &&
           ogpi_is_content(s, at - 1) &&
           !ogpi_any(s, at - 1,
                     OGPI_BIT(adjective) | OGPI_BIT(before_noun) | OGPI_BIT(determiner) | OGPI_BIT(with) |
                         OGPI_BIT(of));
}

/* "compétences en données ouvertes": what something else is in. */
static bool in_field(const ogpi_scanner *s, size_t at)
{
    if (at < 2 || ogpi_option(s, at, OGPI_OPTION_CONSTRUCT) || ogpi_skip(s, at - 1, OGPI_CLASS_skip) != at ||
        ogpi_breaks(s, at - 1))
        return false;
    return ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) || ogpi_is_class(s, at - 2, OGPI_CLASS_abstract) ||
           ogpi_used(s, at - 2, OGPI_USED_THING);
}

bool ogpi_is_talked_about(const ogpi_scanner *s, size_t act, bool weak)
{
    if (weak && ogpi_led_by(s, act, OGPI_AFFIX_FOR) && thing_in_clause(s, act))
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
           (topic == OGPI_TOPIC_ABOUT || thing_in_clause(s, act)); /* "after adoption of the budget" */
}

/* "délivrance des permis": after a noun "des" is "of the", and no article. */
static bool is_genitive(const ogpi_scanner *s, size_t at, size_t start)
{
    if (!ogpi_option(s, start, OGPI_OPTION_BY_OF) || at == 0 || at == start ||
        ogpi_breaks(s, at))
        return false;
    uint32_t article = 0;
    return ogpi_skip(s, at, OGPI_CLASS_of) == at + 1 && ogpi_match(s, at, OGPI_CLASS_determiner, &article) == at + 1 &&
           article == 1 && ogpi_is_content(s, at - 1) &&
           !ogpi_used(s, at - 1, OGPI_USED_QUANTITY | OGPI_USED_THING) && !ogpi_any(s, at - 1, OGPI_BIT(adjective)) &&
           (!ogpi_has_form(s, at - 1, OGPI_FORM_adverb | OGPI_FORM_adverb_or_noun) || /* unless "le financement" */
            ogpi_match_before(s, at - 1, OGPI_CLASS_determiner, NULL, NULL));
}

/* The "and" of "all decisions of the Council and an index": what it joins belongs to a body. */
static bool joins_owned(const ogpi_scanner *s, size_t at)
{
    size_t i = at - 1;
    while (i > 0 && at - i < 16 && (ogpi_used(s, i - 1, OGPI_USED_BODY) || ogpi_is_class(s, i - 1, OGPI_CLASS_of)))
        i--;
    return i > 0 && i < at - 2 && ogpi_used(s, i - 1, OGPI_USED_THING);
}

/* "تجهيز 20 قاعة بكاميرات": what comes with the thing is the one that is new. */
static bool is_equipped(const ogpi_scanner *s, size_t end)
{
    for (size_t at = end; at < end + 8 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++)
        if (ogpi_has_affix(s, at, OGPI_AFFIX_BY))
            return true;
    return false;
}

/* "within 90 days of the publication", "the first two years of the plan": from when a length of time runs. */
static bool after_length(const ogpi_scanner *s, size_t at, size_t start)
{
    if (ogpi_breaks(s, at) ||
        (at == start && !(ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) && ogpi_is_class(s, at - 1, OGPI_CLASS_of))))
        return false; /* "within sixty days of notice" needs no article, in English */
    for (size_t back = 1; back <= 3 && back < at && !ogpi_breaks(s, at - back); back++) {
        size_t i = at - back;
        if ((s->marks.used[i] & OGPI_USED_DURATION) || ogpi_any(s, i, OGPI_BIT(and)) ||
            !ogpi_any(s, i, OGPI_BIT(of) | OGPI_BIT(stop) | OGPI_BIT(skip) | OGPI_BIT(next)))
            return false;
        if (s->marks.used[i - 1] & OGPI_USED_DURATION)
            return ogpi_any(s, i - 1, OGPI_BIT(unit) | OGPI_BIT(workday));
    }
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

/* "con las enmiendas": what there is already, behind a definite article. */
static bool is_enclosed(const ogpi_scanner *s, size_t at, size_t start)
{
    uint32_t with = 0, article = 0;
    return at < start && ogpi_match_before(s, at, OGPI_CLASS_with, NULL, &with) && with &&
           ogpi_match(s, at, OGPI_CLASS_of, &article) > at && article;
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

/* "in cycles of the Social Survey, Income Survey": the next of a list whose first is only mentioned. */
static bool lists_mentioned(const ogpi_scanner *s, size_t at)
{
    return at > 1 && ogpi_sign(s, at - 1, ',') && ogpi_is_class(s, at - 2, OGPI_CLASS_thing) &&
           !ogpi_used(s, at - 2, OGPI_USED_THING | OGPI_USED_TAKEN | OGPI_USED_VAGUE);
}

/* "عبر استبيان إلكتروني": an indefinite thing is made where something is done by its means. */
static bool is_new_means(const ogpi_scanner *s, size_t at, size_t start, size_t end)
{
    uint32_t topic = 0;
    return ogpi_match_before(s, at, OGPI_CLASS_topic, NULL, &topic) && topic == OGPI_TOPIC_MEANS &&
           !s->spots[start].token->affixes && !ogpi_is_definite_construct(s, start) &&
           !ogpi_used(s, end, OGPI_USED_BODY);
}

/* Whether an indefinite article stands at word `at`. */
static bool takes_new(const ogpi_scanner *s, size_t at)
{
    uint32_t article = 0;
    return ogpi_match(s, at, OGPI_CLASS_determiner, &article) > at && article == 1;
}

/* "Reports will be answered", "70 % of the findings are acted upon": what there is, is handled. */
static bool is_handled(const ogpi_scanner *s, size_t at, size_t end)
{
    size_t of = at;
    uint32_t topic = 0;
    bool share = at > 0 && ((ogpi_match_before(s, at, OGPI_CLASS_of, &of, NULL) && of > 0 &&
                             ogpi_used(s, of - 1, OGPI_USED_QUANTITY)) ||
                            (ogpi_is_class(s, at, OGPI_CLASS_of) && ogpi_any(s, at - 1, OGPI_BIT(percent))));
    if (!share && (!ogpi_breaks(s, at) || takes_new(s, at)))
        return false;
    for (at = end; at < end + 10 && !ogpi_breaks(s, at) && !ogpi_is_class(s, at, OGPI_CLASS_act); at++)
        if (ogpi_match(s, at, OGPI_CLASS_topic, &topic) > at && 
            (topic == OGPI_TOPIC_UNDERGONE || (topic == OGPI_TOPIC_HANDLED && ogpi_has_form(s, at, OGPI_FORM_past))))
            return ogpi_any(s, at - 1, OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(modal));
    return false;
}

/* "adding a module to the platform": what something is added to is changed. */
static bool is_added_to(const ogpi_scanner *s, size_t at, size_t start)
{
    uint32_t topic = 0, act = 0;
    if (at == 0 || !((ogpi_match_before(s, at, OGPI_CLASS_topic, NULL, &topic) && topic == OGPI_TOPIC_WHERE) ||
                     (ogpi_match_before(s, start, OGPI_CLASS_topic, NULL, &topic) && topic == OGPI_TOPIC_WHERE)))
        return false;
    for (size_t back = 2; back <= 12 && back <= at && !ogpi_breaks(s, at - back + 1); back++)
        if (ogpi_match(s, at - back, OGPI_CLASS_act, &act) > at - back)
            return (act & OGPI_ACT_ADDS) != 0;
    return false;
}

/* "move towards a model": what vague wording only aims at. */
static bool is_aimed_at(const ogpi_scanner *s, size_t start)
{
    uint32_t topic = 0;
    ogpi_match_before(s, start, OGPI_CLASS_determiner, &start, NULL);
    return start > 0 && ogpi_used(s, start - 1, OGPI_USED_VAGUE) && !ogpi_breaks(s, start) &&
           ogpi_match_before(s, start, OGPI_CLASS_topic, NULL, &topic) && topic == OGPI_TOPIC_WHERE;
}

/* What stands before the noun group decides whether the text sets out to make or change the thing. */
bool ogpi_is_object(const ogpi_scanner *s, size_t start, size_t end, bool weak)
{
    size_t at = ogpi_before_group(s, start);
    bool construct = ogpi_option(s, start, OGPI_OPTION_CONSTRUCT);
    if (ogpi_only_mentioned(s, at, start, end) || after_length(s, at, start) || is_handled(s, at, end) ||
        ogpi_is_each(s, at) || is_aimed_at(s, start))
        return false;
    if (at == 0 || ogpi_breaks(s, at))
        return (!weak && (at < start || !ogpi_is_mere_subject(s, end))) || ogpi_acted_on(s, start, end);
    size_t act = at;
    uint32_t makes = 0;
    if (ogpi_match_before(s, at, OGPI_CLASS_act, &act, &makes)) { /* not in "a report on carrying out the budget" */
        if ((makes & OGPI_ACT_EXAMINES) && (weak || ogpi_marked(s, at, start, OGPI_USED_QUANTITY)))
            return false; /* "review 50 contracts": so many, and none of them new */
        if (construct && (at == start || !weak || takes_counted(s, at, makes)))
            return has_object(s, act, makes, start, end, weak) && !ogpi_is_talked_about(s, act, weak);
        return !construct && !(makes & OGPI_ACT_EQUIPS) && !ogpi_is_about(s, act); /* not "equip 75 libraries" */
    }
    if (construct && weak && ogpi_used(s, at - 1, OGPI_USED_VAGUE) && !ogpi_is_kind(s, at - 1, OGPI_SIGN))
        return false; /* "الرفع من مستوى الخدمات" */
    if (lists_mentioned(s, at))
        return false;
    if (ogpi_is_kind(s, at - 1, OGPI_SIGN))
        return weak ? ogpi_acted_on(s, start, end) && !thing_in_clause(s, at) : true;
    if (construct && ogpi_has_affix(s, start, OGPI_AFFIX_PREPOSITION) && s->spots[start].token->outside > 0)
        return !weak && ogpi_has_affix(s, start, OGPI_AFFIX_BY) &&
               (!ogpi_has_affix(s, start, OGPI_AFFIX_THE) || ogpi_is_class(s, start - 1, OGPI_CLASS_abstract) ||
                ogpi_is_verb_word(s, start - 1)) && /* "العمل بالنظام", and not what is published there */
               !ogpi_match_before(s, start, OGPI_CLASS_topic, NULL, NULL);
    if (comes_with(s, at))
        return !weak && !is_content_of_many(s, at, start) && !is_enclosed(s, at, start);
    if (construct && ogpi_has_affix(s, start, OGPI_AFFIX_AND) && ogpi_is_class(s, start - 1, OGPI_CLASS_abstract) &&
        !ogpi_used(s, start - 1, OGPI_USED_THING))
        return false; /* "ضمان التتبع والتقييم" */
    if (ogpi_skip(s, at - 1, OGPI_CLASS_and) == at || ogpi_has_affix(s, start, OGPI_AFFIX_AND) ||
        ogpi_has_affix(s, at, OGPI_AFFIX_AND))
        return (!weak && at < start && takes_new(s, at)) || /* "and a code repository follows" */
               ogpi_marked(s, at > 1 ? at - 2 : 0, at, OGPI_USED_THING | OGPI_USED_QUANTITY) || joins_owned(s, at) ||
               ogpi_acted_on(s, start, end);
    if (is_added_to(s, at, start))
        return true;
    if (construct && is_new_means(s, at, start, end))
        return !weak;
    uint32_t topic = 0;
    if (at < start && ogpi_match_before(s, at, OGPI_CLASS_topic, NULL, &topic) &&
        (ogpi_has(s, at, OGPI_CLASS_article) ? topic == OGPI_TOPIC_MEANS || topic == OGPI_TOPIC_WHERE
                                             : topic == OGPI_TOPIC_MEANS && ogpi_used(s, at, OGPI_USED_QUANTITY)))
        return !weak || ogpi_acted_on(s, start, end); /* "through an online portal" */
    if (at == start && (governed_by_mere_verb(s, at) || in_field(s, at) ||
                        (is_apposed(s, at) && (weak || ogpi_used(s, at - 1, OGPI_USED_THING)))))
        return false;
    if (topic_before(s, at) || topic_before(s, start) || in_relative(s, at) || in_place(s, at, start) ||
        ((s->marks.used[at - 1] & OGPI_USED_THING) && at < start &&
         (construct || ogpi_option(s, start, OGPI_OPTION_HEAD_LAST))))
        return false;
    if (at + 1 < start && takes_new(s, start - 1) && ogpi_match_before(s, at, OGPI_CLASS_of, NULL, NULL))
        return !weak && !ogpi_any(s, start, OGPI_BIT(law)); /* "members of the future commission" */
    if (is_genitive(s, at, start))
        return ogpi_under_of(s, at) && (!weak || ogpi_acted_on(s, start, end));
    if (ogpi_match_before(s, at, OGPI_CLASS_of, NULL, NULL))
        return ogpi_under_of(s, at) && (!weak || ogpi_acted_on(s, start, end));
    if (construct && opens_with_noun(s, at - 1, start))
        return true;
    bool accusative = ogpi_has_form(s, start, OGPI_FORM_accusative); /* indefinite, so no second half of a construct */
    if (construct && !accusative && ogpi_is_kind(s, at - 1, OGPI_WORD) && !ogpi_is_class(s, at - 1, OGPI_CLASS_stop) &&
        !ogpi_is_class(s, at - 1, OGPI_CLASS_verb) && !ogpi_has_affix(s, at - 1, OGPI_AFFIX_THE) &&
        !ogpi_used(s, at - 1, OGPI_USED_BODY | OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_QUANTITY) &&
        !ogpi_each_acts(s, at))
        return false;
    return !weak || ogpi_acted_on(s, start, end);
}
