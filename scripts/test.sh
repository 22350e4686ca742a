#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and runs all tests.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

install build test
say "Building"
build build-test
say "Testing"
meson test -C build-test --no-rebuild --print-errorlogs --timeout-multiplier 4
