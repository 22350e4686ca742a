# SPDX-License-Identifier: MIT
"""Reports and findings."""
from __future__ import annotations

import json
from collections.abc import Iterator
from enum import IntEnum
from typing import Any

from ._sequence import View


class Severity(IntEnum):
    """How grave a finding is."""

    NONE = 0
    NOTE = 1
    WARNING = 2
    ERROR = 3


class Finding:
    """One finding: which rule, how grave, where, why, and what would mend it. It keeps its report alive."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @property
    def rule(self) -> str:
        """Id of the rule, such as ``TPL010``."""
        return self._handle.rule

    @property
    def severity(self) -> Severity:
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
        return self._handle.message_in(lang)

    def mend_in(self, lang: str) -> str:
        return self._handle.mend_in(lang)

    @property
    def edition(self) -> str:
        """The edition of the rules that applied, "" where the rule has none."""
        return self._handle.edition

    @property
    def source(self) -> str:
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

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @property
    def findings(self) -> View[Finding]:
        return View(self._handle.count(), lambda i: Finding(self._handle.at(i)))

    def __len__(self) -> int:
        return self._handle.count()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __getitem__(self, index: Any) -> Any:
        return self.findings[index]

    def total(self, severity: Severity) -> int:
        """How many findings of that severity there were, those left out by the limits included."""
        return {Severity.ERROR: self._handle.errors, Severity.WARNING: self._handle.warnings,
                Severity.NOTE: self._handle.notes}.get(severity, 0)

    @property
    def omitted(self) -> int:
        """How many findings were left out by the limits."""
        return self._handle.omitted

    @property
    def worst(self) -> Severity:
        return Severity[self._handle.worst.upper()]

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.total(s)} {s.name.lower()}" for s in reversed(Severity) if s and self.total(s))
        return f"<ogp.Report {counts or 'no findings'}>"

    def write(self, format: str = "json", *, lang: str | None = None, name: str | None = None,
              source: str | None = None) -> str:
        """The report as ``ogp check`` writes it: ``text``, ``json``, ``sarif`` or ``html``. ``name`` and ``source`` are
        the name and the text of what was checked; with them findings have lines and columns."""
        return self._handle.write(format, lang, name, source)

    def to_dict(self) -> dict[str, Any]:
        return json.loads(self.write("json"))

    def _repr_html_(self) -> str:
        return self.write("html")
