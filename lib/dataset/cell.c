/* SPDX-License-Identifier: MIT */
#include "dataset/cell.h"
#include "base/utf8.h"
#include <stdio.h>

bool ogpi_cell_int(const char *text, size_t length, int *out)
{
    size_t i = 0;
    bool negative = false;
    int n = 0;

    ogpi_utf8_cut(&text, &length);
    if (i < length && (text[i] == '-' || text[i] == '+'))
        negative = text[i++] == '-';
    size_t first = i;
    for (; i < length && i - first < 6 && text[i] >= '0' && text[i] <= '9'; i++)
        n = n * 10 + (text[i] - '0');
    if (i == first)
        return false;
    if (i < length && text[i] == '.')
        for (i++; i < length && text[i] == '0'; i++)
            ;
    *out = negative ? -n : n;
    return i == length && n <= INT16_MAX;
}

static unsigned memo_place(const char *text, size_t length)
{
    unsigned h = (unsigned)length * 31u + (unsigned char)text[0] * 7u + (unsigned char)text[length - 1];
    return (h + (unsigned char)text[length / 2] * 13u) % OGPI_CELL_MEMO;
}

static bool recall(const ogpi_cell_memo *memo, const ogpi_csv_cell *cell, int *out)
{
    if (cell->length == 0 || cell->length > OGPI_CELL_MEMO_TEXT)
        return false;
    unsigned at = memo_place(cell->text, cell->length);
    if (memo->entries[at].length != cell->length || memcmp(memo->entries[at].text, cell->text, cell->length) != 0)
        return false;
    *out = memo->entries[at].value;
    return true;
}

static int remember(ogpi_cell_memo *memo, const ogpi_csv_cell *cell, int value)
{
    if (cell->length > 0 && cell->length <= OGPI_CELL_MEMO_TEXT) {
        unsigned at = memo_place(cell->text, cell->length);
        memo->entries[at].length = (uint16_t)cell->length;
        memo->entries[at].value = (int16_t)value;
        memcpy(memo->entries[at].text, cell->text, cell->length);
    }
    return value;
}

/* The words that nearly every missing cell holds; 0 for all others. */
static int quick_missing(const ogpi_csv_cell *cell)
{
    if (cell->length == 0)
        return OGP_MISSING_BLANK;
    if (cell->length != 2 || cell->text[0] != 'N')
        return 0;
    switch (cell->text[1]) {
    case 'R':
        return OGP_MISSING_NR;
    case 'D':
        return OGP_MISSING_ND;
    case 'A':
        return OGP_MISSING_NA;
    default:
        return 0;
    }
}

static int look_up_number(const ogpi_irm *irm, const ogpi_irm_column *column, const char *text, size_t length)
{
    int n, level;

    if (ogpi_cell_int(text, length, &n)) {
        bool known = !column->scale || column->type == OGPI_IRM_INT || ogpi_irm_level_by_code(column->scale, n) >= 0;
        return known ? n : OGP_MISSING_UNKNOWN;
    }
    level = column->scale ? ogpi_irm_level_by_label(column->scale, text, length) : -1;
    if (level >= 0)
        return column->scale->levels[level].code;
    n = ogpi_irm_missing_by_label(irm, text, length);
    return n ? n : OGP_MISSING_UNKNOWN;
}

typedef int looking_up(const ogpi_irm *irm, const ogpi_irm_column *column, const char *text, size_t length);

/* Without what surrounds the word: blanks of all kinds come along when cells are pasted. */
static int look_up(const ogpi_irm *irm, const ogpi_irm_column *column, const ogpi_csv_cell *cell, looking_up *meaning)
{
    const char *text = cell->text;
    size_t length = cell->length;
    ogpi_utf8_cut(&text, &length);
    return length ? meaning(irm, column, text, length) : OGP_MISSING_BLANK;
}

int ogpi_cell_number(const ogpi_irm *irm, const ogpi_irm_column *column, const ogpi_csv_cell *cell,
                     ogpi_cell_memo *memo)
{
    int value = quick_missing(cell);

    if (value)
        return value;
    if (cell->length == 1 && (cell->text[0] == '0' || cell->text[0] == '1') && column->type != OGPI_IRM_LEVEL)
        return cell->text[0] - '0';
    if (recall(memo, cell, &value))
        return value;
    return remember(memo, cell, look_up(irm, column, cell, look_up_number));
}

static int look_up_level(const ogpi_irm *irm, const ogpi_irm_column *column, const char *text, size_t length)
{
    int n, level = column->scale ? ogpi_irm_level_by_label(column->scale, text, length) : -1;

    if (level >= 0)
        return level;
    if ((n = ogpi_irm_missing_by_label(irm, text, length)) != 0)
        return n;
    if (column->scale && ogpi_cell_int(text, length, &n))
        level = ogpi_irm_level_by_code(column->scale, n);
    return level >= 0 ? level : OGP_MISSING_UNKNOWN;
}

int ogpi_cell_level(const ogpi_irm *irm, const ogpi_irm_column *column, const ogpi_csv_cell *cell,
                    ogpi_cell_memo *memo)
{
    int value = quick_missing(cell);

    if (value || recall(memo, cell, &value))
        return value;
    return remember(memo, cell, look_up(irm, column, cell, look_up_level));
}

/* Rounds a string of digits to `keep` of them, from the right; true when a carry made it one longer. */
static bool round_digits(char *digits, size_t *count, size_t keep)
{
    bool up = digits[keep] >= '5';

    *count = keep;
    for (size_t i = keep; up && i-- > 0;) {
        up = digits[i] == '9';
        digits[i] = up ? '0' : (char)(digits[i] + 1);
    }
    if (up) {
        memmove(digits + 1, digits, keep);
        digits[0] = '1';
        ++*count;
    }
    return up;
}

bool ogpi_cell_repair(const char *text, size_t length, char out[OGPI_NUMBER_SIZE])
{
    char digits[OGPI_NUMBER_SIZE];
    size_t n = 0, point = 0, start = 0;
    bool seen_point = false;

    if (length < 16 || length > 28)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '.' && !seen_point) {
            seen_point = true;
            point = n;
        } else if (text[i] >= '0' && text[i] <= '9') {
            digits[n++] = text[i];
        } else {
            return false;
        }
    }
    while (start < point && digits[start] == '0')
        start++;
    if (!seen_point || point == 0 || n - start < 15)
        return false;
    memmove(digits, digits + start, n - start);
    point -= start;
    if (round_digits(digits, &n, 12))
        point++;
    while (n > point && digits[n - 1] == '0')
        n--;
    snprintf(out, 32, "%.*s%s%s%.*s", (int)point, digits, point ? "" : "0", n > point ? "." : "",
             (int)(n > point ? n - point : 0), digits + point);
    return true;
}
