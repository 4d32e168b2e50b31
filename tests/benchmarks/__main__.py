"""Every figure beside its ceiling, each measured in the same run: `make bench`.

    python -m tests.benchmarks [NAME …]

Prints a table and writes `benchmarks.json`. Nothing here fails: a figure that is missed is said to be missed. Wants a
machine with two idle cores; what else runs there is measured too.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks import (
    attendance_report,
    certificates,
    deliveries,
    feeds,
    start,
    storage_writer,
    storm_of_check_ins,
)
from tests.benchmarks.figures import Figure, at_most

REPORT = Path("benchmarks.json")


def measure_storage() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(storage_writer.measure(Path(folder)))


def measure_storms() -> list[Figure]:
    return storm_of_check_ins.measure(3000) + storm_of_check_ins.measure(6000)


def measure_rehearsal() -> list[Figure]:
    """The largest marathon that is planned for: 2,500 people, eight sessions, as its own process."""
    began = time.monotonic()
    command = [sys.executable, "-m", "bot", "rehearse", "--participants", "2500", "--json"]
    with tempfile.TemporaryFile() as said, subprocess.Popen(command, stdout=said) as process:
        _, status, used = os.wait4(process.pid, 0)  # of this process alone: others may have been larger
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        memory = used.ru_maxrss / 1024
        said.seek(0)
        counts = json.loads(said.read())["deliveries"]
    wrong = counts["lost"] + counts["doubled"]
    return [
        at_most("rehearsal of 2,500 people", (time.monotonic() - began) / 60, "min", limit=5),
        at_most("rehearsal of 2,500 people: largest process", memory, "MB", limit=400),
        at_most("rehearsal of 2,500 people: lost or doubled", wrong, "deliveries", limit=0),
    ]


MEASURES: Mapping[str, Callable[[], list[Figure]]] = {
    "storage": measure_storage,
    "deliveries": lambda: asyncio.run(deliveries.measure()),
    "start": start.measure,
    "feeds": feeds.measure,
    "reports": attendance_report.measure,
    "storms": measure_storms,
    "certificates": certificates.measure,
    "rehearsal": measure_rehearsal,
}


def main(names: list[str]) -> None:
    console = Console()
    found: list[Figure] = []
    for name in names or list(MEASURES):
        console.print(f"measuring {name} …", style="dim")
        found += MEASURES[name]()
    table = Table("What", "Value", "Ceiling", "Ratio", "Target", "Met")
    for one in found:
        ceiling = "" if one.ceiling is None else f"{one.ceiling:,.1f}"
        ratio = "" if one.ratio is None else f"{one.ratio:.2f}"
        table.add_row(one.name, f"{one.value:,.3g} {one.unit}", ceiling, ratio, one.target, "yes" if one.met else "NO")
    console.print(table)
    REPORT.write_text(json.dumps([one.as_json() for one in found], indent=1, ensure_ascii=False), encoding="utf-8")
    console.print(f"Written to {REPORT}")


if __name__ == "__main__":
    main(sys.argv[1:])
