/* SPDX-License-Identifier: MIT */
/* Splitting a text while it goes on: what words.c and words_known.c share. */
#ifndef OGPI_WORDS_SPLIT_H
#define OGPI_WORDS_SPLIT_H

#include "base/letters.h"
#include "base/words.h"

typedef struct ogpi_splitter {
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
    ogpi_memo *memo;
    size_t recalled;     /* words that are in it, or too long for it */
} ogpi_splitter;

/* Whether the blank at byte `at` ends a line: "\r\n" ends one. */
static inline bool ogpi_ends_line(const ogpi_splitter *s, size_t at, char blank)
{
    return blank == '\n' && !(at > 0 && s->text[at] == '\n' && s->text[at - 1] == '\r');
}

/* What the line ends so far tell of the word that begins next. */
static inline unsigned ogpi_line_flags(const ogpi_splitter *s)
{
    return (s->line_ends > 0 ? OGPI_WORD_LINE : 0u) | (s->line_ends > 1 ? OGPI_WORD_BREAK : 0u);
}

/* What stands at s->at, with its likeliest continuation. False without memory. */
bool ogpi_split_next(ogpi_splitter *s);
/* The same while no word is open: words that are in the memo, up to one that was not. */
bool ogpi_split_known(ogpi_splitter *s);

/* What tells a word in the memo from the others: all of its bytes have a say in it. Its upper halves are two cells of
   the index, either of which may be its own; then comes what the cell tells it by. */
static inline uint64_t ogpi_memo_hash(const uint64_t raw[OGPI_MEMO_BYTES / 8])
{
    uint64_t rest = raw[1] << 29 | raw[1] >> 35, all = raw[0] ^ rest ^ raw[2] * 3;
    return (all ^ all >> 32) * 0xFF51AFD7ED558CCDu;
}
enum { OGPI_MEMO_FIRST = 48, OGPI_MEMO_SECOND = 32, OGPI_MEMO_PLACE = 0xFFFF };

/* The only place where the word may be: no branch, which cell it is in is anybody's guess. */
static inline uint32_t ogpi_memo_find(const ogpi_memo *memo, const uint64_t raw[OGPI_MEMO_BYTES / 8])
{
    uint64_t hash = ogpi_memo_hash(raw);
    uint32_t last = 2 * memo->places - 1, first = memo->index[hash >> OGPI_MEMO_FIRST & last],
             second = memo->index[hash >> OGPI_MEMO_SECOND & last];
    return (first ^ (uint32_t)hash) > OGPI_MEMO_PLACE ? second & OGPI_MEMO_PLACE : first & OGPI_MEMO_PLACE;
}

/* A place for a word that is not there; OGPI_NO_PLACE where none is free. */
uint32_t ogpi_memo_add(ogpi_memo *memo, const uint64_t raw[OGPI_MEMO_BYTES / 8]);

static inline uint8_t ogpi_upper_flag(bool lower, size_t letters)
{
    return !lower && letters > 1 ? OGPI_WORD_UPPER : 0;
}

/* Whether a word surely ends before `at`, and whatever stands there does not care that it did. */
static inline bool ogpi_ends_word(const char *at, const char *end)
{
    unsigned char byte = (unsigned char)*at;
    unsigned entry = byte < 0x80 ? ogpi_fold_ascii[byte] : 0, kind = entry & 7;
    if (byte == '-')
        return end - at > 1 && (unsigned char)at[1] < 0x80 &&
               (ogpi_fold_ascii[(unsigned char)at[1]] & 7) <= OGPI_FOLD_DIGIT;
    return kind == OGPI_FOLD_BLANK || (kind == OGPI_FOLD_SIGN && entry >> 8 != '\'');
}

/* What stands behind a word that ogpi_ends_word tells of, where it is no word of its own. */
static inline void ogpi_pass_end(ogpi_splitter *s)
{
    char byte = s->at < s->length ? s->text[s->at] : 0;
    if (byte == ' ') {
        s->at++;
        s->next_flags = 0;
    } else if (byte == '-') {
        s->at++;
        s->next_flags = OGPI_WORD_GLUED | OGPI_WORD_HYPHEN;
    }
}

#endif
