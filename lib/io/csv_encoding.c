/* SPDX-License-Identifier: MIT */
#include "io/csv_encoding.h"
#include "base/utf8.h"

static const uint16_t windows_1252_high[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

uint32_t ogpi_windows_1252(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? windows_1252_high[byte - 0x80] : byte;
}

/* Text in UTF-16 has a zero in every second byte wherever it is ASCII. */
static ogpi_csv_encoding detect_by_zeros(const char *bytes, size_t length)
{
    size_t even = 0, odd = 0, n = length < 512 ? length & ~(size_t)1 : 512;

    for (size_t i = 0; i < n; i += 2) {
        even += bytes[i] == 0;
        odd += bytes[i + 1] == 0;
    }
    if (n >= 4 && odd * 4 > n && even == 0)
        return OGPI_CSV_UTF16LE;
    if (n >= 4 && even * 4 > n && odd == 0)
        return OGPI_CSV_UTF16BE;
    return OGPI_CSV_UTF8;
}

ogpi_csv_encoding ogpi_csv_detect(const char *bytes, size_t length, size_t *bom)
{
    *bom = 0;
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        *bom = 3;
        return OGPI_CSV_UTF8;
    }
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) {
        *bom = 2;
        return OGPI_CSV_UTF16LE;
    }
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
        *bom = 2;
        return OGPI_CSV_UTF16BE;
    }
    return detect_by_zeros(bytes, length);
}

enum { SEPARATORS = 4, FIRST_RECORDS = 9 };

/* How many records hold as many of a separator as most do. */
static size_t alike(const size_t *counts, size_t records)
{
    size_t most = 0;

    for (size_t i = 0; i < records; i++) {
        size_t same = 0;
        for (size_t k = 0; k < records; k++)
            same += counts[i] > 0 && counts[k] == counts[i];
        most = same > most ? same : most;
    }
    return most;
}

/* Counts alone would mislead: one cell may hold a list of hundreds, and each number of a row a decimal comma. */
char ogpi_csv_detect_separator(const char *bytes, size_t length)
{
    static const char candidates[] = ",;\t|";
    size_t counts[SEPARATORS][FIRST_RECORDS + 1] = {{0}}, totals[SEPARATORS] = {0}, records = 0, best = 0, most = 0;
    bool quoted = false, blank = true;

    for (size_t i = 0; i < length && records < FIRST_RECORDS; i++) {
        const char *at = bytes[i] ? strchr(candidates, bytes[i]) : NULL;
        bool ends = bytes[i] == '\n' || bytes[i] == '\r';
        quoted ^= bytes[i] == '"';
        if (at && !quoted) {
            counts[at - candidates][records]++;
            totals[at - candidates]++;
        }
        records += ends && !quoted && !blank;
        blank = ends && !quoted;
    }
    for (size_t i = 0; i < SEPARATORS; i++) {
        size_t same = alike(counts[i], records);
        if (same > most || (same == most && totals[i] > totals[best])) {
            most = same;
            best = i;
        }
    }
    return candidates[best];
}

/* Documents in UTF-16 are told too, so that their reader can say what is wrong with them. */
bool ogpi_csv_is_document(const char *bytes, size_t length)
{
    static const char *const known[] = {"{", "[", "<?", "<!--", "<plan"};
    char head[OGPI_SOURCE_PEEK] = "";
    size_t at, count = 0;
    ogpi_csv_encoding encoding = ogpi_csv_detect(bytes, length, &at);

    for (at += encoding == OGPI_CSV_UTF16BE; at < length && count < sizeof head - 1; at += encoding ? 2 : 1)
        if (count || !bytes[at] || !strchr(" \t\r\n", bytes[at]))
            head[count++] = bytes[at];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(head, known[i], strlen(known[i])) == 0)
            return true;
    return false;
}

const char *ogpi_csv_detect_foreign(const char *bytes, size_t length)
{
    static const struct {
        const char *magic, *what;
    } known[] = {
        {"PK\x03\x04", "a ZIP archive, perhaps an Excel workbook: save it as CSV"},
        {"\xD0\xCF\x11\xE0", "an old Excel workbook, or one with a password: save it as CSV, or as .xlsx without one"},
        {"%PDF-", "a PDF file: take the table as CSV"},
        {"<!DOCTYPE", "a web page: download the table as CSV"},
        {"<html", "a web page: download the table as CSV"},
        {"\x1F\x8B", "a gzip archive: unpack it"},
        {"\x89PNG", "a picture: take the table as CSV"},
        {"\xFF\xD8\xFF", "a picture: take the table as CSV"},
    };
    size_t bom;

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (length >= strlen(known[i].magic) && memcmp(bytes, known[i].magic, strlen(known[i].magic)) == 0)
            return known[i].what;
    /* UTF-16 has zeros too, in every second byte. */
    if (!memchr(bytes, 0, length < 256 ? length : 256) || ogpi_csv_detect(bytes, length, &bom) != OGPI_CSV_UTF8)
        return NULL;
    return "a file of another kind: it holds zero bytes";
}

static unsigned unit_at(const char *in, bool big)
{
    const unsigned char *u = (const unsigned char *)in;
    return big ? (unsigned)u[0] << 8 | u[1] : (unsigned)u[1] << 8 | u[0];
}

size_t ogpi_utf16_decode(const char *in, size_t length, bool big, bool last, char *out, size_t *used)
{
    size_t i = 0, n = 0;

    while (i + 2 <= length) {
        uint32_t c = unit_at(in + i, big);
        size_t step = 2;
        if (c >= 0xD800 && c < 0xDC00) {
            if (i + 4 > length && !last)
                break;
            unsigned low = i + 4 <= length ? unit_at(in + i + 2, big) : 0;
            bool pair = low >= 0xDC00 && low < 0xE000;
            c = pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD;
            step = pair ? 4 : 2;
        } else if (c >= 0xDC00 && c < 0xE000) {
            c = 0xFFFD;
        }
        n += ogpi_utf8_encode(c, out + n);
        i += step;
    }
    *used = last ? length : i;
    return n;
}
