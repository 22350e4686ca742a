# SPDX-License-Identifier: MIT
"""The extension in the sqlite3 shell: test_sqlite.py MODULE"""
import json
import os
import shutil
import subprocess
import sys
import unittest

MODULE = os.path.splitext(sys.argv.pop(1))[0] if len(sys.argv) > 1 else None
PLAN = json.dumps({
    "format": "ogp-plan/1", "id": "AP", "member": "JOR", "edition": "handbook-2022", "commitments": [{
        "id": "A", "number": "1", "title": "Register",
        "description": "The Ministry will publish 12 datasets by 2022-12-31."
    }, {"id": "B", "number": "2"}]
})


def sql(statements, *parameters):
    """Rows of a statement, each a dictionary; the values of ?1, ?2 ... are given as SQL literals."""
    text = ".load %s\n.mode json\n" % MODULE
    for i, value in enumerate(parameters, 1):
        text += ".parameter set ?%d \"'%s'\"\n" % (i, value.replace("\\", "\\\\").replace("'", "''").replace(
            '"', '\\"'))
    done = subprocess.run(["sqlite3", "-bail", ":memory:"], input=text + statements + ";\n", text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise ValueError(done.stderr)
    return json.loads(done.stdout) if done.stdout.strip() else []


class Extension(unittest.TestCase):
    def test_facts(self):
        text = "تنشر وزارة العدل 12 سجلا قبل 31 ديسمبر 2022"
        rows = sql("SELECT *, substr(?1, start + 1, \"end\" - start) AS words FROM ogp_facts(?1, 'ar')", text)
        self.assertIn(("date", "2022-12-31"), [(row["type"], row["norm"]) for row in rows])
        for row in rows:
            self.assertEqual(row["words"], row["text"])
            self.assertEqual(row["text"], text[row["start"]:row["end"]])

    def test_facts_of_a_column(self):
        rows = sql(
            "CREATE TABLE c(id, d); INSERT INTO c VALUES (1, 'by 31 December 2022'), (2, NULL), (3, 'in May 2023');"
            "SELECT c.id, f.norm FROM c, ogp_facts(c.d) f WHERE f.type = 'date' ORDER BY c.id")
        self.assertEqual(rows, [{"id": 1, "norm": "2022-12-31"}, {"id": 3, "norm": "2023-05"}])

    def test_check(self):
        english = json.loads(sql("SELECT ogp_check(?1) AS r", PLAN)[0]["r"])
        arabic = json.loads(sql("SELECT ogp_check(?1, 'ar') AS r", PLAN)[0]["r"])
        self.assertTrue(english["findings"])
        self.assertEqual(len(english["findings"]), len(arabic["findings"]))
        self.assertNotEqual(english, arabic)
        self.assertIsNone(sql("SELECT ogp_check(NULL) AS r")[0]["r"])

    def test_smart(self):
        rows = json.loads(sql("SELECT ogp_smart(?1) AS r", PLAN)[0]["r"])
        self.assertEqual([row["id"] for row in rows], ["A", "B"])
        one = json.loads(
            sql("SELECT ogp_smart('The Ministry of Justice will publish 12 datasets by 31 December 2022.') AS r")[0]
            ["r"])
        none = json.loads(sql("SELECT ogp_smart('We will strive to do better.') AS r")[0]["r"])
        self.assertGreater(one["score"], none["score"])
        self.assertEqual(sql("SELECT json_extract(ogp_smart(?1), '$[0].score') AS s", PLAN)[0]["s"], rows[0]["score"])

    def test_smart_of_a_plan_is_a_list(self):
        bare = '{"format": "ogp-plan/1", "commitments": [{"number": "1"}]}'
        self.assertEqual(len(json.loads(sql("SELECT ogp_smart(?1) AS r", bare)[0]["r"])), 1)
        self.assertIsInstance(json.loads(sql("SELECT ogp_smart(?1) AS r", bare)[0]["r"]), list)
        self.assertIsInstance(json.loads(sql("SELECT ogp_smart('{\"number\": \"1\"}') AS r")[0]["r"]), dict)

    def test_star(self):
        codes = "'relevant', 1, 'potential_impact', 'transformative', 'completion_progress', 'complete'"
        for values, star in (("'specificity', 'high', " + codes, 1), ("'specificity', 'low', " + codes, 0),
                             ("'relevant', 'NR'", "NR")):
            self.assertEqual(sql("SELECT ogp_star('star_2014', 'irm-2014', %s) AS s" % values), [{"s": star}])

    def test_errors(self):
        for statement, message in (
                ("SELECT ogp_check('{\"format\": \"ogp-plan/9\"}')", "format"),
                ("SELECT ogp_check('{')", "syntax"),
                ("SELECT ogp_smart(x'ff')", "syntax"),
                ("SELECT ogp_check('{}', 'xx')", "usage"),
                ("SELECT ogp_star('star_2014', 'irm-2014', 'colour', 'red')", "usage"),
                ("SELECT ogp_star('none', 'irm-2014', 'relevant', 1)", "usage"),
                ("SELECT ogp_star('star_2014')", "usage"),
                ("SELECT * FROM ogp_facts('x', 'xx')", "usage")):
            with self.subTest(statement), self.assertRaisesRegex(ValueError, r"\S \[%s\]" % message):
                sql(statement)


if __name__ == "__main__":
    if shutil.which("sqlite3") is None:
        sys.exit(77)
    unittest.main(verbosity=2)
