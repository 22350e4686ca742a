# SPDX-License-Identifier: MIT
"""Sequences over `_count`/`_at` pairs of the C library."""
from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class View(Sequence[T], Generic[T]):
    """A read-only sequence whose items are made when asked for. Items keep their owner alive.

    Where ``key`` is given, an item can also be looked up by it: ``plan.commitments["1"]``.
    """

    __slots__ = ("_at", "_count", "_key")

    def __init__(self, count: int, at: Callable[[int], T], key: Callable[[T], tuple[str, ...]] | None = None) -> None:
        self._count = count
        self._at = at
        self._key = key

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int | str) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self._at(i) for i in range(*index.indices(self._count))]
        if isinstance(index, str):
            return self._by_key(index)
        number = operator.index(index)
        if number < 0:
            number += self._count
        if not 0 <= number < self._count:
            raise IndexError(f"index {index} of {self._count}")
        return self._at(number)

    def _by_key(self, key: str) -> T:
        if self._key is None:
            raise TypeError("these items have no names; use a number")
        for item in self:
            if key in self._key(item):
                return item
        raise KeyError(key)

    def __iter__(self) -> Iterator[T]:
        return (self._at(i) for i in range(self._count))

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str) and self._key is not None:
            return any(item in self._key(own) for own in self)
        return any(own == item for own in self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (View, list, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join(repr(item) for item in self[:3])
        return f"[{shown}{', ...' if self._count > 3 else ''}] ({self._count})"
