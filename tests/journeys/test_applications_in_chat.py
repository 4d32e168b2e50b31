"""Applying, being selected, answering, leaving, coming back and being forgotten, in Discord with the real bot."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from bot.rehearsal.discord_server import Person, Reply, visible_text
from bot.rehearsal.participants import find
from bot.rehearsal.rehearsal import opening, raise_curtain
from bot.rehearsal.show import Plan, Rehearsal
from config import programmes as shipped
from sessions.domain.actors import Role
from sessions.domain.applications import ApplicationStatus
from sessions.domain.programme import Cohort, Programme
from sessions.imports.programme_file import read_programme
from sessions.services import application_lists, programmes, setup
from sessions.services.programmes import Planned
from sessions.storage.verification import Verified, verify
from tests.sessions.applicants import INCOMES, OPERATOR

S = ApplicationStatus
FORM = {
    "name": "Amina Odhiambo",
    "email": "amina@example.org",
    "organisation": "Nairobi Works",
    "kind": "manufacturer",
    "function": "production",
}


@dataclass(slots=True)
class Scene:
    show: Rehearsal
    marathon_id: int
    people: list[Person] = field(default_factory=list)

    async def person(self, name: str) -> Person:
        person = self.show.discord.add_person(name=name)
        await person.join(self.show.guild)
        self.people.append(person)
        return person

    async def fill(self, person: Person, country: str = "Kenya", **typed: str) -> Reply:
        """The form, filled in; the answer is the review."""
        asked = await person.slash(self.show.guild, "apply", country=country)
        assert asked.modal is not None, asked.text
        return await person.submit(asked.modal, FORM | typed)

    async def apply(self, person: Person, country: str = "Kenya", **typed: str) -> Reply:
        return await self.press(person, await self.fill(person, country, **typed), "do:1:apply-send:")

    async def press(self, person: Person, reply: Reply, prefix: str) -> Reply:
        button = find(reply.message, prefix)
        assert button is not None, reply.text
        assert reply.message is not None
        pressed = await person.click(reply.message, button)
        await self.show.stage.rest()
        return pressed

    async def answer_offer(self, person: Person, verb: str) -> Reply:
        message = next(one for one in reversed(person.direct_messages) if find(one, f"do:1:{verb}:"))
        reply = await person.click(message, find(message, f"do:1:{verb}:") or "")
        await self.show.stage.rest()
        return reply

    async def statuses(self) -> Mapping[int, str]:
        lines = await application_lists.every(
            self.show.installation.store, marathon_id=self.marathon_id, incomes=INCOMES
        )
        return {line.number: line.status.value for line in lines}

    def has_role(self, person: Person) -> bool:
        return any("participant" in name.casefold() for name in person.role_names(self.show.guild))


@asynccontextmanager
async def a_scene(folder: Path, *, places: int = 2, cohorts: tuple[Cohort, ...] = ()) -> AsyncIterator[Scene]:
    """Applications are open; two organisers."""
    programme = read_programme(shipped.read("who-cgmp-2025"))
    assert isinstance(programme, Programme)
    selection = replace(programme.selection, capacity=places)
    programme = replace(programme, selection=selection, cohorts=cohorts)
    plan = Plan(programme=programme, participants=0, seed=1, database_url=f"sqlite:///{folder}/marathon.sqlite3")
    async with raise_curtain(plan) as show:
        store = show.installation.store
        planned = await programmes.take(store, programme, actor=OPERATOR, now=show.stage.clock.now())
        assert isinstance(planned, Planned)
        show.marathon, show.sessions = planned.marathon, planned.sessions
        scene = Scene(show=show, marathon_id=planned.marathon.id)
        preview = await show.organiser.slash(show.guild, "setup", marathon=planned.marathon.key)
        done = await scene.press(show.organiser, preview, "do:1:setup:")
        asked = await scene.press(show.organiser, done, "do:1:announce-preview:")
        await scene.press(show.organiser, asked, "do:1:announce:")
        await show.stage.play(opening(programme)[0] + timedelta(hours=1), passed=lambda _: None)
        yield scene
        assert isinstance(await store.read(verify), Verified)


async def test_from_application_to_promotion(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        first, second, third = [await scene.person(name) for name in ("First", "Second", "Third")]
        for number, person in enumerate((first, second, third)):
            assert "saved" in (await scene.apply(person, email=f"person{number}@example.org")).text
        organiser, guild = scene.show.organiser, scene.show.guild
        proposal = await organiser.slash(guild, "applications select")
        assert "**2** are offered a place, **1** wait" in proposal.text
        asked = await scene.press(organiser, proposal, "do:1:select-change:")
        assert asked.modal is not None
        changed = await organiser.submit(asked.modal, {"number": "1", "decision": "wait", "reason": "spoke last year"})
        assert "**1** are offered a place, **2** wait" in changed.text
        assert await scene.statuses() == {1: "applied", 2: "applied", 3: "applied"}

        other = await scene.person("Second organiser")
        await setup.grant(
            scene.show.installation.store, scene.marathon_id, discord_id=other.id, role=Role.ORGANISER,
            actor=OPERATOR, now=scene.show.stage.clock.now(),
        )  # fmt: skip
        message, button = changed.message, find(changed.message, "do:1:select-approve:")
        assert message is not None
        assert button is not None
        both = await asyncio.gather(organiser.click(message, button), organiser.click(message, button))
        await scene.show.stage.rest()
        assert sorted("was approved by" in reply.text for reply in both) == [False, True]
        assert await scene.statuses() == {1: "waiting", 2: "offered", 3: "waiting"}
        waits = (await third.slash(guild, "me")).text
        assert "You are number 2 on the waiting list." in waits
        assert f"A place that frees until <t:{int(scene.show.sessions[-1].start.timestamp())}:D> is offered" in waits

        assert "The place is yours" in (await scene.answer_offer(second, "offer-accept")).text
        assert scene.has_role(second)
        offered = await organiser.slash(guild, "applications offer")
        await scene.show.stage.rest()
        assert "One place was offered" in offered.text
        assert "given the place back" in (await scene.answer_offer(first, "offer-decline")).text
        assert await scene.statuses() == {1: "declined", 2: "accepted", 3: "offered"}
        assert find(third.direct_messages[-1], "do:1:offer-accept:") is not None
        due = scene.show.stage.clock.now() + timedelta(days=6)
        await scene.show.stage.play(due, passed=lambda _: None)
        assert await scene.statuses() == {1: "declined", 2: "accepted", 3: "expired"}


async def test_everything_an_organiser_can_look_at(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        organiser, guild = scene.show.organiser, scene.show.guild
        assert "no such applications" in (await organiser.slash(guild, "applications list")).text
        assert "No application waits" in (await organiser.slash(guild, "applications select")).text
        first, second = await scene.person("First"), await scene.person("Second")
        await scene.apply(first)
        await scene.apply(second, "Switzerland", name="Bea Müller")
        listed = await organiser.slash(guild, "applications list")
        assert "`1` **applied** · Amina Odhiambo · KE · Nairobi Works ⚠ same e-mail as 2" in listed.text
        await scene.press(organiser, await organiser.slash(guild, "applications select"), "do:1:select-approve:")
        shown = await organiser.slash(guild, "applications show", number=1)
        assert "Priority group 1 of 2 by country: KE (lower-middle income)." in shown.text
        assert "There is no application number 9" in (await organiser.slash(guild, "applications show", number=9)).text
        assert "2 applications" in (await organiser.slash(guild, "applications stats")).text
        assert "name" not in (await organiser.slash(guild, "applications export")).text.split("others: ")[1].split(", ")
        assert "no field nonsense" in (await organiser.slash(guild, "applications export", fields="nonsense")).text
        renamed = await organiser.slash(
            guild, "applications name", number=1, name="Amina A. Odhiambo", reason="as in the passport"
        )
        assert "is now “Amina A. Odhiambo”" in renamed.text
        rejected = await organiser.slash(guild, "applications decide", number=2, decision="reject", reason="no reply")
        assert "Application 2: rejected." in rejected.text
        assert "There are no such" in (await organiser.slash(guild, "applications waiting")).text


async def test_bad_input_is_refused_in_a_sentence_and_nothing_is_lost(tmp_path: Path) -> None:
    async with a_scene(tmp_path, places=1) as scene:
        person, guild = await scene.person("Amina"), scene.show.guild
        assert "No country is called" in (await person.slash(guild, "apply", country="Atlantis")).text
        for typed, said in (
            ({"name": "A"}, "must have 2 to 200 characters"),
            ({"email": "amina.example.org"}, "it must be an e-mail address"),
            ({"name": "Amina\nOdhiambo"}, "cannot hold these characters"),
        ):
            review = await scene.fill(person, **typed)
            assert said in review.text
            assert find(review.message, "do:1:apply-send:") is None
        asked = await person.slash(guild, "apply", country="Kenya")
        assert asked.modal is not None
        assert asked.modal.field("organisation").component["value"] == "Nairobi Works"  # the draft is still there
        assert "\nManufacturer\n" in review.text
        assert "\nProduction" in review.text
        await scene.show.stage.play(scene.show.stage.clock.now() + timedelta(hours=1), passed=lambda _: None)
        review = await person.submit(asked.modal, FORM)  # left open for an hour
        assert "saved" in (await scene.press(person, review, "do:1:apply-send:")).text
        again = await scene.press(person, review, "do:1:apply-send:")
        assert "You applied already" in again.text
        state = await person.slash(guild, "apply", country="Kenya")
        assert "Your application is in." in state.text
        assert await scene.statuses() == {1: "applied"}


async def test_correcting_withdrawing_and_applying_again(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        person, guild = await scene.person("Amina"), scene.show.guild
        await scene.apply(person)
        state = await person.slash(guild, "apply", country="Kenya")
        asked = await scene.press(person, state, "do:1:apply-edit:")
        assert asked.modal is not None
        edited = await person.submit(asked.modal, FORM | {"name": "Amina A. Odhiambo"})
        assert "Changed: Name as on the certificate." in edited.text
        preview = await scene.press(person, state, "do:1:apply-withdraw:")
        assert "is withdrawn" in (await scene.press(person, preview, "do:1:apply-withdraw-now:")).text
        assert await scene.statuses() == {1: "withdrawn"}
        assert "saved" in (await scene.apply(person)).text
        assert await scene.statuses() == {1: "applied"}


async def test_leaving_keeps_the_place_and_coming_back_restores_the_role(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        person, guild = await scene.person("Amina"), scene.show.guild
        await scene.apply(person)
        proposal = await scene.show.organiser.slash(guild, "applications select")
        await scene.press(scene.show.organiser, proposal, "do:1:select-approve:")
        await scene.answer_offer(person, "offer-accept")
        await person.leave(guild)
        await scene.show.stage.rest()
        assert await scene.statuses() == {1: "accepted"}
        assert not guild.members.get(person.id)
        await person.join(guild)
        async with asyncio.timeout(30):  # the gateway takes its time to tell the bot
            while not scene.has_role(person):
                await scene.show.stage.rest()


async def test_my_data_and_being_forgotten(tmp_path: Path) -> None:
    async with a_scene(tmp_path, places=1) as scene:
        guild, organiser = scene.show.guild, scene.show.organiser
        person, waiting = await scene.person("Amina"), await scene.person("Bea")
        await scene.apply(person)
        await scene.apply(waiting, name="Bea Weiss", email="bea@example.org")
        await scene.press(organiser, await organiser.slash(guild, "applications select"), "do:1:select-approve:")
        await scene.answer_offer(person, "offer-accept")
        me = await person.slash(guild, "me")
        data = await scene.press(person, me, "do:1:me-data:")
        assert data.message is not None
        assert [one["filename"] for one in data.message.body()["attachments"]] == ["my-data.json"]
        preview = await scene.press(person, me, "do:1:me-forget:")
        assert "You are forgotten" in (await scene.press(person, preview, "do:1:me-forget-now:")).text
        assert not scene.has_role(person)
        assert await scene.statuses() == {1: "withdrawn", 2: "offered"}
        listed = await organiser.slash(guild, "applications list")
        assert "Amina" not in listed.text
        assert "You have not applied" in (await person.slash(guild, "me")).text


async def test_the_group_is_changed_by_the_person_then_by_an_organiser(tmp_path: Path) -> None:
    cohorts = (Cohort(key="asia", title="Mornings", capacity=1), Cohort(key="europe", title="Evenings", capacity=1))
    async with a_scene(tmp_path, cohorts=cohorts) as scene:
        organiser, guild = scene.show.organiser, scene.show.guild
        first = await scene.person("First")
        await scene.apply(first)
        own = await first.slash(guild, "me")
        assert own.message is not None
        select = find(own.message, "pick:1:me-cohort:")
        assert select is not None
        assert (await first.choose(own.message, select, ["asia"])).text == "Your group is “Mornings”."
        await scene.press(organiser, await organiser.slash(guild, "applications select"), "do:1:select-approve:")
        await scene.answer_offer(first, "offer-accept")
        assert [name for name in first.role_names(guild) if "orning" in name or "asia" in name] != []
        judged = await first.choose(own.message, select, ["europe"])
        assert "selection has judged" in judged.text
        moved = await organiser.slash(guild, "applications cohort", number=1, cohort="europe", reason="works at night.")
        assert moved.text == "Application 1 is in the group europe now, and the person is told."
        await scene.show.stage.rest()
        assert "You are in another group now: “Evenings”" in visible_text(first.direct_messages[-1])
        assert [name for name in first.role_names(guild) if "orning" in name or "asia" in name] == []
        assert "europe" in (await organiser.slash(guild, "applications show", number=1)).text


async def zones_of(scene: Scene) -> list[str]:
    store = scene.show.installation.store
    lines = await application_lists.every(store, marathon_id=scene.marathon_id, incomes=INCOMES)
    return [line.zone for line in lines]


async def test_every_clock_of_a_large_country_can_be_chosen_and_the_zone_is_changed_later(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        guild = scene.show.guild
        kai, anna = await scene.person("Kai"), await scene.person("Anna")
        review = await scene.fill(kai, "United States")
        assert review.message is not None
        select = find(review.message, "pick:1:apply-zone:")
        assert select is not None
        chosen = await kai.choose(review.message, select, ["Pacific/Honolulu"])
        assert "saved" in (await scene.press(kai, chosen, "do:1:apply-send:")).text
        asked = await anna.slash(guild, "apply", country="Kenya", zone="Europe/Lisbon")
        assert asked.modal is not None
        shown = await anna.submit(asked.modal, FORM | {"email": "anna@example.org"})
        await scene.press(anna, shown, "do:1:apply-send:")
        assert await zones_of(scene) == ["Pacific/Honolulu", "Europe/Lisbon"]
        unknown = await anna.slash(guild, "apply", country="Kenya", zone="Mars")
        assert "“Mars” is not a time zone that is known here" in unknown.text
        changed = await anna.slash(guild, "apply", country="Kenya", zone="Asia/Tokyo")
        assert changed.text.startswith("Your time zone is Asia/Tokyo now; it is ")
        assert await zones_of(scene) == ["Pacific/Honolulu", "Asia/Tokyo"]
