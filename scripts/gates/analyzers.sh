#!/bin/sh
# SPDX-License-Identifier: MIT
# clang-tidy and cppcheck: nothing to say. What is left out of them, and why, is in .clang-tidy and
# scripts/cppcheck.suppressions.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

for program in clang-tidy cppcheck; do
    command -v "$program" >/dev/null || exit 77
done
# shellcheck disable=SC2046
setup build-test $(no_bindings)
# Generated sources are compiled, and so must be there.
ninja -C build-test lib/libogp-internal.a >/dev/null

failed=0
cppcheck -q -j2 --std=c11 --enable=warning,performance,portability --error-exitcode=1 \
    --suppressions-list=scripts/cppcheck.suppressions -D_GNU_SOURCE -DOGP_HAVE_XML -D__SIZEOF_INT128__=16 \
    -Iinclude -Ilib lib tools || failed=1

printf '%s\n' lib/*/*.c tools/*.c | xargs -n 16 -P 2 clang-tidy -p build-test --quiet 2>/dev/null || failed=1
exit $failed
