/* SPDX-License-Identifier: MIT */
/* Finding the end of a cell without quotes. */
#ifndef OGPI_CSV_SCAN_H
#define OGPI_CSV_SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define OGPI_ONES UINT64_C(0x0101010101010101)
#define OGPI_HIGHS UINT64_C(0x8080808080808080)

static inline uint64_t ogpi_zero_bytes(uint64_t word)
{
    return (word - OGPI_ONES) & ~word & OGPI_HIGHS;
}

/* The first separator, CR or LF in [p, end), or end. Eight bytes at a time once a cell is longer than that. */
static inline const char *ogpi_csv_scan(const char *p, const char *end, const unsigned char *stops, char separator)
{
    for (int i = 0; i < 8 && p < end; i++, p++)
        if (stops[(unsigned char)*p])
            return p;
    uint64_t s = OGPI_ONES * (unsigned char)separator;
    while (end - p >= 8) {
        uint64_t w;
        memcpy(&w, p, 8);
        if (ogpi_zero_bytes(w ^ s) | ogpi_zero_bytes(w ^ OGPI_ONES * '\n') | ogpi_zero_bytes(w ^ OGPI_ONES * '\r'))
            break;
        p += 8;
    }
    while (p < end && !stops[(unsigned char)*p])
        p++;
    return p;
}

#endif
