/* SPDX-License-Identifier: MIT */
#include "base/words.h"

#include "base/error.h"
#include "base/fold_table.h"

#define EACH UINT64_C(0x0101010101010101) /* a 1 in each of eight bytes */

typedef struct splitter {
    ogpi_words *words;
    const char *text;
    size_t length;
    size_t at;           /* next byte to read */
    ogpi_word current;   /* open when `open` */
    bool open;
    bool lower;          /* the open word has a lower-case letter */
    uint8_t next_flags;  /* for the word that begins next */
    unsigned letters;
    unsigned line_ends;
    char last_sign;      /* the sign just added, where the text repeats it */
} splitter;

void ogpi_words_init(ogpi_words *words, const ogp_allocator *allocator)
{
    memset(words, 0, sizeof(*words));
    words->allocator = allocator;
}

void ogpi_words_clear(ogpi_words *words)
{
    ogpi_free(words->allocator, words->items);
    ogpi_free(words->allocator, words->keys);
    ogpi_words_init(words, words->allocator);
}

static bool keep(splitter *s)
{
    ogpi_words *words = s->words;
    if (words->count == words->capacity &&
        !ogpi_grow(words->allocator, (void **)&words->items, &words->capacity, words->count + 1, sizeof(ogpi_word)))
        return false;
    words->items[words->count++] = s->current;
    return true;
}

static bool close_word(splitter *s)
{
    if (!s->open)
        return true;
    size_t length = s->words->key_length - s->current.key;
    s->current.length = (uint16_t)(length < 65535 ? length : 65535);
    if (!s->lower && s->letters > 1)
        s->current.flags |= OGPI_WORD_UPPER;
    s->open = false;
    s->next_flags = OGPI_WORD_GLUED;
    s->current.hash = ogpi_key_hash(s->words->keys + s->current.key, length);
    return keep(s);
}

static void open_word(splitter *s, size_t start, ogpi_word_kind kind)
{
    s->current = (ogpi_word){ .start = (uint32_t)start, .key = (uint32_t)s->words->key_length, .kind = (uint8_t)kind };
    s->current.flags = s->words->count ? s->next_flags : (uint8_t)(s->next_flags & ~OGPI_WORD_GLUED);
    if (s->line_ends > 1)
        s->current.flags |= OGPI_WORD_BREAK;
    s->line_ends = 0;
    s->open = true;
    s->lower = false;
    s->letters = 0;
    s->last_sign = 0;
}

/* Always leaves room for the rest of the text, should it fold to as many bytes. */
static bool make_room(splitter *s, size_t length)
{
    ogpi_words *words = s->words;
    size_t need = words->key_length + length + (s->length - s->at) + 2 * OGPI_KEY_PAD;
    return need <= words->key_capacity || ogpi_grow(words->allocator, (void **)&words->keys, &words->key_capacity, need, 1);
}

static bool add_key(splitter *s, const char *bytes, size_t length)
{
    ogpi_words *words = s->words;
    if (!make_room(s, length))
        return false;
    memcpy(words->keys + words->key_length, bytes, length);
    words->key_length += length;
    return true;
}

/* The kind of the next visible code point, without taking it; marks and controls are looked through. */
static ogpi_fold_kind peek(const splitter *s, char *byte)
{
    ogpi_fold piece;
    size_t i = s->at, steps = 0;
    while (i < s->length && steps++ < 8) {
        i += ogpi_fold_next(&piece, s->text + i, s->length - i);
        if (piece.kind != OGPI_FOLD_EXTEND && piece.kind != OGPI_FOLD_INVISIBLE) {
            *byte = piece.bytes[0];
            return (ogpi_fold_kind)piece.kind;
        }
    }
    return OGPI_FOLD_BLANK;
}

static bool elides(const splitter *s)
{
    static const char endings[][8] = { "l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu" };
    size_t length = s->words->key_length - s->current.key;
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (strlen(endings[i]) == length && memcmp(s->words->keys + s->current.key, endings[i], length) == 0)
            return true;
    return false;
}

static bool is_last_s(const splitter *s)
{
    splitter ahead = *s;
    char byte = 0;
    ogpi_fold piece;
    if (peek(s, &byte) != OGPI_FOLD_LETTER || byte != 's')
        return false;
    do
        ahead.at += ogpi_fold_next(&piece, s->text + ahead.at, s->length - ahead.at);
    while (piece.kind != OGPI_FOLD_LETTER && ahead.at < s->length);
    return ahead.at >= s->length || (peek(&ahead, &byte) != OGPI_FOLD_LETTER && byte != '\'');
}

/* An apostrophe after a letter: the end of l', the beginning of 's, or part of the word. False without memory. */
static bool apostrophe(splitter *s)
{
    if (s->at < s->length && elides(s)) {
        s->current.flags |= OGPI_WORD_ELIDED;
        s->current.end = (uint32_t)s->at;
        return close_word(s);
    }
    if (!is_last_s(s))
        return true;
    size_t start = s->at - 1;
    while (start > s->current.end)
        start--;
    if (!close_word(s))
        return false;
    open_word(s, start, OGPI_WORD);
    s->current.flags |= OGPI_WORD_SUFFIX;
    s->current.end = (uint32_t)s->at;
    return true;
}

/* A sign inside a number or word; true when it was taken as part of it. */
static bool joins(splitter *s, char sign, bool *failed)
{
    char next = 0;
    if (!s->open)
        return false;
    if (s->current.kind == OGPI_NUMBER) {
        if ((sign != '.' && sign != ',' && sign != '\'' && sign != 0x1F) || peek(s, &next) != OGPI_FOLD_DIGIT)
            return false;
        *failed = !add_key(s, &sign, 1);
        return true;
    }
    if (sign != '\'' || peek(s, &next) != OGPI_FOLD_LETTER)
        return false;
    *failed = !apostrophe(s);
    return true;
}

static bool add_sign(splitter *s, size_t start, const ogpi_fold *piece)
{
    char next = 0;
    bool failed = false;
    if (joins(s, piece->bytes[0], &failed))
        return !failed;
    bool was_open = s->open;
    if (!close_word(s))
        return false;
    if (piece->bytes[0] == '-' && was_open && peek(s, &next) <= OGPI_FOLD_DIGIT) {
        s->next_flags = OGPI_WORD_GLUED | OGPI_WORD_HYPHEN;
        return true;
    }
    if (s->last_sign == piece->bytes[0] && piece->length == 1 && (s->next_flags & OGPI_WORD_GLUED)) {
        s->words->items[s->words->count - 1].end = (uint32_t)s->at;
        return true;
    }
    open_word(s, start, OGPI_SIGN);
    s->current.end = (uint32_t)s->at;
    if (!add_key(s, piece->bytes, piece->length) || !close_word(s))
        return false;
    s->last_sign = piece->length == 1 ? piece->bytes[0] : 0;
    return true;
}

/* "Q3" is a word; an Arabic clitic before a number is not part of it. */
static bool takes_digits(const splitter *s)
{
    return (unsigned char)s->words->keys[s->words->key_length - 1] < 0x80;
}

static bool add_letters(splitter *s, size_t start, const ogpi_fold *piece)
{
    ogpi_word_kind kind = piece->kind == OGPI_FOLD_DIGIT ? OGPI_NUMBER : OGPI_WORD;
    if (s->open && (s->current.kind == OGPI_NUMBER ? kind == OGPI_WORD : kind == OGPI_NUMBER && !takes_digits(s)) &&
        !close_word(s))
        return false;
    if (!s->open) {
        open_word(s, start, kind);
        if (piece->upper)
            s->current.flags |= OGPI_WORD_CAPITAL;
    }
    if (kind == OGPI_WORD) {
        s->letters++;
        s->lower |= !piece->upper;
    }
    s->current.end = (uint32_t)s->at;
    return add_key(s, piece->bytes, piece->length);
}

static uint64_t load_eight(const char *bytes, size_t length)
{
    uint64_t eight = 0;
    if (length >= 8)
        memcpy(&eight, bytes, 8);
    else
        memcpy(&eight, bytes, length);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

static void store_eight(char *bytes, uint64_t eight)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    memcpy(bytes, &eight, 8);
}

/* The upper bit of each of eight bytes that is a letter of ASCII, up to the first that is none. */
static uint64_t leading_letters(uint64_t eight)
{
    uint64_t low = (eight | EACH * 0x20) & EACH * 0x7F;
    uint64_t letters = (low + EACH * (0x80 - 'a')) & ~(low + EACH * (0x7F - 'z')) & ~eight & EACH * 0x80;
    return letters & (((letters ^ EACH * 0x80) & (0 - (letters ^ EACH * 0x80))) - 1);
}

/* Letters of ASCII, the bulk of most texts: eight at a time. */
static void run_of_letters(splitter *s)
{
    char *keys = s->words->keys + s->words->key_length;
    size_t run = 0, some = 8;
    for (; some == 8 && s->at + run < s->length; run += some) {
        uint64_t eight = load_eight(s->text + s->at + run, s->length - s->at - run), letters = leading_letters(eight);
        store_eight(keys + run, eight | EACH * 0x20);
        s->lower |= (letters & eight << 2) != 0;
        some = letters == EACH * 0x80 ? 8 : (size_t)__builtin_ctzll(~letters & EACH * 0x80) / 8;
    }
    s->letters += (unsigned)run;
    s->words->key_length += run;
    s->at += run;
}

static bool is_pair(const splitter *s)
{
    return s->at < s->length && (unsigned char)s->text[s->at] >= 0xC2 && (unsigned char)s->text[s->at] < 0xE0;
}

static unsigned entry_of_pair(const char *text)
{
    return ogpi_fold_table[(((unsigned char)text[0] & 31u) << 6 | ((unsigned char)text[1] & 63u)) - 0x80];
}

/* Whether what a pair of bytes folds to is a letter of two bytes or of ASCII, or two of the latter. */
static bool is_letter(unsigned entry)
{
    unsigned point = entry & OGPI_FOLD_POINT;
    return (entry & OGPI_FOLD_PAIR) || (point >= 0x80 && point < 0x800) || (point >= 'a' && point <= 'z');
}

static char *put_letter(char *key, unsigned entry)
{
    unsigned point = entry & OGPI_FOLD_POINT;
    if (entry & OGPI_FOLD_PAIR)
        *key++ = (char)(point >> 7);
    else if (point >= 0x80)
        *key++ = (char)(0xC0 | point >> 6);
    *key++ = (char)(entry & OGPI_FOLD_PAIR ? point & 127 : point >= 0x80 ? 0x80 | (point & 63) : point);
    return key;
}

/* Letters of two bytes with the marks on them: the bulk of Arabic. */
static void run_of_pairs(splitter *s)
{
    char *key = s->words->keys + s->words->key_length;
    for (; is_pair(s); s->at += 2) {
        unsigned entry = entry_of_pair(s->text + s->at);
        if (entry == OGPI_FOLD_MARK)
            continue;
        if (!is_letter(entry))
            break;
        key = put_letter(key, entry);
        s->letters++;
        s->lower |= !(entry & OGPI_FOLD_UPPER);
    }
    s->words->key_length = (size_t)(key - s->words->keys);
}

static bool is_ascii_letter(const splitter *s)
{
    return s->at < s->length && ((s->text[s->at] | 0x20) >= 'a' && (s->text[s->at] | 0x20) <= 'z');
}

/* Letters go on with the open word, or begin one. */
static bool add_word(splitter *s, bool upper)
{
    if (s->open && s->current.kind == OGPI_NUMBER && !close_word(s))
        return false;
    if (!s->open) {
        open_word(s, s->at, OGPI_WORD);
        s->current.flags |= upper ? OGPI_WORD_CAPITAL : 0;
    }
    do {
        run_of_letters(s);
        run_of_pairs(s);
    } while (is_ascii_letter(s));
    s->current.end = (uint32_t)s->at;
    return true;
}
static bool add_digits(splitter *s)
{
    if (s->open && s->current.kind == OGPI_WORD && !takes_digits(s) && !close_word(s))
        return false;
    if (!s->open)
        open_word(s, s->at, OGPI_NUMBER);
    for (; s->at < s->length && s->text[s->at] >= '0' && s->text[s->at] <= '9'; s->at++)
        s->words->keys[s->words->key_length++] = s->text[s->at];
    s->current.end = (uint32_t)s->at;
    return true;
}

static bool add_blank(splitter *s, char blank)
{
    s->line_ends += blank == '\n';
    if (!close_word(s))
        return false;
    s->next_flags = 0;
    return true;
}

/* Any code point. */
static bool add_piece(splitter *s)
{
    ogpi_fold piece;
    size_t start = s->at;
    s->at += ogpi_fold_next(&piece, s->text + s->at, s->length - s->at);
    switch (piece.kind) {
    case OGPI_FOLD_LETTER:
    case OGPI_FOLD_DIGIT:
        return add_letters(s, start, &piece);
    case OGPI_FOLD_SIGN:
        return add_sign(s, start, &piece);
    case OGPI_FOLD_BLANK:
        return add_blank(s, piece.bytes[0]);
    case OGPI_FOLD_EXTEND:
        if (s->open)
            s->current.end = (uint32_t)s->at;
        return true;
    default:
        return true;
    }
}

/* What stands at s->at, with its likeliest continuation. */
static bool add_next(splitter *s)
{
    unsigned char byte = (unsigned char)s->text[s->at];
    if (byte < 0x80) {
        unsigned entry = ogpi_fold_ascii[byte];
        switch (entry & 7) {
        case OGPI_FOLD_LETTER:
            return add_word(s, (entry & 8) != 0);
        case OGPI_FOLD_DIGIT:
            return add_digits(s);
        case OGPI_FOLD_BLANK:
            s->at++;
            return add_blank(s, (char)(entry >> 8));
        default:
            return add_piece(s);
        }
    }
    unsigned entry = is_pair(s) ? entry_of_pair(s->text + s->at) : 0;
    return is_letter(entry) ? add_word(s, (entry & OGPI_FOLD_UPPER) != 0) : add_piece(s);
}

int ogpi_words_split(ogpi_words *words, const char *text, size_t length, ogp_error *error)
{
    splitter s = { .words = words, .text = text, .length = length };
    words->count = words->key_length = 0;
    bool done = make_room(&s, 0);
    while (done && s.at < length)
        done = add_next(&s);
    if (!done || !close_word(&s))
        return ogpi_error_memory(error);
    memset(words->keys + words->key_length, 0, OGPI_KEY_PAD);
    return 0;
}
