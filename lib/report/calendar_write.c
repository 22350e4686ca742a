/* SPDX-License-Identifier: MIT */
/* A calendar as text for people and as JSON. */
#include "base/error.h"
#include "report/calendar_ics.h"
#include "report/result.h"
#include "rules/calendar.h"

static const char *spell_date(ogp_date date, char buffer[OGPI_DAY_SIZE])
{
    return ogpi_day_text(ogp_date_to_day(date.year, date.month, date.day), buffer);
}

static void write_text(ogpi_buffer *out, const ogp_calendar *c, const char *language)
{
    const char *direction = ogpi_result_direction(language);
    char date[OGPI_DAY_SIZE], name[OGPI_NAME_SIZE], room[OGPI_NAME_SIZE];
    ogpi_rb edition = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(c->held.book), "editions"), ogp_calendar_edition(c));
    ogpi_buffer_printf(out, "%s%s (%s)\n", direction, ogpi_rb_name(name, ogpi_rb_get(edition, "name"), language),
                       ogp_calendar_edition(c));
    for (size_t i = 0; i < ogp_calendar_count(c); i++) {
        ogpi_buffer_printf(out, "%s%s  %s", direction, spell_date(ogp_calendar_date(c, i), date),
                           ogpi_rb_name(name, ogpi_calendar_name(c, i), language));
        if (ogp_calendar_number(c, i))
            ogpi_buffer_printf(out, " (%u)", (unsigned)ogp_calendar_number(c, i));
        ogpi_buffer_printf(out, "  [%s%s]\n", ogp_calendar_rule(c, i),
                           ogpi_result_mark(room, c->held.book, ogp_calendar_status(c, i), language, true));
    }
    ogpi_result_lines(out, ogp_calendar_report(c), language, OGP_SEVERITY_NOTE);
}

static void write_date(ogpi_json_writer *w, const ogp_calendar *c, size_t i, const char *language)
{
    char date[OGPI_DAY_SIZE], name[OGPI_NAME_SIZE];
    ogpi_jw_object(w, false);
    ogpi_jw_member(w, "id", ogp_calendar_id(c, i));
    ogpi_jw_member(w, "date", spell_date(ogp_calendar_date(c, i), date));
    ogpi_jw_member(w, "name", ogpi_rb_name(name, ogpi_calendar_name(c, i), language));
    ogpi_jw_member(w, "kind", ogp_calendar_kind(c, i));
    ogpi_jw_member(w, "who", ogp_calendar_who(c, i));
    if (ogp_calendar_number(c, i))
        ogpi_jw_member_size(w, "number", ogp_calendar_number(c, i));
    ogpi_jw_member(w, "rule", ogp_calendar_rule(c, i));
    ogpi_jw_member(w, "source", ogp_calendar_source(c, i));
    ogpi_jw_member(w, "status", ogp_calendar_status(c, i));
    ogpi_jw_end_object(w);
}

static void write_json(ogpi_buffer *out, const ogp_calendar *c, const char *language)
{
    ogpi_json_writer w;
    ogpi_jw_init(&w, out);
    ogpi_jw_object(&w, true);
    ogpi_jw_member(&w, "format", "ogp-calendar/1");
    ogpi_jw_member(&w, "edition", ogp_calendar_edition(c));
    ogpi_result_int(&w, "years", c->calendar.years);
    ogpi_jw_name(&w, "dates");
    ogpi_jw_array(&w, true);
    for (size_t i = 0; i < ogp_calendar_count(c); i++)
        write_date(&w, c, i, language);
    ogpi_jw_end_array(&w);
    ogpi_result_findings(&w, "findings", ogp_calendar_report(c), language);
    ogpi_jw_end_object(&w);
    ogpi_buffer_putc(out, '\n');
}

int ogp_calendar_write(char **out, size_t *length, const ogp_calendar *calendar, const char *format,
                       const char *language, ogp_error *error)
{
    static const struct {
        const char *name;
        void (*write)(ogpi_buffer *out, const ogp_calendar *c, const char *language);
    } formats[] = {{"text", write_text}, {"json", write_json}, {"ics", ogpi_calendar_ics}};
    ogpi_buffer buffer;
    *out = NULL;
    if (!calendar || !format)
        return ogpi_error(error, OGP_ERROR_USAGE, "a calendar and a format are wanted");
    language = language ? language : "en";
    if (ogpi_language_index(language) < 0)
        return ogpi_error(error, OGP_ERROR_USAGE, "no language \"%s\"; en, ar, fr and es are there", language);
    ogpi_buffer_init(&buffer, NULL);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, format) == 0) {
            formats[i].write(&buffer, calendar, language);
            return ogpi_result_take(out, length, &buffer, error);
        }
    return ogpi_error(error, OGP_ERROR_USAGE, "no format \"%s\"; text, json and ics are there", format);
}
