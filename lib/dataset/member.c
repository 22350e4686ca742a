/* SPDX-License-Identifier: MIT */
#include "dataset/member.h"

enum { LONGEST = 128 };

/* ASCII letters and digits in lower case, everything else beyond ASCII as it is; blanks and marks go. */
static size_t fold(char out[LONGEST], const char *text, size_t length)
{
    size_t n = 0;

    for (size_t i = 0; i < length && n < LONGEST; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 'A' && c <= 'Z')
            c = (unsigned char)(c + 32);
        if (c == 0xC2 && i + 1 < length && (unsigned char)text[i + 1] == 0xA0) {
            i++;
            continue;
        }
        if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out[n++] = (char)c;
    }
    return n;
}

/* The first owner of a spelling keeps it. */
static bool add(ogpi_member_index *index, const char *text, const char *code)
{
    char folded[LONGEST];
    size_t before = index->names.count, length = fold(folded, text, strlen(text));

    if (length == 0)
        return true;
    if (!ogpi_grow(index->names.allocator, (void **)&index->owners, &index->capacity, before + 1,
                   sizeof *index->owners))
        return false;
    uint32_t id = ogpi_intern_add(&index->names, folded, length);
    if (id == before)
        index->owners[id] = code;
    return id != OGPI_INTERN_NONE;
}

/* A name is a string, an array of them, or an object by language. */
static bool add_names(ogpi_members *m, ogpi_rb value, const char *code)
{
    if (ogpi_rb_kind_of(value) == OGPI_RB_STRING)
        return add(&m->names, ogpi_rb_string(value, ""), code);
    for (size_t i = 0; i < ogpi_rb_count(value); i++)
        if (!add_names(m, ogpi_rb_at(value, i), code))
            return false;
    return true;
}

/* OGP's own letters come first: MO is Morocco, not Macao. */
static bool add_prefixes(ogpi_members *m)
{
    for (size_t i = 0; i < ogpi_rb_count(m->members); i++) {
        const char *code = ogpi_rb_key(m->members, i);
        const char *prefix = ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(m->members, i), "prefix"), "");
        if (!add(&m->prefixes, prefix, code) || !add(&m->names, prefix, code))
            return false;
    }
    return true;
}

static bool add_all(ogpi_members *m, ogpi_rb list)
{
    static const char *const members[] = {"name", "aliases", "alpha2"};

    for (size_t i = 0; i < ogpi_rb_count(list); i++) {
        const char *code = ogpi_rb_key(list, i);
        if (!add(&m->names, code, code))
            return false;
        for (size_t k = 0; k < sizeof members / sizeof *members; k++)
            if (!add_names(m, ogpi_rb_get(ogpi_rb_at(list, i), members[k]), code))
                return false;
    }
    return true;
}

bool ogpi_members_open(ogpi_members *out, const ogp_rulebook *book, const ogp_allocator *allocator)
{
    ogpi_rb root = ogpi_rb_root(book);

    *out = (ogpi_members){.members = ogpi_rb_get(root, "members"), .countries = ogpi_rb_get(root, "countries")};
    ogpi_intern_init(&out->names.names, allocator);
    ogpi_intern_init(&out->prefixes.names, allocator);
    if (add_prefixes(out) && add_all(out, out->members) && add_all(out, out->countries))
        return true;
    ogpi_members_close(out);
    return false;
}

void ogpi_members_close(ogpi_members *members)
{
    ogpi_free(members->names.names.allocator, members->names.owners);
    ogpi_free(members->names.names.allocator, members->prefixes.owners);
    ogpi_intern_clear(&members->names.names);
    ogpi_intern_clear(&members->prefixes.names);
    *members = (ogpi_members){.members = members->members};
}

static const char *find(const ogpi_member_index *index, const char *text, size_t length)
{
    char folded[LONGEST];
    size_t n = fold(folded, text, length);
    uint32_t id = n ? ogpi_intern_find(&index->names, folded, n) : OGPI_INTERN_NONE;

    return id == OGPI_INTERN_NONE ? NULL : index->owners[id];
}

const char *ogpi_member_by_name(const ogpi_members *members, const char *name, size_t length)
{
    return find(&members->names, name, length);
}

const char *ogpi_member_by_commitment(const ogpi_members *members, const char *id, size_t length)
{
    size_t letters = 0;

    while (letters < length && ((id[letters] | 32) >= 'a' && (id[letters] | 32) <= 'z'))
        letters++;
    return letters < 2 ? NULL : find(&members->prefixes, id, letters);
}

const char *ogpi_member_name(const ogpi_members *members, const char *code)
{
    ogpi_rb name = ogpi_rb_get(ogpi_rb_get(members->members, code), "name");

    if (ogpi_rb_kind_of(name) == OGPI_RB_NONE)
        name = ogpi_rb_get(ogpi_rb_get(members->countries, code), "name");
    return ogpi_rb_text(name, "en");
}
