/* SPDX-License-Identifier: MIT */
/* "ogp-join/1" and "ogp-member/1". Members that are not known are passed over. */
#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "base/json_place.h"
#include "model/history.h"
#include "rulebook/rulebook.h"

#include <ogp/date.h>

typedef struct reader {
    ogp_history *history;
    ogpi_pointer pointer;
    ogp_error *error;
} reader;

static int refuse(reader *r, const char *what, const char *found)
{
    int code = ogpi_error(r->error, OGP_ERROR_FORMAT, "expected %s, found %s", what, found);
    ogpi_error_path(r->error, r->pointer.text);
    return code;
}

static int read_string(reader *r, const json_t *object, const char *name, const char **out)
{
    const json_t *value = json_object_get(object, name);
    if (!value || json_is_null(value))
        return 0;
    size_t old = ogpi_pointer_push(&r->pointer, name);
    if (!json_is_string(value))
        return refuse(r, "a string", ogpi_json_kind(value));
    *out = ogpi_arena_strndup(&r->history->arena, json_string_value(value), json_string_length(value));
    ogpi_pointer_pop(&r->pointer, old);
    return *out ? 0 : ogpi_error_memory(r->error);
}

/* A whole day, or the first one of what is meant. */
static int read_day(reader *r, const json_t *object, const char *name, int32_t *out)
{
    const char *text = NULL;
    ogp_edtf date;
    ogp_error wrong = OGP_ERROR_INIT;
    int rc = read_string(r, object, name, &text);
    *out = OGPI_HISTORY_NO_DAY;
    if (rc < 0 || !text || !*text)
        return rc;
    size_t old = ogpi_pointer_push(&r->pointer, name);
    if (ogp_edtf_parse(&date, text, strlen(text), &wrong) < 0) {
        ogpi_error(r->error, OGP_ERROR_FORMAT, "%s", wrong.message);
        ogpi_error_path(r->error, r->pointer.text);
        return OGP_ERROR_FORMAT;
    }
    *out = ogp_edtf_first_day(&date);
    if (*out == INT32_MIN || *out == INT32_MAX)
        return refuse(r, "a date with a beginning", text);
    ogpi_pointer_pop(&r->pointer, old);
    return 0;
}

/* true, false; or a word of two; else not known. */
static int read_answer(reader *r, const json_t *object, const char *name, const char *yes, const char *no, int32_t *out)
{
    const json_t *value = json_object_get(object, name);
    const char *text = json_string_value(value);
    *out = -1;
    if (!value || json_is_null(value))
        return 0;
    if (json_is_boolean(value) || (text && (strcmp(text, yes) == 0 || strcmp(text, no) == 0))) {
        *out = json_is_true(value) || (text && strcmp(text, yes) == 0);
        return 0;
    }
    ogpi_pointer_push(&r->pointer, name);
    return refuse(r, "true or false", ogpi_json_kind(value));
}

static int read_event(reader *r, const json_t *value, size_t index)
{
    ogpi_event *event = &r->history->events[index];
    int rc = read_string(r, value, "type", &event->type);
    if (rc == 0 && !*event->type)
        return refuse(r, "an event with a \"type\"", "none");
    if (rc == 0)
        rc = read_day(r, value, "date", &event->day);
    if (rc == 0 && event->day == OGPI_HISTORY_NO_DAY)
        return refuse(r, "an event with a \"date\"", "none");
    return rc;
}

static int read_cycle(reader *r, const json_t *value, size_t index)
{
    ogpi_cycle *c = &r->history->cycles[index];
    const json_t *iap2 = json_object_get(value, "iap2");
    const struct {
        const char *name;
        int32_t *day;
    } days[] = {
        {"submitted", &c->submitted}, {"start", &c->start}, {"end", &c->end}, {"previous_end", &c->previous_end}};
    int rc = read_string(r, value, "plan", &c->plan);
    for (size_t i = 0; rc == 0 && i < sizeof days / sizeof *days; i++)
        rc = read_day(r, value, days[i].name, days[i].day);
    if (rc == 0)
        rc = read_string(r, iap2, "development", &c->development);
    if (rc == 0)
        rc = read_string(r, iap2, "implementation", &c->implementation);
    if (rc == 0)
        rc = read_answer(r, value, "repository", "met", "not-met", &c->repository);
    if (rc == 0)
        rc = read_answer(r, value, "progress", "yes", "no", &c->progress);
    if (rc == 0)
        rc = read_answer(r, value, "requirements", "met", "not-met", &c->requirements);
    c->first = json_is_true(json_object_get(value, "first"));
    return rc;
}

static int read_rating(reader *r, const json_t *value, size_t index)
{
    ogpi_rating *rating = &r->history->ratings[index];
    const json_t *year = json_object_get(value, "year");
    if (!json_is_integer(year) || json_integer_value(year) < 1990 || json_integer_value(year) > 2199)
        return refuse(r, "a rating with a \"year\" from 1990 to 2199", ogpi_json_kind(year));
    rating->year = (int32_t)json_integer_value(year);
    return read_string(r, value, "core", &rating->core);
}

static int read_list(reader *r, const json_t *document, const char *name, size_t size, void **out, size_t *count,
                     int (*read)(reader *r, const json_t *value, size_t index))
{
    const json_t *list = json_object_get(document, name);
    size_t old = ogpi_pointer_push(&r->pointer, name);
    int rc = 0;
    if (list && !json_is_array(list))
        return refuse(r, "an array", ogpi_json_kind(list));
    *count = json_array_size(list);
    *out = ogpi_arena_calloc(&r->history->arena, *count + 1, size);
    if (!*out)
        return ogpi_error_memory(r->error);
    for (size_t i = 0; rc == 0 && i < *count; i++) {
        size_t element = ogpi_pointer_push_index(&r->pointer, i);
        const json_t *value = json_array_get(list, i);
        rc = json_is_object(value) ? read(r, value, i) : refuse(r, "an object", ogpi_json_kind(value));
        if (rc == 0)
            ogpi_pointer_pop(&r->pointer, element);
    }
    if (rc == 0)
        ogpi_pointer_pop(&r->pointer, old);
    return rc;
}

static void no_null_strings(ogp_history *h)
{
    for (size_t i = 0; i < h->cycle_count; i++) {
        const char **strings[] = {&h->cycles[i].plan, &h->cycles[i].development, &h->cycles[i].implementation};
        for (size_t k = 0; k < sizeof strings / sizeof *strings; k++)
            *strings[k] = *strings[k] ? *strings[k] : "";
    }
    for (size_t i = 0; i < h->rating_count; i++)
        h->ratings[i].core = h->ratings[i].core ? h->ratings[i].core : "";
}

static int read_event_named(reader *r, const json_t *value, size_t index)
{
    r->history->events[index].type = "";
    return read_event(r, value, index);
}

static int read_document(reader *r, const json_t *document)
{
    ogp_history *h = r->history;
    const char *format = "";
    int rc = json_is_object(document) ? read_string(r, document, "format", &format)
                                      : refuse(r, "an object", ogpi_json_kind(document));
    if (rc == 0 && strcmp(format, "ogp-join/1") != 0 && strcmp(format, "ogp-member/1") != 0)
        return refuse(r, "the format \"ogp-join/1\" or \"ogp-member/1\"", *format ? format : "none");
    if (rc < 0)
        return rc;
    h->is_member = strcmp(format, "ogp-member/1") == 0;
    h->kind = "country";
    if (rc == 0)
        rc = read_string(r, document, "member", &h->member);
    if (rc == 0)
        rc = read_string(r, document, "kind", &h->kind);
    if (rc == 0)
        rc = read_day(r, document, "today", &h->today);
    if (rc == 0)
        rc =
            read_list(r, document, "events", sizeof *h->events, (void **)&h->events, &h->event_count, read_event_named);
    if (rc == 0)
        rc = read_list(r, document, "cycles", sizeof *h->cycles, (void **)&h->cycles, &h->cycle_count, read_cycle);
    if (rc == 0)
        rc = read_list(r, document, "eligibility", sizeof *h->ratings, (void **)&h->ratings, &h->rating_count,
                       read_rating);
    if (rc == 0) {
        no_null_strings(h);
        ogpi_history_sort(h);
    }
    return rc;
}

int ogp_history_parse(ogp_history **out, const ogp_context *context, const char *text, size_t length, ogp_error *error)
{
    json_t *document = NULL;
    ogp_error local = OGP_ERROR_INIT;
    reader r = {.error = error ? error : &local};
    *out = NULL;
    if (!text)
        return ogpi_error_needs(error, "a text");
    int rc =
        ogpi_json_parse(&document, text, length, ogp_context_limits(context), ogpi_context_allocator(context), r.error);
    if (rc < 0)
        return rc;
    r.history = ogpi_history_new(context);
    rc = r.history ? read_document(&r, document) : ogpi_error_memory(r.error);
    json_decref(document);
    if (rc == 0) {
        *out = r.history;
        return 0;
    }
    if (rc == OGP_ERROR_FORMAT) {
        unsigned line, column;
        ogpi_json_locate(text, length, r.error->path, &line, &column);
        ogpi_error_place(r.error, line, column);
    }
    ogp_history_unref(r.history);
    return rc;
}

int ogp_history_load(ogp_history **out, const ogp_context *context, const char *path, ogp_error *error)
{
    ogpi_buffer text;
    *out = NULL;
    if (!path)
        return ogpi_error_needs(error, "a path");
    ogpi_buffer_init(&text, ogpi_context_allocator(context));
    int rc = ogpi_file_read(&text, path, ogp_context_limits(context)->input_bytes, error);
    if (rc == 0)
        rc = ogp_history_parse(out, context, text.data ? text.data : "", text.length, error);
    ogpi_buffer_clear(&text);
    return rc;
}
