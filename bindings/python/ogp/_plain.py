# SPDX-License-Identifier: MIT
"""From what scripts have (mappings, dataclasses, rows of frames) to plain data, and back to dates."""
from __future__ import annotations

import dataclasses
import datetime
import json
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ._encode import utf8
from ._errors import Error, FormatError, UsageError


def mapping(data: Any, what: str) -> dict[str, Any]:
    """A dict of a mapping, a dataclass or a row of a pandas frame."""
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        return dataclasses.asdict(data)
    if isinstance(data, Mapping):
        return dict(data)
    if hasattr(data, "to_dict") and hasattr(data, "index"):
        return dict(data.to_dict())
    raise UsageError(f"{what} is a mapping or a dataclass, not {type(data).__name__}")


def simple(value: Any) -> Any:
    """What JSON can hold, where that is clear: dates as ISO 8601, numbers of NumPy as numbers, NaN as None."""
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        value = value.item()
    if isinstance(value, float) and value != value:
        return None
    if isinstance(value, datetime.date):
        return None if value != value else value.isoformat()[:10]
    if type(value).__name__ == "NAType":
        return None
    return value


def table(data: Any, what: str) -> dict[str, Any]:
    """A dict of simple values; what is not stated is left out."""
    rows = ((name, simple(value)) for name, value in mapping(data, what).items())
    return {name: value for name, value in rows if value is not None}


def call(function: Callable[..., Any], data: Any, *rest: Any) -> Any:
    """Calls the core with plain data; what it cannot hold is a UsageError."""
    try:
        return function(data, *rest)
    except Error:
        raise
    except (TypeError, ValueError, OverflowError, RecursionError) as problem:
        raise UsageError(f"this has no place here: {problem}") from None


def _default(value: Any) -> Any:
    """What json.dumps() does not know but documents are made of."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (tuple, set, frozenset)):
        return list(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    known = simple(value)
    if known is value:
        raise TypeError(f"{type(value).__name__} has no place in a document")
    return known


def document(data: Any, what: str, **defaults: str) -> bytes:
    """JSON of a mapping or a dataclass."""
    try:
        text = json.dumps({**defaults, **mapping(data, what)}, ensure_ascii=False, allow_nan=False, default=_default)
    except (TypeError, ValueError, RecursionError) as problem:
        if isinstance(problem, Error):
            raise
        raise FormatError(f"this cannot be written as JSON: {problem}") from None
    return utf8(text, what)


def path_of(path: Any) -> str:
    """A path as str; a clear exception for anything else."""
    try:
        name = os.fspath(path)
    except TypeError:
        raise UsageError(f"a path is str or os.PathLike, not {type(path).__name__}") from None
    if isinstance(name, bytes):
        raise UsageError("a path is str or os.PathLike, not bytes")
    if "\0" in name:
        raise UsageError("a path holds no NUL character")
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        raise UsageError("the path is no Unicode text; open the file and pass it instead") from None
    return name


def read_bytes(source: Any, what: str) -> bytes:
    """What a path or an open file holds. Files raise OSError as open() does."""
    if hasattr(source, "read"):
        return utf8(source.read(), what)
    with open(path_of(source), "rb") as file:
        return file.read()


_DATES = frozenset({"as_of", "by", "date", "first_plan_due"})


def _dated_member(name: str, value: Any) -> Any:
    if name in _DATES and isinstance(value, str):
        return date_of(value)
    return dated(value)


def dated(value: Any) -> Any:
    """The same rows with whole days as datetime.date."""
    if isinstance(value, dict):
        return {name: _dated_member(name, item) for name, item in value.items()}
    return [dated(item) for item in value] if isinstance(value, list) else value


def date_of(text: str) -> datetime.date | str | None:
    """A ``datetime.date`` where the date is whole, else its EDTF text; None where nothing is stated."""
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text


def day_text(day: Any) -> str | None:
    """A day as the core takes it: from a date or ISO 8601."""
    if day is None or isinstance(day, str):
        return day
    if isinstance(day, datetime.date):
        return day.isoformat()[:10]
    raise UsageError(f"a day is a datetime.date or text such as 2022-08-31, not {type(day).__name__}")


def words(names: str | Iterable[str], what: str) -> str:
    """Names joined by commas."""
    if isinstance(names, str):
        return names
    try:
        return ",".join(names)
    except TypeError:
        raise UsageError(f"{what} is a text or several") from None
