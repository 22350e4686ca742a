/* SPDX-License-Identifier: MIT */
/* Writes the built-in rulebook as C: generate-rulebook OUT.c FILE.json...
   Also OUT.json, the merged document, when a name that ends in .json is given instead. */
#include "base/error.h"
#include "base/file.h"
#include "rulebook/lexicon.h"
#include "rulebook/load.h"
#include "rulebook/merge.h"
#include "rulebook/packer.h"
#include "rulebook/tails.h"
#include "rulebook/validate.h"
#include <stdio.h>
#include <stdlib.h>

/* Nothing in the generator reads a built-in rulebook: there is none yet. */
const ogp_rulebook *ogp_rulebook_builtin(void)
{
    static const ogp_rulebook none = {.refs = {OGPI_STATIC}};
    return &none;
}

static void report(const char *path, const ogp_error *error)
{
    fprintf(stderr, "%s:%u:%u: %s%s%s\n", path, error->line, error->column, error->message, *error->path ? " at " : "",
            error->path);
}

static bool read_file(rulebook_file *file, const char *path)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_buffer text;
    ogpi_buffer_init(&text, NULL);
    file->path = path;
    bool good = ogpi_file_read(&text, path, ogp_context_limits(NULL)->input_bytes, &error) == 0;
    if (good) {
        file->text = ogpi_buffer_take(&text, &file->length);
        good = file->text &&
               ogpi_json_parse(&file->document, file->text, file->length, ogp_context_limits(NULL), NULL, &error) == 0;
    }
    ogpi_buffer_clear(&text);
    if (!good)
        report(path, &error);
    return good;
}

static void report_invalid(const rulebook_file *files, size_t count, ogp_error *error)
{
    ogpi_pointer own;
    const rulebook_file *file = rulebook_origin(files, count, error->path, &own);
    if (file) {
        ogpi_error_path(error, own.text);
        ogpi_json_locate(file->text, file->length, own.text, &error->line, &error->column);
    }
    report(file ? file->path : "rulebook", error);
}

static json_t *read_all(rulebook_file *files, char **paths, size_t count)
{
    ogp_error error = OGP_ERROR_INIT;
    for (size_t i = 0; i < count; i++)
        if (!read_file(&files[i], paths[i]))
            return NULL;
    json_t *document = rulebook_merge(files, count);
    if (document && ogpi_rulebook_validate(document, &error) < 0) {
        report_invalid(files, count, &error);
        json_decref(document);
        document = NULL;
    }
    return document;
}

/* What the built-in rulebook is made of. */
typedef struct parts {
    const ogp_rulebook *book; /* plain, for its rules and its lexicon */
    ogpi_packer packer;
    ogpi_image image; /* with packed texts */
} parts;

static void emit_numbers(ogpi_buffer *out, const char *type, const char *name, const void *numbers, size_t size,
                         size_t count)
{
    ogpi_buffer_printf(out, "static const %s %s[%zu] = {", type, name, count + 1);
    for (size_t i = 0; i < count; i++) {
        uint32_t number = size == 4   ? ((const uint32_t *)numbers)[i]
                          : size == 2 ? ((const uint16_t *)numbers)[i]
                                      : ((const uint8_t *)numbers)[i];
        ogpi_buffer_printf(out, "%s%u,", i % 16 ? "" : "\n    ", number);
    }
    ogpi_buffer_puts(out, "\n};\n\n");
}

/* Octal escapes of full width cannot run into a digit that follows. */
static void emit_byte(ogpi_buffer *out, char c)
{
    if (c == '\0')
        ogpi_buffer_puts(out, "\\000");
    else if (c == '"' || c == '\\' || c == '?' || (unsigned char)c < 0x20 || (unsigned char)c >= 0x7F)
        ogpi_buffer_printf(out, "\\%03o", (unsigned char)c);
    else
        ogpi_buffer_putc(out, c);
}

static void emit_strings(ogpi_buffer *out, const ogpi_pool *strings)
{
    ogpi_buffer_printf(out, "const char ogpi_builtin_strings[%zu] =", strings->count + 1);
    for (size_t i = 0; i < strings->count; i++) {
        if (i % 64 == 0)
            ogpi_buffer_puts(out, i ? "\"\n    \"" : "\n    \"");
        emit_byte(out, strings->data[i]);
    }
    ogpi_buffer_puts(out, "\";\n\n");
}

static void emit_rules(ogpi_buffer *out, const ogp_rule *rules, uint32_t count)
{
    ogpi_buffer_printf(out, "static const ogp_rule rules[%u] = {\n", count + 1);
    for (uint32_t i = 0; i < count; i++)
        ogpi_buffer_printf(out, "    {&ogpi_builtin_book, %u, %u, %u, %u},\n", rules[i].value, rules[i].id,
                           rules[i].severity, rules[i].varies);
    ogpi_buffer_puts(out, "    {&ogpi_builtin_book, 0, 0, 0, 0},\n};\n\n");
}

static void emit_lexicon(ogpi_buffer *out, const ogpi_lexicon *lexicon)
{
    emit_numbers(out, "uint32_t", "lexicon_cells", lexicon->cells, sizeof(uint32_t), lexicon->cell_count);
    emit_numbers(out, "uint16_t", "lexicon_halves", lexicon->halves, sizeof(uint16_t), lexicon->half_count);
    emit_numbers(out, "uint8_t", "lexicon_bytes", lexicon->bytes, 1, lexicon->byte_count);
    ogpi_buffer_printf(out, "static const ogpi_lexicon builtin_lexicon = {\n"
                            "    lexicon_cells, %u, lexicon_halves, %u, lexicon_bytes, %u,\n};\n\n",
                       lexicon->cell_count, lexicon->half_count, lexicon->byte_count);
}

static void emit_pack(ogpi_buffer *out, const ogpi_packer *packer)
{
    emit_numbers(out, "uint8_t", "symbols", packer->symbols.data, 1, packer->symbols.length);
    emit_numbers(out, "uint8_t", "texts", packer->packed.data, 1, packer->packed.length);
    ogpi_buffer_printf(out, "static const ogpi_pack pack = {\n    symbols, texts, %u, {", packer->end);
    for (size_t i = 0; i < sizeof packer->shortest; i++)
        ogpi_buffer_printf(out, "%u,", packer->shortest[i]);
    ogpi_buffer_puts(out, "}, {");
    for (size_t i = 0; i <= OGPI_PACK_LONGEST; i++)
        ogpi_buffer_printf(out, "%u,", packer->limits[i]);
    ogpi_buffer_puts(out, "}, {");
    for (size_t i = 0; i <= OGPI_PACK_LONGEST; i++)
        ogpi_buffer_printf(out, "%uu,", packer->ranks[i]);
    ogpi_buffer_puts(out, "},\n};\n\n");
}

static void emit_book(ogpi_buffer *out, const parts *p, const ogp_rulebook *book)
{
    ogpi_buffer_printf(out,
                       "const ogp_rulebook ogpi_builtin_book = {\n"
                       "    .refs = {OGPI_STATIC}, .narrow = cells, .cell_count = %u, .strings = ogpi_builtin_strings, "
                       ".string_size = %u,\n"
                       "    .root = %u, .rules = rules, .rule_count = %u, .lexicon = %s,\n"
                       "    .pack = &pack,\n};\n\n",
                       book->cell_count, book->string_size, book->root, book->rule_count,
                       p->book->lexicon ? "&builtin_lexicon" : "NULL");
    ogpi_buffer_puts(out, "const ogp_rulebook *ogp_rulebook_builtin(void)\n{\n    return &ogpi_builtin_book;\n}\n");
}

/* Three bytes a cell, the lowest first. */
static bool emit_cells(ogpi_buffer *out, const ogp_rulebook *book)
{
    ogpi_buffer bytes;
    ogpi_buffer_init(&bytes, NULL);
    bool fit = true;
    for (uint32_t i = 0; i < book->cell_count; i++) {
        fit &= book->cells[i] >> 24 == 0;
        for (unsigned shift = 0; shift < 24; shift += 8)
            ogpi_buffer_putc(&bytes, (char)(book->cells[i] >> shift));
    }
    fit &= !bytes.failed;
    if (fit)
        emit_numbers(out, "uint8_t", "cells", bytes.data, 1, bytes.length);
    ogpi_buffer_clear(&bytes);
    return fit;
}

static ogp_rulebook view(const ogpi_image *image)
{
    return (ogp_rulebook){.refs = {OGPI_STATIC},
                          .cells = (const uint32_t *)(const void *)image->cells.data,
                          .cell_count = (uint32_t)image->cells.count,
                          .strings = image->strings.data,
                          .string_size = (uint32_t)image->strings.count,
                          .root = image->root};
}

static int emit_c(ogpi_buffer *out, const parts *p, ogp_error *error)
{
    ogp_rulebook book = view(&p->image);
    ogp_rule *rules = ogpi_image_rules(&book, &book.rule_count, NULL);
    if (!rules)
        return ogpi_error_memory(error);
    ogpi_buffer_puts(out, "/* Generated from rulebook/ by lib/rulebook/generate.c; not to be edited. */\n"
                          "#include \"rulebook/lexicon.h\"\n#include \"rulebook/pack.h\"\n\n"
                          "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n");
    if (!emit_cells(out, &book)) {
        ogpi_free(NULL, rules);
        return ogpi_error(error, OGP_ERROR_LIMIT, "the rulebook does not fit narrow cells");
    }
    emit_strings(out, &p->image.strings);
    emit_pack(out, &p->packer);
    emit_rules(out, rules, book.rule_count);
    if (p->book->lexicon)
        emit_lexicon(out, p->book->lexicon);
    emit_book(out, p, &book);
    ogpi_free(NULL, rules);
    return 0;
}

/* The first image is thrown away: it only shows the packer its texts, and which strings there are. */
static int pack(parts *p, const json_t *document, ogp_error *error)
{
    for (int pass = 0; pass < 2; pass++) {
        ogpi_image first = p->image;
        ogpi_image_init(&p->image, NULL);
        bool done = ogpi_tails_add(&p->image.strings, &first.strings);
        ogpi_image_clear(&first);
        if (!done)
            return ogpi_error_memory(error);
        p->image.pack = ogpi_packer_add;
        p->image.pack_user = &p->packer;
        int code = ogpi_image_build(&p->image, document, error);
        if (code < 0)
            return code;
        if (pass == 0 && !ogpi_packer_train(&p->packer))
            return ogpi_error_memory(error);
    }
    return 0;
}

static int emit(ogpi_buffer *out, const ogp_rulebook *book, const json_t *document, ogp_error *error)
{
    parts p = {.book = book};
    ogpi_packer_init(&p.packer);
    ogpi_image_init(&p.image, NULL);
    /* The word lists are there once, as the lexicon. */
    json_t *rest = json_copy((json_t *)document);
    int code = rest ? 0 : ogpi_error_memory(error);
    if (code == 0) {
        json_object_del(rest, "text");
        code = pack(&p, rest, error);
    }
    json_decref(rest);
    if (code == 0)
        code = emit_c(out, &p, error);
    ogpi_image_clear(&p.image);
    ogpi_packer_clear(&p.packer);
    return code;
}

static int emit_json(ogpi_buffer *out, const ogp_rulebook *book, ogp_error *error)
{
    char *text = NULL;
    size_t length = 0;
    int code = ogp_rulebook_to_json(&text, &length, book, error);
    if (code == 0)
        ogpi_buffer_add(out, text, length);
    ogp_free(text);
    return code;
}

static int write_out(const char *path, const json_t *document, ogp_error *error)
{
    ogp_rulebook *book = NULL;
    ogpi_buffer out;
    ogpi_buffer_init(&out, NULL);
    size_t length = strlen(path);
    int code = ogpi_rulebook_from_json(&book, document, NULL, error);
    if (code == 0 && length > 5 && strcmp(path + length - 5, ".json") == 0)
        code = emit_json(&out, book, error);
    else if (code == 0)
        code = emit(&out, book, document, error);
    if (code == 0)
        code = out.failed ? ogpi_error_memory(error) : ogpi_file_save(path, out.data, out.length, error);
    ogpi_buffer_clear(&out);
    ogp_rulebook_unref(book);
    return code;
}

int main(int argc, char **argv)
{
    ogp_error error = OGP_ERROR_INIT;
    if (argc < 3) {
        fputs("usage: generate-rulebook OUT.c|OUT.json FILE.json...\n", stderr);
        return 2;
    }
    size_t count = (size_t)argc - 2;
    rulebook_file *files = calloc(count, sizeof *files);
    json_t *document = files ? read_all(files, argv + 2, count) : NULL;
    int code = document ? write_out(argv[1], document, &error) : OGP_ERROR_FORMAT;
    if (document && code < 0)
        report(argv[1], &error);
    json_decref(document);
    for (size_t i = 0; files && i < count; i++) {
        json_decref(files[i].document);
        free(files[i].text);
    }
    free(files);
    return code < 0;
}
