#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and checks the example plans, each in its own language.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

install build
say "Building"
build build-demo -Dtests=disabled
for plan in examples/plans/*.json; do
    language=$(basename "$plan" | cut -c1-2)
    say "ogp check --lang $language $plan"
    build-demo/tools/ogp check --lang "$language" --fail-on never "$plan"
done
say "More: build-demo/tools/ogp --help"
