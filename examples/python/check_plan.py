# SPDX-License-Identifier: MIT
"""Checks a plan and says, in a language, what is wrong and what would mend it: check_plan.py PLAN [LANGUAGE]"""
from __future__ import annotations

import sys

import ogp


def main(path: str, language: str = "en") -> int:
    plan = ogp.load(path)
    report = plan.check(lang=language)
    for finding in report:
        print(f"{finding.severity.name.lower():8}{finding.path}\n        {finding.message}\n        {finding.mend}")
        if finding.span:
            start, end = finding.span
            print(f"        ... {finding.text[max(0, start - 20):end + 20]} ...")
    for mark in ogp.smart(plan):
        missed = [rule for rule in mark.reasons]
        print(f"{mark.number:4}{mark.score:4} {' '.join(missed)}")
    return 1 if report.worst >= ogp.Severity.ERROR else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
