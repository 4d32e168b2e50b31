"""From the shipped programme to a participant's calendar: fetched, moved, checked in, renewed, restarted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
from aiohttp import ClientSession

from bot.app import Installation
from bot.clock import CourseClock
from bot.rehearsal.discord_server import Limits, LocalDiscord
from config import programmes as shipped
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.programme import ApplicationPlan, Programme, Session
from sessions.imports.programme_file import read_programme
from sessions.services import calendars, programmes, setup
from sessions.services.calendars import Reach
from sessions.services.programmes import Planned
from sessions.storage import schema
from sessions.storage import sessions as stored
from sessions.storage.calendars import Holder
from sessions.storage.store import Entry, Store, Transaction
from tests.sessions.applicants import OPENS, OPERATOR, send

KEY = b"k" * 32
BEFORE = datetime(2025, 9, 1, 8, tzinfo=UTC)
PUBLIC = "/calendar/who-cgmp-2025.ics"


@dataclass(frozen=True, slots=True)
class Fetched:
    status: int
    etag: str | None
    modified: str | None
    body: bytes


@asynccontextmanager
async def a_running_house(database: Path, now: datetime) -> AsyncIterator[tuple[Installation, ClientSession]]:
    """The web face of an installation, and somebody who fetches."""
    house = await Installation.open(
        f"sqlite:///{database}", clock=CourseClock(now), public_url="https://marathon.example", server_key=KEY
    )
    port = await house.start_web("127.0.0.1", 0)
    try:
        async with ClientSession(f"http://127.0.0.1:{port}", headers={"User-Agent": "Thunderbird/140"}) as session:
            yield house, session
    finally:
        await house.close()


async def fetch(session: ClientSession, address: str, **headers: str) -> Fetched:
    async with session.get(address.removeprefix("https://marathon.example"), headers=headers) as answer:
        body = await answer.read()
        return Fetched(answer.status, answer.headers.get("ETag"), answer.headers.get("Last-Modified"), body)


async def announce(store: Store, guild_id: int = 7) -> Planned:
    programme = read_programme(shipped.read("who-cgmp-2025"))
    assert isinstance(programme, Programme)
    programme = replace(programme, applications=ApplicationPlan(opens=OPENS))
    planned = await programmes.take(store, programme, actor=OPERATOR, now=OPENS - timedelta(days=20))
    assert isinstance(planned, Planned)
    marathon = planned.marathon.id
    await setup.bind(store, marathon, guild_id=guild_id, made={}, actor=OPERATOR, now=OPENS)
    announced = await programmes.announce(store, marathon, actor=OPERATOR, now=OPENS)
    assert isinstance(announced, Planned)
    return announced


async def give_a_place(store: Store, marathon_id: int, discord_id: int = 1001) -> Holder:
    """A person who applied, accepted."""
    application = await send(store, marathon_id, 1)

    async def unit(tx: Transaction) -> None:
        await tx.update(schema.applications, application, {"status": "accepted"}, an_entry("application.accepted"))
        await tx.connection.execute(schema.persons.update().values(discord_id=discord_id))

    await store.write(unit)
    holder = await calendars.find_holder(store, application)
    assert holder is not None
    return holder


async def move(store: Store, session: Session, by: timedelta, at: datetime) -> Session:
    moved = replace(session, start=session.start + by, wall=session.wall + by, revision=1, time_revision=1, changed=at)
    return await store.write(lambda tx: stored.save(tx, moved, an_entry("session.moved")))


def an_entry(verb: str) -> Entry:
    return Entry(actor=OPERATOR, at=BEFORE, marathon="who-cgmp-2025", verb=verb, subject="marathon")


def first_event(feed: Fetched) -> icalendar.Event:
    return min(icalendar.Calendar.from_ical(feed.body).events, key=lambda event: event.start)


async def test_a_personal_calendar_follows_a_move_and_remembers_presence(tmp_path: Path) -> None:
    async with a_running_house(tmp_path / "marathon.sqlite3", BEFORE) as (house, session):
        planned = await announce(house.store)
        holder = await give_a_place(house.store, planned.marathon.id)
        address = house.personal_feed_url(holder)
        assert address is not None
        before = await fetch(session, address)
        known = await fetch(session, address, **{"If-None-Match": before.etag or ""})
        moved = await move(house.store, planned.sessions[0], timedelta(hours=2), BEFORE + timedelta(hours=1))
        after = await fetch(session, address, **{"If-None-Match": before.etag or ""})
        checked = await house.check_ins.check_in(moved.id, discord_id=1001, at=moved.start + timedelta(minutes=5))
        assert isinstance(house.clock, CourseClock)
        house.clock.move_to(moved.end)
        await move(house.store, planned.sessions[7], timedelta(0), moved.end)  # any commit after the session's end
        present = await fetch(session, address)
    assert (before.status, known.status, after.status) == (200, 304, 200)
    assert first_event(before).start == planned.sessions[0].start
    assert (first_event(after).start, first_event(after).sequence) == (moved.start, 1)
    assert "You were present." not in after.body.decode()
    assert checked.__class__.__name__ == "CheckedIn"
    assert (first_event(present).description or "").startswith("You were present.")
    assert len(first_event(present).walk("VALARM")) >= 1


async def test_a_restart_gives_the_same_bytes_tag_and_moment(tmp_path: Path) -> None:
    fetched = []
    address: str | None = None
    for _ in range(2):
        async with a_running_house(tmp_path / "marathon.sqlite3", BEFORE) as (house, session):
            if address is None:
                planned = await announce(house.store)
                address = house.personal_feed_url(await give_a_place(house.store, planned.marathon.id))
            assert address is not None
            fetched.append((await fetch(session, PUBLIC), await fetch(session, address)))
    assert fetched[0] == fetched[1]
    assert {one.status for pair in fetched for one in pair} == {200}


async def test_a_renewed_address_ends_the_old_one_and_the_journal_says_so(tmp_path: Path) -> None:
    async with a_running_house(tmp_path / "marathon.sqlite3", BEFORE) as (house, session):
        planned = await announce(house.store)
        holder = await give_a_place(house.store, planned.marathon.id)
        actor = Actor(ActorKind.PERSON, str(holder.person_id))
        renewed = await calendars.renew(
            house.store, planned.marathon.id, holder.person_id, actor=actor, now=BEFORE + timedelta(days=1)
        )
        assert renewed == replace(holder, generation=2)
        old, new = house.personal_feed_url(holder), house.personal_feed_url(renewed)
        statuses = [(await fetch(session, address or "")).status for address in (old, new)]
        last = await house.store.read(
            lambda connection: connection.execute(
                schema.journal.select().order_by(schema.journal.c.seq.desc()).limit(1)
            )
        )
        entry = last.mappings().one()
    assert statuses == [404, 200]
    said = (entry["verb"], entry["actor_id"], entry["old"], entry["new"])
    assert said == ("calendar.renewed", str(holder.person_id), {"generation": 1}, {"generation": 2})


async def test_organisers_learn_whose_calendars_have_a_new_time(tmp_path: Path) -> None:
    database = tmp_path / "marathon.sqlite3"
    async with a_running_house(database, BEFORE) as (house, session):
        planned = await announce(house.store)
        address = house.personal_feed_url(await give_a_place(house.store, planned.marathon.id)) or ""
        await fetch(session, address)
    async with a_running_house(database, BEFORE) as (house, session):
        moved = await move(house.store, planned.sessions[0], timedelta(hours=2), BEFORE + timedelta(hours=1))
        told = await calendars.reach(house.store, moved.id)
        await fetch(session, address)
    async with a_running_house(database, BEFORE) as (house, _):
        read = await calendars.reach(house.store, moved.id)
    assert told == Reach(session=moved, calendars=1, current=0)
    assert read == Reach(session=moved, calendars=1, current=1)


async def test_who_loses_the_place_loses_the_calendar(tmp_path: Path) -> None:
    async with a_running_house(tmp_path / "marathon.sqlite3", BEFORE) as (house, session):
        planned = await announce(house.store)
        holder = await give_a_place(house.store, planned.marathon.id)
        address = house.personal_feed_url(holder) or ""

        async def withdraw(tx: Transaction) -> None:
            values = {"status": "withdrawn"}
            await tx.update(schema.applications, holder.participant, values, an_entry("application.withdrawn"))

        first = await fetch(session, address)
        await house.store.write(withdraw)
        second = await fetch(session, address)
    assert (first.status, second.status) == (200, 404)


async def test_a_participant_renews_the_address_in_chat(tmp_path: Path) -> None:
    clock = CourseClock(BEFORE)
    discord = LocalDiscord(clock=clock, seed=1, limits=Limits(reply_seconds=30))  # the 3-second rule is not its subject
    await discord.start()
    house = await Installation.open(
        f"sqlite:///{tmp_path / 'marathon.sqlite3'}", clock=clock, public_url="https://marathon.example", server_key=KEY
    )
    try:
        application = discord.add_application(token="a.local.token", name="Marathon")
        organiser, person = discord.add_person(name="Organiser"), discord.add_person(name="Amina")
        guild = discord.add_guild(name="WHO", owner=organiser, bot=application)
        await person.join(guild)
        planned = await announce(house.store, guild_id=guild.id)
        holder = await give_a_place(house.store, planned.marathon.id, discord_id=person.id)
        await house.start_bot("a.local.token", api_url=discord.api_url)
        shown = await person.slash(guild, "me")
        assert shown.message is not None
        asked = await person.click(shown.message, "New calendar address")
        assert asked.message is not None
        renewed = await person.click(asked.message, "End the old address")
    finally:
        await house.close()
        await discord.stop()
    old, new = house.personal_feed_url(holder), house.personal_feed_url(replace(holder, generation=2))
    calendar = next(field for field in shown.message.embeds[0]["fields"] if field["name"] == "Your calendar")
    assert calendar["value"].splitlines()[0] == f"`{old}`"
    assert renewed.text.splitlines()[:2] == [
        "This is your new calendar address. The old one no longer works.",
        f"`{new}`",
    ]
