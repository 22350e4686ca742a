# SPDX-License-Identifier: MIT
"""The stubs hold what the package does; every public name says what it does; examples are typed and run."""
import ast
import inspect
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import unittest

import ogp

ROOT = pathlib.Path(os.environ["OGP_SOURCE_ROOT"])
EXAMPLES = ROOT / "examples"
TREE = pathlib.Path(ogp.__file__).parent.parent
# Modules without stubs of their own: their source is what is read.
ALLOWED = r"""
ogp\._.*
"""


def program(name):
    path = shutil.which(name)
    if not path or subprocess.run([path, "--help"], capture_output=True, check=False).returncode:
        raise unittest.SkipTest(f"{name} is not installed")
    return path


class Stubs(unittest.TestCase):
    def run_tool(self, *words):
        with tempfile.TemporaryDirectory() as folder:
            result = subprocess.run(
                words, capture_output=True, text=True, cwd=folder, check=False,
                env={**os.environ, "MYPYPATH": str(ROOT / "bindings" / "python"), "PYTHONPATH": str(TREE)})
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_examples_are_typed(self):
        self.run_tool(program("mypy"), "--strict", "--cache-dir", os.devnull,
                      *map(str, sorted((EXAMPLES / "python").glob("*.py"))))

    def test_stubs_hold(self):
        with tempfile.TemporaryDirectory() as folder:
            allowed, config = pathlib.Path(folder) / "allowed", pathlib.Path(folder) / "mypy.ini"
            allowed.write_text(ALLOWED, encoding="utf-8")
            config.write_text("[mypy]\nignore_missing_imports = True\n", encoding="utf-8")
            self.run_tool(program("stubtest"), "ogp", "--allowlist", allowed, "--ignore-unused-allowlist",
                          "--mypy-config-file", config)


def public_functions():
    """Functions and methods written in Python that a script may call, with their names."""
    for place in (ogp, ogp.plot):
        for name in place.__all__ if hasattr(place, "__all__") else [n for n in vars(place) if not n.startswith("_")]:
            thing = getattr(place, name)
            if inspect.isfunction(thing) and thing.__module__.startswith("ogp"):
                yield name, thing
            for member, value in vars(thing).items() if inspect.isclass(thing) else ():
                value = getattr(value, "__func__", value)
                if inspect.isfunction(value) and value.__module__.startswith("ogp") and not member.startswith("_"):
                    yield f"{name}.{member}", value


def raised_in(function):
    """The exceptions that the function itself raises."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and node.exc is not None:
            yield ast.unparse(node.exc.func if isinstance(node.exc, ast.Call) else node.exc).split(".")[-1]


def unsaid(function):
    """What the docstring leaves out. ``context`` is the same everywhere: class Context says what it is."""
    doc = inspect.getdoc(function) or ""
    signature = inspect.signature(function)
    parameters = [name for name in signature.parameters if name not in ("self", "cls", "context")]
    yield from (f"parameter {name}" for name in parameters if f"``{name}" not in doc)
    yield from (f"raises {name}" for name in raised_in(function) if name not in doc)
    if parameters and not re.search(r"\bRaises\b|\braised?\b|\bAs ``", doc):
        yield "what it raises"
    verb = re.match(r"(Reads|Makes|Judges|Checks|Loads|Iterates|Adds|Draws|Parses|Writes|Converts)\b", doc)
    if verb and signature.return_annotation not in (None, "None") and not re.search(r"Returns|Gives|gives", doc):
        yield "what it returns"


class Docstrings(unittest.TestCase):
    def test_docstrings_name_parameters_results_and_errors(self):
        functions = dict(public_functions())
        self.assertGreater(len(functions), 40)
        self.assertEqual({name: left for name, function in functions.items() if (left := list(unsaid(function)))}, {})

    def test_what_is_unsaid_is_found(self):
        def silent(path) -> int:
            """Reads."""
            raise KeyError(path)
        self.assertEqual(list(unsaid(silent)),
                         ["parameter path", "raises KeyError", "what it raises", "what it returns"])

    def test_every_public_name_says_what_it_does(self):
        silent = []
        for name in ogp.__all__:
            thing = getattr(ogp, name)
            if not (inspect.isclass(thing) or callable(thing)):
                continue
            if not (thing.__doc__ or "").strip() or (thing.__doc__ or "").startswith(f"{name}("):
                silent.append(name)
            for member, value in vars(
                    thing).items() if inspect.isclass(thing) and thing.__module__.startswith("ogp") else ():
                public = not member.startswith("_") and (callable(value) or hasattr(value, "__get__"))
                slot = type(value).__name__ == "member_descriptor"
                if public and not slot and not (getattr(value, "__doc__", None) or "").strip():
                    silent.append(f"{name}.{member}")
        self.assertEqual(silent, [])

    def test_all_is_complete(self):
        public = {name for name, value in vars(ogp).items() if not name.startswith("_") and not inspect.ismodule(value)}
        modules = {name for name in ogp.__all__ if inspect.ismodule(getattr(ogp, name))}
        self.assertEqual(public - {"annotations"}, set(ogp.__all__) - modules)
        self.assertEqual(len(ogp.__all__), len(set(ogp.__all__)))


class Examples(unittest.TestCase):
    def run_example(self, name, *words):
        result = subprocess.run([sys.executable, "-W", "error", str(EXAMPLES / "python" / name), *map(str, words)],
                                capture_output=True, text=True, check=False)
        self.assertEqual(result.stderr, "")
        return result

    def test_check_plan(self):
        result = self.run_example("check_plan.py", EXAMPLES / "plans" / "fr-brouillon.json", "ar")
        self.assertIn("/commitments/0", result.stdout)

    def test_stars(self):
        self.assertIn("reviewed", self.run_example("stars.py", EXAMPLES / "tables" / "commitments.csv").stdout)

    def test_membership(self):
        self.assertIn("lead-named", self.run_example("membership.py", EXAMPLES / "membership" / "joining.json").stdout)


class Program(unittest.TestCase):
    @unittest.skipUnless(os.environ.get("OGP_PROGRAM"), "the program was not built")
    def test_python_m_ogp(self):
        for words in (["--version"], ["check", str(EXAMPLES / "plans" / "fr-brouillon.json")], ["nothing"]):
            ours = subprocess.run([sys.executable, "-m", "ogp", *words], capture_output=True, check=False)
            theirs = subprocess.run([os.environ["OGP_PROGRAM"], *words], capture_output=True, check=False)
            self.assertEqual((ours.returncode, ours.stdout, ours.stderr),
                             (theirs.returncode, theirs.stdout, theirs.stderr))


if __name__ == "__main__":
    unittest.main()
