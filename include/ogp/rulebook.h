/* SPDX-License-Identifier: MIT */
/** @file
 * The rulebook: everything that OGP may change, as data. One is compiled in; another of the
 * same schema (docs/schema/ogp-rulebook-1.schema.json) can be loaded at run time.
 */
#ifndef OGP_RULEBOOK_H
#define OGP_RULEBOOK_H

#include <ogp/error.h>

OGP_BEGIN_DECLS

/** A set of rules. Immutable, reference-counted, read by any number of threads. @since 0.1 */
typedef struct ogp_rulebook ogp_rulebook;
/** One rule of a rulebook; lives as long as the rulebook. @since 0.1 */
typedef struct ogp_rule ogp_rule;

/** How grave a finding is. @since 0.1 */
typedef enum ogp_severity {
    OGP_SEVERITY_NONE = 0,   /**< The rule does not apply to that edition. */
    OGP_SEVERITY_NOTE = 1,
    OGP_SEVERITY_WARNING = 2,
    OGP_SEVERITY_ERROR = 3
} ogp_severity;

/** The rulebook compiled into the library. Static: need not be released. @since 0.1 */
OGP_API const ogp_rulebook *ogp_rulebook_builtin(void);
/**
 * Reads a rulebook from a JSON file of format "ogp-rulebook/1".
 * @param[out] out owned by the caller (ogp_rulebook_unref()); NULL on failure.
 * @return 0, OGP_ERROR_IO, OGP_ERROR_SYNTAX, OGP_ERROR_FORMAT (with line, column and pointer), OGP_ERROR_LIMIT,
 * OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_rulebook_load(ogp_rulebook **out, const char *path, ogp_error *error);
/** Reads a rulebook from JSON text, which is not needed afterwards. Otherwise as ogp_rulebook_load(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_rulebook_parse(ogp_rulebook **out, const char *text, size_t length, ogp_error *error);
/**
 * Takes a reference. NULL and the built-in rulebook are allowed, and left as they are.
 * @return its argument. @since 0.1
 */
OGP_API ogp_rulebook *ogp_rulebook_ref(ogp_rulebook *rulebook);
/**
 * Drops a reference; the last one frees. NULL and the built-in rulebook are allowed, and left as they are. @since 0.1
 */
OGP_API void ogp_rulebook_unref(ogp_rulebook *rulebook);
/** The rulebook's own version, a date such as "2026-11-01". NULL: that of the built-in one. @since 0.1 */
OGP_API const char *ogp_rulebook_version(const ogp_rulebook *rulebook);
/**
 * Writes the rulebook as JSON of its schema. The word lists of the built-in one (section "text") are left out, since
 * the library holds them only in compiled form; a rulebook without that section reads texts by the built-in word lists,
 * so what is written here can be loaded again and behaves the same. The complete document is installed as
 * share/ogp/rulebook.json.
 * @param[out] out NUL-terminated, freed with ogp_free(); NULL on failure.
 * @param[out] length may be NULL.
 * @param rulebook NULL: the built-in one.
 * @return 0, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_rulebook_to_json(char **out, size_t *length, const ogp_rulebook *rulebook,
                                               ogp_error *error);

/** How many rules a rulebook has. NULL: the built-in one, here and in the next two functions. @since 0.1 */
OGP_API size_t ogp_rulebook_rule_count(const ogp_rulebook *rulebook);
/** The i-th rule in the order of ids, owned by the rulebook; NULL past the end. @since 0.1 */
OGP_API const ogp_rule *ogp_rulebook_rule_at(const ogp_rulebook *rulebook, size_t index);
/** The rule with that id, owned by the rulebook; NULL where there is none. @since 0.1 */
OGP_API const ogp_rule *ogp_rulebook_rule(const ogp_rulebook *rulebook, const char *id);

/** The permanent id of the rule, such as "DAT022". @since 0.1 */
OGP_API const char *ogp_rule_id(const ogp_rule *rule);
/** The family that the rule belongs to, such as "dates". @since 0.1 */
OGP_API const char *ogp_rule_family(const ogp_rule *rule);
/** A short English name in kebab case. @since 0.1 */
OGP_API const char *ogp_rule_name(const ogp_rule *rule);
/** How well the rule is known: "seen" in a source, "measured" on published data, or "unverified". @since 0.1 */
OGP_API const char *ogp_rule_status(const ogp_rule *rule);
/** Keys or addresses of the sources, separated by blanks. @since 0.1 */
OGP_API const char *ogp_rule_source(const ogp_rule *rule);

/** A buffer of this size holds the message or the mend of any rule in any language, with the final NUL. */
#define OGP_RULE_TEXT_SIZE 2048
/**
 * Writes the message template, with {names} for the arguments, into `buffer`.
 * @param language NULL or unknown: English.
 * @param buffer filled with as much as fits, NUL-terminated and never ending within a character; may be NULL when
 * `size` is 0.
 * @return the bytes of the whole text without the NUL. Allocates nothing. @since 0.1
 */
OGP_API size_t ogp_rule_message(const ogp_rule *rule, const char *language, char *buffer, size_t size);
/** Writes the template of what would mend it. Otherwise as ogp_rule_message(). @since 0.1 */
OGP_API size_t ogp_rule_mend(const ogp_rule *rule, const char *language, char *buffer, size_t size);
/**
 * How grave the rule is under an edition (NULL: by default); OGP_SEVERITY_NONE where the rule does not apply to that
 * edition. @since 0.1
 */
OGP_API ogp_severity ogp_rule_severity(const ogp_rule *rule, const char *edition);
/** How many editions the rule is limited to; 0 where it applies to all. @since 0.1 */
OGP_API size_t ogp_rule_edition_count(const ogp_rule *rule);
/** The id of the i-th of these editions; NULL past the end. @since 0.1 */
OGP_API const char *ogp_rule_edition_at(const ogp_rule *rule, size_t index);

/** "none", "note", "warning" or "error"; "none" for any other value. Static. @since 0.1 */
OGP_API const char *ogp_severity_name(ogp_severity severity);

/**
 * Frees what a function of libogp returned as plain memory, such as the output of ogp_plan_write(). NULL is allowed.
 * @since 0.1
 */
OGP_API void ogp_free(void *memory);

OGP_END_DECLS

#endif
