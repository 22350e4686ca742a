# SPDX-License-Identifier: MIT
"""Reports and findings."""
from __future__ import annotations

import json
from collections.abc import Iterator
from enum import IntEnum
from typing import Any

from ._plain import call
from ._sequence import View
from ._spans import Texts


class Severity(IntEnum):
    """How grave a finding is."""

    NONE = 0
    NOTE = 1
    WARNING = 2
    ERROR = 3


class Finding:
    """One finding: which rule, how grave, where, why, and what would mend it. It keeps its report alive."""

    __slots__ = ("_handle", "_texts")

    def __init__(self, handle: Any, texts: Texts | None = None) -> None:
        self._handle = handle
        self._texts = texts

    @property
    def rule(self) -> str:
        """Id of the rule, such as ``TPL010``."""
        return self._handle.rule

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return Severity[self._handle.severity.upper()]

    @property
    def path(self) -> str:
        """JSON pointer to the place, "" for the whole document."""
        return self._handle.path

    @property
    def subject(self) -> str:
        """Number and name of what is spoken of, "" where there is none."""
        return self._handle.subject

    @property
    def message(self) -> str:
        """The message in the report's language."""
        return self._handle.message

    @property
    def mend(self) -> str:
        """What would mend it, in the report's language."""
        return self._handle.mend

    def message_in(self, lang: str) -> str:
        """The message in a language. ``lang`` is ``en``, ``ar``, ``fr`` or ``es``, else English is taken. Raises
        ``UsageError`` for what is no text."""
        return call(self._handle.message_in, lang)

    def mend_in(self, lang: str) -> str:
        """What would mend it, in a language. ``lang`` is as for ``message_in()``. Raises ``UsageError`` for what is no
        text."""
        return call(self._handle.mend_in, lang)

    @property
    def text(self) -> str:
        """The text at ``path``, "" where there is none."""
        return self._texts.at(self.path) if self._texts else ""

    @property
    def span(self) -> tuple[int, int] | None:
        """The words meant, as Python indices: ``finding.text[start:end]``; None where the place as such is meant."""
        return self._texts.span(self.path, self._handle.start, self._handle.end) if self._texts else None

    @property
    def start(self) -> int | None:
        """The index of the first character meant in ``text``, or None."""
        return self.span[0] if self.span else None

    @property
    def end(self) -> int | None:
        """The index after the last character meant in ``text``, or None."""
        return self.span[1] if self.span else None

    def to_dict(self) -> dict[str, Any]:
        """A row: rule, severity, path, subject, start, end, message, mend, edition, source, status."""
        return {
            "rule": self.rule, "severity": self.severity.name.lower(), "path": self.path, "subject": self.subject,
            "start": self.start, "end": self.end, "message": self.message, "mend": self.mend, "edition": self.edition,
            "source": self.source, "status": self.status
        }

    @property
    def edition(self) -> str:
        """The edition of the rules that applied, "" where the rule has none."""
        return self._handle.edition

    @property
    def source(self) -> str:
        """Keys or addresses of the rule's sources, separated by blanks."""
        return self._handle.source

    @property
    def status(self) -> str:
        """How sure the rule is: ``seen``, ``measured`` or ``unverified``."""
        return self._handle.status

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[str, int, str, str]:
        return self.rule, int(self.severity), self.path, self.message_in("en")

    def __repr__(self) -> str:
        return f"<ogp.Finding {self.rule} {self.severity.name.lower()} {self.path or '/'}: {self.message}>"


class Report:
    """The findings of a check: iterate over it, index it, or ask for what it holds in all."""

    __slots__ = ("_handle", "_texts")

    def __init__(self, handle: Any, texts: Texts | None = None) -> None:
        self._handle = handle
        self._texts = texts

    @property
    def findings(self) -> View[Finding]:
        """All findings, in the order of the document."""
        return View(self._handle.count(), lambda i: Finding(self._handle.at(i), self._texts))

    def __len__(self) -> int:
        return self._handle.count()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __getitem__(self, index: Any) -> Any:
        return self.findings[index]

    def total(self, severity: Severity) -> int:
        """How many findings of that severity there were, those left out by the limits included. ``severity`` is an
        ``ogp.Severity``, and 0 comes for anything else; nothing is raised."""
        return {Severity.ERROR: self._handle.errors, Severity.WARNING: self._handle.warnings,
                Severity.NOTE: self._handle.notes}.get(severity, 0)

    @property
    def omitted(self) -> int:
        """How many findings were left out by the limits."""
        return self._handle.omitted

    @property
    def worst(self) -> Severity:
        """The gravest severity found; ``Severity.NONE`` for no findings."""
        return Severity[self._handle.worst.upper()]

    def __contains__(self, finding: object) -> bool:
        return finding in self.findings

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return bool(self.findings == other.findings)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.total(s)} {s.name.lower()}" for s in reversed(Severity) if s and self.total(s))
        return f"<ogp.Report {counts or 'no findings'}>"

    def write(self, format: str = "json", *, lang: str | None = None, name: str | None = None,
              source: str | None = None) -> str:
        """The report as ``ogp check`` writes it: ``text``, ``json``, ``sarif`` or ``html``. ``name`` and ``source`` are
        the name and the text of what was checked; with them findings have lines and columns. ``format`` is one of
        these; ``lang`` a language, without it the report's own. Raises ``UsageError`` for another format or
        language."""
        return call(self._handle.write, format, lang, name, source)

    def to_dict(self) -> dict[str, Any]:
        """The report as ``ogp-report/1`` (docs/report-format.md): plain dicts and lists."""
        return json.loads(self.write("json"))

    def _repr_html_(self) -> str:
        """For notebooks."""
        return self.write("html")
