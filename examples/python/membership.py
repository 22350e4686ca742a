# SPDX-License-Identifier: MIT
"""Is a country eligible, what would it take, and when is its plan due? membership.py HISTORY.json"""
from __future__ import annotations

import dataclasses
import datetime
import sys

import ogp


@dataclasses.dataclass
class Record:
    country: str
    year: int
    budget_proposal: int
    audit_report: int
    access_to_information: str
    asset_disclosure: str
    civil_liberties: float
    member: bool = False


def main(history: str) -> None:
    verdict = ogp.eligibility(Record("Southland", 2024, 1, 0, "draft", "none", 4.1))
    print(verdict["core"], f"{verdict['points']}/{verdict['maximum']}")
    for need in verdict["needs"][:3]:
        print("it would take:", "; ".join(change["name"] for change in need))
    print("next on the way in:", ogp.joining(history)["next"])
    for date in ogp.calendar(start=datetime.date(2024, 1, 1), years=2)["dates"]:
        print(date["date"], date["name"])


if __name__ == "__main__":
    main(sys.argv[1])
