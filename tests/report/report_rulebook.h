/* SPDX-License-Identifier: MIT */
/* A rulebook of two rules, so that the writers' golden files do not move with the real one. */
#ifndef REPORT_RULEBOOK_H
#define REPORT_RULEBOOK_H

static const char report_rulebook[] =
    "{\"meta\": {\"format\": \"ogp-rulebook/1\", \"version\": \"2026-01-01\"},"
    "\"families\": {\"template\": {\"prefix\": \"TPL\", \"name\": {\"en\": \"T\", \"ar\": \"T\", \"fr\": \"T\", "
    "\"es\": \"T\"}},"
    "\"smart\": {\"prefix\": \"SMA\", \"name\": {\"en\": \"S\", \"ar\": \"S\", \"fr\": \"S\", \"es\": \"S\"}}},"
    "\"editions\": {\"tpl-2016\": {\"kind\": \"template\", \"by\": \"submitted\", \"name\": {\"en\": \"T\", \"ar\": "
    "\"T\","
    " \"fr\": \"T\", \"es\": \"T\"}, \"source\": \"A\", \"status\": \"seen\"}},"
    "\"sources\": {\"A\": {\"address\": \"https://example.org/a?b&c\", \"title\": \"A\"}},"
    "\"rules\": ["
    "{\"id\": \"SMA010\", \"family\": \"smart\", \"name\": \"vague\", \"severity\": {\"default\": \"warning\"},"
    " \"message\": {\"en\": \"The words “{words}” cannot be checked by anyone who was not in the room\","
    " \"ar\": \"لا يمكن التحقق من عبارة «{words}»\", \"fr\": \"On ne peut vérifier « {words} »\","
    " \"es\": \"No se puede verificar «{words}»\"},"
    " \"mend\": {\"en\": \"Say what will exist, for whom and by when\", \"ar\": \"اذكر ما سيتحقق ولمن ومتى\","
    " \"fr\": \"Dites ce qui existera, pour qui et quand\", \"es\": \"Diga qué existirá, para quién y cuándo\"},"
    " \"source\": \"A https://example.org/b\", \"status\": \"unverified\"},"
    "{\"id\": \"TPL010\", \"family\": \"template\", \"name\": \"lead-missing\", \"editions\": [\"tpl-2016\"],"
    " \"severity\": {\"default\": \"error\"},"
    " \"message\": {\"en\": \"No lead institution is named\", \"ar\": \"لم تُسمَّ الجهة المسؤولة\","
    " \"fr\": \"Aucune institution n'est nommée\", \"es\": \"No se nombra ninguna institución\"},"
    " \"mend\": {\"en\": \"Name it\", \"ar\": \"اذكرها\", \"fr\": \"Nommez-la\", \"es\": \"Nómbrela\"},"
    " \"source\": \"A\", \"status\": \"seen\"}]}";

#endif
