/* SPDX-License-Identifier: MIT */
#include "model/getters.h"

#include <ogp/cocreation.h>

OGPI_GET_STRING(cocreation, standards, standards)
OGPI_GET_STRING(cocreation, rules_url, forum.rules_url)
OGPI_GET_STRING(cocreation, website_url, website.url)
OGPI_GET_STRING(cocreation, repository_url, repository.url)
OGPI_GET_STRING(cocreation, feedback_url, feedback.url)
OGPI_GET_DATE(cocreation, started, started)
OGPI_GET_DATE(cocreation, timeline_published, timeline_published)
OGPI_GET_DATE(cocreation, inputs_from, inputs.from)
OGPI_GET_DATE(cocreation, inputs_to, inputs.to)
OGPI_GET_TEXT(cocreation, inputs_mechanism, inputs.mechanism)
OGPI_GET_DATE(cocreation, feedback_published, feedback.published)
OGPI_GET_DATES(cocreation, meeting, forum.meetings)
OGPI_GET_DATES(cocreation, update, repository.updates)
OGPI_GET_DATES(cocreation, implementation_meeting, implementation_meetings)
OGPI_GET_RECORDS(cocreation, outreach, ogp_outreach, outreach)
OGPI_GET_STRING(cocreation, iap2_development, iap2.development)
OGPI_GET_STRING(cocreation, iap2_implementation, iap2.implementation)

OGPI_GET_DATE(outreach, date, date)
OGPI_GET_TEXT(outreach, audience, audience)
