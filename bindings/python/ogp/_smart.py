# SPDX-License-Identifier: MIT
"""SMART marks."""
from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from ._context import Context, core_of
from ._plan import Plan

CRITERIA = ("specific", "measurable", "answerable", "relevant", "time_bound")


class Mark(IntEnum):
    """How far a criterion is met."""

    UNMET = 0
    PARTLY = 1
    MET = 2


@dataclass(frozen=True)
class Evidence:
    """What a mark rests on: a field (``path``, a JSON pointer), or words in it (UTF-8 byte offsets ``start``, ``end``)."""

    criterion: str
    signal: str
    path: str
    fact: str
    start: int
    end: int


@dataclass(frozen=True)
class Smart:
    """The marks of one commitment and its score, 0 to 100. ``reasons`` are ids of rules: ``ogp.rulebook().rule(id)``."""

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


def _smart(row: dict[str, Any]) -> Smart:
    marks = {name: Mark[row[name].upper()] for name in CRITERIA}
    return Smart(row["id"], row["plan"], row["number"], **marks, score=row["score"], reasons=tuple(row["reasons"]),
                 evidence=tuple(Evidence(**piece) for piece in row["evidence"]))


def smart(plan: Plan, *, context: Context | None = None) -> list[Smart]:
    """The marks of every commitment of a plan, in its order."""
    return [_smart(row) for row in plan._handle.smart(core_of(context or plan._context))]
