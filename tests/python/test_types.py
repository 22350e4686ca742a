# SPDX-License-Identifier: MIT
"""The stubs hold what the package does; every public name says what it does; examples are typed and run."""
import inspect
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
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
            result = subprocess.run(words, capture_output=True, text=True, cwd=folder, check=False,
                                    env={**os.environ, "MYPYPATH": str(ROOT / "bindings" / "python"), "PYTHONPATH": str(TREE)})
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_examples_are_typed(self):
        self.run_tool(program("mypy"), "--strict", "--cache-dir", os.devnull, *map(str, sorted((EXAMPLES / "python").glob("*.py"))))

    def test_stubs_hold(self):
        with tempfile.TemporaryDirectory() as folder:
            allowed, config = pathlib.Path(folder) / "allowed", pathlib.Path(folder) / "mypy.ini"
            allowed.write_text(ALLOWED, encoding="utf-8")
            config.write_text("[mypy]\nignore_missing_imports = True\n", encoding="utf-8")
            self.run_tool(program("stubtest"), "ogp", "--allowlist", allowed, "--ignore-unused-allowlist", "--mypy-config-file", config)


class Docstrings(unittest.TestCase):
    def test_every_public_name_says_what_it_does(self):
        silent = []
        for name in ogp.__all__:
            thing = getattr(ogp, name)
            if not (inspect.isclass(thing) or callable(thing)):
                continue
            if not (thing.__doc__ or "").strip() or (thing.__doc__ or "").startswith(f"{name}("):
                silent.append(name)
            for member, value in vars(thing).items() if inspect.isclass(thing) and thing.__module__.startswith("ogp") else ():
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
            self.assertEqual((ours.returncode, ours.stdout, ours.stderr), (theirs.returncode, theirs.stdout, theirs.stderr))


if __name__ == "__main__":
    unittest.main()
