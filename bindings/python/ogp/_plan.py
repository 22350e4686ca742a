# SPDX-License-Identifier: MIT
"""Plans and what they hold. All are views into one immutable C object, which each part keeps alive."""
from __future__ import annotations

import dataclasses
import datetime
import json
import os
from collections.abc import Callable, Mapping
from typing import Any

from . import _core
from ._context import Context, core_of
from ._encode import utf8
from ._errors import FormatError, UsageError
from ._report import Report
from ._sequence import View

Date = datetime.date | str | None


def date_of(text: str) -> Date:
    """A ``datetime.date`` where the date is whole, else its EDTF text; None where nothing is stated."""
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text


class _Member:
    """A member read from the handle; ``make`` turns what is read into ours, ``doc`` says what it means."""

    __slots__ = ("doc", "make", "name")

    def __init__(self, make: Callable[[Any], Any] | None = None, doc: str = "") -> None:
        self.make = make
        self.name = ""
        self.doc = doc

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, part: Any, owner: type | None = None) -> Any:
        if part is None:
            return self
        value = getattr(part._handle, self.name)
        return value if self.make is None else self.make(value)


class _Part:
    """A part of a plan. It keeps the plan alive, and is equal to another view of the same part."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._handle.same(other._handle)  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return self._handle.address()

    def __reduce__(self) -> Any:
        raise TypeError("parts of a plan are not pickled; pickle the plan")


def _many(kind: Callable[[Any], Any], key: Callable[[Any], tuple[str, ...]] | None = None) -> Callable[[Any], View[Any]]:
    return lambda handle: View(handle.count(), lambda i: kind(handle.at(i)), key)


def _one(kind: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda handle: None if handle is None else kind(handle)


class Contact(_Part):
    """Whom to ask."""

    __slots__ = ()
    name = _Member()
    post = _Member()
    email = _Member()
    phone = _Member()


class Institution(_Part):
    """A body that leads or supports."""

    __slots__ = ()
    name = _Member()
    kind = _Member(doc="government, civil-society, private-sector ... or ''")

    contact = _Member(_one(Contact))

    def __repr__(self) -> str:
        return f"<ogp.Institution {self.name!r}>"


class Milestone(_Part):
    __slots__ = ()
    number = _Member()
    title = _Member()
    description = _Member()
    output = _Member()
    start = _Member(date_of)
    end = _Member(date_of)
    completion = _Member()

    lead = _Member(_one(Institution))

    supporting = _Member(_many(Institution))

    def __repr__(self) -> str:
        return f"<ogp.Milestone {self.number} {self.title!r}>"


class Assessment(_Part):
    """What the IRM coded in one report. Words are the plan's own; the rules say which are known."""

    __slots__ = ()
    report = _Member()
    method = _Member()
    published = _Member(date_of)
    specificity = _Member()
    verifiable = _Member()
    relevance = _Member()
    potential_impact = _Member()
    potential_for_results = _Member()
    completion = _Member()
    did_it_open_government = _Member()
    early_results = _Member()

    values = _Member(tuple)

    def __repr__(self) -> str:
        return f"<ogp.Assessment {self.report} {self.method}>"


class Commitment(_Part):
    __slots__ = ()
    id = _Member()
    number = _Member()
    title = _Member()
    status = _Member()
    start = _Member(date_of)
    end = _Member(date_of)

    def text(self, field: str, lang: str | None = None) -> str:
        """A text by name (``problem``, ``solution``, ``transparency`` ...), in a language or the plan's own."""
        return self._handle.text(field, lang)

    def to_dict(self) -> dict[str, Any]:
        return self._handle.to_table()

    lead = _Member(_one(Institution))

    supporting = _Member(_many(Institution))

    milestones = _Member(_many(Milestone, lambda m: (m.number,)), "by position or number: ``milestones['1.2']``")
    assessments = _Member(_many(Assessment))
    challenges = _Member(tuple)
    policy_areas = _Member(tuple)

    def __repr__(self) -> str:
        return f"<ogp.Commitment {self.number or self.id} {self.title!r}>"


class Plan:
    """An action plan. Immutable; equal when its canonical JSON is."""

    __slots__ = ("_context", "_handle", "__weakref__")
    id = _Member()
    member = _Member()
    level = _Member()
    language = _Member()
    edition = _Member()
    title = _Member()
    submitted = _Member(date_of)
    start = _Member(date_of)
    end = _Member(date_of)
    lead = _Member(_one(Institution))
    commitments = _Member(_many(Commitment, lambda c: (c.number, c.id)), "by position, number or id: ``commitments['1']``")

    def __init__(self, handle: Any, context: Context | None = None) -> None:
        self._handle = handle
        self._context = context

    @classmethod
    def from_dict(cls, data: Any, *, context: Context | None = None) -> Plan:
        """Makes a plan of a mapping or dataclass of the shape of ``ogp-plan/1``; ``format`` may be left out."""
        if dataclasses.is_dataclass(data) and not isinstance(data, type):
            data = dataclasses.asdict(data)
        if not isinstance(data, Mapping):
            raise UsageError(f"a plan is made of a mapping or a dataclass, not {type(data).__name__}")
        document = {"format": "ogp-plan/1", **data}
        try:
            text = json.dumps(document, ensure_ascii=False, allow_nan=False, default=_plain)
        except (TypeError, ValueError, RecursionError) as problem:
            raise FormatError(f"this cannot be written as JSON: {problem}") from None
        return loads(text, context=context)

    def to_dict(self) -> dict[str, Any]:
        """The document as plain dicts and lists, members unknown to the library included."""
        return self._handle.to_table()

    def to_json(self) -> str:
        """The document as canonical JSON."""
        return self._handle.to_json()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes canonical JSON, whole or not at all."""
        self._handle.save(os.fspath(path))

    def check(self, lang: str | None = None, *, context: Context | None = None) -> Report:
        """Checks the plan against all rules. ``lang`` is the language of the messages."""
        return Report(self._handle.check(core_of(context or self._context, lang)))

    def __len__(self) -> int:
        return len(self.commitments)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Any:
        return iter(self.commitments)

    def __contains__(self, key: object) -> bool:
        return key in self.commitments

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Plan) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> Any:
        return loads, (self.to_json(),)

    def __enter__(self) -> Plan:
        return self

    def __exit__(self, *problem: object) -> None:
        """Nothing to release: a plan goes with its last reference."""

    def __repr__(self) -> str:
        return f"<ogp.Plan {self.id or self.title!r} ({len(self)} commitments)>"


def _plain(value: Any) -> Any:
    """What JSON does not know but plans are made of."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()[:10]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (tuple, set, frozenset)):
        return list(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    raise TypeError(f"{type(value).__name__} has no place in a plan")


def load(source: Any, *, context: Context | None = None) -> Plan:
    """Reads a plan from a path or an open file (text or binary). Files raise ``OSError`` as ``open()`` does."""
    if hasattr(source, "read"):
        return loads(source.read(), context=context)
    with open(source, "rb") as file:
        return loads(file.read(), context=context)


def loads(text: str | bytes, *, context: Context | None = None) -> Plan:
    """Reads a plan from text."""
    return Plan(_core.loads(utf8(text, "plan"), core_of(context)), context)
