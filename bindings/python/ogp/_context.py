# SPDX-License-Identifier: MIT
"""Contexts: the rulebook, the language and the limits of a call."""
from __future__ import annotations

import functools
from typing import Any

from . import _core
from ._errors import UsageError

LANGUAGES = ("en", "ar", "fr", "es")


class Context:
    """The rulebook, language and limits of a call. Immutable; may be shared by threads.

    ``limits`` are those of the C struct ``ogp_limits``, 0 being the default: ``input_bytes`` (a document in memory, 64
    MiB), ``depth`` (nesting, 64), ``string_bytes`` (one text or cell, 1 MiB), ``commitments`` (in a plan, 10,000),
    ``milestones`` (in a commitment, 1,000), ``findings`` (in a report, 10,000), ``findings_per_rule`` (100),
    ``columns`` (of a table, 4,096), ``members`` (values in a document, 1,000,000), ``unpacked_bytes`` (of a part of an
    Excel workbook, 1 GiB). ``sheet`` is the sheet that tables are read from where the input is a workbook; None: the
    first.

    Raises ``UsageError`` for a language or limit that is not known.
    """

    __slots__ = ("_core", "_limits", "_rulebook", "language", "limits", "sheet")

    def __init__(self, *, language: str = "en", rulebook: Any = None, sheet: str | None = None, **limits: int) -> None:
        if rulebook is not None and not hasattr(rulebook, "_handle"):
            raise UsageError(f"the rulebook is what ogp.rulebook() gives, not {type(rulebook).__name__}")
        self._limits = _core.ogp_limits()
        for name, value in limits.items():
            _set_limit(self._limits, name, value)
        self._rulebook = rulebook
        self.limits: dict[str, int] = dict(limits)
        self.language = language_of(language)
        self.sheet = sheet
        handle = None if rulebook is None else rulebook._handle
        self._core = _core.make_context(language, self._limits, handle, sheet)

    def speaking(self, language: str) -> Context:
        """The same context in another language. ``language`` is ``en``, ``ar``, ``fr`` or ``es``. Raises ``UsageError``
        for another one."""
        return Context(language=language, rulebook=self._rulebook, sheet=self.sheet, **self.limits)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Context):
            return NotImplemented
        mine = (self.language, self.limits, self._rulebook, self.sheet)
        return mine == (other.language, other.limits, other._rulebook, other.sheet)

    def __hash__(self) -> int:
        return hash((self.language, tuple(sorted(self.limits.items()))))

    def __repr__(self) -> str:
        limits = "".join(f", {name}={value}" for name, value in self.limits.items())
        sheet = "" if self.sheet is None else f", sheet={self.sheet!r}"
        return f"ogp.Context(language={self.language!r}{sheet}{limits})"


def _set_limit(limits: Any, name: str, value: Any) -> None:
    if name.startswith("_") or name.startswith("this") or not hasattr(limits, name):
        raise UsageError(f"there is no limit {name!r}")
    try:
        setattr(limits, name, value)
    except (TypeError, OverflowError):
        raise UsageError(f"the limit {name} is a whole number from 0 on, not {value!r}") from None


def language_of(lang: Any) -> str:
    """The language itself; a clear exception for what is no text."""
    if not isinstance(lang, str):
        raise UsageError(f"a language is one of {', '.join(LANGUAGES)}, not {type(lang).__name__}")
    if not lang.isascii():
        raise UsageError("there is no such language")
    return lang


@functools.lru_cache(maxsize=len(LANGUAGES))
def _default(language: str) -> Context:
    """The defaults in a language, kept with what calls leave in them for later ones."""
    return Context(language=language)


def core_of(context: Context | None, lang: str | None = None) -> Any:
    """The C context behind one of ours, speaking ``lang``; None stands for the defaults."""
    if context is not None and not isinstance(context, Context):
        raise UsageError(f"the context is an ogp.Context, not {type(context).__name__}")
    if context is None:
        context = _default("en" if lang is None else language_of(lang))
    elif lang is not None and context.language != language_of(lang):
        context = context.speaking(lang)
    return context._core
