#!/bin/sh
# SPDX-License-Identifier: MIT
# gcc and clang have nothing to warn of with -Wall -Wextra -Wconversion -Wshadow; with the headers of another C library (musl, where
# it is there) everything compiles too.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

command -v gcc >/dev/null && command -v clang >/dev/null || exit 77
flags="-fsyntax-only -std=gnu11 -D_GNU_SOURCE -Werror -Wall -Wextra -Wconversion -Wno-sign-conversion -Wshadow -I. -Iinclude -Ilib -Itools"
libraries=$(pkg-config --cflags jansson libutf8proc)
! pkg-config --exists libxml-2.0 || libraries="$libraries $(pkg-config --cflags libxml-2.0) -DOGP_HAVE_XML"
failed=0
for compiler in gcc clang; do
    # shellcheck disable=SC2086
    printf '%s\n' lib/*/*.c tools/*.c | grep -v 'xml_none\|workbook' | xargs -n 12 -P 2 "$compiler" $flags $libraries || failed=1
done
sh scripts/musl.sh headers || [ $? -eq 77 ] || failed=1
exit $failed
