/* SPDX-License-Identifier: MIT */
/* libogp in SQLite: SELECT load_extension('ogp_sqlite'). docs/bindings.md. */
#include "bindings/rows_help.h"

#include <sqlite3ext.h>
#include <stdbool.h>
#include <string.h>

SQLITE_EXTENSION_INIT1

/* The name that SQLite makes of the file's. */
__attribute__((visibility("default"))) int sqlite3_ogpsqlite_init(sqlite3 *db, char **message,
                                                                  const sqlite3_api_routines *routines);

static void refuse(sqlite3_context *call, const ogp_error *error)
{
    char *message = sqlite3_mprintf("%s%s%s%s [%s]", error->message, *error->path ? " (" : "", error->path,
                                    *error->path ? ")" : "", ogp_code_name(error->code));
    if (error->code == OGP_ERROR_MEMORY || !message)
        sqlite3_result_error_nomem(call);
    else
        sqlite3_result_error(call, message, -1);
    sqlite3_free(message);
}

static const char *text_of(sqlite3_value *value, size_t *length)
{
    const char *text = (const char *)sqlite3_value_text(value);
    *length = (size_t)sqlite3_value_bytes(value);
    return text;
}

/* What a connection keeps: a context a language, with what calls leave in it for later ones. */
typedef struct kept {
    size_t users;
    ogp_context *contexts[5]; /* the last stays empty: there are four languages, and others are refused */
} kept;

static void release(void *data)
{
    kept *all = data;
    if (--all->users > 0)
        return;
    for (size_t i = 0; i < sizeof all->contexts / sizeof *all->contexts; i++)
        ogp_context_unref(all->contexts[i]);
    sqlite3_free(all);
}

/* Owned by the connection, or NULL with an error. A language of NULL is English. */
static const ogp_context *context_for(kept *all, const char *language, ogp_error *error)
{
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    options.language = language ? language : "en";
    size_t i = 0, most = sizeof all->contexts / sizeof *all->contexts;
    while (i < most && all->contexts[i] && strcmp(ogp_context_language(all->contexts[i]), options.language) != 0)
        i++;
    if (i < most && !all->contexts[i])
        (void)!ogp_context_new(&all->contexts[i], &options, error);
    return i < most ? all->contexts[i] : NULL;
}

static void give_json(sqlite3_context *call, json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    json_decref(value);
    if (text)
        sqlite3_result_text(call, text, -1, SQLITE_TRANSIENT);
    else
        sqlite3_result_error_nomem(call);
    free(text);
}

/* A plan (`*whole`), a commitment, or plain text, which is taken for a commitment's description. */
static ogp_plan *plan_of(const char *text, size_t length, const ogp_context *context, bool *whole, ogp_error *error)
{
    ogp_plan *plan = NULL;
    size_t blank = strspn(text, " \t\r\n");
    json_t *wrapped;
    char *line;

    if (text[blank] == '{') {
        *whole = strstr(text, "\"ogp-plan/") != NULL;
        (void)!(*whole ? ogp_plan_parse(&plan, context, text, length, error)
                      : ogp_plan_parse_commitment(&plan, context, text, length, error));
        return plan;
    }
    wrapped = json_pack("{s:s%}", "description", text, length);
    line = wrapped ? json_dumps(wrapped, JSON_COMPACT) : NULL;
    json_decref(wrapped);
    if (line)
        (void)!ogp_plan_parse_commitment(&plan, context, line, strlen(line), error);
    else
        ogpb_fail(error, OGP_ERROR_SYNTAX, "invalid UTF-8; store texts as UTF-8");
    free(line);
    return plan;
}

/* ogp_smart(text): {"specific": "met", ..., "score": 80} of a commitment; a list of them for a plan. */
static void smart(sqlite3_context *call, int count, sqlite3_value **values)
{
    ogp_error error = OGP_ERROR_INIT;
    size_t length;
    const char *text = text_of(values[0], &length);
    (void)count;
    if (!text)
        return;
    const ogp_context *context = context_for(sqlite3_user_data(call), NULL, &error);
    bool whole = false;
    ogp_plan *plan = context ? plan_of(text, length, context, &whole, &error) : NULL;
    json_t *rows = plan ? ogpb_smart(plan, context, &error) : NULL;
    ogp_plan_unref(plan);
    if (!rows) {
        refuse(call, &error);
        return;
    }
    if (!whole && json_array_size(rows) == 1) {
        json_t *only = json_incref(json_array_get(rows, 0));
        json_decref(rows);
        rows = only;
    }
    give_json(call, rows);
}

/* ogp_check(json [, language]): the report, as `ogp check --format json` writes it. */
static void check(sqlite3_context *call, int count, sqlite3_value **values)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    ogp_report *report = NULL;
    char *out = NULL;
    size_t length;
    bool whole = false;
    const char *text = text_of(values[0], &length);

    if (!text)
        return;
    const char *language = count > 1 ? (const char *)sqlite3_value_text(values[1]) : NULL;
    const ogp_context *context = context_for(sqlite3_user_data(call), language, &error);
    if (context && (plan = plan_of(text, length, context, &whole, &error)) != NULL &&
        ogp_plan_check(&report, plan, context, &error) == 0)
        out = ogpb_report_write(report, "json", ogp_context_language(context), NULL, text, &error);
    ogp_report_unref(report);
    ogp_plan_unref(plan);
    if (out)
        sqlite3_result_text(call, out, -1, SQLITE_TRANSIENT);
    else
        refuse(call, &error);
    ogp_free(out);
}

/* ogp_star(figure, method, variable, value, ...): 1 or 0, or the word for a missing value ("NR", "ND", "NA"). */
static void star(sqlite3_context *call, int count, sqlite3_value **values)
{
    enum { MOST = 24 };
    ogp_error error = OGP_ERROR_INIT;
    ogp_assess_options options = OGP_ASSESS_OPTIONS_INIT;
    ogp_irm_variable variables[MOST];
    ogp_results *results = NULL;
    size_t taken = 0;

    if (count < 2 || count % 2 != 0 || count > 2 + 2 * MOST) {
        sqlite3_result_error(call, "ogp_star(figure, method, variable, value, ...) [usage]", -1);
        return;
    }
    options.method = (const char *)sqlite3_value_text(values[1]);
    for (int i = 2; i < count; i += 2)
        if (sqlite3_value_type(values[i + 1]) != SQLITE_NULL)
            variables[taken++] = (ogp_irm_variable){ (const char *)sqlite3_value_text(values[i]),
                                                     (const char *)sqlite3_value_text(values[i + 1]) };
    const ogp_result *result = NULL;
    if (ogp_assess(&results, variables, taken, &options, NULL, &error) < 0)
        refuse(call, &error);
    else if (!(result = ogp_results_get(results, (const char *)sqlite3_value_text(values[0]))))
        sqlite3_result_error(call, "no figure of that name; star_2013, star_2014, star_progress ... [usage]", -1);
    else if (ogp_is_missing(ogp_result_value(result)))
        sqlite3_result_text(call, ogp_result_word(result), -1, SQLITE_TRANSIENT);
    else
        sqlite3_result_int(call, ogp_result_value(result));
    ogp_results_unref(results);
}

/* ---- ogp_facts(text, language): a table ---- */

typedef struct facts_table {
    sqlite3_vtab base;
    kept *all;
} facts_table;

typedef struct facts_cursor {
    sqlite3_vtab_cursor base;
    char *text;
    ogp_facts *facts;
    size_t row;
} facts_cursor;

enum { COLUMN_TYPE, COLUMN_START, COLUMN_END, COLUMN_TEXT, COLUMN_NORM, COLUMN_INPUT, COLUMN_LANGUAGE };

static int facts_connect(sqlite3 *db, void *data, int count, const char *const *names, sqlite3_vtab **out,
                         char **message)
{
    (void)count, (void)names, (void)message;
    int status =
        sqlite3_declare_vtab(db, "CREATE TABLE x(type TEXT, start INTEGER, \"end\" INTEGER, text TEXT, norm TEXT, "
                                 "input HIDDEN, language HIDDEN)");
    if (status != SQLITE_OK)
        return status;
    facts_table *table = sqlite3_malloc(sizeof *table);
    if (!table)
        return SQLITE_NOMEM;
    *table = (facts_table){.all = data};
    *out = &table->base;
    return SQLITE_OK;
}

static int facts_disconnect(sqlite3_vtab *table)
{
    sqlite3_free(table);
    return SQLITE_OK;
}

/* idxNum: bit 0 the text is given, bit 1 the language. */
static int facts_plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
    int argument = 0;
    (void)table;
    for (int column = COLUMN_INPUT; column <= COLUMN_LANGUAGE; column++)
        for (int i = 0; i < info->nConstraint; i++) {
            if (info->aConstraint[i].iColumn != column || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ)
                continue;
            if (!info->aConstraint[i].usable)
                return SQLITE_CONSTRAINT;
            info->aConstraintUsage[i].argvIndex = ++argument;
            info->aConstraintUsage[i].omit = 1;
            info->idxNum |= 1 << (column - COLUMN_INPUT);
            break;
        }
    info->estimatedCost = info->idxNum & 1 ? 10 : 1e9;
    return SQLITE_OK;
}

static int facts_open(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    facts_cursor *cursor = sqlite3_malloc(sizeof *cursor);
    (void)table;
    if (!cursor)
        return SQLITE_NOMEM;
    memset(cursor, 0, sizeof *cursor);
    *out = &cursor->base;
    return SQLITE_OK;
}

static void facts_reset(facts_cursor *cursor)
{
    ogp_facts_unref(cursor->facts);
    sqlite3_free(cursor->text);
    cursor->facts = NULL;
    cursor->text = NULL;
    cursor->row = 0;
}

static int facts_close(sqlite3_vtab_cursor *base)
{
    facts_reset((facts_cursor *)base);
    sqlite3_free(base);
    return SQLITE_OK;
}

static int facts_filter(sqlite3_vtab_cursor *base, int number, const char *unused, int count, sqlite3_value **values)
{
    facts_cursor *cursor = (facts_cursor *)base;
    ogp_error error = OGP_ERROR_INIT;
    size_t length = 0;
    const char *text = number & 1 ? text_of(values[0], &length) : NULL, *language = NULL;

    (void)unused, (void)count;
    facts_reset(cursor);
    if (!text)
        return SQLITE_OK;
    if (number & 2)
        language = (const char *)sqlite3_value_text(values[1]);
    if (!(cursor->text = sqlite3_mprintf("%.*s", (int)length, text)))
        return SQLITE_NOMEM;
    const ogp_context *context = context_for(((facts_table *)base->pVtab)->all, NULL, &error);
    if (context && ogp_text_facts(&cursor->facts, cursor->text, strlen(cursor->text), language, context, &error) == 0)
        return SQLITE_OK;
    sqlite3_free(base->pVtab->zErrMsg);
    base->pVtab->zErrMsg = sqlite3_mprintf("%s [%s]", error.message, ogp_code_name(error.code));
    return error.code == OGP_ERROR_MEMORY ? SQLITE_NOMEM : SQLITE_ERROR;
}

static int facts_next(sqlite3_vtab_cursor *base)
{
    ((facts_cursor *)base)->row++;
    return SQLITE_OK;
}

static int facts_eof(sqlite3_vtab_cursor *base)
{
    facts_cursor *cursor = (facts_cursor *)base;
    return cursor->row >= ogp_facts_count(cursor->facts);
}

/* Offsets count Unicode code points from 0, as in docs/text-facts.md. */
static int code_points(const char *text, size_t bytes)
{
    int count = 0;
    for (size_t i = 0; i < bytes; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static int facts_column(sqlite3_vtab_cursor *base, sqlite3_context *call, int column)
{
    const facts_cursor *cursor = (const facts_cursor *)base;
    const ogp_fact *fact = ogp_facts_at(cursor->facts, cursor->row);
    switch (column) {
    case COLUMN_TYPE:
        sqlite3_result_text(call, ogp_fact_type_name(fact->type), -1, SQLITE_STATIC);
        break;
    case COLUMN_START:
        sqlite3_result_int(call, code_points(cursor->text, fact->start));
        break;
    case COLUMN_END:
        sqlite3_result_int(call, code_points(cursor->text, fact->end));
        break;
    case COLUMN_TEXT:
        sqlite3_result_text(call, cursor->text + fact->start, (int)(fact->end - fact->start), SQLITE_TRANSIENT);
        break;
    case COLUMN_NORM:
        sqlite3_result_text(call, fact->norm, -1, SQLITE_TRANSIENT);
        break;
    case COLUMN_LANGUAGE:
        sqlite3_result_text(call, ogp_facts_language(cursor->facts), -1, SQLITE_TRANSIENT);
        break;
    default:
        sqlite3_result_text(call, cursor->text, -1, SQLITE_TRANSIENT);
    }
    return SQLITE_OK;
}

static int facts_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
    *out = (sqlite3_int64)((facts_cursor *)base)->row;
    return SQLITE_OK;
}

static const sqlite3_module facts_module = {
    .iVersion = 0,
    .xConnect = facts_connect,
    .xBestIndex = facts_plan,
    .xDisconnect = facts_disconnect,
    .xOpen = facts_open,
    .xClose = facts_close,
    .xFilter = facts_filter,
    .xNext = facts_next,
    .xEof = facts_eof,
    .xColumn = facts_column,
    .xRowid = facts_rowid,
};

int sqlite3_ogpsqlite_init(sqlite3 *db, char **message, const sqlite3_api_routines *routines)
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const struct {
        const char *name;
        int arguments;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {
        {"ogp_smart", 1, smart},
        {"ogp_check", 1, check},
        {"ogp_check", 2, check},
        {"ogp_star", -1, star},
    };
    int status = SQLITE_OK;
    SQLITE_EXTENSION_INIT2(routines);
    (void)message;
    kept *all = sqlite3_malloc(sizeof *all);
    if (!all)
        return SQLITE_NOMEM;
    *all = (kept){.users = 1};
    for (size_t i = 0; status == SQLITE_OK && i < sizeof functions / sizeof *functions; i++) {
        all->users++; /* SQLite releases what it was given even where it refuses it */
        status = sqlite3_create_function_v2(db, functions[i].name, functions[i].arguments, flags, all,
                                            functions[i].call, NULL, NULL, release);
    }
    if (status == SQLITE_OK) {
        all->users++;
        status = sqlite3_create_module_v2(db, "ogp_facts", &facts_module, all, release);
    }
    release(all);
    return status;
}
