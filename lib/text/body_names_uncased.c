/* SPDX-License-Identifier: MIT */
/* How far the name of a body goes where there are no capitals to go by, as in Arabic. */
#include "text/bodies.h"

/* Whether a definite word closes the group that begins with an indefinite word at i. */
static bool closes_definite(const ogpi_scanner *s, size_t i)
{
    for (size_t at = i + 1; at <= i + 2 && ogpi_is_free_word(s, at) && !ogpi_is_stop(s, at); at++) {
        if (ogpi_has_affix(s, at, OGPI_AFFIX_PREPOSITION | OGPI_AFFIX_AND))
            return false;
        if (ogpi_has_article(s, at))
            return true;
    }
    return false;
}

/* "for the city of" */
static bool of_place(const ogpi_scanner *s, size_t i)
{
    return ogpi_led_by(s, i, OGPI_AFFIX_FOR) && !ogpi_has_article(s, i) && ogpi_begins(s, i, OGPI_BIT(inside));
}

/* "fās" and "miknās" after "the region of": a proper name of one or two words. */
static bool in_province(const ogpi_scanner *s, size_t i, size_t head)
{
    return ogpi_any(s, i - 1, OGPI_BIT(inside)) ||
           (i > head + 2 && s->spots[i - 1].token->number == 0 && ogpi_any(s, i - 2, OGPI_BIT(inside)));
}

static bool is_thing(const ogpi_scanner *s, size_t i)
{
    return ogpi_has(s, i, OGPI_CLASS_thing) || ogpi_has(s, i, OGPI_CLASS_thing_weak);
}

/* "parliament and the government", "the town council and the inhabitants"; a ministry may be one of both. */
static bool joins_another(const ogpi_scanner *s, size_t i, size_t head)
{
    if (i == head + 1 && ogpi_match_before(s, i, OGPI_CLASS_name, NULL, NULL))
        return true;
    size_t first = head;
    while (first > 0 && head - first < 3 &&
           !ogpi_begins(s, first, OGPI_BIT(body) | OGPI_BIT(body_weak) | OGPI_BIT(post)))
        first--;
    return ogpi_any(s, i, OGPI_BIT(generic)) && ogpi_begins(s, first, OGPI_BIT(body_weak) | OGPI_BIT(post));
}

/* "دورة المجلس العادية", "حددت اللجنة الهدف": what follows a head with an article is no adjective of its gender. */
static bool disagrees(const ogpi_scanner *s, size_t i, size_t head)
{
    return i == head + 1 && ogpi_has_article(s, head) && ogpi_is_body_head(s, head) && ogpi_has_article(s, i) &&
           !(s->spots[i].token->affixes & (OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION)) &&
           (ogpi_has_form(s, i, OGPI_FORM_feminine_plural) ||
            (ogpi_has_form(s, i, OGPI_FORM_feminine) ? !ogpi_has_form(s, head, OGPI_FORM_feminine)
                                                     : ogpi_has_form(s, head, OGPI_FORM_feminine) &&
                                                           !ogpi_any(s, i, OGPI_BIT(adjective) | OGPI_BIT(ordinal))));
}

/* "الوزارة" before word i, with nothing that says which one. */
static bool is_bare_head(const ogpi_scanner *s, size_t i, size_t head)
{
    return i == head + 1 && ogpi_has_article(s, head) && ogpi_is_body_head(s, head) &&
           !(head > 0 && ogpi_is_body_head(s, head - 1));
}

/* What a body is for or when it acts, and no part of its name: "اللجنة لاعتماد النسخة", "المجلس ليوم الخميس". */
static bool ends_before_purpose(const ogpi_scanner *s, size_t i, size_t head)
{
    if (ogpi_any(s, i, OGPI_BIT(unit) | OGPI_BIT(month) | OGPI_BIT(year_word)))
        return true;
    if (ogpi_any(s, i, OGPI_BIT(act)) && ogpi_led_by(s, i, OGPI_AFFIX_FOR) && ogpi_has_article(s, i - 1) &&
        !ogpi_has_article(s, head) && ogpi_any(s, head, OGPI_BIT(body) | OGPI_BIT(post)))
        return true; /* "وزارة العدل لتعديل القانون" */
    return is_bare_head(s, i, head) ||
           (i == head + 1 && !ogpi_has_article(s, i) && ogpi_match_before(s, i, OGPI_CLASS_name, NULL, NULL));
}

/* "الارتقاء": an Arabic verbal noun of vague wording. */
static bool is_vague_deed(const ogpi_scanner *s, size_t i)
{
    uint32_t kind = 0;
    return ogpi_any(s, i, OGPI_BIT(vague)) && ogpi_match(s, i, OGPI_CLASS_vague, &kind) > i && kind == OGPI_VAGUE_DEED;
}

static bool is_unlisted(const ogpi_scanner *s, size_t i)
{
    return s->spots[i].token->number == 0 && ogpi_is_kind(s, i, OGPI_WORD) && !ogpi_breaks(s, i);
}

/* "المجلس الجهوي لسوس ماسة": behind an Arabic name with an article the place, in one or two words of no list. */
static bool names_place(const ogpi_scanner *s, size_t i, size_t head)
{
    if (!is_unlisted(s, i) || ogpi_has_form(s, i, OGPI_FORM_accusative | OGPI_FORM_article))
        return false;
    if (ogpi_has_article(s, i - 1))
        return i > head + 1 && ogpi_has_form(s, i, OGPI_FORM_for) && !ogpi_has_form(s, i, OGPI_FORM_for_the);
    return i > head + 2 && is_unlisted(s, i - 1) && ogpi_has_form(s, i - 1, OGPI_FORM_for) &&
           ogpi_has_article(s, i - 2);
}

/* Whether what "and" joins on at i is no part of the name: "الوزارة والجمعيات", and what a body does. */
static bool joins_apart(const ogpi_scanner *s, size_t i, size_t head, bool definite)
{
    return joins_another(s, i, head) || is_bare_head(s, i, head) || ogpi_is_body_head(s, i) ||
           (ogpi_has(s, i, OGPI_CLASS_act) && ogpi_skip(s, i, OGPI_CLASS_compound) <= i + 1) ||
           (!definite && ogpi_any(s, i, OGPI_BIT(abstract)));
}

size_t ogpi_body_extend_uncased(const ogpi_scanner *s, size_t i, size_t head)
{
    if (!ogpi_is_free_word(s, i) || ogpi_is_stop(s, i) || ogpi_begins(s, i, OGPI_BIT(once)))
        return i;
    bool the = ogpi_has_article(s, i) || (s->spots[i].token->number == 0 && ogpi_has_form(s, i, OGPI_FORM_for_the));
    if (the && disagrees(s, i, head))
        return i;
    bool joined = ogpi_has_affix(s, i, OGPI_AFFIX_AND);
    size_t compound = ogpi_skip(s, i, OGPI_CLASS_compound);
    bool whole = compound > i + 1 && (the || ogpi_has_article(s, compound - 1));
    if (joined && joins_apart(s, i, head, the || whole))
        return i;
    if ((the || joined) && whole)
        return compound; /* "الوقاية من الفساد ومكافحته", "ومكافحة الفساد" */
    bool prepared = ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION) ||
                    (s->spots[i].token->number == 0 && ogpi_has_form(s, i, OGPI_FORM_for) && closes_definite(s, i));
    if (prepared && ends_before_purpose(s, i, head))
        return i;
    if (names_place(s, i, head))
        return i + 1;
    if (!the && !joined && !prepared && ogpi_has_article(s, i - 1))
        return i; /* a construct that an article has closed takes no more nouns */
    if (!the && !joined && !prepared && ogpi_any(s, i, OGPI_BIT(act) | OGPI_BIT(bar)) &&
        (ogpi_has_article(s, i - 1) || (i > head + 1 && s->spots[i - 1].token->number == 0)))
        return i; /* what the body does: "رئاسة الحكومة إعداد", "بلدية قفصة نشر" */
    if (!the && !joined && (of_place(s, i) || of_place(s, i - 1)))
        return i + 1; /* "of the city of Tyre" */
    if (the && !joined && !prepared && i > head && ogpi_has_article(s, i - 1) &&
        (is_thing(s, i) || ogpi_begins(s, i, OGPI_BIT(inside) | OGPI_BIT(bar))))
        return i; /* what the body makes: "مجلس الوزراء اللائحة" */
    if (!the && is_thing(s, i) && (i > head + 1 || !closes_definite(s, i)))
        return i;
    if (the && !joined && !prepared && ogpi_has_article(s, i - 1) && is_vague_deed(s, i))
        return i; /* what it promises: "هيئة المعلومات والحكومة الإلكترونية الارتقاء" */
    if (ogpi_led_by(s, i, OGPI_AFFIX_BY) && ogpi_is_body_head(s, i))
        return i + 1;
    if (ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION) && !ogpi_led_by(s, i, OGPI_AFFIX_FOR))
        return i;
    if (the)
        return i + 1;
    if (joined && !closes_definite(s, i))
        return i;
    if (!prepared && i > head + 1 && ogpi_is_body_head(s, i - 1) && !ogpi_has_article(s, i - 1))
        return i + 1; /* the province's own name */
    if (!prepared && i > head + 1 && s->spots[i].token->number == 0 && in_province(s, i, head))
        return i + 1;
    return i == head + 1 || closes_definite(s, i) ? i + 1 : i;
}
