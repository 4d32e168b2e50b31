import asyncio

import pytest

from bot.chat.pace import AHEAD, PERMITTED, Beat, rate


async def turns(beat: Beat, count: int) -> list[float]:
    loop = asyncio.get_running_loop()
    began, moments = loop.time(), []
    for _ in range(count):
        await beat.turn()
        moments.append(loop.time() - began)
    return moments


async def test_turns_come_no_faster_than_the_pace() -> None:
    moments = await turns(Beat(200.0), 11)
    assert moments[-1] >= 10 / 200
    assert moments[0] < 1 / 200


async def test_after_a_pause_nobody_has_a_turn_before_it_is_over() -> None:
    beat = Beat(1000.0)
    beat.pause(0.05)
    assert (await turns(beat, 1))[0] >= 0.05


@pytest.mark.parametrize("processes", [1, 2, 3, 10, 30])
def test_any_second_of_all_processes_holds_less_than_discord_permits(processes: int) -> None:
    assert 0 < processes * (rate(processes) + AHEAD) < PERMITTED


async def test_the_pace_changes_with_the_rate() -> None:
    beat = Beat(0.001)
    await beat.turn()
    faster = Beat(0.001)
    faster.set_rate(200.0)
    assert (await turns(faster, 11))[-1] < 10
