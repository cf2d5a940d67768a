"""How many episodes the simulation plays on one core."""

import os
import re
import subprocess

from table import Table, median, spread

AIM = 500


def measure(table: Table, is_quick: bool) -> None:
    count, rounds = (20, 2) if is_quick else (200, 5)
    found = [play(count, seed=1 + number * count) for number in range(rounds)]
    speeds = [one["episodes a second"] for one in found]
    met = sum(one["faults met"] for one in found) / (count * rounds)
    table.add(
        f"simulation on Docker, episodes with {met:.0f} faults met, 1/s and core", spread(speeds), "",
        aim=f"≥ {AIM}", is_met=median(speeds) >= AIM)


def play(count: int, seed: int) -> dict[str, int]:
    """What the simulation says of itself, by what it counts."""
    said = subprocess.run(
        [os.environ["BENCH_SIMULATION"], "run", "--episodes", str(count), "--seed", str(seed),
         "--threads", "1", "--brief"], check=True, stdout=subprocess.PIPE, text=True).stdout
    last = said.strip().splitlines()[-1]
    counts = {name: int(number) for name, number in re.findall(r"\b([a-z ]+) (\d+)[,;]", last)}
    return counts | {"episodes a second": int(re.search(r"(\d+) episodes a second", last)[1])}
