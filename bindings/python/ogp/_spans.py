# SPDX-License-Identifier: MIT
"""From places in a document (JSON pointer and UTF-8 byte offsets) to Python indices."""
from __future__ import annotations

from typing import Any


class Texts:
    """The texts of a document by JSON pointer. The document is read when the first place is asked for."""

    __slots__ = ("_document", "_plan")

    def __init__(self, plan: Any) -> None:
        self._plan = plan
        self._document: Any = None

    def at(self, path: str) -> str:
        """The text at a place, "" where there is none. Of a text in several languages, the plan's own."""
        if self._document is None:
            self._document = self._plan.to_table()
        value = self._document
        for step in path.split("/")[1:]:
            step = step.replace("~1", "/").replace("~0", "~")
            if isinstance(value, list):
                value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
            else:
                value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, dict):
            value = value.get(self._plan.language) or next(iter(value.values()), "")
        return value if isinstance(value, str) else ""

    def span(self, path: str, start: int, end: int) -> tuple[int, int] | None:
        """Python indices into ``at(path)``; None where no words are meant."""
        if end <= start:
            return None
        data = self.at(path).encode("utf-8")
        if end > len(data):
            return None
        first = len(data[:start].decode("utf-8", "replace"))
        return first, first + len(data[start:end].decode("utf-8", "replace"))
