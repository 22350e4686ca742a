# SPDX-License-Identifier: MIT
"""libogp: the Open Government Partnership's rulebook.

>>> import ogp
>>> plan = ogp.load("plan.json")            # doctest: +SKIP
>>> for finding in plan.check(lang="ar"):   # doctest: +SKIP
...     print(finding.path, finding.message)
"""
from __future__ import annotations

from . import plot
from ._context import LANGUAGES, Context
from ._convert import convert
from ._core import version as _version
from ._dataset import Column, Dataset, read_commitments
from ._errors import (Cancelled, Error, FileError, FormatError, LimitError, OutOfMemory, SyntaxError, UsageError)
from ._frame import Rows
from ._irm import Completion, Missing, assess, comparable, method_of_year, milestone_completion
from ._member import (Member, budget_document_published, calendar, civil_liberties_points, cocreation, eligibility,
                      eligibility_table, eligibility_trend, joining, members, period, status, vdem_check)
from ._plan import Assessment, Commitment, Contact, Institution, Milestone, Plan, load, load_commitment, loads
from ._report import Finding, Report, Severity
from ._rulebook import Rule, Rulebook, rulebook
from ._smart import Evidence, Mark, Smart, smart
from ._stream import Stream, stream
from ._summary import Summary, summarize
from ._text import Fact, FactType, facts

__version__: str = _version()

__all__ = [
    "Assessment", "Cancelled", "Column", "Commitment", "Completion", "Contact", "Context", "Dataset", "Error",
    "Evidence", "Fact", "FactType", "FileError", "Finding", "FormatError", "Institution", "LANGUAGES", "LimitError",
    "Mark", "Member", "Milestone", "Missing", "OutOfMemory", "Plan", "Report", "Rows", "Rule", "Rulebook", "Severity",
    "Smart", "Stream", "Summary", "SyntaxError", "UsageError", "assess", "budget_document_published", "calendar",
    "civil_liberties_points", "cocreation", "comparable", "convert", "eligibility", "eligibility_table",
    "eligibility_trend", "facts", "joining", "load", "load_commitment", "loads", "members", "method_of_year",
    "milestone_completion", "period", "plot", "read_commitments", "rulebook", "smart", "status", "stream",
    "summarize", "vdem_check",
]
