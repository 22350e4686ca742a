#!/bin/sh
# Writes the ABI baseline anew from a library with debug information: abi-baseline.sh [LIBRARY]
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
abidw --exported-interfaces-only --headers-dir "$top/include" --drop-private-types --no-corpus-path --no-comp-dir-path --no-show-locs \
    --type-id-style hash --out-file "$top/tests/abi/ogp-0.1.abi" "${1:-$top/build/lib/libogp.so}"
