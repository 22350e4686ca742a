# SPDX-License-Identifier: MIT
"""SMART marks."""
from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from ._context import Context, core_of
from ._errors import UsageError
from ._plan import Plan
from ._spans import Texts

CRITERIA = ("specific", "measurable", "answerable", "relevant", "time_bound")


class Mark(IntEnum):
    """How far a criterion is met."""

    UNMET = 0
    PARTLY = 1
    MET = 2


@dataclass(frozen=True)
class Evidence:
    """What a mark rests on: a field (``path``, a JSON pointer), or words in it. ``start`` and ``end`` are Python
    indices into the text of the field, 0 and 0 where the field as such counts; ``fact`` is then "" and else a type of
    fact."""

    criterion: str
    signal: str
    path: str
    fact: str
    start: int
    end: int


@dataclass(frozen=True)
class Smart:
    """The marks of one commitment and its score, 0 to 100. ``reasons`` are ids of rules:
    ``ogp.rulebook().rule(id)``."""

    id: str
    plan: str
    number: str
    specific: Mark
    measurable: Mark
    answerable: Mark
    relevant: Mark
    time_bound: Mark
    score: int
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def _evidence(piece: dict[str, Any], texts: Texts) -> Evidence:
    start, end = texts.span(piece["path"], piece["start"], piece["end"]) or (0, 0)
    return Evidence(piece["criterion"], piece["signal"], piece["path"], piece["fact"], start, end)


def _smart(row: dict[str, Any], texts: Texts) -> Smart:
    marks = {name: Mark[row[name].upper()] for name in CRITERIA}
    return Smart(row["id"], row["plan"], row["number"], **marks, score=row["score"], reasons=tuple(row["reasons"]),
                 evidence=tuple(_evidence(piece, texts) for piece in row["evidence"]))


def smart(plan: Plan, *, context: Context | None = None) -> list[Smart]:
    """The marks of every commitment of ``plan``, in its order. Source: OGP's five criteria, whose wording is unverified
    (docs/smart.md). Raises ``UsageError`` for what is no plan."""
    if not isinstance(plan, Plan):
        raise UsageError(f"a plan is an ogp.Plan, not {type(plan).__name__}")
    texts = Texts(plan._handle)
    return [_smart(row, texts) for row in plan._handle.smart(core_of(context or plan._context))]
