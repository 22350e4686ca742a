# SPDX-License-Identifier: MIT
"""What the example endpoint for nginx answers in: 1,000 requests of one commitment with 50 in flight by ab
(apache2-utils), or a second of them by wrk, and what CPU time its workers take a request.

   usage: meson devenv -C build python3 bench/endpoint.py [TRIES [WORKERS [ab|wrk]]]
Prints a line a try, then the best ones and how many kept under 5 ms. "waited" is how long workers and client were ready
to run and had no processor: what other processes cost them. Run by root under `chrt -f 10`, nothing else gets a
processor while they want it."""
import os
import re
import subprocess
import sys
import time

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
os.environ.setdefault("OGP_SOURCE_ROOT", SOURCE)
sys.path.insert(0, os.path.join(SOURCE, "tests", "nginx"))
from test_nginx import COMMITMENT, Endpoint, find_modules  # noqa: E402

IN_FLIGHT, WANTED, UNDISTURBED = "50", 5, 1  # requests, milliseconds, milliseconds
PAUSE = 0.3  # seconds between tries: others want a processor too
WRK_SCRIPT = """wrk.method, wrk.headers["Content-Type"] = "POST", "application/json"
local file = io.open(%r); wrk.body = file:read("*a"); file:close()
"""


def schedule(pids):
    """Milliseconds of CPU that processes have taken so far, and that they waited for a processor."""
    rows = [list(map(int, open("/proc/%s/schedstat" % pid).read().split())) for pid in pids]
    return sum(row[0] for row in rows) / 1e6, sum(row[1] for row in rows) / 1e6


def machine_time():
    """Ticks of all processors so far, and those of them that a hypervisor gave to others."""
    ticks = [int(n) for n in open("/proc/stat").readline().split()[1:9]]
    return sum(ticks), ticks[7]


def run(command):
    """What a program prints, and how long it waited for a processor."""
    with subprocess.Popen(command, text=True, stdout=subprocess.PIPE) as client:
        report = client.stdout.read()
        os.waitid(os.P_PID, client.pid, os.WEXITED | os.WNOWAIT)
        waited = schedule([client.pid])[1]
    if client.returncode:
        sys.exit("%s: exit status %d" % (command[0], client.returncode))
    return report, waited


def by_ab(body, url, requests):
    """Requests, p50 and p99 in milliseconds, requests a second, failures, milliseconds waited."""
    times = body + ".times"
    report, waited = run(["ab", "-q", "-k", "-n", str(requests), "-c", IN_FLIGHT, "-T", "application/json", "-e", times,
                          "-p", body, url])
    with open(times) as file:
        at = dict(line.strip().split(",") for line in file.readlines()[1:])
    failed = sum(int(n) for n in re.findall(r"(?:Failed requests|Non-2xx responses):\s+(\d+)", report))
    rate = float(re.search(r"Requests per second:\s+([\d.]+)", report)[1])
    return requests, float(at["50"]), float(at["99"]), rate, failed, waited


def by_wrk(body, url, _requests):
    with open(body + ".lua", "w") as file:
        file.write(WRK_SCRIPT % body)
    report, waited = run(["wrk", "-t1", "-c", IN_FLIGHT, "-d1s", "--latency", "-s", body + ".lua", url])

    def at(percentile):
        number, unit = re.search(percentile + r"%\s+([\d.]+)(us|ms|s)\s", report).groups()
        return float(number) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit]

    failed = sum(int(n) for n in re.findall(r"Non-2xx or 3xx responses: (\d+)", report) +
                 re.findall(r"(?:connect|read|write|timeout) (\d+)", report))
    requests = int(re.search(r"(\d+) requests in", report)[1])
    return requests, at("50"), at("99"), float(re.search(r"Requests/sec:\s+([\d.]+)", report)[1]), failed, waited


def measure(client, body, requests=1000):
    """p50, p99, requests a second, microseconds of CPU a request, failures, milliseconds waited."""
    workers = Endpoint.worker_ids()
    taken, waited = schedule(workers)
    count, p50, p99, rate, failed, client_waited = client(
        body, "http://127.0.0.1:%d/check?lang=ar" % Endpoint.port, requests)
    after = schedule(workers)
    return p50, p99, rate, (after[0] - taken) * 1000 / count, failed, after[1] - waited + client_waited


def summarize(results, workers):
    best = [min(column) for column in zip(*results)]
    print("best of %d, workers: %d: p50 %.2f ms, p99 %.2f ms, %.0f us of CPU a request" %
          (len(results), workers, best[0], best[1], best[3]))
    calm = [r for r in results if r[5] < UNDISTURBED]
    print("p99 under %d ms in %d of %d; in %d of the %d that waited less than %d ms; failed in all: %d" %
          (WANTED, sum(r[1] < WANTED for r in results), len(results), sum(r[1] < WANTED for r in calm), len(calm),
           UNDISTURBED, sum(r[4] for r in results)))


def main(tries=10, workers=1, client="ab"):
    Endpoint.workers = int(workers)
    Endpoint.setUpClass()
    try:
        body = os.path.join(Endpoint.work, "commitment.json")
        with open(body, "wb") as file:
            file.write(COMMITMENT)
        measure(by_ab, body, 3000)
        results, (all_before, stolen_before) = [], machine_time()
        for _ in range(int(tries)):
            time.sleep(PAUSE)
            results.append(measure({"ab": by_ab, "wrk": by_wrk}[client], body))
            print("p50 %6.2f ms   p99 %6.2f ms   %6.0f requests/s   %4.0f us of CPU a request   %d failed   "
                  "waited %6.1f ms" % results[-1])
        summarize(results, Endpoint.workers)
        ticks, stolen = machine_time()
        print("%.0f %% of the machine's time was taken by its host" %
              (100 * (stolen - stolen_before) / (ticks - all_before)))
    finally:
        Endpoint.tearDownClass()


if __name__ == "__main__":
    if find_modules() is None:
        sys.exit("nginx with its Lua module is not installed")
    main(*sys.argv[1:4])
