/* SPDX-License-Identifier: MIT */
/* Noun groups of deliverables, and whether a text sets out to make or change what they name. */
#ifndef OGPI_THINGS_H
#define OGPI_THINGS_H

#include "rulebook/weights.h"
#include "text/number.h"

/* What makes a word no part of a thing's name. */
#define OGPI_USED_TAKEN (OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_BODY | OGPI_USED_BARRED)

static inline bool ogpi_is_class(const ogpi_scanner *s, size_t i, ogpi_class id)
{
    return ogpi_begins(s, i, (uint64_t)1 << id);
}

/* groups.c */
/* A word that may be part of a noun group: no verb, number, stop word, nor part of another fact. */
bool ogpi_is_content(const ogpi_scanner *s, size_t i);
/* English: whether the word at `end` makes the noun before it a mere modifier ("report writers"). */
bool ogpi_is_modifier(const ogpi_scanner *s, size_t end);
/* Where the words in front of the English noun at i begin that say which kind. */
size_t ogpi_group_start(const ogpi_scanner *s, size_t i);
/* The end of the adjectives and complements after a noun that ends at `end`. */
size_t ogpi_group_rest(const ogpi_scanner *s, size_t end);
/* Skips back over articles, counts, frequencies and adverbs in front of the noun. */
size_t ogpi_skip_before_group(const ogpi_scanner *s, size_t start);
static inline bool ogpi_may_lead(const ogpi_scanner *s, size_t at)
{
    const unsigned passed = OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_QUANTITY | OGPI_USED_VAGUE;
    return ogpi_used(s, at - 1, passed) || (s->spots[at].ends & (OGPI_BIT(determiner) | OGPI_BIT(before_noun)));
}
static inline size_t ogpi_before_group(const ogpi_scanner *s, size_t start)
{
    return start > 0 && ogpi_may_lead(s, start) ? ogpi_skip_before_group(s, start) : start;
}
/* An Arabic construct that an article closes: "the portal of the ministry". */
bool ogpi_is_definite_construct(const ogpi_scanner *s, size_t start);

/* judge.c */
/* Whether the text sets out to make or change the thing of words [start, end) with its head at `head`. */
bool ogpi_is_set_out(ogpi_scanner *s, size_t head, size_t start, size_t end, bool weak);
/* The act whose object begins at word `at`, 0 where there is none; a body that acts may stand between, in Arabic. */
uint32_t ogpi_act_upon(const ogpi_scanner *s, size_t at);
/* "this portal will be redesigned" */
bool ogpi_is_changed(const ogpi_scanner *s, size_t end);
/* "the council", with no name: who acts, in Arabic. */
bool ogpi_is_plain_body(const ogpi_scanner *s, size_t i);

/* objects.c */
/* Whether the noun at i belongs to the thing before it: "register of contracts". */
bool ogpi_belongs(const ogpi_scanner *s, size_t i);
/* "this register" */
bool ogpi_is_pointed_at(const ogpi_scanner *s, size_t start);
/* An Arabic verbal noun that another noun or a topic governs: "stages of drawing up", "a report on carrying out". */
bool ogpi_is_talked_about(const ogpi_scanner *s, size_t act, bool weak);
bool ogpi_is_verb_word(const ogpi_scanner *s, size_t i);
/* Whether an indefinite article stands at word `at`. */
bool ogpi_takes_new(const ogpi_scanner *s, size_t at);
/* Whether the text sets out to make or change the thing of words [start, end); *reason is the clue that says so. */
bool ogpi_is_object(const ogpi_scanner *s, size_t start, size_t end, bool weak, ogpi_reason *reason);

/* placed.c */
/* Whether a thing was found before word `at` in its clause. */
bool ogpi_thing_in_clause(const ogpi_scanner *s, size_t at);
/* Whether what stands before word `at` says what something is about, for, by or in. */
bool ogpi_topic_before(const ogpi_scanner *s, size_t at);
/* Whether the group [start, end), led by what begins at word `at`, is only what a length of time runs from, what is
 * handled, what vague wording aims at, what a body has, or the subject of what tells; */
bool ogpi_stands_aside(const ogpi_scanner *s, size_t at, size_t start, size_t end);
/* or stands beside another noun, a mere verb or a topic, in a relative clause or a place. */
bool ogpi_stands_beside(const ogpi_scanner *s, size_t at, size_t start, bool weak);

/* listed.c */
/* The "and" before word `at`, as in "all decisions of the Council and an index": what it joins belongs to a body. */
bool ogpi_joins_owned(const ogpi_scanner *s, size_t at);
/* "in cycles of the Social Survey, Income Survey": the next of a list whose first is only mentioned. */
bool ogpi_lists_mentioned(const ogpi_scanner *s, size_t at);
/* "publier le budget de l'État, les rapports trimestriels et la loi": whether the comma or "and" before word `at` goes
 * on with a list of which a thing was told, in Romance languages and, with "and" glued on, in Arabic. */
bool ogpi_lists_on(const ogpi_scanner *s, size_t at);
/* "alianzas con universidades, cámaras empresariales": words [start, end) stand behind a comma, and the list is none of
 * things or objects; in Romance languages. */
bool ogpi_lists_none(const ogpi_scanner *s, size_t start, size_t end);
/* "Decreto 57-2008 (Ley de Acceso)": what a number or body before the group has for its name, or a bracket holds. */
bool ogpi_names_again(const ogpi_scanner *s, size_t at, size_t start);

/* mentioned.c */
/* "publish, by March 2026 at the latest, the list": where an aside that ends right before word `at` begins; `at` where
 * there is none. */
size_t ogpi_before_aside(const ogpi_scanner *s, size_t at);
/* "l'utilisation ouverte", "Gobierno Abierto": a participle right behind a Romance noun, and no act. */
bool ogpi_qualifies(const ogpi_scanner *s, size_t i);
/* Whether the text does something with words [start, end): an act before them, or one after that they undergo. */
bool ogpi_acted_on(const ogpi_scanner *s, size_t start, size_t end);
/* "Committees meet": the group before word `end` is the subject of a verb that makes nothing, in English. */
bool ogpi_is_mere_subject(const ogpi_scanner *s, size_t end);
/* "The portal" where no verb is near; the group begins at word `at`. */
bool ogpi_only_mentioned(const ogpi_scanner *s, size_t at, size_t start, size_t end);

/* governed.c */
/* Whether the act that begins at word `act` is what something is about. */
bool ogpi_is_about(const ogpi_scanner *s, size_t act);
/* Whether an act or a share governs what stands after the "of" before word `at`. */
bool ogpi_under_of(const ogpi_scanner *s, size_t at);
/* "amend section 12 of the Act": whether an act changes a numbered part of the law in words [at, end). */
bool ogpi_changes_part(const ogpi_scanner *s, size_t at, size_t end);
/* Whether an act governs the "of" at word `at` over its adjective or who does it: "adoption par le Sénat du code". */
bool ogpi_act_apart(const ogpi_scanner *s, size_t at);

/* told.c */
/* Whether the words [i, end), which are spelt like a thing, are a verb here. */
bool ogpi_is_verb_here(const ogpi_scanner *s, size_t i, size_t end);
/* "قام ديوان المحاسبة في عام 2021 بـ": whether word `start` stands in a clause that opens with a verb in the past, and
 * before its next verb; in a language whose verbs come first. */
bool ogpi_past_opens(const ogpi_scanner *s, size_t start);
/* "published its first review": an English verb in the past with its object, no participle. */
bool ogpi_finite_past(const ogpi_scanner *s, size_t i);
/* Whether a verb in the past governs the thing that begins at word `start`. */
bool ogpi_thing_past_before(const ogpi_scanner *s, size_t start);
/* Whether what follows tells what became of it already. */
bool ogpi_thing_past_after(const ogpi_scanner *s, size_t start, size_t end);
/* "Health committees in 48 villages will score": those who act, in English. */
bool ogpi_is_agent(const ogpi_scanner *s, size_t i, size_t start, size_t end);

/* background.c */
/* "The forum, created in 2018, has held 23 meetings": the sentence of word i tells of the past and promises nothing; */
bool ogpi_is_past(ogpi_scanner *s, size_t i);
/* or how things are: "Data are scattered". */
bool ogpi_is_told(ogpi_scanner *s, size_t i);
/* "¿Cómo contribuirá ...?": what follows from word i on is asked, as headings do. */
bool ogpi_is_asked(const ogpi_scanner *s, size_t i);

/* subjects.c */
/* "تستهدف الخطة افتتاح": whether the definite thing of words [start, end) is what does something. */
bool ogpi_is_subject(const ogpi_scanner *s, size_t start, size_t end);
/* "تعلق كل مدرسة": whether "each" with its noun stands between a verb and word `at`. */
bool ogpi_each_acts(const ogpi_scanner *s, size_t at);
/* "كلفة كل مشروع": whether "each" stands before word `at`, and no act before that. */
bool ogpi_is_each(const ogpi_scanner *s, size_t at);

/* founded.c */
/* Whether the thing with its head at i, words [start, end), is no place or body, or one that the text founds. */
bool ogpi_is_founded(const ogpi_scanner *s, size_t start, size_t i, size_t end);

#endif
