/* SPDX-License-Identifier: MIT */
/* The forms of OGP's identifiers, and whose letters they begin with. */
#ifndef OGPI_IDENTIFIER_H
#define OGPI_IDENTIFIER_H

#include "rulebook/rulebook.h"

/* Two or three capital letters and four digits. */
bool ogpi_is_commitment_id(const char *id);
/* The prefix, a member's code of three or four capitals, and two digits. */
bool ogpi_is_plan_id(const char *prefix, const char *id);
/* The number of a milestone begins with its commitment's number ("4" and "4.1", not "4" and "41"). */
bool ogpi_is_below(const char *parent, const char *number);

typedef enum ogpi_member_kind { OGPI_MEMBER_UNKNOWN, OGPI_MEMBER_NATIONAL, OGPI_MEMBER_LOCAL } ogpi_member_kind;
ogpi_member_kind ogpi_member_kind_of(const ogp_rulebook *book, const char *code);

/* The letters that a member's commitments begin with; "" where they are not known. OGP's own letters where the member
   is known ("MO" for Morocco), else the country's alpha-2, which is a guess. */
typedef struct ogpi_letters { const char *letters, *status; } ogpi_letters;
ogpi_letters ogpi_member_letters(const ogp_rulebook *book, const char *code);

#endif
