"""The table in which all figures end, and what they are made of."""

import os
import platform
import statistics


def median(values: list[float]) -> float:
    return statistics.median(values)


def spread(values: list[float]) -> str:
    """The median, and between which bounds the middle half lies."""
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return f"{middle:,.0f} ({low:,.0f}–{high:,.0f})"


def machine(when: str = "before") -> str:
    load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
    if when == "after":
        return f"Load after: {load}."
    return (
        f"Linux {platform.release()} on {platform.machine()}, {os.cpu_count()} cores; load before, "
        f"over 1, 5 and 15 minutes: {load}.")


class Table:
    HEAD = ("what", "Holdfast", "beside", "ratio", "aim", "")

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []

    def add(
        self, what: str, own: str, beside: str, ratio: str = "", aim: str = "",
        is_met: bool | None = None,
    ) -> None:
        verdict = {None: "", True: "ok", False: "miss"}[is_met]
        self.rows.append((what, own, beside, ratio, aim, verdict))

    def __str__(self) -> str:
        rows = [self.HEAD, *self.rows]
        widths = [max(len(row[place]) for row in rows) for place in range(len(self.HEAD))]
        lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths)) for row in rows]
        lines.insert(1, "-|-".join("-" * width for width in widths))
        return "\n".join(line.rstrip() for line in lines)
