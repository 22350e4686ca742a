/* SPDX-License-Identifier: MIT */
/* How a lexicon lies in its cells: the number of languages, a head for each, then their tables. */
#ifndef OGPI_LEXICON_LAYOUT_H
#define OGPI_LEXICON_LAYOUT_H

enum {
    OGPI_LANG_CODE,
    OGPI_LANG_SCRIPT,
    OGPI_LANG_OPTIONS,
    OGPI_LANG_AND,
    OGPI_LANG_SLOTS,
    OGPI_LANG_SLOT_MASK,
    OGPI_LANG_WORDS,
    OGPI_LANG_NODES,
    OGPI_LANG_LISTS,
    OGPI_LANG_OUTPUTS,
    OGPI_LANG_MASKS,
    OGPI_LANG_EDGES,
    OGPI_LANG_EDGE_MASK,
    OGPI_LANG_SETS,
    OGPI_LANG_PREFIXES,
    OGPI_LANG_PREFIX_COUNT,
    OGPI_LANG_SUFFIXES,
    OGPI_LANG_SUFFIX_COUNT,
    OGPI_LANG_CELLS
};

#define OGPI_EDGE_HASH(key) (((key) * 2654435761u) ^ ((key) * 2654435761u) >> 15)

#endif
