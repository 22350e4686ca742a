/* SPDX-License-Identifier: MIT */
/* Making summaries, merging them, reading them out. Rows come in through summary_add.c. */
#include "dataset/summary_private.h"
#include "base/error.h"

const char *const ogpi_dimension_names[OGPI_BY_KINDS] = {"country", "edition", "lead", "member", "method",
                                                         "plan", "policy_area", "region", "year"};

static int take_dimension(ogp_summary *s, const char *word, size_t length, ogp_error *error)
{
    size_t i = 0;

    while (i < OGPI_BY_KINDS &&
           (strncmp(ogpi_dimension_names[i], word, length) != 0 || ogpi_dimension_names[i][length] != '\0'))
        i++;
    for (size_t k = 0; k < s->dimension_count; k++)
        if (s->dimensions[k] == (ogpi_dimension)i)
            return ogpi_error(error, OGP_ERROR_USAGE, "\"%.*s\" is given twice", (int)length, word);
    if (i == OGPI_BY_KINDS || length == 0)
        return ogpi_error(
            error, OGP_ERROR_USAGE,
            "cannot group by \"%.*s\"; it can be country, edition, lead, member, method, plan, policy_area, "
            "region, year",
            (int)length, word);
    if (s->dimension_count == OGPI_SUMMARY_DIMENSIONS)
        return ogpi_error(error, OGP_ERROR_USAGE, "at most %d things to group by", OGPI_SUMMARY_DIMENSIONS);
    s->dimensions[s->dimension_count++] = (ogpi_dimension)i;
    return 0;
}

static int take_dimensions(ogp_summary *s, const char *by, ogp_error *error)
{
    int code = 0;

    while (code == 0 && *by) {
        size_t length = strcspn(by, ",");
        code = take_dimension(s, by, length, error);
        by += length + (by[length] == ',');
    }
    return code;
}

static void take_figures(ogp_summary *s)
{
    ogpi_rb rules = ogpi_rb_path(s->irm->book, "irm/summary"), list = ogpi_rb_get(rules, "figures");

    for (size_t i = 0; i < ogpi_rb_count(list) && s->figure_count < OGPI_SUMMARY_FIGURES; i++) {
        ogpi_rb f = ogpi_rb_at(list, i);
        int slot = ogpi_irm_slot(s->irm, ogpi_rb_string(ogpi_rb_get(f, "of"), ""));
        int assessed = ogpi_irm_slot(s->irm, ogpi_rb_string(ogpi_rb_get(f, "assessed"), ""));
        if (slot >= 0)
            s->figures[s->figure_count++] =
                (ogpi_summary_figure){ogpi_rb_string(ogpi_rb_get(f, "id"), ""), slot, assessed};
    }
    list = ogpi_rb_get(rules, "medians");
    for (size_t i = 0; i < ogpi_rb_count(list) && s->median_count < OGPI_SUMMARY_MEDIANS; i++) {
        ogpi_rb m = ogpi_rb_at(list, i), from = ogpi_rb_get(m, "from");
        int slot = ogpi_irm_slot(s->irm, ogpi_rb_string(ogpi_rb_get(m, "of"), ""));
        if (slot < 0)
            continue;
        const ogpi_irm_scale *scale = ogpi_irm_slot_scale(s->irm, (size_t)slot);
        int level = scale ? ogpi_irm_level_by_id(scale, ogpi_rb_string(from, "")) : -1;
        s->medians[s->median_count++] =
            (ogpi_summary_median){ogpi_rb_string(ogpi_rb_get(m, "id"), ""), slot,
                                  level >= 0 ? scale->levels[level].code : ogpi_rb_int(from, OGPI_SUMMARY_LOW)};
    }
    s->relevance = ogpi_irm_slot(s->irm, "d.relevance");
}

int ogp_summary_new(ogp_summary **out, const char *by, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogp_summary *s;
    int code;

    if (!out || !by)
        return ogpi_error_needs(error, "what to group by and a place for the summary");
    *out = NULL;
    if (!(s = ogpi_calloc(allocator, 1, sizeof *s)))
        return ogpi_error_memory(error);
    s->allocator = allocator;
    s->context = ogp_context_ref((ogp_context *)context);
    ogpi_ref_init(&s->refs);
    ogpi_intern_init(&s->keys, allocator);
    ogpi_arena_init(&s->arena, allocator);
    if ((code = take_dimensions(s, by, error)) < 0 || (code = ogpi_irm_open(&s->irm, context, error)) < 0) {
        ogp_summary_unref(s);
        return code;
    }
    take_figures(s);
    *out = s;
    return 0;
}

ogp_summary *ogp_summary_ref(ogp_summary *summary)
{
    if (summary)
        ogpi_ref(&summary->refs);
    return summary;
}

void ogp_summary_unref(ogp_summary *s)
{
    if (!s || !ogpi_unref(&s->refs))
        return;
    ogp_context *context = s->context;
    ogpi_irm_close(s->irm);
    ogpi_intern_clear(&s->keys);
    ogpi_arena_clear(&s->arena);
    ogpi_free(s->allocator, s->groups);
    ogpi_free(s->allocator, s->order);
    ogpi_free(s->allocator, s->parts);
    ogpi_free(s->allocator, s->area_slots);
    ogpi_free(s->allocator, s);
    ogp_context_unref(context);
}

ogpi_group *ogpi_summary_group(ogp_summary *s, const char *key, size_t length)
{
    size_t before = s->keys.count;

    if (!ogpi_grow(s->allocator, (void **)&s->groups, &s->group_capacity, before + 1, sizeof *s->groups))
        return NULL;
    uint32_t id = ogpi_intern_add(&s->keys, key, length);
    if (id == OGPI_INTERN_NONE)
        return NULL;
    if (id == before)
        s->groups[id] = (ogpi_group){0};
    return &s->groups[id];
}

static void add_group(ogpi_group *into, const ogpi_group *from)
{
    into->commitments += from->commitments;
    into->reviewed += from->reviewed;
    into->methods |= from->methods;
    for (size_t i = 0; i < OGPI_SUMMARY_FIGURES; i++) {
        into->ones[i] += from->ones[i];
        into->of[i] += from->of[i];
    }
    for (size_t i = 0; i < OGPI_SUMMARY_MEDIANS; i++)
        for (size_t k = 0; k < OGPI_SUMMARY_BINS; k++)
            into->bins[i][k] += from->bins[i][k];
}

int ogp_summary_merge(ogp_summary *s, const ogp_summary *other, ogp_error *error)
{
    if (!s || !other || s->dimension_count != other->dimension_count ||
        memcmp(s->dimensions, other->dimensions, s->dimension_count * sizeof *s->dimensions) != 0 ||
        s->figure_count != other->figure_count || s->median_count != other->median_count)
        return ogpi_error(error, OGP_ERROR_USAGE, "only summaries by the same things can be put together");
    for (size_t i = 0; i < other->keys.count; i++) {
        ogpi_group *group = ogpi_summary_group(s, other->keys.items[i].text, other->keys.items[i].length);
        if (!group)
            return ogpi_error_memory(error);
        add_group(group, &other->groups[i]);
    }
    return ogpi_summary_sort(s, error);
}

static uint32_t group_at(const ogp_summary *s, size_t group)
{
    return s->order[group];
}

size_t ogp_summary_dimension_count(const ogp_summary *s)
{
    return s ? s->dimension_count : 0;
}

const char *ogp_summary_dimension(const ogp_summary *s, size_t dimension)
{
    return s && dimension < s->dimension_count ? ogpi_dimension_names[s->dimensions[dimension]] : "";
}

size_t ogp_summary_group_count(const ogp_summary *s)
{
    return s ? s->keys.count : 0;
}

const char *ogp_summary_key(const ogp_summary *s, size_t group, size_t dimension)
{
    if (!s || group >= s->keys.count || dimension >= s->dimension_count)
        return "";
    return s->parts[group_at(s, group) * OGPI_SUMMARY_DIMENSIONS + dimension];
}

uint64_t ogp_summary_commitments(const ogp_summary *s, size_t group)
{
    return s && group < s->keys.count ? s->groups[group_at(s, group)].commitments : 0;
}

uint64_t ogp_summary_reviewed(const ogp_summary *s, size_t group)
{
    return s && group < s->keys.count ? s->groups[group_at(s, group)].reviewed : 0;
}

size_t ogp_summary_figure_count(const ogp_summary *s)
{
    return s ? s->figure_count : 0;
}

const char *ogp_summary_figure(const ogp_summary *s, size_t figure)
{
    return s && figure < s->figure_count ? s->figures[figure].id : "";
}

uint64_t ogp_summary_ones(const ogp_summary *s, size_t group, size_t figure)
{
    return s && group < s->keys.count && figure < s->figure_count ? s->groups[group_at(s, group)].ones[figure] : 0;
}

uint64_t ogp_summary_of(const ogp_summary *s, size_t group, size_t figure)
{
    return s && group < s->keys.count && figure < s->figure_count ? s->groups[group_at(s, group)].of[figure] : 0;
}

size_t ogp_summary_median_count(const ogp_summary *s)
{
    return s ? s->median_count : 0;
}

const char *ogp_summary_median_name(const ogp_summary *s, size_t median)
{
    return s && median < s->median_count ? s->medians[median].id : "";
}

/* The value at a position among all values in order. */
static int value_at(const uint64_t *bins, uint64_t position)
{
    for (int i = 0; i < OGPI_SUMMARY_BINS; i++) {
        if (position < bins[i])
            return i + OGPI_SUMMARY_LOW;
        position -= bins[i];
    }
    return 0;
}

int32_t ogp_summary_median_twice(const ogp_summary *s, size_t group, size_t median)
{
    uint64_t total = 0;

    if (!s || group >= s->keys.count || median >= s->median_count)
        return INT32_MIN;
    const uint64_t *bins = s->groups[group_at(s, group)].bins[median];
    for (size_t i = 0; i < OGPI_SUMMARY_BINS; i++)
        total += bins[i];
    return total ? value_at(bins, (total - 1) / 2) + value_at(bins, total / 2) : INT32_MIN;
}

ptrdiff_t ogp_summary_previous(const ogp_summary *s, size_t group)
{
    if (!s || group == 0 || group >= s->keys.count || s->dimension_count == 0)
        return -1;
    for (size_t i = 0; i + 1 < s->dimension_count; i++)
        if (strcmp(ogp_summary_key(s, group, i), ogp_summary_key(s, group - 1, i)) != 0)
            return -1;
    return (ptrdiff_t)group - 1;
}

/* True when the methods of two groups lie on both sides of a break in that figure. */
static bool broken(const ogp_summary *s, uint32_t all, const char *figure)
{
    ogpi_rb methods = ogpi_rb_path(s->irm->book, "irm/methods"), breaks = ogpi_rb_path(s->irm->book, "irm/breaks");

    for (size_t i = 0; i < ogpi_rb_count(breaks); i++) {
        ogpi_rb b = ogpi_rb_at(breaks, i);
        uint32_t before = 0, after = 0;
        bool past = false;
        if (!ogpi_rb_has(ogpi_rb_get(b, "figures"), figure))
            continue;
        for (size_t k = 0; k < ogpi_rb_count(methods) && k < 32; k++) {
            const char *id = ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(methods, k), "id"), "");
            past = past || strcmp(id, ogpi_rb_string(ogpi_rb_get(b, "to"), "")) == 0;
            *(past ? &after : &before) |= 1u << k;
        }
        if ((all & before) && (all & after))
            return true;
    }
    return false;
}

int ogp_summary_comparable(const ogp_summary *s, size_t group, size_t other, size_t figure)
{
    if (!s || group >= s->keys.count || other >= s->keys.count || figure >= s->figure_count)
        return 0;
    return !broken(s, s->groups[group_at(s, group)].methods | s->groups[group_at(s, other)].methods,
                   s->figures[figure].id);
}
