/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon_names.h"

#include "rulebook/lexicon.h"

/* Names, each ended by 0, and an empty one behind the last. */
static int index_of(const char *names, const char *name)
{
    for (int i = 0; *names; i++, names += strlen(names) + 1)
        if (strcmp(names, name) == 0)
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
    return index_of(names, name);
}

int ogpi_option_of(const char *name)
{
    static const char names[] =
#define OGPI_OPTION(id, name) name "\0"
#include "rulebook/options.list"
#undef OGPI_OPTION
        ;
    return index_of(names, name);
}

int ogpi_form_of(const char *name)
{
    static const char names[] =
#define OGPI_FORM(name) #name "\0"
#include "rulebook/forms.list"
#undef OGPI_FORM
        ;
    return index_of(names, name);
}

int ogpi_mark_of(const char *name)
{
    return index_of("and\0preposition\0the\0dual\0owner\0verb\0for\0by\0", name);
}
