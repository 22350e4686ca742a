/* SPDX-License-Identifier: MIT */
/* Partial sums as JSON, to be put together elsewhere. */
#include "base/error.h"
#include "base/json.h"
#include "dataset/summary_private.h"
#include <inttypes.h>

static void put_numbers(ogpi_buffer *out, const char *name, const uint64_t *numbers, size_t count)
{
    ogpi_buffer_printf(out, ",\"%s\":[", name);
    for (size_t i = 0; i < count; i++)
        ogpi_buffer_printf(out, "%s%" PRIu64, i ? "," : "", numbers[i]);
    ogpi_buffer_putc(out, ']');
}

static void put_group(ogpi_buffer *out, const ogp_summary *s, size_t index)
{
    const ogpi_group *g = &s->groups[s->order[index]];

    ogpi_buffer_puts(out, index ? ",\n{\"keys\":[" : "\n{\"keys\":[");
    for (size_t i = 0; i < s->dimension_count; i++) {
        const char *part = ogp_summary_key(s, index, i);
        ogpi_buffer_puts(out, i ? "," : "");
        ogpi_buffer_json(out, part, strlen(part));
    }
    ogpi_buffer_printf(out, "],\"counts\":[%" PRIu64 ",%" PRIu64 ",%" PRIu32 "]", g->commitments, g->reviewed,
                       g->methods);
    put_numbers(out, "ones", g->ones, s->figure_count);
    put_numbers(out, "of", g->of, s->figure_count);
    ogpi_buffer_puts(out, ",\"bins\":[");
    for (size_t i = 0; i < s->median_count; i++) {
        ogpi_buffer_puts(out, i ? ",[" : "[");
        for (size_t k = 0; k < OGPI_SUMMARY_BINS; k++)
            ogpi_buffer_printf(out, "%s%" PRIu64, k ? "," : "", g->bins[i][k]);
        ogpi_buffer_putc(out, ']');
    }
    ogpi_buffer_puts(out, "]}");
}

int ogp_summary_write(char **out, size_t *length, const ogp_summary *s, ogp_error *error)
{
    ogpi_buffer buffer;

    if (!out || !s)
        return ogpi_error_needs(error, "a summary and a place for its text");
    ogpi_buffer_init(&buffer, NULL);
    ogpi_buffer_puts(&buffer, "{\"format\":\"ogp-summary/1\",\"by\":\"");
    for (size_t i = 0; i < s->dimension_count; i++)
        ogpi_buffer_printf(&buffer, "%s%s", i ? "," : "", ogp_summary_dimension(s, i));
    ogpi_buffer_printf(&buffer, "\",\"low\":%d,\"groups\":[", OGPI_SUMMARY_LOW);
    for (size_t i = 0; i < s->keys.count; i++)
        put_group(&buffer, s, i);
    ogpi_buffer_puts(&buffer, "\n]}\n");
    *out = ogpi_buffer_take(&buffer, length);
    return *out ? 0 : ogpi_error_memory(error);
}

static bool take_numbers(const json_t *array, uint64_t *out, size_t count)
{
    if (json_array_size(array) != count)
        return false;
    for (size_t i = 0; i < count; i++) {
        const json_t *n = json_array_get(array, i);
        if (!json_is_integer(n) || json_integer_value(n) < 0)
            return false;
        out[i] = (uint64_t)json_integer_value(n);
    }
    return true;
}

static bool take_sums(const ogp_summary *s, ogpi_group *g, const json_t *json)
{
    const json_t *bins = json_object_get(json, "bins");
    uint64_t counts[3];

    *g = (ogpi_group){0};
    if (!take_numbers(json_object_get(json, "counts"), counts, 3) ||
        !take_numbers(json_object_get(json, "ones"), g->ones, s->figure_count) ||
        !take_numbers(json_object_get(json, "of"), g->of, s->figure_count) || json_array_size(bins) != s->median_count)
        return false;
    g->commitments = counts[0];
    g->reviewed = counts[1];
    g->methods = (uint32_t)counts[2];
    for (size_t i = 0; i < s->median_count; i++)
        if (!take_numbers(json_array_get(bins, i), g->bins[i], OGPI_SUMMARY_BINS))
            return false;
    return true;
}

static bool are_keys(const ogp_summary *s, const json_t *keys)
{
    bool good = json_array_size(keys) == s->dimension_count;

    for (size_t i = 0; good && i < s->dimension_count; i++) {
        const char *part = json_string_value(json_array_get(keys, i));
        good = part && !strchr(part, OGPI_SUMMARY_SEPARATOR);
    }
    return good;
}

static int take_group(ogp_summary *s, const json_t *json, ogp_error *error)
{
    const json_t *keys = json_object_get(json, "keys");
    ogpi_buffer key;
    ogpi_group sums;

    if (!are_keys(s, keys) || !take_sums(s, &sums, json))
        return ogpi_error(error, OGP_ERROR_FORMAT, "a group of the summary is not as ogp_summary_write() makes them");
    ogpi_buffer_init(&key, s->allocator);
    for (size_t i = 0; i < s->dimension_count; i++) {
        if (i)
            ogpi_buffer_putc(&key, OGPI_SUMMARY_SEPARATOR);
        ogpi_buffer_puts(&key, json_string_value(json_array_get(keys, i)));
    }
    ogpi_group *group = key.failed ? NULL : ogpi_summary_group(s, key.data ? key.data : "", key.length);
    ogpi_buffer_clear(&key);
    if (!group)
        return ogpi_error_memory(error);
    *group = sums;
    return 0;
}

static int take_groups(ogp_summary *s, const json_t *json, ogp_error *error)
{
    const json_t *groups = json_object_get(json, "groups");
    int code = 0;

    for (size_t i = 0; i < json_array_size(groups) && code == 0; i++)
        code = take_group(s, json_array_get(groups, i), error);
    return code < 0 ? code : ogpi_summary_sort(s, error);
}

int ogp_summary_parse(ogp_summary **out, const char *text, size_t length, const ogp_context *context, ogp_error *error)
{
    json_t *json;
    int code;

    if (!out || !text)
        return ogpi_error_needs(error, "a text and a place for the summary");
    *out = NULL;
    if ((code = ogpi_json_parse(&json, text, length, ogp_context_limits(context), ogpi_context_allocator(context),
                                error)) < 0)
        return code;
    const char *format = json_string_value(json_object_get(json, "format"));
    const char *by = json_string_value(json_object_get(json, "by"));
    if (!format || strcmp(format, "ogp-summary/1") != 0 || !by ||
        json_integer_value(json_object_get(json, "low")) != OGPI_SUMMARY_LOW)
        code = ogpi_error(error, OGP_ERROR_FORMAT, "this is no summary of format \"ogp-summary/1\"");
    else if ((code = ogp_summary_new(out, by, context, error)) == 0 && (code = take_groups(*out, json, error)) < 0) {
        ogp_summary_unref(*out);
        *out = NULL;
    }
    json_decref(json);
    return code;
}
