/* SPDX-License-Identifier: MIT */
#include "dataset/header.h"
#include "base/error.h"
#include "base/utf8.h"
#include <stdio.h>

static ogpi_rb tables(const ogpi_irm *irm)
{
    return ogpi_rb_get(ogpi_rb_root(irm->book), "tables");
}

static bool name_in(ogpi_rb names, const ogpi_csv_cell *cell)
{
    for (size_t i = 0; i < ogpi_rb_count(names); i++)
        if (ogpi_irm_same(cell->text, cell->length, ogpi_rb_string(ogpi_rb_at(names, i), "")))
            return true;
    return false;
}

static bool blank(const ogpi_csv_cell *cell)
{
    return ogpi_irm_same(cell->text, cell->length, "");
}

/* By an edition's own names first: {"Checksum": "area_count"}; a null says that the column is of no use. */
static bool resolve_own(const ogpi_irm *irm, ogpi_rb own, const ogpi_csv_cell *cell, ogpi_header_column *out)
{
    for (size_t i = 0; i < ogpi_rb_count(own); i++) {
        const char *id;
        if (!ogpi_irm_same(cell->text, cell->length, ogpi_rb_key(own, i)))
            continue;
        id = ogpi_rb_string(ogpi_rb_at(own, i), NULL);
        out->slot = id ? ogpi_irm_column_index(irm, id) : -1;
        out->role = out->slot >= 0 ? OGPI_ROLE_VALUE : OGPI_ROLE_IGNORED;
        return true;
    }
    return false;
}

static void resolve(const ogpi_irm *irm, ogpi_rb own, const ogpi_csv_cell *cell, ogpi_header_column *out)
{
    out->slot = -1;
    out->role = OGPI_ROLE_UNKNOWN;
    if (resolve_own(irm, own, cell, out))
        return;
    for (size_t i = 0; i < irm->column_count; i++) {
        ogpi_rb entry = ogpi_irm_column_entry(irm, i);
        bool value =
            name_in(ogpi_rb_get(entry, "names"), cell) || ogpi_irm_same(cell->text, cell->length, irm->columns[i].id);
        if (!value && !name_in(ogpi_rb_get(entry, "codes"), cell))
            continue;
        out->slot = (int)i;
        out->role = value ? OGPI_ROLE_VALUE : OGPI_ROLE_CODE;
        return;
    }
}

static bool tells_country(const ogpi_irm *irm, int slot)
{
    return slot >= 0 && (irm->columns[slot].type == OGPI_IRM_COUNTRY || irm->columns[slot].type == OGPI_IRM_MEMBER ||
                         irm->columns[slot].type == OGPI_IRM_ID);
}

size_t ogpi_header_score(const ogpi_irm *irm, const ogpi_csv_row *row, size_t *filled, bool *country)
{
    ogpi_rb none = ogpi_rb_get(tables(irm), "none");
    size_t score = 0;

    *filled = 0;
    *country = false;
    for (size_t i = 0; i < row->count; i++) {
        ogpi_header_column column;
        if (blank(&row->cells[i]))
            continue;
        ++*filled;
        if (row->cells[i].length > 200)
            continue;
        resolve(irm, none, &row->cells[i], &column);
        score += column.slot >= 0;
        *country = *country || tells_country(irm, column.slot);
    }
    return score;
}

static bool has_markers(ogpi_rb edition, const ogpi_csv_row *row)
{
    ogpi_rb markers = ogpi_rb_get(edition, "markers");

    for (size_t i = 0; i < ogpi_rb_count(markers); i++) {
        const char *marker = ogpi_rb_string(ogpi_rb_at(markers, i), "");
        bool found = false;
        for (size_t k = 0; k < row->count && !found; k++)
            found = ogpi_irm_same(row->cells[k].text, row->cells[k].length, marker);
        if (!found)
            return false;
    }
    return ogpi_rb_count(markers) > 0;
}

static const char *find_edition(const ogpi_irm *irm, const ogpi_csv_row *row)
{
    ogpi_rb order = ogpi_rb_get(tables(irm), "edition_order"), all = ogpi_rb_get(tables(irm), "editions");

    for (size_t i = 0; i < ogpi_rb_count(order); i++) {
        const char *id = ogpi_rb_string(ogpi_rb_at(order, i), "");
        if (has_markers(ogpi_rb_get(all, id), row))
            return id;
    }
    return "unknown";
}

/* Records the column under its slot, unless an earlier one stands there. */
static void place_column(ogpi_header *out, size_t index)
{
    ogpi_header_column *column = &out->columns[index];
    int *place = NULL;

    if (column->slot < 0)
        return;
    place = &(column->role == OGPI_ROLE_CODE ? out->code_column : out->value_column)[column->slot];
    if (*place >= 0)
        column->twin = *place;
    else
        *place = (int)index;
}

static bool has_any(const ogpi_header *header, const ogpi_irm *irm, ogpi_rb ids)
{
    for (size_t i = 0; i < ogpi_rb_count(ids); i++) {
        int slot = ogpi_irm_column_index(irm, ogpi_rb_string(ogpi_rb_at(ids, i), ""));
        if (slot >= 0 && (header->value_column[slot] >= 0 || header->code_column[slot] >= 0))
            return true;
    }
    return false;
}

/* Two steps of a consultation or more: a process database, whatever else it holds. */
static bool tells_steps(const ogpi_header *header, const ogpi_irm *irm)
{
    size_t steps = 0;

    for (size_t i = 0; i < irm->column_count; i++)
        if (strncmp(irm->columns[i].id, "step_", 5) == 0)
            steps += header->value_column[i] >= 0 || header->code_column[i] >= 0;
    return steps >= 2;
}

static int check_needed(const ogpi_header *header, const ogpi_irm *irm, unsigned line, ogp_error *error)
{
    ogpi_rb groups = ogpi_rb_get(ogpi_rb_get(tables(irm), "needed"), header->process ? "process" : "commitments");

    for (size_t i = 0; i < ogpi_rb_count(groups); i++) {
        ogpi_rb group = ogpi_rb_at(groups, i), any = ogpi_rb_get(group, "any");
        char names[300] = "";
        size_t used = 0;
        if (has_any(header, irm, any))
            continue;
        for (size_t k = 0; k < ogpi_rb_count(any) && used < sizeof names; k++) {
            int slot = ogpi_irm_column_index(irm, ogpi_rb_string(ogpi_rb_at(any, k), ""));
            ogpi_rb known = ogpi_rb_get(ogpi_irm_column_entry(irm, slot < 0 ? 0 : slot), "names");
            for (size_t n = 0; n < ogpi_rb_count(known) && n < 3 && used < sizeof names; n++)
                used += (size_t)snprintf(names + used, sizeof names - used, "%s\"%s\"", used ? ", " : "",
                                         ogpi_rb_string(ogpi_rb_at(known, n), ""));
        }
        return ogpi_error_at(error, OGP_ERROR_FORMAT, line, 1, "the table has no %s column; any of these would do: %s",
                             ogpi_rb_string(ogpi_rb_get(group, "name"), ""), names);
    }
    return 0;
}

static bool allocate(ogpi_header *out, const ogpi_irm *irm, size_t count, ogpi_arena *arena)
{
    out->columns = ogpi_arena_calloc(arena, count + 1, sizeof *out->columns);
    out->value_column = ogpi_arena_alloc(arena, irm->column_count * sizeof *out->value_column);
    out->code_column = ogpi_arena_alloc(arena, irm->column_count * sizeof *out->code_column);
    if (!out->columns || !out->value_column || !out->code_column)
        return false;
    for (size_t i = 0; i < irm->column_count; i++)
        out->value_column[i] = out->code_column[i] = -1;
    return true;
}

int ogpi_header_take(ogpi_header *out, const ogpi_irm *irm, const ogpi_csv_row *row, ogpi_arena *arena,
                     ogp_error *error)
{
    *out = (ogpi_header){.row = row->number};
    out->edition = find_edition(irm, row);
    out->rb = ogpi_rb_get(ogpi_rb_get(tables(irm), "editions"), out->edition);
    out->process = strcmp(ogpi_rb_string(ogpi_rb_get(out->rb, "kind"), ""), "process") == 0;
    if (!allocate(out, irm, row->count, arena))
        return ogpi_error_memory(error);
    for (size_t i = 0; i < row->count; i++) {
        ogpi_header_column *column = &out->columns[i];
        const char *text = row->cells[i].text;
        size_t length = row->cells[i].length;
        ogpi_utf8_cut(&text, &length);
        column->twin = -1;
        column->slot = -1;
        column->role = OGPI_ROLE_IGNORED;
        column->name = ogpi_arena_strndup(arena, text, length);
        if (!column->name)
            return ogpi_error_memory(error);
        if (blank(&row->cells[i]))
            continue;
        resolve(irm, ogpi_rb_get(out->rb, "columns"), &row->cells[i], column);
        out->known += column->role != OGPI_ROLE_UNKNOWN;
        out->unknown += column->role == OGPI_ROLE_UNKNOWN;
        place_column(out, i);
    }
    out->process = out->process || tells_steps(out, irm);
    out->count = row->count;
    while (out->count > 0 && out->columns[out->count - 1].name[0] == '\0')
        out->count--;
    return check_needed(out, irm, row->line, error);
}
