/* SPDX-License-Identifier: MIT */
/* A target is one file fuzz_<name>.c that defines this function; libFuzzer or fuzz/driver.c calls it. */
#ifndef OGP_FUZZ_H
#define OGP_FUZZ_H

#include <ogp/context.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A property that must hold for every input. */
#define MUST(condition) do { if (!(condition)) abort(); } while (0)

/* What a refusal must look like: a code, and one line of words. */
static inline void must_explain(int rc, const ogp_error *error)
{
    MUST(rc < 0 && error->code == rc && error->message[0] && !strchr(error->message, '\n'));
}

/* A context with limits near enough that inputs reach them. */
static inline ogp_context *limited_context(const char *language)
{
    static const ogp_limits limits = {.struct_size = sizeof(ogp_limits), .input_bytes = 1 << 20, .depth = 64,
                                      .string_bytes = 65536, .commitments = 100, .milestones = 100,
                                      .findings = 1000, .findings_per_rule = 50, .columns = 300, .members = 100000};
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *made = NULL;
    options.limits = &limits;
    options.language = language;
    MUST(ogp_context_new(&made, &options, NULL) == 0);
    return made;
}

#endif
