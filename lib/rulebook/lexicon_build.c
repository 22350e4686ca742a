/* SPDX-License-Identifier: MIT */
/* From the `text` section of a rulebook to a lexicon. */
#include "rulebook/lexicon_build.h"

#include "base/error.h"
#include "rulebook/lexicon_forms.h"
#include "rulebook/lexicon_names.h"
#include "rulebook/lexicon_write.h"

/* "50", "33", or a length of time such as "P6M", "PT40H": count << 8 | unit letter (lower case for hours and
   minutes). */
static uint32_t value_of(const char *key)
{
    uint32_t number = 0;
    bool period = key[0] == 'P', time = period && key[1] == 'T';
    for (key += period + time; *key >= '0' && *key <= '9'; key++)
        number = number * 10 + (uint32_t)(*key - '0');
    return period ? number << 8 | (uint32_t)(unsigned char)*key | (time ? 32u : 0) : number;
}

static int read_patterns(ogpi_builder *b, ogpi_rb patterns, ogpi_pattern_use *use, uint32_t id, uint32_t value)
{
    int status = 0;
    if (ogpi_rb_kind_of(patterns) == OGPI_RB_STRING)
        return ogpi_pattern_expand(b, ogpi_rb_string(patterns, ""), use, id, value);
    for (size_t i = 0; status == 0 && i < ogpi_rb_count(patterns); i++) {
        const char *pattern = ogpi_rb_string(ogpi_rb_at(patterns, i), NULL);
        status = pattern ? ogpi_pattern_expand(b, pattern, use, id, value)
                         : ogpi_error(b->error, OGP_ERROR_FORMAT, "a pattern must be a string");
    }
    return status;
}

static int read_list(ogpi_builder *b, ogpi_rb list, ogpi_pattern_use *use, uint32_t id)
{
    int status = 0;
    if (ogpi_rb_kind_of(list) != OGPI_RB_OBJECT)
        return read_patterns(b, list, use, id, 0);
    for (size_t i = 0; status == 0 && i < ogpi_rb_count(list); i++)
        status = read_patterns(b, ogpi_rb_at(list, i), use, id, value_of(ogpi_rb_key(list, i)));
    return status;
}

static int read_sets(ogpi_builder *b, ogpi_rb sets)
{
    int status = 0;
    for (size_t i = 0; status == 0 && i < ogpi_rb_count(sets); i++) {
        if (b->set_count == sizeof(b->set_names) / sizeof(b->set_names[0]))
            return ogpi_error(b->error, OGP_ERROR_LIMIT, "too many sets of words");
        b->set_names[b->set_count++] = ogpi_rb_key(sets, i);
        status = read_patterns(b, ogpi_rb_at(sets, i), ogpi_builder_member,
                               OGPI_SYMBOL_SETS + (uint32_t)b->set_count - 1, 0);
    }
    return status;
}

static int read_lists(ogpi_builder *b, ogpi_rb lists)
{
    int status = 0;
    for (size_t i = 0; status == 0 && i < ogpi_rb_count(lists); i++) {
        int id = ogpi_class_of(ogpi_rb_key(lists, i));
        if (id >= 0)
            status = read_list(b, ogpi_rb_at(lists, i), ogpi_builder_phrase, (uint32_t)id);
    }
    return status;
}

static int fold_member(ogpi_lexicon_out *out, ogpi_builder *b, ogpi_rb value, uint32_t *offset, uint32_t *length)
{
    const char *text = ogpi_rb_string(value, "");
    int status = ogpi_words_split(&b->split, text, strlen(text), b->error);
    if (status < 0)
        return status;
    *length = b->split.count ? b->split.items[0].length : 0;
    if (*length > 30)
        return ogpi_error(b->error, OGP_ERROR_FORMAT, "affix too long: \"%s\"", text);
    *offset = ogpi_out_bytes(out, b->split.keys, *length);
    return out->failed ? ogpi_error_memory(b->error) : 0;
}

/* Bits for the names that an array holds. */
static uint32_t bits_of(ogpi_rb array, int (*number_of)(const char *))
{
    uint32_t bits = 0;
    for (size_t i = 0; i < ogpi_rb_count(array); i++) {
        int number = number_of(ogpi_rb_string(ogpi_rb_at(array, i), ""));
        bits |= number < 0 ? 0 : (uint32_t)1 << number;
    }
    return bits;
}

/* BY_OF says that neither of two others is there. */
static uint32_t options_of(ogpi_rb options)
{
    uint32_t bits = bits_of(options, ogpi_option_of);
    return bits & (OGPI_OPTION_HEAD_LAST | OGPI_OPTION_CONSTRUCT) ? bits : bits | OGPI_OPTION_BY_OF;
}

/* Which affixes a key may have by one of its bytes: the second byte of a prefix (any, where it has but one), the last
   of a suffix. */
static uint32_t write_masks(ogpi_lexicon_out *out, uint32_t affixes, uint32_t count, bool suffixes)
{
    uint32_t at = count ? ogpi_out_cells(out, OGPI_AFFIX_MASKS) : 0;
    for (uint32_t i = 0; i < count && !out->failed; i++) {
        const uint32_t *rule = out->cells + affixes + (size_t)i * OGPI_AFFIX_CELLS;
        uint32_t length = rule[OGPI_AFFIX_LENGTH], place = suffixes ? length - 1 : 1;
        bool any = place >= length;
        unsigned byte = any ? 0 : (unsigned char)out->bytes.data[rule[OGPI_AFFIX_STRING] + place];
        for (uint32_t k = 0; k < OGPI_AFFIX_MASKS; k++)
            if (any || k == byte % OGPI_AFFIX_MASKS)
                out->cells[at + k] |= (uint32_t)1 << i;
    }
    return at;
}

static int write_affixes(ogpi_lexicon_out *out, ogpi_builder *b, ogpi_rb affixes, uint32_t *offset, uint32_t *count)
{
    *count = (uint32_t)ogpi_rb_count(affixes);
    if (*count > OGPI_AFFIX_MOST)
        return ogpi_error(b->error, OGP_ERROR_LIMIT, "more than %d affixes of a kind", OGPI_AFFIX_MOST);
    *offset = ogpi_out_cells(out, (size_t)*count * OGPI_AFFIX_CELLS);
    for (size_t i = 0; i < *count; i++) {
        ogpi_rb affix = ogpi_rb_at(affixes, i);
        uint32_t rule[OGPI_AFFIX_CELLS] = { 0 };
        int status =
            fold_member(out, b, ogpi_rb_get(affix, "form"), &rule[OGPI_AFFIX_STRING], &rule[OGPI_AFFIX_LENGTH]);
        if (status == 0)
            status =
                fold_member(out, b, ogpi_rb_get(affix, "add"), &rule[OGPI_AFFIX_ADD], &rule[OGPI_AFFIX_ADD_LENGTH]);
        if (status == 0 && rule[OGPI_AFFIX_LENGTH] == 0)
            status = ogpi_error(b->error, OGP_ERROR_FORMAT, "an affix needs a form");
        if (status < 0)
            return status;
        uint32_t kept = 0, ignored = 0;
        if ((status = fold_member(out, b, ogpi_rb_get(affix, "keep"), &ignored, &kept)) < 0)
            return status;
        rule[OGPI_AFFIX_OUTSIDE] = rule[OGPI_AFFIX_LENGTH] > kept ? rule[OGPI_AFFIX_LENGTH] - kept : 0;
        rule[OGPI_AFFIX_MARKS] = bits_of(ogpi_rb_get(affix, "marks"), ogpi_mark_of);
        if (!out->failed)
            memcpy(out->cells + *offset + i * OGPI_AFFIX_CELLS, rule, sizeof(rule));
    }
    return 0;
}

static uint32_t script_of(ogpi_rb script)
{
    const char *name = ogpi_rb_string(script, "latin");
    if (strcmp(name, "arabic") == 0)
        return OGPI_SCRIPT_ARABIC;
    return strcmp(name, "other") == 0 ? OGPI_SCRIPT_OTHER : OGPI_SCRIPT_LATIN;
}

/* ---- one language ---- */

static int begin_language(ogpi_builder *b, ogpi_rb language)
{
    const char *drop = ogpi_rb_string(ogpi_rb_get(language, "drop_prefix"), NULL);
    b->language = language;
    b->paradigms = ogpi_rb_get(language, "paradigms");
    b->node_count = 0;
    if (!ogpi_grow(b->allocator, (void **)&b->nodes, &b->node_capacity, 2, sizeof(*b->nodes)))
        return ogpi_error_memory(b->error);
    memset(b->nodes, 0, 2 * sizeof(*b->nodes));
    b->node_count = 2;
    if (!drop)
        return 0;
    int status = ogpi_words_split(&b->split, drop, strlen(drop), b->error);
    if (status == 0 && b->split.count == 1 && b->split.items[0].length < sizeof(b->drop)) {
        b->drop_length = b->split.items[0].length;
        memcpy(b->drop, b->split.keys, b->drop_length);
    }
    return status;
}

static void end_language(ogpi_builder *b)
{
    ogpi_words_clear(&b->split);
    ogpi_free(b->allocator, b->words);
    ogpi_free(b->allocator, b->slots);
    ogpi_free(b->allocator, b->nodes);
    ogpi_free(b->allocator, b->edges);
    ogpi_free(b->allocator, b->outputs);
    ogpi_free(b->allocator, b->members);
}

static int read_language(ogpi_builder *b, ogpi_rb common, ogpi_rb language)
{
    int status = begin_language(b, language);
    if (status == 0)
        status = read_sets(b, ogpi_rb_get(language, "sets"));
    if (status == 0)
        status = read_lists(b, ogpi_rb_get(language, "lists"));
    if (status == 0)
        status = read_lists(b, ogpi_rb_get(common, "lists"));
    return status;
}

static int write_language(ogpi_lexicon_out *out, size_t index, ogpi_builder *b, const char *code)
{
    uint32_t head[OGPI_LANG_CELLS] = {[OGPI_LANG_SCRIPT] = script_of(ogpi_rb_get(b->language, "script"))};
    ogpi_rb affixes = ogpi_rb_get(b->language, "affixes");
    int status = write_affixes(out, b, ogpi_rb_get(affixes, "prefixes"), &head[OGPI_LANG_PREFIXES],
                               &head[OGPI_LANG_PREFIX_COUNT]);
    if (status == 0)
        status = write_affixes(out, b, ogpi_rb_get(affixes, "suffixes"), &head[OGPI_LANG_SUFFIXES],
                               &head[OGPI_LANG_SUFFIX_COUNT]);
    if (status == 0)
        status = ogpi_lexicon_write_forms(out, head, b);
    if (status < 0)
        return status;
    head[OGPI_LANG_PREFIX_MASKS] = write_masks(out, head[OGPI_LANG_PREFIXES], head[OGPI_LANG_PREFIX_COUNT], false);
    head[OGPI_LANG_SUFFIX_MASKS] = write_masks(out, head[OGPI_LANG_SUFFIXES], head[OGPI_LANG_SUFFIX_COUNT], true);
    head[OGPI_LANG_CODE] = ogpi_out_bytes(out, code, strlen(code) + 1);
    head[OGPI_LANG_OPTIONS] = options_of(ogpi_rb_get(b->language, "options"));
    status = ogpi_lexicon_write(out, head, b);
    if (status == 0)
        memcpy(out->cells + OGPI_LEXICON_HEADS + index * OGPI_LANG_CELLS, head, sizeof(head));
    return status;
}

static int build_language(ogpi_lexicon_out *out, size_t index, ogpi_rb text, size_t *work, ogp_error *error)
{
    ogpi_buffer strings;
    ogpi_buffer_init(&strings, out->allocator);
    ogpi_builder b = { .allocator = out->allocator, .error = error, .strings = &strings, .work = work };
    ogpi_words_init(&b.split, out->allocator);
    b.split.elided = out->elided.data;
    ogpi_rb languages = ogpi_rb_get(text, "languages");
    int status = read_language(&b, ogpi_rb_get(text, "common"), ogpi_rb_at(languages, index));
    if (status == 0)
        status = write_language(out, index, &b, ogpi_rb_key(languages, index));
    end_language(&b);
    ogpi_buffer_clear(&strings);
    if (status == OGP_ERROR_FORMAT || status == OGP_ERROR_LIMIT)
        ogpi_error_path(error, "/text/languages");
    return status;
}

/* Everything in one allocation: the object, the cells, the halves, the bytes. */
static int pack(ogpi_lexicon **out, const ogpi_lexicon_out *from, ogp_error *error)
{
    size_t cells = from->cell_count * sizeof(uint32_t), halves = from->half_count * sizeof(uint16_t);
    char *memory = ogpi_alloc(from->allocator, sizeof(ogpi_lexicon) + cells + halves + from->bytes.length);
    if (!memory)
        return ogpi_error_memory(error);
    ogpi_lexicon *lexicon = (ogpi_lexicon *)(void *)memory;
    char *at = memory + sizeof(*lexicon);
    memcpy(at, from->cells, cells);
    memcpy(at + cells, from->halves, halves);
    memcpy(at + cells + halves, from->bytes.data, from->bytes.length);
    *lexicon = (ogpi_lexicon){
        .cells = (const uint32_t *)(const void *)at,
        .cell_count = (uint32_t)from->cell_count,
        .halves = (const uint16_t *)(const void *)(at + cells),
        .half_count = (uint32_t)from->half_count,
        .bytes = (const uint8_t *)at + cells + halves,
        .byte_count = (uint32_t)from->bytes.length,
    };
    *out = lexicon;
    return 0;
}

/* What is elided in any language: words are split before it is known which one a text is in. */
static int read_elided(ogpi_lexicon_out *out, ogpi_rb languages, ogp_error *error)
{
    ogpi_words words;
    int status = 0;
    ogpi_words_init(&words, out->allocator);
    for (size_t k = 0; k < ogpi_rb_count(languages); k++) {
        ogpi_rb elided = ogpi_rb_get(ogpi_rb_at(languages, k), "elided");
        for (size_t i = 0; status == 0 && i < ogpi_rb_count(elided); i++) {
            const char *word = ogpi_rb_string(ogpi_rb_at(elided, i), "");
            status = ogpi_words_split(&words, word, strlen(word), error);
            if (status == 0 && words.count == 1) {
                ogpi_buffer_add(&out->elided, words.keys, words.items[0].length);
                ogpi_buffer_add(&out->elided, "", 1);
            }
        }
    }
    ogpi_words_clear(&words);
    ogpi_buffer_add(&out->elided, "", 1);
    ogpi_out_bytes(out, out->elided.data, out->elided.length);
    out->failed |= out->elided.failed;
    return out->failed ? ogpi_error_memory(error) : status;
}

/* The number of the language that `default` names; the first one where it names none. */
static uint32_t default_of(ogpi_rb text)
{
    ogpi_rb languages = ogpi_rb_get(text, "languages");
    const char *code = ogpi_rb_string(ogpi_rb_get(text, "default"), "");
    for (size_t i = 0; i < ogpi_rb_count(languages); i++)
        if (strcmp(ogpi_rb_key(languages, i), code) == 0)
            return (uint32_t)i;
    return 0;
}

int ogpi_lexicon_build(ogpi_lexicon **out, const ogp_rulebook *book, const ogp_allocator *allocator, ogp_error *error)
{
    ogpi_rb text = ogpi_rb_get(ogpi_rb_root(book), "text");
    size_t count = ogpi_rb_count(ogpi_rb_get(text, "languages")), work = 0;
    ogpi_lexicon_out all;
    *out = NULL;
    if (count == 0)
        return 0;
    ogpi_out_init(&all, allocator);
    ogpi_out_cells(&all, OGPI_LEXICON_HEADS + count * OGPI_LANG_CELLS);
    int status = all.failed ? ogpi_error_memory(error) : 0;
    if (status == 0) {
        all.cells[OGPI_LEXICON_COUNT] = (uint32_t)count;
        all.cells[OGPI_LEXICON_DEFAULT] = default_of(text);
        status = read_elided(&all, ogpi_rb_get(text, "languages"), error);
        if (status == 0)
            status = ogpi_lexicon_write_weights(&all, ogpi_rb_get(text, "weights"), error);
    }
    for (size_t i = 0; status == 0 && i < count; i++)
        status = build_language(&all, i, text, &work, error);
    if (status == 0)
        ogpi_out_shared(&all);
    if (status == 0)
        status = all.failed ? ogpi_error_memory(error) : pack(out, &all, error);
    ogpi_out_clear(&all);
    return status;
}

void ogpi_lexicon_free(ogpi_lexicon *lexicon, const ogp_allocator *allocator)
{
    ogpi_free(allocator, lexicon);
}
