# SPDX-License-Identifier: MIT
"""Sums over inputs that are not kept: parts can be added up anywhere, in any order."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import _core
from ._context import Context, core_of
from ._dataset import flat
from ._encode import utf8
from ._errors import UsageError
from ._frame import Rows
from ._plain import path_of, words


class Summary:
    """Groups of commitments and their sums. ``by`` names up to three of country, edition, lead, member, method, plan,
    policy_area, region, year; "" puts everything into one group. Memory grows with the groups, not with the rows.
    Raises ``UsageError`` for other words. Source: docs/irm.md."""

    __slots__ = ("_core",)

    def __init__(self, by: str | Sequence[str] = "country", *, context: Context | None = None) -> None:
        self._core = _core.new_summary(words(by, "what to group by"), core_of(context))

    def add(self, path: Any) -> Summary:
        """Adds every commitment of an input: a table of OGP's, a plan, a stream of commitments. Returns itself.
        ``path`` names it. Raises as ``read_commitments()``; it then holds what came before the error."""
        name = path_of(path)
        with open(name, "rb"):
            pass  # a file that cannot be opened raises OSError as open() does
        self._core.add(name)
        return self

    def merge(self, other: Summary) -> Summary:
        """Adds the sums of another one made with the same ``by``. Returns itself. ``other`` is that one. Raises
        ``UsageError`` for another ``by`` and for what is no ``Summary``."""
        if not isinstance(other, Summary):
            raise UsageError(f"a summary is merged with a summary, not {type(other).__name__}")
        self._core.merge(other._core)
        return self

    def rows(self) -> Rows:
        """A row a group, as ``Dataset.summary()`` gives them."""
        return flat(self._core.rows())

    def to_json(self) -> str:
        """The sums as ``ogp-summary/1``, to be added up elsewhere."""
        return self._core.to_json()

    @classmethod
    def from_json(cls, text: str | bytes, *, context: Context | None = None) -> Summary:
        """Reads what ``to_json()`` wrote. ``text`` is text or bytes. Returns a new one. Raises ``SyntaxError`` and
        ``FormatError``."""
        made = cls.__new__(cls)
        made._core = _core.parse_summary(utf8(text, "summary"), core_of(context))
        return made

    def __len__(self) -> int:
        return len(self._core.rows())

    def __reduce__(self) -> Any:
        return Summary.from_json, (self.to_json(),)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Summary):
            return NotImplemented
        return bool(self.to_json() == other.to_json())

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<ogp.Summary ({len(self)} groups)>"


def summarize(path: Any, by: str | Sequence[str] = "country", *, context: Context | None = None) -> Rows:
    """The rows of ``Summary(by).add(path)``: what ``ogp summary`` prints. ``path`` names the input, ``by`` what to
    group by. Raises as ``Summary()`` and ``Summary.add()``."""
    return Summary(by, context=context).add(path).rows()
