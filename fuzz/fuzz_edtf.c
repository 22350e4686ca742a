/* SPDX-License-Identifier: MIT */
/* What parses is written back the same, and its days are in order. */
#include "fuzz.h"

#include <ogp/date.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ogp_edtf edtf;
    ogp_error error = OGP_ERROR_INIT;
    char text[OGP_EDTF_SIZE];
    if (ogp_edtf_parse(&edtf, (const char *)data, size, &error) < 0) {
        MUST(error.message[0]);
        return 0;
    }
    MUST(ogp_edtf_format(&edtf, text, sizeof text) == size && memcmp(text, data, size) == 0);
    MUST(edtf.kind != OGP_EDTF_DATE || ogp_edtf_first_day(&edtf) <= ogp_edtf_last_day(&edtf));
    return 0;
}
