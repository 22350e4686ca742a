/* SPDX-License-Identifier: MIT */
/* Streams of commitments over a source of bytes. */
#ifndef OGPI_STREAM_H
#define OGPI_STREAM_H

#include "base/source.h"
#include <ogp/stream.h>

/* The source is taken over and closed, also on failure. */
int ogpi_stream_open_source(ogp_stream **out, const ogp_context *context, ogpi_source *source, ogp_error *error);

#endif
