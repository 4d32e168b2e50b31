"""Intervals of presence: what is proven counts, and nothing else, whatever happens to the connection or the bot."""

from datetime import datetime, timedelta

from sessions.services import setup
from sessions.services.presence import Presences, There
from sessions.storage import evidence
from sessions.storage.store import Store
from tests.sessions.applicants import OPERATOR
from tests.sessions.attendees import a_marathon, add_participants

START = datetime.fromisoformat("2025-09-09T12:00:00+00:00")
HALL, AMINA = 70, 5000


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


async def begin(store: Store) -> int:
    """Amina's person id, in a marathon whose sessions meet in the hall."""
    marathon, _ = await a_marathon(store)
    amina, *_ = await add_participants(store, marathon.id)
    await setup.bind(store, marathon.id, guild_id=7, made={"channel:voice": HALL}, actor=OPERATOR, now=START)
    return amina


async def intervals(store: Store, person: int) -> list[tuple[int, int]]:
    """Minutes after the start."""
    kept = await store.read(lambda connection: evidence.of_person(connection, 1, person))
    return [
        (int((one.start - START).total_seconds() // 60), int((one.end - START).total_seconds() // 60))
        for one in kept
        if one.start and one.end
    ]


async def test_a_killed_bot_proves_what_it_wrote_down_and_begins_anew(store: Store) -> None:
    amina = await begin(store)
    killed = Presences(store)
    await killed.move(AMINA, HALL, "Hall", at(0))
    await killed.look(at(30))
    later = Presences(store)
    await later.recover()
    await later.reconcile([There(channel_id=HALL, source="Hall", people=frozenset({AMINA, 99}))], at(40))
    await later.move(AMINA, None, "", at(60))
    assert await intervals(store, amina) == [(0, 30), (40, 60)]


async def test_a_lost_connection_proves_nothing_unless_discord_tells_what_was_missed(store: Store) -> None:
    amina = await begin(store)
    watched = Presences(store)
    await watched.move(AMINA, HALL, "Hall", at(0))
    watched.lose(at(10))
    watched.resume()
    watched.lose(at(20))
    await watched.reconcile([There(channel_id=HALL, source="Hall", people=frozenset({AMINA}))], at(25))
    watched.lose(at(30))
    await watched.move(AMINA, None, "", at(35))
    assert await intervals(store, amina) == [(0, 20), (25, 30)]


async def test_who_stays_after_the_end_is_counted_without_leaving(store: Store) -> None:
    amina = await begin(store)
    watched = Presences(store)
    await watched.move(AMINA, HALL, "Hall", at(-60))
    await watched.look(at(119))
    assert await intervals(store, amina) == []
    await watched.look(at(121))
    await watched.stop(at(500))
    assert await intervals(store, amina) == [(-15, 121), (121, 150)]


async def test_another_channel_proves_nothing(store: Store) -> None:
    amina = await begin(store)
    watched = Presences(store)
    await watched.move(AMINA, 71, "Lounge", at(0))
    await watched.move(AMINA, None, "", at(60))
    assert await intervals(store, amina) == []
