"""The page on performance names everything that `make bench` measures, and takes figures in."""

from dataclasses import asdict

from tests.benchmarks.__main__ import MEASURES
from tests.benchmarks.figures import at_least, at_most
from tests.benchmarks.page import BEGIN, END, PAGE, fill


def test_the_page_names_every_part_of_the_bench() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert {name for name in MEASURES if f"| `{name}` |" not in page} == set()


def test_figures_take_the_place_of_the_last_ones() -> None:
    figures = [
        asdict(at_least("check-ins", 3120.0, "/s", ceiling=4000.0, ratio=0.7)),
        asdict(at_most("one alone", 1.54, "ms", limit=1.5)),
    ]
    first = fill(f"Before.\n{BEGIN}Nothing yet.\n{END}\nAfter.\n", figures, "A machine.")
    assert first == (
        f"Before.\n{BEGIN}A machine.\n\n"
        "| what | value | ceiling | ratio | to reach | reached |\n"
        "|---|---|---|---|---|---|\n"
        "| check-ins | 3,120 /s | 4,000 | 0.78 | >= 0.70 | yes |\n"
        "| one alone | 1.54 ms |  |  | <= 1.5 ms | **no** |\n"
        f"{END}\nAfter.\n"
    )
    assert fill(first, figures, "A machine.") == first
