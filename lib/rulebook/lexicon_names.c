/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon_names.h"

#include "rulebook/lexicon.h"

/* Names, each ended by 0, and an empty one behind the last; `size` of all. */
static int index_of(const char *names, size_t size, const char *name)
{
    int i = 0;
    for (size_t at = 0; at + 1 < size; at += strlen(names + at) + 1, i++)
        if (strcmp(names + at, name) == 0)
            return i;
    return -1;
}

#define OGPI_CLASS(name) #name "\0"
#define OGPI_FORM(name) #name "\0"
#define OGPI_OPTION(id, name) name "\0"
static const char classes[] =
#include "rulebook/classes.list"
    ;
static const char forms[] =
#include "rulebook/forms.list"
    ;
static const char options[] =
#include "rulebook/options.list"
    ;
static const char marks[] = "and\0preposition\0the\0dual\0owner\0verb\0for\0by\0";

int ogpi_class_of(const char *name)
{
    return index_of(classes, sizeof classes, name);
}

int ogpi_form_of(const char *name)
{
    return index_of(forms, sizeof forms, name);
}

int ogpi_option_of(const char *name)
{
    return index_of(options, sizeof options, name);
}

int ogpi_mark_of(const char *name)
{
    return index_of(marks, sizeof marks, name);
}
