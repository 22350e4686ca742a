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
#define OGP_DEPRECATED(instead) __attribute__((deprecated(instead)))
#else
#define OGP_API
#define OGP_NODISCARD
#define OGP_DEPRECATED(instead)
#endif

/** Marks a function whose shape may still change in a minor release. */
#define OGP_EXPERIMENTAL

#endif
