# SPDX-License-Identifier: MIT
"""How long work shows how far it is."""
from __future__ import annotations

import sys
from types import TracebackType
from typing import Any

from ._errors import UsageError


class Progress:
    """Calls a function with the rows done so far; True stands for a bar of tqdm, or a line on standard error without
    it."""

    __slots__ = ("_bar", "_call", "_last")

    def __init__(self, progress: Any, what: str) -> None:
        if progress is not None and not isinstance(progress, bool) and not callable(progress):
            raise UsageError("progress is a callable, True or None")
        self._bar: Any = _bar(what) if progress is True else None
        self._call = progress if callable(progress) else None
        self._last = 0

    @property
    def callback(self) -> Any:
        """What the core calls, or None."""
        return self if self._bar is not None or self._call is not None else None

    def __call__(self, rows: int) -> Any:
        if self._call is not None:
            return self._call(rows)
        self._bar.update(rows - self._last)
        self._last = rows
        return None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None,
                 trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.close()


class _Line:
    """A counter on standard error."""

    def __init__(self, what: str) -> None:
        self._rows = 0
        self._what = what

    def update(self, rows: int) -> None:
        """More rows are done."""
        self._rows += rows
        sys.stderr.write(f"\r{self._rows:,} {self._what}")

    def close(self) -> None:
        """The work is over."""
        sys.stderr.write("\n")


def _bar(what: str) -> Any:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return _Line(what)
    return tqdm(unit=f" {what}")
