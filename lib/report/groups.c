/* SPDX-License-Identifier: MIT */
#include "report/groups.h"

#include <stdlib.h>

typedef struct entry {
    const char *path, *subject;
    size_t place;  /* length of the part of the path that tells records apart: "/commitments/3" */
    size_t index;
    size_t leader; /* index of the group's first finding */
    int severity;
} entry;

/* "/commitments/3/milestones/0/end" -> "/commitments/3"; findings on anything else belong to the whole. */
static size_t record_length(const char *path)
{
    size_t name = *path == '/' ? 1 + strcspn(path + 1, "/") : 0;
    if (!name || !path[name])
        return 0;
    size_t digits = strspn(path + name + 1, "0123456789");
    char after = path[name + 1 + digits];
    return digits && (after == '\0' || after == '/') ? name + 1 + digits : 0;
}

static int compare_keys(const entry *a, const entry *b)
{
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    int order = memcmp(a->path, b->path, a->place);
    return order ? order : strcmp(a->subject, b->subject);
}

static int by_key(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    int order = compare_keys(a, b);
    return order ? order : a->index < b->index ? -1 : 1;
}

static int by_reading(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    if (a->leader != b->leader)
        return a->leader < b->leader ? -1 : 1;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

static void sort(entry *entries, size_t count)
{
    qsort(entries, count, sizeof *entries, by_key);
    for (size_t i = 0; i < count; i++) {
        bool same = i && compare_keys(&entries[i - 1], &entries[i]) == 0;
        entries[i].leader = same ? entries[i - 1].leader : entries[i].index;
    }
    qsort(entries, count, sizeof *entries, by_reading);
}

ogpi_grouped *ogpi_groups_make(const ogp_report *report, const ogp_allocator *allocator)
{
    size_t count = ogp_report_count(report);
    entry *entries = ogpi_calloc(allocator, count + 1, sizeof *entries);
    ogpi_grouped *grouped = ogpi_calloc(allocator, count + 1, sizeof *grouped);
    if (!entries || !grouped) {
        ogpi_free(allocator, entries);
        ogpi_free(allocator, grouped);
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        const ogp_finding *f = ogp_report_at(report, i);
        const char *path = ogp_finding_path(f);
        entries[i] = (entry){path, ogp_finding_subject(f), record_length(path), i, 0, (int)ogp_finding_severity(f)};
    }
    sort(entries, count);
    for (size_t i = 0; i < count; i++)
        grouped[i] = (ogpi_grouped){entries[i].index, entries[i].subject, entries[i].place,
                                    !i || entries[i].leader != entries[i - 1].leader};
    ogpi_free(allocator, entries);
    return grouped;
}
