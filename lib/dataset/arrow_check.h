/* SPDX-License-Identifier: MIT */
/* What can be verified of an Arrow array before it is read; how long its buffers are, nobody says, but for those of
 * views. */
#ifndef OGPI_ARROW_CHECK_H
#define OGPI_ARROW_CHECK_H

#include <ogp/arrow.h>

/* NULL, or what is wrong with an array of a readable schema of which `rows` rows, counted without its offset, are
   read. */
const char *ogpi_arrow_wrong(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t rows);

#endif
