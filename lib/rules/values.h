/* SPDX-License-Identifier: MIT */
/* Reasons given for a value. */
#ifndef OGPI_VALUES_H
#define OGPI_VALUES_H

#include "model/model.h"

typedef enum ogpi_reason { OGPI_REASON_NONE, OGPI_REASON_BLANK, OGPI_REASON_THIN, OGPI_REASON_GIVEN } ogpi_reason;

/* The reason under a value in that language, else in any; NULL where the value is not named. */
const char *ogpi_value_reason(const ogpi_values *values, const char *field, const char *language);
/* Fewer words than thin_words are no reason yet. */
ogpi_reason ogpi_reason_kind(const char *reason, int32_t thin_words);

#endif
