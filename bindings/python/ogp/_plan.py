# SPDX-License-Identifier: MIT
"""Plans and what they hold. All are views into one immutable C object, which each part keeps alive."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import _core
from ._context import Context, core_of
from ._encode import utf8
from ._errors import Error, UsageError
from ._html import plan as plan_html
from ._plain import call, date_of, dated, day_text, document, path_of, read_bytes
from ._report import Report
from ._sequence import View
from ._spans import Texts


def _member(name: str, make: Callable[[Any], Any] | None = None, doc: str = "") -> Any:
    """A member read from the handle; ``make`` turns what is read into ours."""
    def read(part: Any) -> Any:
        value = getattr(part._handle, name)
        return value if make is None else make(value)

    return property(read, doc=doc)


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


def _many(kind: Callable[[Any], Any],
          key: Callable[[Any], tuple[str, ...]] | None = None) -> Callable[[Any], View[Any]]:
    return lambda handle: View(handle.count(), lambda i: kind(handle.at(i)), key)


def _one(kind: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda handle: None if handle is None else kind(handle)


class Contact(_Part):
    """Whom to ask. Texts are "" where nothing is stated."""

    __slots__ = ()
    name = _member("name", doc="in the plan's own language")
    post = _member("post", doc="in the plan's own language")
    email = _member("email", doc="as stated")
    phone = _member("phone", doc="as stated")

    def __repr__(self) -> str:
        return f"<ogp.Contact {self.name!r}>"


class Institution(_Part):
    """A body that leads or supports."""

    __slots__ = ()
    name = _member("name", doc="in the plan's own language")
    kind = _member("kind", doc="government, civil-society, private-sector ... or ''")
    contact = _member("contact", _one(Contact), "whom to ask, or None")

    def __repr__(self) -> str:
        return f"<ogp.Institution {self.name!r}>"


class Milestone(_Part):
    """A step of a commitment. Dates are ``datetime.date`` where whole, else EDTF text, None where nothing is stated."""

    __slots__ = ()
    number = _member("number", doc="such as 1.2")
    title = _member("title", doc="in the plan's own language")
    description = _member("description", doc="in the plan's own language")
    output = _member("output", doc="what can be verified, in the plan's own language")
    start = _member("start", date_of, "the first day")
    end = _member("end", date_of, "the last day")
    completion = _member("completion", doc="not-started, limited, substantial, complete ... or ''")
    lead = _member("lead", _one(Institution), "who answers, or None")
    supporting = _member("supporting", _many(Institution), "a sequence")

    def __repr__(self) -> str:
        return f"<ogp.Milestone {self.number} {self.title!r}>"


class Assessment(_Part):
    """What the IRM coded in one report. Words are the plan's own; the rules say which are known."""

    __slots__ = ()
    report = _member("report", doc="progress, end-of-term ...")
    method = _member("method", doc="irm-2014 ...")
    published = _member("published", date_of, "a date, EDTF text or None")
    specificity = _member("specificity", doc="as coded, '' where not")
    verifiable = _member("verifiable", doc="as coded")
    relevance = _member("relevance", doc="as coded")
    potential_impact = _member("potential_impact", doc="as coded, up to the plans of 2019")
    potential_for_results = _member("potential_for_results", doc="as coded, from the plans of 2020")
    completion = _member("completion", doc="as coded")
    did_it_open_government = _member("did_it_open_government", doc="as coded")
    early_results = _member("early_results", doc="as coded, from the plans of 2020")
    values = _member("values", tuple, "ids of the values served")

    def __repr__(self) -> str:
        return f"<ogp.Assessment {self.report} {self.method}>"


class Commitment(_Part):
    """A commitment. Dates are ``datetime.date`` where whole, else EDTF text, None where nothing is stated."""

    __slots__ = ()
    id = _member("id", doc="such as JO0056")
    number = _member("number", doc="such as 1")
    plan = _member("plan", doc="id of its plan, where the commitment itself says it (streams)")
    member = _member("member", doc="ISO 3166 code or name, where the commitment itself says it (streams)")
    language = _member("language", doc="of its texts, where the commitment itself says it (streams)")
    title = _member("title", doc="in the plan's own language")
    status = _member("status", doc="as stated")
    start = _member("start", date_of, "the first day")
    end = _member("end", date_of, "the last day")
    lead = _member("lead", _one(Institution), "who answers, or None")
    supporting = _member("supporting", _many(Institution), "a sequence")
    milestones = _member("milestones", _many(Milestone, lambda m: (m.number,)),
                         "by position or number: ``milestones['1.2']``")
    assessments = _member("assessments", _many(Assessment), "a sequence")
    challenges = _member("challenges", tuple, "ids")
    policy_areas = _member("policy_areas", tuple, "ids")

    def text(self, field: str, lang: str | None = None) -> str:
        """A text by name: ``title``, ``description``, ``problem``, ``causes``, ``background``, ``solution``,
        ``results``, ``objective``, ``ambition``, ``additional``, ``transparency``, ``participation``,
        ``accountability``, ``technology``; in a language or the plan's own, "" where there is none. ``field`` is that
        name, ``lang`` a language; without it the plan's own. Raises ``UsageError`` for another name."""
        return call(self._handle.text, field, lang)

    def to_dict(self) -> dict[str, Any]:
        """The commitment as a line of a stream holds it: plain dicts and lists."""
        return self._handle.to_table()

    def to_json(self) -> str:
        """The commitment as a line of NDJSON, with a newline at the end."""
        return self._handle.to_line()

    def __repr__(self) -> str:
        return f"<ogp.Commitment {self.number or self.id} {self.title!r}>"


class Plan:
    """An action plan. Immutable; equal when its canonical JSON is."""

    __slots__ = ("_context", "_handle", "__weakref__")
    id = _member("id", doc="such as AP_JOR05")
    member = _member("member", doc="ISO 3166 code such as JOR, or a name")
    level = _member("level", doc="national or local, as stated")
    language = _member("language", doc="of the texts that name none")
    edition = _member("edition", doc="of the rules that the plan says it follows")
    title = _member("title", doc="in the plan's own language")
    submitted = _member("submitted", date_of, "when it was handed in")
    start = _member("start", date_of, "the first day of its period")
    end = _member("end", date_of, "the last day of its period")
    lead = _member("lead", _one(Institution), "the institution that leads it, or None")
    commitments = _member("commitments", _many(Commitment, lambda c: (c.number, c.id)),
                          "by position, number or id: ``commitments['1']``")

    def __init__(self, handle: Any, context: Context | None = None) -> None:
        self._handle = handle
        self._context = context

    @classmethod
    def from_dict(cls, data: Any, *, context: Context | None = None) -> Plan:
        """Makes a plan of a mapping or dataclass of the shape of ``ogp-plan/1`` (docs/plan-format.md); ``format`` may
        be left out. Dates may be ``datetime.date``. ``data`` is that mapping. Returns the plan. Raises as ``loads()``,
        with ``path``; ``FormatError`` for what JSON cannot hold."""
        return _made(document(data, "a plan", format="ogp-plan/1"), context)

    def to_dict(self) -> dict[str, Any]:
        """The document as plain dicts and lists, members unknown to the library included."""
        return self._handle.to_table()

    def to_json(self) -> str:
        """The document as canonical JSON."""
        return self._handle.to_json()

    def to_xml(self) -> str:
        """The document as XML, namespace ``urn:ogp:plan:1``. ``UsageError`` where the library was built without XML."""
        return self._handle.to_xml()

    def save(self, path: Any) -> None:
        """Writes the document, whole or not at all: XML where the name ends in ``.xml``, else canonical JSON. ``path``
        is where. Raises ``OSError``."""
        name = path_of(path)
        (self._handle.save_xml if name.endswith(".xml") else self._handle.save)(name)

    def title_in(self, lang: str) -> str:
        """The title in a language, else in the nearest one that is there. ``lang`` is a language's code. Raises
        ``UsageError`` for what is no text."""
        return call(self._handle.title_in, lang)

    def commitment(self, id: str) -> Commitment | None:
        """The first commitment with that id or, where none has it, with that number; None where there is none. ``id``
        is text. Raises ``UsageError`` for anything else."""
        return _one(Commitment)(call(self._handle.commitment, id))

    def check(self, lang: str | None = None, *, context: Context | None = None) -> Report:
        """Checks the plan against all rules: template, dates, SMART, values, co-creation. ``lang`` is the language of
        the messages (``en``, ``ar``, ``fr``, ``es``). A finding is never an exception. Returns a report. Raises
        ``UsageError`` for another language."""
        return Report(self._handle.check(core_of(context or self._context, lang)), Texts(self._handle))

    def cocreation(self, today: Any = None, lang: str | None = None, *,
                   context: Context | None = None) -> dict[str, Any]:
        """As ``ogp.cocreation()``. ``today`` is the day of judgement, ``lang`` the language of the findings."""
        return dated(self._handle.cocreation(core_of(context or self._context, lang), day_text(today)))

    def __len__(self) -> int:
        return len(self.commitments)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Any:
        return iter(self.commitments)

    def __contains__(self, key: object) -> bool:
        return key in self.commitments

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Plan):
            return NotImplemented
        return bool(self.to_json() == other.to_json())

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> Any:
        return loads, (self.to_json(),)

    def __enter__(self) -> Plan:
        return self

    def __exit__(self, *problem: object) -> None:
        """Nothing to release: a plan goes with its last reference."""

    def _repr_html_(self) -> str:
        """For notebooks; right to left where the plan's language is."""
        return plan_html(self)

    def __repr__(self) -> str:
        return f"<ogp.Plan {self.id or self.title!r} ({len(self)} commitments)>"


def _made(text: bytes, context: Context | None) -> Plan:
    """A plan of JSON that nobody has seen: its lines say nothing."""
    try:
        return loads(text, context=context)
    except Error as problem:
        problem.line = problem.column = 0
        raise


def load(source: Any, *, context: Context | None = None) -> Plan:
    """Reads a plan (JSON or XML) from a path or an open file, text or binary. Files raise ``OSError`` as ``open()``
    does; otherwise as ``loads()``. ``source`` is the path or the file. Returns the plan. Raises as said."""
    return loads(read_bytes(source, "plan"), context=context)


def loads(text: str | bytes, *, context: Context | None = None) -> Plan:
    """Reads a plan (JSON or XML) from text or UTF-8 bytes.

    Raises ``SyntaxError`` for what is no JSON, XML or UTF-8, ``FormatError`` for another document, a wrong type or an
    impossible date, ``LimitError`` past a limit of the context, all with ``line``, ``column`` and ``path``;
    ``UsageError`` for an argument of another type. ``text`` is what is read. Returns the plan.
    """
    return Plan(_core.loads(utf8(text, "plan"), core_of(context)), context)


def load_commitment(text: str | bytes, *, context: Context | None = None) -> Commitment:
    """Reads one commitment as a line of a stream holds it. It keeps its plan (of that one commitment) alive. ``text``
    is the line. Returns the commitment. Raises as ``loads()``."""
    return Commitment(_core.load_commitment(utf8(text, "commitment"), core_of(context)).commitments.at(0))
