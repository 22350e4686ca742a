#!/bin/sh
# SPDX-License-Identifier: MIT
# The demonstration works on a fresh clone, and speaks each plan's language.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

[ -e .git ] || exit 77
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone -q . "$folder/libogp"
sh "$folder/libogp/scripts/demo.sh" >"$folder/demo.txt" || { tail -40 "$folder/demo.txt"; exit 1; }
plans=$(find examples/plans -name '*.json' | wc -l)
[ "$(grep -c '^== ogp check' "$folder/demo.txt")" -eq "$plans" ] || die "not every example plan was checked"
grep -q 'خطأ\|تحذير' "$folder/demo.txt" || die "no finding in Arabic"
echo "$plans plans checked, $(wc -l <"$folder/demo.txt") lines"
