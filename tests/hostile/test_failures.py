# SPDX-License-Identifier: MIT
"""What the program does when memory, disk or its own life ends: nothing crashes, nothing is half written.

The shim (shim.c) is preloaded into the program and makes chosen calls fail.
"""
import errno
import json
import os
import pathlib
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
import unittest

OGP, SHIM, ROOT = os.environ["OGP_PROGRAM"], os.environ["OGP_SHIM"], pathlib.Path(os.environ["OGP_SOURCE_ROOT"])
PLAN = ROOT / "examples" / "plans" / "en-clean.json"
TABLES = ROOT / "examples" / "tables"
KNOWN = subprocess.run([OGP, "--help"], capture_output=True, text=True, check=True).stdout
HAS_XML = subprocess.run([OGP, "convert", "--format", "xml", str(PLAN)], capture_output=True,
                         check=False).returncode == 0
XML_COMMANDS = (["convert", "--format", "xml", str(PLAN), "{out}"], ["convert", "{xml}", "{out}"]) if HAS_XML else ()
HAS_XLSX = b"perhaps an Excel workbook" not in subprocess.run([OGP, "irm", "-"], input=b"PK\x03\x04",
                                                              capture_output=True, check=False).stderr
COMMANDS = [command for command in (
    ["check", str(PLAN)],
    ["check", "--format", "json", "--lang", "ar", str(PLAN)],
    ["convert", str(PLAN), "{out}"],
    ["smart", str(PLAN)],
    *XML_COMMANDS,
    ["irm", str(TABLES / "commitments.csv")],
    *([["irm", str(TABLES / "commitments.xlsx")]] if HAS_XLSX else []),
    ["summary", "--by", "country,year", str(TABLES / "commitments.csv")],
    ["eligibility", str(ROOT / "examples" / "eligibility" / "mistakes.csv")],
    ["facts", "{facts}"],
) if f"\n  {command[0]} " in KNOWN]


def run(command, shim=None, timeout=60, **more):
    env = dict(os.environ)
    if shim:
        env.update(LD_PRELOAD=SHIM, SHIM=shim)
    return subprocess.run([OGP, *command], env=env, capture_output=True, timeout=timeout, **more)


class Server:
    """The program, stopped in front of main(): run(shim) goes on from there, as often as wanted."""
    SPEC = 64  # bytes, as in shim.c

    def __init__(self, command):
        self.said = tempfile.TemporaryFile()
        down, self.down = os.pipe()
        self.up, up = os.pipe()
        self.process = subprocess.Popen([OGP, *command], stdout=subprocess.DEVNULL, stderr=self.said,
                                        pass_fds=(down, up),
                                        env={**os.environ, "LD_PRELOAD": SHIM, "SHIM": f"serve:{down}:{up}"})
        os.close(down)
        os.close(up)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.down)
        self.process.wait(timeout=60)
        os.close(self.up)
        self.said.close()

    def run(self, shim):
        """The exit status, negative for a signal, and what was said on standard error."""
        self.said.seek(0)
        self.said.truncate()
        os.write(self.down, shim.encode().ljust(self.SPEC, b"\0"))
        if not select.select([self.up], [], [], 60)[0]:
            raise TimeoutError(f"{shim}: no end")
        status = os.read(self.up, 4)
        self.said.seek(0)
        return os.waitstatus_to_exitcode(int.from_bytes(status, sys.byteorder)), self.said.read()


def fill(command, out):
    return [part.replace("{out}", str(out)).replace("{xml}", str(out.parent / "in.xml"))
            .replace("{facts}", str(out.parent / "facts.ndjson")) for part in command]


def big_plan(path, count=400):
    plan = json.loads(PLAN.read_text(encoding="utf-8"))
    first = plan["commitments"][0]
    plan["commitments"] = [dict(first, number=str(n + 1)) for n in range(count)]
    path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")


class Failures(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.out = pathlib.Path(self.folder.name) / "out.json"
        run(["convert", str(PLAN), str(self.out.parent / "in.xml")])
        (self.out.parent /
         "facts.ndjson").write_text('{"id":"1","lang":"en","text":"Publish 3 reports by May 2024."}\n')

    def tearDown(self):
        self.folder.cleanup()

    def survive(self, server, good, shim, command):
        """True when the call went through as if nothing had happened."""
        status, said = server.run(shim)
        self.assertGreaterEqual(status, 0, f"{shim} {command}: killed by a signal {said[-300:]}")
        if status == good:
            return True
        self.assertEqual(status, 2, f"{shim} {command}")
        return False

    def sweep(self, server, good, kind, command, most=400000):
        """Fails every early allocation, then ever sparser ones, until the program no longer gets so far. Gives the
        last."""
        n, clean, failures = 1, 0, 0
        while clean < 4 and n < most:
            ok = self.survive(server, good, f"{kind}:{n}", command)
            failures += not ok
            clean = clean + 1 if ok and kind == "malloc-from" else 0
            n += max(1, n // 40)
        self.assertGreater(failures, 10, command)  # the shim bites
        return n

    def test_memory_runs_out(self):
        for command in COMMANDS:
            filled = fill(command, self.out)
            good = run(filled).returncode
            with Server(filled) as server:
                last = self.sweep(server, good, "malloc-from", command)
                self.sweep(server, good, "malloc", command, last)  # one allocation alone

    def test_disk_errors_leave_the_old_file(self):
        self.out.write_text("old")
        for shim in ("write:1:%d" % errno.ENOSPC, "write:1:%d" % errno.EIO, "fsync:1:%d" % errno.EIO,
                     "rename:1:%d" % errno.EXDEV, "open:2:%d" % errno.EACCES):
            result = run(["convert", str(PLAN), str(self.out)], shim)
            self.assertEqual(result.returncode, 2, shim)
            self.assertIn(b"[io]", result.stderr, shim)
            self.assertEqual(self.out.read_text(), "old", shim)
            self.assertEqual(set(os.listdir(self.folder.name)) - {"in.xml", "facts.ndjson"}, {"out.json"}, shim)

    def test_read_errors_are_told(self):
        result = run(["convert", str(PLAN), "-"], "read-from:1:%d" % errno.EIO)
        self.assertEqual(result.returncode, 2)
        self.assertRegex(result.stderr.decode(), r"^ogp: .*\[io\]\n$")

    def test_short_and_interrupted_calls(self):
        want = run(["convert", str(PLAN), "-"])
        got = run(["convert", str(PLAN), "-"], "short:1")
        self.assertEqual((want.returncode, want.stdout), (got.returncode, got.stdout))

    def test_closed_pipe(self):
        for command in (["rules", "--format", "json"], ["convert", str(PLAN), "-"]):
            process = subprocess.Popen([OGP, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.close()
            process.wait(timeout=60)
            self.assertIn(process.returncode, (0, 1, 2, -signal.SIGPIPE))
            process.stderr.close()

    def test_full_device(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            result = subprocess.run([OGP, "rules"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"[io]", result.stderr)

    def test_killed_writer_leaves_a_whole_file(self):
        source = pathlib.Path(self.folder.name) / "in.json"
        big_plan(source)
        run(["convert", str(source), str(self.out)])
        new = self.out.read_bytes()
        start = time.monotonic()
        run(["convert", str(source), str(self.out)])
        duration = time.monotonic() - start
        chance = random.Random(7)
        whole = 0
        for _ in range(int(os.environ.get("OGP_KILLS", "100"))):
            self.out.write_bytes(b"old")
            process = subprocess.Popen([OGP, "convert", str(source), str(self.out)])
            time.sleep(chance.random() * duration * 1.1)
            process.kill()
            process.wait()
            content = self.out.read_bytes()
            self.assertIn(content, (b"old", new))
            whole += content == new
        print(f"killed writers: {whole} had finished, the rest left the old file", file=sys.stderr)
        self.assertGreater(len(new), 10000)


if __name__ == "__main__":
    unittest.main()
