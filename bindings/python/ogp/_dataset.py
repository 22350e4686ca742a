# SPDX-License-Identifier: MIT
"""Tables of commitments as columns."""
from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from . import _core
from ._context import Context, core_of
from ._encode import utf8
from ._errors import UsageError
from ._frame import Rows, csv_of, missing, series
from ._html import table as html_table
from ._irm import Missing
from ._plain import path_of, words
from ._progress import Progress
from ._report import Report

_TEXTS, _SMART = 1, 2
_MARKS = ("specific", "measurable", "answerable", "relevant", "time_bound")


class Column:
    """One column of a dataset, which it keeps alive. ``name``; ``type`` is ``code``, ``number``, ``term`` or ``text``;
    ``derived`` where the library worked it out. A sequence of its values: words, numbers or texts, None where one is
    missing."""

    __slots__ = ("_dataset", "_index", "_terms", "derived", "name", "type")

    def __init__(self, dataset: Any, index: int) -> None:
        about = dataset.column(index)
        self._dataset = dataset
        self._index = index
        self._terms: list[str] = about["terms"]
        self.name: str = about["name"]
        self.type: str = about["type"]
        self.derived: bool = about["derived"]

    def __len__(self) -> int:
        return self._dataset.rows

    def to_list(self) -> list[Any]:
        """A value a row: words, numbers or texts; None where one is missing."""
        return self._dataset.items(self._index, False)

    def missing(self) -> list[str | None]:
        """The word of each missing value (``NR``, ``ND``, ``NA`` or "" for none); None where there is a value."""
        return self._dataset.items(self._index, True)

    def buffer(self) -> memoryview:
        """Codes (int8), numbers (int16) or the indices of terms (uint16 or uint32), one a row, read-only and without a
        copy; ``numpy.asarray`` takes it. Values of -121 and below stand for what is missing (``ogp.Missing``). It keeps
        the dataset alive. Returns a ``memoryview``. Raises ``TypeError`` for a column of texts."""
        return self._dataset.buffer(self._index)

    def word(self, row: int) -> str:
        """The code of a row as tables write it (``moderate``, ``1``, ``NR``); "" for texts and terms. ``row`` is
        counted from 0, from the end where negative. Raises ``IndexError`` past the ends."""
        return self._dataset.word(self._index, self._row(row))

    @staticmethod
    def word_of_missing(code: int) -> str:
        """How tables write a missing value. ``code`` is one of ``ogp.Missing``. Raises ``ValueError`` for other
        numbers."""
        return {Missing.NR: "NR", Missing.ND: "ND", Missing.NA: "NA", Missing.ABSENT: "ND"}.get(Missing(code), "")

    @property
    def terms(self) -> list[str]:
        """What the indices of a ``term`` column stand for."""
        return list(self._terms)

    def _row(self, index: Any) -> int:
        number = operator.index(index)
        if not -len(self) <= number < len(self):
            raise IndexError(f"row {number} of {len(self)}")
        return number % len(self)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.to_list())

    def __contains__(self, value: object) -> bool:
        return value in self.to_list()

    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return self.to_list()[index]
        return self._dataset.item(self._index, self._row(index), False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Column):
            return NotImplemented
        return (self.name, self.to_list(), self.missing()) == (other.name, other.to_list(), other.missing())

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<ogp.Column {self.name} ({self.type}, {len(self)} rows)>"


def _flat(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield name, value["ones"]
            yield f"{name}_of", value["of"]
            yield f"{name}_share", value["ones"] / value["of"] if value["of"] else None
        else:
            yield name, value


def flat(rows: list[dict[str, Any]]) -> Rows:
    """Groups with counts, denominators and shares side by side."""
    return Rows(dict(_flat(row)) for row in rows)


class Dataset:
    """Commitments as columns: ``ds["specificity"]``, ``len(ds)`` rows, iterating gives the names of columns. polars,
    DuckDB, pyarrow and pandas read it as an Arrow stream: ``polars.DataFrame(ds)``. Immutable; may be read by many
    threads."""

    __slots__ = ("_again", "_columns", "_context", "_core")

    def __init__(self, core: Any, context: Context | None = None, again: Callable[[int], Any] | None = None) -> None:
        self._core = core
        self._context = context
        self._again = again
        columns = [Column(core, i) for i in range(len(core.columns))]
        self._columns = {column.name: column for column in columns}

    @classmethod
    def from_arrow(cls, data: Any, *, texts: bool = False, smart: bool = False, progress: Any = None,
                   context: Context | None = None) -> Dataset:
        """A dataset made of any table in memory: whatever has ``__arrow_c_stream__`` (polars,
        pyarrow, DuckDB, pandas 2.2 with pyarrow, a ``Dataset``), the capsule itself, or a pandas frame of any version.

        Columns are known by their names, in any of OGP's editions; a null says nothing, unless a column
        ``<name>_missing`` has its word. Strings, numbers, truth values, dates and dictionaries of these are taken.
        ``data`` is that table; ``texts``, ``smart`` and ``progress`` are as for ``read_commitments()``. Raises
        ``FormatError`` for a type that is not taken or a needed column that is missing, ``UsageError`` for other
        objects.
        """
        def read(keep: int, bar: Progress | None = None) -> Any:
            call = bar.callback if bar else None
            if hasattr(data, "__arrow_c_stream__"):
                return _core.import_arrow(data.__arrow_c_stream__(), keep, call, core_of(context))
            if type(data).__name__ == "PyCapsule":
                return _core.import_arrow(data, keep, call, core_of(context))
            return _core.read_dataset_text(csv_of(data), keep, call, core_of(context))

        known = hasattr(data, "__arrow_c_stream__") or type(data).__name__ == "PyCapsule" or hasattr(data, "to_csv")
        if not known or isinstance(data, type):
            raise UsageError(f"a table with __arrow_c_stream__ or a pandas frame is needed, not {type(data).__name__}")
        return _read(read, _keep(texts, smart), progress, context)

    def __len__(self) -> int:
        return self._core.rows

    def __bool__(self) -> bool:
        return True

    @property
    def edition(self) -> str:
        """Which of OGP's editions the table was recognised as, ``plan``, ``dataset``, or ``unknown``."""
        return self._core.edition

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return list(self._columns)

    def __getitem__(self, name: str) -> Column:
        return self._columns[name]

    def __contains__(self, name: object) -> bool:
        return name in self._columns

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return bool(list(self._columns.values()) == list(other._columns.values()))

    __hash__ = None  # type: ignore[assignment]

    def row(self, index: int) -> dict[str, Any]:
        """One commitment: a value a column, figures and codes that are missing as their word. For many rows take
        columns. ``index`` is counted from 0, from the end where negative. Raises ``IndexError`` past the ends."""
        return self._core.row(next(iter(self._columns.values()))._row(index))

    def report(self, lang: str | None = None) -> Report:
        """What reading found: columns not understood, labels that their codes contradict, dates ... ``lang`` is the
        language of its messages. Raises ``UsageError`` for one that is none of the four."""
        return Report(self._core.report(core_of(self._context, lang)))

    def summary(self, by: str | Sequence[str] = "country") -> Rows:
        """A row a group, as ``ogp summary`` gives it: counts, figures with their denominators (``<figure>_of``) and
        shares (0 to 1, None where nothing is known), medians. ``by`` names one to three of country, edition, lead,
        member, method, plan, policy_area, region, year. Raises ``UsageError`` for other words."""
        return flat(self._core.summary(words(by, "what to group by")))

    def irm(self) -> Rows:
        """A row a commitment: its keys, and the figures recomputed under the method of its era; a missing figure is its
        word. For many rows take the columns instead. Source: docs/irm.md."""
        return Rows(self._core.irm())

    def smart(self) -> Rows:
        """A row a commitment, as ``ogp smart`` gives it: ``id``, ``plan``, ``number``, five marks (``met``, ``partly``,
        ``unmet``) and ``score`` (0 to 100). Texts are not kept: unless the dataset was read with ``smart=True`` its
        input is read once more. Source: docs/smart.md. Raises ``UsageError`` where the input cannot be read again or
        has changed."""
        marked = self if "smart_score" in self else self._marked()
        keys = [marked[name].to_list() for name in ("id", "country", "plan", "number")]
        marks = [marked[f"smart_{name}"].to_list() for name in _MARKS]
        rows = zip(zip(*keys), zip(*marks), marked["smart_score"].to_list())
        return Rows({
            "id": key[0] or f"{key[1]}/{key[2]}{'/' if key[3] else ''}{key[3]}", "plan": key[2], "number": key[3],
            **dict(zip(_MARKS, five)), "score": score
        } for key, five, score in rows)

    def _marked(self) -> Dataset:
        if self._again is None:
            raise UsageError("the input cannot be read again; read it with smart=True")
        again = Dataset(self._again(_SMART), self._context)
        if len(again) != len(self):
            raise UsageError("the input has changed since it was read; read it again with smart=True")
        return again

    def to_dict(self) -> dict[str, list[Any]]:
        """Every column as a list."""
        return {name: column.to_list() for name, column in self._columns.items()}

    def to_pandas(self, *, missing_words: bool = False) -> Any:
        """A pandas frame: codes and terms categorical, numbers nullable, texts strings, what is missing NA. With
        ``missing_words`` a column of codes or numbers that has gaps gets a twin ``<name>_missing`` with their words.
        Raises ``ImportError`` without pandas."""
        import pandas as pd

        columns: dict[str, Any] = {}
        for name, column in self._columns.items():
            columns[name] = series(column)
            if missing_words and column.type in ("code", "number") and pd.isna(columns[name]).any():
                columns[f"{name}_missing"] = missing(column)
        return pd.DataFrame(columns)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The Arrow C stream of the dataset, in a capsule. Schemas asked for are not cast to."""
        return self._core.arrow()

    def _repr_html_(self) -> str:
        """For notebooks."""
        rows = [[column[i] for column in self._columns.values()] for i in range(min(len(self), 10))]
        return html_table(list(self._columns), rows, caption=repr(self)[1:-1], total=len(self))

    def __repr__(self) -> str:
        return f"<ogp.Dataset {self.edition}: {len(self)} commitments, {len(self._columns)} columns>"


def _keep(texts: bool, smart: bool) -> int:
    return (_TEXTS if texts else 0) | (_SMART if smart else 0)


def _read(read: Callable[..., Any], keep: int, progress: Any, context: Context | None) -> Dataset:
    with Progress(progress, "commitments") as bar:
        dataset = Dataset(read(keep, bar), context, read)
        if bar.callback:
            bar(len(dataset))
    return dataset


def read_commitments(source: Any, *, texts: bool = False, smart: bool = False, progress: Any = None,
                     context: Context | None = None) -> Dataset:
    """Reads a table of commitments in any of OGP's editions, a plan, or a stream of commitments, from ``source``, a
    path or an open file. Returns a ``Dataset``.

    ``texts`` keeps titles and descriptions too; ``smart`` adds the SMART marks as columns. ``progress`` is a callable
    that gets the rows read so far (False from it stops with ``Cancelled``), or True for a bar. Other threads run
    meanwhile, and Ctrl-C stops it. Raises ``OSError`` for files; ``FormatError`` where a needed column is missing,
    ``SyntaxError``, ``LimitError``, all with line and column.
    """
    if hasattr(source, "read"):
        text = utf8(source.read(), "table")
        return _read(lambda keep, bar=None: _core.read_dataset_text(text, keep, bar and bar.callback, core_of(context)),
                     _keep(texts, smart), progress, context)
    name = path_of(source)

    def read(keep: int, bar: Progress | None = None) -> Any:
        with open(name, "rb"):
            pass  # a file that cannot be opened raises OSError as open() does
        return _core.read_dataset(name, keep, bar and bar.callback, core_of(context))

    return _read(read, _keep(texts, smart), progress, context)
