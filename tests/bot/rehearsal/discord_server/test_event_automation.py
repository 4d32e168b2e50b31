"""Scheduled events that begin, end and are cancelled by themselves."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import CourseClock
from bot.rehearsal.discord_server import EntityType, EventStatus, ScheduledEvent, User
from bot.rehearsal.discord_server.event_automation import due_status
from tests.bot.rehearsal.discord_server.bare_bot import a_scene
from tests.bot.rehearsal.discord_server.raw import a_raw_bot

START = datetime(2025, 9, 9, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def an_event(kind: EntityType, status: EventStatus) -> ScheduledEvent:
    creator = User(id=1, name="Marathon", bot=True)
    return ScheduledEvent(
        id=2,
        guild_id=3,
        name="Session",
        creator=creator,
        start=START,
        end=START + HOUR,
        entity_type=kind,
        status=status,
    )


@pytest.mark.parametrize(
    ("kind", "status", "after", "due"),
    [
        (EntityType.EXTERNAL, EventStatus.SCHEDULED, -HOUR, EventStatus.SCHEDULED),
        (EntityType.EXTERNAL, EventStatus.SCHEDULED, 0 * HOUR, EventStatus.ACTIVE),
        (EntityType.EXTERNAL, EventStatus.ACTIVE, HOUR, EventStatus.COMPLETED),
        (EntityType.EXTERNAL, EventStatus.CANCELED, HOUR, EventStatus.CANCELED),
        (EntityType.STAGE, EventStatus.SCHEDULED, HOUR, EventStatus.SCHEDULED),
        (EntityType.STAGE, EventStatus.SCHEDULED, 3 * HOUR, EventStatus.CANCELED),
        (EntityType.STAGE, EventStatus.ACTIVE, 9 * HOUR, EventStatus.ACTIVE),
    ],
)
def test_status_by_itself(kind: EntityType, status: EventStatus, after: timedelta, due: EventStatus) -> None:
    assert due_status(an_event(kind, status), START + after) is due


async def test_moving_the_clock_begins_and_ends_an_event() -> None:
    clock = CourseClock(START - HOUR)
    async with a_scene(clock=clock) as scene, a_raw_bot(scene.server) as bot:
        body = {
            "name": "Session",
            "privacy_level": 2,
            "entity_type": 3,
            "scheduled_start_time": START.isoformat(),
            "scheduled_end_time": (START + HOUR).isoformat(),
            "entity_metadata": {"location": "Online"},
        }
        path = f"/guilds/{scene.guild.id}/scheduled-events"
        made = (await bot.call("POST", path, body)).body
        statuses = [made["status"]]
        for moment in (START, START + HOUR):
            clock.move_to(moment)
            statuses.append((await bot.call("GET", f"{path}/{made['id']}")).body["status"])
        assert (statuses, (await bot.call("GET", path)).body) == ([1, 2, 3], [])
