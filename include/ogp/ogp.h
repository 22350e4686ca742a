/* SPDX-License-Identifier: MIT */
/** @file
 * All of libogp. Each header below is one concept, and can be included alone.
 *
 * What holds everywhere, so that single functions say only where they differ:
 *
 * - Errors. A function that can fail returns 0, or a positive number where it says so, or else a negative ogp_code. It
 *   then describes the failure in `error`, which may be NULL. What is wrong in a plan or a table is no failure but a
 *   finding of a report.
 * - Arguments. Where a function makes something, the place for it is the first argument; the error is the last. Places
 *   to fill in must not be NULL unless the function says that they may. Text is UTF-8; strings end with NUL unless a
 *   length goes with them. A language is a code such as "ar". A NULL context means the built-in rulebook, English, the
 *   default limits and malloc.
 * - Ownership. What a function gives through `out` belongs to the caller, who releases it with the _unref(), _free() or
 *   _close() of its type, and text with ogp_free(). What a getter returns belongs to the object that was asked, and
 *   lives as long as it.
 * - NULL. Getters, _ref() and _unref() accept a NULL object; getters then return 0, NULL, "" or the value that stands
 *   for "not known". Strings are "" rather than NULL where nothing is stated, unless the function says otherwise.
 * - Threads. Reference-counted objects, except summaries, do not change once they are made, and any number of threads
 *   may read one. A builder, a stream or a table that is being read belongs to one thread at a time.
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
