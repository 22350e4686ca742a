# SPDX-License-Identifier: MIT
"""A table says the same however it is dressed: order of columns, spelling of headers, separators, line ends, blanks."""
import csv
import io
import random
import unittest

from program import ROOT, ogp

TABLES = {
    "irm": ROOT / "examples" / "tables" / "commitments.csv",
    "eligibility": ROOT / "examples" / "eligibility" / "countries.csv",
}
AROUND = ("", " ", "\t", "\u00a0", "\u202f", "\u3000", "\u200e", "\u200f", "\ufeff", "\u200b", "\u00a0 \u00a0")
HEADERS = (str, str.upper, str.lower, lambda name: f" {name}\u00a0", lambda name: name.replace(" ", "  "))
BREAKS = ("<br/>", "<br>", "<BR />")
FREE = ("Commitment Title", "Lead Institution", "country", "country_code", "cso_note")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def dressed(table, seed, command):
    """The same table, and no two of them alike."""
    choice = random.Random(seed)
    header, *rows = table
    order = list(range(len(header)))
    choice.shuffle(order)
    spell, around = choice.choice(HEADERS), choice.choice(AROUND)
    separator = choice.choice(",;\t" if around != "\t" else ",;")
    tail = choice.choice(BREAKS) if command == "irm" and choice.random() < 0.5 else ""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=choice.choice(("\n", "\r\n")),
                        quoting=choice.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    writer.writerow([spell(header[i]) + tail for i in order])
    for row in rows:
        writer.writerow([row[i] if header[i] in FREE else around + row[i] + around for i in order])
        writer.writerow([choice.choice(("", " ", "\u00a0"))] * len(order))
    return (choice.choice(("", "\ufeff")) + out.getvalue()).encode()


class Dress(unittest.TestCase):
    def test_same_figures(self):
        for command, path in TABLES.items():
            table = read(path)
            plain = ogp(command, path)
            self.assertEqual(plain.status, 0, plain.err)
            for seed in range(40):
                result = ogp(command, "-", stdin=dressed(table, seed, command))
                with self.subTest(command=command, seed=seed):
                    self.assertEqual((result.status, result.out), (plain.status, plain.out), result.err)


class Spelling(unittest.TestCase):
    def test_words_of_eligibility(self):
        header = "country,year,budget_proposal,audit_report,access_to_information,asset_disclosure,civil_liberties\n"
        for word, points in (("constitution+draft", "3"), ("Constitution + draft", "3"), ("LAW", "4"),
                             ("draft constitution", "")):
            result = ogp("eligibility", "-", stdin=(header + f"A,2020,1,1,{word},law,6\n").encode())
            row = next(csv.DictReader(io.StringIO(result.out)))
            self.assertEqual((row["access_to_information"], result.status), (points, 0 if points else 1), word)


class Unreadable(unittest.TestCase):
    """A code that nobody can read leaves what its label says, and is named once."""

    def test_code(self):
        header = ("Country,Action Plan Number,Year of Submission,Commitment Number,Specificity,_Specificity,"
                  "Potential Impact,_Potential Impact,_Relevant,Completion (Progress Report),_CompletionProgress\n")
        good = ogp("irm", "-", stdin=(header + "Ghana,1,2013,1,High,3,Transformative,3,1,Complete,5\n").encode())
        for cells in ("High,three,Transformative,3,1,Complete,5", "Hgh,3,Transformative,3,1,Complete,5"):
            result = ogp("irm", "-", stdin=(header + "Ghana,1,2013,1," + cells + "\n").encode())
            self.assertEqual(result.out, good.out)
            self.assertIn("TAB021", result.err)
            self.assertNotIn("TAB020", result.err)

    def test_a_missing_input_fails_where_a_star_was_decided(self):
        header = ("Country,Action Plan Number,Year of Submission,Commitment Number,_Specificity,_Potential Impact,"
                  "_Relevant,_CompletionProgress,Starred (2015 Only),Starred (Current Formula) Progress Report\n")
        for stars, expected in (("0,0", ("0", "0")), ("NR,NR", ("NR", "NR"))):
            result = ogp("irm", "-", stdin=(header + "Ghana,1,2013,1,3,3,NR,5," + stars + "\n").encode())
            row = next(csv.DictReader(io.StringIO(result.out)))
            self.assertEqual((row["star_2014"], row["star_progress"]), expected)


class Absent(unittest.TestCase):
    """What is not there is said in the same words by every command."""

    def test_one_line(self):
        for command in ("check", "cocreation", "eligibility", "facts", "irm", "join", "smart"):
            result = ogp(command, "/nonexistent/input")
            self.assertEqual((result.status, result.out), (2, ""))
            self.assertEqual(result.err,
                             "ogp: /nonexistent/input: cannot open: No such file or directory [io]\n", command)

    def test_a_directory(self):
        for command in ("check", "cocreation", "eligibility", "facts", "irm", "join", "smart"):
            self.assertEqual(ogp(command, ROOT).err, f"ogp: {ROOT}: is a directory [io]\n", command)

    def test_xml_without_a_declaration(self):
        plan = ogp("convert", "--format", "xml", ROOT / "examples" / "plans" / "en-clean.json")
        if plan.status != 0:
            self.skipTest("built without XML")
        bare = plan.out[plan.out.index("<plan"):].encode()
        for command in (["smart"], ["irm"], ["summary", "--by", "country"], ["cocreation"], ["check"]):
            result = ogp(*command, "-", stdin=bare)
            self.assertEqual((result.status, result.err), (0, ""), command)
            marked = ogp(*command, "-", stdin=b"\xef\xbb\xbf" + bare)
            self.assertEqual((marked.status, marked.out), (0, result.out), command)

    def test_documents_in_utf16(self):
        plan = (ROOT / "examples" / "plans" / "en-clean.json").read_text("utf-8")
        for command in ("check", "cocreation", "convert", "eligibility", "facts", "irm", "join", "smart", "summary"):
            result = ogp(command, "-", stdin=plan.encode("utf-16"))
            self.assertEqual((result.status, result.err),
                             (2, "ogp: -:1:1: the file is UTF-16; save it as UTF-8 [syntax]\n"), command)
            for encoding in ("utf-16-le", "utf-16-be"):
                self.assertRegex(ogp(command, "-", stdin=plan.encode(encoding)).err, r"\[syntax\]\n$", command)


class Facts(unittest.TestCase):
    """Lines are read one by one: none may be longer than the limit, and the id comes back as it was."""

    def test_ids(self):
        for name in ("1.1", "-0.25", "0.12345678901234568", "7", "null", "[1.5]", '"x"'):
            line = '{"id": ' + name + ', "lang": "en", "text": ""}\n'
            out = ogp("facts", "-", stdin=line.encode()).out
            self.assertEqual(out, '{"id":' + name + ',"lang":"en","facts":[]}\n')

    def test_lines(self):
        line = b'{"id": 1, "lang": "en", "text": "%s"}'
        lines = b"\r\n".join((line % b"", b"", b"  ", line % b"x"))
        self.assertEqual(ogp("facts", "-", stdin=lines).out.count("\n"), 2)
        result = ogp("facts", "-", "--limit", "input_bytes=100", stdin=lines + b"\n" + line % (b"x" * 100))
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertEqual(result.err, "ogp: -:5: a line is longer than 100 bytes [limit]\n")


if __name__ == "__main__":
    unittest.main()
