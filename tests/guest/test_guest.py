# SPDX-License-Identifier: MIT
"""libogp as a guest in other people's processes: what it holds, what it calls, and how it bears being
loaded, forked, given another locale, another allocator, and a second libogp beside it."""
import os
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.environ["OGP_SOURCE_ROOT"], "tests", "embed"))
import stage  # noqa: E402

HERE = os.path.join(stage.SOURCE, "tests", "guest")
DATA = os.path.join(HERE, "data")
# The aim is 500 kB; docs/ARCHITECTURE.md says what it is made of. A fence against further growth.
LARGEST = 1120 * 1000
LOCALES = [("de_DE", "UTF-8"), ("ar_EG", "UTF-8"), ("tr_TR", "ISO-8859-9")]

# Names that the compiler's start-up files put into every shared library.
STARTUP = re.compile(r"^(completed\.\d+|__dso_handle|__TMC_END__|_edata|_end|__bss_start)$")
# Sections that are writable while loading only.
RELOCATED = {".data.rel.ro", ".data.rel.ro.local", ".init_array", ".fini_array", ".dynamic", ".got", ".got.plt"}

FORBIDDEN = {
    "output": "printf vprintf fprintf vfprintf puts fputs putchar putc fputc fwrite perror stdout stderr "
              "dprintf syslog "
    "__printf_chk __fprintf_chk __vprintf_chk __vfprintf_chk",
    "ending the process": "exit _exit quick_exit abort __assert_fail raise kill atexit on_exit",
    "locale": "setlocale newlocale uselocale localeconv strtod strtof strtold atof strcoll strxfrm toupper tolower "
    "isalpha isdigit isspace __ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc mbstowcs wcstombs",
    "environment": "getenv secure_getenv setenv putenv unsetenv environ",
    "signals": "signal sigaction sigprocmask pthread_sigmask alarm setitimer",
    "time of day": "time gettimeofday clock_gettime localtime localtime_r gmtime gmtime_r mktime strftime",
    "chance": "rand random rand_r srand drand48 getrandom",
    "process": "system popen fork vfork execve chdir umask strtok",
    "globals of libraries": "json_set_alloc_funcs xmlCleanupParser xmlSetGenericErrorFunc xmlSetStructuredErrorFunc "
    "xmlMemSetup xmlInitParser",
}
# (file, name): why that file may.
ALLOWED = {
    ("base_value", "strtod"): "reads back what snprintf wrote on the line before, so both see the same locale",
    ("io_xml_pull", "xmlInitParser"):
        "libxml2 makes its mutex here; else threads that read for the first time at once race for it",
}


class Symbols(unittest.TestCase):
    def setUp(self):
        self.library = stage.library()

    def test_nothing_writable(self):
        sections = dict(re.findall(r"\[\s*(\d+)\]\s+(\S+)\s.*?\bWA\b", stage.run("readelf", "-SW", self.library)))
        writable = {number for number, name in sections.items() if name not in RELOCATED}
        thread = re.findall(r"\s(\.t(?:data|bss)\S*)\s", stage.run("readelf", "-SW", self.library))
        held = []
        for line in stage.run("readelf", "-sW", self.library).splitlines():
            cells = line.split()
            if len(cells) == 8 and cells[6] in writable and cells[3] != "SECTION" and not STARTUP.match(cells[7]):
                held.append("%s (%s bytes in %s)" % (cells[7], cells[2], sections[cells[6]]))
        self.assertEqual(held, [], "writable data in the library")
        self.assertEqual(thread, [], "thread-local data in the library")

    def test_calls_nothing_of_the_host(self):
        kinds = {name: kind for kind, names in FORBIDDEN.items() for name in names.split()}
        archive = stage.run("nm", "-A", "--undefined-only", stage.library("libogp.a"))
        called = set(re.findall(r":(\w+)\.c\.o:\s+[Uw] (\w+)", archive))
        self.assertGreater(len(called), 10, "nm's answer was not understood")
        used = ["%s: %s (%s)" % (file, name, kinds[name]) for file, name in sorted(called)
                if name in kinds and (file, name) not in ALLOWED]
        self.assertEqual(used, [], "libogp refers to what belongs to its host")

    def test_names_are_its_own(self):
        for line in stage.run("nm", "-D", "--defined-only", self.library).splitlines():
            name = line.split()[-1]
            self.assertRegex(name, r"^(ogp_[a-z0-9_]+@@OGP_\d+\.\d+|OGP_\d+\.\d+)$")

    def test_size(self):
        with tempfile.TemporaryDirectory() as work:
            stripped = os.path.join(work, "libogp.so")
            stage.run("strip", "--strip-unneeded", "-o", stripped, self.library)
            size = os.path.getsize(stripped)
        print("stripped shared library: %d bytes" % size)
        self.assertLess(size, LARGEST)


class Host(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.env = stage.search_path()
        cls.work = tempfile.mkdtemp()
        cls.host = os.path.join(cls.work, "guest")
        stage.run("cc", "-I" + os.path.join(stage.PREFIX, "include"), os.path.join(HERE, "guest.c"), "-o", cls.host,
                  "-ldl")
        cls.workload = cls.build_workload("workload.so", "-L" + os.path.join(stage.PREFIX, "lib"), "-logp")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work)

    @classmethod
    def build_workload(cls, name, *link):
        path = os.path.join(cls.work, name)
        stage.run("cc", "-shared", "-fPIC", "-I" + os.path.join(stage.PREFIX, "include"),
                  os.path.join(HERE, "workload.c"), os.path.join(HERE, "workload_more.c"), "-o", path, "-Wl,-Bsymbolic",
                  *link)
        return path

    def guest(self, mode, *more, env=None):
        output = stage.run(self.host, mode, DATA, self.workload, *more, env=dict(self.env, **(env or {})))
        return output.splitlines()

    def digest(self):
        return self.guest("locale", "C")[0]

    def test_loaded_a_thousand_times(self):
        print(self.guest("reload")[-1])

    def test_after_fork(self):
        self.assertEqual(set(self.guest("fork")), {self.digest()})

    def test_allocator_of_the_context(self):
        lines = self.guest("allocator")
        self.assertIn(self.digest(), lines)
        print([line for line in lines if line.startswith("allocations")][0])

    def test_other_locales(self):
        if shutil.which("localedef") is None:
            self.skipTest("localedef is not installed")
        made = 0
        for name, charset in LOCALES:
            directory = os.path.join(self.work, "locales")
            os.makedirs(directory, exist_ok=True)
            full = "%s.%s" % (name, charset)
            try:
                stage.run("localedef", "-i", name, "-f", charset, os.path.join(directory, full))
            except SystemExit:
                continue
            made += 1
            self.assertEqual(self.guest("locale", full, env={"LOCPATH": directory}), [self.digest()], full)
        if made == 0:
            self.skipTest("no locale sources are installed")

    def test_two_libraries_at_once(self):
        modules = stage.run("pkg-config", "--static", "--libs-only-l", "ogp", env=self.env).split()
        other = os.path.join(self.work, "libogp.so.9")
        versions = os.path.join(self.work, "other.map")
        with open(os.path.join(stage.SOURCE, "lib", "libogp.map")) as file, open(versions, "w") as out:
            out.write(file.read().replace("OGP_0.", "OGP_9."))
        stage.run("cc", "-shared", "-o", other, "-Wl,-soname,libogp.so.9", "-Wl,--version-script=" + versions,
                  "-Wl,--whole-archive", stage.library("libogp.a"), "-Wl,--no-whole-archive",
                  *[name for name in modules if name != "-logp"])
        second = self.build_workload("workload9.so", other, "-Wl,-rpath," + self.work)
        lines = self.guest("together", second)
        self.assertEqual(lines, [self.digest()] * 3)


if __name__ == "__main__":
    stage.need("cc", "nm", "pkg-config", "readelf", "strip")
    unittest.main(verbosity=2)
