/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/memory.h"

#include <ogp/date.h>
#include <stdio.h>

/* Sub-year groupings 21 to 41 of ISO 8601-2: first month and length in months. A winter that begins in December
   runs into the next year. */
static const struct { uint8_t first, months; } groupings[] = {
    {3, 3}, {6, 3}, {9, 3}, {12, 3},         /* 21-24 seasons, hemisphere not stated */
    {3, 3}, {6, 3}, {9, 3}, {12, 3},         /* 25-28 northern */
    {9, 3}, {12, 3}, {3, 3}, {6, 3},         /* 29-32 southern */
    {1, 3}, {4, 3}, {7, 3}, {10, 3},         /* 33-36 quarters */
    {1, 4}, {5, 4}, {9, 4},                  /* 37-39 thirds */
    {1, 6}, {7, 6},                          /* 40-41 halves */
};

static const char *const month_names[] = {"January", "February", "March", "April", "May", "June", "July", "August",
                                          "September", "October", "November", "December"};

static bool leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static unsigned month_length(int32_t year, unsigned month)
{
    static const uint8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : lengths[month - 1];
}

/* Days from civil: the year starts in March, so that the leap day is its last. */
int32_t ogp_date_to_day(int32_t year, unsigned month, unsigned day)
{
    int64_t y = (int64_t)year - (month <= 2);
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * ((int64_t)month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return (int32_t)(era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468);
}

ogp_date ogp_date_from_day(int32_t day_number)
{
    int64_t z = (int64_t)day_number + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t of_era = z - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t shifted = (5 * of_year + 2) / 153;
    int64_t month = shifted + (shifted < 10 ? 3 : -9);
    return (ogp_date){.year = (int32_t)(year + era * 400 + (month <= 2)),
                      .month = (uint8_t)month,
                      .day = (uint8_t)(of_year - (153 * shifted + 2) / 5 + 1)};
}

ogp_date ogp_date_add_months(ogp_date date, int32_t months)
{
    int64_t count = (int64_t)date.year * 12 + (date.month ? date.month : 1) - 1 + months;
    int64_t year = count >= 0 ? count / 12 : -((11 - count) / 12);
    date.month = (uint8_t)(count - year * 12 + 1);
    date.year = (int32_t)year;
    if (date.day > month_length(date.year, date.month))
        date.day = (uint8_t)month_length(date.year, date.month);
    return date;
}

static bool digits(const char *text, size_t count, int32_t *value)
{
    *value = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *value = *value * 10 + (text[i] - '0');
    }
    return true;
}

static int not_a_date(ogp_error *error, const char *text, size_t length)
{
    return ogpi_error(error, OGP_ERROR_FORMAT, "\"%.*s\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY (EDTF)",
                      (int)(length < 60 ? length : 60), text);
}

static int check_date(const ogp_date *date, ogp_error *error)
{
    bool grouping = date->month >= 21 && date->month <= 41;
    if (date->month > 12 && !grouping)
        return ogpi_error(error, OGP_ERROR_FORMAT, "there is no month %u; months run from 01 to 12", date->month);
    if (grouping && date->day)
        return ogpi_error(error, OGP_ERROR_FORMAT, "a season, quarter or half (%u) has no days", date->month);
    if (date->day && date->day > month_length(date->year, date->month))
        return ogpi_error(error, OGP_ERROR_FORMAT, "there is no %u %s %d", date->day, month_names[date->month - 1],
                          (int)date->year);
    return OGP_OK;
}

static int parse_point(ogp_date *out, const char *text, size_t length, ogp_error *error)
{
    static const char qualifiers[] = "?~%";
    const char *whole = text;
    size_t whole_length = length;
    int32_t year = 0, month = 0, day = 0;
    *out = (ogp_date){0};
    const char *mark = length ? memchr(qualifiers, text[length - 1], 3) : NULL;
    if (mark) {
        out->qualifier = (uint8_t)(mark - qualifiers + 1);
        length--;
    }
    if (length != 4 && length != 7 && length != 10)
        return not_a_date(error, whole, whole_length);
    if (!digits(text, 4, &year) || (length > 4 && (text[4] != '-' || !digits(text + 5, 2, &month))) ||
        (length > 7 && (text[7] != '-' || !digits(text + 8, 2, &day))))
        return not_a_date(error, whole, whole_length);
    if (length > 4 && month == 0)
        return ogpi_error(error, OGP_ERROR_FORMAT, "there is no month 00; months run from 01 to 12");
    if (length > 7 && day == 0)
        return ogpi_error(error, OGP_ERROR_FORMAT, "there is no day 00; days run from 01");
    out->year = year;
    out->month = (uint8_t)month;
    out->day = (uint8_t)day;
    return check_date(out, error);
}

/* One end of an interval: a point, ".." (open) or nothing (unknown). 1 for a point, 0 for none. */
static int parse_end(ogp_date *out, bool *open, const char *text, size_t length, ogp_error *error)
{
    *open = length == 2 && memcmp(text, "..", 2) == 0;
    if (length == 0 || *open)
        return 0;
    int rc = parse_point(out, text, length, error);
    return rc < 0 ? rc : 1;
}

int ogp_edtf_parse(ogp_edtf *out, const char *text, size_t length, ogp_error *error)
{
    *out = (ogp_edtf){0};
    const char *slash = length ? memchr(text, '/', length) : NULL;
    if (!slash) {
        out->kind = OGP_EDTF_DATE;
        int rc = parse_point(&out->from, text, length, error);
        out->to = out->from;
        return rc;
    }
    bool open_start, open_end;
    size_t left = (size_t)(slash - text);
    if (memchr(slash + 1, '/', length - left - 1)) /* 31/12/2024 is no interval */
        return not_a_date(error, text, length);
    int from = parse_end(&out->from, &open_start, text, left, error);
    int to = from < 0 ? from : parse_end(&out->to, &open_end, slash + 1, length - left - 1, error);
    if (to < 0)
        return to;
    if (!from && !to)
        return not_a_date(error, text, length);
    if (from && to)
        out->kind = OGP_EDTF_INTERVAL;
    else if (from)
        out->kind = open_end ? OGP_EDTF_OPEN_END : OGP_EDTF_UNKNOWN_END;
    else
        out->kind = open_start ? OGP_EDTF_OPEN_START : OGP_EDTF_UNKNOWN_START;
    return OGP_OK;
}

static size_t put_number(char *out, unsigned value, unsigned width)
{
    for (unsigned i = width; i > 0; i--, value /= 10)
        out[i - 1] = (char)('0' + value % 10);
    return width;
}

static size_t put_point(char *out, const ogp_date *date)
{
    size_t n = put_number(out, (unsigned)(date->year < 0 ? -date->year : date->year), 4);
    if (date->month) {
        out[n++] = '-';
        n += put_number(out + n, date->month, 2);
    }
    if (date->day) {
        out[n++] = '-';
        n += put_number(out + n, date->day, 2);
    }
    if (date->qualifier >= 1 && date->qualifier <= 3)
        out[n++] = "?~%"[date->qualifier - 1];
    return n;
}

size_t ogp_edtf_format(const ogp_edtf *edtf, char *buffer, size_t size)
{
    size_t n = 0;
    if (size < OGP_EDTF_SIZE)
        return 0;
    bool from = edtf->kind == OGP_EDTF_DATE || edtf->kind == OGP_EDTF_INTERVAL || edtf->kind == OGP_EDTF_OPEN_END ||
                edtf->kind == OGP_EDTF_UNKNOWN_END;
    if (edtf->kind == OGP_EDTF_OPEN_START)
        n = (size_t)(stpcpy(buffer, "..") - buffer);
    if (from)
        n += put_point(buffer + n, &edtf->from);
    if (edtf->kind > OGP_EDTF_DATE)
        buffer[n++] = '/';
    if (edtf->kind == OGP_EDTF_INTERVAL || edtf->kind == OGP_EDTF_OPEN_START || edtf->kind == OGP_EDTF_UNKNOWN_START)
        n += put_point(buffer + n, &edtf->to);
    if (edtf->kind == OGP_EDTF_OPEN_END)
        n = (size_t)(stpcpy(buffer + n, "..") - buffer);
    buffer[n] = '\0';
    return n;
}

/* First day of a point, or with `end` the last. */
static int32_t point_day(const ogp_date *date, bool end)
{
    if (date->day)
        return ogp_date_to_day(date->year, date->month, date->day);
    unsigned first = 1, months = 12;
    if (date->month >= 21 && date->month <= 41) {
        first = groupings[date->month - 21].first;
        months = groupings[date->month - 21].months;
    } else if (date->month) {
        first = date->month;
        months = 1;
    }
    ogp_date start = {.year = date->year, .month = (uint8_t)first, .day = 1};
    if (end)
        start = ogp_date_add_months(start, (int32_t)months);
    return ogp_date_to_day(start.year, start.month, 1) - end;
}

int32_t ogp_edtf_first_day(const ogp_edtf *edtf)
{
    bool none =
        edtf->kind == OGP_EDTF_NONE || edtf->kind == OGP_EDTF_OPEN_START || edtf->kind == OGP_EDTF_UNKNOWN_START;
    return none ? INT32_MIN : point_day(&edtf->from, false);
}

int32_t ogp_edtf_last_day(const ogp_edtf *edtf)
{
    bool none = edtf->kind == OGP_EDTF_NONE || edtf->kind == OGP_EDTF_OPEN_END || edtf->kind == OGP_EDTF_UNKNOWN_END;
    return none ? INT32_MAX : point_day(edtf->kind == OGP_EDTF_DATE ? &edtf->from : &edtf->to, true);
}
