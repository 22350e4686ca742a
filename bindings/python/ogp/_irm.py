# SPDX-License-Identifier: MIT
"""The Independent Reporting Mechanism's codes and figures."""
from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from . import _core
from ._context import Context, core_of
from ._errors import UsageError
from ._plain import call, table


class Missing(IntEnum):
    """What stands in a column of codes or numbers where there is no value; all are -121 and below, never 0."""

    NR = -121  #: not reviewed (yet)
    ND = -122  #: no data: the variable does not exist under that method or era
    NA = -123  #: not applicable
    BLANK = -124  #: nothing was entered
    UNSPECIFIED = -125  #: the plan does not say
    BROKEN = -126  #: a broken spreadsheet formula
    UNKNOWN = -127  #: a value that was not understood
    ABSENT = -128  #: the input has no such variable at all


class Completion(IntEnum):
    """Levels of completion."""

    NOT_STARTED = 2
    LIMITED = 3
    SUBSTANTIAL = 4
    COMPLETE = 5


def assess(variables: Any, *, context: Context | None = None) -> dict[str, Any]:
    """The IRM's figures for one assessment, each with why.

    ``variables`` is a mapping or dataclass of words or codes: ``ogp.assess({"method": "irm-2014", "specificity":
    "high", "relevant": 1, "potential_impact": "moderate", "completion_progress": "complete"})``; with ``across_eras``
    True, potential for results stands in for potential impact (not official). Of each figure (``star_2014`` ...):
    ``value`` (a code, None where missing), ``word``, ``rule``, ``why``, ``mend``, ``status``, ``tests``,
    ``decided_by``. Source: docs/irm.md. Raises ``UsageError`` for a variable, level or method that the rulebook does
    not know.
    """
    return call(_core.assess, table(variables, "an assessment"), core_of(context))


def method_of_year(year: int, *, context: Context | None = None) -> str:
    """The id of the IRM's method for plans submitted in a year (``irm-2014``), "" where there is none. ``year`` is that
    of submission. Raises ``UsageError`` for what is no whole number."""
    return call(_core.irm_method_of_year, year, core_of(context))


def comparable(variable: str, from_method: str, to_method: str, *, context: Context | None = None) -> bool:
    """Whether a variable means the same under two methods; False when a break lies between them (rule IRM030).
    ``variable`` is one of the IRM's codes (``specificity``), ``from_method`` and ``to_method`` are ids of methods
    (``irm-2014``). Raises ``UsageError`` for what is no text."""
    return bool(call(_core.irm_comparable, variable, from_method, to_method, core_of(context)))


def milestone_completion(completions: Iterable[str], rule: str = "min", *,
                         context: Context | None = None) -> Completion | None:
    """The completion of a commitment from ``completions``, the words of its milestones (``limited`` ...), by a
    ``rule``: the lowest (``min``), or that of more than half of them (``majority``). None where there is no answer. A
    helper, not official. Raises ``UsageError`` for another rule."""
    if rule not in ("min", "majority"):
        raise UsageError("the rule is min or majority")
    code = call(_core.milestone_completion, list(completions), 1 if rule == "min" else 2, core_of(context))
    return Completion(code) if code in Completion.__members__.values() else None
