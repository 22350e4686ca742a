# SPDX-License-Identifier: MIT
"""Streams, conversions and sums."""
import gc
import io
import os
import pathlib
import pickle
import subprocess
import tempfile
import threading
import unittest

import ogp

ROOT = pathlib.Path(os.environ["OGP_SOURCE_ROOT"])
TABLE = ROOT / "examples" / "tables" / "commitments.csv"
PLAN = ROOT / "examples" / "plans" / "en-milestones.json"
PROGRAM = os.environ.get("OGP_PROGRAM")


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)


class Streams(Folder):
    def test_every_form(self):
        plan = ogp.load(PLAN)
        lines = self.folder / "s.ndjson"
        lines.write_text("".join(c.to_json() for c in plan.commitments), encoding="utf-8")
        for source in (PLAN, lines, io.BytesIO(lines.read_bytes()), io.StringIO(lines.read_text(encoding="utf-8"))):
            with ogp.stream(source) as stream:
                got = list(stream)
            self.assertEqual([c.title for c in got], [c.title for c in plan.commitments])
            self.assertEqual([c.milestones[0].title for c in got if c.milestones],
                             [c.milestones[0].title for c in plan.commitments if c.milestones])
        dataset = ogp.read_commitments(TABLE, texts=True)
        for source in (TABLE, open(TABLE, "rb"), open(TABLE, encoding="utf-8", newline="")):
            titles = [c.title for c in ogp.stream(source)]
            if source is not TABLE:
                source.close()
            self.assertEqual(titles, [title or "" for title in dataset["title"].to_list()])

    def test_parts_outlive_the_stream(self):
        kept = []
        with ogp.stream(PLAN) as stream:
            kept.extend(c.lead for c in stream)
        del stream
        gc.collect()
        self.assertTrue(all(lead is None or lead.name for lead in kept))

    def test_errors(self):
        text = io.BytesIO(b'{"id": "A"}\n{\n{"id": 5}\n{"id": "B"}\n')
        seen = []
        self.assertEqual([c.id for c in ogp.stream(text, errors=seen.append)], ["A", "B"])
        self.assertEqual([(e.code, e.line) for e in seen], [("syntax", 2), ("format", 3)])
        stream = ogp.stream(io.BytesIO(b'{"id": "A"}\n{\n{"id": "B"}\n'))
        self.assertEqual(next(stream).id, "A")
        self.assertRaises(ogp.SyntaxError, next, stream)
        self.assertEqual((next(stream).id, stream.line), ("B", 3))
        self.assertRaises(StopIteration, next, stream)
        stream.close()
        self.assertEqual(list(stream), [])
        self.assertRaises(FileNotFoundError, ogp.stream, "/nowhere")
        self.assertRaises(ogp.FormatError, ogp.stream, io.BytesIO(b"a,b\r\n1,2\r\n"))
        self.assertRaises(ogp.UsageError, ogp.stream, 5)

    def test_readers_that_fail(self):
        class Reader:
            def __init__(self, gives):
                self.gives = gives

            def read(self, size):
                if isinstance(self.gives, Exception):
                    raise self.gives
                return self.gives

        self.assertRaises(ZeroDivisionError, lambda: list(ogp.stream(Reader(ZeroDivisionError()))))
        self.assertRaises(TypeError, lambda: list(ogp.stream(Reader(5))))
        self.assertRaises(ValueError, lambda: list(ogp.stream(Reader(b"x" * 10 ** 6))))
        self.assertRaises(UnicodeEncodeError, lambda: list(ogp.stream(Reader("\ud800"))))

    def test_one_thread_at_a_time(self):
        stream = ogp.stream(io.BytesIO(b"".join(b'{"id": "%d"}\n' % i for i in range(20000))))
        ids, problems = [], []

        def drain():
            try:
                ids.extend(c.id for c in stream)
            except ogp.UsageError as problem:
                problems.append(problem)

        threads = [threading.Thread(target=drain) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        ids.extend(c.id for c in stream)
        self.assertEqual(len(ids), len(set(ids)))


class Conversions(Folder):
    @unittest.skipUnless(PROGRAM, "the program was not built")
    def test_same_bytes_as_the_program(self):
        for source, endings in ((PLAN, ("json", "xml", "ndjson", "csv")), (TABLE, ("ndjson", "csv"))):
            for ending in endings:
                ours, theirs = self.folder / f"ours.{ending}", self.folder / f"theirs.{ending}"
                said = subprocess.run([PROGRAM, "convert", str(source), str(theirs)], capture_output=True,
                                      check=True).stderr
                losses = ogp.convert(source, ours)
                self.assertEqual(ours.read_bytes(), theirs.read_bytes())
                self.assertEqual(losses is None, said == b"")
                self.assertIn(losses or "", said.decode())

    def test_open_files(self):
        for file in (io.BytesIO(), io.StringIO()):
            ogp.convert(PLAN, file, "ndjson")
            text = file.getvalue()
            self.assertEqual((text if isinstance(text, str) else text.decode()).count("\n"), 9)

    def test_whole_or_not(self):
        target = self.folder / "out.json"
        target.write_text("old", encoding="utf-8")
        self.assertRaises(ogp.FormatError, ogp.convert, TABLE, target)
        self.assertEqual(target.read_text(encoding="utf-8"), "old")
        self.assertEqual(os.listdir(self.folder), ["out.json"])
        self.assertRaises(ogp.UsageError, ogp.convert, PLAN, self.folder / "out.pdf")
        self.assertRaises(FileNotFoundError, ogp.convert, "/nowhere", target)
        self.assertRaises(FileNotFoundError, ogp.convert, PLAN, self.folder / "none" / "x.json")

        class Full:
            def write(self, data):
                raise OSError(28, "no space")

        self.assertRaises(OSError, ogp.convert, PLAN, Full(), "json")


class Sums(Folder):
    def test_sums(self):
        whole = ogp.Summary(["country", "year"]).add(TABLE)
        self.assertEqual(whole.rows(), ogp.read_commitments(TABLE).summary("country,year"))
        self.assertEqual(ogp.summarize(TABLE, "country,year"), whole.rows())
        self.assertEqual(pickle.loads(pickle.dumps(whole)), whole)
        twice = ogp.Summary("country,year").add(TABLE).merge(ogp.Summary.from_json(whole.to_json()))
        self.assertEqual([row["commitments"] for row in twice.rows()], [2 * row["commitments"] for row in whole.rows()])
        self.assertRaises(ogp.UsageError, twice.merge, ogp.Summary("year"))
        self.assertRaises(ogp.UsageError, twice.merge, 5)
        self.assertRaises(ogp.UsageError, ogp.Summary, "weather")
        self.assertRaises(ogp.SyntaxError, ogp.Summary.from_json, "{")
        self.assertRaises(FileNotFoundError, ogp.summarize, "/nowhere")


if __name__ == "__main__":
    unittest.main()
