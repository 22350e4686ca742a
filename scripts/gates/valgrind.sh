#!/bin/sh
# SPDX-License-Identifier: MIT
# Unit tests under valgrind: no leak, no byte read that was never written.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

command -v valgrind >/dev/null || exit 77
# What a failed allocation leaks, the sanitizers' gate sees too, where each fails in turn; here not all of them do.
OGP_FAIL_EVERY=7
export OGP_FAIL_EVERY
# The programs in C alone: under valgrind the scripts among the tests would measure Python.
meson test -C build-test --no-rebuild --print-errorlogs --timeout-multiplier 40 -q --suite unit \
    --wrapper 'valgrind -q --leak-check=full --show-leak-kinds=definite,indirect --error-exitcode=9'
