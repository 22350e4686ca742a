/* SPDX-License-Identifier: MIT */
/* What parses, written and parsed again, is written the same; what does not has a place. */
#include "fuzz.h"

#include "base/value.h"

static const ogp_limits limits = {.struct_size = sizeof(ogp_limits), .input_bytes = 1 << 20, .depth = 64,
                                 .string_bytes = 65536, .members = 100000};

static char *write_value(const json_t *json, size_t *length)
{
    ogpi_arena arena;
    ogpi_buffer buffer;
    ogpi_value value;
    ogpi_arena_init(&arena, NULL);
    ogpi_buffer_init(&buffer, NULL);
    MUST(ogpi_value_from_json(&value, json, &arena, NULL) == 0);
    ogpi_value_write(&value, &buffer, 0);
    ogpi_arena_clear(&arena);
    return ogpi_buffer_take(&buffer, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ogp_error error = OGP_ERROR_INIT;
    json_t *json, *again;
    if (ogpi_json_parse(&json, (const char *)data, size, &limits, NULL, &error) < 0) {
        MUST(error.message[0] && !strchr(error.message, '\n'));
        return 0;
    }
    size_t length, length_again;
    char *text = write_value(json, &length);
    json_decref(json);
    MUST(ogpi_json_parse(&again, text, length, &limits, NULL, &error) == 0 || error.code == OGP_ERROR_LIMIT);
    if (again) {
        char *text_again = write_value(again, &length_again);
        MUST(length == length_again && memcmp(text, text_again, length) == 0);
        json_decref(again);
        ogpi_free(NULL, text_again);
    }
    ogpi_free(NULL, text);
    return 0;
}
