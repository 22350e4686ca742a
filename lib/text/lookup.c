/* SPDX-License-Identifier: MIT */
/* What the lexicon says of a word. Texts repeat their words, so that what was found is remembered from text to text. */
#include "text/scan.h"

#include "base/error.h"
#include "base/rare.h"
#include "rulebook/lexicon_forms.h"

uint8_t ogpi_starts_of(uint64_t classes)
{
    enum {
        BAR = OGPI_START_BAR,
        DATE = OGPI_START_DATE,
        DURATION = OGPI_START_DURATION,
        QUANTITY = OGPI_START_QUANTITY,
        BODY = OGPI_START_BODY,
        THING = OGPI_START_THING
    };
#define AT(name) [OGPI_CLASS_##name]
    static const uint8_t starts[OGPI_CLASS_COUNT] = {
        AT(bar) = BAR, AT(law) = BAR, AT(plan) = BAR,
        AT(edge_end) = DATE, AT(edge_soft) = DATE, AT(month) = DATE, AT(month_word) = DATE, AT(ordinal) = DATE,
        AT(period) = DATE, AT(weekday) = DATE, AT(year_word) = DATE,
        AT(every) = DURATION, AT(frequency) = DURATION, AT(lead) = DURATION, AT(next) = DURATION, AT(once) = DURATION,
        AT(per) = DURATION, AT(unit) = DURATION, AT(workday) = DURATION,
        AT(times_as_many) = QUANTITY,
        AT(article) = DURATION | QUANTITY, AT(collective) = DURATION | QUANTITY, AT(fraction) = DURATION | QUANTITY,
        AT(spare) = DURATION | QUANTITY,
        AT(multiplier) = DATE | DURATION | QUANTITY, AT(number) = DATE | DURATION | QUANTITY,
        AT(body) = BODY, AT(body_weak) = BODY, AT(name) = BODY, AT(post) = BODY,
        AT(vague) = OGPI_START_VAGUE,
        AT(thing) = THING, AT(thing_weak) = THING,
        AT(value) = OGPI_START_VALUE,
    };
#undef AT
    unsigned bits = 0;
    for (; classes; classes &= classes - 1)
        bits |= starts[__builtin_ctzll(classes)];
    return (uint8_t)bits;
}

/* Words and sets have a bit each, of 62, so that most words that cannot go on with a phrase are told at once: words
   that stand next to each other in the order of words, as the forms of one do, have different bits. */
static inline uint64_t symbol_bit(uint32_t symbol)
{
    return (uint64_t)1 << symbol % 64;
}

/* The two bits that stand for something else go to others. */
static inline uint64_t fold_bits(uint64_t bits)
{
    const uint64_t others = OGPI_SYMBOL_BIT_ANY | OGPI_SYMBOL_BIT_NUMBER;
    return (bits & ~others) | (bits & others) >> 32;
}

/* What a word that the lexicon has may go on with as: itself, each of its sets, its prefix. */
static uint64_t symbols_of(const ogpi_lang *lang, const ogpi_token *token, uint32_t sets)
{
    const uint64_t numbers = OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(collective) | OGPI_BIT(article);
    uint64_t bits = symbol_bit(token->number);
    if (token->affixes & OGPI_AFFIX_AND)
        bits |= symbol_bit(lang->and_word);
    for (const uint16_t *set = lang->sets + sets; sets && *set; set++)
        bits |= symbol_bit(*set);
    return fold_bits(bits) | (token->classes & numbers ? OGPI_SYMBOL_BIT_NUMBER : 0);
}

static uint64_t leads_of(const ogpi_node_entry *node)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < node->edge_count; i++)
        bits |= symbol_bit(node->edges[2 * i]);
    return fold_bits(bits) | (node->shape & OGPI_NODE_HAS_ANY ? OGPI_SYMBOL_BIT_ANY : 0) |
           (node->shape & OGPI_NODE_HAS_NUMBER ? OGPI_SYMBOL_BIT_NUMBER : 0);
}

/* "usd50": what may be a sum. */
static bool looks_like_money(const char *key, size_t length)
{
    return length < 22 && *key >= 'a' && *key <= 'z' && key[length - 1] >= '0' && key[length - 1] <= '9';
}

/* What begins at a word by its letters alone: a dual, a sum; an address, at a full stop; a link. */
static uint8_t starts_by_key(const ogpi_token *token, const ogpi_word *word, const char *key)
{
    size_t length = word->length;
    if ((length == 1 && *key == '.') || ogpi_is_scheme(key, length))
        return OGPI_START_BAR;
    if (word->kind == OGPI_NUMBER)
        return OGPI_START_NUMBER;
    if (looks_like_money(key, length))
        return OGPI_START_QUANTITY;
    bool dual = (token->affixes & OGPI_AFFIX_DUAL) || (token->forms & OGPI_FORM_dual);
    return dual ? OGPI_START_QUANTITY : 0;
}

/* A phrase that begins with "and" may begin with that prefix. */
static bool goes_on_after_and(const ogpi_lang *lang, const ogpi_found *found)
{
    return (found->affixes & OGPI_AFFIX_AND) && ogpi_lang_child(lang, lang->and_node, found->number);
}

/* What a word says of the one that follows it. */
static unsigned hints_for_next(const ogpi_scanner *s, size_t i, const ogpi_token *token)
{
    const uint64_t governing = OGPI_BIT(act) | OGPI_BIT(determiner) | OGPI_BIT(before_noun);
    const ogpi_word *word = &s->words.items[i];
    unsigned char sign = (unsigned char)*ogpi_key(s, i);
    bool ends_clause = word->kind == OGPI_SIGN &&
                       (sign == '.' || sign == '!' || sign == '?' || sign == ':' || sign == ';' || sign >= 0x80);
    bool passive = (token->found & OGPI_BIT(act)) && (token->forms & OGPI_FORM_past),
         past = (token->found & OGPI_BIT(past)) || (token->forms & OGPI_FORM_preterite);
    return (ends_clause ? OGPI_HINT_BREAK : 0u) | (token->classes & governing ? OGPI_HINT_GOVERNED : 0u) |
           (past ? OGPI_HINT_PAST : 0u) | (passive ? OGPI_HINT_PASSIVE : 0u);
}

/* Whether one of the phrases that end at a node is an act whose object is a thing that is made. */
static bool makes(const ogpi_node_entry *node)
{
    for (uint32_t i = 0; i < node->output_count; i++)
        if (ogpi_output_class(node->outputs[i]) == OGPI_CLASS_act &&
            ogpi_act_yields(ogpi_output_value(node->outputs[i])))
            return true;
    return false;
}

static bool tells_background(const ogpi_node_entry *node)
{
    for (uint32_t i = 0; i < node->output_count; i++)
        if (ogpi_tells_background(ogpi_output_class(node->outputs[i]), ogpi_output_value(node->outputs[i])))
            return true;
    return false;
}

/* What the lexicon has of a word that it knows. */
static void add_entry(ogpi_memo_word *known, ogpi_token *token, const ogpi_lang *lang, const ogpi_word *word,
                      const ogpi_found *found)
{
    /* What the plural of a listed noun ("ministerios") is not, where the list has the singular alone. */
    const uint64_t of_one_alone = OGPI_BIT(body) | OGPI_BIT(body_weak) | OGPI_BIT(post) | OGPI_BIT(name) |
                                  OGPI_BIT(generic) | OGPI_BIT(bar) | OGPI_BIT(law) | OGPI_BIT(plan) | OGPI_BIT(title) |
                                  OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(stop) | OGPI_BIT(number) |
                                  OGPI_BIT(multiplier) | OGPI_BIT(collective) | OGPI_BIT(month) | OGPI_BIT(ordinal) |
                                  OGPI_BIT(approx) | OGPI_BIT(approx_after);
    const uint64_t links = OGPI_BIT(of) | OGPI_BIT(inside) | OGPI_BIT(determiner) | OGPI_BIT(article);
    token->node = found->node;
    if (token->node) {
        ogpi_node_entry node = ogpi_lang_node(lang, token->node);
        token->outputs = (uint16_t)(node.outputs - lang->outputs);
        bool accented =
            word->length == 1 && word->end - word->start > 1 && !(word->flags & OGPI_WORD_ELIDED); /* "à" is not "a" */
        bool noun = (found->affixes & OGPI_AFFIX_THE) != 0; /* "التحول" */
        token->classes = node.classes & ~((accented ? OGPI_BIT(past) : 0) | (noun ? OGPI_BIT(verb) : 0) |
                                          (found->suffix == 1 ? of_one_alone : 0) |
                                          (token->forms & OGPI_FORM_noun ? OGPI_BIT(verb) | OGPI_BIT(act) : 0) |
                                          (token->forms & OGPI_FORM_adverb ? links : 0)); /* "dès" is not "des" */
        token->found = ogpi_ending(&node) & token->classes;
        token->shape |= (uint8_t)node.shape;
        known->about[OGPI_ABOUT_LEADS] = leads_of(&node);
        known->marks[OGPI_MARK_STARTS] |= ogpi_starts_of(token->found);
        known->marks[OGPI_MARK_GIVES] |= (makes(&node) ? OGPI_HINT_MAKES : 0) |
                                         (tells_background(&node) ? OGPI_GIVES_BACKGROUND : 0);
    }
    known->about[OGPI_ABOUT_SYMBOLS] |= symbols_of(lang, token, ogpi_lang_sets(lang, token->node));
    if (goes_on_after_and(lang, found)) {
        token->shape |= OGPI_SHAPE_AFTER_AND;
        known->marks[OGPI_MARK_HINTS] |= OGPI_HINT_LONGER;
    }
}

/* "FY2025": what is known of its letters, where a year may follow them. */
static void find_letters(ogpi_found *found, const ogpi_lang *lang, const ogpi_word *word, const char *key)
{
    size_t length = word->length, letters = length;
    if (word->kind != OGPI_WORD || length > 8)
        return;
    while (letters > 0 && key[letters - 1] >= '0' && key[letters - 1] <= '9')
        letters--;
    if (letters == 0 || (length - letters != 2 && length - letters != 4))
        return;
    ogpi_found year = ogpi_lang_find(lang, key, letters, ogpi_key_hash(key, letters));
    ogpi_node_entry entry = ogpi_lang_node(lang, year.node);
    if (ogpi_ending(&entry) & OGPI_BIT(year_word))
        *found = year;
}

/* The word as it is written, without soft hyphens and other controls, which fold to nothing as accents apart do. */
static size_t without_controls(char out[OGPI_KEY_MAX], const char *text, size_t length)
{
    size_t kept = 0, step;
    ogpi_fold piece;
    for (size_t at = 0; at < length; at += step) {
        step = ogpi_fold_next(&piece, text + at, length - at);
        bool accent = (unsigned char)text[at] == 0xCC || (unsigned char)text[at] == 0xCD;
        if (piece.length == 0 && !accent)
            continue;
        memcpy(out + kept, text + at, step);
        kept += step;
    }
    return kept;
}

static uint32_t forms_of(const ogpi_scanner *s, const ogpi_lang *lang, const ogpi_word *word, const ogpi_found *found)
{
    char plain[OGPI_KEY_MAX];
    ogpi_spelling spelling = {.key = ogpi_word_key(&s->words, &s->memo, word) + found->outside,
                              .length = word->length - found->outside,
                              .written = s->text + word->start,
                              .written_length = word->end - word->start};
    if (word->kind != OGPI_WORD)
        return 0;
    uint32_t patterns = ogpi_lang_may_form(lang, &spelling);
    if (ogpi_lang_asks_accents(lang, patterns) && spelling.written_length <= sizeof(plain)) {
        spelling.written_length = without_controls(plain, spelling.written, spelling.written_length);
        spelling.written = plain;
    }
    return ogpi_lang_forms(lang, &spelling, patterns);
}

/* What a word takes from the one before whatever it is itself. */
enum { HINTS_TAKEN = 0xFF & ~(OGPI_HINT_GOVERNED | OGPI_GIVES_BACKGROUND | OGPI_HINT_LONGER) };

/* What is known of word i in a language; the points, which no language changes, are kept. */
static void look_up(ogpi_memo_word *known, ogpi_token *token, const ogpi_scanner *s, size_t i, size_t language)
{
    static const uint64_t symbols[] = {
        [OGPI_WORD] = OGPI_SYMBOL_BIT_ANY, [OGPI_NUMBER] = OGPI_SYMBOL_BIT_NUMBER, [OGPI_SIGN] = 0};
    const ogpi_lang *lang = &s->languages[language];
    const ogpi_word *word = &s->words.items[i];
    const char *key = ogpi_key(s, i);
    ogpi_found found = {0};
    if (word->kind != OGPI_NUMBER || word->length <= 2)
        found = ogpi_lang_find(lang, key, word->length, ogpi_word_hash(&s->memo, word));
    if (!found.number)
        find_letters(&found, lang, word, key);
    *token = (ogpi_token){.language = (uint8_t)language,
                          .options = (uint16_t)lang->options,
                          .affixes = found.affixes,
                          .outside = found.outside,
                          .number = (uint16_t)found.number};
    token->forms = forms_of(s, lang, word, &found);
    known->about[OGPI_ABOUT_SYMBOLS] = symbols[word->kind];
    known->about[OGPI_ABOUT_LEADS] = 0;
    known->marks[OGPI_MARK_STARTS] = starts_by_key(token, word, key);
    known->marks[OGPI_MARK_STARTS] |= word->flags & OGPI_WORD_UPPER ? OGPI_START_BODY : 0;
    known->marks[OGPI_MARK_HINTS] = HINTS_TAKEN | (word->kind == OGPI_WORD ? OGPI_HINT_GOVERNED : 0);
    known->marks[OGPI_MARK_GIVES] = OGPI_HINT_LONGER;
    if (found.number)
        add_entry(known, token, lang, word, &found);
    known->marks[OGPI_MARK_GIVES] |= (uint8_t)hints_for_next(s, i, token);
    known->about[OGPI_ABOUT_FOUND] = token->found;
}

/* Places for words: few at first, as more cost a plan its milliseconds. */
enum { FIRST_PLACES = 1024, MOST_PLACES = 16384 };
_Static_assert(sizeof(ogpi_token) <= sizeof(((ogpi_memo_rest *)0)->about), "a token beside the key");

bool ogpi_remember(ogpi_scanner *s)
{
    return ogpi_memo_ready(&s->memo, s->allocator, FIRST_PLACES, MOST_PLACES);
}

int ogpi_split_remembered(ogpi_scanner *s, ogpi_words *words, const char *text, size_t length, ogp_error *error)
{
    if (!ogpi_grow(s->allocator, (void **)&s->padded, &s->padded_capacity, length + OGPI_TEXT_PAD, 1))
        return ogpi_error_memory(error);
    if (length)
        memcpy(s->padded, text, length);
    memset(s->padded + length, ' ', OGPI_TEXT_PAD);
    return ogpi_words_split_again(words, &s->memo, s->padded, length, error);
}

/* OGPI_READER of the language in which words of each script are read; UNREAD where none was needed yet. */
typedef uint8_t readers[4];
enum { UNREAD = 255 };

/* Both parts of what is known of a word. */
typedef struct known {
    ogpi_memo_word *word;
    ogpi_token *token;
} known;

static inline known known_at(const ogpi_memo *memo, uint32_t place)
{
    return (known){memo->words + place, (void *)memo->rest[place].about};
}

/* Looks a word up that is not remembered in its language, and remembers it where it has a place in the memo. */
static OGPI_RARE known look_up_first(ogpi_scanner *s, size_t i, readers by)
{
    const ogpi_word *word = &s->words.items[i];
    unsigned script = word->kind == OGPI_WORD ? (unsigned)ogpi_script_of(s, i) : OGPI_SCRIPT_NONE;
    if (by[script] == UNREAD)
        by[script] = (uint8_t)OGPI_READER(ogpi_guess_language(s, script), script);
    unsigned reader = by[script];
    known out;
    if (word->place != OGPI_NO_PLACE) {
        out = known_at(&s->memo, word->place);
        if (out.word->marks[OGPI_MARK_READER] == reader)
            return out;
    } else {
        ogpi_fresh *fresh = &s->fresh[s->fresh_count++];
        fresh->word.what = ogpi_what_of(word, ogpi_key(s, i));
        out = (known){&fresh->word, &fresh->token};
    }
    look_up(out.word, out.token, s, i, OGPI_READS(reader));
    out.word->marks[OGPI_MARK_READER] = (uint8_t)reader;
    return out;
}

/* What is known of word i in the language in which words of its script are read. */
static inline known known_of(ogpi_scanner *s, const ogpi_memo *memo, size_t i, readers by)
{
    known at = known_at(memo, s->words.items[i].place);
    unsigned reader = at.word->marks[OGPI_MARK_READER];
    return by[reader & 3] == reader ? at : look_up_first(s, i, by);
}

/* That of the scanner, or one in which every word is nobody's. */
static ogpi_memo some_memo(const ogpi_scanner *s)
{
    static const ogpi_memo_word nobody;
    static const ogpi_memo_rest nothing;
    return s->memo.places ? s->memo
                          : (ogpi_memo){.words = (ogpi_memo_word *)(uintptr_t)&nobody,
                                        .rest = (ogpi_memo_rest *)(uintptr_t)&nothing};
}

static void init_readers(const ogpi_scanner *s, readers by)
{
    for (unsigned script = 0; script < sizeof(readers); script++)
        by[script] = script < OGPI_SCRIPT_OTHER && script != s->languages[s->language].script
                         ? UNREAD
                         : (uint8_t)OGPI_READER(s->language, script);
}

/* How many of eight bytes, which are 0 or 1, are 1. */
static inline unsigned count_ones(uint64_t eight)
{
    return (unsigned)(eight * OGPI_EACH >> 56);
}

/* Capitals set names apart where neither all words have them nor none. */
static bool is_cased(const ogpi_scanner *s)
{
    const uint64_t low = OGPI_EACH * 0x7F;
    size_t capitals = 0, words = 0;
    for (size_t i = 0; i < ogpi_count(s); i += 8) { /* behind the last is nothing */
        uint64_t other = ogpi_eight_load(s->marks.kinds + i) ^ OGPI_EACH * OGPI_IS_WORD;
        words += count_ones(~(((other & low) + low) | other | low) >> 7);
        capitals += count_ones(ogpi_eight_load(s->marks.flags + i) & OGPI_EACH * OGPI_WORD_CAPITAL);
    }
    return capitals > 0 && words > capitals && (words - capitals) * 8 > capitals;
}

void ogpi_look_up_all(ogpi_scanner *s)
{
    const ogpi_word *words = s->words.items;
    const ogpi_marks marks = s->marks;
    const ogpi_memo memo = some_memo(s);
    ogpi_spot *spots = s->spots;
    const size_t count = s->words.count;
    uint64_t leads = 0, found = 0, present = 0; /* the first two of the word before */
    unsigned hint = OGPI_HINT_BREAK, given = OGPI_HINT_BREAK | OGPI_HINT_LONGER, all_given = 0;
    readers by;
    init_readers(s, by);
    s->fresh_count = 0;
    for (size_t i = 0; i < count; i++) {
        const known at = known_of(s, &memo, i, by);
        const ogpi_memo_word *word = at.word;
        bool longer = (leads & word->about[OGPI_ABOUT_SYMBOLS]) != 0;
        marks.hints[(ptrdiff_t)i - 1] = (uint8_t)(hint | (longer ? OGPI_HINT_LONGER : 0));
        hint = given & word->marks[OGPI_MARK_HINTS];
        all_given |= given = word->marks[OGPI_MARK_GIVES];
        leads = word->about[OGPI_ABOUT_LEADS];
        marks.starts[i] = word->marks[OGPI_MARK_STARTS];
        marks.kinds[i] = word->what;
        marks.flags[i] = words[i].flags;
        spots[i].ends = found;
        present |= found = word->about[OGPI_ABOUT_FOUND];
        spots[i].token = at.token;
        spots[i].found = spots[i].begins = found;
    }
    marks.hints[(ptrdiff_t)count - 1] = (uint8_t)hint;
    marks.hints[count] = (uint8_t)((given & (HINTS_TAKEN | OGPI_HINT_GOVERNED)) | OGPI_HINT_BREAK);
    spots[count].ends = found;
    s->present = present;
    s->background = all_given & OGPI_GIVES_BACKGROUND;
    s->cased = is_cased(s);
    s->asks = count > 0 && memchr(marks.kinds, '?', count) != NULL;
    ogpi_open_items(s);
}
