# SPDX-License-Identifier: MIT
"""libogp: the Open Government Partnership's rulebook.

>>> import ogp
>>> plan = ogp.load("plan.json")            # doctest: +SKIP
>>> for finding in plan.check(lang="ar"):   # doctest: +SKIP
...     print(finding.path, finding.message)
"""
from __future__ import annotations

from ._context import LANGUAGES, Context
from ._core import version as _version
from ._dataset import Column, Dataset, read_commitments
from ._errors import (Cancelled, Error, FileError, FormatError, LimitError, OutOfMemory, SyntaxError, UsageError)
from ._member import assess, calendar, eligibility
from ._plan import Assessment, Commitment, Contact, Institution, Milestone, Plan, load, loads
from ._report import Finding, Report, Severity
from ._rulebook import Rule, Rulebook, rulebook
from ._smart import Evidence, Mark, Smart, smart
from ._text import Fact, FactType, facts

__version__: str = _version()

__all__ = [
    "LANGUAGES", "Assessment", "Cancelled", "Column", "Commitment", "Contact", "Context", "Dataset", "Error", "Evidence", "Fact", "FactType",
    "FileError", "Finding", "FormatError", "Institution", "LimitError", "Mark", "Milestone", "OutOfMemory", "Plan", "Report",
    "Rule", "Rulebook", "Severity", "Smart", "SyntaxError", "UsageError", "assess", "calendar", "eligibility", "facts",
    "load", "loads", "read_commitments", "rulebook", "smart",
]
