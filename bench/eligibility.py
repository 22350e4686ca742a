#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Judges many country-years and prints rows a second, the time beside Python's bare CSV reader, and peak memory at two
lengths, which should be the same.

usage: eligibility.py [PROGRAM] [ROWS]
"""
import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else "build/tools/ogp"
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 200_000
HEADER = ("country,year,budget_proposal,audit_report,access_to_information,asset_disclosure,civil_liberties,"
          "cso_entry_exit,cso_repression,member\n")


def write_table(path, rows):
    draw = random.Random(1)
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEADER)
        for i in range(rows):
            out.write(
                f"C{i // 100:05d},{2010 + i % 100},{draw.choice('01')},{draw.choice('01')},"
                f"{draw.choice(['law', 'constitution', 'draft', 'none', ''])},"
                f"{draw.choice(['public', 'law', 'none', ''])},"
                f"{draw.random() * 10:.2f},{draw.choice('01234')},{draw.choice('01234')},{draw.choice('01')}\n")


def run(path):
    """Processor seconds and peak memory in KiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = subprocess.Popen([PROGRAM, "eligibility", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, usage.ru_maxrss


def bare(path):
    start = time.process_time()
    with open(path, newline="", encoding="utf-8") as table:
        for _ in csv.reader(table):
            pass
    return time.process_time() - start


with tempfile.TemporaryDirectory() as folder:
    tables = [os.path.join(folder, name) for name in ("short.csv", "long.csv")]
    write_table(tables[0], ROWS // 10)
    write_table(tables[1], ROWS)
    short, (seconds, peak) = run(tables[0])[1], min(run(tables[1]) for _ in range(5))
    print(f"{ROWS} country-years in {seconds:.2f} s: {ROWS / seconds:,.0f} a second, "
          f"{seconds / bare(tables[1]):.1f} times Python's csv.reader")
    print(f"peak memory {short} KiB for {ROWS // 10} rows, {peak} KiB for {ROWS}")
