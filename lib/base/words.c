/* SPDX-License-Identifier: MIT */
#include "base/words_split.h"

#include "base/error.h"

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

/* A word that begins at `start`; its key begins where the keys end now. */
static inline ogpi_word begin(ogpi_splitter *s, size_t start, ogpi_word_kind kind)
{
    ogpi_word word = {.start = (uint32_t)start,
                      .key = (uint32_t)s->words->key_length,
                      .kind = (uint8_t)kind,
                      .place = OGPI_NO_PLACE,
                      .flags = (uint8_t)(s->next_flags | ogpi_line_flags(s))};
    s->line_ends = 0;
    s->last_sign = 0;
    return word;
}

/* Keeps a word whose key ends where the keys end now. */
static inline bool keep(ogpi_splitter *s, ogpi_word word)
{
    ogpi_words *words = s->words;
    size_t length = words->key_length - word.key;
    if (words->count == words->capacity &&
        !ogpi_grow(words->allocator, (void **)&words->items, &words->capacity, words->count + 1, sizeof(ogpi_word)))
        return false;
    word.length = (uint16_t)(length < 65535 ? length : 65535);
    word.hash = ogpi_key_hash(words->keys + word.key, length);
    words->items[words->count++] = word;
    s->next_flags = OGPI_WORD_GLUED;
    return true;
}

static bool close_word(ogpi_splitter *s)
{
    if (!s->open)
        return true;
    s->open = false;
    s->current.flags |= ogpi_upper_flag(s->lower, s->letters);
    return keep(s, s->current);
}

static void open_word(ogpi_splitter *s, size_t start, ogpi_word_kind kind)
{
    s->current = begin(s, start, kind);
    s->open = true;
    s->lower = false;
    s->letters = 0;
}

/* Always leaves room for the rest of the text, should it fold to as many bytes. */
static bool make_room(ogpi_splitter *s, size_t length)
{
    ogpi_words *words = s->words;
    size_t need = words->key_length + length + (s->length - s->at) + 2 * OGPI_KEY_PAD;
    return need <= words->key_capacity ||
           ogpi_grow(words->allocator, (void **)&words->keys, &words->key_capacity, need, 1);
}

static bool add_key(ogpi_splitter *s, const char *bytes, size_t length)
{
    ogpi_words *words = s->words;
    if (!make_room(s, length))
        return false;
    memcpy(words->keys + words->key_length, bytes, length);
    words->key_length += length;
    return true;
}

/* The kind of the next visible code point, without taking it; marks and controls are looked through. */
static ogpi_fold_kind peek(const ogpi_splitter *s, char *byte)
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

static bool elides(const ogpi_splitter *s)
{
    const char *key = s->words->keys + s->current.key, *word = s->words->elided;
    size_t length = s->words->key_length - s->current.key;
    for (; word && *word; word += strlen(word) + 1)
        if (strlen(word) == length && memcmp(key, word, length) == 0)
            return true;
    return false;
}

static bool is_last_s(const ogpi_splitter *s)
{
    ogpi_splitter ahead = *s;
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
static bool apostrophe(ogpi_splitter *s)
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
static bool joins(ogpi_splitter *s, char sign, bool *failed)
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

static bool add_sign(ogpi_splitter *s, size_t start, const ogpi_fold *piece)
{
    char next = 0;
    bool failed = false, was_open = s->open;
    if (joins(s, piece->bytes[0], &failed))
        return !failed;
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
    ogpi_word sign = begin(s, start, OGPI_SIGN);
    sign.end = (uint32_t)s->at;
    if (!add_key(s, piece->bytes, piece->length) || !keep(s, sign))
        return false;
    s->last_sign = piece->length == 1 ? piece->bytes[0] : 0;
    return true;
}

/* "Q3" is a word; an Arabic clitic before a number is not part of it. */
static bool takes_digits(const ogpi_splitter *s)
{
    return (unsigned char)s->words->keys[s->words->key_length - 1] < 0x80;
}

static bool add_letters(ogpi_splitter *s, size_t start, const ogpi_fold *piece)
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

/* A word that nothing went before or comes after: most words. */
static inline bool add_plain(ogpi_splitter *s, const ogpi_letters *r, bool upper)
{
    ogpi_word word = begin(s, s->at, OGPI_WORD);
    word.flags |= (uint8_t)((upper ? OGPI_WORD_CAPITAL : 0) | ogpi_upper_flag(r->lower, r->letters));
    s->at = (size_t)(r->at - s->text);
    word.end = (uint32_t)s->at;
    s->words->key_length = (size_t)(r->key - s->words->keys);
    if (!keep(s, word))
        return false;
    ogpi_pass_end(s);
    return true;
}

/* Letters go on with the open word, or begin one. */
static bool add_word(ogpi_splitter *s, bool upper)
{
    ogpi_letters r = { .at = s->text + s->at, .end = s->text + s->length };
    if (s->open && s->current.kind == OGPI_NUMBER && !close_word(s))
        return false;
    r.key = s->words->keys + s->words->key_length;
    ogpi_letters_read(&r);
    if (!s->open && r.at < r.end && ogpi_ends_word(r.at, r.end))
        return add_plain(s, &r, upper);
    if (!s->open) {
        open_word(s, s->at, OGPI_WORD);
        s->current.flags |= upper ? OGPI_WORD_CAPITAL : 0;
    }
    s->letters += (unsigned)r.letters;
    s->lower |= r.lower;
    s->words->key_length = (size_t)(r.key - s->words->keys);
    s->at = (size_t)(r.at - s->text);
    s->current.end = (uint32_t)s->at;
    return true;
}

static bool add_digits(ogpi_splitter *s)
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

static bool add_blank(ogpi_splitter *s, size_t start, char blank)
{
    s->line_ends += ogpi_ends_line(s, start, blank);
    if (!close_word(s))
        return false;
    s->next_flags = 0;
    return true;
}

/* The bytes of the line end at `at`, or 0. */
static size_t line_end(const ogpi_splitter *s, size_t at)
{
    size_t end = at + (at < s->length && s->text[at] == '\r');
    return end < s->length && s->text[end] == '\n' ? end + 1 - at : 0;
}

/* "<br/>", which tables of the web have for the end of a line: its length, or 0. */
static size_t line_end_tag(const ogpi_splitter *s)
{
    static const char *const tags[] = {"<br/>", "<br>", "<br />", "<BR/>", "<BR>"};
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        size_t length = strlen(tags[i]);
        if (s->length - s->at >= length && memcmp(s->text + s->at, tags[i], length) == 0)
            return length + line_end(s, s->at + length);
    }
    return 0;
}

/* The sign that was read from `start` on. */
static bool add_ascii_sign(ogpi_splitter *s, size_t start, char sign)
{
    ogpi_fold piece;
    piece.kind = OGPI_FOLD_SIGN;
    piece.length = 1;
    piece.bytes[0] = sign;
    return add_sign(s, start, &piece);
}

/* "2018 ـ 2020": a lengthening stroke between blanks is a dash. */
static bool is_tatweel_dash(const ogpi_splitter *s, size_t start)
{
    return start > 0 && s->at < s->length && s->text[start - 1] == ' ' && s->text[s->at] == ' ' &&
           s->at - start == 2 && memcmp(s->text + start, "\xD9\x80", 2) == 0;
}

/* Any code point. */
static bool add_piece(ogpi_splitter *s)
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
        return add_blank(s, start, piece.bytes[0]);
    case OGPI_FOLD_EXTEND:
        if (s->open)
            s->current.end = (uint32_t)s->at;
        return s->open || !is_tatweel_dash(s, start) || add_ascii_sign(s, start, '-');
    default:
        return true;
    }
}

static inline bool add_ascii(ogpi_splitter *s, unsigned entry)
{
    switch (entry & 7) {
    case OGPI_FOLD_LETTER:
        return add_word(s, (entry & 8) != 0);
    case OGPI_FOLD_DIGIT:
        return add_digits(s);
    case OGPI_FOLD_BLANK:
        s->at++;
        return add_blank(s, s->at - 1, (char)(entry >> 8));
    case OGPI_FOLD_SIGN:
        if (s->text[s->at] == '<' && line_end_tag(s)) {
            size_t start = s->at;
            s->at += line_end_tag(s);
            return add_blank(s, start, '\n');
        }
        s->at++;
        return add_ascii_sign(s, s->at - 1, (char)(entry >> 8));
    default:
        s->at++;
        return true;
    }
}

bool ogpi_split_next(ogpi_splitter *s)
{
    const char *at = s->text + s->at;
    if ((unsigned char)*at < 0x80)
        return add_ascii(s, ogpi_fold_ascii[(unsigned char)*at]);
    unsigned entry = ogpi_is_pair(at, s->text + s->length) ? ogpi_pair_entry(at) : 0;
    return ogpi_is_letter(entry) ? add_word(s, (entry & OGPI_FOLD_UPPER) != 0) : add_piece(s);
}

int ogpi_words_split(ogpi_words *words, const char *text, size_t length, ogp_error *error)
{
    return ogpi_words_split_again(words, NULL, text, length, error);
}

int ogpi_words_split_again(ogpi_words *words, ogpi_memo *memo, const char *text, size_t length, ogp_error *error)
{
    ogpi_splitter s = { .words = words, .text = text, .length = length, .memo = memo };
    words->count = words->key_length = 0;
    bool done = make_room(&s, 0);
    while (done && s.at < length)
        done = memo && !s.open ? ogpi_split_known(&s) : ogpi_split_next(&s);
    if (!done || !close_word(&s))
        return ogpi_error_memory(error);
    memset(words->keys + words->key_length, 0, OGPI_KEY_PAD);
    return 0;
}
