/* SPDX-License-Identifier: MIT */
/* What all languages share: the classes, their attributes and methods. A language's own file comes first, with
   %module and with typemaps for
     ogp_error *error             hidden; raises the language's error when the call fails
     const ogp_context *context   from the language's way to give options, such as lang="ar"
     json_t *                     plain data: numbers, strings, lists and tables of the language, both ways
     const char *text, size_t length
   and defines OGPB_SEQUENCE(List, Item), which makes a list of List_size() and List_item(), counted from 0. */
%{
#include "bindings/handles.h"
#include "bindings/rows.h"
%}

%rename("%(strip:[ogp_])s") "";
%nodefaultctor;
%feature("autodoc", "0");

%define OGPB_CLASS(Name)
typedef struct Name {
    %extend {
        ~Name() { Name##_free($self); }
    }
} Name;
%enddef

/* Strings that a function of libogp gives: PREFIX_member(it). */
%define OGPB_STRING(Class, prefix, member)
%{
#define Class##_##member##_get(self) ((char *)prefix##_##member((self)->it))
%}
%extend Class { %immutable; char *member; %mutable; }
%enddef

/* Texts in the plan's own language; text("member", "fr") gives the others. */
%define OGPB_TEXT(Class, prefix, member)
%{
#define Class##_##member##_get(self) ((char *)prefix##_##member((self)->it, NULL))
%}
%extend Class { %immutable; char *member; %mutable; }
%enddef

/* Dates as the document spells them (EDTF). */
%define OGPB_DATE(Class, prefix, member)
%{
#define Class##_##member##_get(self) ((char *)prefix##_##member##_text((self)->it))
%}
%extend Class { %immutable; char *member; %mutable; }
%enddef

/* A part of the same plan, or none. */
%define OGPB_PART(Class, prefix, member, Part)
%newobject Class::member;
%{
#define Class##_##member##_get(self) Part##_make((self)->owner, prefix##_##member((self)->it))
%}
%extend Class { %immutable; Part *member; %mutable; }
%enddef

/* A list of parts. */
%define OGPB_PARTS(Class, member, List)
%newobject Class::member;
%{
#define Class##_##member##_get(self) List##_make((self)->owner, (self)->it)
%}
%extend Class { %immutable; List *member; %mutable; }
%enddef

%define OGPB_LIST(List, Item)
OGPB_CLASS(List)
OGPB_SEQUENCE(List, Item)
%enddef

/* ---------------------------------------------------------------- plans */

OGPB_CLASS(Contact)
OGPB_TEXT(Contact, ogp_contact, name)
OGPB_TEXT(Contact, ogp_contact, post)
OGPB_STRING(Contact, ogp_contact, email)
OGPB_STRING(Contact, ogp_contact, phone)

OGPB_CLASS(Institution)
OGPB_TEXT(Institution, ogp_institution, name)
OGPB_STRING(Institution, ogp_institution, kind)
OGPB_PART(Institution, ogp_institution, contact, Contact)

OGPB_LIST(Supporters, Institution)
OGPB_LIST(MilestoneSupporters, Institution)

OGPB_CLASS(Milestone)
OGPB_STRING(Milestone, ogp_milestone, number)
OGPB_TEXT(Milestone, ogp_milestone, title)
OGPB_TEXT(Milestone, ogp_milestone, description)
OGPB_TEXT(Milestone, ogp_milestone, output)
OGPB_DATE(Milestone, ogp_milestone, start)
OGPB_DATE(Milestone, ogp_milestone, end)
OGPB_STRING(Milestone, ogp_milestone, completion)
OGPB_PART(Milestone, ogp_milestone, lead, Institution)
OGPB_PARTS(Milestone, supporting, MilestoneSupporters)

OGPB_CLASS(Assessment)
OGPB_STRING(Assessment, ogp_assessment, report)
OGPB_STRING(Assessment, ogp_assessment, method)
OGPB_DATE(Assessment, ogp_assessment, published)
OGPB_STRING(Assessment, ogp_assessment, specificity)
OGPB_STRING(Assessment, ogp_assessment, verifiable)
OGPB_STRING(Assessment, ogp_assessment, relevance)
OGPB_STRING(Assessment, ogp_assessment, potential_impact)
OGPB_STRING(Assessment, ogp_assessment, potential_for_results)
OGPB_STRING(Assessment, ogp_assessment, completion)
OGPB_STRING(Assessment, ogp_assessment, did_it_open_government)
OGPB_STRING(Assessment, ogp_assessment, early_results)
%{
#define Assessment_values_get(self) ogpb_assessment_values((self)->it)
%}
%extend Assessment { %immutable; json_t *values; %mutable; }

OGPB_LIST(Milestones, Milestone)
OGPB_LIST(Assessments, Assessment)

OGPB_CLASS(Commitment)
OGPB_STRING(Commitment, ogp_commitment, id)
OGPB_STRING(Commitment, ogp_commitment, number)
OGPB_STRING(Commitment, ogp_commitment, status)
OGPB_STRING(Commitment, ogp_commitment, plan)
OGPB_STRING(Commitment, ogp_commitment, member)
OGPB_STRING(Commitment, ogp_commitment, language)
OGPB_TEXT(Commitment, ogp_commitment, title)
OGPB_DATE(Commitment, ogp_commitment, start)
OGPB_DATE(Commitment, ogp_commitment, end)
OGPB_PART(Commitment, ogp_commitment, lead, Institution)
OGPB_PARTS(Commitment, supporting, Supporters)
OGPB_PARTS(Commitment, milestones, Milestones)
OGPB_PARTS(Commitment, assessments, Assessments)
%{
#define Commitment_challenges_get(self) ogpb_commitment_challenges((self)->it)
#define Commitment_policy_areas_get(self) ogpb_commitment_policy_areas((self)->it)
%}
%newobject Commitment::to_line;
%extend Commitment {
    %immutable;
    json_t *challenges;
    json_t *policy_areas;
    %mutable;
    /* Any text of the commitment ("problem", "transparency" ...) in a language; the plan's own by default. */
    const char *text(ogp_error *error, const char *field, const char *language = NULL)
    {
        return ogpb_commitment_text($self->it, field, language, error);
    }
    json_t *to_table(ogp_error *error) { return ogpb_commitment_table($self->owner, $self->it, error); }
    /* As a line of a stream. */
    char *to_line(ogp_error *error)
    {
        char *text = NULL;
        return ogp_plan_write_commitment(&text, NULL, $self->owner, $self->it, error) < 0 ? NULL : text;
    }
}

OGPB_LIST(Commitments, Commitment)

OGPB_CLASS(Plan)
OGPB_STRING(Plan, ogp_plan, id)
OGPB_STRING(Plan, ogp_plan, member)
OGPB_STRING(Plan, ogp_plan, level)
OGPB_STRING(Plan, ogp_plan, language)
OGPB_STRING(Plan, ogp_plan, edition)
OGPB_TEXT(Plan, ogp_plan, title)
OGPB_DATE(Plan, ogp_plan, submitted)
OGPB_DATE(Plan, ogp_plan, start)
OGPB_DATE(Plan, ogp_plan, end)
OGPB_PART(Plan, ogp_plan, lead, Institution)
OGPB_PARTS(Plan, commitments, Commitments)
%newobject Plan::commitment;
%newobject Plan::to_json;
%newobject Plan::to_xml;
%newobject Plan::check;
%extend Plan {
    void close(void);
    /* The commitment with that id or number, or none. */
    Commitment *commitment(const char *id) { return Commitment_make($self->owner, ogp_plan_commitment($self->it, id)); }
    json_t *to_table(ogp_error *error) { return ogpb_plan_table($self->it, error); }
    char *to_json(ogp_error *error)
    {
        char *text = NULL;
        return ogp_plan_write(&text, NULL, $self->it, error) < 0 ? NULL : text;
    }
    void save(ogp_error *error, const char *path) { (void)!ogp_plan_save($self->it, path, error); }
    Report *check(ogp_error *error, const ogp_context *context = NULL)
    {
        ogp_report *report = NULL;
        return ogp_plan_check(&report, $self->it, context, error) < 0 ? NULL : Report_make(report, context);
    }
    /* Judged on a day, "2022-08-31"; by default on that of the last dated evidence. */
    json_t *cocreation(ogp_error *error, const ogp_context *context = NULL, const char *today = NULL)
    {
        return ogpb_cocreation($self->it, today, context, error);
    }
    json_t *smart(ogp_error *error, const ogp_context *context = NULL) { return ogpb_smart($self->it, context, error); }
    char *to_xml(ogp_error *error)
    {
        char *text = NULL;
        return ogp_plan_write_xml(&text, NULL, $self->it, error) < 0 ? NULL : text;
    }
    void save_xml(ogp_error *error, const char *path) { (void)!ogp_plan_save_xml($self->it, path, error); }
    const char *title_in(const char *language) { return ogp_plan_title($self->it, language); }
}

%newobject load;
%newobject load_commitment;
%newobject loads;
%newobject plan_from_table;
%inline %{
static Plan *load(ogp_error *error, const char *path, const ogp_context *context)
{
    ogp_plan *plan = NULL;
    return ogp_plan_load(&plan, context, path, error) < 0 ? NULL : Plan_take(plan);
}

static Plan *loads(ogp_error *error, const char *text, size_t length, const ogp_context *context)
{
    ogp_plan *plan = NULL;
    return ogp_plan_parse(&plan, context, text, length, error) < 0 ? NULL : Plan_take(plan);
}

/* A plan of one commitment, from a line of a stream of commitments. */
static Plan *load_commitment(ogp_error *error, const char *text, size_t length, const ogp_context *context)
{
    ogp_plan *plan = NULL;
    return ogp_plan_parse_commitment(&plan, context, text, length, error) < 0 ? NULL : Plan_take(plan);
}

static Plan *plan_from_table(ogp_error *error, json_t *table, const ogp_context *context)
{
    ogp_plan *plan = ogpb_plan_from_table(table, context, error);
    return plan ? Plan_take(plan) : NULL;
}
%}

/* ---------------------------------------------------------------- reports */

OGPB_CLASS(Finding)
OGPB_STRING(Finding, ogp_finding, rule)
OGPB_STRING(Finding, ogp_finding, path)
OGPB_STRING(Finding, ogp_finding, edition)
OGPB_STRING(Finding, ogp_finding, source)
OGPB_STRING(Finding, ogp_finding, status)
OGPB_STRING(Finding, ogp_finding, subject)
%{
#define Finding_message_get(self) ((char *)ogp_finding_message((self)->it, ogp_context_language((self)->owner.context)))
#define Finding_mend_get(self) ((char *)ogp_finding_mend((self)->it, ogp_context_language((self)->owner.context)))
#define Finding_severity_get(self) ((char *)ogp_severity_name(ogp_finding_severity((self)->it)))
#define Finding_start_get(self) ogp_finding_start((self)->it)
#define Finding_end_get(self) ogp_finding_end((self)->it)
%}
%extend Finding {
    %immutable;
    char *message;
    char *mend;
    char *severity;
    ogpb_span_start start;
    ogpb_span_end end;
    %mutable;
    /* The message, and what would mend it, in a language. */
    const char *message_in(const char *language) { return ogp_finding_message($self->it, language); }
    const char *mend_in(const char *language) { return ogp_finding_mend($self->it, language); }
}

OGPB_LIST(Report, Finding)
%{
#define Report_worst_get(self) ((char *)ogp_severity_name(ogp_report_worst((self)->it)))
#define Report_errors_get(self) ogp_report_total((self)->it, OGP_SEVERITY_ERROR)
#define Report_warnings_get(self) ogp_report_total((self)->it, OGP_SEVERITY_WARNING)
#define Report_notes_get(self) ogp_report_total((self)->it, OGP_SEVERITY_NOTE)
#define Report_omitted_get(self) ogp_report_omitted((self)->it, NULL)
%}
%newobject Report::write;
%extend Report {
    void close(void);
    /* As `ogp check --format` writes it. format: "text", "json", "sarif", "html"; name and source: of the file that was
       checked. */
    char *write(ogp_error *error, const char *format, const char *language = NULL, const char *name = NULL,
                const char *source = NULL)
    {
        const char *chosen = language ? language : ogp_context_language($self->context);
        return ogpb_report_write($self->it, format, chosen, name, source, error);
    }
    %immutable;
    char *worst;
    size_t errors;
    size_t warnings;
    size_t notes;
    size_t omitted;
    %mutable;
}

/* ---------------------------------------------------------------- rulebooks */

OGPB_CLASS(Rulebook)
OGPB_STRING(Rulebook, ogp_rulebook, version)
%newobject Rulebook::to_json;
%extend Rulebook {
    /* {id, family, name, status, source, message, mend, severity, editions} of a rule. */
    json_t *rule(ogp_error *error, const char *id, const char *language = NULL)
    {
        return ogpb_rule($self->it, id, language, error);
    }
    json_t *rules(ogp_error *error, const char *language = NULL) { return ogpb_rules($self->it, language, error); }
    json_t *members(ogp_error *error, const char *language = NULL) { return ogpb_members($self->it, language, error); }
    char *to_json(ogp_error *error)
    {
        char *text = NULL;
        return ogp_rulebook_to_json(&text, NULL, $self->it, error) < 0 ? NULL : text;
    }
}

%newobject rulebook;
%newobject load_rulebook;
%newobject parse_rulebook;
%inline %{
/* The rulebook compiled in. */
static Rulebook *rulebook(void)
{
    return Rulebook_take((ogp_rulebook *)ogp_rulebook_builtin());
}

static Rulebook *load_rulebook(ogp_error *error, const char *path)
{
    ogp_rulebook *rulebook = NULL;
    return ogp_rulebook_load(&rulebook, path, error) < 0 ? NULL : Rulebook_take(rulebook);
}

static Rulebook *parse_rulebook(ogp_error *error, const char *text, size_t length)
{
    ogp_rulebook *rulebook = NULL;
    return ogp_rulebook_parse(&rulebook, text, length, error) < 0 ? NULL : Rulebook_take(rulebook);
}
%}

/* ---------------------------------------------------------------- texts and the library itself */

%newobject facts;
%inline %{
static json_t *facts(ogp_error *error, const char *text, size_t length, const char *language,
                     const ogp_context *context)
{
    return ogpb_facts(text, length, language, context, error);
}
%}

/* ---------------------------------------------------------------- tables of commitments */

OGPB_CLASS(Dataset)
OGPB_STRING(Dataset, ogp_dataset, edition)
%{
#define Dataset_rows_get(self) ogp_dataset_rows((self)->it)
#define Dataset_columns_get(self) ogpb_dataset_columns((self)->it)
%}
%newobject Dataset::report;
%extend Dataset {
    %immutable;
    size_t rows;
    json_t *columns;
    %mutable;
    json_t *row(ogp_error *error, size_t index) { return ogpb_dataset_row($self->it, index, error); }
    /* The figures of every row, recomputed. */
    json_t *irm(ogp_error *error) { return ogpb_dataset_irm($self->it, error); }
    /* by: "country,year". */
    json_t *summary(ogp_error *error, const char *by) { return ogpb_dataset_summary($self->it, by, error); }
    /* What reading found; none where nothing was. */
    Report *report(const ogp_context *context = NULL)
    {
        return Report_make(ogp_report_ref((ogp_report *)ogp_dataset_report($self->it)), context);
    }
}

%newobject read_commitments;
%inline %{
/* A table of OGP's, a plan or a stream of commitments. */
static Dataset *read_commitments(ogp_error *error, const char *path, const ogp_context *context)
{
    ogp_dataset *dataset = NULL;
    return ogp_dataset_read(&dataset, path, NULL, context, error) < 0 ? NULL : Dataset_take(dataset);
}
%}

/* ---------------------------------------------------------------- membership and the IRM */

%inline %{
static json_t *calendar(ogp_error *error, json_t *table, const ogp_context *context)
{
    return ogpb_calendar(table, context, error);
}

static json_t *eligibility(ogp_error *error, json_t *table, const ogp_context *context)
{
    return ogpb_eligibility(table, context, error);
}

/* Records of one country in several years; member: 1, 0, or -1 where not known. */
static json_t *eligibility_trend(ogp_error *error, json_t *table, int member, const ogp_context *context)
{
    return ogpb_trend(table, member, context, error);
}

/* Histories as JSON: ogp-join/1 and ogp-member/1. Judged on a day, "2022-08-31". */
static json_t *joining(ogp_error *error, const char *text, size_t length, const char *today, const ogp_context *context)
{
    return ogpb_joining(text, length, today, context, error);
}

static json_t *member_status(ogp_error *error, const char *text, size_t length, const char *today,
                             const ogp_context *context)
{
    return ogpb_status(text, length, today, context, error);
}

static json_t *assess(ogp_error *error, json_t *table, const ogp_context *context)
{
    return ogpb_assess(table, context, error);
}
%}

const char *ogp_version(void);
int ogp_has_feature(const char *name);
