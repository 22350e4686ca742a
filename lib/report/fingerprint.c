/* SPDX-License-Identifier: MIT */
#include "report/fingerprint.h"
#include "rulebook/finding.h"

static uint64_t mix(uint64_t hash, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
    return (hash ^ 0xFF) * UINT64_C(0x100000001b3); /* so that "ab" "c" is not "a" "bc" */
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
    return mix(hash, text, strlen(text));
}

/* The names of the path; its indices only where nothing else tells what is spoken of. */
static uint64_t mix_path(uint64_t hash, const char *path, bool indices)
{
    while (*path) {
        size_t length = 1 + strcspn(path + 1, "/");
        bool index = length > 1 && strspn(path + 1, "0123456789") == length - 1;
        if (!index || indices)
            hash = mix(hash, path, length);
        path += length;
    }
    return hash;
}

static uint64_t fingerprint(const ogp_finding *finding)
{
    const char *subject = ogp_finding_subject(finding);
    uint64_t hash = mix_text(UINT64_C(0xcbf29ce484222325), ogp_finding_rule(finding));
    hash = mix_text(hash, subject);
    hash = mix_path(hash, ogp_finding_path(finding), !*subject);
    for (size_t i = 0; i < ogpi_finding_arg_count(finding); i++)
        hash = mix_text(hash, ogpi_finding_arg_value(finding, i));
    return hash ? hash : 1;
}

/* Adds to an open table, 0 an empty slot; false when the number is in it already. */
static bool add(uint64_t *table, size_t mask, uint64_t number)
{
    size_t i = (size_t)(number ^ number >> 32) & mask;
    while (table[i] && table[i] != number)
        i = (i + 1) & mask;
    bool fresh = !table[i];
    table[i] = number;
    return fresh;
}

uint64_t *ogpi_fingerprints_make(const ogp_report *report, const ogp_allocator *allocator)
{
    size_t count = ogp_report_count(report), size = 16;
    while (size < count * 2)
        size *= 2;
    uint64_t *prints = ogpi_calloc(allocator, count + 1, sizeof *prints);
    uint64_t *table = ogpi_calloc(allocator, size, sizeof *table);
    for (size_t i = 0; prints && table && i < count; i++) {
        prints[i] = fingerprint(ogp_report_at(report, i));
        while (!add(table, size - 1, prints[i]))
            prints[i] = mix_text(prints[i], "again") | 1;
    }
    if (!table) {
        ogpi_free(allocator, prints);
        prints = NULL;
    }
    ogpi_free(allocator, table);
    return prints;
}
