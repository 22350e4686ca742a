/* SPDX-License-Identifier: MIT */
/* Eight bytes as one number, the first of them lowest, whatever machine it is: built-in tables rest on it. */
#ifndef OGPI_EIGHT_H
#define OGPI_EIGHT_H

#include <stdint.h>
#include <string.h>

static inline uint64_t ogpi_eight_turn(uint64_t eight)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

static inline uint64_t ogpi_eight_load(const void *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return ogpi_eight_turn(eight);
}

static inline void ogpi_eight_store(void *bytes, uint64_t eight)
{
    eight = ogpi_eight_turn(eight);
    memcpy(bytes, &eight, sizeof eight);
}

#endif
