/* SPDX-License-Identifier: MIT */
#include "report/words.h"
#include "base/utf8.h"
#include <ogp/report.h>

#include <stdio.h>

#define FSI "\xe2\x81\xa8" /* U+2068 first strong isolate */
#define PDI "\xe2\x81\xa9" /* U+2069 pop directional isolate */

static ogpi_rb lookup(const ogpi_words *words, const char *section, const char *name)
{
    char path[96];
    snprintf(path, sizeof path, "report/%s/%s", section, name);
    ogpi_rb found = ogpi_rb_path(words->book, path);
    return ogpi_rb_kind_of(found) != OGPI_RB_NONE ? found : ogpi_rb_path(NULL, path);
}

const char *ogpi_word(const ogpi_words *words, const char *name)
{
    return ogpi_rb_text(lookup(words, "words", name), words->language);
}

void ogpi_fill(ogpi_buffer *out, const char *phrase, const ogpi_filling *fillings, size_t count)
{
    while (*phrase) {
        size_t plain = strcspn(phrase, "{"), length = strcspn(phrase + plain, "}"), i = 0;
        ogpi_buffer_add(out, phrase, plain);
        phrase += plain;
        while (i < count && (strncmp(phrase + 1, fillings[i].name, length - 1) || fillings[i].name[length - 1]))
            i++;
        if (*phrase && i < count)
            ogpi_buffer_puts(out, fillings[i].value);
        phrase += *phrase ? length + (phrase[length] == '}') : 0;
    }
}

static bool form_holds(ogpi_rb form, size_t n)
{
    int32_t modulo = ogpi_rb_int(ogpi_rb_get(form, "modulo"), 0);
    size_t value = modulo > 0 ? n % (size_t)modulo : n;
    return value >= (size_t)ogpi_rb_int(ogpi_rb_get(form, "from"), 0) &&
           value <= (size_t)ogpi_rb_int(ogpi_rb_get(form, "to"), 0);
}

static const char *plural_form(const ogpi_words *words, size_t n)
{
    ogpi_rb forms = lookup(words, "plurals", words->language);
    for (size_t i = 0; i < ogpi_rb_count(forms); i++)
        if (form_holds(ogpi_rb_at(forms, i), n))
            return ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(forms, i), "form"), "other");
    return "other";
}

void ogpi_counted(ogpi_buffer *out, const ogpi_words *words, const char *what, size_t n, const char *rule)
{
    char digits[24];
    ogpi_rb forms = ogpi_rb_get(lookup(words, "counts", what), words->language);
    const char *other = ogpi_rb_string(ogpi_rb_get(forms, "other"), "{n}");
    snprintf(digits, sizeof digits, "%zu", n);
    ogpi_filling fillings[] = {{"n", digits}, {"rule", rule ? rule : ""}};
    ogpi_fill(out, ogpi_rb_string(ogpi_rb_get(forms, plural_form(words, n)), other), fillings, 2);
}

void ogpi_totals(ogpi_buffer *out, const ogpi_words *words, const ogp_report *report)
{
    size_t shown = 0;
    for (int severity = OGP_SEVERITY_ERROR; severity > OGP_SEVERITY_NONE; severity--) {
        size_t n = ogp_report_total(report, (ogp_severity)severity);
        if (!n)
            continue;
        if (shown++)
            ogpi_buffer_puts(out, ogpi_word(words, "comma"));
        ogpi_counted(out, words, ogp_severity_name((ogp_severity)severity), n, NULL);
    }
    if (!shown)
        ogpi_buffer_puts(out, ogpi_word(words, "none"));
}

/* 1: written from left to right, 2: from right to left, 3: both, 0: neither. */
static int directions(const char *text)
{
    size_t left = strlen(text), n;
    int found = 0;
    for (; left; text += n, left -= n) {
        uint32_t c;
        n = ogpi_utf8_decode(text, left, &c);
        bool rtl = (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
        bool ltr =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x590);
        found |= (ltr ? 1 : 0) | (rtl ? 2 : 0);
    }
    return found;
}

void ogpi_isolated(ogpi_buffer *out, const ogpi_words *words, const char *text)
{
    bool isolate = directions(text) & (words->right_to_left ? 1 : 2);
    ogpi_buffer_puts(out, isolate ? FSI : "");
    for (; *text; text++)
        ogpi_buffer_putc(out, (unsigned char)*text < 0x20 || *text == 0x7F ? ' ' : *text);
    ogpi_buffer_puts(out, isolate ? PDI : "");
}
