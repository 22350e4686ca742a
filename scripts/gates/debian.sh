#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the Debian packages from a copy of what is committed, runs the unit tests as debhelper does, and holds the
# packages to lintian: no errors. 77 without the tools.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

for program in dpkg-buildpackage dh lintian swig fakeroot; do
    command -v "$program" >/dev/null || { echo "$program is not installed"; exit 77; }
done
dpkg-checkbuilddeps debian/control || exit 77
# Always the same folder, and the caller's cache: debhelper has a home of its own, and names the folder in its flags.
work=$PWD/build-debian
! command -v ccache >/dev/null || CCACHE_DIR=$(ccache --get-config cache_dir)
export CCACHE_DIR
rm -rf "$work"
mkdir -p "$work/libogp"
git archive HEAD | tar -x -C "$work/libogp"
cd "$work/libogp"
PATH=/usr/bin:/bin DEB_BUILD_OPTIONS="parallel=2" dpkg-buildpackage -us -uc -b >"$work/log" 2>&1 || { tail -n 60 "$work/log"; exit 1; }
cd "$work"
grep '^Ok:' "$work/log" || { echo "no test was run"; exit 1; }
for package in libogp0 libogp-dev ogp-tools python3-ogp lua-ogp; do
    set -- "$package"_*.deb
    [ -f "$1" ] || { echo "no package $package"; exit 1; }
    echo "$1: $(dpkg-deb --field "$1" Installed-Size) kB, $(dpkg-deb --contents "$1" | grep -c '^-') files"
done
lintian --fail-on error --allow-root --suppress-tags bad-distribution-in-changes-file *.changes
