# SPDX-License-Identifier: MIT
"""Tables of commitments as columns."""
from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

from . import _core
from ._context import Context, core_of
from ._plain import path_of
from ._report import Report


class Column:
    """One column. ``type`` is ``code``, ``number``, ``term`` or ``text``; ``derived`` where the library worked it out."""

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
        """Words, numbers or texts; None where a value is missing."""
        return self._dataset.items(self._index, False)

    def missing(self) -> list[str | None]:
        """The word of each missing value (``NR``, ``ND``, ``NA`` or "" for blank); None where there is a value."""
        return self._dataset.items(self._index, True)

    def buffer(self) -> memoryview:
        """Codes and numbers, or the indices of terms, read-only and without a copy; ``numpy.asarray`` takes it.
        Values of -121 and below stand for what is missing. It keeps the dataset alive."""
        return self._dataset.buffer(self._index)

    def _word(self, row: int) -> str:
        return self._dataset.word(self._index, row)

    @property
    def terms(self) -> list[str]:
        """What the indices of a ``term`` column stand for."""
        return list(self._terms)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.to_list())

    def __getitem__(self, index: int | slice) -> Any:
        return self.to_list()[index]

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


class Dataset:
    """Commitments as columns: ``ds["specificity"]``, ``len(ds)``. polars, DuckDB, pyarrow and pandas read it as an Arrow
    stream: ``polars.DataFrame(ds)``."""

    __slots__ = ("_core", "_columns", "_context")

    def __init__(self, core: Any, context: Context | None = None) -> None:
        self._core = core
        self._context = context
        columns = [Column(core, i) for i in range(len(core.columns))]
        self._columns = {column.name: column for column in columns}

    def __len__(self) -> int:
        return self._core.rows

    @property
    def edition(self) -> str:
        """Which of OGP's editions the table was recognised as, or ``unknown``."""
        return self._core.edition

    @property
    def columns(self) -> list[str]:
        return list(self._columns)

    def __getitem__(self, name: str) -> Column:
        return self._columns[name]

    def __contains__(self, name: object) -> bool:
        return name in self._columns

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def report(self, lang: str | None = None) -> Report:
        """What reading found: columns not understood, labels that their codes contradict, dates ..."""
        return Report(self._core.report(core_of(self._context, lang)))

    def summary(self, by: str | Sequence[str] = "country") -> list[dict[str, Any]]:
        """A row a group, as ``ogp summary`` gives it: counts, shares with their denominators, medians. ``by`` names one
        to three of country, region, year, plan, edition, method, policy-area, lead."""
        rows = self._core.summary(by if isinstance(by, str) else ",".join(by))
        return [dict(_flat(row)) for row in rows]

    def irm(self) -> list[dict[str, Any]]:
        """A row a commitment: its keys, and the figures recomputed under the method of its era; a missing figure is its
        word. For many rows take the columns instead."""
        return self._core.irm()

    def to_dict(self) -> dict[str, list[Any]]:
        """Every column as a list."""
        return {name: column.to_list() for name, column in self._columns.items()}

    def to_pandas(self) -> Any:
        """A pandas frame: codes and terms categorical, numbers nullable, what is missing NA."""
        import numpy as np
        import pandas as pd

        def series(column: Column) -> Any:
            if column.type == "text":
                return pd.Series(column.to_list(), dtype="string")
            values = np.asarray(column.buffer())
            if column.type == "term":
                # Two spellings of a date are two terms with one name.
                names, place = np.unique(np.array(column._terms, dtype=object), return_inverse=True)
                return pd.Categorical.from_codes(place[values.astype(np.int64)], names)
            gone = values <= -121
            if column.type == "number":
                return pd.arrays.IntegerArray(values.astype(np.int16), gone)
            codes, first, indices = np.unique(values, return_index=True, return_inverse=True)
            known = codes > -121
            words = [column._word(int(row)) for row in first[known]]
            position = np.cumsum(known) - 1
            return pd.Categorical.from_codes(np.where(gone, -1, position[indices]), words)

        return pd.DataFrame({name: series(column) for name, column in self._columns.items()})

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The Arrow C stream of the dataset, in a capsule. Schemas asked for are not cast to."""
        return self._core.arrow()

    def __repr__(self) -> str:
        return f"<ogp.Dataset {self.edition}: {len(self)} commitments, {len(self._columns)} columns>"


def read_commitments(path: str | os.PathLike[str], *, texts: bool = False, context: Context | None = None) -> Dataset:
    """Reads a table of commitments in any of OGP's editions, a plan, or a stream of commitments. ``texts`` keeps titles
    and descriptions too. Errors have the line and column."""
    name = path_of(path)
    with open(name, "rb"):
        pass  # a file that cannot be opened raises OSError as open() does
    return Dataset(_core.read_dataset(name, texts, core_of(context)), context)
