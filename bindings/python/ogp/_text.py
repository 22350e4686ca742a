# SPDX-License-Identifier: MIT
"""Facts in a text."""
from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from . import _core
from ._context import Context, core_of, language_of
from ._encode import utf8


class FactType(IntEnum):
    """The six types of fact (docs/text-facts.md)."""

    DATE = 1
    DURATION = 2
    QUANTITY = 3
    RESPONSIBLE = 4
    DELIVERABLE = 5
    VAGUE = 6


@dataclass(frozen=True)
class Fact:
    """One fact. ``start`` and ``end`` are Python indices: ``text[fact.start:fact.end] == fact.text``. ``norm`` is EDTF,
    an ISO 8601 duration or a plain decimal; "" for the other types."""

    type: FactType
    start: int
    end: int
    text: str
    norm: str


def facts(text: str, lang: str | None = None, *, context: Context | None = None) -> list[Fact]:
    """The dates, durations, quantities, responsible bodies, deliverables and vague words of ``text``, in order.

    ``lang`` is ``en``, ``ar``, ``fr`` or ``es``; without it the language is guessed. Source: docs/text-facts.md. Raises
    ``SyntaxError`` for what is no Unicode text, ``UsageError`` for an unknown language, ``LimitError`` for a text over
    the context's limit.
    """
    data = utf8(text)
    result = []
    at_byte = at_index = 0
    for row in _core.facts(data, None if lang is None else language_of(lang), core_of(context)):
        at_index += len(data[at_byte:row["start"]].decode("utf-8"))
        at_byte = row["start"]
        words = row["text"]
        result.append(Fact(FactType[row["type"].upper()], at_index, at_index + len(words), words, row.get("norm", "")))
    return result
