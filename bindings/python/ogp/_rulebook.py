# SPDX-License-Identifier: MIT
"""Rulebooks: the rules as data."""
from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import _core


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
    return Rule(**{**row, "editions": tuple(row["editions"])})


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
        """The rule with that id; ``UsageError`` where there is none."""
        return _rule(self._handle.rule(id, lang))

    def rules(self, lang: str = "en") -> list[Rule]:
        """All rules in the order of their ids."""
        return [_rule(row) for row in self._handle.rules(lang)]

    def to_dict(self) -> dict[str, Any]:
        """The whole document, of format ``ogp-rulebook/1``."""
        return json.loads(self._handle.to_json())

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules())

    def __len__(self) -> int:
        return len(self._handle.rules("en"))

    def __repr__(self) -> str:
        return f"<ogp.Rulebook {self.version} ({len(self)} rules)>"


def rulebook(path: str | os.PathLike[str] | None = None) -> Rulebook:
    """The rulebook compiled into the library, or one from a JSON file."""
    return Rulebook(_core.rulebook() if path is None else _core.load_rulebook(os.fspath(path)))
