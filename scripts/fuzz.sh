#!/bin/sh
# Runs every fuzz target (or those named) with libFuzzer: sh scripts/fuzz.sh MINUTES [TARGET...]
# Needs clang. MINUTES are CPU minutes of each target, however busy the machine is: it may run at idle priority (chrt -i
# 0). New inputs go to build-fuzz/corpus, crashes to build-fuzz/crashes; a crash that is mended becomes a file in
# fuzz/corpus/<target>.
set -eu
cd "$(dirname "$0")/.."
minutes=${1:?usage: sh scripts/fuzz.sh MINUTES [TARGET...]}
shift
[ $# -gt 0 ] || set -- $(ls fuzz/fuzz_*.c | sed 's|.*/fuzz_||; s|\.c$||')
[ -d build-fuzz ] || CC=clang meson setup build-fuzz -Db_sanitize=address,undefined -Db_lundef=false -Ddefault_library=static \
    -Dtests=disabled -Dtools=disabled -Dpython=disabled -Dlua=disabled -Dsqlite=disabled -Dc_args=-fsanitize=fuzzer-no-link >/dev/null
ninja -C build-fuzz lib/libogp-internal.a >/dev/null
flags="$(pkg-config --cflags --libs jansson libutf8proc) $(pkg-config --libs libxml-2.0 libzip 2>/dev/null || true) -lm -lpthread"
# Undefined behaviour ends the run as a crash does.
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
ticks=$(getconf CLK_TCK)
failed=0

# cpu_seconds PID: what a process has taken so far, or nothing when it has ended.
cpu_seconds()
{
    awk -v ticks="$ticks" '{ sub(/.*\) /, ""); if ($1 != "Z") print int(($12 + $13) / ticks) }' "/proc/$1/stat" 2>/dev/null || true
}

# fuzz TARGET [OPTION...]: one run, asked to end (SIGUSR1) when its CPU minutes are used up. libFuzzer's own clocks are
# the wall's, so -timeout is wide: at idle priority a second of work may take a minute.
fuzz()
{
    log="build-fuzz/$1.log"
    "build-fuzz/fuzz_$@" -timeout=300 -rss_limit_mb=2048 -print_final_stats=1 "build-fuzz/corpus/$1" "fuzz/corpus/$1" >"$log" 2>&1 &
    pid=$!
    taken=0
    while sleep 1 && now=$(cpu_seconds $pid) && [ -n "$now" ]; do
        taken=$now
        [ "$taken" -lt $((minutes * 60)) ] || break
    done
    kill -USR1 $pid 2>/dev/null || true
    wait $pid || { tail -40 "$log"; return 1; }
    edges=$(grep -o 'cov: [0-9]*' "$log" | tail -1)
    echo "$1: $(sed -n 's/^stat::number_of_executed_units: //p' "$log") executions, ${edges#cov: } edges, $taken CPU seconds"
}

for target in "$@"; do
    mkdir -p "build-fuzz/corpus/$target" build-fuzz/crashes
    # shellcheck disable=SC2086
    clang -g -O1 -D_GNU_SOURCE -fsanitize=fuzzer,address,undefined -Iinclude -Ilib -Ifuzz "fuzz/fuzz_$target.c" \
        build-fuzz/lib/libogp-internal.a $flags -o "build-fuzz/fuzz_$target"
    dictionary=
    [ ! -f "fuzz/$target.dict" ] || dictionary="-dict=fuzz/$target.dict"
    # shellcheck disable=SC2086
    fuzz "$target" -artifact_prefix="build-fuzz/crashes/$target-" $dictionary || failed=1
done
exit $failed
