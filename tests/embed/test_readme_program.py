# SPDX-License-Identifier: MIT
"""The README's program, built against the installed libogp with pkg-config alone, finds what `ogp check` finds."""
import glob
import json
import os
import shlex
import subprocess
import tempfile

import stage

stage.need("cc", "pkg-config", "meson", "ninja")


def main():
    environment = dict(os.environ, **stage.search_path())
    source = os.path.join(stage.SOURCE, "examples", "c", "check.c")
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "check")
        flags = stage.run("pkg-config", "--cflags", "--libs", "ogp", env=environment)
        stage.run("cc", "-std=c11", "-Wall", "-Wextra", "-Werror", source, "-o", program, *shlex.split(flags))
        for plan in sorted(glob.glob(os.path.join(stage.SOURCE, "examples", "plans", "*.json"))):
            language = os.path.basename(plan)[:2]
            printed = stage.run(program, plan, language, env=environment)
            ogp = os.path.join(stage.installed(), "bin", "ogp")
            report = json.loads(
                stage.run(ogp, "check", "--fail-on", "never", "-f", "json", "-l", language, plan, env=environment))
            expected = ["%s %s %s" % (f["path"], f["rule"], f["message"]) for f in report["findings"]]
            assert printed.splitlines() == expected, plan
        done = subprocess.run([program, "/nonexistent.json"], env=environment, capture_output=True, text=True,
                              check=False)
        assert done.returncode == 2 and "cannot open" in done.stderr, done.stderr
    manual = os.path.join(stage.installed(), "share", "man", "man1", "ogp.1")
    assert os.path.exists(manual), manual


main()
