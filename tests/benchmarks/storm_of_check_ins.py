"""The moment of truth: so many participants press one check-in button within one second, against the real bot.

    python -m tests.benchmarks.storm_of_check_ins [PEOPLE]

The local Discord and its people run here, the bot in another process, on a SQLite file with WAL and synchronous=FULL:
each answer follows the commit that holds the evidence. The ceiling is the same storm on a bot that only answers.
"""

import asyncio
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import psutil

from bot.clock import CourseClock
from bot.rehearsal.discord_server import Guild, LocalDiscord, Message, Person, controls
from config import programmes as shipped
from sessions.domain.actors import SYSTEM
from sessions.domain.moments import from_micros, resolve, to_micros
from sessions.domain.programme import Programme
from sessions.imports.programme_file import read_programme
from sessions.services import attendance, programmes, setup
from sessions.services.programmes import Planned
from sessions.storage import schema
from sessions.storage.store import Entry, Store, Transaction
from tests.benchmarks.figures import Figure, at_least, at_most
from tests.benchmarks.storm_of_clicks import TOKEN, Figures, click_all, storm


async def seat(tx: Transaction, marathon_id: int, people: list[Person], moment: int) -> None:
    """A place for each: what applying and selection would have left."""
    entry = Entry(
        actor=SYSTEM, at=from_micros(moment), marathon="who-cgmp-2025", verb="storm.seated", subject="marathon"
    )
    rows = [{"discord_id": person.id, "zone": "UTC", "created_us": moment} for person in people]
    insert = schema.persons.insert().returning(schema.persons.c.id, sort_by_parameter_order=True)
    ids = (await tx.connection.execute(insert, rows)).scalars().all()
    applications = [
        {
            "marathon_id": marathon_id,
            "person_id": person_id,
            "status": "accepted",
            "country": "KE",
            "zone": "UTC",
            "language": "en",
            "applied_us": moment,
            "changed_us": moment,
            "reasons": [],
        }
        for person_id in ids
    ]
    await tx.insert_many(schema.applications, applications, entry)


async def prepare(url: str, guild: Guild, people: list[Person]) -> tuple[int, Planned]:
    """A marathon set up in the guild, announced, everybody with a place; the moment (its first session's start)."""
    programme = read_programme(shipped.read("who-cgmp-2025"))
    assert isinstance(programme, Programme)
    store = await Store.open(url)
    try:
        early = programme.applications.opens
        assert early is not None
        planned = await programmes.take(store, programme, actor=SYSTEM, now=early)
        assert isinstance(planned, Planned)
        channel = guild.channel("general").id
        made = dict.fromkeys(setup.CHANNELS, channel) | dict.fromkeys(setup.ROLES, guild.id)
        await setup.bind(store, planned.marathon.id, guild_id=guild.id, made=made, actor=SYSTEM, now=early)
        start = planned.sessions[0].start
        await store.write(lambda tx: seat(tx, planned.marathon.id, people, to_micros(early)))
        await programmes.announce(store, planned.marathon.id, actor=SYSTEM, now=start - timedelta(hours=2))
        return to_micros(start), planned
    finally:
        await store.close()


def has_button(message: Message) -> bool:
    return any(str(control.get("custom_id", "")).startswith("checkin:") for control in controls(message))


async def storm_of_check_ins(number: int) -> tuple[Figures, int]:
    """The figures, and how many check-ins the database keeps afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/marathon.sqlite3"
        programme = read_programme(shipped.read("who-cgmp-2025"))
        assert isinstance(programme, Programme)
        start = resolve(programme.sessions[0].wall, programme.sessions[0].zone)
        assert isinstance(start, datetime)
        server = LocalDiscord(clock=CourseClock(start))
        await server.start()
        application = server.add_application(token=TOKEN, name="Marathon")
        guild = server.add_guild(name="Hub", owner=server.add_person(name="Olga"), bot=application)
        people = [server.add_person(name=f"Person {count}") for count in range(number)]
        for person in people:
            await person.join(guild)
        moment, planned = await prepare(url, guild, people)
        command = ("-m", "tests.benchmarks.real_bot", server.api_url, TOKEN, url, from_micros(moment).isoformat())
        bot = await asyncio.create_subprocess_exec(sys.executable, *command, cwd=Path(__file__).parents[2])
        try:
            general = guild.channel("general")
            post = await server.wait_received(
                lambda one: one.message_id in general.messages and has_button(general.messages[one.message_id])
            )
            await server.wait_idle()
            message = general.messages[post.message_id]
            button = next(str(one["custom_id"]) for one in controls(message) if "custom_id" in one)
            figures = await click_all(people, message, psutil.Process(bot.pid), within=1.0, button=button)
        finally:
            bot.terminate()
            await bot.wait()
            await server.stop()
        store = await Store.open(url)
        kept = await attendance.check_ins_kept(store, planned.marathon.id)
        await store.close()
        return figures, len(kept)


def measure(number: int = 3000) -> list[Figure]:
    bare = asyncio.run(storm(number, within=1.0))
    found, kept = asyncio.run(storm_of_check_ins(number))
    print("no-op bot:", bare)
    print("real bot: ", found, f"kept {kept}")
    limit = 1.5 if number <= 3000 else 3.0
    return [
        at_least(
            f"check-ins per second, burst of {number:,}",
            number / found.total,
            "/s",
            ceiling=number / bare.total,
            ratio=0.70,
        ),
        at_most(f"check-ins, burst of {number:,}: p99 of the answer", found.at(0.99), "s", limit=limit),
        at_most(f"check-ins, burst of {number:,}: answered and not kept", number - kept, "check-ins", limit=0),
    ]


if __name__ == "__main__":
    for figure in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 3000):
        print(figure.as_line())
