/* SPDX-License-Identifier: MIT */
/* The calendar of a plan: pure functions of a few days and of the table "calendar" of the rulebook. */
#ifndef OGPI_CALENDAR_H
#define OGPI_CALENDAR_H

#include "rulebook/finding.h"
#include "rulebook/rulebook.h"
#include "rules/days.h"
#include "rules/held.h"
#include <ogp/calendar.h>

/* What is known of a plan. */
typedef struct ogpi_calendar_facts {
    int32_t submitted, start, end;
    int32_t previous_end; /* of the plan before it */
    int32_t letter;       /* letter of intent, for a first plan */
    int32_t cocreation;   /* when co-creation starts */
    int32_t years;        /* 0: as start and end say, else as the era does */
    bool first, local;
    bool plan_alone; /* the facts are what a plan says of itself, previous_end inferred from its end and length: nothing
                        is said of a gap, of a plan in time, or of what is not known */
} ogpi_calendar_facts;

#define OGPI_CALENDAR_FACTS_INIT \
    { OGPI_NO_DAY, OGPI_NO_DAY, OGPI_NO_DAY, OGPI_NO_DAY, OGPI_NO_DAY, OGPI_NO_DAY, 0, false, false, false }

#define OGPI_CALENDAR_DATES 128

typedef struct ogpi_calendar_date {
    ogpi_rb entry;   /* of the table */
    int32_t day;
    uint32_t number; /* 1, 2, ... of an entry that comes again, else 0 */
} ogpi_calendar_date;

typedef struct ogpi_calendar {
    const char *era; /* "cal-2018" ... */
    ogpi_rb rules;   /* the era's table */
    int32_t years;
    bool end_stated; /* the plan's own end, not the era's */
    int32_t era_end; /* the end that the era fixes, or OGPI_NO_DAY */
    size_t count;
    ogpi_calendar_date dates[OGPI_CALENDAR_DATES]; /* by day */
} ogpi_calendar;

typedef enum ogpi_delivery {
    OGPI_DELIVERY_UNKNOWN, /* no date of delivery, or no due date */
    OGPI_DELIVERY_IN_TIME,
    OGPI_DELIVERY_MOVED,   /* the exception of 2020: to the odd cohort */
    OGPI_DELIVERY_LATE,    /* late, but not contrary to process */
    OGPI_DELIVERY_CONTRARY
} ogpi_delivery;

/* The era: of an id ("cal-2018", or of a template that has only one), or, for NULL and others, of the day on which the
   plan was due as far as the facts tell it. NULL when nothing tells. */
const char *ogpi_calendar_era(const ogp_rulebook *book, const char *edition, const ogpi_calendar_facts *facts);
/* True when an id names an era, or a template that has only one. */
bool ogpi_calendar_knows(const ogp_rulebook *book, const char *edition);
/* Every date of a plan. era NULL: as ogpi_calendar_era() finds it, the newest where nothing tells. */
void ogpi_calendar_compute(ogpi_calendar *out, const ogp_rulebook *book, const char *era,
                           const ogpi_calendar_facts *facts);
/* The day of an entry ("due", "latest", "end" ...), or OGPI_NO_DAY. */
int32_t ogpi_calendar_day(const ogpi_calendar *calendar, const char *id);
/* The day on which the plan is due: of a first plan, of any other; or OGPI_NO_DAY. */
int32_t ogpi_calendar_due(const ogpi_calendar *calendar);
ogpi_delivery ogpi_calendar_delivery(const ogpi_calendar *calendar, int32_t delivered);
/* Findings CAL001-CAL010 on delivery, length, end and gap. Paths are "/submitted", "/start", "/end" of the plan. */
void ogpi_calendar_judge(const ogpi_calendar *calendar, const ogpi_calendar_facts *facts, ogpi_report_builder *report);

/* The name of the index-th date: an object by language. */
ogpi_rb ogpi_calendar_name(const ogp_calendar *calendar, size_t index);

struct ogp_calendar {
    ogpi_held held;
    char plan[64];
    ogpi_calendar calendar;
    ogpi_calendar_facts facts;
};

#endif
