# SPDX-License-Identifier: MIT
"""Rulebooks: the rules as data."""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import _core
from ._plain import call, read_bytes


@dataclass(frozen=True)
class Rule:
    """One rule: its message template and what would mend a breach, in the language asked for."""

    id: str
    family: str
    name: str
    status: str
    source: str
    message: str
    mend: str
    severity: str
    editions: tuple[str, ...]


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(row["id"], row["family"], row["name"], row["status"], row["source"], row["message"], row["mend"],
                row["severity"], tuple(row["editions"]))


class Rulebook:
    """Rules, editions, parameters and vocabularies. Iterating gives the rules in English."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @property
    def version(self) -> str:
        """A date."""
        return self._handle.version

    def rule(self, id: str, lang: str = "en") -> Rule:
        """The rule with that id. ``id`` is as in ``TPL010``, ``lang`` the language
        of the texts, English for one that there is not. Raises ``UsageError`` where there is no such rule."""
        return _rule(call(self._handle.rule, id, lang))

    def rules(self, lang: str = "en") -> list[Rule]:
        """All rules in the order of their ids. ``lang`` is the language of the texts, English for one that there is
        not. Raises ``UsageError`` for what is no text."""
        return [_rule(row) for row in call(self._handle.rules, lang)]

    def to_dict(self) -> dict[str, Any]:
        """The whole document, of format ``ogp-rulebook/1``."""
        return json.loads(self._handle.to_json())

    def __contains__(self, id: object) -> bool:
        return any(rule.id == id for rule in self.rules())

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Rulebook) and self._handle.to_json() == other._handle.to_json())

    def __hash__(self) -> int:
        return hash(self.version)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules())

    def __len__(self) -> int:
        return len(self._handle.rules("en"))

    def __repr__(self) -> str:
        return f"<ogp.Rulebook {self.version} ({len(self)} rules)>"


def rulebook(path: Any = None) -> Rulebook:
    """The rulebook compiled into the library, or one from ``path``, a JSON file (a path or an open file; format
    ``ogp-rulebook/1``). Raises ``OSError`` for files, ``SyntaxError`` and ``FormatError`` for documents."""
    if path is None:
        return Rulebook(_core.rulebook())
    return Rulebook(_core.parse_rulebook(read_bytes(path, "rulebook")))
