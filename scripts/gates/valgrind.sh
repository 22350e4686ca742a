#!/bin/sh
# SPDX-License-Identifier: MIT
# Unit tests under valgrind: no leak, no byte read that was never written.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

command -v valgrind >/dev/null || exit 77
# The programs in C alone: under valgrind the scripts among the tests would measure Python.
tests=$(meson test -C build-test --list 2>/dev/null | sed -n 's|^.* / \([a-z]*/test_[a-z_]*\)$|\1|p')
# shellcheck disable=SC2086
meson test -C build-test --no-rebuild --print-errorlogs --timeout-multiplier 40 -q $tests \
    --wrapper 'valgrind -q --leak-check=full --show-leak-kinds=definite,indirect --error-exitcode=9'
