/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/json.h"
#include "rulebook/image.h"

static bool write_value(ogpi_buffer *out, ogpi_rb v, int depth);

/* jansson writes reals without regard to the locale. The fewest digits that read back the same. */
static bool write_real(ogpi_buffer *out, double number)
{
    bool same = false;
    json_t *json = json_real(number);
    for (size_t digits = 15; json && digits <= 17 && !same; digits++) {
        char *text = json_dumps(json, JSON_ENCODE_ANY | JSON_REAL_PRECISION(digits));
        json_t *back = text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;
        same = back && json_real_value(back) == number;
        if (same)
            ogpi_buffer_puts(out, text);
        json_decref(back);
        free(text);
    }
    json_decref(json);
    return same;
}

static void write_string(ogpi_buffer *out, const char *text)
{
    ogpi_buffer_json(out, text, strlen(text));
}

static bool write_rb_string(ogpi_buffer *out, ogpi_rb v)
{
    char packed[OGP_RULE_TEXT_SIZE];
    const char *plain = ogpi_rb_string(v, NULL);
    if (!plain)
        ogpi_rb_expand(v, packed, sizeof packed);
    write_string(out, plain ? plain : packed);
    return true;
}

static void new_line(ogpi_buffer *out, int depth)
{
    ogpi_buffer_putc(out, '\n');
    for (int i = 0; i < depth; i++)
        ogpi_buffer_puts(out, "  ");
}

static bool write_members(ogpi_buffer *out, ogpi_rb v, int depth)
{
    bool object = ogpi_rb_kind_of(v) == OGPI_RB_OBJECT;
    bool good = true;
    ogpi_buffer_putc(out, object ? '{' : '[');
    for (size_t i = 0; good && i < ogpi_rb_count(v); i++) {
        if (i > 0)
            ogpi_buffer_putc(out, ',');
        new_line(out, depth + 1);
        if (object) {
            write_string(out, ogpi_rb_key(v, i));
            ogpi_buffer_puts(out, ": ");
        }
        good = write_value(out, ogpi_rb_at(v, i), depth + 1);
    }
    if (ogpi_rb_count(v) > 0)
        new_line(out, depth);
    ogpi_buffer_putc(out, object ? '}' : ']');
    return good;
}

static bool write_value(ogpi_buffer *out, ogpi_rb v, int depth)
{
    switch (ogpi_rb_kind_of(v)) {
    case OGPI_RB_OBJECT:
    case OGPI_RB_ARRAY:
        return write_members(out, v, depth);
    case OGPI_RB_STRING:
        return write_rb_string(out, v);
    case OGPI_RB_INT:
        ogpi_buffer_printf(out, "%lld", (long long)ogpi_rb_long(v, 0));
        return true;
    case OGPI_RB_REAL:
        return write_real(out, ogpi_rb_real(v, 0));
    case OGPI_RB_BOOL:
        ogpi_buffer_puts(out, ogpi_rb_bool(v, false) ? "true" : "false");
        return true;
    default:
        ogpi_buffer_puts(out, "null");
        return true;
    }
}

int ogp_rulebook_to_json(char **out, size_t *length, const ogp_rulebook *rulebook, ogp_error *error)
{
    ogpi_buffer buffer;
    if (!out)
        return ogpi_error(error, OGP_ERROR_USAGE, "the JSON of a rulebook needs a place to go");
    *out = NULL;
    ogpi_buffer_init(&buffer, &ogpi_default_allocator);
    ogpi_rb root = ogpi_rb_root(rulebook);
    bool good = ogpi_rb_kind_of(root) != OGPI_RB_NONE && write_value(&buffer, root, 0);
    ogpi_buffer_putc(&buffer, '\n');
    if (good && !buffer.failed)
        *out = ogpi_buffer_take(&buffer, length);
    ogpi_buffer_clear(&buffer);
    return *out ? 0 : ogpi_error_memory(error);
}

void ogp_free(void *memory)
{
    ogpi_free(&ogpi_default_allocator, memory);
}
