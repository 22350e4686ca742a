/* SPDX-License-Identifier: MIT */
#include "report/calendar_ics.h"
#include "base/utf8.h"
#include "report/result.h"
#include "rules/calendar.h"


enum { LINE = 75 };

typedef struct pen {
    ogpi_buffer *out;
    ogpi_buffer line;
    const ogp_calendar *calendar;
    const char *language;
    char stamp[OGPI_DAY_SIZE]; /* 20220831 */
} pen;

/* A content line, folded: each line at most 75 octets, the blank that begins the next one among them. */
static void put_line(pen *p)
{
    const char *text = p->line.length ? p->line.data : "";
    size_t left = p->line.length, used = 0;
    while (left) {
        uint32_t c;
        size_t size = ogpi_utf8_decode(text, left, &c);
        if (used + size > LINE) {
            ogpi_buffer_puts(p->out, "\r\n ");
            used = 1;
        }
        ogpi_buffer_add(p->out, text, size);
        used += size;
        text += size;
        left -= size;
    }
    ogpi_buffer_puts(p->out, "\r\n");
    p->out->failed |= p->line.failed;
    p->line.length = 0;
}

static void put(pen *p, const char *line)
{
    ogpi_buffer_puts(&p->line, line);
    put_line(p);
}

/* TEXT values: backslash, comma, semicolon and newline are escaped. */
static void add_text(pen *p, const char *text)
{
    for (; *text; text++) {
        if (strchr("\\,;", *text))
            ogpi_buffer_putc(&p->line, '\\');
        if (*text == '\n')
            ogpi_buffer_puts(&p->line, "\\n");
        else if ((unsigned char)*text >= 0x20)
            ogpi_buffer_putc(&p->line, *text);
    }
}

static void basic_date(char out[OGPI_DAY_SIZE], int32_t day)
{
    char text[OGPI_DAY_SIZE];
    size_t n = 0;
    ogpi_day_text(day, text);
    for (const char *c = text; *c; c++)
        if (*c >= '0' && *c <= '9')
            out[n++] = *c;
    out[n] = '\0';
}

static void put_date(pen *p, const char *name, int32_t day)
{
    char text[OGPI_DAY_SIZE];
    basic_date(text, day);
    ogpi_buffer_printf(&p->line, "%s;VALUE=DATE:%s", name, text);
    put_line(p);
}

/* The plan names the calendar; where it has no id, the day from which it counts. */
static void put_uid(pen *p, size_t i)
{
    const ogp_calendar *c = p->calendar;
    const int32_t days[] = {c->facts.start, c->facts.submitted, c->facts.previous_end, c->facts.letter};
    char day[OGPI_DAY_SIZE] = "";
    ogpi_buffer_puts(&p->line, "UID:");
    if (*c->plan)
        add_text(p, c->plan);
    for (size_t k = 0; !*c->plan && !*day && k < sizeof days / sizeof *days; k++)
        if (days[k] != OGPI_NO_DAY)
            ogpi_buffer_puts(&p->line, ogpi_day_text(days[k], day));
    ogpi_buffer_printf(&p->line, ".%s.%s.%u@ogp", ogp_calendar_edition(c), ogp_calendar_id(c, i),
                       (unsigned)ogp_calendar_number(c, i));
    put_line(p);
}

static void put_description(pen *p, size_t i)
{
    const ogp_calendar *c = p->calendar;
    char room[OGPI_NAME_SIZE];
    const ogp_rule *rule = ogp_rulebook_rule(c->held.book, ogp_calendar_rule(c, i));
    ogpi_buffer_printf(&p->line, "DESCRIPTION;LANGUAGE=%s:", p->language);
    char message[OGP_RULE_TEXT_SIZE];
    if (ogp_rule_message(rule, p->language, message, sizeof message) > 0 && !strchr(message, '{')) {
        add_text(p, message);
        add_text(p, "\n");
    }
    add_text(p, ogp_calendar_rule(c, i));
    add_text(p, " (");
    add_text(p, ogp_calendar_source(c, i));
    add_text(p, ogpi_result_mark(room, c->held.book, ogp_calendar_status(c, i), p->language, true));
    add_text(p, ")");
    put_line(p);
}

static void put_event(pen *p, size_t i)
{
    const ogp_calendar *c = p->calendar;
    int32_t day = c->calendar.dates[i].day;
    char name[OGPI_NAME_SIZE];
    put(p, "BEGIN:VEVENT");
    put_uid(p, i);
    ogpi_buffer_printf(&p->line, "DTSTAMP:%sT000000Z", p->stamp);
    put_line(p);
    put_date(p, "DTSTART", day);
    put_date(p, "DTEND", day + 1);
    ogpi_buffer_printf(&p->line, "SUMMARY;LANGUAGE=%s:", p->language);
    if (*c->plan) {
        add_text(p, c->plan);
        add_text(p, ": ");
    }
    add_text(p, ogpi_rb_name(name, ogpi_calendar_name(c, i), p->language));
    put_line(p);
    put_description(p, i);
    ogpi_buffer_printf(&p->line, "CATEGORIES:OGP,%s", ogp_calendar_kind(c, i));
    put_line(p);
    put(p, "TRANSP:TRANSPARENT");
    put(p, "END:VEVENT");
}

static int32_t rulebook_day(const ogp_rulebook *book)
{
    const char *version = ogp_rulebook_version(book);
    ogp_edtf date;
    if (ogp_edtf_parse(&date, version, strlen(version), NULL) < 0 || ogp_edtf_first_day(&date) == INT32_MIN)
        return 0;
    return ogp_edtf_first_day(&date);
}

void ogpi_calendar_ics(ogpi_buffer *out, const ogp_calendar *calendar, const char *language)
{
    pen p = {.out = out, .calendar = calendar, .language = language};
    ogpi_buffer_init(&p.line, out->allocator);
    basic_date(p.stamp, rulebook_day(calendar->held.book));
    put(&p, "BEGIN:VCALENDAR");
    put(&p, "VERSION:2.0");
    put(&p, "PRODID:-//libogp//ogp calendar//EN");
    put(&p, "CALSCALE:GREGORIAN");
    for (size_t i = 0; i < ogp_calendar_count(calendar); i++)
        put_event(&p, i);
    put(&p, "END:VCALENDAR");
    ogpi_buffer_clear(&p.line);
}
