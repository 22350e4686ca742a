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
from ._errors import (Cancelled, Error, FileError, FormatError, LimitError, OutOfMemory, SyntaxError, UsageError)
from ._plan import Assessment, Commitment, Contact, Institution, Milestone, Plan, load, loads
from ._report import Finding, Report, Severity
from ._text import Fact, FactType, facts

__version__: str = _version()

__all__ = [
    "LANGUAGES", "Assessment", "Cancelled", "Commitment", "Contact", "Context", "Error", "Fact", "FactType", "FileError",
    "Finding", "FormatError", "Institution", "LimitError", "Milestone", "OutOfMemory", "Plan", "Report", "Severity",
    "SyntaxError", "UsageError", "facts", "load", "loads",
]
