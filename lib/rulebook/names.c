/* SPDX-License-Identifier: MIT */
#include "rulebook/names.h"

struct ogpi_kept_name {
    ogpi_kept_name *next;
    uint32_t value;
    char text[];
};

static const char *find(const ogpi_kept_name *name, uint32_t value)
{
    while (name && name->value != value)
        name = name->next;
    return name ? name->text : NULL;
}

/* Puts a name in front, unless another thread has done so before. */
static const char *keep(_Atomic(ogpi_kept_name *) *first, ogpi_kept_name *name, const ogp_allocator *allocator)
{
    name->next = atomic_load_explicit(first, memory_order_acquire);
    do {
        const char *known = find(name->next, name->value);
        if (known) {
            ogpi_free(allocator, name);
            return known;
        }
    } while (
        !atomic_compare_exchange_weak_explicit(first, &name->next, name, memory_order_acq_rel, memory_order_acquire));
    return name->text;
}

const char *ogpi_names_get(const ogpi_names *names, const ogp_allocator *allocator, ogpi_rb v, const char *language,
                           const char *fallback)
{
    char room[OGPI_NAME_SIZE];
    _Atomic(ogpi_kept_name *) *first = &((ogpi_names *)names)->first;
    ogpi_rb text = ogpi_rb_in_language(v, language);
    const char *known = ogpi_rb_string(text, NULL);
    if (!known)
        known = find(atomic_load_explicit(first, memory_order_acquire), text.value);
    if (known)
        return known;
    size_t size = ogpi_rb_expand(text, room, sizeof room) + 1;
    if (size == 1)
        return "";
    ogpi_kept_name *name = ogpi_alloc(allocator, sizeof *name + size);
    if (!name)
        return fallback;
    name->value = text.value;
    memcpy(name->text, room, size);
    return keep(first, name, allocator);
}

const char *ogpi_names_term(const ogpi_names *names, const ogp_allocator *allocator, const ogp_rulebook *book,
                            const char *id, const char *language)
{
    return *id ? ogpi_names_get(names, allocator, ogpi_rb_get(ogpi_rb_path(book, "terms"), id), language, id) : "";
}

void ogpi_names_clear(ogpi_names *names, const ogp_allocator *allocator)
{
    ogpi_kept_name *next, *name = atomic_load_explicit(&names->first, memory_order_relaxed);
    for (; name; name = next) {
        next = name->next;
        ogpi_free(allocator, name);
    }
}
