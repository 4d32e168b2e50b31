"""Nothing is lost, nothing doubled, nothing useless: four weeks with crashes, failures, moves and jumps of the clock.

One seed alone: ``make test TESTS="tests/journeys/test_reminder_simulation.py -k seed17-"``.
"""

from pathlib import Path

import pytest

from tests.journeys.reminder_simulation import Outcomes, Simulation


async def simulate(folder: Path, seed: int) -> Outcomes:
    return await Simulation(address=f"sqlite:///{folder / f'{seed}.db'}", seed=seed).run()


def faults(outcomes: Outcomes) -> dict[str, list[str]]:
    return {
        "lost": list(outcomes.lost),
        "doubled": list(outcomes.doubled),
        "untimely": list(outcomes.untimely),
        "unaccounted": list(outcomes.unaccounted),
        "untrue": list(outcomes.untrue),
    }


FAULTLESS: dict[str, list[str]] = {"lost": [], "doubled": [], "untimely": [], "unaccounted": [], "untrue": []}


@pytest.mark.parametrize("seed", range(50), ids=lambda seed: f"seed{seed}-")
async def test_every_reminder_is_heard_once_and_in_time(tmp_path: Path, seed: int) -> None:
    assert faults(await simulate(tmp_path, seed)) == FAULTLESS


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(50, 1050), ids=lambda seed: f"seed{seed}-")
async def test_every_reminder_is_heard_once_and_in_time_for_a_thousand_seeds(tmp_path: Path, seed: int) -> None:
    assert faults(await simulate(tmp_path, seed)) == FAULTLESS


async def test_the_same_seed_gives_the_same_trace_in_which_things_do_go_wrong(tmp_path: Path) -> None:
    """A simulation in which nothing fails would prove nothing."""
    (tmp_path / "again").mkdir()
    first, again = await simulate(tmp_path, 7), await simulate(tmp_path / "again", 7)
    assert list(first.trace) == list(again.trace)
    words = ("crash before", "crash after", "crash between", "move", "outage", "back")
    assert [word for word in words if not any(word in line for line in first.trace)] == []
