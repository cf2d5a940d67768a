"""Runs the parts that are named, and prints what they measured."""

import os
import signal
import sys
import tempfile

import cluster
import engine
import http_load
import idle
import simulation
import sweep
from holdfast import Holdfast
from table import Table, machine


def main(parts: list[str]) -> None:
    is_quick = bool(os.environ.get("HOLDFAST_BENCH_QUICK"))
    table = Table()
    head = machine()
    if "idle" in parts:
        idle.measure(table, is_quick)
    if "sweep" in parts:
        sweep.measure(table, is_quick)
    if "simulation" in parts:
        simulation.measure(table, is_quick)
    if "cluster" in parts:
        cluster.measure(table, is_quick)
    if "engine" in parts or "http" in parts:
        with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
            with Holdfast(folder) as server:
                if "engine" in parts:
                    engine.measure(server, table, is_quick)
                if "http" in parts:
                    http_load.measure(server, table, folder, is_quick)
    print(f"\n{head}\n{machine('after')}\n\n{table}")


# So that what was started is ended with it.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
main(sys.argv[1:])
