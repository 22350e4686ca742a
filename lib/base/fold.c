/* SPDX-License-Identifier: MIT */
#include "base/fold.h"

#include "base/fold_table.h"
#include "base/utf8.h"

#include <utf8proc.h>

#define A(kind, byte) ((uint16_t)((unsigned)(kind) | (unsigned)(byte) << 8))
#define U(byte) ((uint16_t)(OGPI_FOLD_LETTER | 8u | (unsigned)((byte) + 32) << 8))
#define L(byte) A(OGPI_FOLD_LETTER, byte)
#define S(byte) A(OGPI_FOLD_SIGN, byte)
#define N(byte) A(OGPI_FOLD_DIGIT, byte)
#define B(byte) A(OGPI_FOLD_BLANK, byte)
#define H A(OGPI_FOLD_INVISIBLE, 0)

const uint16_t ogpi_fold_ascii[128] = {
    H,       H,       H,      H,      H,      H,       H,      H,      H,      B(' '), B('\n'), B('\n'), B('\n'),
    B('\n'), H,       H,      H,      H,      H,       H,      H,      H,      H,      H,       H,       H,
    H,       H,       H,      H,      H,      H,       B(' '), S('!'), S('"'), S('#'), S('$'),  S('%'),  S('&'),
    S('\''), S('('),  S(')'), S('*'), S('+'), S(','),  S('-'), S('.'), S('/'), N('0'), N('1'),  N('2'),  N('3'),
    N('4'),  N('5'),  N('6'), N('7'), N('8'), N('9'),  S(':'), S(';'), S('<'), S('='), S('>'),  S('?'),  S('@'),
    U('A'),  U('B'),  U('C'), U('D'), U('E'), U('F'),  U('G'), U('H'), U('I'), U('J'), U('K'),  U('L'),  U('M'),
    U('N'),  U('O'),  U('P'), U('Q'), U('R'), U('S'),  U('T'), U('U'), U('V'), U('W'), U('X'),  U('Y'),  U('Z'),
    S('['),  S('\\'), S(']'), S('^'), S('_'), S('\''), L('a'), L('b'), L('c'), L('d'), L('e'),  L('f'),  L('g'),
    L('h'),  L('i'),  L('j'), L('k'), L('l'), L('m'),  L('n'), L('o'), L('p'), L('q'), L('r'),  L('s'),  L('t'),
    L('u'),  L('v'),  L('w'), L('x'), L('y'), L('z'),  S('{'), S('|'), S('}'), S('~'), H,
};

static void put(ogpi_fold *out, ogpi_fold_kind kind, uint32_t code_point)
{
    if (out->length + 4 > OGPI_FOLD_MAX)
        return;
    out->kind = (uint8_t)kind;
    out->length = (uint8_t)(out->length + ogpi_utf8_encode(code_point, out->bytes + out->length));
}

static void put_ascii(ogpi_fold *out, unsigned byte)
{
    unsigned entry = ogpi_fold_ascii[byte];
    put(out, (ogpi_fold_kind)(entry & 7), entry >> 8);
}

/* U+0080 to U+07FF. */
static void fold_table(ogpi_fold *out, uint32_t code_point)
{
    unsigned entry = ogpi_fold_table[code_point - 0x80], point = entry & OGPI_FOLD_POINT;
    out->upper = (entry & OGPI_FOLD_UPPER) != 0;
    if (entry & OGPI_FOLD_PAIR) {
        put(out, OGPI_FOLD_LETTER, point >> 7);
        put(out, OGPI_FOLD_LETTER, point & 127);
        return;
    }
    switch (point) {
    case OGPI_FOLD_MARK:
        if (out->length == 0) /* else it belongs to the letter that it was taken apart from */
            out->kind = OGPI_FOLD_EXTEND;
        return;
    case OGPI_FOLD_HIDDEN:
        if (out->length == 0)
            out->kind = OGPI_FOLD_INVISIBLE;
        return;
    case OGPI_FOLD_SPACE:
        put(out, OGPI_FOLD_BLANK, ' ');
        return;
    case OGPI_FOLD_PUNCT:
        put(out, OGPI_FOLD_SIGN, code_point);
        return;
    case 0x1F:
        put(out, OGPI_FOLD_SIGN, 0x1F);
        return;
    default:
        if (point < 0x80)
            put_ascii(out, point);
        else
            put(out, OGPI_FOLD_LETTER, point);
    }
}

/* U+2000 to U+206F, U+2212 and the like: 0 where the general rule will do. */
static unsigned general_sign(uint32_t code_point)
{
    if (code_point >= 0x2000 && code_point <= 0x200A)
        return ' ';
    if (code_point >= 0x2010 && code_point <= 0x2013)
        return '-';
    switch (code_point) {
    case 0x2028:
    case 0x2029:
        return '\n';
    case 0x202F:
    case 0x205F:
    case 0x3000:
        return ' ';
    case 0x2212:
        return '-';
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
        return '"';
    default:
        return 0;
    }
}

static void fold_category(ogpi_fold *out, uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    if (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME) {
        if (out->length == 0)
            out->kind = OGPI_FOLD_EXTEND;
    } else if (category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_CC) {
        if (out->length == 0)
            out->kind = OGPI_FOLD_INVISIBLE;
    } else if (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) {
        put(out, OGPI_FOLD_BLANK, ' ');
    } else if (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_SO) {
        put(out, OGPI_FOLD_SIGN, code_point);
    } else {
        put(out, OGPI_FOLD_LETTER, code_point);
    }
}

static void fold_one(ogpi_fold *out, uint32_t code_point)
{
    if (code_point < 0x80)
        put_ascii(out, code_point);
    else if (code_point < 0x800)
        fold_table(out, code_point);
    else
        fold_category(out, code_point);
}

/* Everything from U+0800 on: taken apart, then each piece folded. */
static void fold_general(ogpi_fold *out, uint32_t code_point)
{
    utf8proc_int32_t pieces[24];
    int boundary = 0;
    unsigned sign = general_sign(code_point);
    if (sign) {
        put(out, sign == ' ' || sign == '\n' ? OGPI_FOLD_BLANK : OGPI_FOLD_SIGN, sign);
        return;
    }
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)code_point, pieces, 24, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    if (count <= 0 || count > 24) {
        fold_category(out, code_point);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++)
        fold_one(out, (uint32_t)pieces[i]);
    out->upper = utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_LU;
}

size_t ogpi_fold_next(ogpi_fold *out, const char *text, size_t length)
{
    uint32_t code_point = 0;
    size_t taken = ogpi_utf8_decode(text, length, &code_point);
    out->kind = OGPI_FOLD_INVISIBLE;
    out->upper = 0;
    out->length = 0;
    if (code_point < 0x80) {
        out->upper = (ogpi_fold_ascii[code_point] >> 3) & 1;
        if ((ogpi_fold_ascii[code_point] & 7) != OGPI_FOLD_INVISIBLE)
            put_ascii(out, code_point);
    } else if (code_point < 0x800) {
        fold_table(out, code_point);
    } else {
        fold_general(out, code_point);
    }
    return taken;
}

void ogpi_fold_text(ogpi_buffer *out, uint32_t *offsets, const char *text, size_t length)
{
    ogpi_fold piece;
    size_t written = 0;
    for (size_t i = 0; i < length;) {
        size_t taken = ogpi_fold_next(&piece, text + i, length - i);
        ogpi_buffer_add(out, piece.bytes, piece.length);
        for (unsigned k = 0; offsets && k < piece.length; k++)
            offsets[written++] = (uint32_t)i;
        i += taken;
    }
}

/* Letters and digits of ASCII at the start of a text, folded; how many. */
static size_t fold_plain(ogpi_buffer *out, const char *text, size_t length)
{
    char folded[64];
    size_t count = 0;
    for (; count < length && count < sizeof(folded) && (unsigned char)text[count] < 0x80; count++) {
        unsigned entry = ogpi_fold_ascii[(unsigned char)text[count]];
        if ((entry & 7) > OGPI_FOLD_DIGIT)
            break;
        folded[count] = (char)(entry >> 8);
    }
    if (count)
        ogpi_buffer_add(out, folded, count);
    return count;
}

/* The gap before what comes next, where something came before. */
static void close_gap(ogpi_buffer *out, size_t start, bool *gap)
{
    if (*gap && out->length > start)
        ogpi_buffer_putc(out, ' ');
    *gap = false;
}

void ogpi_fold_key(ogpi_buffer *out, const char *text, size_t length)
{
    ogpi_fold piece;
    size_t start = out->length;
    bool gap = false;
    for (size_t i = 0; i < length;) {
        unsigned byte = (unsigned char)text[i], kind = byte < 0x80 ? ogpi_fold_ascii[byte] & 7 : OGPI_FOLD_INVISIBLE;
        if (kind == OGPI_FOLD_BLANK) {
            gap = true;
            i++;
        } else if (kind <= OGPI_FOLD_DIGIT) {
            close_gap(out, start, &gap);
            i += fold_plain(out, text + i, length - i);
        } else {
            i += ogpi_fold_next(&piece, text + i, length - i);
            gap |= piece.kind == OGPI_FOLD_BLANK || piece.kind == OGPI_FOLD_SIGN;
            if (piece.kind != OGPI_FOLD_BLANK && piece.kind != OGPI_FOLD_SIGN && piece.length > 0) {
                close_gap(out, start, &gap);
                ogpi_buffer_add(out, piece.bytes, piece.length);
            }
        }
    }
}
