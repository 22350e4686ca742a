# SPDX-License-Identifier: MIT
"""How much faster four threads check plans than one: threads.py [PLANS]. The GIL is released while a plan is
checked."""
from __future__ import annotations

import os
import pathlib
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import ogp

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "examples" / "plans"


def check(plan: ogp.Plan) -> str:
    return plan.check("ar").write("json")


def main() -> None:
    texts = [path.read_bytes() for path in sorted(FOLDER.glob("*.json"))]
    plans = [ogp.loads(texts[i % len(texts)]) for i in range(int(sys.argv[1]) if len(sys.argv) > 1 else 400)]
    took: dict[int, float] = {}
    want = [check(plan) for plan in plans[:len(texts)]]
    for threads in (1, 2, 4):
        start = time.monotonic()
        with ThreadPoolExecutor(threads) as pool:
            got = list(pool.map(check, plans))
        took[threads] = time.monotonic() - start
        assert got[:len(want)] == want
    print(f"{len(plans)} plans, {len(os.sched_getaffinity(0))} cores: " +
          ", ".join(f"{threads} threads {value:.2f} s ({took[1] / value:.2f}x)" for threads, value in took.items()))


if __name__ == "__main__":
    main()
