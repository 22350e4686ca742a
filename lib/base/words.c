/* SPDX-License-Identifier: MIT */
#include "base/words.h"

#include "base/error.h"

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

static bool add_key(splitter *s, const char *bytes, size_t length)
{
    ogpi_words *words = s->words;
    if (words->key_length + length + OGPI_KEY_PAD > words->key_capacity &&
        !ogpi_grow(words->allocator, (void **)&words->keys, &words->key_capacity,
                   words->key_length + length + OGPI_KEY_PAD, 1))
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

static bool take(splitter *s, size_t start, const ogpi_fold *piece)
{
    switch (piece->kind) {
    case OGPI_FOLD_LETTER:
    case OGPI_FOLD_DIGIT:
        return add_letters(s, start, piece);
    case OGPI_FOLD_SIGN:
        return add_sign(s, start, piece);
    case OGPI_FOLD_BLANK:
        if (!close_word(s))
            return false;
        s->next_flags = 0;
        s->line_ends += piece->bytes[0] == '\n';
        return true;
    case OGPI_FOLD_EXTEND:
        if (s->open)
            s->current.end = (uint32_t)s->at;
        return true;
    default:
        return true;
    }
}

/* Letters of ASCII inside an open word: the bulk of most texts. */
static bool run_of_letters(splitter *s)
{
    ogpi_words *words = s->words;
    if (!s->open || s->current.kind != OGPI_WORD)
        return true;
    size_t i = s->at;
    char *key = words->keys + words->key_length;
    size_t room = words->key_capacity - words->key_length;
    size_t stop = s->length - i + OGPI_KEY_PAD < room ? s->length : i;
    unsigned seen = 0, upper = 0;
    for (; i < stop && (unsigned char)s->text[i] < 128; i++, seen++) {
        unsigned entry = ogpi_fold_ascii[(unsigned char)s->text[i]];
        if ((entry & 7) != OGPI_FOLD_LETTER)
            break;
        *key++ = (char)(entry >> 8);
        upper += entry >> 3 & 1;
    }
    if (seen) {
        s->letters += seen;
        s->lower |= upper < seen;
        words->key_length += seen;
        s->at = i;
        s->current.end = (uint32_t)i;
    }
    return true;
}

/* ogpi_fold_next with ASCII in line. */
static inline size_t next_piece(ogpi_fold *piece, const char *text, size_t length)
{
    if ((unsigned char)*text >= 128)
        return ogpi_fold_next(piece, text, length);
    unsigned entry = ogpi_fold_ascii[(unsigned char)*text];
    piece->kind = entry & 7;
    piece->upper = entry >> 3 & 1;
    piece->bytes[0] = (char)(entry >> 8);
    piece->length = piece->kind != OGPI_FOLD_INVISIBLE;
    return 1;
}

int ogpi_words_split(ogpi_words *words, const char *text, size_t length, ogp_error *error)
{
    splitter s = { .words = words, .text = text, .length = length };
    ogpi_fold piece;
    words->count = words->key_length = 0;
    if (!ogpi_grow(words->allocator, (void **)&words->keys, &words->key_capacity, length + 2 * OGPI_KEY_PAD, 1))
        return ogpi_error_memory(error);
    while (s.at < length) {
        size_t start = s.at;
        s.at += next_piece(&piece, text + s.at, length - s.at);
        if (!take(&s, start, &piece))
            return ogpi_error_memory(error);
        run_of_letters(&s);
    }
    if (!close_word(&s))
        return ogpi_error_memory(error);
    memset(words->keys + words->key_length, 0, OGPI_KEY_PAD);
    return 0;
}
