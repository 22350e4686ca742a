/* SPDX-License-Identifier: MIT */
/** @file
 * Attributes that the public headers use.
 */
#ifndef OGP_MACROS_H
#define OGP_MACROS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define OGP_BEGIN_DECLS extern "C" {
#define OGP_END_DECLS }
#else
#define OGP_BEGIN_DECLS
#define OGP_END_DECLS
#endif

#if defined(__GNUC__) || defined(__clang__)
#define OGP_API __attribute__((visibility("default")))
#define OGP_NODISCARD __attribute__((warn_unused_result))
#define OGPI_WARN(text) __attribute__((deprecated(text)))
#ifdef __clang__
#define OGPI_REFUSE(text) __attribute__((unavailable(text)))
#else
#define OGPI_REFUSE(text) __attribute__((error(text)))
#endif
#else
#define OGP_API
#define OGP_NODISCARD
#define OGPI_WARN(text)
#define OGPI_REFUSE(text)
#endif

/** Marks a function that goes with the next soname. OGP_DISABLE_DEPRECATED makes its use an error,
 *  OGP_NO_DEPRECATED_WARNINGS makes it silent. docs/STABILITY.md. */
#if defined(OGP_DISABLE_DEPRECATED)
#define OGP_DEPRECATED(instead) OGPI_REFUSE("deprecated: use " instead)
#elif defined(OGP_NO_DEPRECATED_WARNINGS)
#define OGP_DEPRECATED(instead)
#else
#define OGP_DEPRECATED(instead) OGPI_WARN("use " instead)
#endif

/** Marks a function whose shape may still change in a minor release. OGP_STABLE_ONLY makes its use an error. */
#ifdef OGP_STABLE_ONLY
#define OGP_EXPERIMENTAL OGPI_REFUSE("experimental: may change in a minor release")
#else
#define OGP_EXPERIMENTAL
#endif

#endif
