# SPDX-License-Identifier: MIT
"""Tables as columns from Python."""
import gc
import os
import pathlib
import tempfile
import unittest

import ogp

TABLE = (
    "Country,Action Plan Number,Comm No,Year of submission,Start Date,Specificity,_Specificity,"
    "Value -Info,Value -Part,Value -Acc,"
    "_Relevant,Potential impact,_Pot Impact Coded,Completion (progress report),_CompletionProgress\r\n"
    "Ghana,1,1.1,2012,01/07/2012,c. high,3,1,0,0,1,Transformative,3,d. Complete,5\r\n"
    "Ghana,1,1.2,2012,July 2012,NR,NR,NR,NR,NR,NR,ND,ND,NR,NR\r\n"
    "Chile,1,1,2012,2012,a. low,1,0,1,0,1,Minor,1,Unclear,1\r\n")


class Stream:
    """What hands a capsule on that it was given."""
    def __init__(self, capsule):
        self.capsule = capsule

    def __arrow_c_stream__(self, requested_schema=None):
        return self.capsule


class Datasets(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name) / "table.csv"
        self.path.write_text(TABLE, encoding="utf-8")
        self.dataset = ogp.read_commitments(self.path)

    def tearDown(self):
        self.folder.cleanup()

    def test_columns(self):
        self.assertEqual(len(self.dataset), 3)
        column = self.dataset["specificity"]
        self.assertEqual(column.to_list(), ["high", None, "low"])
        self.assertEqual(column.missing(), [None, "NR", None])
        self.assertEqual(self.dataset["country"].to_list(), ["Ghana", "Ghana", "Chile"])
        self.assertIn("star_progress", self.dataset)
        self.assertTrue(self.dataset["star_progress"].derived)
        self.assertRaises(KeyError, lambda: self.dataset["nothing"])

    def test_buffers_outlive_the_dataset(self):
        codes = self.dataset["specificity"].buffer()
        del self.dataset
        gc.collect()
        self.assertTrue(codes.readonly)
        self.assertEqual(codes.tolist(), [3, -121, 1])

    def test_summary(self):
        rows = {row["country"]: row for row in self.dataset.summary(by=["country", "year"])}
        self.assertEqual((rows["Ghana"]["commitments"], rows["Ghana"]["reviewed"]), (2, 1))
        self.assertRaises(ogp.UsageError, self.dataset.summary, "weather")

    def test_irm(self):
        rows = self.dataset.irm()
        self.assertEqual([row["star_progress"] for row in rows], [1, "NR", 0])
        self.assertEqual(rows[2]["country"], "Chile")

    def test_errors(self):
        self.assertRaises(FileNotFoundError, ogp.read_commitments, "/nowhere.csv")
        self.path.write_text("a,b\r\n1,2\r\n", encoding="utf-8")
        self.assertRaises(ogp.Error, ogp.read_commitments, self.path)

    def test_a_stream_outlives_the_dataset(self):
        read, unread = (Stream(self.dataset.__arrow_c_stream__()) for _ in range(2))
        del self.dataset, unread
        gc.collect()
        again = ogp.Dataset.from_arrow(read)
        self.assertEqual(again["country"].to_list(), ["Ghana", "Ghana", "Chile"])
        self.assertEqual(again["specificity"].missing(), [None, "NR", None])

    def test_pandas(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("pandas is not installed")
        frame = self.dataset.to_pandas()
        self.assertEqual(frame["specificity"].tolist()[0], "high")
        self.assertTrue(pandas.isna(frame["specificity"].tolist()[1]))
        self.assertEqual(frame["country"].tolist(), ["Ghana", "Ghana", "Chile"])

    def test_arrow(self):
        try:
            import pyarrow
        except ImportError:
            self.skipTest("pyarrow is not installed")
        table = pyarrow.table(self.dataset)
        self.assertEqual(table["specificity"].to_pylist(), ["high", None, "low"])
        self.assertEqual(table["specificity_missing"].to_pylist(), [None, "NR", None])

    def test_polars(self):
        try:
            import polars
        except ImportError:
            self.skipTest("polars is not installed")
        self.assertEqual(polars.DataFrame(self.dataset)["country"].to_list(), ["Ghana", "Ghana", "Chile"])

    def test_shared_data(self):
        path = pathlib.Path(os.environ["OGP_SHARED"]) / "commitments"
        path = path if path.is_dir() else pathlib.Path(os.environ["OGP_SHARED"]) / "data" / "commitments"
        if not path.is_dir():
            self.skipTest("the shared data is not there")
        for table in sorted(path.glob("*.csv")):
            dataset = ogp.read_commitments(table)
            self.assertEqual(sum(row["commitments"] for row in dataset.summary("country")), len(dataset))


if __name__ == "__main__":
    unittest.main()
