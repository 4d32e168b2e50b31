"""`marathon web` serves feeds that independent readers read alike before and after every change by an organiser."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from aiohttp import ClientSession

from config import programmes as shipped
from sessions.calendar.feed import uid
from sessions.domain.changes import Cancel, Change, Edit, Move, Restore
from sessions.domain.programme import Programme, Session, SessionStatus
from sessions.imports.programme_file import read_programme
from sessions.services import changes, programmes, setup
from sessions.services.programmes import Planned
from sessions.storage.store import Store
from tests.builders import a_store
from tests.calendars.readers import READERS, ReadEvent
from tests.sessions.applicants import OPERATOR

ROOT = Path(__file__).parents[2]
NOW = datetime(2025, 9, 1, 8, tzinfo=UTC)
FEED = "/calendar/who-cgmp-2025.ics"
EVENT = re.compile(rb"BEGIN:VEVENT.*?END:VEVENT", re.DOTALL)
CHANGES: dict[str, Change] = {
    "moved": Move(wall=datetime.fromisoformat("2025-09-10 15:00"), zone="Africa/Nairobi"),
    "cancelled": Cancel(),
    "restored": Restore(),
    "renamed": Edit(title="Données, intégrité; « \\n » تنظيف 👩🏽‍🔬"),
    "cancelled again": Cancel(),
}


async def announce(store: Store, programme: Programme) -> Planned:
    planned = await programmes.take(store, programme, actor=OPERATOR, now=NOW - timedelta(days=9))
    assert isinstance(planned, Planned)
    await setup.bind(store, planned.marathon.id, guild_id=7, made={}, actor=OPERATOR, now=NOW - timedelta(days=8))
    await programmes.announce(store, planned.marathon.id, actor=OPERATOR, now=NOW - timedelta(days=8))
    return planned


def the_programme() -> Programme:
    programme = read_programme(shipped.read("who-cgmp-2025"))
    assert isinstance(programme, Programme)
    return programme


@asynccontextmanager
async def a_web_process(database: Path) -> AsyncIterator[str]:
    """`marathon web --database URL` as an operator starts it; its address."""
    # The access log would fill the pipe that nobody reads after the first line.
    surroundings = {"PYTHONPATH": str(ROOT), "COLUMNS": "200", "MARATHON_LOG_LEVEL": "WARNING"}
    words = ("-m", "bot.cli", "web", "--port", "0", "--database", f"sqlite:///{database}")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *words,
        cwd=database.parent,
        env={**os.environ, **surroundings},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    try:
        async with asyncio.timeout(60):
            while not (found := re.search(rb"Web face: (http://\S+?)/\s", await process.stderr.readline())):
                assert process.returncode is None
        yield found[1].decode()
    finally:
        process.terminate()
        await process.communicate()


@dataclass(slots=True)
class Story:
    """Each state's feed as it was fetched, the sessions that the database then had, and Last-Modified."""

    bodies: dict[str, bytes] = field(default_factory=dict)
    sessions: dict[str, tuple[Session, ...]] = field(default_factory=dict)
    modified: dict[str, str] = field(default_factory=dict)
    fetched_again: dict[str, bytes] = field(default_factory=dict)
    after_a_restart: bytes = b""


async def fetch(http: ClientSession, address: str) -> tuple[bytes, str]:
    async with http.get(address) as answer:
        assert answer.status == 200
        return await answer.read(), answer.headers["Last-Modified"]


async def tell(folder: Path) -> Story:
    database, story = folder / "marathon.sqlite3", Story()
    async with a_store(f"sqlite:///{database}") as store:
        planned = await announce(store, the_programme())
        marathon, first = planned.marathon.id, planned.sessions[0].id

        async def look(state: str, http: ClientSession, address: str) -> None:
            """Fetches until the feed is another: a commit of another process is noticed within a second."""
            last = next(reversed(story.bodies.values()), b"")
            async with asyncio.timeout(30):
                body, modified = await fetch(http, address)
                while body == last:
                    body, modified = await fetch(http, address)
            story.bodies[state], story.modified[state] = body, modified
            story.sessions[state] = (await programmes.show(store, marathon)).sessions
            story.fetched_again[state], _ = await fetch(http, address)

        async with a_web_process(database) as web, ClientSession() as http:
            await look("planned", http, f"{web}{FEED}")
            for revision, (state, change) in enumerate(CHANGES.items()):
                at = NOW + timedelta(hours=revision + 1)
                made = await changes.make(
                    store, marathon, first, change, revision=revision, why="a test", actor=OPERATOR, now=at
                )
                assert isinstance(made, Session)
                await look(state, http, f"{web}{FEED}")
            gone = NOW + timedelta(hours=6)
            removed = await changes.remove(store, marathon, first, why="planned twice", actor=OPERATOR, now=gone)
            assert isinstance(removed, Session)
            await look("removed", http, f"{web}{FEED}")
        async with a_web_process(database) as web, ClientSession() as http:
            story.after_a_restart, _ = await fetch(http, f"{web}{FEED}")
    return story


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return asyncio.run(tell(tmp_path_factory.mktemp("feeds")))


def expected(session: Session) -> tuple[str, int, datetime, datetime, str, str]:
    off = session.status is SessionStatus.CANCELLED
    title = session.title.replace("\\n", "\\\u200bn")
    return (
        uid("who-cgmp-2025", session),
        session.revision,
        session.start,
        session.end,
        f"Cancelled: {title}" if off else title,
        "CANCELLED" if off else "CONFIRMED",
    )


def seen(event: ReadEvent) -> tuple[str, int, datetime, datetime, str, str]:
    return event.uid, event.sequence, event.starts, event.ends, event.summary, event.status


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("state", ["planned", *CHANGES, "removed"])
def test_every_reader_reads_what_the_database_has(story: Story, state: str, reader: str) -> None:
    read = READERS[reader](story.bodies[state])
    assert sorted(seen(event) for event in read) == sorted(expected(session) for session in story.sessions[state])


def test_each_change_touches_exactly_one_event(story: Story) -> None:
    events = [set(EVENT.findall(body)) for body in story.bodies.values()]
    touched = [len(before - after) for before, after in pairwise(events)]
    assert touched == [1] * (len(CHANGES) + 1)


def test_two_fetches_and_a_restart_give_the_same_bytes(story: Story) -> None:
    assert story.fetched_again == story.bodies
    assert story.after_a_restart == story.bodies["removed"]


def test_last_modified_is_the_moment_of_the_change_and_a_removal_does_not_turn_it_back(story: Story) -> None:
    hours = [story.modified[state][17:25] for state in [*CHANGES, "removed"]]
    assert hours == ["09:00:00", "10:00:00", "11:00:00", "12:00:00", "13:00:00", "14:00:00"]
