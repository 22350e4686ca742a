# SPDX-License-Identifier: MIT
"""Membership: from plain mappings to plain results with reasons.

Names of members are those of the program: see ``ogp eligibility --help``, ``ogp calendar --help``, ``ogp join --help``.
"""
from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from . import _core
from ._context import Context, core_of, language_of
from ._encode import utf8
from ._errors import UsageError
from ._frame import Rows
from ._plain import call, date_of, dated, day_text, document, mapping, read_bytes, table
from ._plan import Plan
from ._rulebook import Rulebook


def eligibility(record: Any, *, context: Context | None = None) -> dict[str, Any]:
    """Judges one country in one year.

    ``record`` is a mapping, a dataclass or a row of a pandas frame with ``country``, ``year`` and the cells of ``ogp
    eligibility``: ``budget_proposal`` and ``audit_report`` (1 or 0), ``access_to_information`` (``law``,
    ``constitution``, ``constitution+draft``, ``draft``, ``none``), ``asset_disclosure`` (``public``, ``law``,
    ``none``), ``civil_liberties`` (0 to 10), ``cso_entry_exit`` and ``cso_repression`` (0 to 4), ``member`` (1 or 0). A
    cell left out, None or NaN was not measured, which is never 0.

    The result has ``points``, ``maximum``, ``share`` (0 to 1, None where nothing was measured), the verdicts, the
    points of each metric (None: not measured), ``needs`` (sets of changes that would make it eligible, the cheapest
    first), ``losses`` and ``findings``. Returns a mapping. Source: docs/eligibility.md. Raises ``UsageError`` for a
    wrong type or a year outside 1990 to 2199; ``path`` names the cell.
    """
    return call(_core.eligibility, table(record, "a record"), core_of(context))


def eligibility_trend(records: Iterable[Any], *, member: bool | None = None,
                      context: Context | None = None) -> dict[str, Any]:
    """Judges one country over several years, a record each in ``records``. Gives ``years`` (verdicts as
    ``eligibility()`` gives them) and ``findings`` on pairs of years below the minimum (Eligibility Review, for members)
    and on the trend. ``member``: was it one? None: not known. Source: docs/eligibility.md. Raises ``UsageError`` as
    ``eligibility()``."""
    if isinstance(records, (str, Mapping)) or not isinstance(records, Iterable):
        raise UsageError("records are a list of mappings or dataclasses")
    rows = [table(record, "a record") for record in records]
    return call(_core.eligibility_trend, rows, -1 if member is None else int(bool(member)), core_of(context))


def eligibility_table(source: Any, *, context: Context | None = None) -> dict[str, Any]:
    """Judges a table of country-years: CSV with the columns of ``ogp eligibility``, or records in JSON, from
    ``source``, a path or an open file. Returns a mapping: ``rows`` are verdicts as ``eligibility()`` gives them
    (``Rows``: ``to_pandas()``), ``findings`` tell what was wrong with columns and cells, and which years bring an
    Eligibility Review. A row without a year has no verdict. Raises ``OSError`` for files, ``SyntaxError`` and
    ``FormatError`` for what is no such table."""
    result = _core.eligibility_table(read_bytes(source, "table"), core_of(context))
    return {**result, "rows": Rows(result["rows"])}


def civil_liberties_points(score: float, *, context: Context | None = None) -> int | None:
    """Points (0 to 4) of a score of civil liberties of the EIU's Democracy Index (0 to 10); None outside that scale.
    ``score`` is a number. Raises ``UsageError`` for anything else."""
    points = call(_core.civil_liberties_points, score, core_of(context))
    return None if points < 0 else int(points)


def budget_document_published(words: str, *, context: Context | None = None) -> bool | None:
    """Whether a document counts as published, from the words of the Open Budget Survey (``published late`` ...); None
    for other words. Unverified. ``words`` are those of the survey. Raises ``UsageError`` for what is no text."""
    answer = call(_core.budget_document_published, words, core_of(context))
    return None if answer < 0 else bool(answer)


def vdem_check(variable: str | None, value: float, *, context: Context | None = None) -> None:
    """``variable`` is V-Dem's name, or None; ``value`` a number. Raises ``FormatError`` for a value on V-Dem's model
    scale: the ordinal one (``v2cseeorgs_ord``, 0 to 4) is needed. The message names what to use."""
    call(_core.vdem_check, variable, value, core_of(context))


def period(text: str) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day that ``text``, a date in EDTF, means: ``2024-35`` is the third quarter. None where it
    is open or unknown, or outside the years 1 to 9999. Raises ``FormatError`` for what is no date."""
    first, last = (date_of(day) if day else None for day in _core.period(utf8(text, "date")))
    return (first if isinstance(first, datetime.date) else None, last if isinstance(last, datetime.date) else None)


def calendar(*, context: Context | None = None, **options: Any) -> dict[str, Any]:
    """Every date that a plan must keep: ``ogp.calendar(edition="cal-2022", start="2024-01-01", years=2)["dates"]``.

    ``options`` are those of ``ogp calendar``: ``edition``, the days ``submitted``, ``start``, ``end``,
    ``previous_end``, ``letter``, ``cocreation`` (``datetime.date`` or ISO 8601), ``plan``, ``years`` (2 or 4),
    ``first``, ``local``. Rows have ``id``, ``kind``, ``date``, ``name``, ``who``, ``rule`` ... Source:
    docs/calendar.md. Raises ``UsageError`` for an unknown edition or option, ``FormatError`` for an impossible day.
    """
    return dated(call(_core.calendar, table(options, "options"), core_of(context)))


def _history(source: Any, what: str, format: str) -> bytes:
    """JSON of a history: from a path, an open file, JSON text (bytes), a mapping or a dataclass."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return utf8(source, what)
    if isinstance(source, str) or hasattr(source, "__fspath__") or hasattr(source, "read"):
        return read_bytes(source, what)
    return document(mapping(source, what), what, format=format)


def joining(history: Any, today: Any = None, *, context: Context | None = None) -> dict[str, Any]:
    """Where a country, a local government or a parliament stands on the way in.

    ``history`` is ``ogp-join/1`` (docs/joining.md): a mapping or dataclass (``format`` may be left out), a path, an
    open file or JSON as bytes. Events after ``today`` (a date) are left out. The result has ``steps`` with their
    ``state``, ``next``, ``done``, ``missing``, ``out_of_order``, ``lapsed``, ``first_plan_due`` and ``findings``.
    Raises ``FormatError`` for another document or a kind without steps.
    """
    return dated(_core.joining(_history(history, "a history", "ogp-join/1"), day_text(today), core_of(context)))


def status(history: Any, today: Any = None, *, context: Context | None = None) -> dict[str, Any]:
    """A member's status and how it came about: ``member_status``, ``name``, ``status`` (``seen`` or ``unverified``),
    ``contrary`` for each cycle, ``findings``. ``history`` is ``ogp-member/1`` (docs/joining.md), given as for
    ``joining()``. ``today`` is a date, or text in ISO 8601. Raises as ``joining()``."""
    return dated(_core.member_status(_history(history, "a history", "ogp-member/1"), day_text(today), core_of(context)))


def cocreation(plan: Plan, today: Any = None, *, lang: str | None = None,
               context: Context | None = None) -> dict[str, Any]:
    """Was the plan co-created as the standards of its time ask? ``requirements`` (``number``, ``id``, ``name``,
    ``mark``: met, not-met, not-yet or not-reviewed, ``by``, ``status``), ``contrary`` (1, 0, None: open),
    ``standards``, ``as_of``, ``findings``. Judged on ``today``, by default on the day of the last dated evidence.
    ``plan`` is a plan; ``lang`` the language of the findings. Raises ``UsageError`` for anything else, ``FormatError``
    for a ``today`` that is no day. Source: docs/cocreation.md."""
    if not isinstance(plan, Plan):
        raise UsageError(f"a plan is an ogp.Plan, not {type(plan).__name__}")
    return plan.cocreation(today, lang, context=context)


@dataclass(frozen=True)
class Member:
    """A member of the partnership: ``code`` is ISO 3166-1 alpha-3 or OGP's own of a local member, ``prefix`` begins the
    ids of its commitments, ``region`` is OGP's, ``founder`` marks the eight of 2011. Texts are "" where nothing is
    known."""

    code: str
    name: str
    level: str
    country: str
    prefix: str
    region: str
    founder: bool
    source: str
    status: str


def members(lang: str = "en", *, rulebook: Rulebook | None = None) -> list[Member]:
    """The members that the rulebook knows, in the order of their codes. One that is not among them may still be one.
    ``lang`` is the language of their names; English for one that there is not; ``rulebook`` another rulebook than the
    one compiled in. Raises ``UsageError`` for what is none."""
    handle = _core.rulebook() if rulebook is None else rulebook._handle
    return [Member(**row) for row in handle.members(language_of(lang))]
