#!/bin/sh
# SPDX-License-Identifier: MIT
# Machines of 32 bits (x87 arithmetic besides) and of the other byte order: their unit tests pass, and on every example
# the program says byte for byte what it says here. Takes the packages of scripts/packages/machines, and some five
# minutes of CPU; 77 without them, or where Debian's packages for these machines cannot be had. Sources must not change
# while it runs.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/outputs.sh

command -v apt-get >/dev/null || exit 77
for program in i686-linux-gnu-gcc s390x-linux-gnu-gcc qemu-i386-static qemu-s390x-static; do
    command -v $program >/dev/null || { echo "$program is not installed"; exit 77; }
done

# runner EMULATOR ROOT: what runs a program of the machine: for i386 its own loader, where the kernel takes it, for that is a tenth
# of the time and the arithmetic is the processor's; else qemu.
runner()
{
    loader=$2/lib/i386-linux-gnu/ld-linux.so.2
    if "$loader" --version >/dev/null 2>&1; then
        echo "$loader --library-path $2/lib/i386-linux-gnu:$2/usr/lib/i386-linux-gnu"
    else
        echo "$1 -L $2"
    fi
}

# machine NAME EMULATOR: builds, tests and compares.
machine()
{
    place=build-machines/$1
    sh scripts/cross/sysroot.sh "$1" "$place" || return 77
    wrapper=
    ! command -v ccache >/dev/null || wrapper="'ccache'"
    printf "[constants]\nroot = '%s'\nwrapper = [%s]\n" "$PWD/$place/root" "$wrapper" >"$place/paths.ini"
    # shellcheck disable=SC2046
    setup "$place/build" --cross-file "$place/paths.ini" --cross-file "scripts/cross/$1.ini" $(no_bindings)
    ninja -j"$JOBS" -C "$place/build" tools/ogp lib/rulebook/rulebook.json >"$place/log" 2>&1 || { tail -20 "$place/log" >&2; return 1; }
    RUNNER=$(runner "$2" "$place/root")
    run_units "$place/build" || return 1
    # shellcheck disable=SC2086
    outputs "$place/said" $RUNNER "$place/build/tools/ogp"
    diff -rq build-machines/said "$place/said" || return 1
    say "$1: the same"
}

# One core each.
JOBS=1
# shellcheck disable=SC2046
setup build-test $(no_bindings)
ninja -C build-test tools/ogp >/dev/null
mkdir -p build-machines
outputs build-machines/said build-test/tools/ogp
( machine i386 qemu-i386-static ) >build-machines/i386.txt 2>&1 &
pid=$!
status=0
( machine s390x qemu-s390x-static ) || status=$?
other=0
wait $pid || other=$?
cat build-machines/i386.txt
[ $status -ne 0 ] || status=$other
exit $status
