/* SPDX-License-Identifier: MIT */
/** @file
 * Eligibility: may a country join, or stay? It needs 75 % of the points that four metrics can give (0 to 4 each, of
 * those measured) and, while it is not yet a member, must pass the Values Check. Points and thresholds are those of the
 * rulebook (section "eligibility"); the year selects the edition. docs/eligibility.md explains every step.
 */
#ifndef OGP_ELIGIBILITY_H
#define OGP_ELIGIBILITY_H

#include <math.h>
#include <ogp/report.h>

OGP_BEGIN_DECLS

/** Yes, no, or not known. @since 0.1 */
typedef enum ogp_answer { OGP_UNKNOWN = -1, OGP_NO = 0, OGP_YES = 1 } ogp_answer;

/** The outcome of a test. @since 0.1 */
typedef enum ogp_verdict {
    OGP_VERDICT_FAIL = 0,
    OGP_VERDICT_PASS = 1,
    OGP_VERDICT_NOT_REQUIRED = 2,
    OGP_VERDICT_NOT_ENOUGH_DATA = 3
} ogp_verdict;

/** A score that was not measured: never 0. */
#define OGP_NOT_MEASURED ((double)NAN)

/** A country in a year, as the source indices have it. Start with OGP_ELIGIBILITY_RECORD_INIT. @since 0.1 */
typedef struct ogp_eligibility_record {
    size_t struct_size;
    const char *country;               /**< Any name or code; may be NULL. */
    int32_t year;                      /**< Selects the edition of the rules. */
    int32_t budget_proposal;           /**< ogp_answer: is the executive's budget proposal published in time? */
    int32_t audit_report;              /**< ogp_answer: is the audit report published? */
    const char *access_to_information; /**< "law", "constitution", "constitution+draft", "draft", "none"; NULL or "":
                                          not measured. */
    const char *asset_disclosure;      /**< "public", "law", "none"; NULL or "": not measured. */
    double civil_liberties;            /**< EIU Democracy Index, 0 to 10, or OGP_NOT_MEASURED. */
    double cso_entry_exit;             /**< V-Dem v2cseeorgs_ord, whole numbers 0 to 4, or OGP_NOT_MEASURED. */
    double cso_repression;             /**< V-Dem v2csreprss_ord, likewise. */
    int32_t member;                    /**< ogp_answer: is it a member of OGP in that year? */
    int32_t un_member;                 /**< ogp_answer: is it in the UN? OGP_NO rules it out; unknown counts as yes. */
} ogp_eligibility_record;

#define OGP_ELIGIBILITY_RECORD_INIT                                                                                    \
    {                                                                                                                  \
        sizeof(ogp_eligibility_record), NULL, 0, OGP_UNKNOWN, OGP_UNKNOWN, NULL, NULL, OGP_NOT_MEASURED,               \
            OGP_NOT_MEASURED, OGP_NOT_MEASURED, OGP_UNKNOWN, OGP_UNKNOWN                                               \
    }

/** What a metric came to. @since 0.1 */
typedef struct ogp_metric {
    /** "fiscal_transparency", "access_to_information", "asset_disclosure" or "citizen_engagement". */
    const char *id;
    int32_t points;     /**< 0 to 4; -1: not measured. */
    int32_t maximum;    /**< 4. */
    const char *source; /**< Keys of the rule's sources. */
    const char *status; /**< How well the rule is known: "seen" or "unverified". */
} ogp_metric;

/** A change of one value of a record, and what it brings. @since 0.1 */
typedef struct ogp_change {
    const char *cell;  /**< The value that changes: "audit_report" ... */
    const char *from;  /**< What it is now. */
    const char *to;    /**< What it becomes: "1", "law" ...; where others judge, a comparison such as ">7.5". */
    const char *term;  /**< Id of the change's name among the rulebook's terms. */
    int32_t points;    /**< Points gained; below 0 for a loss. */
    int32_t acts;      /**< How many acts of the government it takes. */
    int32_t is_act;    /**< 0 where others judge (civil liberties, V-Dem), so that no government can decide it. */
} ogp_change;

/** The verdict on one country in one year, with its reasons. Immutable, reference-counted. @since 0.1 */
typedef struct ogp_eligibility ogp_eligibility;

/**
 * Judges a record. A value outside its scale or vocabulary is a finding (ELI020 to ELI025) and counts as not measured.
 * @param[out] out owned by the caller, NULL on failure. @param context NULL for the defaults.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a NULL record, a wrong struct_size or a year outside 1990 to
 * 2199. Safe from many threads. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_eligibility_judge(ogp_eligibility **out, const ogp_eligibility_record *record,
                                                const ogp_context *context, ogp_error *error);
/**
 * Judges one record in JSON: an object with the members `country`, `year`, `budget_proposal` ... of the table that
 * docs/eligibility.md describes; numbers, words, true, false or null. Otherwise as ogp_eligibility_judge().
 * @return 0, OGP_ERROR_MEMORY, OGP_ERROR_SYNTAX, OGP_ERROR_LIMIT, or OGP_ERROR_FORMAT with line, column and pointer.
 * @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_eligibility_parse(ogp_eligibility **out, const char *json, size_t length,
                                                const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_eligibility *ogp_eligibility_ref(ogp_eligibility *eligibility);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_eligibility_unref(ogp_eligibility *eligibility);

/** The country as given; "" where it was not given. @since 0.1 */
OGP_API const char *ogp_eligibility_country(const ogp_eligibility *eligibility);
/** The year that was judged. @since 0.1 */
OGP_API int32_t ogp_eligibility_year(const ogp_eligibility *eligibility);
/**
 * The edition of the rules: "eligibility-2011", "eligibility-2014", "eligibility-2018" or "eligibility-2023".
 * @since 0.1
 */
OGP_API const char *ogp_eligibility_edition(const ogp_eligibility *eligibility);
/** How many metrics there are: four. @since 0.1 */
OGP_API size_t ogp_eligibility_metric_count(const ogp_eligibility *eligibility);
/** The i-th metric, owned by the verdict; NULL past the end. @since 0.1 */
OGP_API const ogp_metric *ogp_eligibility_metric_at(const ogp_eligibility *eligibility, size_t index);
/** The sum of the points of all metrics that were measured; -1 when none was. @since 0.1 */
OGP_API int32_t ogp_eligibility_points(const ogp_eligibility *eligibility);
/** Four points for each metric that was measured. @since 0.1 */
OGP_API int32_t ogp_eligibility_maximum(const ogp_eligibility *eligibility);
/**
 * points / maximum as a plain decimal, rounded half up to four places ("0.75", "0.8333", "1"); "" when nothing was
 * measured. The verdict compares whole numbers, not this. @since 0.1
 */
OGP_API const char *ogp_eligibility_share(const ogp_eligibility *eligibility);
/** The verdict on the points: pass, fail or not enough data. @since 0.1 */
OGP_API ogp_verdict ogp_eligibility_core(const ogp_eligibility *eligibility);
/**
 * "unverified" when the verdict depends on an unverified metric: with other points for that metric, it could be
 * another. Otherwise "seen". @since 0.1
 */
OGP_API const char *ogp_eligibility_core_status(const ogp_eligibility *eligibility);
/** The verdict of the Values Check: pass, fail, not required or not enough data. @since 0.1 */
OGP_API ogp_verdict ogp_eligibility_values_check(const ogp_eligibility *eligibility);
/** How well the rules behind that verdict are known: "seen" or "unverified". @since 0.1 */
OGP_API const char *ogp_eligibility_values_check_status(const ogp_eligibility *eligibility);
/** Both verdicts together: yes, no, or unknown for lack of data. @since 0.1 */
OGP_API ogp_answer ogp_eligibility_eligible(const ogp_eligibility *eligibility);
/** How well the rules behind that answer are known: "seen" or "unverified". @since 0.1 */
OGP_API const char *ogp_eligibility_eligible_status(const ogp_eligibility *eligibility);

/**
 * How many sets of changes would make the country eligible. Only minimal sets count; the cheapest comes first (fewest
 * acts, then fewest points). 0 when the country is eligible, when nothing helps, and when there is not enough data.
 * Sets that need a judgement from outside are given only where acts alone are not enough. @since 0.1
 */
OGP_API size_t ogp_eligibility_need_count(const ogp_eligibility *eligibility);
/**
 * The changes of the i-th set, owned by the verdict; NULL past the end.
 * @param[out] count how many changes; 0 past the end; must not be NULL. @since 0.1
 */
OGP_API const ogp_change *const *ogp_eligibility_need_at(const ogp_eligibility *eligibility, size_t index,
                                                         size_t *count);
/** For an eligible country, how many single losses would each end its eligibility. @since 0.1 */
OGP_API size_t ogp_eligibility_loss_count(const ogp_eligibility *eligibility);
/** The i-th of these losses, owned by the verdict; NULL past the end. @since 0.1 */
OGP_API const ogp_change *ogp_eligibility_loss_at(const ogp_eligibility *eligibility, size_t index);
/**
 * A change in the words of a language (NULL: English), such as "pass an access-to-information law". Owned by the
 * verdict. Should memory run out, the id of the term is returned instead. @since 0.1
 */
OGP_API const char *ogp_eligibility_change_text(const ogp_eligibility *eligibility, const ogp_change *change,
                                                const char *language);
/**
 * The reasons: what each metric came to and why, each verdict, and the values refused. Owned by the verdict; NULL for a
 * NULL verdict. @since 0.1
 */
OGP_API const ogp_report *ogp_eligibility_report(const ogp_eligibility *eligibility);
/** "fail", "pass", "not-required" or "not-enough-data"; "" for any other value. Static. @since 0.1 */
OGP_API const char *ogp_verdict_name(ogp_verdict verdict);

/**
 * A table of country-years, judged row by row in memory that does not grow with rows: CSV with a header, or records in
 * JSON (one object, or a list of them). A cell that cannot be taken is a finding and counts as not measured; the other
 * cells and rows are judged all the same. A table belongs to one thread at a time. @since 0.1
 */
typedef struct ogp_eligibility_table ogp_eligibility_table;

/**
 * Opens a file ("-" is standard input) and reads its header. @param[out] out owned by the caller
 * (ogp_eligibility_table_close()), NULL on failure. @param context NULL for the defaults; the table keeps a reference.
 * @return 0, OGP_ERROR_IO, OGP_ERROR_SYNTAX, OGP_ERROR_FORMAT where it is no table of country-years, OGP_ERROR_LIMIT,
 * OGP_ERROR_MEMORY, OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_eligibility_table_open(ogp_eligibility_table **out, const ogp_context *context,
                                                     const char *path, ogp_error *error);
/** Reads from memory, which must last as long as the table. Otherwise as ogp_eligibility_table_open(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_eligibility_table_open_memory(ogp_eligibility_table **out, const ogp_context *context,
                                                            const char *text, size_t length, ogp_error *error);
/**
 * Judges the next row.
 * @param[out] out owned by the caller (ogp_eligibility_unref()); NULL at the end, on failure, and for a row without a
 * year, which cannot be judged: that is a finding of the table's report.
 * @return 1, 0 at the end, or a negative code. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_eligibility_table_next(ogp_eligibility **out, ogp_eligibility_table *table,
                                                     ogp_error *error);
/**
 * Writes the next rows, some tens of kilobytes, as `ogp eligibility` prints them: all calls together give the document.
 * @param[out] out NUL-terminated UTF-8, freed with ogp_free(); NULL at the end. @param[out] length may be NULL.
 * @param format "csv", "json" or "text", the same in every call. @param language of the names; NULL: English.
 * @return 1, 0 at the end, or an error. Do not mix with ogp_eligibility_table_next(). @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_eligibility_table_write(char **out, size_t *length, ogp_eligibility_table *table,
                                                      const char *format, const char *language, ogp_error *error);
/** How many rows have been read so far. @since 0.1 */
OGP_API size_t ogp_eligibility_table_row(const ogp_eligibility_table *table);
/**
 * What was wrong with columns and cells, which years bring an Eligibility Review, and how many verdicts are unverified.
 * Owned by the table; NULL before the end of the table. Paths are "/row/column", the row numbered as in a spreadsheet;
 * for JSON "/index/column" or "/column". @since 0.1
 */
OGP_API const ogp_report *ogp_eligibility_table_report(const ogp_eligibility_table *table);
/** Closes and frees a table. NULL is allowed. @since 0.1 */
OGP_API void ogp_eligibility_table_close(ogp_eligibility_table *table);

/**
 * Looks at one country over the years: a finding ELI016 for each pair of consecutive years below the minimum (a member
 * then comes under Eligibility Review), and ELI031 for the trend.
 * @param[out] out owned by the caller (ogp_report_unref()); NULL on failure.
 * @param years `count` verdicts on one country, in any order.
 * @param member whether the country was a member: OGP_NO gives no ELI016.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a NULL among the verdicts. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_eligibility_trend(ogp_report **out, const ogp_eligibility *const *years, size_t count,
                                                ogp_answer member, const ogp_context *context, ogp_error *error);

/**
 * The points for an EIU civil liberties score (0 to 10) by the bands of the rulebook; -1 when the score is outside that
 * scale.
 * @param context NULL for the defaults. @since 0.1
 */
OGP_API int32_t ogp_civil_liberties_points(double score, const ogp_context *context);
/**
 * Reads a document's availability in the words of the Open Budget Survey ("available to the public", "published late",
 * "internal use", "not produced"). @return yes, no, or unknown for other words and for NULL. Unverified. @since 0.1
 */
OGP_API ogp_answer ogp_budget_document_published(const char *words, const ogp_context *context);
/**
 * Checks a value against V-Dem's ordinal scale and the name of its variable. @param variable such as "v2cseeorgs_ord";
 * NULL: not known. @return 0, or OGP_ERROR_FORMAT for V-Dem's model scale: a name without "_ord", a value outside 0 to
 * 4 or not whole (unless values_check.accept_fractional allows it); the message names what to use. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_vdem_check(const char *variable, double value, const ogp_context *context,
                                         ogp_error *error);

OGP_END_DECLS

#endif
