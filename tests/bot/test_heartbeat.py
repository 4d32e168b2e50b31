import asyncio
from datetime import UTC, datetime, timedelta

from bot.clock import CourseClock
from bot.heartbeat import AFTER_FAILURE, Heartbeat

NOW = datetime(2025, 9, 9, 12, 0, tzinfo=UTC)


async def test_stopping_lets_the_running_beat_finish() -> None:
    begun, may_end, ended = asyncio.Event(), asyncio.Event(), []

    async def beat(now: datetime) -> None:
        begun.set()
        await may_end.wait()
        ended.append(now)

    heart = Heartbeat(CourseClock(NOW), beat)
    heart.start()
    await begun.wait()
    stopping = asyncio.create_task(heart.stop())
    await asyncio.sleep(0)
    may_end.set()
    await stopping
    assert ended == [NOW]


async def test_a_beat_that_fails_is_followed_by_another_soon() -> None:
    beaten = asyncio.Event()

    async def beat(_: datetime) -> None:
        beaten.set()
        raise RuntimeError("a broken beat")

    heart = Heartbeat(CourseClock(NOW), beat)
    heart.start()
    await beaten.wait()
    await heart.stop()
    assert (heart.failures, heart.next) == (1, NOW + AFTER_FAILURE)


async def test_a_clock_that_is_moved_wakes_it_at_once_for_whatever_fell_due_meanwhile() -> None:
    clock = CourseClock(NOW)
    seen: asyncio.Queue[datetime] = asyncio.Queue()

    async def beat(now: datetime) -> datetime:
        seen.put_nowait(now)
        return now + timedelta(hours=1)

    heart = Heartbeat(clock, beat)
    heart.start()
    moments = [await seen.get()]
    clock.move_to(NOW + timedelta(hours=6))
    moments.append(await seen.get())
    await heart.stop()
    assert moments == [NOW, NOW + timedelta(hours=6)]
