/* SPDX-License-Identifier: MIT */
/** @file
 * Making a plan in a program. A builder holds drafts: one for the plan, one for each commitment, milestone,
 * assessment and institution added to it. Members are set by the names that they have in documents
 * (docs/plan-format.md). ogp_plan_builder_build() turns the drafts into an immutable plan.
 *
 * A builder and its drafts belong to one thread at a time. Texts given are copied.
 *
 * @code
 * ogp_plan_builder *builder = NULL;
 * ogp_draft *commitment = NULL;
 * ogp_plan *plan = NULL;
 * if (ogp_plan_builder_new(&builder, NULL, &error) == 0) {
 *     ogp_draft *draft = ogp_plan_builder_draft(builder);
 *     ogp_draft_set(draft, "language", "en", &error);
 *     ogp_draft_add(&commitment, draft, "commitments", &error);
 *     ogp_draft_set(commitment, "title", "Publish the budget", &error);
 *     ogp_draft_set_text(commitment, "title", "ar", "نشر الميزانية", &error);
 *     ogp_draft_set(commitment, "lead/name", "Ministry of Finance", &error);
 *     ogp_plan_builder_build(&plan, builder, &error);
 * }
 * ogp_plan_builder_free(builder);
 * @endcode
 */
#ifndef OGP_BUILDER_H
#define OGP_BUILDER_H

#include <ogp/plan.h>

OGP_BEGIN_DECLS

/** A plan under construction. @since 0.1 */
typedef struct ogp_plan_builder ogp_plan_builder;
/** A record under construction; it lives until its builder has built or is freed. @since 0.1 */
typedef struct ogp_draft ogp_draft;

/**
 * Makes an empty builder. @param[out] out owned by the caller. @param context NULL for the defaults; its allocator
 * and limits are copied. @return 0, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_builder_new(ogp_plan_builder **out, const ogp_context *context, ogp_error *error);
/** Frees a builder and its drafts, built or not. NULL is allowed. @since 0.1 */
OGP_API void ogp_plan_builder_free(ogp_plan_builder *builder);
/** The draft of the plan itself; NULL for a NULL builder and after it has built. @since 0.1 */
OGP_API ogp_draft *ogp_plan_builder_draft(ogp_plan_builder *builder);
/**
 * Makes the plan. Afterwards the builder and its drafts can no longer be used, but the builder must still be freed.
 * Values are not judged here: ogp_plan_check() does that.
 * @param[out] out owned by the caller; NULL on failure, which leaves the builder as it was.
 * @return 0, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_builder_build(ogp_plan **out, ogp_plan_builder *builder, ogp_error *error);

/**
 * Sets a string, a date or a text; a text in the plan's own language.
 * @param member its name; a path such as "lead/contact/email" leads into nested records, which are made as needed.
 * @param value UTF-8. NULL removes the member; for a date, "" says that none is stated.
 * @return 0, OGP_ERROR_FORMAT for a value that is no date or no UTF-8, OGP_ERROR_USAGE for an unknown member or one of
 * another kind, OGP_ERROR_LIMIT or OGP_ERROR_MEMORY; error->path is the place in the plan. @since 0.1
 */
OGP_API int ogp_draft_set(ogp_draft *draft, const char *member, const char *value, ogp_error *error);
/** Sets a text in a language. @param language a tag such as "ar"; NULL for the plan's own. Otherwise as
 * ogp_draft_set(). @since 0.1 */
OGP_API int ogp_draft_set_text(ogp_draft *draft, const char *member, const char *language, const char *value,
                               ogp_error *error);
/** Appends to a list of strings or dates ("challenges", "cocreation/forum/meetings"). Otherwise as ogp_draft_set().
 * @since 0.1 */
OGP_API int ogp_draft_append(ogp_draft *draft, const char *member, const char *value, ogp_error *error);
/**
 * Sets a member that libogp does not know, to be kept and written back.
 * @param name of that member; not a path.
 * @param json its value as JSON text; NULL removes the member.
 * @return as ogp_draft_set(), or OGP_ERROR_SYNTAX. @since 0.1
 */
OGP_API int ogp_draft_set_json(ogp_draft *draft, const char *name, const char *json, ogp_error *error);
/**
 * Adds a record to a list: "commitments", "milestones", "assessments", "supporting", "cocreation/outreach".
 * @param[out] out the new record's draft, owned by the builder. @return as ogp_draft_set(). @since 0.1
 */
OGP_API int ogp_draft_add(ogp_draft **out, ogp_draft *draft, const char *member, ogp_error *error);

OGP_END_DECLS

#endif
