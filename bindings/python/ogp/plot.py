# SPDX-License-Identifier: MIT
"""Figures, for notebooks and reports: ``ogp.plot.years(ds)``. Needs matplotlib; Arabic needs arabic_reshaper and
python-bidi.

Every function draws on ``ax`` (matplotlib axes; a new figure where None) and returns the axes. ``lang`` is the language
of the labels: ``en``, ``ar``, ``fr``, ``es``. Colours are those of Okabe and Ito, which the colour-blind can tell
apart; markers, line styles and signs tell the same. Wrong arguments raise ``UsageError``.
"""
from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from ._context import LANGUAGES
from ._dataset import Dataset
from ._errors import UsageError
from ._plan import Plan
from ._rulebook import rulebook
from ._smart import CRITERIA, Mark, Smart
from ._smart import smart as marks_of
from ._words import shaped, word

__all__ = ["eligibility", "smart", "stars", "years"]

_LINES = (("#0072B2", "o", "-"), ("#D55E00", "s", "--"), ("#009E73", "^", "-."), ("#CC79A7", "D", ":"))
_VERDICTS = {"pass": ("#0072B2", ""), "fail": ("#E69F00", "//"), "not-enough-data": ("#BBBBBB", "..")}
_MARKS = {
    Mark.MET: ("#0072B2", "●", "white"), Mark.PARTLY: ("#A6CBE3", "◐", "black"), Mark.UNMET: ("#F0E442", "○", "black")
}
_TITLE_LENGTH = 48


def _language(lang: str | None) -> str:
    if lang is not None and lang not in LANGUAGES:
        raise UsageError(f"labels are in {', '.join(LANGUAGES)}, not {lang!r}")
    return lang or "en"


def _axes(ax: Any, width: float = 8.0, height: float = 4.8) -> Any:
    if ax is not None:
        if not hasattr(ax, "figure") or not hasattr(ax, "plot"):
            raise UsageError(f"ax is an axes of matplotlib, not {type(ax).__name__}")
        return ax
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=(width, height), layout="constrained")[1]


def _dress(ax: Any, lang: str, title: str, source: list[str]) -> Any:
    """Title above, source below, towards the side where the language begins."""
    side = "right" if lang == "ar" else "left"
    ax.set_title(shaped(textwrap.fill(title, _TITLE_LENGTH)), loc=side)
    ax.annotate(shaped(word("comma", lang).join(source)), (1.0 if side == "right" else 0.0, 0), (0, -38),
                xycoords="axes fraction", textcoords="offset points", ha=side, va="top", fontsize="small",
                color="#444444")
    for edge in ("top", "right"):
        ax.spines[edge].set_visible(False)
    return ax


def _rulebook_word(lang: str) -> str:
    return word("rulebook", lang, version=rulebook().version)


def _by_year(data: Any) -> tuple[list[dict[str, Any]], int, str]:
    """Groups in the order of their years, the commitments without a year, and the name of the table."""
    if not isinstance(data, Dataset):
        raise UsageError(f"data is what ogp.read_commitments() gives, not {type(data).__name__}")
    rows = data.summary("year")
    dated = [row for row in rows if str(row["year"]).isdigit()]
    return sorted(dated, key=lambda row: int(row["year"])), sum(row["commitments"] for row in rows) - sum(
        row["commitments"] for row in dated), data.edition


def _shares(data: Any, figures: Sequence[str], title: str, lang: str | None, ax: Any) -> Any:
    lang = _language(lang)
    rows, undated, edition = _by_year(data)
    axes = _axes(ax)
    at = [int(row["year"]) for row in rows]
    for figure, (colour, marker, line) in zip(figures, _LINES):
        values = [float("nan") if row[f"{figure}_share"] is None else 100 * row[f"{figure}_share"] for row in rows]
        n = sum(row[f"{figure}_of"] for row in rows)
        axes.plot(at, values, color=colour, marker=marker, linestyle=line,
                  label=shaped(f"{word(figure, lang)} (n = {n})"))
    axes.set_xticks(at, [f"{row['year']}\nn = {row['reviewed']}" for row in rows])
    axes.set_ylim(0, 105)
    axes.set_ylabel(shaped(word("share_of_commitments", lang)))
    axes.grid(axis="y", color="#DDDDDD", linewidth=0.6)
    axes.legend(frameon=False, loc="best")
    source = [word("from_table", lang, edition=edition), _rulebook_word(lang)]
    return _dress(axes, lang, word(title, lang), source + ([word("undated", lang, n=undated)] if undated else []))


def years(data: Dataset, *, lang: str | None = None, ax: Any = None) -> Any:
    """Shares (%) of commitments that were ambitious, complete, and opened government, by year of the plan. Years are
    labelled with the number of reviewed commitments; where nothing is known there is a gap. ``data`` is a dataset.
    ``lang`` is the language of the words, ``ax`` matplotlib's axes to draw on, new ones by default. Returns the axes.
    Raises ``UsageError`` for other data. Source: docs/irm.md."""
    return _shares(data, ("ambitious", "complete", "did_it_open_government"), "years_title", lang, ax)


def stars(data: Dataset, *, lang: str | None = None, ax: Any = None) -> Any:
    """Shares (%) of commitments that each formula of the star would give one, by year: the same codes, four answers. A
    year whose codes a formula cannot use is a gap. ``data``, ``lang`` and ``ax`` are as for ``years()``. Returns the
    axes. Raises ``UsageError`` for other data. Source: docs/irm.md."""
    return _shares(data, ("star_2013", "star_2014", "star_progress", "star_end_of_term"), "stars_title", lang, ax)


def _needed() -> float:
    """The share of points that is needed, in percent."""
    passing = rulebook().to_dict()["eligibility"]["pass"]
    return 100 * passing["numerator"] / passing["denominator"]


def _verdict_bars(axes: Any, rows: list[dict[str, Any]], lang: str) -> None:
    for verdict, (colour, hatch) in _VERDICTS.items():
        mine = [row for row in rows if row["core"] == verdict]
        if not mine:
            continue
        heights = [100 * float(row["share"] or 0) for row in mine]
        bars = axes.bar([row["year"] for row in mine], heights, color=colour, hatch=hatch, edgecolor="white",
                        label=shaped(word(verdict, lang)))
        axes.bar_label(bars, [f"{row['points']}/{row['maximum']}" for row in mine], padding=2)


def eligibility(trend: Mapping[str, Any], *, lang: str | None = None, ax: Any = None) -> Any:
    """A country's points over the years (% of the applicable maximum) and the share that is needed. ``trend`` is what
    ``ogp.eligibility_trend()`` gives. Bars say points and maximum. ``lang`` and ``ax`` are as for ``years()``. Raises
    ``UsageError`` where there is no year to show. Source: docs/eligibility.md."""
    lang = _language(lang)
    if not isinstance(trend, Mapping) or not trend.get("years"):
        raise UsageError("trend is what ogp.eligibility_trend() gives, with a year at least")
    rows = list(trend["years"])
    axes = _axes(ax)
    needed = _needed()
    _verdict_bars(axes, rows, lang)
    axes.axhline(needed, color="black", linewidth=1, linestyle="--",
                 label=shaped(word("threshold", lang, n=f"{needed:g}")))
    axes.set_xticks([row["year"] for row in rows])
    axes.set_ylim(0, 112)
    axes.set_xlabel(shaped(word("year", lang)))
    axes.set_ylabel(shaped(word("share_of_points", lang)))
    axes.legend(frameon=False, loc="lower left")
    return _dress(axes, lang, word("eligibility_title", lang, name=rows[0]["country"]),
                  [word("from_indices", lang), _rulebook_word(lang)])


def _names(plan: Any, marks: Sequence[Smart]) -> list[str]:
    """Number and title, cut to fit."""
    titles = [c.title for c in plan.commitments] if isinstance(plan, Plan) else [""] * len(marks)
    names = [f"{mark.number or mark.id} {title}".strip() for mark, title in zip(marks, titles)]
    return [shaped(name if len(name) <= _TITLE_LENGTH else name[:_TITLE_LENGTH - 1].rstrip() + "…") for name in names]


def _heat(axes: Any, marks: Sequence[Smart]) -> None:
    """One cell a commitment and criterion: a colour and a sign; the score beside."""
    from matplotlib.patches import Rectangle

    for y, row in enumerate(marks):
        for x, name in enumerate(CRITERIA):
            colour, sign, ink = _MARKS[getattr(row, name)]
            axes.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor="white"))
            axes.text(x, y, sign, ha="center", va="center", color=ink)
        axes.text(len(CRITERIA), y, str(row.score), ha="center", va="center")


def smart(plan: Plan | Sequence[Smart], *, lang: str | None = None, ax: Any = None) -> Any:
    """A heat map of a plan: commitments down, the five criteria across (● met, ◐ partly met, ○ not met), the score (0
    to 100) beside. ``plan`` is a plan, or what ``ogp.smart()`` gives. In Arabic it reads from the right. ``lang`` and
    ``ax`` are as for ``years()``. Raises ``UsageError`` where there is no commitment to show. Source: docs/smart.md."""
    lang = _language(lang)
    marks = marks_of(plan) if isinstance(plan, Plan) else list(plan) if isinstance(plan, Sequence) else []
    if not marks or not all(isinstance(mark, Smart) for mark in marks):
        raise UsageError("a plan with commitments is needed, or what ogp.smart() gives for one")
    axes = _axes(ax, 9.0, 1.8 + 0.36 * len(marks))
    _heat(axes, marks)
    axes.set_xticks(range(len(CRITERIA) + 1), [shaped(word(name, lang)) for name in (*CRITERIA, "score")], rotation=20)
    axes.set_yticks(range(len(marks)), _names(plan, marks))
    axes.set_xlim(-0.5, len(CRITERIA) + 0.5)
    axes.set_ylim(len(marks) - 0.5, -0.5)
    axes.tick_params(length=0)
    if lang == "ar":
        axes.invert_xaxis()
        axes.yaxis.tick_right()
    name = plan.title_in(lang) or plan.id if isinstance(plan, Plan) else marks[0].plan
    signs = word("comma",
                 lang).join(f"{_MARKS[mark][1]} {word(mark.name.lower(), lang)}" for mark in sorted(Mark, reverse=True))
    _dress(axes, lang, word("smart_title", lang, name=name), [signs, word("from_plan", lang), _rulebook_word(lang)])
    for edge in axes.spines.values():
        edge.set_visible(False)
    return axes
