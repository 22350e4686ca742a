#!/bin/sh
# SPDX-License-Identifier: MIT
# Lines and branches of lib/ that the unit tests and the program's tests run: at least 96 and 85 in 100. CONTRIBUTING.md
# names the gaps.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

command -v gcovr >/dev/null || exit 77
# shellcheck disable=SC2046
build build-coverage -Db_coverage=true --buildtype=debug $(no_bindings)
find build-coverage -name '*.gcda' -delete
# shellcheck disable=SC2046
meson test -C build-coverage --no-rebuild --print-errorlogs --timeout-multiplier 8 -q $(inner_suites)
# The generators, merge.c and packer.c run at build time only.
# gcovr finds the same file in the shared and in the static library and puts the two together.
gcovr --root . --filter 'lib/' --exclude 'lib/rulebook/generate.c' --exclude 'lib/rulebook/merge.c' \
    --exclude 'lib/rulebook/packer.c' --exclude 'lib/rules/generate.c' --fail-under-line 96 --fail-under-branch 85 --print-summary --gcov-ignore-parse-errors build-coverage
