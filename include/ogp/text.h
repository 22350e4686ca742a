/* SPDX-License-Identifier: MIT */
/** @file
 * Facts in a text: dates, durations, quantities, who answers, deliverables, vague wording.
 * The contract is docs/text-facts.md.
 */
#ifndef OGP_TEXT_H
#define OGP_TEXT_H

#include <ogp/context.h>

OGP_BEGIN_DECLS

/** What a fact is. @since 0.1 */
typedef enum ogp_fact_type {
    OGP_FACT_DATE = 1,
    OGP_FACT_DURATION = 2,
    OGP_FACT_QUANTITY = 3,
    OGP_FACT_RESPONSIBLE = 4,
    OGP_FACT_DELIVERABLE = 5,
    OGP_FACT_VAGUE = 6
} ogp_fact_type;

/** The facts of one text, in order of start. Immutable, reference-counted. @since 0.1 */
typedef struct ogp_facts ogp_facts;

/** One fact. @since 0.1 */
typedef struct ogp_fact {
    ogp_fact_type type;
    size_t start;     /**< UTF-8 byte offset into the text as given */
    size_t end;       /**< the same, exclusive */
    const char *norm; /**< the value in a standard form: EDTF for a date, an ISO 8601 duration, a plain decimal for a
                           quantity; "" for the other types. Owned by the ogp_facts. */
} ogp_fact;

/**
 * Finds the facts of a text.
 * @param[out] out owned by the caller (ogp_facts_unref()); NULL on failure.
 * @param text UTF-8, `length` bytes.
 * @param language "en", "fr", "es", "ar" or any other language of the rulebook, or a tag such as "fr-CA"; NULL or "" to
 * guess it.
 * @param context NULL for the defaults; one that is kept from text to text makes later calls twice as fast.
 * @return 0, OGP_ERROR_SYNTAX for invalid UTF-8, OGP_ERROR_LIMIT, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for an unknown
 * language. Safe from many threads. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_text_facts(ogp_facts **out, const char *text, size_t length, const char *language,
                                         const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_facts *ogp_facts_ref(ogp_facts *facts);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_facts_unref(ogp_facts *facts);
/** How many facts were found. @since 0.1 */
OGP_API size_t ogp_facts_count(const ogp_facts *facts);
/** The i-th fact, owned by `facts`; NULL past the end. @since 0.1 */
OGP_API const ogp_fact *ogp_facts_at(const ogp_facts *facts, size_t index);
/** The language in which the text was read: the one given, or the one guessed. Owned by `facts`. @since 0.1 */
OGP_API const char *ogp_facts_language(const ogp_facts *facts);
/**
 * "date", "duration", "quantity", "responsible", "deliverable" or "vague"; "" for any other value. Static. @since 0.1
 */
OGP_API const char *ogp_fact_type_name(ogp_fact_type type);

OGP_END_DECLS

#endif
