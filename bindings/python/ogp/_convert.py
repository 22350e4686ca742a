# SPDX-License-Identifier: MIT
"""Between the forms of commitments."""
from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from typing import Any

from . import _core
from ._context import Context, core_of
from ._errors import UsageError
from ._plain import path_of

FORMATS = ("csv", "json", "ndjson", "xml")


class _Text:
    """Lets bytes be written into an open text file."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def write(self, data: bytes) -> None:
        """Pieces end with whole rows or documents, so with whole characters."""
        self._file.write(data.decode("utf-8"))


def _writer(target: Any) -> Any:
    try:
        target.write(b"")
    except TypeError:
        return _Text(target)
    return target


@contextlib.contextmanager
def _whole_or_not(name: str) -> Iterator[Any]:
    """A file that takes its name once all is written."""
    folder = os.path.dirname(os.path.abspath(name))
    try:
        opened = tempfile.NamedTemporaryFile(dir=folder, prefix=".ogp-", delete=False)
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, name) from None
    with opened as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            mode = os.stat(name).st_mode & 0o777 if os.path.exists(name) else 0o666 & ~_umask()
            os.fchmod(file.fileno(), mode)
            os.replace(file.name, name)
        except BaseException:
            os.unlink(file.name)
            raise


def _umask() -> int:
    with open("/proc/self/status", encoding="ascii", errors="replace") as status:
        for line in status:
            if line.startswith("Umask:"):
                return int(line.split()[1], 8)
    return 0o022


def convert(source: Any, target: Any, format: str | None = None, *, context: Context | None = None) -> str | None:
    """Converts a plan (to ``json``, ``xml``, ``ndjson``, ``csv``) or a table (to ``ndjson``, ``csv``), as ``ogp
    convert`` does.

    ``source`` is a path; ``target`` a path, which is written whole or not at all, or an open file, text or binary. The
    format is ``format``, else the ending of the target, else JSON. Returns what the form cannot hold, in English; None
    where nothing is lost. Other threads run meanwhile, and Ctrl-C stops it. Raises ``OSError`` for files,
    ``UsageError`` for another format, ``FormatError`` for a table that is to become one plan, and as ``load()``.
    """
    name = path_of(source)
    with open(name, "rb"):
        pass  # a file that cannot be opened raises OSError as open() does
    file = hasattr(target, "write")
    ending = "" if file else os.path.splitext(path_of(target))[1][1:]
    wanted = format or ending or "json"
    if wanted not in FORMATS:
        raise UsageError(f"formats are {', '.join(FORMATS)}, not {wanted!r}")
    if file:
        return _core.convert(name, wanted, _writer(target), core_of(context))
    with _whole_or_not(path_of(target)) as whole:
        return _core.convert(name, wanted, whole, core_of(context))
