/* SPDX-License-Identifier: MIT */
#include "rules/identifier.h"

static size_t capitals(const char *text)
{
    return strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

static bool digits_only(const char *text, size_t count)
{
    return strspn(text, "0123456789") == count && text[count] == '\0';
}

bool ogpi_is_commitment_id(const char *id)
{
    size_t letters = capitals(id);
    return (letters == 2 || letters == 3) && digits_only(id + letters, 4);
}

bool ogpi_is_plan_id(const char *prefix, const char *id)
{
    size_t length = strlen(prefix);
    if (strncmp(id, prefix, length) != 0)
        return false;
    size_t letters = capitals(id + length);
    return (letters == 3 || letters == 4) && digits_only(id + length + letters, 2);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool ogpi_is_below(const char *parent, const char *number)
{
    parent += strspn(parent, " ");
    number += strspn(number, " ");
    size_t length = strlen(parent);
    while (length > 0 && strchr(" .", parent[length - 1]))
        length--;
    return strncmp(number, parent, length) == 0 &&
           !(length > 0 && is_digit(parent[length - 1]) && is_digit(number[length]));
}

static bool is_alpha2(ogpi_rb countries, const char *code)
{
    for (size_t i = 0; i < ogpi_rb_count(countries); i++)
        if (strncmp(ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(countries, i), "alpha2"), "-"), code, 2) == 0)
            return true;
    return false;
}

ogpi_member_kind ogpi_member_kind_of(const ogp_rulebook *book, const char *code)
{
    ogpi_rb countries = ogpi_rb_path(book, "countries");
    const char *kind = ogpi_rb_string(ogpi_rb_get(ogpi_rb_get(ogpi_rb_path(book, "members"), code), "kind"), NULL);
    if (kind)
        return strcmp(kind, "local") == 0 ? OGPI_MEMBER_LOCAL : OGPI_MEMBER_NATIONAL;
    if (ogpi_rb_count(ogpi_rb_get(countries, code)) > 0)
        return OGPI_MEMBER_NATIONAL;
    if (capitals(code) == 4 && code[4] == '\0' && is_alpha2(countries, code))
        return OGPI_MEMBER_LOCAL;
    return OGPI_MEMBER_UNKNOWN;
}

ogpi_letters ogpi_member_letters(const ogp_rulebook *book, const char *code)
{
    ogpi_rb member = ogpi_rb_get(ogpi_rb_path(book, "members"), code);
    ogpi_rb country = ogpi_rb_get(ogpi_rb_path(book, "countries"), code);
    const char *prefix = ogpi_rb_string(ogpi_rb_get(member, "prefix"), NULL);
    if (prefix)
        return (ogpi_letters){prefix, ogpi_rb_string(ogpi_rb_get(member, "status"), NULL)};
    return (ogpi_letters){ogpi_rb_string(ogpi_rb_get(country, "alpha2"), ""), "unverified"};
}
