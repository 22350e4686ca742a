/* SPDX-License-Identifier: MIT */
/* From a language's `forms` to the tables of a lexicon. */
#include "rulebook/lexicon_forms.h"

#include "base/error.h"
#include "rulebook/lexicon_names.h"

#include <utf8proc.h>

/* The forms of a language while they are written. */
typedef struct writer {
    ogpi_lexicon_out *out;
    ogpi_builder *b;
    uint32_t rules[OGPI_FORM_MOST * OGPI_FORM_CELLS];
    uint32_t count;
    uint32_t masks[OGPI_FORM_MASKS];
    bool latin; /* most letters are one byte; of other scripts, two */
    unsigned char second, last; /* bytes of the keys that the form at hand may be that of; 0: any */
} writer;

/* The bytes of a piece of a pattern, folded unless it is to be compared as written. */
static int write_piece(writer *w, const char *piece, size_t length, bool written, uint32_t *size)
{
    ogpi_words *split = &w->b->split;
    int status = ogpi_words_split(split, piece, length, w->b->error);
    if (status < 0)
        return status;
    size_t folded = split->count ? split->items[0].length : 0;
    if (split->count > 1 || length > 30 || (length > 0 && folded == 0))
        return ogpi_error(w->b->error, OGP_ERROR_FORMAT, "no part of a word: \"%.*s\"", (int)length, piece);
    w->last = folded ? (unsigned char)split->keys[folded - 1] : 0;
    w->second = folded > 1 ? (unsigned char)split->keys[1] : 0;
    *size = (uint32_t)(written ? length : folded);
    ogpi_out_bytes(w->out, written ? piece : split->keys, *size);
    return 0;
}

/* "___ed", "!__ss", "=_é", "!ت_ي?": what is not so; as written; letters of a stem at least; any letters behind. */
static int write_rule(writer *w, const char *pattern, uint32_t form, uint32_t *rule)
{
    const char *text = pattern;
    uint32_t how = form, front = 0, back = 0;
    for (; *text == '!' || *text == '='; text++)
        how |= *text == '!' ? OGPI_FORM_NOT : OGPI_FORM_WRITTEN;
    size_t first = strcspn(text, "_"), least = strspn(text + first, "_"), end = strlen(text), behind = 0;
    for (; end > first + least && text[end - 1] == '?'; end--)
        behind++;
    bool written = (how & OGPI_FORM_WRITTEN) != 0;
    if (end == least || least > 9 || behind > 3)
        return ogpi_error(w->b->error, OGP_ERROR_FORMAT, "no form of a word: \"%s\"", pattern);
    rule[OGPI_FORM_LETTERS] = (uint32_t)w->out->bytes.length;
    int status = write_piece(w, text, first, written, &front);
    unsigned char second = w->second;
    if (status == 0 && least)
        status = write_piece(w, text + first + least, end - first - least, written, &back);
    w->last = behind ? 0 : w->last;
    w->second = second;
    rule[OGPI_FORM_HOW] = how | front << OGPI_FORM_FRONT | back << OGPI_FORM_BACK |
                          (uint32_t)behind << OGPI_FORM_BEHIND |
                          (uint32_t)least * (w->latin ? 1 : 2) << OGPI_FORM_LEAST;
    return status;
}

static int add_rule(writer *w, const char *pattern, uint32_t form)
{
    if (w->count == OGPI_FORM_MOST)
        return ogpi_error(w->b->error, OGP_ERROR_LIMIT, "more than %d forms of words", OGPI_FORM_MOST);
    uint32_t *rule = w->rules + (size_t)w->count * OGPI_FORM_CELLS;
    int status = write_rule(w, pattern, form, rule);
    if (rule[OGPI_FORM_HOW] & OGPI_FORM_WRITTEN)
        w->masks[OGPI_FORM_MASKS - 1] |= (uint32_t)1 << w->count;
    for (uint32_t k = 0; status == 0 && k < OGPI_FORM_BYTES; k++) {
        if (w->second == 0 || k == w->second % OGPI_FORM_BYTES)
            w->masks[k] |= (uint32_t)1 << w->count;
        if (w->last == 0 || k == w->last % OGPI_FORM_BYTES)
            w->masks[OGPI_FORM_BYTES + k] |= (uint32_t)1 << w->count;
    }
    w->count++;
    return status;
}

/* Letters with accents may be written as two characters each, too. */
static int add_decomposed(writer *w, const char *pattern, uint32_t form)
{
    utf8proc_int32_t points[64];
    utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)pattern, 0, points, 63,
                                                UTF8PROC_NULLTERM | UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
    if (*pattern != '=' || count < 0 || count > 63 || utf8proc_reencode(points, count, UTF8PROC_STABLE) < 0)
        return 0;
    return strcmp((const char *)points, pattern) == 0 ? 0 : add_rule(w, (const char *)points, form);
}

static int write_kind(writer *w, const char *name, ogpi_rb patterns)
{
    int form = ogpi_form_of(name), status = 0;
    for (size_t i = 0; form >= 0 && status == 0 && i < ogpi_rb_count(patterns); i++) {
        const char *pattern = ogpi_rb_string(ogpi_rb_at(patterns, i), "");
        status = add_rule(w, pattern, (uint32_t)form);
        if (status == 0)
            status = add_decomposed(w, pattern, (uint32_t)form);
    }
    return status;
}

int ogpi_lexicon_write_forms(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *b)
{
    writer w = {.out = out, .b = b, .latin = head[OGPI_LANG_SCRIPT] == OGPI_SCRIPT_LATIN};
    ogpi_rb forms = ogpi_rb_get(b->language, "forms");
    int status = 0;
    for (size_t i = 0; status == 0 && i < ogpi_rb_count(forms); i++)
        status = write_kind(&w, ogpi_rb_key(forms, i), ogpi_rb_at(forms, i));
    if (status < 0 || w.count == 0)
        return status;
    head[OGPI_LANG_FORM_COUNT] = w.count;
    head[OGPI_LANG_FORMS] = ogpi_out_cells(out, (size_t)w.count * OGPI_FORM_CELLS);
    head[OGPI_LANG_FORM_MASKS] = ogpi_out_cells(out, OGPI_FORM_MASKS);
    if (out->failed)
        return ogpi_error_memory(b->error);
    memcpy(out->cells + head[OGPI_LANG_FORMS], w.rules, (size_t)w.count * OGPI_FORM_CELLS * sizeof *w.rules);
    memcpy(out->cells + head[OGPI_LANG_FORM_MASKS], w.masks, sizeof w.masks);
    return 0;
}
