# SPDX-License-Identifier: MIT
"""Starred commitments by country and year, and the most common missing words: stars.py TABLE.csv"""
from __future__ import annotations

import collections
import sys

import ogp


def main(path: str) -> None:
    dataset = ogp.read_commitments(path)
    for row in dataset.summary(by=["country", "year"]):
        print(f"{row['country']:24}{row['year']:6}{row['commitments']:5} commitments, {row['reviewed']} reviewed")
    for name in ("specificity", "potential_impact", "completion_end"):
        words = collections.Counter(word for word in dataset[name].missing() if word)
        print(f"{name}: {dict(words)}")
    lines = sum(1 for commitment in ogp.stream(path) if commitment.title)
    print(f"{lines} of {len(dataset)} have a title")


if __name__ == "__main__":
    main(sys.argv[1])
