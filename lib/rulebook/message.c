/* SPDX-License-Identifier: MIT */
/* Messages: a template of the rulebook with arguments put in. */
#include "base/utf8.h"
#include "rulebook/kept.h"
#include "rulebook/report.h"

#define FSI "\xe2\x81\xa8" /* U+2068 first strong isolate */
#define PDI "\xe2\x81\xa9" /* U+2069 pop directional isolate */

/* What an insert is made of; "unclean": it has what a message must not have. */
typedef struct letters {
    bool arabic, latin, unclean;
} letters;

static bool is_arabic(uint32_t c)
{
    return (c >= 0x0600 && c <= 0x08FF) || (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
}

/* Marks, embeddings and isolates of the text itself would reach into the message. */
static bool is_direction_control(uint32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static inline size_t decode(const char *text, size_t length, uint32_t *c)
{
    *c = (unsigned char)*text;
    return *c < 0x80 ? 1 : ogpi_utf8_decode(text, length, c);
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029;
}

static letters letters_of(const char *text, size_t length)
{
    letters found = {false, false, false};
    for (size_t i = 0; i < length;) {
        uint32_t c;
        i += decode(text + i, length - i, &c);
        found.latin |= (c | 0x20) - 'a' < 26 || (c >= 0x00C0 && c < 0x0590);
        found.arabic |= c >= 0x0600 && is_arabic(c);
        found.unclean |= c < 0x80 ? c < 0x20 || c == 0x7F : is_control(c) || is_direction_control(c);
    }
    return found;
}

/* One line without controls: a message is one line, whatever a title holds. */
static void add_clean(ogpi_buffer *out, const char *text, size_t length)
{
    size_t kept = 0, n;
    for (size_t i = 0; i < length; i += n) {
        uint32_t c;
        n = decode(text + i, length - i, &c);
        bool control = is_control(c);
        if (!control && !is_direction_control(c))
            continue;
        ogpi_buffer_add(out, text + kept, i - kept);
        kept = i + n;
        if (control)
            ogpi_buffer_putc(out, ' ');
    }
    ogpi_buffer_add(out, text + kept, length - kept);
}

/* Isolates what runs against the message: all but Arabic in an Arabic one, Arabic in another. */
static void add_insert(ogpi_buffer *out, const char *text, size_t length, bool right_to_left)
{
    letters found = letters_of(text, length);
    bool isolate = right_to_left ? found.latin || !found.arabic : found.arabic;
    if (isolate && length > 0)
        ogpi_buffer_puts(out, FSI);
    (found.unclean ? add_clean : ogpi_buffer_add)(out, text, length);
    if (isolate && length > 0)
        ogpi_buffer_puts(out, PDI);
}

static bool is_latin_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Bytes of Latin words at the start of a text, up to the last letter or digit: "V-Dem", "CSO entry",
   "v2csreprss_ord". */
static size_t latin_run(const char *text, size_t length)
{
    size_t end = 0;
    for (size_t i = 0; i < length && (unsigned char)text[i] < 0x80 && text[i] != '{'; i++) {
        if (text[i] == ' ' && (i + 1 == length || !is_latin_letter(text[i + 1])))
            break;
        if (is_latin_letter(text[i]) || (text[i] >= '0' && text[i] <= '9'))
            end = i + 1;
        else if (!strchr(" -_./", text[i]))
            break;
    }
    return end;
}

/* Bytes up to the next Latin letter, past the names of arguments. */
static size_t before_latin(const char *text)
{
    size_t i = 0;
    while (text[i] && !is_latin_letter(text[i]))
        i += text[i] == '{' ? strcspn(text + i, "}") : 1;
    return i;
}

char *ogpi_message_isolate(const char *template, const ogp_allocator *allocator)
{
    ogpi_buffer out;
    ogpi_buffer_init(&out, allocator);
    while (*template) {
        size_t before = before_latin(template), latin = latin_run(template + before, strlen(template + before));
        ogpi_buffer_add(&out, template, before);
        template += before + latin;
        if (latin == 0)
            continue;
        ogpi_buffer_puts(&out, FSI);
        ogpi_buffer_add(&out, template - latin, latin);
        ogpi_buffer_puts(&out, PDI);
    }
    return ogpi_buffer_take(&out, NULL);
}

static void add_name(ogpi_buffer *out, ogpi_rb term, const char *language)
{
    char room[OGPI_NAME_SIZE];
    const char *name = ogpi_rb_name(room, term, language);
    add_insert(out, name, strlen(name), strcmp(language, "ar") == 0);
}

/* A term's name as a message in that language has it, from the context, which keeps it; NULL without one or memory. */
static const char *kept_name(const ogp_context *context, ogpi_rb terms, size_t index, const char *language)
{
    ogpi_shared *names = ogpi_context_term(context, index);
    ogpi_shared *slot = names ? &names[ogpi_language_index(language)] : NULL;
    const char *name = names ? atomic_load_explicit(slot, memory_order_acquire) : NULL;
    if (name || !names)
        return name;
    ogpi_buffer fresh;
    ogpi_buffer_init(&fresh, ogpi_context_allocator(context));
    add_name(&fresh, ogpi_rb_at(terms, index), language);
    return ogpi_publish(slot, ogpi_buffer_take(&fresh, NULL), fresh.allocator);
}

static void add_term(ogpi_buffer *out, const ogp_report *report, const char *id, size_t length, const char *language)
{
    char key[64];
    ogpi_rb terms = ogpi_rb_get(ogpi_rb_root(report->book), "terms");
    size_t before = out->length, index = OGPI_RB_NOWHERE;
    if (length < sizeof key) {
        memcpy(key, id, length);
        key[length] = '\0';
        index = ogpi_rb_find(terms, key);
    }
    const char *kept = index != OGPI_RB_NOWHERE ? kept_name(report->context, terms, index, language) : NULL;
    if (kept)
        ogpi_buffer_puts(out, kept);
    else if (index != OGPI_RB_NOWHERE)
        add_name(out, ogpi_rb_at(terms, index), language);
    if (out->length == before) /* no name */
        add_insert(out, id, length, strcmp(language, "ar") == 0);
}

/* An id, or two that "=" joins: what, and which in brackets. */
static void add_pair(ogpi_buffer *out, const ogp_report *report, const char *ids, size_t length, const char *language)
{
    const char *joint = memchr(ids, '=', length);
    if (joint) {
        add_term(out, report, ids, (size_t)(joint - ids), language);
        ogpi_buffer_puts(out, " (");
        add_term(out, report, joint + 1, length - (size_t)(joint + 1 - ids), language);
        ogpi_buffer_putc(out, ')');
    } else {
        add_term(out, report, ids, length, language);
    }
}

/* Ids separated by commas become a list of names. */
static void add_terms(ogpi_buffer *out, const ogp_report *report, const char *ids, const char *language)
{
    for (;;) {
        size_t length = strcspn(ids, ",");
        add_pair(out, report, ids, length, language);
        if (ids[length] == '\0')
            return;
        ogpi_buffer_puts(out, strcmp(language, "ar") == 0 ? "\xd8\x8c " : ", ");
        ids += length + 1;
        ids += strspn(ids, " ");
    }
}

static const ogpi_arg *find_arg(const ogp_finding *finding, const char *name, size_t length)
{
    for (size_t i = 0; i < finding->arg_count; i++)
        if (strncmp(finding->args[i].name, name, length) == 0 && finding->args[i].name[length] == '\0')
            return &finding->args[i];
    return NULL;
}

/* Adds the argument that a template names at its start, "{name}..."; returns the bytes used, 0 where it names none. */
static size_t add_argument(ogpi_buffer *out, const ogp_finding *finding, const char *template, const char *language,
                           bool right_to_left)
{
    size_t length = strcspn(template + 1, "}");
    const ogpi_arg *arg = template[1 + length] ? find_arg(finding, template + 1, length) : NULL;
    if (!arg)
        return 0;
    if (arg->term)
        add_terms(out, finding->report, arg->value, language);
    else
        add_insert(out, arg->value, strlen(arg->value), right_to_left);
    return length + 2;
}

void ogpi_message_put(ogpi_buffer *out, const ogp_finding *finding, const char *template, const char *language)
{
    bool right_to_left = strcmp(language, "ar") == 0;
    while (*template) {
        const char *brace = strchr(template, '{');
        size_t plain = brace ? (size_t)(brace - template) : strlen(template);
        ogpi_buffer_add(out, template, plain);
        template += plain;
        size_t used = *template ? add_argument(out, finding, template, language, right_to_left) : 0;
        if (*template && used == 0) {
            ogpi_buffer_putc(out, '{');
            used = 1;
        }
        template += used;
    }
}

char *ogpi_message_render(const ogp_finding *finding, const char *template, const char *language)
{
    ogpi_buffer out;
    ogpi_buffer_init(&out, finding->report->allocator);
    ogpi_message_put(&out, finding, template, language);
    return ogpi_buffer_take(&out, NULL);
}
