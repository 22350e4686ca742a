#!/bin/sh
# SPDX-License-Identifier: MIT
# Another C library: all of lib/ and tools/ compile with the headers of musl, and a static program (without XML and workbooks) says of
# every example byte for byte what it says with glibc. 77 without musl-gcc (Debian: musl-tools), or without static libraries.
# "sh scripts/musl.sh headers" only compiles: some seconds.
#
# Debian builds no library for musl. jansson and utf8proc are plain C that asks little of the C library, so Debian's own archives of
# them are linked; four checked functions, which glibc's headers put in, are written here. libxml2 and libzip need libraries
# (ICU with C++ among them) that cannot be had this way, and cmocka has no archive: so no XML, no workbooks, no unit tests.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/outputs.sh

command -v musl-gcc >/dev/null || { echo "musl-gcc is not installed"; exit 77; }
place=$PWD/build-musl
mkdir -p "$place/include" "$place/lib/pkgconfig"
for library in jansson utf8proc; do
    archive=$(find /usr/lib -name "lib$library.a" 2>/dev/null | head -1)
    [ -n "$archive" ] || { echo "lib$library.a is not installed"; exit 77; }
    ln -sf "$archive" "$place/lib/"
    package=$(pkg-config --exists $library && echo $library || echo lib$library)
    printf 'Name: %s\nDescription: for musl\nVersion: %s\nLibs: -L%s -l%s\nCflags: -I%s\n' $library "$(pkg-config --modversion "$package")" \
        "$place/lib" $library "$place/include" >"$place/lib/pkgconfig/$package.pc"
done
# These libraries' headers, and no other of /usr/include.
for name in jansson.h jansson_config.h utf8proc.h zip.h zipconf.h libxml2/libxml unicode; do
    [ ! -e "/usr/include/$name" ] || ln -sfn "/usr/include/$name" "$place/include/"
done

sources=$(ls lib/*/*.c tools/*.c)
[ -e "$place/include/libxml" ] || sources=$(echo "$sources" | grep -v 'xml_\|workbook\|archive')
xml=
[ ! -e "$place/include/libxml" ] || xml=-DOGP_HAVE_XML
# shellcheck disable=SC2086
echo "$sources" | grep -v xml_none | xargs -n 12 musl-gcc -fsyntax-only -std=gnu11 -D_GNU_SOURCE $xml -Werror -Wall -Wextra \
    -I. -Iinclude -Ilib -Itools -isystem "$place/include"
say "musl: every source compiles"
[ "${1:-}" != headers ] || exit 0

# What code built with _FORTIFY_SOURCE calls.
cat >"$place/checked.c" <<'C'
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
int __vsnprintf_chk(char *to, size_t size, int flag, size_t room, const char *format, va_list list)
{
    (void)flag, (void)room;
    return vsnprintf(to, size, format, list);
}
int __snprintf_chk(char *to, size_t size, int flag, size_t room, const char *format, ...)
{
    va_list list;
    (void)flag, (void)room;
    va_start(list, format);
    int length = vsnprintf(to, size, format, list);
    va_end(list);
    return length;
}
char *__strncpy_chk(char *to, const char *from, size_t size, size_t room)
{
    (void)room;
    return strncpy(to, from, size);
}
C
musl-gcc -O1 -c "$place/checked.c" -o "$place/checked.o"
wrapper=
! command -v ccache >/dev/null || wrapper="ccache "
# shellcheck disable=SC2046
CC="${wrapper}musl-gcc" PKG_CONFIG_LIBDIR="$place/lib/pkgconfig" setup build-musl/build -Doptimization=1 -Ddefault_library=static -Dxml=disabled -Dxlsx=disabled -Dtests=disabled \
    -Dbench=disabled $(no_bindings) "-Dc_link_args=-static $place/checked.o"
ninja -C build-musl/build tools/ogp >"$place/log" 2>&1 || { grep -E 'error|undefined' "$place/log" | head -20 >&2; tail -5 "$place/log" >&2; exit 1; }

# shellcheck disable=SC2046
setup build-test $(no_bindings)
ninja -C build-test tools/ogp >/dev/null
WITHOUT_XML=1
outputs "$place/here" build-test/tools/ogp
outputs "$place/there" build-musl/build/tools/ogp
diff -rq "$place/here" "$place/there"
say "musl: $(find "$place/here" -type f | wc -l) answers, the same"
