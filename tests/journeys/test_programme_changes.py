"""Organisers change the programme in Discord, with the real bot: previews, one confirmation, and two at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.rehearsal.discord_server import Message, Person, Reply
from bot.rehearsal.participants import find
from bot.rehearsal.rehearsal import channel_of, raise_curtain
from bot.rehearsal.show import Plan, Rehearsal
from config import programmes as shipped
from sessions.domain.actors import Role
from sessions.domain.programme import Programme, Session
from sessions.imports.programme_file import read_programme
from sessions.services import programmes, setup
from sessions.services.programmes import Planned
from tests.sessions.applicants import OPERATOR

UTC_NOON_17 = datetime(2025, 9, 17, 12, tzinfo=UTC)


@dataclass(slots=True)
class Scene:
    """The 2025 marathon, announced in a guild, with two organisers."""

    show: Rehearsal
    marathon_id: int
    second: Person

    async def ask(self, command: str, *, by: Person | None = None, **options: str | int) -> Reply:
        return await (by or self.show.organiser).slash(self.show.guild, f"programme {command}", **options)

    async def press(self, reply: Reply, name: str = "do:1:programme-change:", *, by: Person | None = None) -> Reply:
        button = find(reply.message, name)
        assert reply.message is not None
        assert button is not None, reply.text
        pressed = await (by or self.show.organiser).click(reply.message, button)
        await self.show.stage.rest()
        return pressed

    async def sessions(self) -> tuple[Session, ...]:
        return (await programmes.show(self.show.installation.store, self.marathon_id)).sessions

    def posts(self) -> list[str]:
        """Titles of what stands in the sessions channel."""
        channel = channel_of(self.show, "sessions")
        return [_title(message) for message in channel.messages.values()]

    def events(self) -> list[tuple[str, datetime, int]]:
        """Name, start and status of every scheduled event (1 scheduled, 2 active, 3 completed, 4 cancelled)."""
        found = self.show.guild.events.values()
        return sorted((event.name, event.start, int(event.status)) for event in found)


def _title(message: Message) -> str:
    return str(message.embeds[0].get("title", "")) if message.embeds else message.content


def text_of(reply: Reply) -> str:
    """All that a reply says: its text and its first embed."""
    embeds = reply.message.embeds if reply.message is not None else []
    return "\n".join([reply.text, *(str(one.get("description", "")) for one in embeds)])


@asynccontextmanager
async def a_scene(folder: Path) -> AsyncIterator[Scene]:
    programme = read_programme(shipped.read("who-cgmp-2025"))
    assert isinstance(programme, Programme)
    plan = Plan(programme=programme, participants=0, seed=1, database_url=f"sqlite:///{folder}/marathon.sqlite3")
    async with raise_curtain(plan) as show:
        store = show.installation.store
        planned = await programmes.take(store, programme, actor=OPERATOR, now=show.stage.clock.now())
        assert isinstance(planned, Planned)
        show.marathon, show.sessions = planned.marathon, planned.sessions
        scene = Scene(show=show, marathon_id=planned.marathon.id, second=show.discord.add_person(name="Second"))
        preview = await show.organiser.slash(show.guild, "setup", marathon=planned.marathon.key)
        done = await scene.press(preview, "do:1:setup:")
        asked = await scene.press(done, "do:1:announce-preview:")
        await scene.press(asked, "do:1:announce:")
        member = await scene.second.join(show.guild)
        member.role_ids += [role.id for role in show.guild.roles.values() if role.name.endswith("-organiser")]
        now = show.stage.clock.now()
        await setup.grant(
            store, planned.marathon.id, discord_id=scene.second.id, role=Role.ORGANISER, actor=OPERATOR, now=now
        )
        await show.stage.rest()
        yield scene


async def test_a_session_is_moved_and_everything_follows(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        choices = await scene.show.organiser.autocomplete(scene.show.guild, "programme move", "session", "risk")
        chosen = str(choices[0].value)
        asked = await scene.ask("move", session=chosen, to="2025-09-17 15:00", zone="Nairobi", reason="Ill")
        assert "So far:" in text_of(asked)
        told = await scene.press(asked)
        session = (await scene.sessions())[2]
        moved = (session.wall, session.zone, session.start, session.revision)
        assert moved == (datetime.fromisoformat("2025-09-17 15:00"), "Africa/Nairobi", UTC_NOON_17, 1)
        assert told.kind is not None
        assert scene.posts() == ["Session 3 has a new time"]
        assert scene.events()[2] == (f"3. {session.title}", UTC_NOON_17, 1)


async def test_the_second_of_two_organisers_is_told_what_the_first_did(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        first = await scene.ask("move", session="3", to="+1d", reason="The room is taken")
        second = await scene.ask("cancel", by=scene.second, session="3", reason="The speaker is ill")
        await scene.press(first)
        refused = await scene.press(second, by=scene.second)
        assert f"<@{scene.show.organiser.id}> moved session 3 meanwhile" in refused.text
        assert [one.revision for one in await scene.sessions()] == [0, 0, 1, 0, 0, 0, 0, 0]
        assert scene.posts() == ["Session 3 has a new time"]


async def test_a_cancelled_session_comes_back_with_a_new_event(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        await scene.press(await scene.ask("cancel", session="3", reason="The speaker is ill"))
        cancelled = [status for name, _, status in scene.events() if name.startswith("3.")]
        await scene.press(await scene.ask("restore", session="3"))
        restored = [status for name, _, status in scene.events() if name.startswith("3.")]
        assert scene.posts() == ["Session 3 is cancelled", "Session 3 takes place after all"]
        assert (cancelled, restored) == ([4], [1, 4])


async def test_title_speakers_and_link_are_changed_and_nobody_is_mentioned_for_a_title(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        asked = await scene.ask("edit", session="1", title="*Systems* 👩🏽‍🔬", speakers="Amina Diallo; Søren Kjær")
        await scene.press(asked)
        session = (await scene.sessions())[0]
        message = next(iter(channel_of(scene.show, "sessions").messages.values()))
        assert (session.title, session.speakers) == ("*Systems* 👩🏽‍🔬", ("Amina Diallo", "Søren Kjær"))
        assert (_title(message), message.content) == ("Session 1 has changed", "")


async def test_a_session_is_added(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        asked = await scene.ask("plan", title="Extra", when="2025-10-07 14:00", minutes=60)
        await scene.press(asked)
        last = (await scene.sessions())[-1]
        assert (last.number, last.title, last.duration) == (9, "Extra", timedelta(hours=1))
        assert scene.posts() == ["Session 9 is new in the programme"]


async def test_a_time_that_comes_twice_is_asked_back(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        asked = await scene.ask("move", session="8", to="2025-10-26 02:30", reason="Night shift")
        preview = await scene.press(asked, "do:1:programme-second:")
        await scene.press(preview)
        assert (await scene.sessions())[7].start == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)


async def test_refusals_change_nothing(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        said = [
            (await scene.ask("move", session="3", to=to, reason="Why", zone=zone)).text
            for to, zone in (
                ("2024-01-01 10:00", "Zurich"),
                ("2025-09-18 15:00", "Zurich"),
                ("+1d", "Atlantis"),
                ("soon", "Zurich"),
            )
        ]
        said.append((await scene.ask("move", session="33", to="+1d", reason="Why")).text)
        said.append((await scene.ask("edit", session="3", title="One\nTwo")).text)
        beginnings = [text.split(".")[0][:34] for text in said]
        assert beginnings == [
            "<t:1704099600:F> has passed",
            "The same people have session 4, Cl",
            "“Atlantis” is not a time zone that",
            "“soon” cannot be taken for time: s",
            "There is no session 33 in this pro",
            "title cannot hold these characters",
        ]
        assert [one.revision for one in await scene.sessions()] == [0] * 8
        assert scene.posts() == []


async def test_a_deleted_event_is_put_right(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        before = scene.events()
        client = scene.show.installation.client
        assert client is not None
        noticed = asyncio.Event()
        scene.show.installation.store.on_commit(lambda _: noticed.set())
        await client.http.delete_scheduled_event(scene.show.guild.id, next(iter(scene.show.guild.events)))
        async with asyncio.timeout(20):
            await noticed.wait()
        await scene.show.stage.rest()
        assert scene.events() == before


async def test_a_session_that_is_moved_while_it_is_on_gets_a_new_event_and_a_new_check_in(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        first = (await scene.sessions())[0]
        await scene.show.stage.play(first.start + timedelta(minutes=10), passed=lambda _: None)
        assert ("1. " + first.title, first.start, 2) in scene.events()
        await scene.press(await scene.ask("move", session="1", to="+1d", reason="No sound"))
        channel = channel_of(scene.show, "sessions")
        closed = [find(one, f"checkin:1:{first.id}") is not None and _title(one) for one in channel.messages.values()]
        assert ("1. " + first.title, first.start + timedelta(days=1), 1) in scene.events()
        assert [title for title in closed if title] == ["Session 1 has been moved: check-in opens again then"]
        await scene.show.stage.play(first.start + timedelta(days=1, minutes=1), passed=lambda _: None)
        of_the_first = [title for title in scene.posts() if "Session 1" in title]
        assert of_the_first[-4:] == [
            "Session 1 has a new time",
            "Session 1 begins in one hour",
            "Session 1: check-in is open",
            "Session 1 begins now",
        ]


async def test_the_audit_is_a_picture_and_the_reach_a_sentence(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        seen = await scene.ask("audit", everywhere=True)
        reached = await scene.ask("reach", session="1")
        assert seen.message is not None
        assert "60 minutes later on the clocks of: New Zealand" in text_of(seen)
        assert [one["filename"] for one in seen.message.attachments] == ["audit.png"]
        assert reached.text == "No personal calendar has fetched yet, so there is none to count."
