#!/bin/sh
# SPDX-License-Identifier: MIT
# Four threads that share everything, under the thread sanitizer.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

# shellcheck disable=SC2046
setup build-tsan $(sanitized thread 0) -Ddefault_library=static -Dtools=disabled $(no_bindings)
if ! ninja -C build-tsan tests/threads_test_sharing >build-tsan/build.log 2>&1; then
    grep -q 'libtsan\|unrecognized.*-fsanitize=thread' build-tsan/build.log && exit 77
    tail -40 build-tsan/build.log >&2
    exit 1
fi
# Leaks are the address sanitizer's matter; a report of a race makes the exit status 66.
TSAN_OPTIONS=halt_on_error=1 build-tsan/tests/threads_test_sharing
