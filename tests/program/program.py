# SPDX-License-Identifier: MIT
"""What the program's tests share: running it, and where things are."""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(os.environ.get("OGP_SOURCE_ROOT", pathlib.Path(__file__).resolve().parents[2]))
PROGRAM = os.path.abspath(os.environ.get("OGP_PROGRAM", ROOT / "build" / "tools" / "ogp"))
PLANS = ROOT / "examples" / "plans"


class Result:
    """What a run left behind."""

    def __init__(self, completed):
        self.status = completed.returncode
        self.out = completed.stdout.decode("utf-8")
        self.err = completed.stderr.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.out)


def ogp(*words, stdin=b"", cwd=None, env=None):
    """Runs the program. Words are strings or paths."""
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    environment.update(env or {})
    return Result(
        subprocess.run([PROGRAM, *map(str, words)], input=stdin, capture_output=True, cwd=cwd, env=environment,
                       timeout=300, check=False))


def commands():
    """Names of all commands, as `ogp --help` lists them."""
    lines = ogp("--help").out.split("Commands:\n")[1].split("\n\n")[0].splitlines()
    return [line.split()[0] for line in lines]
