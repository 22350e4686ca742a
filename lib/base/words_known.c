/* SPDX-License-Identifier: MIT */
/* Splitting by memory: a word that was split before is told by its bytes as they are written, and neither folded nor
 * hashed. */
#include "base/words_split.h"

/* The letters at a place, or the byte there. */
typedef struct raw_word {
    uint64_t part[OGPI_MEMO_BYTES / 8];
    size_t length; /* 0: too long */
    bool alone;    /* one byte, no letter */
} raw_word;

/* A 1 in every bit of the bytes below the lowest upper bit that is set; in all of them where none is. */
static inline uint64_t bytes_below(uint64_t tops)
{
    return ((tops & (0 - tops)) >> 7) - 1;
}

/* What a byte behind letters says: whether they surely end there and it does not care that they did; whether it is
   passed over; the flags of the next word. */
enum { ENDS = 1, PASSED = 2, JOINT = OGPI_WORD_GLUED | OGPI_WORD_HYPHEN };
#define E (ENDS | OGPI_WORD_GLUED)
static const uint8_t behind[128] = {
    ['\t'] = E, ['\n'] = E, ['\v'] = E, ['\f'] = E, ['\r'] = E, [' '] = ENDS | PASSED,
    ['!'] = E,  ['"'] = E,  ['#'] = E,  ['$'] = E,  ['%'] = E,  ['&'] = E,
    ['('] = E,  [')'] = E,  ['*'] = E,  ['+'] = E,  [','] = E,  ['.'] = E,
    ['/'] = E,  [':'] = E,  [';'] = E,  ['<'] = E,  ['='] = E,  ['>'] = E,
    ['?'] = E,  ['@'] = E,  ['['] = E,  ['\\'] = E, [']'] = E,  ['^'] = E,
    ['_'] = E,  ['{'] = E,  ['|'] = E,  ['}'] = E,  ['~'] = E,
};
#undef E

/* The third part of a word of 16 bytes or more. */
static void read_rest(raw_word *raw, const char *at)
{
    uint64_t eight = ogpi_load_eight(at + 16, 8), others = ogpi_ascii_others(eight);
    raw->part[2] = eight & bytes_below(others);
    raw->length = others ? 16 + (unsigned)__builtin_ctzll(others) / 8 : 0;
}

/* Letters of ASCII and whatever is not of ASCII (whether that is letters, a word in the memo tells), or the one byte
 * there. */
static inline raw_word read_raw(const char *at)
{
    uint64_t low = ogpi_load_eight(at, 8), others = ogpi_ascii_others(low);
    if (others & 0x80)
        return (raw_word){ .part = { low & 0xFF }, .length = 1, .alone = true };
    if (others)
        return (raw_word){ .part = { low & bytes_below(others) }, .length = (unsigned)__builtin_ctzll(others) / 8 };
    raw_word raw = { .part = { low, ogpi_load_eight(at + 8, 8) } };
    others = ogpi_ascii_others(raw.part[1]);
    raw.part[1] &= bytes_below(others);
    raw.length = 8 + (unsigned)__builtin_ctzll(others | (uint64_t)1 << 63) / 8;
    if (!others)
        read_rest(&raw, at);
    return raw;
}

/* Whether a word ends at a hyphen, and another begins behind it. */
static bool joins(const char *at)
{
    return *at == '-' && (unsigned char)at[1] < 0x80 && (ogpi_fold_ascii[(unsigned char)at[1]] & 7) <= OGPI_FOLD_DIGIT;
}

/* What stands behind a word or sign; past the end of the text stands a blank. */
static inline unsigned read_behind(const raw_word *raw, const char *at)
{
    unsigned char byte = (unsigned char)at[raw->length];
    unsigned next = byte < 0x80 ? behind[byte] : 0;
    if (raw->alone)
        return byte == ' ' ? ENDS | PASSED : ENDS | OGPI_WORD_GLUED;
    return next || !joins(at + raw->length) ? next : ENDS | PASSED | JOINT;
}

static inline ogpi_memo_word *place_of(const ogpi_memo *memo, const raw_word *raw)
{
    uint64_t hash = raw->part[0] ^ raw->part[1] * 0x9E3779B97F4A7C15u ^ raw->part[2] * 0xC2B2AE3D27D4EB4Fu;
    return memo->words + ((uint32_t)(hash * 0xFF51AFD7ED558CCDu >> 40) & memo->last);
}

static inline bool is_word(const ogpi_memo_word *known, const raw_word *raw)
{
    return ((known->raw[0] ^ raw->part[0]) | (known->raw[1] ^ raw->part[1]) | (known->raw[2] ^ raw->part[2])) == 0;
}

/* Puts a word into the memo that folds to these bytes. */
static void remember(ogpi_memo *memo, ogpi_memo_word *known, const raw_word *raw, const char *key, ogpi_word_form form)
{
    memcpy(known->raw, raw->part, sizeof(known->raw));
    memset(known->key, 0, sizeof(known->key));
    memcpy(known->key, key, form.length);
    form.stamp = ++memo->stamp;
    form.place = (uint16_t)(known - memo->words);
    known->form = form;
    known->sign = form.kind == OGPI_SIGN ? known->key[0] : 0;
}

/* A word of ASCII, or a sign of it, that was not seen before; false where it is neither. */
static bool remember_ascii(ogpi_memo *memo, ogpi_memo_word *known, const raw_word *raw)
{
    const uint64_t small = OGPI_EACH * 0x20;
    uint64_t low = raw->part[0], lower = (low | raw->part[1] | raw->part[2]) & small;
    char key[OGPI_MEMO_BYTES + OGPI_KEY_PAD] = "";
    ogpi_word_form form = { .length = (uint16_t)raw->length, .kind = OGPI_WORD };
    if ((low | raw->part[1] | raw->part[2]) & OGPI_EACH * 0x80)
        return false;
    if (raw->alone) {
        unsigned entry = ogpi_fold_ascii[low];
        key[0] = (char)(entry >> 8);
        form.kind = OGPI_SIGN;
        if ((entry & 7) != OGPI_FOLD_SIGN)
            return false;
    } else {
        for (unsigned i = 0; i < OGPI_MEMO_BYTES / 8; i++)
            ogpi_eight_store(key + 8 * i, raw->part[i] | small);
        memset(key + raw->length, 0, sizeof(key) - raw->length);
        form.flags = (uint8_t)((low & 0x20 ? 0 : OGPI_WORD_CAPITAL) | ogpi_upper_flag(lower != 0, raw->length));
    }
    form.hash = ogpi_key_hash(key, form.length);
    remember(memo, known, raw, key, form);
    return true;
}

/* Splits on, and remembers the word if that is all there was. */
static bool add_first(ogpi_splitter *s, const raw_word *raw, ogpi_memo_word *known)
{
    ogpi_words *words = s->words;
    size_t count = words->count, start = s->at;
    if (!ogpi_split_next(s))
        return false;
    if (words->count != count + 1 || s->open)
        return true;
    ogpi_word *word = &words->items[count];
    if (word->start != start || word->end != start + raw->length || word->length > OGPI_MEMO_BYTES)
        return true;
    ogpi_word_form form = word->form;
    form.flags &= OGPI_WORD_CAPITAL | OGPI_WORD_UPPER;
    remember(s->memo, known, raw, words->keys + word->key, form);
    word->stamp = known->form.stamp;
    word->place = known->form.place;
    return true;
}

/* Words of the memo one after the other, as they are added. */
typedef struct run {
    const char *text, *at, *keys;
    ogpi_word *word; /* the next one */
    char *key;
    unsigned flags;  /* of the next one */
    unsigned line_ends;
    char last_sign;
} run;

static inline void add_again(run *r, const ogpi_memo_word *known, size_t length)
{
    uint32_t start = (uint32_t)(r->at - r->text);
    ogpi_word *word = r->word++;
    word->start = start;
    word->end = start + (uint32_t)length;
    word->key = (uint32_t)(r->key - r->keys);
    word->form = known->form;
    word->flags |= (uint8_t)r->flags;
    memcpy(r->key, known->key, OGPI_MEMO_BYTES);
    r->key += known->form.length;
    r->at += length;
    r->line_ends = 0;
    r->last_sign = known->sign;
}

static bool store(run r, ogpi_splitter *s)
{
    size_t at = (size_t)(r.at - s->text);
    s->words->count = (size_t)(r.word - s->words->items);
    s->words->key_length = (size_t)(r.key - s->words->keys);
    s->at = at < s->length ? at : s->length;
    s->next_flags = r.flags & JOINT;
    s->line_ends = r.line_ends;
    s->last_sign = r.last_sign;
    return true;
}

static inline bool pass_blank(run *r, const raw_word *raw)
{
    if (!raw->alone || (ogpi_fold_ascii[raw->part[0]] & 7) != OGPI_FOLD_BLANK)
        return false;
    r->line_ends += ogpi_fold_ascii[raw->part[0]] >> 8 == '\n';
    r->flags = r->line_ends > 1 ? OGPI_WORD_BREAK : 0;
    r->at++;
    return true;
}

bool ogpi_split_known(ogpi_splitter *s)
{
    const char *end = s->text + s->length;
    const ogpi_word *full = s->words->items + s->words->capacity;
    const ogpi_memo memo = *s->memo;
    run r = {s->text,
             s->text + s->at,
             s->words->keys,
             s->words->items + s->words->count,
             s->words->keys + s->words->key_length,
             s->next_flags | (s->line_ends > 1 ? OGPI_WORD_BREAK : 0u),
             s->line_ends,
             s->last_sign};
    while (r.at < end) {
        raw_word raw = read_raw(r.at);
        unsigned next = read_behind(&raw, r.at);
        ogpi_memo_word *known = place_of(&memo, &raw);
        if (!is_word(known, &raw)) {
            if (pass_blank(&r, &raw))
                continue;
            if (!next || !remember_ascii(s->memo, known, &raw))
                return store(r, s) && (next ? add_first(s, &raw, known) : ogpi_split_next(s));
        }
        if (!next || r.word == full || (known->sign && (known->sign == r.last_sign || next == (ENDS | PASSED | JOINT))))
            return store(r, s) && ogpi_split_next(s);
        add_again(&r, known, raw.length);
        r.at += (next & PASSED) != 0;
        r.flags = next & JOINT;
    }
    return store(r, s);
}
