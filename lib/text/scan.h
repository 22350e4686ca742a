/* SPDX-License-Identifier: MIT */
/* What the grammars of the text room share: the words of one text with what the lexicon says of them, and the facts
 * found. */
#ifndef OGPI_SCAN_H
#define OGPI_SCAN_H

#include "rulebook/lexicon.h"
#include "rulebook/weights.h"
#include "text/list_values.h"
#include "text/marks.h"
#include "text/text.h"
#include "text/token.h"

#define OGPI_SCAN_LANGUAGES 16

/* The longest phrase of a class that begins at a word. */
typedef struct ogpi_phrase {
    uint8_t id;      /* an ogpi_class */
    uint16_t length; /* in words */
    uint32_t value;
} ogpi_phrase;

#define OGPI_LOOK_BACK 4 /* words */
#define OGPI_NO_NORM SIZE_MAX

/* A word where it stands: what is known of it, and the phrases around it. */
typedef struct ogpi_spot {
    const ogpi_token *token;
    uint64_t found;  /* classes of the phrases that begin here */
    uint64_t begins; /* those whose first word by itself says that one may */
    uint64_t ends;   /* of those that end right before it and began at most OGPI_LOOK_BACK words earlier */
} ogpi_spot;
#define OGPI_SPOTS_PAD 16

/* Where the phrases are that begin at a word and are longer than it: in ogpi_scanner.phrases. */
typedef struct ogpi_longer {
    uint32_t first, count;
} ogpi_longer;

/* What words [first, last) were found to tell; none where last is 0. */
typedef struct ogpi_sentence {
    size_t first, last;
    bool verb_first; /* in a language whose verbs come first */
    bool past;       /* of the past, and promises nothing */
    bool asked;      /* whether it tells how things are: */
    bool state;
} ogpi_sentence;

struct ogpi_case;
/* What is asked most lies in front: it is reached with short instructions. */
struct ogpi_scanner {
    ogpi_spot *spots; /* valid from -OGPI_SPOTS_PAD to count + OGPI_SPOTS_PAD - 1; no word is outside */
    ogpi_marks marks;
    uint64_t present; /* classes of the phrases that begin anywhere */
    bool cased;       /* the text uses capitals as its language does */
    bool background;  /* what is there already is told of */
    bool asks;        /* there is a question mark */
    bool failed;      /* out of memory */
    ogpi_words words;
    ogpi_longer *longer; /* of words that OGPI_HINT_LONGER is with */
    ogpi_phrase *phrases;
    size_t phrase_count, phrase_capacity;
    const ogp_allocator *allocator;
    ogp_context *context;
    size_t limit;
    size_t language_count;
    size_t fallback; /* the language of a text where nothing tells it */
    size_t language; /* of the text being scanned */
    const char *text;
    ogpi_memo memo; /* words split before, with a token about each; none in a first, short text */
    char *padded;   /* the text, and OGPI_TEXT_PAD blanks */
    size_t padded_capacity;
    size_t seen;    /* bytes of the texts scanned so far, up to where words are remembered */
    ogpi_spot *spot_block;
    size_t spot_capacity, longer_capacity;
    ogpi_fresh *fresh; /* of words that are not remembered */
    size_t fresh_count, fresh_capacity;
    ogp_fact *facts;
    size_t fact_count, fact_capacity;
    char *norms; /* facts hold offsets into it, or OGPI_NO_NORM, until the scan ends */
    size_t norm_length, norm_capacity;
    struct ogpi_names *names;
    ogpi_sentence sentence; /* asked about last */
    ogpi_weights weights;   /* of things */
    void (*watcher)(void *watched, const ogpi_scanner *s, const struct ogpi_case *c); /* of what is weighed, or NULL */
    void *watched;
    ogpi_lang languages[OGPI_SCAN_LANGUAGES];
    ogpi_spare spare; /* what a context keeps it by */
};

static inline size_t ogpi_count(const ogpi_scanner *s)
{
    return s->words.count;
}

/* What follows may be asked of places close to the text, too: the answer is no. */
static inline const ogpi_spot *ogpi_spot_at(const ogpi_scanner *s, size_t i)
{
    return s->spots + (ptrdiff_t)i;
}

/* Whether a phrase of one of these classes may begin at word i. */
static inline bool ogpi_any(const ogpi_scanner *s, size_t i, uint64_t classes)
{
    return (ogpi_spot_at(s, i)->token->classes & classes) != 0;
}

static inline const ogpi_lang *ogpi_lang_of(const ogpi_scanner *s, size_t i)
{
    return &s->languages[s->spots[i].token->language];
}

static inline bool ogpi_option(const ogpi_scanner *s, size_t i, uint32_t option)
{
    return (ogpi_spot_at(s, i)->token->options & option) != 0;
}

static inline unsigned ogpi_flags(const ogpi_scanner *s, size_t i)
{
    return s->marks.flags[(ptrdiff_t)i];
}

static inline bool ogpi_is_kind(const ogpi_scanner *s, size_t i, ogpi_word_kind kind)
{
    unsigned own = s->marks.kinds[(ptrdiff_t)i];
    return kind == OGPI_SIGN ? own >= OGPI_IS_SIGN : own == (unsigned)kind + OGPI_IS_WORD;
}

static inline const char *ogpi_key(const ogpi_scanner *s, size_t i)
{
    return ogpi_word_key(&s->words, &s->memo, &s->words.items[i]);
}

/* Whether word i is this one-byte sign. */
static inline bool ogpi_sign(const ogpi_scanner *s, size_t i, char sign)
{
    return s->marks.kinds[(ptrdiff_t)i] == (uint8_t)sign;
}

static inline bool ogpi_has_affix(const ogpi_scanner *s, size_t i, unsigned affix)
{
    return (ogpi_spot_at(s, i)->token->affixes & affix) != 0;
}

/* Whether what is glued to the front of word i begins with the preposition of that mark. */
static inline bool ogpi_led_by(const ogpi_scanner *s, size_t i, unsigned preposition)
{
    return (ogpi_spot_at(s, i)->token->affixes & (preposition | OGPI_AFFIX_AND)) == preposition;
}

/* Whether the letters of word i are those of one of these forms. */
static inline bool ogpi_has_form(const ogpi_scanner *s, size_t i, uint32_t forms)
{
    return (ogpi_spot_at(s, i)->token->forms & forms) != 0;
}

/* lookup.c: before a text whose words are to be remembered, in s->memo. */
bool ogpi_remember(ogpi_scanner *s);
/* Splits by that memory, which there must be; s->padded becomes the text. */
int ogpi_split_remembered(ogpi_scanner *s, ogpi_words *words, const char *text, size_t length, ogp_error *error);
/* Tokens and marks of all words. */
void ogpi_look_up_all(ogpi_scanner *s);
/* items.c: marks where the items of lists begin. */
void ogpi_open_items(const ogpi_scanner *s);
/* OGPI_START_ bits of phrases of these classes. */
uint8_t ogpi_starts_of(uint64_t classes);

/* phrases.c: what ogpi_match tells of. */
void ogpi_find_phrases(ogpi_scanner *s);
/* The longest phrase of a class that begins at word i: the index after it, or i where there is none. */
size_t ogpi_match_here(const ogpi_scanner *s, size_t i, ogpi_class id, uint32_t *value);
static inline size_t ogpi_match(const ogpi_scanner *s, size_t i, ogpi_class id, uint32_t *value)
{
    return ogpi_spot_at(s, i)->found >> id & 1 ? ogpi_match_here(s, i, id, value) : i;
}
/* Whether one begins there. */
static inline bool ogpi_has(const ogpi_scanner *s, size_t i, ogpi_class id)
{
    return ogpi_spot_at(s, i)->found >> id & 1;
}
/* The index after it where the value does not matter. */
size_t ogpi_skip_here(const ogpi_scanner *s, size_t i, ogpi_class id);
static inline size_t ogpi_skip(const ogpi_scanner *s, size_t i, ogpi_class id)
{
    return ogpi_has(s, i, id) ? ogpi_skip_here(s, i, id) : i;
}
/* Whether one begins there that has this value. */
bool ogpi_says_here(const ogpi_scanner *s, size_t i, ogpi_class id, uint32_t value);
static inline bool ogpi_says(const ogpi_scanner *s, size_t i, ogpi_class id, uint32_t value)
{
    return ogpi_has(s, i, id) && ogpi_says_here(s, i, id, value);
}
/* Whether a phrase of one of these classes begins at word i, where its first word by itself says that one may. */
static inline bool ogpi_begins(const ogpi_scanner *s, size_t i, uint64_t classes)
{
    return (ogpi_spot_at(s, i)->begins & classes) != 0;
}
/* Whether word i is a number, or one at which phrases of these classes may begin or do. */
static inline bool ogpi_may_begin(const ogpi_scanner *s, size_t i, uint64_t classes)
{
    return ogpi_is_kind(s, i, OGPI_NUMBER) || ((s->spots[i].token->classes | s->spots[i].found) & classes);
}
/* Skips phrases of a class, at most eight. */
size_t ogpi_skip_all(const ogpi_scanner *s, size_t i, ogpi_class id);
/* Whether a phrase of a class ends right before word i; *start is where it begins. Looks back at most OGPI_LOOK_BACK
 * words. */
bool ogpi_ends_here(const ogpi_scanner *s, size_t i, ogpi_class id, size_t *start, uint32_t *value);
static inline bool ogpi_match_before(const ogpi_scanner *s, size_t i, ogpi_class id, size_t *start, uint32_t *value)
{
    return (ogpi_spot_at(s, i)->ends >> id & 1) && ogpi_ends_here(s, i, id, start, value);
}
/* Whether one ends there that has this value. */
static inline bool ogpi_said_before(const ogpi_scanner *s, size_t i, ogpi_class id, uint32_t value)
{
    uint32_t found = 0;
    return ogpi_match_before(s, i, id, NULL, &found) && found == value;
}
/* Whether a new sentence or clause begins at word i. */
static inline bool ogpi_breaks(const ogpi_scanner *s, size_t i)
{
    return (s->marks.hints[(ptrdiff_t)i] & OGPI_HINT_BREAK) != 0;
}

/* Whether "has" or the like ends right before word i; the French "à" is none. */
bool ogpi_past_ends(const ogpi_scanner *s, size_t i);
static inline bool ogpi_past_before(const ogpi_scanner *s, size_t i)
{
    return (s->marks.hints[i] & OGPI_HINT_PAST) && ogpi_past_ends(s, i);
}
/* background.c: whether the clause of word i tells up to it why something is done, or how things stand: "although",
 * "today". */
bool ogpi_is_background(const ogpi_scanner *s, size_t i);
/* Whether the Arabic word i only looks like a dual: an adjective ("social"), "my services". */
bool ogpi_is_nisba(const ogpi_scanner *s, size_t i);
/* "cut by half": a share that "by" leads to, in English. */
static inline bool ogpi_after_by(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && ogpi_said_before(s, i, OGPI_CLASS_topic, OGPI_TOPIC_MEANS) &&
           ogpi_match_before(s, i, OGPI_CLASS_skip, NULL, NULL);
}

/* "of which a quarter": a share of what was counted before. */
static inline bool ogpi_after_of_which(const ogpi_scanner *s, size_t i)
{
    const uint32_t there_already = 2; /* a value of the list `determiner` */
    return i > 1 && ogpi_says(s, i - 1, OGPI_CLASS_determiner, there_already) && ogpi_has(s, i - 2, OGPI_CLASS_of);
}
/* "https": what a link begins with, in every language. */
static inline bool ogpi_is_scheme(const char *key, size_t length)
{
    return length >= 4 && memcmp(key, "http", 4) == 0;
}
/* Whether words [first, end) tell somebody's age. */
bool ogpi_is_age(const ogpi_scanner *s, size_t first, size_t end);

/* Adds a fact of words [first, end) and marks them; norm NULL for none. */
void ogpi_add(ogpi_scanner *s, ogp_fact_type type, size_t first, size_t end, const char *norm);
void ogpi_mark(ogpi_scanner *s, size_t first, size_t end, unsigned used);
/* Whether word i has one of these marks; whether one of words [first, end) has. */
static inline bool ogpi_used(const ogpi_scanner *s, size_t i, unsigned used)
{
    return (s->marks.used[(ptrdiff_t)i] & used) != 0;
}
bool ogpi_marked(const ogpi_scanner *s, size_t first, size_t end, unsigned used);
/* Byte offset where word i begins without the words that are glued to its front. */
size_t ogpi_start_of(const ogpi_scanner *s, size_t i);

/* The next word from i on at which a grammar may begin. */
static inline size_t ogpi_next_start(const ogpi_scanner *s, size_t i, unsigned grammar)
{
    return ogpi_next_mark(s->marks.starts, i, s->words.count, grammar);
}

/* The grammars, in the order in which they run. */
void ogpi_find_bars(ogpi_scanner *s);
void ogpi_find_dates(ogpi_scanner *s);
void ogpi_find_durations(ogpi_scanner *s);
void ogpi_find_quantities(ogpi_scanner *s);
void ogpi_find_bodies(ogpi_scanner *s);
void ogpi_find_vague(ogpi_scanner *s);
void ogpi_find_deliverables(ogpi_scanner *s);

/* guess.c: the language of the words in a script, as an index. */
#define OGPI_SCRIPT_ANY 99
#define OGPI_SCRIPT_NONE 3
size_t ogpi_guess_language(const ogpi_scanner *s, uint32_t script);
static inline ogpi_script ogpi_script_of(const ogpi_scanner *s, size_t i)
{
    unsigned char first = (unsigned char)*ogpi_key(s, i);
    return first < 0xC4 ? OGPI_SCRIPT_LATIN : first >= 0xD8 && first <= 0xDB ? OGPI_SCRIPT_ARABIC : OGPI_SCRIPT_OTHER;
}
/* names.c: before a text is read. */
void ogpi_names_sort(ogpi_scanner *s);
/* Tells where learnt names may begin. */
void ogpi_names_mark(ogpi_scanner *s);
/* The longest learnt name at word i; the index after it, or i. */
size_t ogpi_names_match(const ogpi_scanner *s, size_t i);
void ogpi_names_free(ogpi_scanner *s);

#endif
