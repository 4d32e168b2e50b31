import asyncio

from bot.chat.pace import PER_SECOND, PERMITTED, Beat


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


def test_any_second_holds_less_than_discord_permits() -> None:
    assert PER_SECOND + 1 < PERMITTED
