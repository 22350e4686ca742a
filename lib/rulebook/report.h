/* SPDX-License-Identifier: MIT */
/* What a report is made of; shared by its builder, its getters and the writer of messages. */
#ifndef OGPI_RULEBOOK_REPORT_H
#define OGPI_RULEBOOK_REPORT_H

#include "rulebook/finding.h"

struct ogp_finding {
    const ogp_report *report;
    const ogp_rule *rule;
    const char *edition, *path, *subject;
    const char *status; /* NULL: the rule's */
    size_t start, end;
    const ogpi_arg *args;
    size_t arg_count;
    ogp_severity severity;
    /* Written at the first call, never replaced: any thread may be the first. */
    ogpi_shared texts[OGPI_TEXT_KINDS][OGPI_LANGUAGES];
};

typedef struct ogpi_tally {
    uint32_t kept, omitted;
} ogpi_tally;

struct ogp_report {
    ogpi_refcount refs;
    ogp_context *context; /* NULL: the defaults */
    const ogp_rulebook *book;
    const ogp_allocator *allocator; /* the context's */
    ogpi_arena arena;
    ogp_finding *findings;
    size_t count, capacity;
    ogpi_tally *tallies; /* one a rule of the book */
    size_t totals[OGP_SEVERITY_ERROR + 1];
    size_t omitted;
    _Atomic(bool) rendered; /* a finding has texts of its own */
};

/* A template of an Arabic message with its own Latin words between isolates; NULL without memory. */
char *ogpi_message_isolate(const char *template, const ogp_allocator *allocator);
/* A template with the finding's arguments in place, those that run against it between isolates; NULL without memory. */
char *ogpi_message_render(const ogp_finding *finding, const char *template, const char *language);
void ogpi_message_put(ogpi_buffer *out, const ogp_finding *finding, const char *template, const char *language);

/* Message and mend for a writer: where there is no memory for them, *failed is set and the rule's name returned. */
const char *ogpi_finding_message(const ogp_finding *finding, const char *language, bool *failed);
const char *ogpi_finding_mend(const ogp_finding *finding, const char *language, bool *failed);
/* The same for a text that is needed only once: it replaces what the buffer has. False, and nothing done, where the
   context does not keep the rule's text. */
bool ogpi_finding_put(ogpi_buffer *out, const ogp_finding *finding, int kind, int language);
/* The members of a finding in a report's JSON that others of its rule have too, as the context keeps them. */
typedef struct ogpi_kept_json {
    const char *edition, *status;
    ogp_severity severity;
    size_t head;   /* "rule" and "severity" */
    size_t middle; /* "message", "mend" and "args" of a finding without arguments begin here ... */
    size_t tail;   /* ... then "edition", "source" and "status" */
    size_t length;
    char text[];
} ogpi_kept_json;
/* NULL where the context keeps none for the finding. */
const ogpi_kept_json *ogpi_finding_json(const ogp_finding *finding, int language);

#endif
