"""The heartbeat beats when something is due, once for many pokes, and goes on after a bad beat."""

import asyncio
from datetime import datetime, timedelta

from bot.clock import CourseClock
from bot.heartbeat import AFTER_FAILURE, Heartbeat
from tests.builders import AT

HOUR = timedelta(hours=1)


class Diary:
    """Beats at whole hours until ``last``, and writes down when."""

    def __init__(self, last: datetime) -> None:
        self.last = last
        self.beats: list[datetime] = []

    async def beat(self, now: datetime) -> datetime | None:
        self.beats.append(now)
        following = now + HOUR
        return following if following <= self.last else None


async def rest(heartbeat: Heartbeat) -> None:
    """Turns of the event loop until nothing is asked for, running or due."""
    for _ in range(1_000_000):
        if heartbeat.idle:
            return
        await asyncio.sleep(0)
    raise AssertionError("the heartbeat does not come to rest")


async def test_each_due_moment_is_beaten_once_when_course_time_is_moved_to_it() -> None:
    clock, diary = CourseClock(AT), Diary(AT + 2 * HOUR)
    heartbeat = Heartbeat(clock, diary.beat)
    heartbeat.start()
    await rest(heartbeat)
    for minutes in (30, 60, 90, 120, 600):
        clock.move_to(AT + timedelta(minutes=minutes))
        await rest(heartbeat)
    await heartbeat.stop()
    assert diary.beats == [AT, AT + HOUR, AT + 2 * HOUR]
    assert heartbeat.next is None


async def test_many_pokes_before_a_beat_are_one_beat() -> None:
    clock, diary = CourseClock(AT), Diary(AT)
    heartbeat = Heartbeat(clock, diary.beat)
    heartbeat.start()
    await rest(heartbeat)
    for _ in range(50):
        heartbeat.poke()
    await rest(heartbeat)
    await heartbeat.stop()
    assert diary.beats == [AT, AT]


async def test_a_beat_that_fails_is_followed_by_another_soon_after() -> None:
    clock = CourseClock(AT)
    beats: list[datetime] = []

    async def beat(now: datetime) -> datetime | None:
        beats.append(now)
        if len(beats) == 1:
            raise RuntimeError("a bad beat")
        return None

    heartbeat = Heartbeat(clock, beat)
    heartbeat.start()
    await rest(heartbeat)
    soon = heartbeat.next
    clock.move_to(AT + AFTER_FAILURE)
    await rest(heartbeat)
    await heartbeat.stop()
    assert (beats, soon, heartbeat.failures) == ([AT, AT + AFTER_FAILURE], AT + AFTER_FAILURE, 1)


async def test_a_stopped_heartbeat_beats_no_more() -> None:
    clock, diary = CourseClock(AT), Diary(AT + HOUR)
    heartbeat = Heartbeat(clock, diary.beat)
    heartbeat.start()
    await rest(heartbeat)
    await heartbeat.stop()
    heartbeat.poke()
    clock.move_to(AT + HOUR)
    assert diary.beats == [AT]
