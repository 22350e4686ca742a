#!/bin/sh
# SPDX-License-Identifier: MIT
# What no gate builds: clang with all optimization, gcc with it at link time, gcc with it and without the optional libraries: not a
# warning, and the unit tests pass. (gcc without optimization is what the gate of coverage builds.)
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

command -v gcc >/dev/null && command -v clang >/dev/null || exit 77
# The rooms where arithmetic, bytes and unions are; the others' tests are in the sanitizers' gate.
UNIT_ROOMS="base io rulebook rules"
JOBS=1

# compile COMPILER NAME OPTION...: in a folder of its own.
compile()
{
    compiler=$1 name=$1-$2
    shift 2
    wrapper=
    ! command -v ccache >/dev/null || wrapper="ccache "
    # shellcheck disable=SC2046
    CC="$wrapper$compiler" setup "build-compilers/$name" -Dwerror=true -Dtools=disabled -Ddefault_library=static $(no_bindings) "$@"
    run_units "build-compilers/$name" || { say "$name: FAILED"; return 1; }
    say "$name: no warning, unit tests pass"
}

without="-Dxml=disabled -Dxlsx=disabled -Dbench=disabled"
mkdir -p build-compilers
( compile gcc lto -Doptimization=2 -Db_lto=true ) >build-compilers/gcc.txt 2>&1 &
pid=$!
failed=0
# shellcheck disable=SC2086
( compile clang O3 -Doptimization=3 && compile gcc plain -Doptimization=3 $without ) || failed=1
wait $pid || failed=1
cat build-compilers/gcc.txt
exit $failed
