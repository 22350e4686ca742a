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

int ogpi_class_of(const char *name)
{
    static const char names[] =
#define OGPI_CLASS(name) #name "\0"
#include "rulebook/classes.list"
#undef OGPI_CLASS
        ;
    return index_of(names, sizeof names, name);
}

int ogpi_option_of(const char *name)
{
    static const char names[] =
#define OGPI_OPTION(id, name) name "\0"
#include "rulebook/options.list"
#undef OGPI_OPTION
        ;
    return index_of(names, sizeof names, name);
}

int ogpi_form_of(const char *name)
{
    static const char names[] =
#define OGPI_FORM(name) #name "\0"
#include "rulebook/forms.list"
#undef OGPI_FORM
        ;
    return index_of(names, sizeof names, name);
}

int ogpi_mark_of(const char *name)
{
    static const char names[] = "and\0preposition\0the\0dual\0owner\0verb\0for\0by\0";
    return index_of(names, sizeof names, name);
}
