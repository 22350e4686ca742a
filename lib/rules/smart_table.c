/* SPDX-License-Identifier: MIT */
#include "rules/smart_table.h"
#include "base/fold.h"

const char *ogp_smart_criterion_name(ogp_smart_criterion criterion)
{
    static const char *const names[] = {"specific", "measurable", "answerable", "relevant", "time_bound"};
    return (unsigned)criterion < OGP_SMART_CRITERIA ? names[criterion] : "";
}

static const char *const signal_names[OGPI_SIGNALS] = {
    [OGPI_SIGNAL_PROBLEM] = "problem",
    [OGPI_SIGNAL_ACTIVITY] = "activity",
    [OGPI_SIGNAL_RESULT] = "result",
    [OGPI_SIGNAL_CONCRETE] = "concrete",
    [OGPI_SIGNAL_DELIVERABLE] = "deliverable",
    [OGPI_SIGNAL_QUANTITY] = "quantity",
    [OGPI_SIGNAL_VAGUE] = "vague",
    [OGPI_SIGNAL_MILESTONE] = "milestone",
    [OGPI_SIGNAL_OUTPUT] = "output",
    [OGPI_SIGNAL_LEAD] = "lead",
    [OGPI_SIGNAL_CONTACT] = "contact",
    [OGPI_SIGNAL_SUPPORTING] = "supporting",
    [OGPI_SIGNAL_BODY] = "body",
    [OGPI_SIGNAL_VALUE] = "value",
    [OGPI_SIGNAL_VALUE_THIN] = "value-thin",
    [OGPI_SIGNAL_VALUE_HINT] = "value-hint",
    [OGPI_SIGNAL_START] = "start",
    [OGPI_SIGNAL_END] = "end",
    [OGPI_SIGNAL_END_EXACT] = "end-exact",
    [OGPI_SIGNAL_ORDERED] = "ordered",
    [OGPI_SIGNAL_INSIDE] = "inside",
    [OGPI_SIGNAL_MILESTONE_DATED] = "milestone-dated",
    [OGPI_SIGNAL_ALL_DATED] = "all-dated",
    [OGPI_SIGNAL_DATE] = "date",
    [OGPI_SIGNAL_DURATION] = "duration",
    [OGPI_SIGNAL_ACT] = "act",
    [OGPI_SIGNAL_KINDS] = "kinds",
    [OGPI_SIGNAL_FREE] = "free",
    [OGPI_SIGNAL_DETAIL] = "detail",
    [OGPI_SIGNAL_MEASURE] = "measure",
    [OGPI_SIGNAL_ONLY_VAGUE] = "only-vague",
    [OGPI_SIGNAL_LEAD_GENERAL] = "lead-general",
    [OGPI_SIGNAL_ACT_SHARE] = "act-share",
    [OGPI_SIGNAL_VAGUE_SHARE] = "vague-share",
    [OGPI_SIGNAL_TITLE] = "title",
    [OGPI_SIGNAL_STEP] = "step",
};

const char *ogpi_signal_name(ogpi_signal signal)
{
    return signal < OGPI_SIGNALS ? signal_names[signal] : "";
}

static int signal_named(const char *name)
{
    for (int i = 0; i < OGPI_SIGNALS; i++)
        if (signal_names[i][0] == name[0] && strcmp(signal_names[i], name) == 0)
            return i;
    return -1;
}

static uint64_t signal_bit(ogpi_rb name)
{
    int signal = signal_named(ogpi_rb_string(name, ""));
    return signal < 0 ? 0 : (uint64_t)1 << signal;
}

static void read_marks(ogpi_smart_marks *marks, ogpi_rb lists)
{
    marks->count = 0;
    for (size_t i = 0; i < ogpi_rb_count(lists) && marks->count < OGPI_SMART_LISTS; i++) {
        ogpi_rb list = ogpi_rb_at(lists, i);
        uint64_t all = 0;
        for (size_t j = 0; j < ogpi_rb_count(list); j++)
            all |= signal_bit(ogpi_rb_at(list, j));
        if (all)
            marks->all[marks->count++] = all;
    }
}

/* The whole part of a square root. */
static uint32_t root(uint32_t square)
{
    uint32_t result = 0;
    for (uint32_t bit = 1u << 15; bit; bit >>= 1)
        if ((result + bit) * (result + bit) <= square)
            result += bit;
    return result;
}

static ogpi_smart_points points_of(int signal, int32_t max, int32_t full)
{
    ogpi_smart_points points = {.signal = (uint8_t)signal};
    uint32_t size = (uint32_t)(max < 0 ? -max : max) * OGPI_SMART_UNIT;
    points.full = (uint8_t)(full < 1 ? 1 : full > OGPI_SMART_STEPS ? OGPI_SMART_STEPS : full);
    for (uint32_t n = 1; n <= points.full; n++) {
        uint32_t step = root(size * size * n / points.full);
        points.steps[n] = (int16_t)(max < 0 ? -(int32_t)step : (int32_t)step);
    }
    return points;
}

static void read_points(ogpi_smart_criterion *criterion, ogpi_rb points)
{
    for (size_t i = 0; i < ogpi_rb_count(points) && criterion->point_count < OGPI_SMART_POINTS; i++) {
        ogpi_rb entry = ogpi_rb_at(points, i);
        int signal = signal_named(ogpi_rb_string(ogpi_rb_get(entry, "signal"), ""));
        int32_t max = ogpi_rb_int(ogpi_rb_get(entry, "max"), 0);
        if (signal >= 0 && max >= -100 && max <= 100)
            criterion->points[criterion->point_count++] =
                points_of(signal, max, ogpi_rb_int(ogpi_rb_get(entry, "full"), 1));
    }
}

static void read_reasons(ogpi_smart_criterion *criterion, ogpi_rb reasons)
{
    for (size_t i = 0; i < ogpi_rb_count(reasons) && criterion->reason_count < OGPI_SMART_REASONS; i++) {
        ogpi_rb entry = ogpi_rb_at(reasons, i);
        criterion->reasons[criterion->reason_count++] =
            (ogpi_smart_rule){entry.value, signal_bit(ogpi_rb_get(entry, "lacks")),
                              signal_bit(ogpi_rb_get(entry, "with")), signal_bit(ogpi_rb_get(entry, "without"))};
    }
}

static void read_criterion(ogpi_smart_table *table, ogpi_rb entry)
{
    const char *id = ogpi_rb_string(ogpi_rb_get(entry, "id"), "");
    for (int i = 0; i < OGP_SMART_CRITERIA; i++) {
        if (strcmp(ogp_smart_criterion_name((ogp_smart_criterion)i), id) != 0)
            continue;
        ogpi_smart_criterion *criterion = &table->criteria[i];
        read_marks(&criterion->met, ogpi_rb_get(entry, "met"));
        read_marks(&criterion->partly, ogpi_rb_get(entry, "partly"));
        read_points(criterion, ogpi_rb_get(entry, "points"));
        read_reasons(criterion, ogpi_rb_get(entry, "reasons"));
        if (!memchr(table->order, i, table->order_count))
            table->order[table->order_count++] = (uint8_t)i;
    }
}

static void read_leads(ogpi_smart_table *table, ogpi_rb words, ogpi_buffer *leads)
{
    for (size_t i = 0; i < ogpi_rb_count(words); i++) {
        const char *word = ogpi_rb_string(ogpi_rb_at(words, i), "");
        size_t length = strlen(word), start = leads->length;
        ogpi_buffer_putc(leads, '\0');
        ogpi_fold_key(leads, word, length);
        if (leads->failed)
            break;
        if (leads->length - start - 1 > UINT8_MAX) {
            leads->length = start;
            continue;
        }
        leads->data[start] = (char)(uint8_t)(leads->length - start - 1);
        unsigned bit = ogpi_smart_lead_bit(leads->data + start + 1, leads->length - start - 1);
        table->lead_bits[bit / 64] |= (uint64_t)1 << bit % 64;
        if (length > table->longest_lead)
            table->longest_lead = (uint32_t)length;
    }
    table->leads = leads->data;
    table->leads_length = (uint32_t)leads->length;
}

bool ogpi_smart_table_read(ogpi_smart_table *table, const ogp_rulebook *book, ogpi_buffer *leads)
{
    ogpi_rb smart = ogpi_rb_path(book, "smart"), criteria = ogpi_rb_get(smart, "criteria");
    ogpi_rb hints = ogpi_rb_path(book, "values/hints");
    memset(table, 0, sizeof *table);
    for (size_t i = 0; i < ogpi_rb_count(criteria); i++)
        read_criterion(table, ogpi_rb_at(criteria, i));
    for (size_t i = 0; i < ogpi_rb_count(hints); i++)
        table->core_hints |= (uint32_t)ogpi_rb_int(ogpi_rb_get(ogpi_rb_at(hints, i), "bit"), 0);
    table->detail = (uint16_t)ogpi_rb_int(ogpi_rb_get(smart, "detail"), 3);
    table->thin_words = ogpi_rb_int(ogpi_rb_get(smart, "thin_words"), 3);
    read_leads(table, ogpi_rb_get(smart, "general_leads"), leads);
    return !leads->failed;
}

bool ogpi_smart_holds(const ogpi_smart_marks *marks, uint64_t signals)
{
    for (size_t i = 0; i < marks->count; i++)
        if ((signals & marks->all[i]) == marks->all[i])
            return true;
    return false;
}
