/* SPDX-License-Identifier: MIT */
#include "io/xml_guard.h"

#include <stdbool.h>
#include <string.h>

/* Of one tag, comment, section or instruction: parsers search what is not closed again and again. */
enum { LONGEST = 65536, ATTRIBUTES = 255 };

static const char *refuse(int *code, int as, const char *why)
{
    *code = as;
    return why;
}

/* UTF-8 and nothing else, or parsers would read what is not looked at here. */
static const char *check_first(const ogpi_xml_guard *g, char c, int *code)
{
    static const char bom[] = "\xEF\xBB\xBF";
    bool good = g->bytes < 3 && c == bom[g->bytes];
    if (g->bytes == 0 || (g->bytes == 3 && g->before == bom[1] && g->last == bom[2]))
        good = good || c == '<';
    else if (g->bytes < 3)
        good = good || (c && c != '<');
    else
        good = true;
    return good ? NULL : refuse(code, OGP_ERROR_FORMAT, "no XML in UTF-8");
}

/* True when the markup under way ends with this byte. */
static bool ends(const ogpi_xml_guard *g, char c)
{
    if (c != '>' || g->quote)
        return false;
    if (strcmp(g->markup, "<!-") == 0)
        return g->run >= 6 && g->last == '-' && g->before == '-';
    if (strcmp(g->markup, "<![") == 0)
        return g->last == ']' && g->before == ']';
    return g->markup[1] != '?' || g->last == '?';
}

static void begin(ogpi_xml_guard *g)
{
    memcpy(g->markup, "<", 2);
    g->run = 1;
    g->attributes = 0;
    g->quote = '\0';
}

static const char *leave(ogpi_xml_guard *g, size_t depth, int *code)
{
    bool tag = g->markup[1] == '\0', empty = g->last == '/';
    g->run = 0;
    if (g->markup[1] == '/')
        g->depth -= g->depth > 0;
    g->depth += tag && !empty;
    return g->depth > depth ? refuse(code, OGP_ERROR_LIMIT, "nested deeper than the limit allows") : NULL;
}

static const char *within(ogpi_xml_guard *g, char c, int *code)
{
    bool tag = g->markup[1] == '\0';
    if (g->run == 1 && (c == '/' || c == '!' || c == '?'))
        g->markup[1] = c, g->markup[2] = '\0';
    else if (g->run == 2 && g->markup[1] == '!') {
        if (c != '-' && c != '[')
            return refuse(code, OGP_ERROR_FORMAT, "a DOCTYPE is not taken");
        g->markup[2] = c, g->markup[3] = '\0';
    } else if (tag && g->quote) {
        g->quote = c == g->quote ? '\0' : g->quote;
    } else if (tag && (c == '"' || c == '\'')) {
        g->quote = c;
        if (++g->attributes > ATTRIBUTES)
            return refuse(code, OGP_ERROR_LIMIT, "more than 255 attributes");
    }
    if (++g->run > LONGEST && !(g->markup[1] == '!' && g->markup[2] == '['))
        return refuse(code, OGP_ERROR_LIMIT, "a tag or comment of more than 64 KiB");
    return NULL;
}

const char *ogpi_xml_guard_pass(ogpi_xml_guard *g, const char *bytes, size_t length, size_t depth, int *code)
{
    const char *why = NULL;
    for (size_t i = 0; i < length && !why; i++) {
        char c = bytes[i];
        if (g->bytes < 4 && (why = check_first(g, c, code)) != NULL)
            break;
        if (g->run == 0 && g->bytes >= 4 && c != '<') {
            const char *next = memchr(bytes + i, '<', length - i);
            size_t skipped = (next ? (size_t)(next - bytes) : length) - i;
            g->bytes += skipped;
            if (!next)
                break;
            i += skipped;
            c = '<';
        }
        if (g->run == 0 && c == '<')
            begin(g);
        else if (g->run && ends(g, c))
            why = leave(g, depth, code);
        else if (g->run)
            why = within(g, c, code);
        g->before = g->last;
        g->last = c;
        g->bytes++;
    }
    return why;
}
