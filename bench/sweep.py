"""What a sweep costs while none of very many subscriptions is due."""

from memory import in_memory
from table import Table, median

AIM_MILLISECONDS = 10


def measure(table: Table, is_quick: bool) -> None:
    count = 10_000 if is_quick else 1_000_000
    found = in_memory("sweep", "--subscriptions", str(count))
    assert found["due"] == 0, f"{found['due']} subscriptions were due"
    middle = median(found["milliseconds"])
    table.add(
        f"a sweep over {count:,} subscriptions, none due, ms", f"{middle:.1f}", "",
        aim=f"≤ {AIM_MILLISECONDS}", is_met=middle <= AIM_MILLISECONDS)
