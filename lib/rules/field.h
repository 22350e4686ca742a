/* SPDX-License-Identifier: MIT */
/* Fields by name, through the shapes of the model. */
#ifndef OGPI_FIELD_H
#define OGPI_FIELD_H

#include "model/model.h"
#include "rulebook/rulebook.h"

/* True when the member named by a path ("title", "lead/contact") holds more than blanks. A member that the shape does
   not know is looked for among the unknown ones. */
bool ogpi_field_filled(const ogpi_shape *shape, const void *record, const char *path);
/* True when that field of a record does. */
bool ogpi_slot_filled(const void *record, const ogpi_field *field);
/* True when any member of the record does. */
bool ogpi_record_filled(const ogpi_shape *shape, const void *record);
/* For messages: keys of an object, or strings of an array, separated by commas; what does not fit is left out. */
void ogpi_keys_joined(char *out, size_t size, ogpi_rb list);
/* The same of an array of objects: the member of that name of each. */
void ogpi_members_joined(char *out, size_t size, ogpi_rb list, const char *member);
/* True when the string is a key of an object or an element of an array. */
bool ogpi_listed(ogpi_rb list, const char *word);

#endif
