/* SPDX-License-Identifier: MIT */
/* Patterns: "a | b" alternatives, (a|b) groups, x? and (a b)? optional, stem~paradigm inflected. */
#include "rulebook/lexicon_build.h"

#include "base/error.h"

#define PATTERN_MAX 512 /* bytes of one plain spelling */
#define DEPTH_MAX 128 /* pieces of one pattern */
#define SPELLINGS_MAX 16384 /* of one pattern; the built-in rulebook's widest has some 2,300 */
#define WORK_MAX ((size_t)32 << 20) /* for all patterns of a rulebook; the built-in one takes a tenth */

int ogpi_builder_spend(ogpi_builder *builder, size_t bytes)
{
    *builder->work += bytes;
    if (*builder->work <= WORK_MAX)
        return 0;
    return ogpi_error(builder->error, OGP_ERROR_LIMIT, "the patterns of all languages stand for too many spellings");
}

typedef struct expansion {
    ogpi_builder *builder;
    ogpi_pattern_use *use;
    uint32_t id;
    uint32_t value;
    unsigned depth;
    size_t spellings;
} expansion;

static int expand(expansion *x, const char *done, size_t done_length, const char *rest, size_t rest_length);

static int too_long(const expansion *x, const char *rest)
{
    return ogpi_error(x->builder->error, OGP_ERROR_FORMAT, "pattern too long or too deep near \"%.40s\"", rest);
}

/* Appends `add` to what is done and goes on with the rest. */
static int append(expansion *x, const char *done, size_t done_length, const char *add, size_t add_length,
                  const char *rest, size_t rest_length)
{
    char longer[PATTERN_MAX];
    if (done_length + add_length >= PATTERN_MAX)
        return too_long(x, rest);
    memcpy(longer, done, done_length);
    memcpy(longer + done_length, add, add_length);
    return expand(x, longer, done_length + add_length, rest, rest_length);
}

/* Puts a piece of pattern before the rest and goes on with both. */
static int prepend(expansion *x, const char *done, size_t done_length, const char *piece, size_t piece_length,
                   const char *rest, size_t rest_length)
{
    char longer[2 * PATTERN_MAX];
    if (piece_length + rest_length >= sizeof(longer))
        return too_long(x, rest);
    memcpy(longer, piece, piece_length);
    memcpy(longer + piece_length, rest, rest_length);
    return expand(x, done, done_length, longer, piece_length + rest_length);
}

/* Length of the piece up to a bar or closing bracket on this level. */
static size_t alternative_length(const char *text, size_t length)
{
    int level = 0;
    size_t i = 0;
    for (; i < length; i++) {
        level += text[i] == '(';
        if (level == 0 && (text[i] == '|' || text[i] == ')'))
            break;
        level -= text[i] == ')';
    }
    return i;
}

static int group(expansion *x, const char *done, size_t done_length, const char *rest, size_t rest_length)
{
    size_t close = 1;
    while (close < rest_length && rest[close] != ')') {
        close += alternative_length(rest + close, rest_length - close);
        close += close < rest_length && rest[close] == '|';
    }
    if (close >= rest_length)
        return ogpi_error(x->builder->error, OGP_ERROR_FORMAT, "bracket not closed near \"%.40s\"", rest);
    bool optional = close + 1 < rest_length && rest[close + 1] == '?';
    const char *after = rest + close + 1 + optional;
    size_t after_length = rest_length - close - 1 - optional;
    int status = optional ? expand(x, done, done_length, after, after_length) : 0;
    for (size_t i = 1; status == 0 && i <= close;) {
        size_t length = alternative_length(rest + i, close - i);
        status = prepend(x, done, done_length, rest + i, length, after, after_length);
        i += length + 1;
    }
    return status;
}

static ogpi_rb find_paradigm(const ogpi_builder *builder, const char *name, size_t length)
{
    char key[32] = "";
    if (length < sizeof(key))
        memcpy(key, name, length);
    return ogpi_rb_get(builder->paradigms, key);
}

static int inflect(expansion *x, const char *done, size_t done_length, const char *word, size_t stem,
                   size_t word_length, const char *rest, size_t rest_length)
{
    ogpi_rb forms = find_paradigm(x->builder, word + stem + 1, word_length - stem - 1);
    int status = 0;
    if (ogpi_rb_count(forms) == 0)
        return ogpi_error(x->builder->error, OGP_ERROR_FORMAT, "no paradigm \"%.*s\"", (int)(word_length - stem - 1),
                          word + stem + 1);
    for (size_t i = 0; i < ogpi_rb_count(forms); i++) {
        const char *text = ogpi_rb_string(ogpi_rb_at(forms, i), NULL), *slot = text ? strchr(text, '_') : NULL;
        char whole[128];
        size_t before = slot ? (size_t)(slot - text) : 0, length = text ? strlen(text) : 0;
        if (!text || stem + length >= sizeof(whole))
            return too_long(x, word);
        memcpy(whole, text, before);
        memcpy(whole + before, word, stem);
        memcpy(whole + before + stem, slot ? slot + 1 : text, slot ? length - before - 1 : length);
        length = stem + length - (slot != NULL);
        if ((status = append(x, done, done_length, whole, length, rest, rest_length)) < 0)
            break;
    }
    return status;
}

static int word(expansion *x, const char *done, size_t done_length, const char *rest, size_t rest_length)
{
    size_t length = 0, stem = 0;
    bool inflected = false;
    while (length < rest_length && rest[length] != ' ' && rest[length] != '(' && rest[length] != '?') {
        if (rest[length] == '~') {
            inflected = true;
            stem = length;
        }
        length++;
    }
    bool optional = length < rest_length && rest[length] == '?';
    const char *after = rest + length + optional;
    size_t after_length = rest_length - length - optional;
    int status = optional ? expand(x, done, done_length, after, after_length) : 0;
    if (status < 0)
        return status;
    return inflected ? inflect(x, done, done_length, rest, stem, length, after, after_length)
                     : append(x, done, done_length, rest, length, after, after_length);
}

static int spell(expansion *x, const char *done, size_t length)
{
    char plain[PATTERN_MAX];
    memcpy(plain, done, length);
    plain[length] = '\0';
    if (++x->spellings > SPELLINGS_MAX)
        return ogpi_error(x->builder->error, OGP_ERROR_FORMAT, "a pattern with more than %d spellings", SPELLINGS_MAX);
    return x->use(x->builder, plain, x->id, x->value);
}

static int expand(expansion *x, const char *done, size_t done_length, const char *rest, size_t rest_length)
{
    int status;
    if ((status = ogpi_builder_spend(x->builder, done_length + rest_length + 1)) < 0)
        return status;
    if (rest_length == 0)
        return spell(x, done, done_length);
    if (x->depth >= DEPTH_MAX)
        return too_long(x, rest);
    x->depth++;
    if (rest[0] == ' ')
        status = append(x, done, done_length, " ", 1, rest + 1, rest_length - 1);
    else if (rest[0] == '(')
        status = group(x, done, done_length, rest, rest_length);
    else
        status = word(x, done, done_length, rest, rest_length);
    x->depth--;
    return status;
}

int ogpi_pattern_expand(ogpi_builder *builder, const char *pattern, ogpi_pattern_use *use, uint32_t id, uint32_t value)
{
    expansion x = { .builder = builder, .use = use, .id = id, .value = value };
    size_t length = strlen(pattern);
    int status = 0;
    for (size_t i = 0; status == 0 && i <= length;) {
        size_t part = alternative_length(pattern + i, length - i);
        status = expand(&x, "", 0, pattern + i, part);
        if (i + part < length && pattern[i + part] == ')')
            return ogpi_error(builder->error, OGP_ERROR_FORMAT, "stray bracket in \"%.60s\"", pattern);
        i += part + 1;
    }
    return status;
}
