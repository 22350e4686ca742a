/* SPDX-License-Identifier: MIT */
/* The shapes of the model as JSON, for what is generated from them: scripts/plan_schemas.py. */
#include "model/model.h"

#include <stdio.h>

static const char *const kinds[] = {
    [OGPI_FIELD_STRING] = "string",   [OGPI_FIELD_TEXT] = "text",   [OGPI_FIELD_DATE] = "date",
    [OGPI_FIELD_STRINGS] = "strings", [OGPI_FIELD_DATES] = "dates", [OGPI_FIELD_RECORD] = "record",
    [OGPI_FIELD_RECORDS] = "records",
};

static const ogpi_shape *seen[32];
static size_t seen_count;

static void put(const ogpi_shape *shape)
{
    for (size_t i = 0; i < seen_count; i++)
        if (seen[i] == shape)
            return;
    seen[seen_count++] = shape;
    printf("%s\n  {\"name\": \"%s\", \"fields\": [", seen_count > 1 ? "," : "", shape->name);
    for (size_t i = 0; i < shape->field_count; i++) {
        const ogpi_field *f = &shape->fields[i];
        printf("%s\n    {\"name\": \"%s\", \"kind\": \"%s\"", i ? "," : "", f->name, kinds[f->kind]);
        if (f->shape)
            printf(", \"shape\": \"%s\"", f->shape->name);
        if (f->item)
            printf(", \"item\": \"%s\"", f->item);
        printf("}");
    }
    printf("]}");
    for (size_t i = 0; i < shape->field_count; i++)
        if (shape->fields[i].shape)
            put(shape->fields[i].shape);
}

int main(void)
{
    printf("[");
    put(&ogpi_plan_shape);
    printf("\n]\n");
    return 0;
}
