#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the Debian packages from a copy of what is committed, and holds them to lintian: no errors. 77 without the tools.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
for program in dpkg-buildpackage dh lintian swig fakeroot; do
    command -v "$program" >/dev/null || { echo "$program is not installed"; exit 77; }
done
dpkg-checkbuilddeps "$top/debian/control" || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/libogp"
git -C "$top" archive HEAD | tar -x -C "$work/libogp"
cd "$work/libogp"
PATH=/usr/bin:/bin DEB_BUILD_OPTIONS="nocheck parallel=2" dpkg-buildpackage -us -uc -b >"$work/log" 2>&1 || { tail -n 60 "$work/log"; exit 1; }
cd "$work"
for package in libogp0 libogp-dev ogp-tools python3-ogp lua-ogp; do
    set -- "$package"_*.deb
    [ -f "$1" ] || { echo "no package $package"; exit 1; }
    echo "$1: $(dpkg-deb --field "$1" Installed-Size) kB, $(dpkg-deb --contents "$1" | grep -c '^-') files"
done
lintian --fail-on error --allow-root --suppress-tags bad-distribution-in-changes-file *.changes
