# SPDX-License-Identifier: MIT
"""Tables that come in from memory, SMART marks of tables, progress, and stopping."""
import csv
import io
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import ogp

ROOT = pathlib.Path(os.environ["OGP_SOURCE_ROOT"])
TABLE = ROOT / "examples" / "tables" / "commitments.csv"
PROGRAM = os.environ.get("OGP_PROGRAM")
NOT_ROUND = {"start_published", "end_published"}


def pandas():
    try:
        import pandas as pd
    except ImportError:
        raise unittest.SkipTest("pandas is not installed") from None
    return pd


def many(rows):
    lines = TABLE.read_text(encoding="utf-8").splitlines(keepends=True)
    body = "".join(lines[1:])
    return (lines[0] + body * (rows // (len(lines) - 1) + 1)).encode()


class Figures(unittest.TestCase):
    @unittest.skipUnless(PROGRAM, "the program is not built")
    def test_rows_are_those_of_the_program(self):
        out = subprocess.run([PROGRAM, "irm", "-f", "json", TABLE], capture_output=True, check=True).stdout
        for row, wanted in zip(ogp.read_commitments(TABLE).irm(), json.loads(out), strict=True):
            figures = {name: value for name, value in wanted.items() if name not in ("plan", "number")}
            self.assertEqual({name: row[name] for name in figures}, figures)
        self.assertEqual(ogp.read_commitments(TABLE).irm()[1]["binding_constraint"], "PotImp")


class FromArrow(unittest.TestCase):
    def assert_same(self, first, again):
        self.assertEqual(len(first), len(again))
        for name in set(first.columns) - NOT_ROUND:
            self.assertEqual(first[name].to_list(), again[name].to_list(), name)

    def test_figures_of_published_tables(self):
        tables = sorted(pathlib.Path(os.environ.get("OGP_SHARED", "/nonexistent")).rglob("irm-*.csv"))
        if not tables:
            self.skipTest("no published tables here")
        for table in tables:
            first = ogp.read_commitments(table)
            again = ogp.Dataset.from_arrow(first)
            self.assertEqual(first.irm(), again.irm(), table.name)
            self.assertEqual(first.summary(["country", "year"]), again.summary(["country", "year"]), table.name)

    def test_figures_of_a_frame(self):
        pandas()
        first = ogp.read_commitments(TABLE)
        again = ogp.Dataset.from_arrow(first.to_pandas(missing_words=True))
        self.assertEqual(first.irm(), again.irm())

    def test_datasets(self):
        first = ogp.read_commitments(TABLE)
        self.assert_same(first, ogp.Dataset.from_arrow(first))
        self.assert_same(first, ogp.Dataset.from_arrow(first.__arrow_c_stream__()))
        self.assertEqual(first.summary(["country", "year"]), ogp.Dataset.from_arrow(first).summary(["country", "year"]))
        plan = ogp.read_commitments(ROOT / "examples" / "plans" / "en-2016.json")
        self.assertEqual(ogp.Dataset.from_arrow(plan)["plan"].to_list(), plan["plan"].to_list())

    def test_capsules_are_read_once(self):
        capsule = ogp.read_commitments(TABLE).__arrow_c_stream__()
        ogp.Dataset.from_arrow(capsule)
        self.assertRaises(ogp.UsageError, ogp.Dataset.from_arrow, capsule)

    def test_frames(self):
        pd = pandas()
        first = ogp.read_commitments(TABLE)
        raw = pd.read_csv(TABLE, keep_default_na=False, dtype=str)
        self.assert_same(first, ogp.Dataset.from_arrow(raw))
        self.assert_same(first, ogp.Dataset.from_arrow(first.to_pandas(missing_words=True)))
        frame = pd.DataFrame({
            "Country": ["Ghana", "Chile"], "Year": [2014.0, None], "_Relevant": [True, False],
            "Start Date": pd.to_datetime(["2014-07-01",
                                          None]), "Completion (progress report)": pd.Categorical(["Limited", "NR"])
        })
        dataset = ogp.Dataset.from_arrow(frame)
        self.assertEqual(dataset["year"].to_list(), [2014, None])
        self.assertEqual(dataset["start"].to_list()[0], "2014-07-01")
        self.assertEqual(dataset["completion_progress"].to_list(), ["limited", None])
        self.assertEqual(dataset["completion_progress"].missing(), [None, "NR"])

    def test_others(self):
        for name in ("pyarrow", "polars"):
            try:
                module = __import__(name)
            except ImportError:
                continue
            first = ogp.read_commitments(TABLE)
            table = module.table(first) if name == "pyarrow" else module.DataFrame(first)
            self.assert_same(first, ogp.Dataset.from_arrow(table))

    def test_wrong_things(self):
        class Broken:
            def __arrow_c_stream__(self, requested_schema=None):
                raise RuntimeError("mine")

        for thing in (None, 5, "x", [1], {}, ogp.Dataset):
            self.assertRaises(ogp.UsageError, ogp.Dataset.from_arrow, thing)
        self.assertRaisesRegex(RuntimeError, "mine", ogp.Dataset.from_arrow, Broken())
        with self.assertRaises(ogp.FormatError):
            ogp.Dataset.from_arrow(pandas().DataFrame({"a": [1]}))


class Marks(unittest.TestCase):
    @unittest.skipUnless(PROGRAM, "the program was not built")
    def test_same_as_the_program(self):
        for path in (TABLE, ROOT / "examples" / "plans" / "en-milestones.json"):
            out = subprocess.run([PROGRAM, "smart", str(path)], capture_output=True, check=True).stdout.decode()
            want = list(csv.DictReader(io.StringIO(out)))
            for dataset in (ogp.read_commitments(path), ogp.read_commitments(path, smart=True)):
                ours = [{name: str(value) for name, value in row.items()} for row in dataset.smart()]
                self.assertEqual(ours, want)

    def test_input_that_is_gone(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "t.csv"
            path.write_bytes(TABLE.read_bytes())
            dataset = ogp.read_commitments(path)
            path.write_bytes(many(100))
            self.assertRaises(ogp.UsageError, dataset.smart)
            path.unlink()
            self.assertRaises(FileNotFoundError, dataset.smart)
        self.assertEqual(len(ogp.read_commitments(io.BytesIO(TABLE.read_bytes())).smart()), len(dataset))
        capsule = dataset.__arrow_c_stream__()
        self.assertRaises(ogp.UsageError, ogp.Dataset.from_arrow(capsule).smart)


class Columns(unittest.TestCase):
    def test_items(self):
        dataset = ogp.read_commitments(TABLE)
        column = dataset["country"]
        self.assertEqual([column[i] for i in range(len(column))], column.to_list())
        self.assertEqual(column[-1], column.to_list()[-1])
        self.assertEqual(column[1:3], column.to_list()[1:3])
        self.assertRaises(IndexError, lambda: column[len(column)])
        self.assertRaises(TypeError, lambda: column["x"])
        self.assertIn(column[0], column)
        self.assertEqual(dataset.row(-1)["country"], column[-1])
        self.assertEqual(dataset, ogp.read_commitments(TABLE))

    def test_rows_become_frames(self):
        pd = pandas()
        frame = ogp.read_commitments(TABLE).summary("country").to_pandas()
        self.assertIsInstance(frame, pd.DataFrame)
        self.assertIn("commitments", frame)

    def test_missing_words(self):
        pandas()
        dataset = ogp.read_commitments(TABLE)
        frame = dataset.to_pandas(missing_words=True)
        for name in dataset.columns:
            column = dataset[name]
            if column.type in ("code", "number") and None in column:
                self.assertEqual([None if value != value else value for value in frame[f"{name}_missing"].tolist()],
                                 column.missing(), name)


class Stopping(unittest.TestCase):
    def test_progress(self):
        seen = []
        dataset = ogp.read_commitments(io.BytesIO(many(20_000)), progress=seen.append)
        self.assertEqual((seen, seen[-1]), (sorted(seen), len(dataset)))
        self.assertGreater(len(seen), 3)
        self.assertRaises(ogp.Cancelled, ogp.read_commitments, io.BytesIO(many(20_000)), progress=lambda rows: False)
        self.assertRaises(ZeroDivisionError, ogp.read_commitments, io.BytesIO(many(20_000)),
                          progress=lambda rows: 1 // 0)
        self.assertRaises(ogp.UsageError, ogp.read_commitments, TABLE, progress="yes")

    def test_bar(self):
        code = f"import ogp; ogp.read_commitments({str(TABLE)!r}, progress=True)"
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        self.assertIn(b"commitments", result.stderr)
        self.assertEqual(result.stdout, b"")

    def test_ctrl_c(self):
        with tempfile.NamedTemporaryFile(suffix=".csv") as file:
            file.write(many(400_000))
            file.flush()
            code = ("import ogp, sys\n"
                    "def told(rows, first=[]):\n"
                    "    if not first: print('go', flush=True); first.append(1)\n"
                    f"ogp.read_commitments({file.name!r}, smart=True, progress=told)\nprint('done')")
            child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            self.assertEqual(child.stdout.readline(), b"go\n")
            child.send_signal(signal.SIGINT)
            out, err = child.communicate(timeout=120)
        self.assertNotIn(b"done", out)
        self.assertIn(b"KeyboardInterrupt", err)

    def test_other_threads_run(self):
        ticks, over = [], threading.Event()

        def tick():
            while not over.is_set():
                ticks.append(time.monotonic())
                time.sleep(0.001)

        text = io.BytesIO(many(60_000))
        thread = threading.Thread(target=tick)
        thread.start()
        start = time.monotonic()
        ogp.read_commitments(text, smart=True)
        end = time.monotonic()
        over.set()
        thread.join()
        self.assertGreater(sum(start < at < end for at in ticks), 3)


if __name__ == "__main__":
    unittest.main()
