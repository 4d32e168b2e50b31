"""Puts the figures of the last run, and the machine they were measured on, into docs/performance.md.

python -m tests.benchmarks.page
"""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from bot.clock import SystemClock
from tests.benchmarks.__main__ import REPORT

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
BEGIN, END = "<!-- figures -->\n", "<!-- /figures -->"
PARTS = ("discord.py", "aiohttp", "SQLAlchemy", "aiosqlite", "uvloop", "orjson")


def fill(page: str, figures: Sequence[Mapping[str, object]], machine: str) -> str:
    """The page with these figures in the place of the last ones."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    rows = [_row(one) for one in figures]
    table = ["| what | value | ceiling | ratio | to reach | reached |", "|---|---|---|---|---|---|", *rows]
    return "".join((before, BEGIN, machine, "\n\n", "\n".join(table), "\n", END, after))


def _row(one: Mapping[str, object]) -> str:
    value, ceiling, ratio = (_number(one[name]) for name in ("value", "ceiling", "ratio"))
    reached = "yes" if one["met"] else "**no**"
    return f"| {one['name']} | {value} {one['unit']} | {ceiling} | {ratio} | {one['target']} | {reached} |"


def _number(value: object) -> str:
    if not isinstance(value, (int, float)):
        return ""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:,.3g}"


def describe_machine() -> str:
    """Day, processor, cores, load, and the versions that matter."""
    day = f"{SystemClock().now():%Y-%m-%d}"
    model = next((line.partition(": ")[2] for line in _cpu() if line.startswith("model name")), platform.machine())
    parts = ", ".join(f"{name} {found}" for name in PARTS if (found := _version(name)))
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    kernel = ".".join(platform.release().split(".")[:2])
    return (
        f"Measured on {day}: {model}, {os.cpu_count()} cores, {platform.system()} {kernel}, "
        f"Python {platform.python_version()}, {parts}. Load of the machine afterwards: {load}."
    )


def _cpu() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _version(name: str) -> str | None:
    try:
        return version(name)
    except ModuleNotFoundError:
        return None


def main() -> None:
    figures = json.loads(REPORT.read_text(encoding="utf-8"))
    PAGE.write_text(fill(PAGE.read_text(encoding="utf-8"), figures, describe_machine()), encoding="utf-8")


if __name__ == "__main__":
    main()
