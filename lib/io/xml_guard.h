/* SPDX-License-Identifier: MIT */
/* Watches XML that comes piece by piece on its way to the parser: what ogpi_xml_scan() does for a text that is there as
   a whole. */
#ifndef OGPI_XML_GUARD_H
#define OGPI_XML_GUARD_H

#include <ogp/context.h>

typedef struct ogpi_xml_guard {
    char markup[4];      /* how the markup under way begins: "<", "</", "<!", "<?", "<!-", "<![" */
    size_t run;          /* its bytes so far; 0: text */
    size_t attributes, depth, bytes;
    char quote, last, before;
} ogpi_xml_guard;

/* NULL, or why these bytes may not be parsed; *code is then SYNTAX, FORMAT or LIMIT. */
const char *ogpi_xml_guard_pass(ogpi_xml_guard *guard, const char *bytes, size_t length, size_t depth, int *code);

#endif
