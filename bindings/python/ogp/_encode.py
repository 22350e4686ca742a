# SPDX-License-Identifier: MIT
"""Text on its way into the library."""
from __future__ import annotations

from typing import Any

from ._errors import SyntaxError, UsageError


def utf8(text: Any, what: str = "text") -> bytes:
    """The bytes of a str or bytes; a clear exception for anything else and for lone surrogates."""
    named = what if what.startswith(("a ", "an ")) else f"the {what}"
    if isinstance(text, str):
        try:
            return text.encode("utf-8")
        except UnicodeEncodeError as problem:
            raise SyntaxError(
                f"a lone surrogate at index {problem.start} of {named}; it is no Unicode text") from None
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text)
    raise UsageError(f"{named} must be str or bytes, not {type(text).__name__}")
