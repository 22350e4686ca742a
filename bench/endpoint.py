# SPDX-License-Identifier: MIT
"""What the example endpoint for nginx answers in: 1,000 requests of one commitment with 50 in flight, by ab
(apache2-utils), and what CPU time its workers take a request.

   usage: meson devenv -C build python3 bench/endpoint.py [TRIES [WORKERS]]
Prints a line a try, then the best ones: what else the machine does only ever makes it slower. The client takes a core
of its own: leave it one."""
import os
import re
import subprocess
import sys

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
os.environ.setdefault("OGP_SOURCE_ROOT", SOURCE)
sys.path.insert(0, os.path.join(SOURCE, "tests", "nginx"))
from test_nginx import COMMITMENT, Endpoint, find_modules  # noqa: E402


def workers_time():
    """Microseconds of CPU that the workers have taken so far."""
    return sum(int(open("/proc/%s/schedstat" % pid).read().split()[0]) for pid in Endpoint.worker_ids()) / 1000


def machine_time():
    """Ticks of all processors so far, and those of them that a hypervisor gave to others."""
    ticks = [int(n) for n in open("/proc/stat").readline().split()[1:9]]
    return sum(ticks), ticks[7]


def measure(body, requests):
    """Milliseconds by percentile, requests a second, microseconds of CPU a request, failures."""
    times = body + ".times"
    command = ["ab", "-q", "-k", "-n", str(requests), "-c", "50", "-T", "application/json", "-e", times, "-p", body,
               "http://127.0.0.1:%d/check?lang=ar" % Endpoint.port]
    before = workers_time()
    report = subprocess.run(command, text=True, check=True, stdout=subprocess.PIPE).stdout
    taken = (workers_time() - before) / requests
    with open(times) as file:
        at = dict(line.strip().split(",") for line in file.readlines()[1:])
    failed = sum(int(n) for n in re.findall(r"(?:Failed requests|Non-2xx responses):\s+(\d+)", report))
    rate = float(re.search(r"Requests per second:\s+([\d.]+)", report)[1])
    return float(at["50"]), float(at["99"]), rate, taken, failed


def main(tries=10, workers=1):
    Endpoint.workers = workers
    Endpoint.setUpClass()
    try:
        body = os.path.join(Endpoint.work, "commitment.json")
        with open(body, "wb") as file:
            file.write(COMMITMENT)
        measure(body, 2000)
        results, (all_before, stolen_before) = [], machine_time()
        for _ in range(tries):
            results.append(measure(body, 1000))
            print("p50 %6.2f ms   p99 %6.2f ms   %6.0f requests/s   %4.0f us of CPU a request   %d failed" %
                  results[-1])
        best = [min(column) for column in zip(*results)]
        print("best of %d, workers: %d: p50 %.2f ms, p99 %.2f ms, %.0f us of CPU a request" %
              (tries, workers, best[0], best[1], best[3]))
        ticks, stolen = machine_time()
        print("p99 under 5 ms in %d; failed in all: %d; %.0f %% of the machine's time was taken by its host"
              % (sum(r[1] < 5 for r in results), sum(r[4] for r in results),
                 100 * (stolen - stolen_before) / (ticks - all_before)))
    finally:
        Endpoint.tearDownClass()


if __name__ == "__main__":
    if find_modules() is None:
        sys.exit("nginx with its Lua module is not installed")
    main(*map(int, sys.argv[1:3]))
