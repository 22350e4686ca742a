# SPDX-License-Identifier: MIT
"""``python -m ogp`` is the command-line program, which is installed with the package."""
from __future__ import annotations

import os
import pathlib
import shutil
import sys
import sysconfig
from collections.abc import Iterator

NAME = "ogp.exe" if os.name == "nt" else "ogp"


def _candidates() -> Iterator[pathlib.Path | None]:
    here = pathlib.Path(__file__).absolute().parents
    if here[1].name == "tree":  # a build tree
        yield here[4] / "tools" / NAME
    yield pathlib.Path(sys.executable).parent / NAME
    yield pathlib.Path(sysconfig.get_path("scripts")) / NAME
    found = shutil.which(NAME)
    yield pathlib.Path(found) if found else None


def program() -> str | None:
    """The path of the program ``ogp``: beside the package, beside this Python, or on the PATH; None where it is not
    installed."""
    for path in _candidates():
        if path is not None and os.access(path, os.X_OK):
            return str(path)
    return None


def main() -> int:
    """Becomes the program: same arguments, streams and exit status."""
    path = program()
    if path is None:
        sys.stderr.write("ogp: the program is not installed; build it with -Dtools=enabled [usage]\n")
        return 2
    os.execv(path, [path, *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
