# SPDX-License-Identifier: MIT
"""Every notebook runs from top to bottom, as it stands."""
import json
import os
import pathlib
import subprocess
import sys
import unittest

FOLDER = pathlib.Path(os.environ["OGP_SOURCE_ROOT"]) / "examples" / "notebooks"
NEEDED = "import arabic_reshaper, bidi, matplotlib, pandas"


def code(path):
    """The code of a notebook as one script; what a cell ends with is shown, as a notebook would."""
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    for cell in cells:
        assert cell["outputs"] == [] and cell["execution_count"] is None, "notebooks are kept without outputs"
    return "\n".join(f"show({''.join(cell['source'])!r})" for cell in cells)


SHOW = '''
import ast
names = {}
def show(source):
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    if last is not None:
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        print(value._repr_html_() if hasattr(value, "_repr_html_") else repr(value))
'''


class Notebooks(unittest.TestCase):
    def test_all(self):
        if subprocess.run([sys.executable, "-c", NEEDED], stderr=subprocess.DEVNULL).returncode:
            self.skipTest("matplotlib, pandas, arabic_reshaper or bidi is not installed")
        notebooks = sorted(FOLDER.glob("*.ipynb"))
        self.assertGreaterEqual(len(notebooks), 4)
        for path in notebooks:
            with self.subTest(path.stem):
                run = subprocess.run([sys.executable, "-c", SHOW + code(path)], cwd=FOLDER, capture_output=True,
                                     text=True, env={**os.environ, "MPLBACKEND": "Agg", "PYTHONMALLOC": "default"})
                self.assertEqual(run.returncode, 0, run.stderr[-2000:])
                self.assertTrue(run.stdout.strip())


if __name__ == "__main__":
    unittest.main()
