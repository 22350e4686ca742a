#!/bin/sh
# Runs every fuzz target (or those named) with libFuzzer: sh scripts/fuzz.sh MINUTES [TARGET...]
# Needs clang. New inputs go to build-fuzz/corpus, crashes to build-fuzz/crashes; a crash that is mended becomes a
# file in fuzz/corpus/<target>. Each target's line at the end has its CPU seconds: on a busy machine they are fewer than its minutes.
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
failed=0
for target in "$@"; do
    mkdir -p "build-fuzz/corpus/$target" build-fuzz/crashes
    clang -g -O1 -D_GNU_SOURCE -fsanitize=fuzzer,address,undefined -Iinclude -Ilib -Ifuzz "fuzz/fuzz_$target.c" \
        build-fuzz/lib/libogp-internal.a $flags -o "build-fuzz/fuzz_$target"
    dictionary=
    [ ! -f "fuzz/$target.dict" ] || dictionary="-dict=fuzz/$target.dict"
    echo "== $target, $minutes minutes"
    ( "build-fuzz/fuzz_$target" -max_total_time=$((minutes * 60)) -timeout=25 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="build-fuzz/crashes/$target-" $dictionary "build-fuzz/corpus/$target" "fuzz/corpus/$target" \
        >"build-fuzz/$target.log" 2>&1 || { tail -40 "build-fuzz/$target.log"; touch build-fuzz/failed; }; times | tail -1 )
    grep -E 'stat::number_of_executed_units|stat::new_units_added' "build-fuzz/$target.log" || true
    [ ! -e build-fuzz/failed ] || { failed=1; rm build-fuzz/failed; }
done
exit $failed
