/* SPDX-License-Identifier: MIT */
/* Members are the rulebook's; a record of one is a view into it. */
#include "rulebook/rulebook.h"

#include <ogp/member.h>

static ogpi_rb all(const ogp_rulebook *book)
{
    return ogpi_rb_path(book, "members");
}

static int view(ogp_member *out, const char *code, ogpi_rb member)
{
    if (!out || out->struct_size < sizeof *out || ogpi_rb_kind_of(member) != OGPI_RB_OBJECT)
        return 0;
    out->code = code;
    out->level = ogpi_rb_string(ogpi_rb_get(member, "kind"), "");
    out->country = ogpi_rb_string(ogpi_rb_get(member, "country"), "");
    out->prefix = ogpi_rb_string(ogpi_rb_get(member, "prefix"), "");
    out->region = ogpi_rb_string(ogpi_rb_get(member, "region"), "");
    out->source = ogpi_rb_string(ogpi_rb_get(member, "source"), "");
    out->status = ogpi_rb_string(ogpi_rb_get(member, "status"), "");
    out->founder = ogpi_rb_bool(ogpi_rb_get(member, "founder"), false);
    return 1;
}

size_t ogp_member_count(const ogp_rulebook *rulebook)
{
    return ogpi_rb_count(all(rulebook));
}

int ogp_member_at(ogp_member *out, const ogp_rulebook *rulebook, size_t index)
{
    ogpi_rb members = all(rulebook);
    if (index >= ogpi_rb_count(members))
        return 0;
    return view(out, ogpi_rb_key(members, index), ogpi_rb_at(members, index));
}

/* The index of a code among keys in their order, or SIZE_MAX. */
static size_t index_of(ogpi_rb members, const char *code)
{
    size_t low = 0, high = ogpi_rb_count(members);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(ogpi_rb_key(members, middle), code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < ogpi_rb_count(members) && strcmp(ogpi_rb_key(members, low), code) == 0 ? low : SIZE_MAX;
}

int ogp_member_find(ogp_member *out, const ogp_rulebook *rulebook, const char *code)
{
    return code ? ogp_member_at(out, rulebook, index_of(all(rulebook), code)) : 0;
}

const char *ogp_member_name(const ogp_rulebook *rulebook, const char *code, const char *language)
{
    if (!code)
        return "";
    ogpi_rb own = ogpi_rb_get(ogpi_rb_get(all(rulebook), code), "name");
    if (ogpi_rb_kind_of(own) != OGPI_RB_OBJECT)
        own = ogpi_rb_get(ogpi_rb_get(ogpi_rb_path(rulebook, "countries"), code), "name");
    return ogpi_rb_text(own, language ? language : "en");
}
