#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes lib/base/fold_table.c: what each code point from U+0080 to U+07FF folds to.

Run by hand when the folding changes; the result is committed, so that a build needs no Unicode data.
"""
import unicodedata

MARK, HIDDEN, SPACE, PUNCT = 1, 2, 3, 4
PAIR, UPPER = 0x8000, 0x4000
ARABIC = {0x623: 0x627, 0x625: 0x627, 0x622: 0x627, 0x671: 0x627, 0x672: 0x627, 0x673: 0x627, 0x624: 0x648,
          0x626: 0x64A, 0x649: 0x64A, 0x6CC: 0x64A, 0x6A9: 0x643, 0x629: 0x647, 0x6BE: 0x647, 0x6C0: 0x647,
          0x6C1: 0x647, 0x6C2: 0x647, 0x6C3: 0x647, 0x6D5: 0x647, 0x66A: ord('%'), 0x66C: ord("'"), 0x66B: 0x1F,
          0x60C: ord(','), 0x61B: ord(';'), 0x61F: ord('?'), 0x6D4: ord('.')}
OTHER = {0xAA: ord('a'), 0xBA: ord('o'), 0xB0: ord('o'), 0xF8: ord('o'), 0xD8: ord('o'), 0x142: ord('l'),
         0x141: ord('l'), 0x111: ord('d'), 0x110: ord('d'), 0x131: ord('i'), 0x130: ord('i'), 0x2BC: ord("'"),
         0xAB: ord('"'), 0xBB: ord('"'), 0xB4: ord("'"), 0xB7: ord('.')}
PAIRS = {0xDF: 'ss', 0xE6: 'ae', 0xC6: 'ae', 0x153: 'oe', 0x152: 'oe'}


def fold(cp):
    if cp in ARABIC:
        return ARABIC[cp]
    if cp in OTHER:
        return OTHER[cp]
    if cp in PAIRS:
        return PAIR | ord(PAIRS[cp][0]) << 7 | ord(PAIRS[cp][1])
    if 0x660 <= cp <= 0x669 or 0x6F0 <= cp <= 0x6F9:
        return ord('0') + (cp & 15)
    char = chr(cp)
    category = unicodedata.category(char)
    if cp == 0x640 or category in ('Mn', 'Me'):
        return MARK
    if category in ('Cf', 'Cc') and cp != 0x85:
        return HIDDEN
    if category == 'Zs' or cp == 0x85:
        return SPACE
    if category[0] in 'PS' or category in ('No', 'Cn'):
        return PUNCT
    base = ''.join(c for c in unicodedata.normalize('NFD', char.casefold()) if unicodedata.category(c) != 'Mn')
    if len(base) != 1 or ord(base) >= UPPER:
        return cp
    return OTHER.get(ord(base), ord(base))


def entry(cp):
    folded = fold(cp)
    upper = cp < 0x590 and folded not in (cp, MARK, HIDDEN, SPACE, PUNCT) and unicodedata.category(chr(cp)) == 'Lu'
    return folded | (UPPER if upper else 0)


rows = []
for start in range(0x80, 0x800, 12):
    rows.append('    ' + ', '.join('0x%04X' % entry(cp) for cp in range(start, min(start + 12, 0x800))) + ',')
with open('lib/base/fold_table.c', 'w', encoding='utf-8') as out:
    out.write('/* SPDX-License-Identifier: MIT */\n/* Written by scripts/make-fold-table.py; do not edit. */\n'
              '#include "base/fold_table.h"\n\nconst uint16_t ogpi_fold_table[0x780] = {\n' + '\n'.join(rows) +
              '\n};\n')
