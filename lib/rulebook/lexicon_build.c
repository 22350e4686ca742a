/* SPDX-License-Identifier: MIT */
/* From the `text` section of a rulebook to a lexicon. */
#include "rulebook/lexicon_build.h"

#include "base/error.h"
#include "rulebook/lexicon_layout.h"
#include <stdlib.h>

typedef struct cells {
    const ogp_allocator *allocator;
    uint32_t *items;
    size_t count;
    size_t capacity;
    bool failed;
} cells;

static uint32_t reserve(cells *c, size_t count)
{
    size_t at = c->count;
    if (c->failed || (c->count + count > c->capacity &&
                      !ogpi_grow(c->allocator, (void **)&c->items, &c->capacity, c->count + count, sizeof(uint32_t)))) {
        c->failed = true;
        return 0;
    }
    memset(c->items + at, 0, count * sizeof(uint32_t));
    c->count += count;
    return (uint32_t)at;
}

/* ---- reading ---- */

static int class_of(const char *name)
{
    for (int i = 0; i < OGPI_CLASS_COUNT; i++)
        if (strcmp(ogpi_class_name((ogpi_class)i), name) == 0)
            return i;
    return -1;
}

/* "50", "33", or a length of time such as "P6M", "PT40H": count << 8 | unit letter (lower case for hours and minutes). */
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
        int id = class_of(ogpi_rb_key(lists, i));
        status = id < 0 ? ogpi_error(b->error, OGP_ERROR_FORMAT, "no list of words is called \"%s\"", ogpi_rb_key(lists, i))
                        : read_list(b, ogpi_rb_at(lists, i), ogpi_builder_phrase, (uint32_t)id);
    }
    return status;
}

static int fold_member(ogpi_builder *b, ogpi_rb value, uint32_t *offset, uint32_t *length)
{
    const char *text = ogpi_rb_string(value, "");
    int status = ogpi_words_split(&b->split, text, strlen(text), b->error);
    if (status < 0)
        return status;
    *length = b->split.count ? b->split.items[0].length : 0;
    *offset = (uint32_t)b->strings->length;
    if (*length > 30)
        return ogpi_error(b->error, OGP_ERROR_FORMAT, "affix too long: \"%s\"", text);
    ogpi_buffer_add(b->strings, b->split.keys, *length);
    return b->strings->failed ? ogpi_error_memory(b->error) : 0;
}

/* Bits for the names that an array holds. */
static uint32_t bits_of(ogpi_rb array, const char *const *names, unsigned count)
{
    uint32_t bits = 0;
    for (unsigned i = 0; i < count; i++)
        bits |= (uint32_t)ogpi_rb_has(array, names[i]) << i;
    return bits;
}

static int write_affixes(cells *out, ogpi_builder *b, ogpi_rb affixes, uint32_t *offset, uint32_t *count)
{
    static const char *const marks[] = { "and", "preposition", "the", "dual", "owner", "verb" };
    *count = (uint32_t)ogpi_rb_count(affixes);
    *offset = reserve(out, (size_t)*count * OGPI_AFFIX_CELLS);
    for (size_t i = 0; i < *count; i++) {
        ogpi_rb affix = ogpi_rb_at(affixes, i);
        uint32_t rule[OGPI_AFFIX_CELLS] = { 0 };
        int status = fold_member(b, ogpi_rb_get(affix, "form"), &rule[OGPI_AFFIX_STRING], &rule[OGPI_AFFIX_LENGTH]);
        if (status == 0)
            status = fold_member(b, ogpi_rb_get(affix, "add"), &rule[OGPI_AFFIX_ADD], &rule[OGPI_AFFIX_ADD_LENGTH]);
        if (status < 0)
            return status;
        uint32_t kept = 0, ignored = 0;
        if ((status = fold_member(b, ogpi_rb_get(affix, "keep"), &ignored, &kept)) < 0)
            return status;
        rule[OGPI_AFFIX_OUTSIDE] = rule[OGPI_AFFIX_LENGTH] > kept ? rule[OGPI_AFFIX_LENGTH] - kept : 0;
        rule[OGPI_AFFIX_MARKS] = bits_of(ogpi_rb_get(affix, "marks"), marks, 6);
        if (!out->failed)
            memcpy(out->items + *offset + i * OGPI_AFFIX_CELLS, rule, sizeof(rule));
    }
    return 0;
}

/* ---- writing ---- */

static size_t power_of_two(size_t least)
{
    size_t size = 16;
    while (size < least)
        size *= 2;
    return size;
}

static void write_words(cells *out, uint32_t *head, const ogpi_builder *b)
{
    size_t size = power_of_two(b->word_count + b->word_count / 2);
    head[OGPI_LANG_SLOT_MASK] = (uint32_t)size - 1;
    head[OGPI_LANG_SLOTS] = reserve(out, size);
    head[OGPI_LANG_WORDS] = reserve(out, b->word_count * 2);
    if (out->failed)
        return;
    for (size_t i = 0; i < b->word_count; i++) {
        const char *key = b->strings->data + b->words[i].string;
        uint32_t *cell = out->items + head[OGPI_LANG_WORDS] + 2 * i;
        uint32_t hash = ogpi_key_hash(key, (unsigned char)key[-1]);
        size_t slot = hash & (size - 1);
        while (out->items[head[OGPI_LANG_SLOTS] + slot])
            slot = (slot + 1) & (size - 1);
        out->items[head[OGPI_LANG_SLOTS] + slot] = ((uint32_t)i + 1) | (hash & 0xFFFF0000u);
        cell[0] = b->words[i].string | (uint32_t)b->words[i].guess << 31;
        cell[1] = b->words[i].node;
    }
}

static void write_sets(cells *out, uint32_t *head, const ogpi_builder *b)
{
    head[OGPI_LANG_SETS] = reserve(out, 1);
    for (size_t i = 0; i < b->word_count; i++) {
        bool any = false;
        for (size_t k = 0; k < b->member_count && !out->failed; k++) {
            if (b->members[k].word != i + 1)
                continue;
            uint32_t at = reserve(out, 1);
            if (out->failed)
                return;
            out->items[at] = b->members[k].symbol;
            if (!any)
                out->items[head[OGPI_LANG_WORDS] + 2 * i] |= (at - head[OGPI_LANG_SETS]) << 19;
            any = true;
        }
        if (any)
            reserve(out, 1);
    }
}

static void write_edges(cells *out, uint32_t *head, const ogpi_builder *b)
{
    size_t count = 0;
    for (size_t i = 2; i < b->node_count; i++)
        count += b->nodes[i].parent != 1;
    size_t size = power_of_two(count + count / 2);
    head[OGPI_LANG_EDGE_MASK] = (uint32_t)size - 1;
    head[OGPI_LANG_EDGES] = reserve(out, 2 * size);
    for (size_t i = 2; i < b->node_count && !out->failed; i++) {
        uint32_t key = b->nodes[i].parent << 16 | b->nodes[i].symbol, *edges = out->items + head[OGPI_LANG_EDGES];
        if (b->nodes[i].parent == 1)
            continue;
        size_t slot = OGPI_EDGE_HASH(key) & (size - 1);
        while (edges[2 * slot + 1])
            slot = (slot + 1) & (size - 1);
        edges[2 * slot] = key;
        edges[2 * slot + 1] = (uint32_t)i;
    }
}

static int compare_outputs(const void *left, const void *right)
{
    const ogpi_build_output *a = left, *b = right;
    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

/* Finds two cells among those from `first` on, or adds them; the number of the pair. */
static uint32_t pair_number(cells *out, uint32_t first, uint32_t low, uint32_t high)
{
    for (size_t at = first; at + 1 < out->count; at += 2)
        if (out->items[at] == low && out->items[at + 1] == high)
            return (uint32_t)(at - first) / 2;
    uint32_t at = reserve(out, 2);
    if (out->failed)
        return 0;
    out->items[at] = low;
    out->items[at + 1] = high;
    return (at - first) / 2;
}

/* The classes of each node and all below it, each set of them once. */
static void write_masks(cells *out, uint32_t *head, ogpi_builder *b)
{
    for (size_t i = b->node_count; i-- > 2;)
        b->nodes[b->nodes[i].parent].classes |= b->nodes[i].classes;
    head[OGPI_LANG_MASKS] = (uint32_t)out->count;
    for (size_t i = 0; i < b->node_count && !out->failed; i++) {
        uint64_t classes = b->nodes[i].classes;
        b->nodes[i].cell |= pair_number(out, head[OGPI_LANG_MASKS], (uint32_t)classes, (uint32_t)(classes >> 32)) << 17;
    }
}

static bool same_outputs(const ogpi_build_output *a, const uint32_t *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (a[i].id != pairs[2 * i] || a[i].value != pairs[2 * i + 1])
            return false;
    return true;
}

/* The number of a list of outputs in `lists`, which grows where it is not there yet. */
static uint32_t list_number(cells *out, cells *lists, uint32_t outputs, const ogpi_build_output *from, size_t count)
{
    for (size_t i = 0; i < lists->count; i++)
        if ((lists->items[i] & 0xFF) == count && same_outputs(from, out->items + outputs + (lists->items[i] >> 8), count))
            return (uint32_t)i;
    uint32_t at = reserve(out, 2 * count), list = reserve(lists, 1);
    for (size_t i = 0; i < count && !out->failed && !lists->failed; i++) {
        out->items[at + 2 * i] = from[i].id;
        out->items[at + 2 * i + 1] = from[i].value;
    }
    if (!lists->failed)
        lists->items[list] = (at - outputs) << 8 | (uint32_t)count;
    return list;
}

/* What the phrases that end at a node give, each list once. */
static void write_outputs(cells *out, uint32_t *head, ogpi_builder *b)
{
    cells lists = { .allocator = out->allocator };
    qsort(b->outputs, b->output_count, sizeof(*b->outputs), compare_outputs);
    head[OGPI_LANG_OUTPUTS] = (uint32_t)out->count;
    for (size_t i = 0, k = 0; i < b->node_count && !out->failed && !lists.failed; i++) {
        size_t first = k;
        while (k < b->output_count && b->outputs[k].node == i)
            k++;
        b->nodes[i].cell |= list_number(out, &lists, head[OGPI_LANG_OUTPUTS], b->outputs + first, k - first) << 4;
    }
    head[OGPI_LANG_LISTS] = reserve(out, lists.count);
    out->failed |= lists.failed;
    if (!out->failed)
        memcpy(out->items + head[OGPI_LANG_LISTS], lists.items, lists.count * sizeof(uint32_t));
    ogpi_free(lists.allocator, lists.items);
}

static void write_nodes(cells *out, uint32_t *head, ogpi_builder *b)
{
    write_masks(out, head, b);
    write_outputs(out, head, b);
    head[OGPI_LANG_NODES] = reserve(out, b->node_count);
    for (size_t i = 0; i < b->node_count && !out->failed; i++)
        out->items[head[OGPI_LANG_NODES] + i] = b->nodes[i].cell | b->nodes[i].shape;
}

static uint32_t options_of(ogpi_rb options)
{
    static const char *const names[] = { "comma-decimal", "point-thousands", "month-first", "head-last", "no-case", "agrees" };
    return bits_of(options, names, 6);
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

/* Whether the offsets fit the bits that words and nodes have for them. */
static bool fits(const uint32_t *head, const ogpi_builder *b)
{
    return b->strings->length <= 0x7FFFF && head[OGPI_LANG_EDGES] - head[OGPI_LANG_SETS] <= 0xFFF &&
           head[OGPI_LANG_NODES] - head[OGPI_LANG_LISTS] <= 0x1FFF &&
           (head[OGPI_LANG_OUTPUTS] - head[OGPI_LANG_MASKS]) / 2 <= 0x7FFF;
}

static int write_language(cells *out, size_t index, ogpi_builder *b, const char *code)
{
    uint32_t head[OGPI_LANG_CELLS] = { 0 };
    ogpi_rb affixes = ogpi_rb_get(b->language, "affixes");
    int status = write_affixes(out, b, ogpi_rb_get(affixes, "prefixes"), &head[OGPI_LANG_PREFIXES],
                               &head[OGPI_LANG_PREFIX_COUNT]);
    if (status == 0)
        status = write_affixes(out, b, ogpi_rb_get(affixes, "suffixes"), &head[OGPI_LANG_SUFFIXES],
                               &head[OGPI_LANG_SUFFIX_COUNT]);
    if (status < 0)
        return status;
    head[OGPI_LANG_CODE] = (uint32_t)b->strings->length;
    ogpi_buffer_add(b->strings, code, strlen(code) + 1);
    head[OGPI_LANG_SCRIPT] = script_of(ogpi_rb_get(b->language, "script"));
    head[OGPI_LANG_OPTIONS] = options_of(ogpi_rb_get(b->language, "options"));
    head[OGPI_LANG_AND] = b->and_word;
    write_words(out, head, b);
    write_sets(out, head, b);
    write_edges(out, head, b);
    write_nodes(out, head, b);
    if (out->failed || b->strings->failed)
        return ogpi_error_memory(b->error);
    if (!fits(head, b))
        return ogpi_error(b->error, OGP_ERROR_LIMIT, "the word lists are too large");
    memcpy(out->items + 1 + index * OGPI_LANG_CELLS, head, sizeof(head));
    return 0;
}

static int build_language(cells *out, ogpi_buffer *strings, size_t index, ogpi_rb text, ogp_error *error)
{
    ogpi_builder b = { .allocator = out->allocator, .error = error, .strings = strings };
    ogpi_words_init(&b.split, out->allocator);
    ogpi_rb languages = ogpi_rb_get(text, "languages");
    int status = read_language(&b, ogpi_rb_get(text, "common"), ogpi_rb_at(languages, index));
    if (status == 0)
        status = write_language(out, index, &b, ogpi_rb_key(languages, index));
    end_language(&b);
    if (status == OGP_ERROR_FORMAT)
        ogpi_error_path(error, "/text/languages");
    return status;
}

/* Everything in one allocation: the object, the cells, the strings. */
static int pack(ogpi_lexicon **out, const cells *from, const ogpi_buffer *strings, ogp_error *error)
{
    size_t cell_bytes = from->count * sizeof(uint32_t);
    char *memory = ogpi_alloc(from->allocator, sizeof(ogpi_lexicon) + cell_bytes + strings->length + OGPI_KEY_PAD);
    if (!memory)
        return ogpi_error_memory(error);
    ogpi_lexicon *lexicon = (ogpi_lexicon *)(void *)memory;
    memcpy(memory + sizeof(*lexicon), from->items, cell_bytes);
    memcpy(memory + sizeof(*lexicon) + cell_bytes, strings->data, strings->length);
    memset(memory + sizeof(*lexicon) + cell_bytes + strings->length, 0, OGPI_KEY_PAD);
    lexicon->cells = (const uint32_t *)(const void *)(memory + sizeof(*lexicon));
    lexicon->cell_count = (uint32_t)from->count;
    lexicon->strings = memory + sizeof(*lexicon) + cell_bytes;
    lexicon->string_size = (uint32_t)strings->length;
    *out = lexicon;
    return 0;
}

int ogpi_lexicon_build(ogpi_lexicon **out, const ogp_rulebook *book, const ogp_allocator *allocator, ogp_error *error)
{
    ogpi_rb text = ogpi_rb_get(ogpi_rb_root(book), "text");
    size_t count = ogpi_rb_count(ogpi_rb_get(text, "languages"));
    cells all = { .allocator = allocator };
    ogpi_buffer strings;
    *out = NULL;
    if (count == 0)
        return 0;
    ogpi_buffer_init(&strings, allocator);
    ogpi_buffer_putc(&strings, '\0');
    reserve(&all, 1 + count * OGPI_LANG_CELLS);
    int status = all.failed ? ogpi_error_memory(error) : 0;
    if (status == 0)
        all.items[0] = (uint32_t)count;
    for (size_t i = 0; status == 0 && i < count; i++)
        status = build_language(&all, &strings, i, text, error);
    if (status == 0)
        status = pack(out, &all, &strings, error);
    ogpi_free(allocator, all.items);
    ogpi_buffer_clear(&strings);
    return status;
}

void ogpi_lexicon_free(ogpi_lexicon *lexicon, const ogp_allocator *allocator)
{
    ogpi_free(allocator, lexicon);
}

void ogpi_lexicon_emit(const ogpi_lexicon *lexicon, ogpi_buffer *out)
{
    ogpi_buffer_puts(out, "static const char lexicon_strings[] = {");
    for (uint32_t i = 0; i < lexicon->string_size + OGPI_KEY_PAD; i++)
        ogpi_buffer_printf(out, "%s%d,", i % 32 ? "" : "\n    ", lexicon->strings[i]);
    ogpi_buffer_puts(out, "\n};\n\nstatic const uint32_t lexicon_cells[] = {");
    for (uint32_t i = 0; i < lexicon->cell_count; i++)
        ogpi_buffer_printf(out, "%s%u,", i % 16 ? "" : "\n    ", lexicon->cells[i]);
    ogpi_buffer_printf(out, "\n};\n\nstatic const ogpi_lexicon builtin_lexicon = { lexicon_cells, %u, lexicon_strings, %u };\n\n",
                       lexicon->cell_count, lexicon->string_size);
}
