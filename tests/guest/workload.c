/* SPDX-License-Identifier: MIT */
#include "workload.h"
#include <string.h>

/* FNV-1a over all answers: the same work has to give the same digest in every host. */
static void feed(guest_digest *digest, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        digest->value = (digest->value ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
    digest->bytes += length;
}

static int use_dates(guest_digest *digest)
{
    static const char *const texts[] = { "2023-36", "2023-01-05/..", "2022?", "2021-12-31/2025-12-31" };
    char text[OGP_EDTF_SIZE];
    ogp_error error = OGP_ERROR_INIT;
    ogp_edtf date;

    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        if (ogp_edtf_parse(&date, texts[i], strlen(texts[i]), &error) < 0)
            return -1;
        feed(digest, text, ogp_edtf_format(&date, text, sizeof(text)));
    }
    if (ogp_edtf_parse(&date, "2023-02-30", 10, &error) != OGP_ERROR_FORMAT)
        return -1;
    feed(digest, error.message, strlen(error.message));
    return 0;
}

int guest_work(guest_digest *out, const char *directory, const ogp_allocator *allocator)
{
    (void)directory;
    (void)allocator;
    *out = (guest_digest){ UINT64_C(14695981039346656037), 0 };
    return use_dates(out) < 0 ? 1 : 0;
}
