/* SPDX-License-Identifier: MIT */
/* Splitting by memory: a word that was split before is told by its bytes as they are written, and not folded again. */
#include "base/rare.h"
#include "base/words_split.h"

/* What a byte behind a word says: whether it is passed over; whether the word surely ends there and what stands behind
   does not care that it did; the flags of the next word. */
enum { PASSED = 1, ENDS = 2, JOINT = OGPI_WORD_GLUED | OGPI_WORD_HYPHEN, HYPHEN = 128 };
#define E (ENDS | OGPI_WORD_GLUED)
static const uint8_t behind[256] = {
    ['\t'] = E, ['\n'] = E, ['\v'] = E, ['\f'] = E, ['\r'] = E, [' '] = ENDS | PASSED,
    ['!'] = E,  ['"'] = E,  ['#'] = E,  ['$'] = E,  ['%'] = E,  ['&'] = E,
    ['('] = E,  [')'] = E,  ['*'] = E,  ['+'] = E,  [','] = E,  ['-'] = HYPHEN,
    ['.'] = E,  ['/'] = E,  [':'] = E,  [';'] = E,  ['<'] = E,  ['='] = E,
    ['>'] = E,  ['?'] = E,  ['@'] = E,  ['['] = E,  ['\\'] = E, [']'] = E,
    ['^'] = E,  ['_'] = E,  ['{'] = E,  ['|'] = E,  ['}'] = E,  ['~'] = E,
};
#undef E

/* The letters or digits at a place, or the byte there, and what stands behind: 0 where only splitting tells whether the
   word ends there. */
typedef struct raw_word {
    uint64_t part[OGPI_MEMO_BYTES / 8];
    unsigned length;
    unsigned behind;
} raw_word;

/* The eight bytes from at + from on, 0 in place of those from at + length on; length is at most from + 16. */
static inline uint64_t load_part(const char *at, unsigned from, unsigned length)
{
#define ALL UINT64_MAX
    static const uint64_t bytes[] = {
        0,         0,         0,        0,   0,   0,   0,   0,   0,   ALL >> 56, ALL >> 48, ALL >> 40, ALL >> 32,
        ALL >> 24, ALL >> 16, ALL >> 8, ALL, ALL, ALL, ALL, ALL, ALL, ALL,       ALL,       ALL};
#undef ALL
    return ogpi_eight_load(at + from) & bytes[8 + length - from];
}

/* A hyphen ends a word where another begins behind. */
static OGPI_RARE unsigned behind_hyphen(const char *at)
{
    bool joins = (unsigned char)at[1] < 0x80 && (ogpi_fold_ascii[(unsigned char)at[1]] & 7) <= OGPI_FOLD_DIGIT;
    return joins ? ENDS | PASSED | JOINT : 0;
}

/* What stands behind a word at `at`; past the end of the text stands a blank. */
static inline unsigned read_behind(const char *at)
{
    unsigned next = behind[(unsigned char)*at];
    return next == HYPHEN ? behind_hyphen(at) : next;
}

static inline bool is_digit(char byte)
{
    return (unsigned char)(byte - '0') < 10;
}

static inline bool is_point(char byte)
{
    return byte == '.' || byte == ',';
}

/* Up to fifteen digits and the points between them, where nothing that is looked through may go on with them. */
static raw_word read_digits(const char *at)
{
    unsigned length = 1;
    while (length < 16 && (is_digit(at[length]) || (is_point(at[length]) && is_digit(at[length + 1]))))
        length++;
    bool goes_on = length == 16 || (is_point(at[length]) && (unsigned char)(at[length + 1] - ' ') > '~' - ' ');
    return (raw_word){.part = {load_part(at, 0, length), load_part(at, 8, length)},
                      .length = length,
                      .behind = goes_on ? 0 : read_behind(at + length)};
}

/* A word of 16 bytes or more. */
static OGPI_RARE raw_word read_long(const char *at)
{
    unsigned more = ogpi_letters_ahead(at + 16);
    if (more >= 8)
        return (raw_word){.length = 16}; /* too long */
    return (raw_word){.part = {ogpi_eight_load(at), ogpi_eight_load(at + 8), load_part(at, 16, 16 + more)},
                      .length = 16 + more,
                      .behind = read_behind(at + 16 + more)};
}

/* A sign, or a blank; no word has a byte 0. */
static raw_word read_byte(const char *at)
{
    unsigned next = at[1] == ' ' ? ENDS | PASSED : ENDS | OGPI_WORD_GLUED;
    return (raw_word){.part = {(unsigned char)*at}, .length = 1, .behind = *at ? next : 0};
}

/* Letters of ASCII and whatever is not of ASCII, so many of them, or sixteen and more: whether that is letters, a word
   in the memo tells. */
static inline raw_word read_raw(const char *at, unsigned length)
{
    if (length == 0)
        return is_digit(*at) ? read_digits(at) : read_byte(at);
    if (length == 16)
        return read_long(at);
    return (raw_word){.part = {load_part(at, 0, length), load_part(at, 8, length)},
                      .length = length,
                      .behind = read_behind(at + length)};
}

static inline bool is_word(const ogpi_memo_word *known, const raw_word *raw)
{
    return ((known->raw[0] ^ raw->part[0]) | (known->raw[1] ^ raw->part[1]) | (known->raw[2] ^ raw->part[2])) == 0;
}

/* Puts a word into the memo that folds to these bytes; its place, or OGPI_NO_PLACE. */
static uint32_t remember(ogpi_memo *memo, const raw_word *raw, const char *key, const ogpi_word *word)
{
    uint32_t place = ogpi_memo_add(memo, raw->part);
    if (place == OGPI_NO_PLACE)
        return place;
    uint32_t hash = ogpi_key_hash(key, word->length);
    memo->words[place] = (ogpi_memo_word){.raw = {raw->part[0], raw->part[1], raw->part[2]},
                                          .length = (uint8_t)word->length,
                                          .flags = word->flags & (OGPI_WORD_CAPITAL | OGPI_WORD_UPPER),
                                          .what = ogpi_what_of(word, key),
                                          .hash = (uint8_t)hash};
    memo->rest[place] = (ogpi_memo_rest){.hash = hash};
    memcpy(memo->rest[place].key, key, word->length);
    return place;
}

/* A word of ASCII, or a number or sign of it, that was not seen before; false where it is none of them, or there is no
   room. */
static bool remember_ascii(ogpi_memo *memo, const raw_word *raw)
{
    const uint64_t small = OGPI_EACH * 0x20;
    uint64_t low = raw->part[0], all = low | raw->part[1] | raw->part[2];
    unsigned entry = ogpi_fold_ascii[low & 0x7F], kind = entry & 7;
    char key[OGPI_MEMO_BYTES + OGPI_KEY_PAD] = "";
    ogpi_word word = {.length = (uint16_t)raw->length, .kind = OGPI_SIGN};
    if ((all & OGPI_EACH * 0x80) || kind > OGPI_FOLD_SIGN || kind == OGPI_FOLD_BLANK || low == '<')
        return false; /* what begins with "<" may be the end of a line */
    for (unsigned i = 0; i < OGPI_MEMO_BYTES / 8; i++)
        ogpi_eight_store(key + 8 * i, kind == OGPI_FOLD_LETTER ? raw->part[i] | small : raw->part[i]);
    memset(key + raw->length, 0, sizeof(key) - raw->length);
    if (kind == OGPI_FOLD_SIGN)
        key[0] = (char)(entry >> 8);
    else
        word.kind = kind == OGPI_FOLD_DIGIT ? OGPI_NUMBER : OGPI_WORD;
    if (kind == OGPI_FOLD_LETTER)
        word.flags = (uint8_t)((low & 0x20 ? 0 : OGPI_WORD_CAPITAL) | ogpi_upper_flag((all & small) != 0, raw->length));
    return remember(memo, raw, key, &word) != OGPI_NO_PLACE;
}

/* What tells a word in the memo that was split without it; false where it is none for the memo. An apostrophe of ASCII
   stands in no word that is read at once, so what ends or begins with one is told by its key. */
static bool raw_of(raw_word *raw, const ogpi_splitter *s, const ogpi_word *word)
{
    const unsigned told = OGPI_WORD_ELIDED | OGPI_WORD_SUFFIX;
    unsigned length = word->end - word->start;
    char bytes[OGPI_MEMO_BYTES + 1] = "";
    if (length > OGPI_MEMO_BYTES || word->length >= OGPI_MEMO_BYTES)
        return false;
    if (word->flags & told)
        memcpy(bytes + ((word->flags & OGPI_WORD_SUFFIX) != 0), s->words->keys + word->key, word->length);
    else
        memcpy(bytes, s->text + word->start, length);
    if (word->flags & told)
        bytes[word->flags & OGPI_WORD_SUFFIX ? 0 : word->length] = '\'';
    for (unsigned i = 0; i < OGPI_MEMO_BYTES / 8; i++)
        raw->part[i] = ogpi_eight_load(bytes + 8 * i);
    bool ascii = ((raw->part[0] | raw->part[1] | raw->part[2]) & OGPI_EACH * 0x80) == 0;
    return word->flags & told ? !(word->flags & OGPI_WORD_CAPITAL) : ascii || word->kind != OGPI_NUMBER;
}

/* Finds the words in the memo that were split without it, or puts them there. */
static void recall(ogpi_splitter *s)
{
    for (; s->recalled < s->words->count; s->recalled++) {
        ogpi_word *word = &s->words->items[s->recalled];
        raw_word raw = {.length = 0};
        if (word->place != OGPI_NO_PLACE || !raw_of(&raw, s, word))
            continue;
        uint32_t place = ogpi_memo_find(s->memo, raw.part);
        word->place = is_word(&s->memo->words[place], &raw)
                          ? place
                          : remember(s->memo, &raw, s->words->keys + word->key, word);
    }
}

/* Words of the memo one after the other, as they are added. */
typedef struct run {
    const char *text;
    ogpi_word *word; /* the next one */
    size_t at;
    unsigned flags; /* of the next one */
    unsigned last_sign;
} run;

static inline void add_again(run *r, const ogpi_memo_word *known, uint32_t place, const raw_word *raw)
{
    ogpi_word *word = r->word++;
    word->start = (uint32_t)r->at;
    word->end = (uint32_t)(r->at + raw->length);
    word->place = place;
    word->length = known->length;
    word->kind = (uint8_t)((known->what < OGPI_IS_SIGN ? known->what : OGPI_IS_SIGN) - OGPI_IS_WORD);
    word->flags = (uint8_t)(known->flags | r->flags);
    r->at += raw->length;
    if (r->text[r->at] == ' ') { /* a guess of the processor's, which need not wait for what `behind` says */
        r->flags = 0;
        r->at++;
    } else {
        r->flags = raw->behind & JOINT;
        r->at += raw->behind & PASSED;
    }
}

static void store(run r, ogpi_splitter *s)
{
    size_t count = (size_t)(r.word - s->words->items);
    if (count > s->words->count)
        s->line_ends = 0;
    s->recalled = s->words->count = count;
    s->at = r.at < s->length ? r.at : s->length;
    s->next_flags = r.flags & JOINT;
    s->last_sign = (char)r.last_sign;
}

static run load(const ogpi_splitter *s)
{
    return (run){.text = s->text,
                 .word = s->words->items + s->words->count,
                 .at = s->at,
                 .flags = s->next_flags | ogpi_line_flags(s),
                 .last_sign = (unsigned char)s->last_sign};
}

/* What stands at s->at is not in the memo, or no word that may be taken from it: a blank, a word seen for the first
   time, one whose end only splitting tells. */
static OGPI_RARE bool split_unknown(ogpi_splitter *s, raw_word raw)
{
    return (raw.behind && remember_ascii(s->memo, &raw)) || ogpi_split_next(s);
}

/* A blank where no word is open; whether one was there. */
static bool pass_blank(ogpi_splitter *s)
{
    unsigned byte = (unsigned char)s->text[s->at], entry = byte < 0x80 ? ogpi_fold_ascii[byte] : 0;
    if ((entry & 7) != OGPI_FOLD_BLANK)
        return false;
    s->line_ends += ogpi_ends_line(s, s->at, (char)(entry >> 8));
    s->next_flags = 0;
    s->at++;
    return true;
}

/* Whether a sign is no word of its own: the same stands before, a hyphen and a letter behind. */
static inline bool is_part(unsigned sign, const raw_word *raw, unsigned last_sign)
{
    return sign && (sign == last_sign || (raw->behind & JOINT) == JOINT);
}

bool ogpi_split_known(ogpi_splitter *s)
{
    /* A word has at least a byte: up to here there is room for them. */
    size_t room = s->words->capacity - s->words->count, end = s->at + room < s->length ? s->at + room : s->length;
    const ogpi_memo memo = *s->memo;
    recall(s);
    run r = load(s);
    while (r.at < end) {
        raw_word raw = read_raw(r.text + r.at, ogpi_letters_ahead(r.text + r.at));
        uint32_t place = ogpi_memo_find(&memo, raw.part);
        const ogpi_memo_word *known = memo.words + place;
        if (!is_word(known, &raw) || !raw.behind) {
            store(r, s);
            if (pass_blank(s)) {
                r = load(s);
                continue;
            }
            return split_unknown(s, raw);
        }
        unsigned sign = known->what > OGPI_IS_SIGN ? known->what : 0;
        if (is_part(sign, &raw, r.last_sign)) {
            store(r, s);
            return ogpi_split_next(s);
        }
        add_again(&r, known, place, &raw);
        r.last_sign = sign;
    }
    store(r, s);
    return room > 0 || ogpi_split_next(s);
}
