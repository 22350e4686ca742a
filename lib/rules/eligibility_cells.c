/* SPDX-License-Identifier: MIT */
/* Cells of a record or a table: what a text means, and what is wrong with it. */
#include "base/decimal.h"
#include "rules/eligibility.h"

#include <stdio.h>
#include <strings.h>

static bool same_word(const char *word, const char *text, size_t length)
{
    return strlen(word) == length && strncasecmp(word, text, length) == 0;
}

static bool in_list(ogpi_rb words, const char *text, size_t length)
{
    for (size_t i = 0; i < ogpi_rb_count(words); i++)
        if (same_word(ogpi_rb_string(ogpi_rb_at(words, i), ""), text, length))
            return true;
    return false;
}

static ogpi_rb section(const ogpi_eligibility_rules *rules, const char *name)
{
    return ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(rules->book), "eligibility"), name);
}

bool ogpi_eligibility_missing(const ogpi_eligibility_rules *rules, const char *text, size_t length)
{
    return length == 0 || in_list(section(rules, "missing"), text, length);
}

bool ogpi_eligibility_answer(const ogpi_eligibility_rules *rules, const char *text, size_t length, int32_t *out)
{
    double number;
    if (length == 1 && (*text == '0' || *text == '1')) {
        *out = *text - '0';
        return true;
    }
    if (ogpi_decimal_parse(text, length, &number)) {
        *out = number > 0 ? OGP_YES : OGP_NO;
        return number == 0 || number == 1;
    }
    ogpi_rb answers = section(rules, "answers");
    *out = in_list(ogpi_rb_get(answers, "yes"), text, length) ? OGP_YES : OGP_NO;
    return *out == OGP_YES || in_list(ogpi_rb_get(answers, "no"), text, length);
}

/* Blanks do not count: "constitution + draft". */
static size_t without_blanks(char out[32], const char *text, size_t length)
{
    size_t n = 0;
    for (size_t i = 0; i < length && n < 32; i++)
        if (text[i] != ' ')
            out[n++] = text[i];
    return n;
}

static int find_level(const ogpi_cell_rules *cell, const char *text, size_t length)
{
    char word[32];
    size_t n = without_blanks(word, text, length);
    for (size_t i = 0; n < sizeof word && i < cell->level_count; i++)
        if (same_word(cell->levels[i].id, word, n))
            return (int)i;
    return -1;
}

/* A document's availability in the words of the survey: 1, 0, or -1 for other words. */
int ogpi_eligibility_document(const ogp_rulebook *book, const char *text, size_t length)
{
    ogpi_rb documents = ogpi_rb_path(book, "eligibility/documents");
    for (size_t i = 0; i < ogpi_rb_count(documents); i++)
        if (in_list(ogpi_rb_get(ogpi_rb_at(documents, i), "words"), text, length))
            return strcmp(ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(documents, i), "value"), "0"), "1") == 0;
    return -1;
}

/* Cells that are 1 or 0 take other words for it too. */
static int read_document(const ogpi_eligibility_rules *rules, const ogpi_cell_rules *cell, const char *text,
                         size_t length, bool *unverified)
{
    int32_t answer;
    if (find_level(cell, "1", 1) < 0)
        return -1;
    if (!ogpi_eligibility_answer(rules, text, length, &answer)) {
        answer = ogpi_eligibility_document(rules->book, text, length);
        *unverified =
            answer >= 0 && strcmp(ogpi_rb_string(section(rules, "documents_status"), "unverified"), "unverified") == 0;
    }
    return answer < 0 ? -1 : find_level(cell, answer ? "1" : "0", 1);
}

ogpi_cell_fault ogpi_eligibility_number(const ogpi_eligibility_rules *rules, int cell, double number,
                                        ogpi_cell_value *out)
{
    const ogpi_cell_rules *c = &rules->cells[cell];
    *out = (ogpi_cell_value){-1, number, false};
    if (isnan(number))
        return OGPI_CELL_GOOD;
    bool inside = number >= c->minimum && number <= c->maximum;
    if (c->kind == OGPI_CELL_ORDINAL && !rules->accept_fractional && (!inside || number != floor(number)))
        return OGPI_CELL_WHOLE;
    if (!inside)
        return OGPI_CELL_RANGE;
    for (size_t i = 0; i < c->level_count; i++)
        if (number > c->levels[i].cut || (c->levels[i].inclusive && number == c->levels[i].cut))
            out->level = (int32_t)i;
    return OGPI_CELL_GOOD;
}

ogpi_cell_fault ogpi_eligibility_parse(const ogpi_eligibility_rules *rules, int cell, const char *text, size_t length,
                                       ogpi_cell_value *out)
{
    const ogpi_cell_rules *c = &rules->cells[cell];
    double number;
    *out = (ogpi_cell_value){-1, NAN, false};
    while (length > 0 && (*text == ' ' || *text == '\t')) {
        text++;
        length--;
    }
    while (length > 0 && strchr(" \t\r\n", text[length - 1]))
        length--;
    if (length == 0)
        return OGPI_CELL_GOOD;
    if (c->kind != OGPI_CELL_LEVELS) {
        if (ogpi_decimal_parse(text, length, &number))
            return ogpi_eligibility_number(rules, cell, number, out);
        return ogpi_eligibility_missing(rules, text, length) ? OGPI_CELL_GOOD : OGPI_CELL_NUMBER;
    }
    out->level = find_level(c, text, length);
    if (out->level < 0)
        out->level = read_document(rules, c, text, length, &out->unverified);
    return out->level >= 0 || ogpi_eligibility_missing(rules, text, length) ? OGPI_CELL_GOOD : OGPI_CELL_WORD;
}

static void list_levels(const ogpi_cell_rules *cell, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = cell->level_count; i-- > 0 && used < size;)
        used += (size_t)snprintf(out + used, size - used, "%s%s", used ? ", " : "", cell->levels[i].id);
}

void ogpi_eligibility_fault(const ogpi_eligibility_rules *rules, ogpi_report_builder *report, int cell,
                            ogpi_cell_fault fault, const char *column, const char *text, const char *path,
                            const char *subject)
{
    static const char *const ids[] = {NULL, "ELI020", "ELI021", "ELI022", "ELI023"};
    const ogpi_cell_rules *c = &rules->cells[cell];
    char expected[160], minimum[OGPI_DECIMAL_SIZE], maximum[OGPI_DECIMAL_SIZE];
    if (!ids[fault])
        return;
    list_levels(c, expected, sizeof expected);
    const ogpi_arg args[] = {{"value", text, false},
                             {"cell", c->id, false},
                             {"column", column, false},
                             {"expected", expected, false},
                             {"use", c->variable, false},
                             {"minimum", ogpi_decimal_text(c->minimum, minimum), false},
                             {"maximum", ogpi_decimal_text(c->maximum, maximum), false}};
    ogpi_report_add(report, &(ogpi_finding_spec){.rule = ids[fault], .path = path, .subject = subject, .args = args,
                                                 .arg_count = sizeof args / sizeof *args});
}
