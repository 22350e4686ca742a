/* SPDX-License-Identifier: MIT */
#include "rulebook/load.h"
#include "base/error.h"
#include "base/file.h"
#include "rulebook/image.h"
#include "rulebook/lexicon.h"
#include "rulebook/validate.h"

/* A rulebook with what it must give back. */
typedef struct loaded {
    ogp_rulebook book; /* first */
    ogp_allocator allocator;
    ogpi_image image;
    ogp_rule *rules;
    ogpi_lexicon *lexicon;
} loaded;

static void release(loaded *own)
{
    ogp_allocator allocator = own->allocator;
    ogpi_lexicon_free(own->lexicon, &own->allocator);
    ogpi_free(&allocator, own->rules);
    ogpi_image_clear(&own->image);
    ogpi_free(&allocator, own);
}

static int fill(loaded *own, const json_t *document, ogp_error *error)
{
    int code = ogpi_image_build(&own->image, document, error);
    if (code < 0)
        return code;
    ogp_rulebook *book = &own->book;
    book->cells = (const uint32_t *)(const void *)own->image.cells.data;
    book->cell_count = (uint32_t)own->image.cells.count;
    book->strings = own->image.strings.data;
    book->string_size = (uint32_t)own->image.strings.count;
    book->root = own->image.root;
    own->rules = ogpi_image_rules(book, &book->rule_count, &own->allocator);
    if (!own->rules)
        return ogpi_error_memory(error);
    book->rules = own->rules;
    if (ogpi_rb_kind_of(ogpi_rb_path(book, "text")) == OGPI_RB_NONE) {
        book->lexicon = ogp_rulebook_builtin()->lexicon;
        return 0;
    }
    code = ogpi_lexicon_build(&own->lexicon, book, &own->allocator, error);
    book->lexicon = own->lexicon;
    return code;
}

int ogpi_rulebook_from_json(ogp_rulebook **out, const json_t *document, const ogp_allocator *allocator,
                            ogp_error *error)
{
    *out = NULL;
    loaded *own = ogpi_calloc(allocator, 1, sizeof *own);
    if (!own)
        return ogpi_error_memory(error);
    own->allocator = allocator ? *allocator : ogpi_default_allocator;
    ogpi_ref_init(&own->book.refs);
    ogpi_image_init(&own->image, &own->allocator);
    int code = fill(own, document, error);
    if (code < 0)
        release(own);
    else
        *out = &own->book;
    return code;
}

int ogpi_rulebook_parse(ogp_rulebook **out, const char *text, size_t length, const ogp_context *context,
                        ogp_error *error)
{
    json_t *document = NULL;
    ogp_error local = OGP_ERROR_INIT;
    *out = NULL;
    int code =
        ogpi_json_parse(&document, text, length, ogp_context_limits(context), ogpi_context_allocator(context), error);
    if (code < 0)
        return code;
    if (!error)
        error = &local;
    code = ogpi_rulebook_validate(document, error);
    if (code == 0)
        code = ogpi_rulebook_from_json(out, document, ogpi_context_allocator(context), error);
    if (code == OGP_ERROR_FORMAT || code == OGP_ERROR_LIMIT) {
        unsigned line = 0, column = 0;
        ogpi_json_locate(text, length, error->path, &line, &column);
        ogpi_error_place(error, line, column);
    }
    json_decref(document);
    return code;
}

int ogp_rulebook_parse(ogp_rulebook **out, const char *text, size_t length, ogp_error *error)
{
    if (!out || !text)
        return ogpi_error(error, OGP_ERROR_USAGE, "a rulebook needs a text and a place to go");
    return ogpi_rulebook_parse(out, text, length, NULL, error);
}

int ogp_rulebook_load(ogp_rulebook **out, const char *path, ogp_error *error)
{
    ogpi_buffer text;
    if (!out || !path)
        return ogpi_error(error, OGP_ERROR_USAGE, "a rulebook needs a path and a place to go");
    *out = NULL;
    ogpi_buffer_init(&text, NULL);
    int code = ogpi_file_read(&text, path, ogp_context_limits(NULL)->input_bytes, error);
    if (code == 0)
        code = ogp_rulebook_parse(out, text.data ? text.data : "", text.length, error);
    ogpi_buffer_clear(&text);
    return code;
}

ogp_rulebook *ogp_rulebook_ref(ogp_rulebook *rulebook)
{
    if (rulebook)
        ogpi_ref(&rulebook->refs);
    return rulebook;
}

void ogp_rulebook_unref(ogp_rulebook *rulebook)
{
    if (rulebook && ogpi_unref(&rulebook->refs))
        release((loaded *)rulebook);
}
