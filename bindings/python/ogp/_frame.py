# SPDX-License-Identifier: MIT
"""Between columns and the frames of pandas, whole columns at a time."""
from __future__ import annotations

from typing import Any

from ._html import table


class Rows(list[dict[str, Any]]):
    """Rows as dicts, in order; ``to_pandas()`` makes a frame of them."""

    def to_pandas(self) -> Any:
        """A pandas frame, a column a member."""
        import pandas as pd

        return pd.DataFrame(list(self))

    def _repr_html_(self) -> str:
        """For notebooks."""
        heads = list(self[0]) if self else []
        return table(heads, [[row.get(name) for name in heads] for row in self])


def _coded(column: Any, values: Any, gone: Any) -> Any:
    """Codes become the categories of their words: one look-up a code, not one a row."""
    import numpy as np
    import pandas as pd

    found = np.flatnonzero(np.bincount(values[~gone].astype(np.int16) + 128, minlength=256)) - 128
    place = np.full(256, -1, dtype=np.int8)
    place[found + 128] = np.arange(len(found))
    words = [column.word(int(np.argmax(values == code))) for code in found]
    return pd.Categorical.from_codes(place[values.astype(np.int16) + 128], words)


def series(column: Any) -> Any:
    """A column as pandas has it: codes and terms categorical, numbers nullable, texts strings; what is missing is
    NA."""
    import numpy as np
    import pandas as pd

    if column.type == "text":
        return pd.Series(column.to_list(), dtype="string")
    values = np.asarray(column.buffer())
    if column.type == "term":
        # Two spellings of a date are two terms with one name.
        names, place = np.unique(np.array(column.terms, dtype=object), return_inverse=True)
        return pd.Categorical.from_codes(place[values], names)
    gone = values <= -121
    if column.type == "number":
        return pd.arrays.IntegerArray(values.copy(), gone)
    return _coded(column, values, gone)


def missing(column: Any) -> Any:
    """The words of what is missing, categorical; NA where there is a value."""
    import numpy as np
    import pandas as pd

    values = np.asarray(column.buffer()).astype(np.int16)
    codes = [int(code) for code in np.unique(values) if code <= -121]
    # No word stood where the input had no such variable (-128); a figure that cannot be had is ND.
    said = {code: "" if code == -128 and not column.derived else column.word_of_missing(code) for code in codes}
    words = sorted(set(said.values()))
    place = np.full(256, -1, dtype=np.int8)
    for code, word in said.items():
        place[code + 128] = words.index(word)
    return pd.Categorical.from_codes(place[np.clip(values, -128, 127) + 128], words)


def csv_of(frame: Any) -> bytes:
    """A pandas frame as a table: whole numbers without a point, days without a time, nulls as their twins say."""
    import pandas as pd

    columns: dict[Any, Any] = {}
    for name in frame.columns:
        values = frame[name]
        if pd.api.types.is_bool_dtype(values.dtype):
            values = values.astype("Int8")
        elif pd.api.types.is_float_dtype(values.dtype) and (values.dropna() % 1 == 0).all():
            values = values.astype("Int64")
        elif pd.api.types.is_datetime64_any_dtype(values.dtype):
            values = values.dt.strftime("%Y-%m-%d")
        columns[name] = values
    for name in [name for name in columns if f"{name}_missing" in columns]:
        twin = columns.pop(f"{name}_missing").astype(object)
        columns[name] = columns[name].astype(object).where(columns[name].notna(), twin)
    return pd.DataFrame(columns).to_csv(index=False).encode("utf-8", "surrogatepass")
