/* SPDX-License-Identifier: MIT */
/** @file
 * An action plan. Plans are immutable and reference-counted; any number of threads may read one.
 * Everything that a getter returns belongs to the plan and lives as long as it does. Getters accept NULL.
 * Reading and writing them is documented in docs/plan-format.md.
 */
#ifndef OGP_PLAN_H
#define OGP_PLAN_H

#include <ogp/cocreation.h>
#include <ogp/commitment.h>
#include <ogp/context.h>

OGP_BEGIN_DECLS

/** One plan. Immutable, reference-counted. @since 0.1 */
typedef struct ogp_plan ogp_plan;

/**
 * Reads a plan from a file: JSON ("ogp-plan/1") or, where the library has it, XML of the same shape.
 * @param[out] out owned by the caller (ogp_plan_unref()); NULL on failure. @param context NULL for the defaults.
 * @param path a file, or "-" for standard input.
 * @return 0, or OGP_ERROR_IO, OGP_ERROR_SYNTAX, OGP_ERROR_FORMAT, OGP_ERROR_LIMIT, OGP_ERROR_MEMORY or OGP_ERROR_USAGE;
 * the error has the line, the column and, where a member is to blame, its JSON pointer. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_load(ogp_plan **out, const ogp_context *context, const char *path, ogp_error *error);
/** Reads a plan from memory. The text is not needed afterwards. Otherwise as ogp_plan_load(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_plan_parse(ogp_plan **out, const ogp_context *context, const char *text, size_t length,
                                         ogp_error *error);
/**
 * Reads one commitment as a line of a stream of commitments holds it, and makes a plan of it: the commitment's members
 * "plan", "member", "language" and "submitted" become the plan's id, member, language and day of submission. For whole
 * streams see stream.h. Otherwise as ogp_plan_parse(). @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_parse_commitment(ogp_plan **out, const ogp_context *context, const char *text,
                                                    size_t length, ogp_error *error);
/**
 * Writes a plan as JSON in its canonical form: members in the documented order, unknown ones after them, two blanks a
 * level, UTF-8 as it is, a newline at the end. Reading it and writing it again gives the same bytes.
 * @param[out] out NUL-terminated; free with ogp_free(). @param[out] length bytes without the NUL; may be NULL.
 * @return 0, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_write(char **out, size_t *length, const ogp_plan *plan, ogp_error *error);
/**
 * Writes one commitment of a plan as a line of a stream of commitments: JSON on one line, ended by a newline. "plan",
 * "member", "language" and "submitted" are taken from the plan where the commitment has none of its own. Otherwise as
 * ogp_plan_write().
 * @param plan may be NULL. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_write_commitment(char **out, size_t *length, const ogp_plan *plan,
                                                    const ogp_commitment *commitment, ogp_error *error);
/**
 * Writes a plan to a file as canonical JSON. A new file is written next to the old one and then renamed, so `path` is
 * always one of the two, complete. @return 0, OGP_ERROR_IO, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_save(const ogp_plan *plan, const char *path, ogp_error *error);

/**
 * Writes a plan as XML, namespace "urn:ogp:plan:1". Reading it gives the same plan, members that libogp does not know
 * included. @return as ogp_plan_write(); OGP_ERROR_USAGE where the library has no XML (ogp_has_feature()). @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_write_xml(char **out, size_t *length, const ogp_plan *plan, ogp_error *error);
/** Writes a plan to a file as XML. Otherwise as ogp_plan_save(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_plan_save_xml(const ogp_plan *plan, const char *path, ogp_error *error);

/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_plan *ogp_plan_ref(ogp_plan *plan);
/** Drops a reference; the last one frees the plan and all that it holds. NULL is allowed. @since 0.1 */
OGP_API void ogp_plan_unref(ogp_plan *plan);

/** The plan's own id, such as "AP_JOR05". @since 0.1 */
OGP_API const char *ogp_plan_id(const ogp_plan *plan);
/** The member: an ISO 3166 code such as "JOR", or a name. @since 0.1 */
OGP_API const char *ogp_plan_member(const ogp_plan *plan);
/** "national" or "local", as stated. @since 0.1 */
OGP_API const char *ogp_plan_level(const ogp_plan *plan);
/** The language of the plan's texts that name none, such as "ar". @since 0.1 */
OGP_API const char *ogp_plan_language(const ogp_plan *plan);
/** The edition of the rules that the plan says it follows, such as "handbook-2022". @since 0.1 */
OGP_API const char *ogp_plan_edition(const ogp_plan *plan);
/** The title in a language (NULL: the plan's own); see ogp_localized_in(). @since 0.1 */
OGP_API const char *ogp_plan_title(const ogp_plan *plan, const char *language);
/** The title in all its languages; NULL only for a NULL plan. @since 0.1 */
OGP_API const ogp_localized *ogp_plan_title_localized(const ogp_plan *plan);

/** When it was handed in; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_plan_submitted(const ogp_plan *plan);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_plan_submitted_text(const ogp_plan *plan);
/** The first day of the plan's period; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_plan_start(const ogp_plan *plan);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_plan_start_text(const ogp_plan *plan);
/** The last day of the plan's period; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_plan_end(const ogp_plan *plan);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_plan_end_text(const ogp_plan *plan);

/** The institution that leads the plan; NULL where none is stated. @since 0.1 */
OGP_API const ogp_institution *ogp_plan_lead(const ogp_plan *plan);
/** How the plan was co-created; NULL where nothing is stated. @since 0.1 */
OGP_API const ogp_cocreation *ogp_plan_cocreation(const ogp_plan *plan);
/** How many commitments it has. @since 0.1 */
OGP_API size_t ogp_plan_commitment_count(const ogp_plan *plan);
/** The i-th commitment; NULL past the end. @since 0.1 */
OGP_API const ogp_commitment *ogp_plan_commitment_at(const ogp_plan *plan, size_t index);
/** The first commitment with that id or, where no id matches, with that number; NULL where there is none. @since 0.1 */
OGP_API const ogp_commitment *ogp_plan_commitment(const ogp_plan *plan, const char *id);

OGP_END_DECLS

#endif
