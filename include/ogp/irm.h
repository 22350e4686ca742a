/* SPDX-License-Identifier: MIT */
/** @file
 * The Independent Reporting Mechanism's figures: what its codes add up to under the method of each era,
 * and why. The formulas are in the rulebook (section "irm"); docs/irm.md explains them.
 */
#ifndef OGP_IRM_H
#define OGP_IRM_H

#include <ogp/report.h>

OGP_BEGIN_DECLS

/**
 * Values are small integers: a code, or one of these words for a value that is not there. A missing value is
 * never 0. @since 0.1
 */
typedef enum ogp_missing {
    OGP_MISSING_NR = -121,          /**< not reviewed (yet) */
    OGP_MISSING_ND = -122,          /**< no data: the variable does not exist under that method or era */
    OGP_MISSING_NA = -123,          /**< not applicable */
    OGP_MISSING_BLANK = -124,       /**< nothing was entered */
    OGP_MISSING_UNSPECIFIED = -125, /**< the plan does not say */
    OGP_MISSING_BROKEN = -126,      /**< a broken spreadsheet formula */
    OGP_MISSING_UNKNOWN = -127,     /**< a value that was not understood */
    OGP_MISSING_ABSENT = -128       /**< the input has no such variable at all */
} ogp_missing;

/** Whether a value is one of the words above. @return 1 or 0. @since 0.1 */
static inline int ogp_is_missing(int value)
{
    return value <= OGP_MISSING_NR;
}
/**
 * How tables spell a missing value: "NR", "ND" (also where the input has no such variable), "NA", else "". Static.
 * @since 0.1
 */
OGP_API const char *ogp_missing_word(int value);

/**
 * The id of the method for plans submitted in a year, such as "irm-2014"; "" where there is none. Owned by the
 * rulebook.
 * @param context NULL for the defaults. @since 0.1
 */
OGP_API const char *ogp_irm_method_of_year(int year, const ogp_context *context);

/** One variable of an assessment, as words: "potential_impact", "moderate". Codes are taken too ("2"). @since 0.1 */
typedef struct ogp_irm_variable {
    const char *name;
    const char *value;
} ogp_irm_variable;

/** How an assessment is worked out. Start with OGP_ASSESS_OPTIONS_INIT. @since 0.1 */
typedef struct ogp_assess_options {
    size_t struct_size;
    const char *method; /**< "irm-2014" ...; NULL: from the variable "year", else none */
    int32_t across_eras; /**< 1: potential for results stands in for potential impact (not official) */
} ogp_assess_options;

#define OGP_ASSESS_OPTIONS_INIT { sizeof(ogp_assess_options), NULL, 0 }

/** The figures of one assessment, each with its reason. Immutable, reference-counted. @since 0.1 */
typedef struct ogp_results ogp_results;
/** One figure; owned by its ogp_results. @since 0.1 */
typedef struct ogp_result ogp_result;

/** One test of a figure: "completion_progress >= substantial", found "limited". @since 0.1 */
typedef struct ogp_irm_test {
    const char *variable;
    const char *operation; /**< ">=", "=", "coded" ... */
    const char *required;  /**< "" where the operation needs none */
    const char *found;     /**< a level, a number or a missing word */
    int32_t holds;
} ogp_irm_test;

/**
 * Works out every figure of an assessment: relevant, verifiable, the three stars, high completion, high ambition, high
 * did-it-open-government, the binding constraint, the IRM-based score and what they rest on.
 * @param[out] out owned by the caller (ogp_results_unref()); NULL on failure.
 * @param variables `count` of them, in any order; of one that is given twice, the last value holds.
 * @param options NULL for the defaults.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a variable, level or method that the rulebook does not know.
 * @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_assess(ogp_results **out, const ogp_irm_variable *variables, size_t count,
                                     const ogp_assess_options *options, const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_results *ogp_results_ref(ogp_results *results);
/** Drops a reference; the last one frees the figures too. NULL is allowed. @since 0.1 */
OGP_API void ogp_results_unref(ogp_results *results);
/** How many figures there are. @since 0.1 */
OGP_API size_t ogp_results_count(const ogp_results *results);
/** The i-th figure; NULL past the end. @since 0.1 */
OGP_API const ogp_result *ogp_results_at(const ogp_results *results, size_t index);
/** The figure with that id, such as "star_2014"; NULL where there is none. @since 0.1 */
OGP_API const ogp_result *ogp_results_get(const ogp_results *results, const char *id);
/**
 * Why each figure is what it is: one finding a figure, in the order of the figures, with source and status. NULL for
 * NULL results. @since 0.1
 */
OGP_API const ogp_report *ogp_results_report(const ogp_results *results);

/** The id of the figure, such as "star_2014". @since 0.1 */
OGP_API const char *ogp_result_id(const ogp_result *result);
/** Its value: a code, or an ogp_missing (OGP_MISSING_ABSENT for a NULL figure). @since 0.1 */
OGP_API int ogp_result_value(const ogp_result *result);
/** Its value as tables spell it: "1", "PotImp", "NR". @since 0.1 */
OGP_API const char *ogp_result_word(const ogp_result *result);
/** Why it has this value; one of the findings of ogp_results_report(). @since 0.1 */
OGP_API const ogp_finding *ogp_result_finding(const ogp_result *result);
/** How many tests decide it; 0 for a figure that is decided by cases instead. @since 0.1 */
OGP_API size_t ogp_result_test_count(const ogp_result *result);
/** The i-th test, in the order in which they are made; NULL past the end. @since 0.1 */
OGP_API const ogp_irm_test *ogp_result_test_at(const ogp_result *result, size_t index);
/** The first test that failed, or the condition of the case that applied; NULL where there is none. @since 0.1 */
OGP_API const ogp_irm_test *ogp_result_decided_by(const ogp_result *result);

/** Ways from the completion of milestones to that of their commitment. None is official. @since 0.1 */
typedef enum ogp_milestone_rule {
    OGP_MILESTONES_MIN = 1,     /**< the lowest level of all milestones */
    OGP_MILESTONES_MAJORITY = 2 /**< the level of more than half of them, else no answer */
} ogp_milestone_rule;

/**
 * Aggregates the completion of milestones. This is a helper and not official: no formula of OGP's derives the
 * completion of a commitment from that of its milestones. Milestones that are withdrawn, unclear, missing or not
 * understood are left out and counted.
 * @param completions `count` words such as "limited".
 * @param[out] left_out how many were left out; may be NULL.
 * @param context NULL for the defaults.
 * @return a code of completion (2 not started to 5 complete), OGP_MISSING_ND where there is no answer,
 * OGP_MISSING_UNKNOWN for a wrong call. @since 0.1
 */
OGP_API int ogp_irm_milestones(const char *const *completions, size_t count, ogp_milestone_rule rule, size_t *left_out,
                               const ogp_context *context);

/**
 * Whether a variable means the same under two methods.
 * @param context NULL for the defaults.
 * @return 1 when it does, 0 when a break lies between them (rule IRM030). @since 0.1
 */
OGP_API int ogp_irm_comparable(const char *variable, const char *from_method, const char *to_method,
                               const ogp_context *context);

OGP_END_DECLS

#endif
