#!/bin/sh
# SPDX-License-Identifier: MIT
# Unit tests, fuzz corpora and the program's tests under the address and undefined-behaviour sanitizers.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

# shellcheck disable=SC2046
build build-asan $(sanitized address,undefined 1) $(no_bindings)
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
# What builds programs of its own, or preloads into others, cannot take a sanitized library.
# shellcheck disable=SC2046
meson test -C build-asan --no-rebuild --print-errorlogs --timeout-multiplier 8 -q $(inner_suites)
