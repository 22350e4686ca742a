/* SPDX-License-Identifier: MIT */
/* Writes what the rules make of the built-in rulebook as C, so that no check has to make it again: generate-tables
 * OUT.c */
#include "base/file.h"
#include "rules/irm_op.h"
#include "rules/smart_table.h"
#include <inttypes.h>
#include <stdio.h>

typedef struct writer {
    ogpi_buffer out;
    const ogp_rulebook *book;
    const ogpi_irm *irm;
} writer;

/* A string of the rulebook's. */
static void put_string(writer *w, const char *text)
{
    ogpi_buffer_printf(&w->out, "ogpi_builtin_strings + %zu", (size_t)(text - w->book->strings));
}

static void put_scale(writer *w, const ogpi_irm_scale *scale)
{
    if (scale)
        ogpi_buffer_printf(&w->out, "&scales[%zu]", (size_t)(scale - w->irm->scales));
    else
        ogpi_buffer_printf(&w->out, "NULL");
}

static void put_numbers(writer *w, const char *name, const uint16_t *numbers, size_t count)
{
    ogpi_buffer_printf(&w->out, "static const uint16_t %s[%zu] = {", name, count + 1);
    for (size_t i = 0; i < count; i++)
        ogpi_buffer_printf(&w->out, "%s%u,", i % 16 ? "" : "\n    ", numbers[i]);
    ogpi_buffer_printf(&w->out, "\n};\n\n");
}

static void put_scales(writer *w)
{
    const ogpi_irm *irm = w->irm;
    size_t first = 0;
    ogpi_buffer_printf(&w->out, "static const ogpi_irm_level levels[] = {\n");
    for (size_t i = 0; i < irm->scale_count; i++)
        for (size_t k = 0; k < irm->scales[i].count; k++) {
            ogpi_buffer_printf(&w->out, "    {");
            put_string(w, irm->scales[i].levels[k].id);
            ogpi_buffer_printf(&w->out, ", %d},\n", irm->scales[i].levels[k].code);
        }
    ogpi_buffer_printf(&w->out, "};\n\nstatic const ogpi_irm_scale scales[] = {\n");
    for (size_t i = 0; i < irm->scale_count; first += irm->scales[i++].count) {
        ogpi_buffer_printf(&w->out, "    {");
        put_string(w, irm->scales[i].id);
        ogpi_buffer_printf(&w->out, ", levels + %zu, %zu, {&ogpi_builtin_book, %u}},\n", first, irm->scales[i].count,
            irm->scales[i].rb.value);
    }
    ogpi_buffer_printf(&w->out, "};\n\n");
}

static void put_columns(writer *w)
{
    ogpi_buffer_printf(&w->out, "static const ogpi_irm_column columns[] = {\n");
    for (size_t i = 0; i < w->irm->column_count; i++) {
        const ogpi_irm_column *column = &w->irm->columns[i];
        ogpi_buffer_printf(&w->out, "    {");
        put_string(w, column->id);
        ogpi_buffer_printf(&w->out, ", ");
        put_scale(w, column->scale);
        ogpi_buffer_printf(&w->out, ", (ogpi_irm_type)%d, %u},\n", (int)column->type, column->value);
    }
    ogpi_buffer_printf(&w->out, "};\n\n");
}

static void put_value(writer *w, const ogpi_irm_value *value)
{
    ogpi_buffer_printf(&w->out, "{%u, %d, %u, %u}", value->kind, value->number, value->a, value->b);
}

/* How long the lists of a program are: what its formulas and tests reach. */
static size_t reach(size_t most, size_t first, size_t count)
{
    return first + count > most ? first + count : most;
}

static void count_value(const ogpi_irm_value *value, size_t *slots)
{
    if (value->kind == OGPI_IRM_COUNT)
        *slots = reach(*slots, value->a, value->b);
}

static void put_formulas(writer *w)
{
    ogpi_buffer_printf(&w->out, "static const ogpi_irm_formula formulas[] = {\n");
    for (size_t i = 0; i < w->irm->formula_count; i++) {
        const ogpi_irm_formula *f = &w->irm->formulas[i];
        ogpi_buffer_printf(&w->out, "    {");
        put_string(w, f->id);
        ogpi_buffer_printf(&w->out, ", ");
        put_scale(w, f->scale);
        ogpi_buffer_printf(&w->out,
                           ", {&ogpi_builtin_book, %u}, %d, (ogpi_irm_compare)%d, {%u, %u}, %u, %u, {%u, %u}, %d, ",
                           f->rb.value, f->column, (int)f->compare, f->where.first, f->where.count, f->first_case,
                           f->case_count, f->tests.first, f->tests.count, f->has_tests);
        put_value(w, &f->otherwise);
        ogpi_buffer_printf(&w->out, "},\n");
    }
    ogpi_buffer_printf(&w->out, "};\n\n");
}

static void put_programs(writer *w)
{
    const ogpi_irm *irm = w->irm;
    size_t cases = 0, tests = 0, terms = 0, slots = 0;
    for (size_t i = 0; i < irm->formula_count; i++) {
        const ogpi_irm_formula *f = &irm->formulas[i];
        cases = reach(cases, f->first_case, f->case_count);
        tests = reach(reach(tests, f->where.first, f->where.count), f->tests.first, f->tests.count);
        count_value(&f->otherwise, &slots);
    }
    ogpi_buffer_printf(&w->out, "static const ogpi_irm_case cases[%zu] = {\n", cases + 1);
    for (size_t i = 0; i < cases; i++) {
        ogpi_buffer_printf(&w->out, "    {{%u, %u}, ", irm->cases[i].when.first, irm->cases[i].when.count);
        put_value(w, &irm->cases[i].value);
        ogpi_buffer_printf(&w->out, "},\n");
        tests = reach(tests, irm->cases[i].when.first, irm->cases[i].when.count);
        count_value(&irm->cases[i].value, &slots);
    }
    ogpi_buffer_printf(&w->out, "};\n\nstatic const ogpi_irm_test tests[%zu] = {\n", tests + 1);
    for (size_t i = 0; i < tests; i++) {
        ogpi_buffer_printf(&w->out, "    {%u, %u},\n", irm->tests[i].first, irm->tests[i].count);
        terms = reach(terms, irm->tests[i].first, irm->tests[i].count);
    }
    ogpi_buffer_printf(&w->out, "};\n\nstatic const ogpi_irm_term terms[%zu] = {\n", terms + 1);
    for (size_t i = 0; i < terms; i++)
        ogpi_buffer_printf(&w->out, "    {%u, %u, %d},\n", irm->terms[i].slot, irm->terms[i].op, irm->terms[i].value);
    ogpi_buffer_printf(&w->out, "};\n\n");
    put_numbers(w, "slots", irm->slots, slots);
}

static void put_irm(writer *w)
{
    const ogpi_irm *irm = w->irm;
    put_scales(w);
    put_columns(w);
    put_formulas(w);
    put_programs(w);
    put_numbers(w, "output", irm->output, irm->output_count);
    put_numbers(w, "by_name", irm->by_name, irm->slot_count);
    ogpi_buffer_printf(&w->out,
        "const ogpi_irm ogpi_irm_builtin = {\n"
        "    .book = &ogpi_builtin_book, .scales = scales, .scale_count = %zu, .columns = columns, .column_count = "
        "%zu,\n"
        "    .formulas = formulas, .formula_count = %zu, .output = output, .output_count = %zu, .terms = terms,\n"
        "    .tests = tests, .cases = cases, .slots = slots, .by_name = by_name, .slot_count = %zu,\n};\n\n",
        irm->scale_count, irm->column_count, irm->formula_count, irm->output_count, irm->slot_count);
}

static void put_marks(writer *w, const ogpi_smart_marks *marks)
{
    ogpi_buffer_printf(&w->out, "{%zu, {", marks->count);
    for (size_t i = 0; i < marks->count; i++)
        ogpi_buffer_printf(&w->out, "%#" PRIx64 "u,", marks->all[i]);
    ogpi_buffer_printf(&w->out, "}}");
}

static void put_criterion(writer *w, const ogpi_smart_criterion *criterion)
{
    ogpi_buffer_printf(&w->out, "        {");
    put_marks(w, &criterion->met);
    ogpi_buffer_printf(&w->out, ", ");
    put_marks(w, &criterion->partly);
    ogpi_buffer_printf(&w->out, ", %zu, %zu, {\n", criterion->point_count, criterion->reason_count);
    for (size_t i = 0; i < criterion->point_count; i++) {
        ogpi_buffer_printf(&w->out, "            {%u, %u, {", criterion->points[i].signal, criterion->points[i].full);
        for (size_t k = 0; k <= criterion->points[i].full; k++)
            ogpi_buffer_printf(&w->out, "%d,", criterion->points[i].steps[k]);
        ogpi_buffer_printf(&w->out, "}},\n");
    }
    ogpi_buffer_printf(&w->out, "        }, {\n");
    for (size_t i = 0; i < criterion->reason_count; i++) {
        const ogpi_smart_rule *reason = &criterion->reasons[i];
        ogpi_buffer_printf(&w->out, "            {%u, %#" PRIx64 "u, %#" PRIx64 "u, %#" PRIx64 "u},\n", reason->entry,
                           reason->lacks, reason->with, reason->without);
    }
    ogpi_buffer_printf(&w->out, "        }},\n");
}

static void put_smart(writer *w, const ogpi_smart_table *table)
{
    ogpi_buffer_printf(&w->out, "static const char leads[] = {");
    for (size_t i = 0; i < table->leads_length; i++)
        ogpi_buffer_printf(&w->out, "%s(char)%d,", i % 16 ? "" : "\n    ", (unsigned char)table->leads[i]);
    ogpi_buffer_printf(&w->out, "\n};\n\nconst ogpi_smart_table ogpi_smart_builtin = {\n    .criteria = {\n");
    for (int i = 0; i < OGP_SMART_CRITERIA; i++)
        put_criterion(w, &table->criteria[i]);
    ogpi_buffer_printf(&w->out, "    },\n    .order = {");
    for (int i = 0; i < table->order_count; i++)
        ogpi_buffer_printf(&w->out, "%u,", table->order[i]);
    ogpi_buffer_printf(&w->out,
        "}, .order_count = %u, .detail = %u, .thin_words = %d, .core_hints = %#xu,\n"
        "    .leads = leads, .leads_length = %u, .longest_lead = %u,\n    .lead_bits = {",
        table->order_count, table->detail, (int)table->thin_words, table->core_hints, table->leads_length,
        table->longest_lead);
    for (size_t i = 0; i < OGPI_SMART_LEAD_BITS / 64; i++)
        ogpi_buffer_printf(&w->out, "%#" PRIx64 "u,", table->lead_bits[i]);
    ogpi_buffer_printf(&w->out, "},\n};\n");
}

int main(int argc, char **argv)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_smart_table table;
    ogpi_irm *irm = NULL;
    ogpi_buffer leads;
    writer w = {.book = ogp_rulebook_builtin()};
    ogpi_buffer_init(&w.out, NULL);
    ogpi_buffer_init(&leads, NULL);
    int code = argc == 2 ? ogpi_irm_load(&irm, NULL, &error) : OGP_ERROR_USAGE;
    if (code == 0 && !ogpi_smart_table_read(&table, w.book, &leads))
        code = OGP_ERROR_MEMORY;
    if (code == 0) {
        w.irm = irm;
        ogpi_buffer_printf(&w.out, "/* Generated from rulebook/ by lib/rules/generate.c; not to be edited. */\n"
                "#include \"rules/irm.h\"\n#include \"rules/smart_table.h\"\n\n");
        put_irm(&w);
        put_smart(&w, &table);
        code = w.out.failed ? OGP_ERROR_MEMORY : ogpi_file_save(argv[1], w.out.data, w.out.length, &error);
    }
    if (code < 0)
        fprintf(stderr, "usage: generate-tables OUT.c: %s\n", error.message);
    ogpi_irm_close(irm);
    ogpi_buffer_clear(&leads);
    ogpi_buffer_clear(&w.out);
    return code < 0;
}
