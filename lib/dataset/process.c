/* SPDX-License-Identifier: MIT */
#include "dataset/process.h"
#include "base/error.h"

static const struct {
    const char *column;
    size_t offset;
} fields[] = {
    {"plan_number", offsetof(ogpi_process_row, plan)},
    {"step_timeline", offsetof(ogpi_process_row, steps)},
    {"step_notice", offsetof(ogpi_process_row, steps) + sizeof(int)},
    {"step_awareness", offsetof(ogpi_process_row, steps) + 2 * sizeof(int)},
    {"step_online", offsetof(ogpi_process_row, steps) + 3 * sizeof(int)},
    {"step_in_person", offsetof(ogpi_process_row, steps) + 4 * sizeof(int)},
    {"step_summary", offsetof(ogpi_process_row, steps) + 5 * sizeof(int)},
    {"steps", offsetof(ogpi_process_row, published_count)},
    {"notice_days", offsetof(ogpi_process_row, notice_days)},
    {"participation_development", offsetof(ogpi_process_row, open_development)},
    {"participation_implementation", offsetof(ogpi_process_row, open_implementation)},
    {"iap2_development", offsetof(ogpi_process_row, iap2_development)},
    {"iap2_implementation", offsetof(ogpi_process_row, iap2_implementation)},
    {"forum", offsetof(ogpi_process_row, forum)},
    {"self_assessment", offsetof(ogpi_process_row, self_assessment)},
    {"self_assessment_on_time", offsetof(ogpi_process_row, self_assessment_on_time)},
    {"self_assessment_comment_period", offsetof(ogpi_process_row, comment_period)},
};

enum { FIELDS = sizeof fields / sizeof *fields };

struct ogpi_process {
    const ogp_allocator *allocator;
    ogpi_table *table;
    int slots[FIELDS];
    int formula;
};

static int no_process(ogp_error *error)
{
    return ogpi_error_at(error, OGP_ERROR_FORMAT, 1, 1,
                         "neither a plan nor a table of OGP's process database, which has the column "
                         "\"_Number of steps followed (out of 6)\"");
}

static int prepare(ogpi_process *process, ogp_error *error)
{
    const ogpi_irm *irm = ogpi_table_irm(process->table);

    if (!ogpi_table_header(process->table)->process)
        return no_process(error);
    process->formula = ogpi_irm_formula_index(irm, "steps");
    if (process->formula < 0)
        return ogpi_error(error, OGP_ERROR_FORMAT, "the rulebook has no formula \"steps\"");
    ogpi_table_need_formula(process->table, (size_t)process->formula);
    for (size_t i = 0; i < FIELDS; i++) {
        process->slots[i] = ogpi_irm_column_index(irm, fields[i].column);
        if (process->slots[i] < 0)
            return ogpi_error(error, OGP_ERROR_FORMAT, "the rulebook has no column %s", fields[i].column);
        ogpi_table_need_slot(process->table, (size_t)process->slots[i]);
    }
    return 0;
}

int ogpi_process_open(ogpi_process **out, const ogpi_source *source, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_process *process = ogpi_calloc(allocator, 1, sizeof *process);
    int code;

    *out = NULL;
    if (!process)
        return ogpi_source_drop(source, error);
    process->allocator = allocator;
    code = ogpi_table_open(&process->table, source, context, error);
    /* No heading of any table: what commitments need is no help. */
    if (code == OGP_ERROR_FORMAT && error && error->line)
        code = no_process(error);
    if (code < 0 || (code = prepare(process, error)) < 0)
        ogpi_process_close(process);
    else
        *out = process;
    return code;
}

void ogpi_process_close(ogpi_process *process)
{
    if (!process)
        return;
    ogpi_table_close(process->table);
    ogpi_free(process->allocator, process);
}

int ogpi_process_next(ogpi_process *process, ogpi_process_row *out, ogp_error *error)
{
    const ogpi_irm *irm = ogpi_table_irm(process->table);
    ogpi_table_row row;
    int code = ogpi_table_next(process->table, &row, error);

    if (code <= 0)
        return code;
    *out = (ogpi_process_row){.number = row.number, .country = row.country, .member = row.member, .year = row.year};
    for (size_t i = 0; i < FIELDS; i++)
        *(int *)((char *)out + fields[i].offset) = row.values[process->slots[i]];
    for (size_t i = 0; i < OGPI_PROCESS_STEPS; i++)
        out->reviewed = out->reviewed || !ogp_is_missing(out->steps[i]);
    out->step_count = row.values[irm->column_count + (size_t)process->formula];
    return 1;
}

int ogpi_process_report(ogp_report **out, ogpi_process *process, ogp_error *error)
{
    return ogpi_table_report(out, process->table, error);
}
