/* SPDX-License-Identifier: MIT */
/* A number as read from a text, in digits or words. */
#ifndef OGPI_NUMBER_H
#define OGPI_NUMBER_H

#include "text/scan.h"

typedef struct ogpi_number {
    size_t next;       /* the word after it */
    uint64_t mantissa; /* value * 10^scale */
    uint64_t factor;   /* the multiplier that came last, 0: none */
    unsigned scale;
    bool digits;  /* written in digits */
    bool grouped; /* with a thousands separator or decimals */
} ogpi_number;

/* Whether one may begin at word i, which is within the text. */
static inline bool ogpi_may_be_number(const ogpi_scanner *s, size_t i)
{
    const uint64_t words = OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(collective) | OGPI_BIT(article);
    return ogpi_is_kind(s, i, OGPI_NUMBER) || ogpi_any(s, i, words);
}
/* The number that begins at word i, in digits or words, with its multipliers. */
bool ogpi_number_at(const ogpi_scanner *s, size_t i, ogpi_number *out);
/* The same of number words alone. */
bool ogpi_number_words(const ogpi_scanner *s, size_t i, ogpi_number *out);
/* A whole number of at most `digits` digits, 18 or fewer, at word i and nothing else in the word; INT_MAX for those
   beyond it, -1 where there is none. */
int ogpi_plain_digits(const ogpi_scanner *s, size_t i, unsigned digits);
/* The word after the closing bracket of the Arabic "(13) جامعة", whose number ends before `next`; `next` where no word
 * follows. */
size_t ogpi_after_bracket(const ogpi_scanner *s, size_t i, size_t next);
/* A plain decimal: "1250.5". */
void ogpi_number_text(char out[48], const ogpi_number *number);


/* digits.c */
#define OGPI_NUMBER_LIMIT 1000000000000000000u
/* A number in digits and its multipliers, without what "and" adds. */
bool ogpi_digits_part(const ogpi_scanner *s, size_t i, ogpi_number *n);
/* 1250.50 is 1250.5. */
void ogpi_number_strip(ogpi_number *n);
/* The multipliers that follow the number, which begins at word i. */
void ogpi_number_multiply(const ogpi_scanner *s, size_t i, ogpi_number *n);
/* Values of the list `multiplier` below 100 are powers of ten: a trillion is too large for a value. */
uint64_t ogpi_factor_of(uint32_t value);
/* "20 mil 500": adds what stands below the thousand. */
void ogpi_add_below_thousand(const ogpi_scanner *s, ogpi_number *n);

#endif
