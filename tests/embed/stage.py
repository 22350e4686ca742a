# SPDX-License-Identifier: MIT
"""One release build with the shared and the static library, installed once into a prefix of its own and
shared by all tests that look at libogp from outside."""
import fcntl
import glob
import os
import shutil
import subprocess
import sys

SOURCE = os.environ["OGP_SOURCE_ROOT"]
STAGE = os.environ["OGP_STAGE"]
PREFIX = os.path.join(STAGE, "prefix")
BUILD = os.path.join(STAGE, "build")
SKIP = 77
OPTIONS = [
    "--buildtype=plain", "-Dc_args=-O2", "-Ddefault_library=both", "-Dtests=disabled", "-Dlua=disabled",
    "-Dsqlite=disabled", "-Dpython=disabled", "-Dtools=enabled", "--libdir=lib", "--prefix=" + PREFIX
]


def need(*programs):
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        print("not installed: " + ", ".join(missing))
        sys.exit(SKIP)


def run(*command, cwd=None, env=None, timeout=900):
    """Runs a command; its output is shown, and an exception raised, when it fails. Gives its standard output."""
    full = dict(os.environ, **(env or {}))
    done = subprocess.run(command, cwd=cwd, env=full, text=True, errors="replace", timeout=timeout,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        print(done.stdout)
        raise SystemExit("failed (%d): %s" % (done.returncode, " ".join(command)))
    return done.stdout


def installed():
    """The prefix, brought up to date."""
    os.makedirs(STAGE, exist_ok=True)
    with open(os.path.join(STAGE, "lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.exists(os.path.join(BUILD, "build.ninja")):
            run("meson", "setup", BUILD, SOURCE, *OPTIONS)
        run("ninja", "-C", BUILD, "-j2")
        # Installing makes the links of the library anew; a test that is loading it would miss them. So only when
        # needed.
        stamp = os.path.join(STAGE, "installed")
        if not os.path.exists(stamp) or read(stamp) != built():
            run("meson", "install", "-C", BUILD, "--no-rebuild", "--only-changed", "--quiet")
            with open(stamp, "w") as out:
                out.write(built())
    return PREFIX


def read(path):
    with open(path) as file:
        return file.read()


def built():
    """What was built, and when."""
    made = glob.glob(os.path.join(BUILD, "lib", "libogp*")) + [os.path.join(BUILD, "tools", "ogp")]
    made += glob.glob(os.path.join(SOURCE, "include", "ogp", "*.h")) + glob.glob(
        os.path.join(BUILD, "meson-private", "*.pc"))
    return "".join("%s %d\n" % (path, os.stat(path).st_mtime_ns) for path in sorted(made) if os.path.isfile(path))


def library(name="libogp.so"):
    return os.path.join(installed(), "lib", name)


def search_path():
    """Environment in which the installed libogp is found by pkg-config, CMake and the dynamic linker."""
    prefix = installed()
    library_dir = os.path.join(prefix, "lib")
    return {"PKG_CONFIG_PATH": os.path.join(library_dir, "pkgconfig"), "CMAKE_PREFIX_PATH": prefix,
            "LD_LIBRARY_PATH": library_dir}
