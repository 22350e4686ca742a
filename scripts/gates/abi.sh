#!/bin/sh
# Compares the public ABI with the baseline: abi.sh [LIBRARY]. Fails on any change but an addition; 77 without abidiff.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
library=${1:-$top/build-test/lib/libogp.so}
command -v abidiff >/dev/null || { echo "abidiff (abigail-tools) is not installed"; exit 77; }
[ -f "$top/tests/abi/ogp-0.1.abi" ] || { echo "no baseline yet: scripts/abi-baseline.sh writes it"; exit 77; }
if abidiff --no-added-syms --suppressions "$top/tests/abi/private.abignore" "$top/tests/abi/ogp-0.1.abi" "$library"; then
    echo "ABI: as in tests/abi/ogp-0.1.abi"
else
    echo "The ABI differs from tests/abi/ogp-0.1.abi. See docs/STABILITY.md, 'How to change something'." >&2
    exit 1
fi
