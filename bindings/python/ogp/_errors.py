# SPDX-License-Identifier: MIT
"""Exceptions. Every failure of the library is one of these; a finding never is."""
from __future__ import annotations


class Error(Exception):
    """A call failed. ``code`` is its word (``syntax``, ``format``, ``limit``, ``io``, ``memory``, ``usage`` ...),
    ``path`` a JSON pointer or "", ``line`` and ``column`` count from 1 and are 0 where not known."""

    code = "unknown"

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = f"line {self.line}, column {self.column}: " if self.line else ""
        where = f" ({self.path})" if self.path else ""
        return f"{place}{self.message}{where}"

    def __reduce__(self) -> tuple[type[Error], tuple[str, str, int, int]]:
        return type(self), (self.message, self.path, self.line, self.column)


class SyntaxError(Error):
    """The input is not JSON, XML, CSV or UTF-8 at all."""

    code = "syntax"


class FormatError(Error):
    """Well-formed, but no document of ours: a wrong type, an unknown format, an impossible date."""

    code = "format"


class LimitError(Error):
    """The input passes a limit of the context."""

    code = "limit"


class FileError(Error, OSError):
    """A file or stream could not be read or written. Also an ``OSError``."""

    code = "io"


class UsageError(Error, ValueError):
    """The call was wrong: an unknown language, a value out of range. Also a ``ValueError``."""

    code = "usage"


class OutOfMemory(Error, MemoryError):
    """An allocation failed. Also a ``MemoryError``."""

    code = "memory"


class Cancelled(Error):
    """A progress callback asked to stop."""

    code = "cancelled"


_BY_NUMBER: dict[int, type[Error]] = {
    -1: OutOfMemory, -2: SyntaxError, -3: FormatError, -4: LimitError, -5: FileError, -6: UsageError, -7: Cancelled,
}


def from_core(number: int, message: str, path: str, line: int, column: int) -> Error:
    """The exception for an error of the C library."""
    return _BY_NUMBER.get(number, Error)(message, path, line, column)
