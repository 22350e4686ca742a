/* SPDX-License-Identifier: MIT */
/* A point in the calendar as read from a text, before it becomes a fact. */
#ifndef OGPI_DATES_H
#define OGPI_DATES_H

#include "text/number.h"

typedef enum ogpi_edge { OGPI_EDGE_NONE, OGPI_EDGE_END, OGPI_EDGE_SOFT } ogpi_edge;

typedef struct ogpi_point {
    size_t first;
    size_t next; /* the word after it */
    int year;    /* 0: not said */
    int month;   /* 0: not said */
    int day;     /* 0: not said */
    int period;  /* EDTF: season 21-24, quarter 33-36, four months 37-39, half 40-41; 0: none */
    int year_to; /* 2024/25: 2025 */
    ogpi_edge edge;
} ogpi_point;

/* Reads a point that begins at word i. A year alone counts only where it can be nothing else. */
bool ogpi_point_at(const ogpi_scanner *s, size_t i, ogpi_point *out);
/* Whether the point is no year by itself, or one that is a year: not "over 2000 schools", "training 2015 teachers". */
bool ogpi_year_holds(const ogpi_scanner *s, const ogpi_point *p);
/* A day of the month, alone. */
size_t ogpi_day_at(const ogpi_scanner *s, size_t i, int *day);
size_t ogpi_year_at(const ogpi_scanner *s, size_t i, int *year);
/* Digits with separators: 2025-12-31, 31/12/2025, 31.12.2025, 12/2025, 2025-12. */
bool ogpi_digits_point(const ogpi_scanner *s, size_t i, ogpi_point *out);
size_t ogpi_skip_links(const ogpi_scanner *s, size_t i);
/* "second Tuesday of March 2026": the index after it, or i. */
size_t ogpi_ranked_weekday_at(const ogpi_scanner *s, size_t i, ogpi_point *out);
/* Value of the list `period`: "the week of 20 April 2026", which is seven days. */
enum { OGPI_PERIOD_WEEK = 14 };
size_t ogpi_week_at(const ogpi_scanner *s, size_t i, ogpi_point *from, ogpi_point *to);
/* EDTF of one point, and its length; 0 where the day does not exist. */
size_t ogpi_point_text(char out[24], const ogpi_point *point);
int ogpi_last_day(int year, int month);
/* Whether the word at i is one such as "FY2025". */
static inline bool ogpi_ends_in_digit(const ogpi_scanner *s, size_t i)
{
    char last = ogpi_key(s, i)[s->words.items[i].length - 1];
    return last >= '0' && last <= '9';
}

#endif
