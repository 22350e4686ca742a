/* SPDX-License-Identifier: MIT */
/* `text/weights` of a rulebook to tables of a lexicon. */
#include "rulebook/lexicon_write.h"
#include "rulebook/weights.h"

#include "base/error.h"

/* The points of one place's traits. */
static void write_place(ogpi_lexicon_out *out, const uint32_t *head, const char *place, ogpi_rb traits)
{
    for (size_t i = 0; i < ogpi_rb_count(traits); i++) {
        int trait = ogpi_trait_of(place, ogpi_rb_key(traits, i));
        int32_t points = ogpi_rb_int(ogpi_rb_at(traits, i), 0);
        if (trait < 0 || points < INT8_MIN || points > INT8_MAX)
            continue; /* which the rulebook's check refuses */
        out->bytes.data[head[OGPI_WEIGHTS_POINTS] + (uint32_t)trait] = (char)points;
        out->cells[head[OGPI_WEIGHTS_MASKS] + (uint32_t)trait / 32] |= points ? (uint32_t)1 << trait % 32 : 0;
    }
}

/* Reasons that are not sure; all of them where the rulebook names none. */
static void write_unsure(uint32_t *head, ogpi_rb unsure)
{
    const int first = OGPI_PLACE_CASE * OGPI_PLACE_TRAITS;
    memset(head + OGPI_WEIGHTS_MADE, ogpi_rb_count(unsure) ? 0 : 0xFF, 4 * sizeof *head);
    for (size_t i = 0; i < ogpi_rb_count(unsure); i++) {
        int trait = ogpi_trait_of("case", ogpi_rb_string(ogpi_rb_at(unsure, i), "")) - first;
        if (trait >= 0 && trait < 64 * OGPI_PLANE_OPTIONS)
            head[OGPI_WEIGHTS_MADE + trait / 32] |= (uint32_t)1 << trait % 32;
    }
}

int ogpi_lexicon_write_weights(ogpi_lexicon_out *out, ogpi_rb weights, ogp_error *error)
{
    for (size_t k = 0; k < ogpi_rb_count(weights); k++) {
        int decision = ogpi_decision_of(ogpi_rb_key(weights, k));
        ogpi_rb table = ogpi_rb_at(weights, k), places = ogpi_rb_get(table, "places");
        if (decision < 0)
            continue;
        uint32_t head[OGPI_WEIGHTS_CELLS] = {0};
        head[OGPI_WEIGHTS_POINTS] = ogpi_out_zeros(out, OGPI_TRAITS);
        head[OGPI_WEIGHTS_MASKS] = ogpi_out_cells(out, OGPI_TRAITS / 32);
        head[OGPI_WEIGHTS_START] = (uint32_t)ogpi_rb_int(ogpi_rb_get(table, "start"), 0);
        head[OGPI_WEIGHTS_DOUBT] = (uint32_t)ogpi_rb_int(ogpi_rb_get(table, "doubt"), 0);
        write_unsure(head, ogpi_rb_get(table, "unsure"));
        if (out->failed)
            return ogpi_error_memory(error);
        for (size_t i = 0; i < ogpi_rb_count(places); i++)
            write_place(out, head, ogpi_rb_key(places, i), ogpi_rb_at(places, i));
        memcpy(out->cells + OGPI_LEXICON_WEIGHTS + (size_t)decision * OGPI_WEIGHTS_CELLS, head, sizeof head);
    }
    return 0;
}
