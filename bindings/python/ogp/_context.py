# SPDX-License-Identifier: MIT
"""Contexts: the rulebook, the language and the limits of a call."""
from __future__ import annotations

from typing import Any

from . import _core
from ._errors import UsageError

LANGUAGES = ("en", "ar", "fr", "es")


class Context:
    """The rulebook, language and limits of a call. Immutable; may be shared by threads.

    ``limits`` are named as in the C struct ``ogp_limits``: ``input_bytes``, ``depth``, ``string_bytes``,
    ``commitments``, ``milestones``, ``findings``, ``findings_per_rule``, ``columns``, ``members``.
    """

    __slots__ = ("_core", "_limits", "_rulebook", "language")

    def __init__(self, *, language: str = "en", rulebook: Any = None, **limits: int) -> None:
        self._limits = _core.ogp_limits()
        for name, value in limits.items():
            if name.startswith("_") or name.startswith("this") or not hasattr(self._limits, name):
                raise UsageError(f"there is no limit {name!r}")
            setattr(self._limits, name, value)
        self._rulebook = rulebook
        self.language = language
        self._core = _core.make_context(language, self._limits, None if rulebook is None else rulebook._handle)

    def speaking(self, language: str) -> Context:
        """The same context in another language."""
        other = Context.__new__(Context)
        other._limits, other._rulebook, other.language = self._limits, self._rulebook, language
        other._core = _core.make_context(language, self._limits, None if self._rulebook is None else self._rulebook._handle)
        return other

    def __repr__(self) -> str:
        return f"ogp.Context(language={self.language!r})"


def core_of(context: Context | None, lang: str | None = None) -> Any:
    """The C context behind one of ours, speaking ``lang``; None stands for the defaults."""
    if lang is not None and (context is None or context.language != lang):
        context = Context(language=lang) if context is None else context.speaking(lang)
    return None if context is None else context._core
