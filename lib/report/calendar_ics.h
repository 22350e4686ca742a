/* SPDX-License-Identifier: MIT */
/* iCalendar, RFC 5545. */
#ifndef OGPI_CALENDAR_ICS_H
#define OGPI_CALENDAR_ICS_H

#include "base/memory.h"
#include <ogp/calendar.h>

/* Whole days, lines folded at 75 octets and never within a character, CRLF, UIDs that stay the same for a duty of a
   plan when its date moves. DTSTAMP is the date of the rulebook: the same call gives the same bytes. */
void ogpi_calendar_ics(ogpi_buffer *out, const ogp_calendar *calendar, const char *language);

#endif
