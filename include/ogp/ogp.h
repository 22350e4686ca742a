/* SPDX-License-Identifier: MIT */
/** @file
 * All of libogp.
 */
#ifndef OGP_OGP_H
#define OGP_OGP_H

#include <ogp/arrow.h>
#include <ogp/assessment.h>
#include <ogp/builder.h>
#include <ogp/calendar.h>
#include <ogp/check.h>
#include <ogp/cocreation.h>
#include <ogp/commitment.h>
#include <ogp/context.h>
#include <ogp/convert.h>
#include <ogp/dataset.h>
#include <ogp/date.h>
#include <ogp/eligibility.h>
#include <ogp/error.h>
#include <ogp/history.h>
#include <ogp/institution.h>
#include <ogp/irm.h>
#include <ogp/joining.h>
#include <ogp/localized.h>
#include <ogp/member.h>
#include <ogp/milestone.h>
#include <ogp/plan.h>
#include <ogp/report.h>
#include <ogp/requirements.h>
#include <ogp/rulebook.h>
#include <ogp/smart.h>
#include <ogp/status.h>
#include <ogp/stream.h>
#include <ogp/summary.h>
#include <ogp/text.h>
#include <ogp/version.h>
#include <ogp/write.h>

#endif
