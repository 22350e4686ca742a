/* SPDX-License-Identifier: MIT */
/* JSON to a plan in one go, by the tables of its shape: plan_read.c for documents in which nothing is wrong. */
#include "io/json_scan.h"
#include "io/plan.h"
#include "model/fill.h"

/* Turns a code of the model into the scanner's yes or no. */
static bool taken(ogpi_json_scan *s, int rc)
{
    s->memory |= rc == OGP_ERROR_MEMORY;
    s->bad |= rc < 0;
    return rc == OGP_OK;
}

static bool refuse(ogpi_json_scan *s)
{
    return taken(s, OGP_ERROR_FORMAT);
}

static bool scan_string(ogpi_json_scan *s, void *slot, const ogpi_field *field)
{
    ogpi_json_raw raw;
    ogpi_string *out = slot;
    (void)field;
    if (!ogpi_json_string(s, &raw))
        return false;
    out->text = ogpi_json_text(s, &raw, &out->length);
    return out->text;
}

static bool scan_date(ogpi_json_scan *s, void *slot, const ogpi_field *field)
{
    ogpi_date *out = slot;
    if (!scan_string(s, &out->text, field))
        return false;
    return out->text.length == 0 || taken(s, ogp_edtf_parse(&out->value, out->text.text, out->text.length, NULL));
}

/* A plain text has one item: no need to look for others. */
static bool scan_plain(ogpi_json_scan *s, ogpi_text *out, const ogpi_field *field)
{
    ogpi_text_item *item = ogpi_arena_calloc(s->arena, 1, sizeof *item);
    if (!item)
        return taken(s, OGP_ERROR_MEMORY);
    *out = (ogpi_text){.count = 1, .items = item};
    return scan_string(s, &item->text, field);
}

static bool scan_text(ogpi_json_scan *s, void *slot, const ogpi_field *field)
{
    ogpi_text *out = slot;
    bool first = true;
    if (ogpi_json_peek(s) == '"')
        return scan_plain(s, out, field);
    for (ogpi_json_enter(s, '{'); ogpi_json_next(s, '{', first); first = false) {
        ogpi_json_raw key, raw;
        size_t key_length, length;
        const char *language = ogpi_json_key(s, &key) ? ogpi_json_text(s, &key, &key_length) : NULL;
        const char *text = language && ogpi_json_string(s, &raw) ? ogpi_json_text(s, &raw, &length) : NULL;
        if (!text || ogpi_text_has(out, language))
            return refuse(s);
        if (!taken(s, ogpi_set_text(out, field->name, s->arena, language, text, length, NULL)))
            return false;
    }
    return !s->bad;
}

typedef bool scan_function(ogpi_json_scan *s, void *slot, const ogpi_field *field);

static bool scan_items(ogpi_json_scan *s, const void **items, size_t *count, size_t size, scan_function *scan,
                       const ogpi_field *field)
{
    bool first = true;
    for (ogpi_json_enter(s, '['); ogpi_json_next(s, '[', first); first = false) {
        void *item = ogpi_append(s->arena, items, count, NULL, size);
        if (!item)
            return taken(s, OGP_ERROR_MEMORY);
        if (!scan(s, item, field))
            return false;
    }
    return !s->bad;
}

static bool scan_strings(ogpi_json_scan *s, void *slot, const ogpi_field *field)
{
    ogpi_strings *out = slot;
    const void *items = NULL;
    bool good = scan_items(s, &items, &out->count, sizeof(ogpi_string), scan_string, field);
    out->items = items;
    out->present = true;
    return good;
}

static bool scan_dates(ogpi_json_scan *s, void *slot, const ogpi_field *field)
{
    ogpi_dates *out = slot;
    const void *items = NULL;
    bool good = scan_items(s, &items, &out->count, sizeof(ogpi_date), scan_date, field);
    out->items = items;
    out->present = true;
    return good;
}

static bool scan_record(ogpi_json_scan *s, void *record, const ogpi_shape *shape);

static bool scan_nested(ogpi_json_scan *s, void *slot, const ogpi_field *field)
{
    return scan_record(s, slot, field->shape);
}

static bool scan_records(ogpi_json_scan *s, void *slot, const ogpi_field *field)
{
    ogpi_list *out = slot;
    out->present = true;
    return scan_items(s, &out->items, &out->count, field->shape->size, scan_nested, field) &&
           taken(s, ogpi_check_list_limit(field, out->count, s->limits, NULL));
}

static scan_function *const scanners[] = {
    [OGPI_FIELD_STRING] = scan_string,   [OGPI_FIELD_TEXT] = scan_text,   [OGPI_FIELD_DATE] = scan_date,
    [OGPI_FIELD_STRINGS] = scan_strings, [OGPI_FIELD_DATES] = scan_dates, [OGPI_FIELD_RECORD] = scan_nested,
    [OGPI_FIELD_RECORDS] = scan_records,
};

static bool is_named(const ogpi_field *field, const ogpi_json_raw *key)
{
    return field->name[0] == key->text[0] && strncmp(field->name, key->text, key->length) == 0 &&
           field->name[key->length] == '\0';
}

/* Members mostly come in the order of the shape: the search begins where the last one was found. */
static const ogpi_field *find_field(const ogpi_shape *shape, const ogpi_json_raw *key, size_t *hint)
{
    for (size_t i = 0; i < shape->field_count; i++) {
        size_t at = *hint + i < shape->field_count ? *hint + i : *hint + i - shape->field_count;
        if (!is_named(&shape->fields[at], key))
            continue;
        *hint = at + 1;
        return &shape->fields[at];
    }
    return NULL;
}

static bool scan_record(ogpi_json_scan *s, void *record, const ogpi_shape *shape)
{
    ogpi_record *self = record;
    uint64_t seen = 0;
    size_t hint = 0;
    bool first = true;
    self->present = true;
    for (ogpi_json_enter(s, '{'); ogpi_json_next(s, '{', first); first = false) {
        ogpi_json_raw key;
        if (!ogpi_json_key(s, &key) || key.escaped)
            return refuse(s);
        const ogpi_field *field = find_field(shape, &key, &hint);
        uint64_t bit = field ? UINT64_C(1) << (field - shape->fields) : 0;
        if (seen & bit)
            return refuse(s);
        seen |= bit;
        if (!(field ? scanners[field->kind](s, ogpi_slot(record, field), field)
                    : ogpi_json_member(s, &self->unknown, &key)))
            return false;
    }
    return !s->bad;
}

static int finish(ogp_plan *plan, ogpi_json_scan *s, bool good)
{
    good = good && ogpi_json_done(s);
    if (!good)
        ogpi_plan_reset(plan);
    return good ? 1 : s->memory ? OGP_ERROR_MEMORY : 0;
}

int ogpi_plan_scan_json(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length)
{
    ogpi_json_scan s = {.at = text, .end = text + length, .arena = &plan->arena, .limits = limits};
    bool good = length <= limits->input_bytes && scan_record(&s, plan, &ogpi_plan_shape);
    return finish(plan, &s, good && plan->format.text && strcmp(plan->format.text, OGPI_PLAN_FORMAT) == 0);
}

int ogpi_commitment_scan_json(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length)
{
    ogpi_json_scan s = {.at = text, .end = text + length, .arena = &plan->arena, .limits = limits};
    ogp_commitment *commitment = ogpi_arena_calloc(&plan->arena, 1, sizeof *commitment);
    if (!commitment)
        return OGP_ERROR_MEMORY;
    bool good = length <= limits->input_bytes && scan_record(&s, commitment, &ogpi_commitment_shape);
    ogpi_plan_of_one(plan, commitment);
    return finish(plan, &s, good);
}
