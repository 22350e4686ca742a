/* SPDX-License-Identifier: MIT */
/* A small rulebook, in pieces that a test may replace. */
#ifndef TEST_RULEBOOK_SMALL_H
#define TEST_RULEBOOK_SMALL_H

#include <stdio.h>
#include <string.h>

#define SMALL_TEXTS "{\"en\":\"a\",\"ar\":\"\xd8\xa3\",\"fr\":\"b\",\"es\":\"c\"}"

static const char small_rulebook[] =
    "{\"meta\":{\"format\":\"ogp-rulebook/1\",\"version\":\"2026-11-01\"},\n"
    "\"sources\":{\"S1\":{\"title\":\"A page\",\"address\":\"https://example.org/\"}},\n"
    "\"families\":{\"template\":{\"prefix\":\"TPL\",\"name\":" SMALL_TEXTS "}},\n"
    "\"editions\":{\"old\":{\"kind\":\"calendar\",\"by\":\"due\",\"from\":\"2011\",\"name\":" SMALL_TEXTS
    ",\"source\":\"S1\",\"status\":\"seen\"},\n"
    "\"new\":{\"kind\":\"calendar\",\"by\":\"due\",\"from\":\"2018-01-01\",\"name\":" SMALL_TEXTS
    ",\"source\":\"S1\",\"status\":\"seen\"}},\n"
    "\"params\":{\"a.b\":{\"value\":7,\"status\":\"unverified\"}},\n"
    "\"terms\":{\"involve\":{\"en\":\"involve\",\"ar\":\"\xd8\xa5\xd8\xb4\xd8\xb1\xd8\xa7\xd9\x83\",\"fr\":"
    "\"impliquer\","
    "\"es\":\"involucrar\",\"status\":{\"en\":\"seen\",\"ar\":\"seen\",\"fr\":\"seen\",\"es\":\"seen\"}}},\n"
    "\"rules\":[{\"id\":\"TPL020\",\"family\":\"template\",\"name\":\"second\",\"severity\":{\"default\":\"note\"},"
    "\"message\":{\"en\":\"Plan {plan} is at {level}\",\"ar\":\"\xd8\xa7\xd9\x84\xd8\xae\xd8\xb7\xd8\xa9 {plan} "
    "{level}\","
    "\"fr\":\"Plan {plan}: {level}\",\"es\":\"Plan {plan}: {level}\"},"
    "\"mend\":" SMALL_TEXTS ",\"source\":\"S1 https://example.org/x\",\"status\":\"unverified\"},\n"
    "{\"id\":\"TPL010\",\"family\":\"template\",\"name\":\"first\",\"editions\":[\"old\",\"new\"],"
    "\"severity\":{\"default\":\"error\",\"old\":\"warning\"},\"message\":" SMALL_TEXTS ",\"mend\":" SMALL_TEXTS
    ",\"source\":\"S1\",\"status\":\"seen\"}],\n"
    "\"text\":{\"languages\":{\"en\":{\"script\":\"latin\",\"affixes\":{\"suffixes\":[{\"form\":\"ing\",\"marks\":["
    "\"verb\"]}]},"
    "\"sets\":{\"act\":[\"adopt\",\"publish\"]},\"lists\":{\"verb\":[\"<act>\",\"set up\"],"
    "\"thing\":[\"law\",\"law on <act>\",\"register\"],\"number\":{\"2\":[\"two\"]}}}}},\n"
    "\"numbers\":{\"small\":-5,\"edge\":134217727,\"over\":134217728,\"least\":-134217728,\"big\":4000000000,"
    "\"half\":2.5,\"yes\":true,\"no\":false,\"null\":null,\"list\":[1,\"two\",[3]],\"empty\":{},\"none\":[]}}\n";

/* The small rulebook with the first `from` replaced by `to`. */
static inline const char *small_with(char *buffer, size_t size, const char *from, const char *to)
{
    const char *at = strstr(small_rulebook, from);
    if (!at)
        return NULL;
    snprintf(buffer, size, "%.*s%s%s", (int)(at - small_rulebook), small_rulebook, to, at + strlen(from));
    return buffer;
}

#endif
