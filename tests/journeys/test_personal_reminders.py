"""Choosing direct messages, being reminded in person, answering with one press, and Discord saying no."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bot.rehearsal.discord_server import Message, Person, Reply, controls
from bot.rehearsal.participants import find
from bot.rehearsal.rehearsal import channel_of
from sessions.domain.applications import ApplicationStatus
from sessions.domain.deliveries import DeliveryState
from sessions.domain.programme import Session
from sessions.domain.reminder_choices import Choice
from sessions.domain.reminders import Means
from sessions.services import deliveries, reminder_choices, setup
from sessions.services.reminder_choices import Chosen
from sessions.storage import persons, schema
from sessions.storage.store import Transaction
from tests.builders import an_entry
from tests.journeys.test_applications_in_chat import Scene, a_scene

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(slots=True)
class Course:
    """The shipped course, announced; sessions begin at 12:00 UTC."""

    scene: Scene

    async def participant(self, name: str, zone: str = "Africa/Nairobi", *, accepts_dms: bool = True) -> Person:
        """Somebody with a place, given without the whole of selection."""
        show = self.scene.show
        person = show.discord.add_person(name=name, accepts_dms=accepts_dms)
        await person.join(show.guild)
        now = show.stage.clock.now()

        async def place(tx: Transaction) -> None:
            person_id = await persons.ensure(tx, person.id, language=None, now=now)
            values: dict[str, object] = {
                "marathon_id": self.scene.marathon_id,
                "person_id": person_id,
                "status": ApplicationStatus.ACCEPTED,
                "country": "KE",
                "zone": zone,
                "language": "en",
                "applied_us": 0,
                "changed_us": 0,
                "reasons": [],
            }
            await tx.insert(schema.applications, values, an_entry("application.sent", at=now))

        await show.installation.store.write(place)
        await self.give_role(person)
        return person

    async def give_role(self, person: Person) -> None:
        """The participants' role, which opens the channels."""
        bound = await setup.bindings(self.scene.show.installation.store, self.scene.marathon_id)
        self.scene.show.guild.members[person.id].role_ids.append(bound["role:participant"])

    async def choose(self, person: Person, prefix: str) -> Reply:
        """Opens the choice by the command and presses one of its buttons."""
        panel = await person.slash(self.scene.show.guild, "me", show="reminders")
        return await self.scene.press(person, panel, prefix)

    async def choose_direct(self, person: Person) -> None:
        await self.choose(person, f"do:1:reminders-by:{self.scene.marathon_id}:dm")

    async def play_to(self, session: Session, before: timedelta) -> None:
        await self.scene.show.stage.play(session.start - before, passed=lambda _: None)

    async def press(self, person: Person, message: Message, prefix: str) -> Reply:
        button = find(message, prefix)
        assert button is not None
        reply = await person.click(message, button)
        await self.scene.show.stage.rest()
        return reply

    async def choice_of(self, person: Person) -> Choice:
        store = self.scene.show.installation.store
        chosen = await reminder_choices.show(store, self.scene.marathon_id, discord_id=person.id)
        assert isinstance(chosen, Chosen)
        return chosen.choice

    @property
    def first(self) -> Session:
        return self.scene.show.sessions[0]

    def posts(self, purpose: str = "sessions") -> list[str]:
        """Titles of what stands in a channel."""
        return [title_of(one) for one in channel_of(self.scene.show, purpose).messages.values()]


def title_of(message: Message) -> str:
    return str(message.embeds[0].get("title", "")) if message.embeds else message.content


def told(person: Person) -> list[str]:
    """The titles of what came by direct message."""
    return [title_of(message) for message in person.direct_messages if message.embeds]


@asynccontextmanager
async def a_course(folder: Path) -> AsyncIterator[Course]:
    async with a_scene(folder) as scene:
        yield Course(scene=scene)


async def test_who_chooses_direct_messages_is_reminded_so_and_answers_with_one_press(tmp_path: Path) -> None:
    async with a_course(tmp_path) as course:
        person, other = await course.participant("Amina"), await course.participant("Bea")
        before = await person.slash(course.scene.show.guild, "me", show="reminders")
        assert "in the channel" in before.text
        assert "22:00–07:00 (Africa/Nairobi)" in before.text
        await course.choose_direct(person)
        assert len(told(person)) == 1
        assert "come here from now on" in str(person.direct_messages[0].embeds[0]["description"])
        await course.play_to(course.first, DAY)
        await course.scene.show.stage.rest()
        assert (told(person)[1:], told(other)) == (["Session 1 begins in one day"], [])
        assert course.posts()[-1] == "Session 1 begins in one day"

        reminder = person.direct_messages[-1]
        assert all(len(str(one["custom_id"])) <= 100 for one in controls(reminder))
        calendar = await course.press(person, reminder, "do:1:reminder-calendar:")
        assert "calendar.google.com/calendar/render?action=TEMPLATE" in calendar.text
        noted = await course.press(person, reminder, "do:1:reminder-absent:")
        assert "counts neither for nor against you" in noted.text
        listed = await course.scene.show.organiser.slash(course.scene.show.guild, "attendance missing", session=1)
        assert "that they cannot come" in listed.text
        assert (
            "that they cannot come"
            in (await course.scene.show.organiser.slash(course.scene.show.guild, "attendance show", number=1)).text
        )
        await course.play_to(course.first, -HOUR)
        assert told(person)[2:] == []

        await course.play_to(course.scene.show.sessions[1], DAY)
        assert told(person)[2:] == ["Session 2 begins in one day"]
        muted = await course.press(person, person.direct_messages[-1], "do:1:reminder-mute:")
        assert "Muted" in muted.text
        await course.play_to(course.scene.show.sessions[1], -HOUR)
        assert told(person)[3:] == []


async def test_a_press_on_the_post_in_the_channel_is_the_pressers_own(tmp_path: Path) -> None:
    async with a_course(tmp_path) as course:
        person, stranger = await course.participant("Amina"), await course.scene.person("Stranger")
        await course.give_role(stranger)
        await course.play_to(course.first, DAY)
        post = list(channel_of(course.scene.show, "sessions").messages.values())[-1]
        assert "Noted" in (await course.press(person, post, "do:1:reminder-absent:")).text
        assert "no place" in (await course.press(stranger, post, "do:1:reminder-absent:")).text
        assert "no application of yours" in (await course.press(stranger, post, "do:1:reminder-mute:")).text
        await course.press(person, post, "do:1:reminder-mute:")
        assert (await course.choice_of(person)).muted


async def test_somebody_who_takes_no_direct_messages_is_back_in_the_channel_and_me_says_so(tmp_path: Path) -> None:
    async with a_course(tmp_path) as course:
        person = await course.participant("Amina", accepts_dms=False)
        await course.choose_direct(person)
        choice = await course.choice_of(person)
        assert (choice.means, choice.refused is not None) == (Means.CHANNEL, True)
        panel = await person.slash(course.scene.show.guild, "me", show="reminders")
        assert "did not let a direct message through" in panel.text
        assert "Something needs you" not in course.posts("desk")
        person.user.accepts_dms = True
        await course.scene.show.stage.play(course.scene.show.stage.clock.now() + HOUR, passed=lambda _: None)
        await course.choose_direct(person)
        assert (await course.choice_of(person)).refused is None
        assert len(told(person)) == 1


async def test_opening_too_many_pauses_them_tells_the_desk_once_and_loses_nothing(tmp_path: Path) -> None:
    async with a_course(tmp_path) as course:
        show = course.scene.show
        people = [await course.participant(f"Person {number}") for number in range(4)]
        show.discord.world.limits = replace(show.discord.world.limits, dm_openings=2)
        for person in people:
            await course.choose_direct(person)
        assert [len(told(person)) for person in people] == [1, 1, 0, 0]
        assert course.posts("desk").count("Something needs you") == 1
        waiting = await deliveries.ledger(show.installation.store, course.scene.marathon_id, limit=2)
        assert {(one.state, one.reason) for one in waiting if one.means is Means.DM} == {
            (DeliveryState.DUE, "no-dms:40003")
        }
        show.discord.world.limits = replace(show.discord.world.limits, dm_openings=None)
        sender = show.installation.direct_messages
        assert sender is not None
        sender.resume()
        await show.stage.play(show.stage.clock.now() + HOUR, passed=lambda _: None)
        assert [len(told(person)) for person in people] == [1, 1, 1, 1]
        assert course.posts("desk").count("Something needs you") == 1


async def test_after_a_move_those_who_were_told_in_person_hear_of_it_in_person(tmp_path: Path) -> None:
    async with a_course(tmp_path) as course:
        person = await course.participant("Amina")
        await course.choose_direct(person)
        await course.play_to(course.first, DAY)
        organiser, guild = course.scene.show.organiser, course.scene.show.guild
        preview = await organiser.slash(
            guild, "programme move", session=f"id:{course.first.id}", to="2025-09-09 16:00", reason="the hall"
        )
        await course.scene.press(organiser, preview, "do:1:programme-change:")
        assert told(person)[-1] == "Session 1 has a new time"
        await course.play_to(course.first, -2 * HOUR)
        assert told(person)[1:] == [
            "Session 1 begins in one day",
            "Session 1 has a new time",
            "Session 1 begins in one day",
            "Session 1 begins in one hour",
            "Session 1 begins now",
        ]


async def test_an_extra_message_is_previewed_and_said_once_though_two_confirm(tmp_path: Path) -> None:
    async with a_course(tmp_path) as course:
        show = course.scene.show
        organiser, guild = show.organiser, show.guild
        nobody = await organiser.slash(guild, "reminders send", to="everyone", by="dm")
        assert nobody.modal is not None
        assert "reach nobody" in (await organiser.submit(nobody.modal, {"text": "Anybody?"})).text
        person, other = await course.participant("Amina"), await course.participant("Bea")
        await course.choose_direct(person)
        previews = []
        for by in ("dm", "dm", "channel"):
            asked = await organiser.slash(guild, "reminders send", to="everyone", by=by)
            assert asked.modal is not None
            previews.append(await organiser.submit(asked.modal, {"text": "Bring **two** questions."}))
        assert ["reaches one person" in one.text for one in previews] == [True, True, False]
        assert "reaches 2 people" in previews[2].text
        answers = [await course.scene.press(organiser, one, "do:1:extra-send:") for one in previews]
        assert ["on its way" in one.text for one in answers] == [True, False, True]
        assert "said today" in answers[1].text
        said = [str(one.embeds[0]["description"]) for one in person.direct_messages if one.embeds]
        assert said[1:] == ["Bring **two** questions."]
        assert told(other) == []
        posted = list(channel_of(show, "sessions").messages.values())[-1]
        assert posted.embeds[0]["description"] == "Bring **two** questions."
