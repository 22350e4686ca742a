#!/bin/sh
# SPDX-License-Identifier: MIT
# clang's path-sensitive analyzer over lib/ and tools/, or over the files named: nothing to say. Three seconds of CPU a file, a dozen
# minutes for all of them, which is too dear for a gate: run it before a release, and over the files of a change.
#
# Left out, each for a reason:
#   security.insecureAPI.*   wants the functions of C11's Annex K, which no C library of ours has
#   valist.*                 clang 14 takes a list that was copied with va_copy(), or begun in the caller, for one not begun
# What it cannot know from one file (that ogpi_error() returns the code it was given) lib/base/error.h tells it.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

command -v clang-tidy >/dev/null || exit 77
# shellcheck disable=SC2046
setup build-test $(no_bindings)
# Generated sources are compiled, and so must be there.
ninja -C build-test lib/libogp-internal.a >/dev/null
[ $# -gt 0 ] || set -- $(ls lib/*/*.c tools/*.c | grep -v 'rulebook/generate\.c\|xml_none')
printf '%s\n' "$@" | xargs -n 4 -P 2 clang-tidy -p build-test --quiet \
    --checks='-*,clang-analyzer-*,-clang-analyzer-security.insecureAPI.*,-clang-analyzer-valist.*' 2>/dev/null
