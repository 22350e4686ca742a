/* SPDX-License-Identifier: MIT */
/* Plain decimal numbers, whatever the locale. */
#ifndef OGPI_DECIMAL_H
#define OGPI_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads a whole text as a decimal number: sign, digits, a point or a comma, a small exponent; Western or Arabic digits.
   Up to 15 digits the value is the nearest double; further digits never change on which side of such a number it lies.
   False for anything else ("", "nan", "0x10", "1.2.3", "1 000"). */
bool ogpi_decimal_parse(const char *text, size_t length, double *out);
/* Writes a number from -1e6 to 1e6 with at most six decimals and no trailing zeros ("0.75", "-3.289", "4"). */
#define OGPI_DECIMAL_SIZE 24
const char *ogpi_decimal_text(double value, char buffer[OGPI_DECIMAL_SIZE]);
/* numerator / denominator rounded half up to four decimals ("0.8333", "1"). The denominator is above 0. */
const char *ogpi_share_text(int32_t numerator, int32_t denominator, char buffer[OGPI_DECIMAL_SIZE]);
/* Writes a whole number of at least `width` digits and a NUL; returns where the NUL is. */
#define OGPI_WHOLE_SIZE 21
char *ogpi_whole_text(char *out, uint64_t value, unsigned width);

#endif
