/* SPDX-License-Identifier: MIT */
/** @file
 * The rulebook: everything that OGP may change, as data. One is compiled in; another of the
 * same schema (docs/schema/ogp-rulebook-1.schema.json) can be loaded at run time.
 */
#ifndef OGP_RULEBOOK_H
#define OGP_RULEBOOK_H

#include <ogp/error.h>

OGP_BEGIN_DECLS

typedef struct ogp_rulebook ogp_rulebook;
/** One rule of a rulebook; lives as long as the rulebook. @since 0.1 */
typedef struct ogp_rule ogp_rule;

typedef enum ogp_severity {
    OGP_SEVERITY_NONE = 0,   /**< The rule does not hold for that edition. */
    OGP_SEVERITY_NOTE = 1,
    OGP_SEVERITY_WARNING = 2,
    OGP_SEVERITY_ERROR = 3
} ogp_severity;

/** The rulebook compiled into the library. Static: need not be released. @since 0.1 */
OGP_API const ogp_rulebook *ogp_rulebook_builtin(void);
/** Reads a rulebook from a JSON file (format "ogp-rulebook/1"). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_rulebook_load(ogp_rulebook **out, const char *path, ogp_error *error);
/** Reads a rulebook from JSON text. @since 0.1 */
OGP_API OGP_NODISCARD int ogp_rulebook_parse(ogp_rulebook **out, const char *text, size_t length, ogp_error *error);
/** Takes a reference; the built-in one and NULL are left as they are. @since 0.1 */
OGP_API ogp_rulebook *ogp_rulebook_ref(ogp_rulebook *rulebook);
/** Drops a reference. @since 0.1 */
OGP_API void ogp_rulebook_unref(ogp_rulebook *rulebook);
/** The rulebook's own version, a date such as "2026-11-01". @since 0.1 */
OGP_API const char *ogp_rulebook_version(const ogp_rulebook *rulebook);
/**
 * The rulebook as JSON of its schema; `*out` is freed with ogp_free(). The word lists (section "text") of the built-in
 * one are left out: it holds them compiled only. A rulebook without that section reads texts by the built-in word
 * lists, so that what is written here loads again and does the same. The whole document is installed as
 * share/ogp/rulebook.json. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_rulebook_to_json(char **out, size_t *length, const ogp_rulebook *rulebook,
                                               ogp_error *error);

OGP_API size_t ogp_rulebook_rule_count(const ogp_rulebook *rulebook);
/** The i-th rule in the order of ids, or NULL. @since 0.1 */
OGP_API const ogp_rule *ogp_rulebook_rule_at(const ogp_rulebook *rulebook, size_t index);
/** The rule with that id, or NULL. @since 0.1 */
OGP_API const ogp_rule *ogp_rulebook_rule(const ogp_rulebook *rulebook, const char *id);

OGP_API const char *ogp_rule_id(const ogp_rule *rule);
OGP_API const char *ogp_rule_family(const ogp_rule *rule);
/** A short English name in kebab case. @since 0.1 */
OGP_API const char *ogp_rule_name(const ogp_rule *rule);
/** "seen", "measured" or "unverified". @since 0.1 */
OGP_API const char *ogp_rule_status(const ogp_rule *rule);
/** Keys or addresses of the sources, separated by blanks. @since 0.1 */
OGP_API const char *ogp_rule_source(const ogp_rule *rule);
/** Room enough for the message or the mend of any rule in any language, with the final NUL. */
#define OGP_RULE_TEXT_SIZE 2048
/**
 * Writes the message template, with {names} in it, into `buffer`, cut to fit `size` bytes with the final NUL (never
 * half a character). @param language NULL or not known: English. @param buffer may be NULL when `size` is 0.
 * @return the bytes of the whole text without the NUL. Needs no memory. @since 0.1
 */
OGP_API size_t ogp_rule_message(const ogp_rule *rule, const char *language, char *buffer, size_t size);
/** What would mend it, likewise. @since 0.1 */
OGP_API size_t ogp_rule_mend(const ogp_rule *rule, const char *language, char *buffer, size_t size);
/** How grave it is under an edition (NULL: by default). @since 0.1 */
OGP_API ogp_severity ogp_rule_severity(const ogp_rule *rule, const char *edition);
OGP_API size_t ogp_rule_edition_count(const ogp_rule *rule);
OGP_API const char *ogp_rule_edition_at(const ogp_rule *rule, size_t index);

/** "none", "note", "warning" or "error". @since 0.1 */
OGP_API const char *ogp_severity_name(ogp_severity severity);

/** Frees what a function of libogp gave out as a plain pointer. NULL is allowed. @since 0.1 */
OGP_API void ogp_free(void *memory);

OGP_END_DECLS

#endif
