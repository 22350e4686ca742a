#!/bin/sh
# SPDX-License-Identifier: MIT
# Unit tests under valgrind: no leak, no byte read that was never written.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

command -v valgrind >/dev/null || exit 77
suites=$(cd tests && ls -d */ | tr -d / | grep -Ex 'base|io|model|report|rulebook|rules|text|dataset' | sed 's/^/--suite /')
# shellcheck disable=SC2086
meson test -C build-test --no-rebuild --print-errorlogs --timeout-multiplier 40 -q $suites \
    --wrapper 'valgrind -q --leak-check=full --show-leak-kinds=definite,indirect --error-exitcode=9'
