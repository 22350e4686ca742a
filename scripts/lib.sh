# SPDX-License-Identifier: MIT
# Parts that demo.sh, test.sh and the gates share. Sourced with the project's root as the working directory.

# The system's own tools come first: Meson and the tests take Debian's Python and its packages.
PATH=/usr/bin:/bin:/usr/sbin:/sbin:$PATH
export PATH

# With ccache, what was compiled in one folder is not compiled again in another one, a clone among them.
CCACHE_NOHASHDIR=1
export CCACHE_NOHASHDIR

say()
{
    printf '== %s\n' "$*"
}

die()
{
    printf '%s\n' "$*" >&2
    exit 1
}

# packages LIST...: the names in scripts/packages/LIST.
packages()
{
    for list in "$@"; do
        sed 's/#.*//; /^[[:blank:]]*$/d' "scripts/packages/$list"
    done
}

# is_installed NAME|OTHER...: any of them will do.
is_installed()
{
    for name in $(echo "$1" | tr '|' ' '); do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" != installed ] || return 0
    done
    return 1
}

# install LIST...: installs what is missing on Debian and its kin; elsewhere says what is needed and goes on. Takes
# nothing away that is there: what would is not installed.
install()
{
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "This is not Debian. Needed are: a C11 compiler, Meson 1.0 or later, ninja, pkg-config, Python 3.9 or later,"
        say "jansson 2.13, utf8proc 2.5 (with headers); for tests also cmocka. In Debian's names: $(packages "$@" | tr '\n' ' ')"
        return 0
    fi
    missing=
    for package in $(packages "$@"); do
        is_installed "$package" || missing="$missing ${package%%|*}"
    done
    [ -n "$missing" ] || return 0
    say "Installing:$missing"
    apt=apt-get
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "Not root, and there is no sudo. Install these first: apt-get install$missing"
        apt="sudo apt-get"
    fi
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $apt install -y -q --no-remove --no-install-recommends $missing >/dev/null 2>&1 ||
        { $apt update -q >/dev/null && DEBIAN_FRONTEND=noninteractive $apt install -y -q --no-remove --no-install-recommends $missing >/dev/null; } ||
        die "Could not install$missing"
}

# setup FOLDER [OPTION...]: sets a build folder up once.
setup()
{
    folder=$1
    shift
    [ -f "$folder/build.ninja" ] || meson setup "$folder" "$@" >"$folder.log" 2>&1 || { cat "$folder.log" >&2; die "Meson could not set up $folder"; }
    rm -f "$folder.log"
}

# build FOLDER [OPTION...]: sets a build folder up once, and builds all of it.
build()
{
    setup "$@"
    ninja -C "$folder" >"$folder/build.log" 2>&1 || { tail -40 "$folder/build.log" >&2; die "$folder did not build"; }
}

# no_bindings: options that leave the bindings and the extension of SQLite out, for builds whose library no interpreter
# could load.
no_bindings()
{
    for binding in python lua sqlite; do
        ! grep -q "^option('$binding'" meson_options.txt || printf ' -D%s=disabled' "$binding"
    done
}

# sanitized NAMES: options for a build under sanitizers. With -O1 and lines alone in its debug information it takes half
# the time of -O2 -g to compile, and reports still say where.
sanitized()
{
    printf ' -Db_sanitize=%s -Db_lundef=false -Doptimization=%s -Dc_args=-g1' "$@"
}

# The rooms whose tests look at the library alone.
UNIT_ROOMS="base dataset io model report rulebook rules text threads"

# run_units FOLDER: builds the unit tests of these rooms in a build folder, and nothing else, and runs them; RUNNER runs
# a program of another machine.
run_units()
{
    targets=$(ninja -C "$1" -t targets all | sed -n "s#^\(tests/\($(echo "$UNIT_ROOMS" | sed 's/ /\\|/g')\)_test_[a-z_]*\): .*#\1#p")
    # shellcheck disable=SC2086
    ninja -j"${JOBS:-2}" -C "$1" lib/rulebook/rulebook.json $targets >"$1/build.log" 2>&1 ||
        { grep -E 'error|warning' "$1/build.log" | head -20 >&2; tail -5 "$1/build.log" >&2; return 1; }
    for target in $targets; do
        # shellcheck disable=SC2086
        OGP_SOURCE_ROOT=$PWD OGP_RULEBOOK=$PWD/$1/lib/rulebook/rulebook.json OGP_SHARED=/nonexistent ${RUNNER:-} "$1/$target" >"$1/unit.log" 2>&1 ||
            { echo "$target" >&2; grep -vE 'RUN|OK' "$1/unit.log" | head -20 >&2; return 1; }
    done
}

# inner_suites: what keeps a test run to the suites that look at libogp from within.
inner_suites()
{
    printf ' --no-suite %s' abi completion embed guest hostile house
}

# count_tests FOLDER...: passed, failed and skipped in the last test runs of build folders.
count_tests()
{
    python3 - "$@" <<'PYTHON'
import json, sys
counts = {"passed": 0, "failed": 0, "skipped": 0}
for folder in sys.argv[1:]:
    for line in open(folder + "/meson-logs/testlog.json", encoding="utf-8"):
        result = json.loads(line)["result"]
        counts["skipped" if result == "SKIP" else "passed" if result in ("OK", "EXPECTEDFAIL") else "failed"] += 1
print(*counts.values())
PYTHON
}
