/* SPDX-License-Identifier: MIT */
/* Lengths of time as ISO 8601 spells them. */
#ifndef OGPI_DURATIONS_H
#define OGPI_DURATIONS_H

#include "text/number.h"

/* A value of the lists `unit` and `frequency`: a count and a letter, lower case for hours and minutes. */
void ogpi_length_text(char out[32], uint64_t count, unsigned letter);
/* "every six months", "each year", "tous les deux ans", "كل شهرين". The index after it, or i. */
size_t ogpi_every_at(const ogpi_scanner *s, size_t i, char norm[32]);
/* "twice a year", "once every two years", "per month". The index after it, or i. */
size_t ogpi_rate_at(const ogpi_scanner *s, size_t i, char norm[32]);

/* durations_pairs.c: of a length of words [i, end) and its normal form */
/* "two years and six months": the end of the smaller unit behind it, the whole in `norm`; or `end`. */
size_t ogpi_smaller_unit(const ogpi_scanner *s, size_t i, size_t end, char norm[32]);
/* "from 14 weeks to eight": a second length that leaves its unit out, *first its number, `norm` its own. The index
 * after it, or `end`. */
size_t ogpi_second_length(const ogpi_scanner *s, size_t i, size_t end, size_t *first, char norm[32]);

#endif
