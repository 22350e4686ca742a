/* SPDX-License-Identifier: MIT */
/* Members of the partnership by any name, code or prefix: all meet in one member code. */
#ifndef OGPI_MEMBER_H
#define OGPI_MEMBER_H

#include "dataset/intern.h"
#include "rulebook/rulebook.h"

typedef struct ogpi_member_index {
    ogpi_intern names;   /* folded spellings */
    const char **owners; /* code of the member, by interned name */
    size_t capacity;
} ogpi_member_index;

typedef struct ogpi_members {
    ogpi_rb members, countries;
    ogpi_member_index names;
    ogpi_member_index prefixes;
} ogpi_members;

/* False without memory. */
bool ogpi_members_open(ogpi_members *out, const ogp_rulebook *book, const ogp_allocator *allocator);
void ogpi_members_close(ogpi_members *members);
/* Code of the member ("MKD") by a spelling, an alias or a code; NULL where nothing is known. */
const char *ogpi_member_by_name(const ogpi_members *members, const char *name, size_t length);
/* By the letters of a commitment's id ("JO0062"): OGP's own, not ISO's. */
const char *ogpi_member_by_commitment(const ogpi_members *members, const char *id, size_t length);
/* OGP's name of a member in English, "" where there is none. */
const char *ogpi_member_name(const ogpi_members *members, const char *code);

#endif
