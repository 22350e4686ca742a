# SPDX-License-Identifier: MIT
"""Membership and assessments: from plain mappings to plain results with reasons.

Names of members are those of the program: see ``ogp eligibility --help``, ``ogp calendar --help`` and docs/irm.md.
"""
from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

from . import _core
from ._context import Context, core_of
from ._errors import UsageError


def _table(data: Any, what: str) -> dict[str, Any]:
    """A dict of what JSON can hold; dates as ISO 8601, None left out."""
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        data = dataclasses.asdict(data)
    if not isinstance(data, Mapping):
        raise UsageError(f"{what} is a mapping or a dataclass, not {type(data).__name__}")
    return {name: value.isoformat() if isinstance(value, datetime.date) else value
            for name, value in data.items() if value is not None}


def eligibility(record: Any, *, context: Context | None = None) -> dict[str, Any]:
    """Judges one country in one year. ``record`` has ``country``, ``year`` and the cells of ``ogp eligibility``; a cell
    left out was not measured. The result has points, maximum, share, verdicts, each metric's reason, and what it needs."""
    return _core.eligibility(_table(record, "a record"), core_of(context))


def calendar(*, context: Context | None = None, **options: Any) -> dict[str, Any]:
    """Every date that a plan must keep: ``ogp.calendar(edition="cal-2022", start="2024-01-01", years=2)["dates"]``."""
    return _core.calendar(_table(options, "options"), core_of(context))


def assess(variables: Any, *, context: Context | None = None) -> dict[str, Any]:
    """The IRM's figures for one assessment, each with why: ``ogp.assess({"method": "irm-2014", ...})``."""
    return _core.assess(_table(variables, "an assessment"), core_of(context))
