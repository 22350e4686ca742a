/* SPDX-License-Identifier: MIT */
/* The five grand challenges of the first years. */
#include "rules/check.h"
#include "rules/field.h"
#include <stdio.h>

static ogpi_rb known_challenges(const ogpi_check *check)
{
    return ogpi_rb_path(check->book, "vocabularies/challenges");
}

/* The challenge that all commitments share, or NULL. */
static const char *shared_challenge(const ogp_plan *plan)
{
    const char *shared = NULL;
    for (size_t i = 0; i < plan->commitments.count; i++) {
        const ogpi_strings *challenges = &ogpi_commitment_at(plan, i)->challenges;
        if (challenges->count == 0)
            return NULL;
        for (size_t j = 0; j < challenges->count; j++) {
            const char *challenge = ogpi_str(&challenges->items[j]);
            if (shared && strcmp(shared, challenge) != 0)
                return NULL;
            shared = challenge;
        }
    }
    return plan->commitments.count > 1 ? shared : NULL;
}

int ogpi_check_challenges_plan(ogpi_check *check, ogp_error *error)
{
    (void)error;
    const char *shared = shared_challenge(check->plan);
    if (shared && ogpi_listed(known_challenges(check), shared))
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "CHA005", .path = "commitments",
                                                   OGPI_ARGS({"challenge", shared, true})});
    return 0;
}

static bool named_before(const ogpi_strings *challenges, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(ogpi_str(&challenges->items[i]), ogpi_str(&challenges->items[index])) == 0)
            return true;
    return false;
}

static void check_challenge(ogpi_check *check, const ogpi_strings *challenges, size_t index)
{
    const char *challenge = ogpi_str(&challenges->items[index]);
    char ids[256];
    size_t top = ogpi_check_enter(check, "challenges", index);
    if (!ogpi_listed(known_challenges(check), challenge)) {
        ogpi_keys_joined(ids, sizeof ids, known_challenges(check));
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "CHA002",
                                                   OGPI_ARGS({"challenge", challenge, false}, {"ids", ids, false})});
    } else if (named_before(challenges, index)) {
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "CHA004", OGPI_ARGS({"challenge", challenge, true})});
    }
    ogpi_pointer_pop(&check->path, top);
}

static void add_missing(ogpi_check *check)
{
    char known[256];
    if (!ogpi_check_holds(check, "CHA001", NULL))
        return;
    ogpi_keys_joined(known, sizeof known, known_challenges(check));
    ogpi_check_add(check,
                   &(ogpi_finding_spec){.rule = "CHA001", .path = "challenges", OGPI_ARGS({"known", known, true})});
}

static void add_late(ogpi_check *check)
{
    char year[16];
    snprintf(year, sizeof year, "%d", (int)ogpi_rb_int(ogpi_rb_path(check->book, "challenges/until"), 0));
    ogpi_check_add(check,
                   &(ogpi_finding_spec){.rule = "CHA003", .path = "challenges", OGPI_ARGS({"year", year, false})});
}

/* A list longer than this says nothing more. */
#define CHALLENGES_READ 64

int ogpi_check_challenges(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    (void)error;
    const ogpi_strings *challenges = &commitment->challenges;
    if (challenges->count == 0)
        add_missing(check);
    else
        add_late(check);
    for (size_t i = 0; i < challenges->count && i < CHALLENGES_READ; i++)
        check_challenge(check, challenges, i);
    return 0;
}
