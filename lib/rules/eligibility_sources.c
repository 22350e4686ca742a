/* SPDX-License-Identifier: MIT */
/* From the source indices to cells, as far as the mapping is a rule. */
#include "base/decimal.h"
#include "base/error.h"
#include "rules/eligibility.h"

int32_t ogp_civil_liberties_points(double score, const ogp_context *context)
{
    ogpi_eligibility_rules rules;
    ogpi_cell_value value = {-1, NAN, false};
    ogpi_eligibility_read(&rules, ogp_context_rulebook(context));
    int cell = ogpi_eligibility_cell(&rules, "civil_liberties");
    if (cell < 0 || isnan(score) || ogpi_eligibility_number(&rules, cell, score, &value) != OGPI_CELL_GOOD ||
        value.level < 0)
        return -1;
    return rules.cells[cell].levels[value.level].points;
}

ogp_answer ogp_budget_document_published(const char *words, const ogp_context *context)
{
    return words ? (ogp_answer)ogpi_eligibility_document(ogp_context_rulebook(context), words, strlen(words))
                 : OGP_UNKNOWN;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

static int refuse_variable(const char *variable, const ogp_rulebook *book, ogp_error *error)
{
    ogpi_rb refused = ogpi_rb_path(book, "eligibility/refused_columns");
    for (size_t i = 0; i < ogpi_rb_count(refused); i++) {
        ogpi_rb column = ogpi_rb_at(refused, i);
        const char *allowed = ogpi_rb_string(ogpi_rb_get(column, "unless_ends"), NULL);
        if (!allowed || !strstr(variable, ogpi_rb_string(ogpi_rb_get(column, "contains"), "?")) ||
            ends_with(variable, allowed))
            continue;
        return ogpi_error(error, OGP_ERROR_FORMAT,
                          "%s holds V-Dem's model estimates; whole numbers from 0 to 4 are wanted: use %s", variable,
                          ogpi_rb_string(ogpi_rb_get(column, "use"), ""));
    }
    return 0;
}

int ogp_vdem_check(const char *variable, double value, const ogp_context *context, ogp_error *error)
{
    ogpi_eligibility_rules rules;
    ogpi_cell_value read;
    const ogp_rulebook *book = ogp_context_rulebook(context);
    char spelling[OGPI_DECIMAL_SIZE];
    int rc = variable ? refuse_variable(variable, book, error) : 0;
    ogpi_eligibility_read(&rules, book);
    int cell = ogpi_eligibility_cell(&rules, "cso_entry_exit");
    if (rc < 0 || cell < 0 || ogpi_eligibility_number(&rules, cell, value, &read) == OGPI_CELL_GOOD)
        return rc;
    bool spellable = value > -1e6 && value < 1e6;
    return ogpi_error(
        error, OGP_ERROR_FORMAT,
        "%s is not on V-Dem's ordinal scale: whole numbers from 0 to 4 are wanted, the variable that ends in _ord",
        spellable ? ogpi_decimal_text(value, spelling) : "the value");
}
