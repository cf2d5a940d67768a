"""What it costs to look after services while nothing happens, on an engine in memory."""

from memory import in_memory
from table import Table, median

AIM_CPU, AIM_MEGABYTES = 0.5, 100


def measure(table: Table, is_quick: bool) -> None:
    for count in (100,) if is_quick else (1000, 10_000):
        report(table, in_memory("idle", "--instances", str(count)))


def report(table: Table, found: dict) -> None:
    is_aimed_at = found["instances"] == 1000
    what = f"{found['instances']:,} idle services"
    cpu, size = found["cpuPercent"], found["rssMegabytes"]
    table.add(
        f"{what}, % of a core", f"{cpu:.2f}", "",
        aim=f"≤ {AIM_CPU}" if is_aimed_at else "",
        is_met=cpu <= AIM_CPU if is_aimed_at else None)
    table.add(
        f"{what}, MB", f"{size:.0f}", "", aim=f"≤ {AIM_MEGABYTES}" if is_aimed_at else "",
        is_met=size <= AIM_MEGABYTES if is_aimed_at else None)
    table.add(f"{what}, a full look, ms", f"{median(found['looks']):.0f}", "")
    table.add(f"{what}, bytes written", f"{found['bytesWritten']:,}", "")
