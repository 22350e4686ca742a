# SPDX-License-Identifier: MIT
"""Commitments one after the other, in memory that does not grow with their number."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import _core
from ._context import Context, core_of
from ._errors import Error, FormatError, SyntaxError, UsageError
from ._plain import path_of
from ._plan import Commitment


class Stream:
    """An iterator over commitments. Each keeps what it needs alive, also after the stream is closed. It belongs to one
    thread at a time. Also a context manager."""

    __slots__ = ("_core", "_errors")

    def __init__(self, core: Any, errors: Callable[[Error], Any] | None = None) -> None:
        self._core = core
        self._errors = errors

    def __iter__(self) -> Stream:
        return self

    def __next__(self) -> Commitment:
        while True:
            try:
                handle = self._core.next()
            except (FormatError, SyntaxError) as problem:
                if self._errors is None:
                    raise
                self._errors(problem)
                continue
            if handle is None:
                raise StopIteration
            return Commitment(handle)

    @property
    def line(self) -> int:
        """The line of the commitment given last, from 1 (of a table: its row after the header); 0 where the input is a
        plan."""
        return self._core.line()

    def close(self) -> None:
        """Closes the input; what was given stays whole."""
        self._core.close()

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<ogp.Stream at line {self.line}>"


def stream(source: Any, *, errors: Callable[[Error], Any] | None = None, context: Context | None = None) -> Stream:
    """Iterates over the commitments of ``source``, a path or an open file: NDJSON (one commitment a line), a table of
    OGP's in any edition, or a whole plan.

    A line that is no commitment raises ``SyntaxError`` or ``FormatError`` with its line; iterating again goes on after
    it. With ``errors``, a callable, it is handed over instead, and the stream goes on. Raises ``OSError`` for files,
    ``FormatError`` for a table without a needed column, ``LimitError`` for a line that is too long, ``UsageError`` for
    ``errors`` that cannot be called. Returns a ``Stream``.
    """
    if errors is not None and not callable(errors):
        raise UsageError("errors is a callable or None")
    if hasattr(source, "read"):
        return Stream(_core.open_stream(None, source, core_of(context)), errors)
    name = path_of(source)
    with open(name, "rb"):
        pass  # a file that cannot be opened raises OSError as open() does
    return Stream(_core.open_stream(name, None, core_of(context)), errors)
