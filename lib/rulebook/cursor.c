/* SPDX-License-Identifier: MIT */
#include "rulebook/image.h"
#include "rulebook/pack.h"

static const ogpi_rb nothing = {NULL, 0};

static inline uint32_t cell(ogpi_rb v, size_t index)
{
    return ogpi_cell_at(v.book, ogpi_cell_payload(v.value) + (uint32_t)index);
}

/* An object of packed texts, one a language, of which only the first is known by its place. */
static const char *const text_keys[OGPI_LANGUAGES] = {"ar", "en", "es", "fr"};

static bool is_texts(ogpi_rb object)
{
    return ogpi_cell_payload(object.value) & 1;
}

static ogpi_rb packed_text(ogpi_rb object, size_t index)
{
    uint32_t offset = ogpi_cell_payload(object.value) / 2;
    while (index-- > 0)
        offset = ogpi_pack_next(object.book->pack, offset);
    return (ogpi_rb){object.book, ogpi_cell(OGPI_RB_STRING, offset << 1 | 1)};
}

/* A cell of another object: where the count and the names of its members are; then its values. */
static inline uint32_t object_cell(ogpi_rb object, size_t index)
{
    return ogpi_cell_at(object.book, ogpi_cell_payload(object.value) / 2 + (uint32_t)index);
}

static inline uint32_t keys_of(ogpi_rb object)
{
    return object_cell(object, 0);
}

static inline const char *key_at(ogpi_rb object, uint32_t keys, size_t index)
{
    return object.book->strings + ogpi_cell_at(object.book, keys + 1 + (uint32_t)index);
}

static uint64_t wide(const ogp_rulebook *book, uint32_t at)
{
    uint64_t bits = 0;
    for (uint32_t i = 4; i-- > 0;)
        bits = bits << 16 | ogpi_cell_at(book, at + i);
    return bits;
}

ogpi_rb ogpi_rb_root(const ogp_rulebook *book)
{
    if (!book)
        book = ogp_rulebook_builtin();
    return (ogpi_rb){book, book->root};
}

ogpi_rb_kind ogpi_rb_kind_of(ogpi_rb v)
{
    return ogpi_cell_kind(v.value);
}

/* Like strcmp; the key ends with NUL or, in a path, with a slash. */
static inline int compare(const char *stored, const char *key, char end)
{
    while (*stored && *stored == *key && *key != end) {
        stored++;
        key++;
    }
    return (unsigned char)*stored - (*key == end ? 0 : (unsigned char)*key);
}

static size_t find_text(const char *key, char end)
{
    size_t i = 0;
    while (i < OGPI_LANGUAGES && compare(text_keys[i], key, end) != 0)
        i++;
    return i < OGPI_LANGUAGES ? i : OGPI_RB_NOWHERE;
}

/* The member of that name in an object of some other kind. */
static inline size_t find(ogpi_rb object, const char *key, char end)
{
    uint32_t keys = keys_of(object), low = 0, high = ogpi_cell_at(object.book, keys);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = compare(key_at(object, keys, middle), key, end);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return OGPI_RB_NOWHERE;
}

static inline ogpi_rb get(ogpi_rb object, const char *key, char end)
{
    if (ogpi_rb_kind_of(object) != OGPI_RB_OBJECT)
        return nothing;
    bool texts = is_texts(object);
    size_t index = texts ? find_text(key, end) : find(object, key, end);
    if (index == OGPI_RB_NOWHERE)
        return nothing;
    return texts ? packed_text(object, index) : (ogpi_rb){object.book, object_cell(object, 1 + index)};
}

size_t ogpi_rb_find(ogpi_rb object, const char *key)
{
    if (ogpi_rb_kind_of(object) != OGPI_RB_OBJECT)
        return OGPI_RB_NOWHERE;
    return is_texts(object) ? find_text(key, '\0') : find(object, key, '\0');
}

ogpi_rb ogpi_rb_get(ogpi_rb object, const char *key)
{
    return get(object, key, '\0');
}

ogpi_rb ogpi_rb_path(const ogp_rulebook *book, const char *path)
{
    ogpi_rb v = ogpi_rb_root(book);
    for (;;) {
        const char *slash = strchr(path, '/');
        v = slash ? get(v, path, '/') : get(v, path, '\0');
        if (!slash)
            return v;
        path = slash + 1;
    }
}

size_t ogpi_rb_count(ogpi_rb v)
{
    switch (ogpi_rb_kind_of(v)) {
    case OGPI_RB_ARRAY:
        return cell(v, 0);
    case OGPI_RB_OBJECT:
        return is_texts(v) ? OGPI_LANGUAGES : ogpi_cell_at(v.book, keys_of(v));
    default:
        return 0;
    }
}

ogpi_rb ogpi_rb_at(ogpi_rb v, size_t index)
{
    if (index >= ogpi_rb_count(v))
        return nothing;
    if (ogpi_rb_kind_of(v) == OGPI_RB_ARRAY)
        return (ogpi_rb){v.book, cell(v, 1 + index)};
    return is_texts(v) ? packed_text(v, index) : (ogpi_rb){v.book, object_cell(v, 1 + index)};
}

const char *ogpi_rb_key(ogpi_rb object, size_t index)
{
    if (ogpi_rb_kind_of(object) != OGPI_RB_OBJECT || index >= ogpi_rb_count(object))
        return "";
    return is_texts(object) ? text_keys[index] : key_at(object, keys_of(object), index);
}

const char *ogpi_rb_string(ogpi_rb v, const char *fallback)
{
    uint32_t payload = ogpi_cell_payload(v.value);
    return ogpi_rb_kind_of(v) == OGPI_RB_STRING && payload % 2 == 0 ? v.book->strings + payload / 2 : fallback;
}

static size_t copy_bytes(ogpi_rb v, char *buffer, size_t size)
{
    uint32_t payload = ogpi_cell_payload(v.value);
    if (ogpi_rb_kind_of(v) == OGPI_RB_STRING && payload % 2)
        return ogpi_unpack(v.book->pack, payload / 2, buffer, size);
    const char *text = ogpi_rb_string(v, "");
    size_t length = strlen(text);
    memcpy(buffer, text, length < size ? length : size);
    return length;
}

size_t ogpi_rb_expand(ogpi_rb v, char *buffer, size_t size)
{
    char none[1];
    size_t length = copy_bytes(v, size ? buffer : none, size);
    if (size == 0)
        return length;
    size_t kept = length < size ? length : size - 1;
    while (length >= size && kept > 0 && ((unsigned char)buffer[kept] & 0xC0) == 0x80)
        kept--;
    buffer[kept] = '\0';
    return length;
}

int64_t ogpi_rb_long(ogpi_rb v, int64_t fallback)
{
    if (ogpi_rb_kind_of(v) != OGPI_RB_INT)
        return fallback;
    uint32_t payload = ogpi_cell_payload(v.value);
    if (payload & 1)
        return (int64_t)wide(v.book, payload >> 1);
    return payload & 2 ? -(int64_t)(payload >> 2) - 1 : (int64_t)(payload >> 2);
}

int32_t ogpi_rb_int(ogpi_rb v, int32_t fallback)
{
    int64_t number = ogpi_rb_long(v, fallback);
    return number < INT32_MIN || number > INT32_MAX ? fallback : (int32_t)number;
}

double ogpi_rb_real(ogpi_rb v, double fallback)
{
    if (ogpi_rb_kind_of(v) == OGPI_RB_INT)
        return (double)ogpi_rb_long(v, 0);
    if (ogpi_rb_kind_of(v) != OGPI_RB_REAL)
        return fallback;
    uint64_t bits = wide(v.book, ogpi_cell_payload(v.value));
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

bool ogpi_rb_bool(ogpi_rb v, bool fallback)
{
    return ogpi_rb_kind_of(v) == OGPI_RB_BOOL ? ogpi_cell_payload(v.value) != 0 : fallback;
}

ogpi_rb ogpi_rb_in_language(ogpi_rb v, const char *language)
{
    ogpi_rb text = v;
    if (language && ogpi_rb_kind_of(text) != OGPI_RB_STRING)
        text = ogpi_rb_get(v, language);
    if (ogpi_rb_kind_of(text) != OGPI_RB_STRING)
        text = ogpi_rb_get(v, "en");
    for (size_t i = 0; ogpi_rb_kind_of(text) != OGPI_RB_STRING && i < ogpi_rb_count(v); i++)
        text = ogpi_rb_at(v, i);
    return text;
}

const char *ogpi_rb_text(ogpi_rb v, const char *language)
{
    return ogpi_rb_string(ogpi_rb_in_language(v, language), "");
}

const char *ogpi_rb_name(char room[OGPI_NAME_SIZE], ogpi_rb v, const char *language)
{
    ogpi_rb text = ogpi_rb_in_language(v, language);
    const char *plain = ogpi_rb_string(text, NULL);
    if (plain)
        return plain;
    ogpi_rb_expand(text, room, OGPI_NAME_SIZE);
    return room;
}

bool ogpi_rb_has(ogpi_rb array, const char *string)
{
    if (ogpi_rb_kind_of(array) != OGPI_RB_ARRAY)
        return false;
    for (size_t i = 0; i < ogpi_rb_count(array); i++) {
        const char *item = ogpi_rb_string(ogpi_rb_at(array, i), NULL);
        if (item && strcmp(item, string) == 0)
            return true;
    }
    return false;
}

ogpi_rb ogpi_rb_param(const ogp_rulebook *book, const char *name)
{
    ogpi_rb params = ogpi_rb_get(ogpi_rb_root(book), "params");
    return ogpi_rb_get(ogpi_rb_get(params, name), "value");
}

static const char *const languages[OGPI_LANGUAGES] = {"en", "ar", "fr", "es"};

int ogpi_language_index(const char *language)
{
    for (int i = 0; language && i < OGPI_LANGUAGES; i++)
        if (strcmp(languages[i], language) == 0)
            return i;
    return -1;
}

const char *ogpi_language_code(int index)
{
    return index >= 0 && index < OGPI_LANGUAGES ? languages[index] : "";
}
