#!/bin/sh
# SPDX-License-Identifier: MIT
# Machines of 32 bits (x87 arithmetic besides) and of the other byte order: their unit tests pass, and on every example the program
# says byte for byte what it says here. Takes the packages of scripts/packages/machines, and some five minutes of CPU; 77 without
# them, or where Debian's packages for these machines cannot be had. Sources must not change while it runs.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

command -v apt-get >/dev/null || exit 77
for program in i686-linux-gnu-gcc s390x-linux-gnu-gcc qemu-i386-static qemu-s390x-static; do
    command -v $program >/dev/null || { echo "$program is not installed"; exit 77; }
done

# outputs FOLDER PROGRAM...: what the program says of each example, a file each.
outputs()
{
    out=$1
    shift
    rm -rf "$out"
    mkdir -p "$out"
    for plan in examples/plans/*.json; do
        name=$(basename "$plan" .json)
        "$@" check --all-languages --format json "$plan" >"$out/$name.check" || [ $? -eq 1 ]
        "$@" check --lang ar "$plan" >"$out/$name.text" || [ $? -eq 1 ]
        "$@" smart "$plan" >"$out/$name.smart"
        "$@" cocreation --format json "$plan" >"$out/$name.cocreation" || [ $? -eq 1 ]
        "$@" convert --format xml "$plan" >"$out/$name.xml" 2>"$out/$name.said"
        "$@" convert --format json "$out/$name.xml" >"$out/$name.json"
    done
    while read -r name arguments; do
        # shellcheck disable=SC2086
        "$@" $arguments >"$out/$name" 2>&1 || [ $? -eq 1 ]
    done <<LIST
irm irm examples/tables/commitments.csv
audit irm --audit --format json examples/tables/commitments.csv
workbook irm --format ndjson examples/tables/commitments.xlsx
summary summary --by year,policy_area --format json examples/tables/commitments.csv
shares summary --by method --change --format csv examples/tables/commitments.xlsx
stream convert --format ndjson examples/tables/commitments.csv
eligibility eligibility --format json examples/eligibility/countries.csv
mistakes eligibility --format text --lang fr examples/eligibility/mistakes.csv
joining join --format json examples/membership/joining.json
member join --lang es examples/membership/member.json
calendar calendar --submitted 2022-08-31 --start 2022-09-01 --end 2024-08-31 --format json
days calendar --submitted 2016-06-30 --format ics
rules rules --format json
rulebook rules --all
facts-ar facts tests/gold/ar.test.jsonl
facts-en facts tests/gold/en.test.jsonl
facts-es facts tests/gold/es.test.jsonl
facts-fr facts tests/gold/fr.test.jsonl
LIST
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
    RUNNER="$2 -L $place/root" run_units "$place/build" || return 1
    outputs "$place/said" "$2" -L "$place/root" "$place/build/tools/ogp"
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
