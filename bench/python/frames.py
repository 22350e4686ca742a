# SPDX-License-Identifier: MIT
"""What a pandas frame of many commitments costs beside the same read in C, in user CPU time: frames.py [ROWS]

Needs `ogp`, NumPy and pandas (in a build tree: meson devenv -C build). Prints the least of several runs and the ratios.
"""
from __future__ import annotations

import pathlib
import resource
import subprocess
import sys
import tempfile

TABLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "tables" / "commitments.csv"
RUNS = 5
PARTS = {
    "import alone": "",
    "read in C": "ds = ogp.read_commitments(path)",
    "read and made a frame": "ds = ogp.read_commitments(path); ds.to_pandas()",
    "read with texts": "ds = ogp.read_commitments(path, texts=True)",
    "read with texts and made a frame": "ds = ogp.read_commitments(path, texts=True); ds.to_pandas()",
}
TIMED = """
import resource, sys
import numpy, pandas, ogp
path = sys.argv[1]
def once():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    {part}
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
print(min(once() for _ in range({runs})))
"""


def table(rows: int, folder: str) -> str:
    """The rows of the example again and again."""
    lines = TABLE.read_text(encoding="utf-8").splitlines(keepends=True)
    path = pathlib.Path(folder) / "table.csv"
    with open(path, "w", encoding="utf-8") as file:
        file.write(lines[0])
        file.writelines(lines[1 + i % (len(lines) - 1)] for i in range(rows))
    return str(path)


def seconds(part: str, path: str) -> float:
    result = subprocess.run([sys.executable, "-c", TIMED.format(part=part or "pass", runs=RUNS), path],
                            capture_output=True, text=True, check=True)
    return float(result.stdout)


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = table(rows, folder)
        took = {name: seconds(part, path) for name, part in PARTS.items()}
    for name, value in list(took.items())[1:]:
        print(f"{name:34}{value:7.3f} s")
    print(f"frame / C             {took['read and made a frame'] / took['read in C']:.2f}")
    print(f"frame / C, with texts {took['read with texts and made a frame'] / took['read with texts']:.2f}")
    print(f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MiB at most")


if __name__ == "__main__":
    main()
