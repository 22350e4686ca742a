# SPDX-License-Identifier: MIT
"""Builds and runs the consumers of examples/embed against the installed tree: test_embed.py WAY."""
import os
import shutil
import sys
import tempfile

import stage

EXAMPLES = os.path.join(stage.SOURCE, "examples", "embed")


def expect(output, linked):
    if "libogp 0.1.0: 92 days" not in output:
        raise SystemExit("unexpected answer: " + output)
    print("%s: %s" % (linked, output.strip()))


def answer(program, env, shared):
    """Runs the demo; a static one has to run without the installed shared library."""
    if not shared:
        env = {"LD_LIBRARY_PATH": ""}
    needed = stage.run("objdump", "-p", program)
    if ("libogp.so.0" in needed) != shared:
        raise SystemExit("%s: libogp.so.0 %s expected among its libraries" % (program, "was" if shared else "was not"))
    expect(stage.run(program, "2023-36", env=env), "shared" if shared else "static")


def script(way, work, shared):
    stage.need("pkg-config", "cc", "objdump")
    env = stage.search_path()
    program = os.path.join(work, "demo")
    stage.run("sh", os.path.join(EXAMPLES, way, "build.sh"), program, env=env)
    answer(program, env, shared)


def pkg_config(work):
    script("pkg-config", work, True)


def static(work):
    script("static", work, False)


def cmake(work):
    stage.need("cmake", "pkg-config", "cc", "objdump")
    env = stage.search_path()
    stage.run("cmake", "-S", os.path.join(EXAMPLES, "cmake"), "-B", work, env=env)
    stage.run("cmake", "--build", work, env=env)
    answer(os.path.join(work, "demo"), env, True)
    answer(os.path.join(work, "demo-static"), env, False)
    refused = os.path.join(work, "refused")
    os.makedirs(refused)
    with open(os.path.join(refused, "CMakeLists.txt"), "w") as file:
        file.write("cmake_minimum_required(VERSION 3.13)\nproject(refused C)\nfind_package(ogp 9.9)\n"
                   "if(ogp_FOUND)\n  message(FATAL_ERROR \"a version that does not exist was found\")\nendif()\n")
    stage.run("cmake", "-S", refused, "-B", os.path.join(refused, "build"), env=env)


def subproject(work, kind):
    """As a subproject, with nothing installed to be found."""
    stage.need("meson", "ninja", "cc", "objdump")
    project = os.path.join(stage.STAGE, "subproject-" + kind)
    build = os.path.join(project, "build")
    fresh = not os.path.exists(os.path.join(build, "build.ninja"))
    if fresh:
        shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(os.path.join(EXAMPLES, "meson-subproject"), project, dirs_exist_ok=True)
    if fresh:
        os.symlink(stage.SOURCE, os.path.join(project, "subprojects", "libogp"))
        # Unoptimised: how it is taken in is looked at here, and the stage is built as it is released.
        stage.run("meson", "setup", build, project, "-Ddebug=false", "-Doptimization=0",
                  "-Dlibogp:default_library=" + kind, "--force-fallback-for=ogp")
    stage.run("ninja", "-C", build, "-j2", "demo")
    answer(os.path.join(build, "demo"), {}, kind == "shared")


def meson_static(work):
    subproject(work, "static")


def meson_shared(work):
    subproject(work, "shared")


def meson_installed(work):
    """The same project takes the installed libogp when there is one."""
    stage.need("meson", "ninja", "cc", "objdump", "pkg-config")
    env = stage.search_path()
    project = os.path.join(work, "demo")
    shutil.copytree(os.path.join(EXAMPLES, "meson-subproject"), project)
    stage.run("meson", "setup", os.path.join(project, "build"), project, env=env)
    stage.run("ninja", "-C", os.path.join(project, "build"), env=env)
    answer(os.path.join(project, "build", "demo"), env, True)


WAYS = {"cmake": cmake, "meson-installed": meson_installed, "meson-shared": meson_shared, "meson-static": meson_static,
        "pkg-config": pkg_config, "static": static}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        WAYS[sys.argv[1]](directory)
