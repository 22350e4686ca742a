# SPDX-License-Identifier: MIT
"""`pip install .` into a fresh environment: the package, its program, and where they can be had the newest frames."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(os.environ["OGP_SOURCE_ROOT"])
TABLE = ROOT / "examples" / "tables" / "commitments.csv"
FRAMES = """
import sys, ogp
ds = ogp.read_commitments(sys.argv[1])
import duckdb, pandas, polars, pyarrow
want = ds["country"].to_list()
assert pyarrow.table(ds)["country"].to_pylist() == want
assert polars.DataFrame(ds)["country"].to_list() == want
assert duckdb.sql("select country from ds").fetchall() == [(name,) for name in want]
assert ds.to_pandas()["country"].tolist() == want
for table in (pyarrow.table(ds), polars.DataFrame(ds), ds.to_pandas(missing_words=True),
              duckdb.sql("select * from ds")):
    again = ogp.Dataset.from_arrow(table)
    assert again["potential_impact"] == ds["potential_impact"], type(table)
print(pandas.__version__, polars.__version__, pyarrow.__version__, duckdb.__version__)
"""


def clean_environment():
    return {
        name: value
        for name, value in os.environ.items() if name not in ("PYTHONPATH", "LD_LIBRARY_PATH", "PYTHONMALLOC")
    }


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        try:
            import mesonpy  # noqa: F401
            import venv  # noqa: F401
        except ImportError:
            raise unittest.SkipTest("meson-python is not installed") from None
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.run_clean(sys.executable, "-m", "venv", "--system-site-packages", cls.folder)
        cls.python = os.path.join(cls.folder, "bin", "python")
        cls.addClassCleanup(lambda:
                            (ROOT / ".mesonpy-native-file.ini").unlink(missing_ok=True))  # meson-python 0.12 forgets it
        # Unoptimised, so that it takes half the time.
        cls.pip("--no-build-isolation", "--no-deps", "--no-index", "--config-settings=setup-args=-Doptimization=0",
                str(ROOT))

    @classmethod
    def run_clean(cls, *words, timeout=1500):
        return subprocess.run(words, check=True, capture_output=True, text=True, cwd="/", env=clean_environment(),
                              timeout=timeout)

    @classmethod
    def pip(cls, *words, timeout=1500):
        return cls.run_clean(cls.python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *words,
                             timeout=timeout)

    def test_package(self):
        code = "import ogp; print(ogp.__file__); print(ogp.load(__import__('sys').argv[1]).check('ar'))"
        out = self.run_clean(self.python, "-W", "error", "-c", code,
                             str(ROOT / "examples" / "plans" / "ar-ville.json")).stdout
        self.assertTrue(out.startswith(self.folder), out)
        self.assertIn("ogp.Report", out)

    def test_program(self):
        self.assertIn("ogp ", self.run_clean(self.python, "-m", "ogp", "--version").stdout)

    def test_typed(self):
        out = self.run_clean(self.python, "-c",
                             "import ogp, os; print(os.listdir(os.path.dirname(ogp.__file__)))").stdout
        self.assertIn("py.typed", out)
        self.assertIn("__init__.pyi", out)

    @unittest.skipUnless(os.environ.get("OGP_NEWEST_FRAMES"), "OGP_NEWEST_FRAMES is not set: 200 MB would be fetched")
    def test_newest_frames(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        try:
            self.pip("--target", folder, "--retries", "0", "pandas", "polars", "pyarrow", "duckdb", timeout=300)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            self.skipTest("pandas, polars, pyarrow and duckdb cannot be had here")
        environment = {**clean_environment(), "PYTHONPATH": folder}
        result = subprocess.run([self.python, "-c", FRAMES, str(TABLE)], capture_output=True, text=True,
                                env=environment, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)


if __name__ == "__main__":
    unittest.main()
