# SPDX-License-Identifier: MIT
"""What notebooks show: plain tables, right to left where the language is. Everything from a document is escaped."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from ._words import word

_MOST = 20
_RTL = ("ar", "fa", "he", "ur")


def direction(lang: str) -> str:
    """``rtl`` or ``ltr``, by a language's code."""
    return "rtl" if lang.split("-")[0].lower() in _RTL else "ltr"


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def _row(cells: Iterable[Any], tag: str = "td") -> str:
    return "<tr>" + "".join(f'<{tag} dir="auto" style="text-align:start">{escape(_shown(cell))}</{tag}>'
                            for cell in cells) + "</tr>"


def table(heads: Sequence[str], rows: Sequence[Sequence[Any]], *, lang: str = "en", caption: str = "",
          total: int | None = None) -> str:
    """A table of at most 20 rows; below it how many more there are (``total`` counts all, by default those given)."""
    body = "".join(_row(row) for row in rows[:_MOST])
    more = (len(rows) if total is None else total) - min(len(rows), _MOST)
    below = f"<p>{escape(word('more', words_of(lang), n=more))}</p>" if more > 0 else ""
    head = f'<caption style="text-align:start">{escape(caption)}</caption>' if caption else ""
    return (f'<div dir="{direction(lang)}" lang="{escape(lang)}"><table>{head}<thead>{_row(heads, "th")}</thead>'
            f"<tbody>{body}</tbody></table>{below}</div>")


def words_of(lang: str) -> str:
    """The language of labels beside texts in a language: its own, or English."""
    short = lang.split("-")[0].lower()
    return short if short in ("en", "ar", "fr", "es") else "en"


def plan(plan: Any) -> str:
    """A plan: its title, and a row a commitment with who leads, when, and how many milestones."""
    lang = plan.language or "en"
    heads = ["", *(word(name, words_of(lang)) for name in ("commitment", "lead", "period", "milestones"))]
    some = plan.commitments[:_MOST]
    rows = [[
        c.number or c.id, c.title, c.lead.name if c.lead else "", f"{c.start} – {c.end}" if c.start or c.end else "",
        len(c.milestones)
    ] for c in some]
    return table(heads, rows, lang=lang, caption=" · ".join(filter(None, (plan.title, plan.id, plan.member))),
                 total=len(plan))
