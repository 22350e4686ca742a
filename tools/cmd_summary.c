/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "base/error.h"
#include "tools/input.h"
#include "tools/table.h"
#include <inttypes.h>
#include <stdio.h>

enum { COLUMNS = 96, NAME = 64 };

typedef struct sheet {
    cli_call *call;
    const ogp_summary *summary;
    cli_table table;
    bool text;   /* for people: fewer columns, counts and shares in one cell */
    bool change; /* differences to the group before */
    bool across;
    char names[COLUMNS][NAME];
    const char *columns[COLUMNS];
    size_t count;
} sheet;

static void add_column(sheet *s, const char *name, const char *suffix)
{
    if (s->count == COLUMNS)
        return;
    snprintf(s->names[s->count], NAME, "%s%s", name, suffix);
    s->columns[s->count] = s->names[s->count];
    s->count++;
}

/* What people look at first. */
static bool in_text(const char *figure)
{
    static const char *const shown[] = {"relevant", "starred", "ambitious", "complete", "did_it_open_government"};

    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        if (strcmp(shown[i], figure) == 0)
            return true;
    return false;
}

static void make_columns(sheet *s)
{
    const ogp_summary *m = s->summary;

    for (size_t i = 0; i < ogp_summary_dimension_count(m); i++)
        add_column(s, ogp_summary_dimension(m, i), "");
    add_column(s, "commitments", "");
    add_column(s, "reviewed", "");
    for (size_t i = 0; i < ogp_summary_figure_count(m); i++) {
        const char *figure = ogp_summary_figure(m, i);
        if (s->text && !in_text(figure))
            continue;
        add_column(s, figure, "");
        if (!s->text) {
            add_column(s, figure, "_of");
            add_column(s, figure, "_share");
        }
        if (s->change)
            add_column(s, figure, "_change");
    }
    for (size_t i = 0; i < ogp_summary_median_count(m); i++)
        add_column(s, "median_", ogp_summary_median_name(m, i));
}

/* Ten-thousandths, rounded half away from zero. */
static int64_t share_of(uint64_t ones, uint64_t of)
{
    return (int64_t)((ones * 20000 + of) / (of * 2));
}

static void spell_share(char out[24], int64_t share)
{
    int64_t size = share < 0 ? -share : share;
    snprintf(out, 24, "%s%" PRId64 ".%04" PRId64, share < 0 ? "-" : "", size / 10000, size % 10000);
}

static void put_share(sheet *s, uint64_t ones, uint64_t of)
{
    char text[64];

    if (s->text) {
        int64_t share = of ? share_of(ones, of) : 0;
        snprintf(text, sizeof text, "%" PRIu64 "/%" PRIu64, ones, of);
        if (of)
            snprintf(text + strlen(text), sizeof text - strlen(text), " %" PRId64 ".%" PRId64 "%%", (share + 5) / 100,
                     (share + 5) / 10 % 10);
        cli_table_text(&s->table, text);
        return;
    }
    cli_table_int(&s->table, (long long)ones);
    cli_table_int(&s->table, (long long)of);
    if (of) {
        spell_share(text, share_of(ones, of));
        cli_table_number(&s->table, text);
    } else {
        cli_table_blank(&s->table);
    }
}

static void put_change(sheet *s, size_t group, size_t figure)
{
    const ogp_summary *m = s->summary;
    ptrdiff_t before = ogp_summary_previous(m, group);
    uint64_t of = ogp_summary_of(m, group, figure),
             of_before = before < 0 ? 0 : ogp_summary_of(m, (size_t)before, figure);
    char text[24];

    if (of == 0 || of_before == 0 || (!s->across && !ogp_summary_comparable(m, (size_t)before, group, figure))) {
        cli_table_blank(&s->table);
        return;
    }
    spell_share(text, share_of(ogp_summary_ones(m, group, figure), of) -
                          share_of(ogp_summary_ones(m, (size_t)before, figure), of_before));
    cli_table_number(&s->table, text);
}

static void put_median(sheet *s, size_t group, size_t median)
{
    int32_t twice = ogp_summary_median_twice(s->summary, group, median);
    char text[24];

    if (twice == INT32_MIN) {
        cli_table_blank(&s->table);
        return;
    }
    snprintf(text, sizeof text, "%s%d%s", twice < 0 ? "-" : "", (twice < 0 ? -twice : twice) / 2,
             twice % 2 ? ".5" : "");
    cli_table_number(&s->table, text);
}

static bool put_group(sheet *s, size_t group)
{
    const ogp_summary *m = s->summary;

    for (size_t i = 0; i < ogp_summary_dimension_count(m); i++)
        cli_table_code(&s->table, ogp_summary_key(m, group, i));
    cli_table_int(&s->table, (long long)ogp_summary_commitments(m, group));
    cli_table_int(&s->table, (long long)ogp_summary_reviewed(m, group));
    for (size_t i = 0; i < ogp_summary_figure_count(m); i++) {
        if (s->text && !in_text(ogp_summary_figure(m, i)))
            continue;
        put_share(s, ogp_summary_ones(m, group, i), ogp_summary_of(m, group, i));
        if (s->change)
            put_change(s, group, i);
    }
    for (size_t i = 0; i < ogp_summary_median_count(m); i++)
        put_median(s, group, i);
    return cli_table_row(&s->table);
}

static void put_sheet(cli_call *call, const ogp_summary *summary)
{
    sheet s = {.call = call, .summary = summary};

    s.text = cli_format_is(call, "text");
    s.change = cli_option_value(call, "change") != NULL;
    s.across = cli_option_value(call, "across-eras") != NULL;
    make_columns(&s);
    cli_table_begin(&s.table, call, s.columns, s.count);
    for (size_t i = 0; i < ogp_summary_group_count(summary); i++)
        if (!put_group(&s, i))
            break;
    cli_table_end(&s.table);
}

static int put_partial(cli_call *call, const ogp_summary *summary, ogp_error *error)
{
    char *text = NULL;
    size_t length = 0;
    int code = ogp_summary_write(&text, &length, summary, error);

    if (code == 0)
        ogpi_buffer_add(&call->out.buffer, text, length);
    ogp_free(text);
    return code;
}

/* Puts together what `--partial` wrote; the first one says what they are grouped by. */
static int merge_input(cli_call *call, ogp_summary **summary, const char *path, ogp_error *error)
{
    ogp_summary *part = NULL;
    ogpi_buffer text;
    int code = cli_read_input(&text, call, path, error);

    if (code == 0)
        code = ogp_summary_parse(&part, text.data ? text.data : "", text.length, call->context, error);
    ogpi_buffer_clear(&text);
    if (code == 0 && !*summary)
        *summary = ogp_summary_ref(part);
    else if (code == 0)
        code = ogp_summary_merge(*summary, part, error);
    ogp_summary_unref(part);
    return code;
}

static int gather(cli_call *call, ogp_summary **summary, const char **at, ogp_error *error)
{
    bool merge = cli_option_value(call, "merge") != NULL;
    const char *by = cli_option_value(call, "by");
    int code = merge ? 0 : ogp_summary_new(summary, by ? by : "country", call->context, error);

    for (size_t i = 0; i < call->input_count && code == 0; i++) {
        *at = call->inputs[i];
        if (i)
            cli_progress("inputs", i, call->input_count);
        code = merge ? merge_input(call, summary, *at, error) : ogp_summary_add_path(*summary, *at, error);
    }
    return code;
}

static int run(cli_call *call)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_summary *summary = NULL;
    const char *at = NULL;
    int code = gather(call, &summary, &at, &error);

    if (code == 0 && cli_option_value(call, "partial"))
        code = put_partial(call, summary, &error);
    else if (code == 0)
        put_sheet(call, summary);
    ogp_summary_unref(summary);
    if (code == OGP_ERROR_USAGE && !at)
        return cli_wrong(call, "%s", error.message);
    return code < 0 ? cli_failed(call, at, &error) : CLI_OK;
}

static const cli_option options[] = {
    {"by", 'b', "WHAT,...", "one to three of country, edition, lead, member, method, plan, policy_area, region, year",
     NULL},
    {"change", 'c', NULL, "how each share differs from the group before, in the last thing grouped by", NULL},
    {"across-eras", 0, NULL, "with --change: also where methods of the IRM are not comparable (not official)", NULL},
    {"partial", 0, NULL, "write sums that `ogp summary --merge` can put together", NULL},
    {"merge", 0, NULL, "the inputs are what --partial wrote", NULL},
    {0},
};

const cli_command cli_cmd_summary = {
    .name = "summary",
    .summary = "commitments in groups: counts, shares, medians",
    .inputs = "INPUT...",
    .about = "Sums up tables of commitments, plans and streams: a row a group. Each share stands beside the number of\n"
             "commitments it is a share of: those for which the figure is known. A commitment with several policy\n"
             "areas counts in each.\n",
    .formats = "text|csv|json|ndjson",
    .options = options,
    .min_inputs = 1,
    .max_inputs = -1,
    .run = run,
};
