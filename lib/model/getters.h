/* SPDX-License-Identifier: MIT */
/* The bodies of the public getters: ogp_<what>_<name>() reads the member at a path of the record. */
#ifndef OGPI_GETTERS_H
#define OGPI_GETTERS_H

#include "model/model.h"

static inline const ogp_edtf *ogpi_edtf_of(const ogpi_date *date)
{
    return date->value.kind == OGP_EDTF_NONE ? NULL : &date->value;
}

#define OGPI_GET_STRING(what, name, path) \
    const char *ogp_##what##_##name(const ogp_##what *what) \
    { \
        return what ? ogpi_str(&what->path) : ""; \
    }

#define OGPI_GET_TEXT(what, name, path) \
    const char *ogp_##what##_##name(const ogp_##what *what, const char *language) \
    { \
        return what ? ogpi_text_in(&what->path, language, NULL) : ""; \
    }

#define OGPI_GET_LOCALIZED(what, name, path) \
    OGPI_GET_TEXT(what, name, path) \
    const ogp_localized *ogp_##what##_##name##_localized(const ogp_##what *what) \
    { \
        return what ? &what->path : NULL; \
    }

#define OGPI_GET_DATE(what, name, path) \
    const ogp_edtf *ogp_##what##_##name(const ogp_##what *what) \
    { \
        return what ? ogpi_edtf_of(&what->path) : NULL; \
    } \
    OGPI_GET_STRING(what, name##_text, path.text)

#define OGPI_GET_DATES(what, name, path) \
    size_t ogp_##what##_##name##_count(const ogp_##what *what) \
    { \
        return what ? what->path.count : 0; \
    } \
    const ogp_edtf *ogp_##what##_##name##_at(const ogp_##what *what, size_t index) \
    { \
        return what && index < what->path.count ? ogpi_edtf_of(&what->path.items[index]) : NULL; \
    }

#define OGPI_GET_STRINGS(what, name, path) \
    size_t ogp_##what##_##name##_count(const ogp_##what *what) \
    { \
        return what ? what->path.count : 0; \
    } \
    const char *ogp_##what##_##name##_at(const ogp_##what *what, size_t index) \
    { \
        return what && index < what->path.count ? ogpi_str(&what->path.items[index]) : ""; \
    }

#define OGPI_GET_RECORD(what, name, type, path) \
    const type *ogp_##what##_##name(const ogp_##what *what) \
    { \
        return what && what->path.record.present ? &what->path : NULL; \
    }

#define OGPI_GET_RECORDS(what, name, type, path) \
    size_t ogp_##what##_##name##_count(const ogp_##what *what) \
    { \
        return what ? what->path.count : 0; \
    } \
    const type *ogp_##what##_##name##_at(const ogp_##what *what, size_t index) \
    { \
        return what && index < what->path.count ? (const type *)what->path.items + index : NULL; \
    }

#endif
