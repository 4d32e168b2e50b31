"""Answers of Discord that get lost after their effect, over the wire: what makes something new makes it once."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import aiohttp
import discord
import pytest
from discord.webhook.async_ import async_context

from bot.chat.guild_door import open_guild
from bot.chat.patience import PatientAdapter, use_patience
from bot.chat.scheduled_events import follow
from bot.clock import wire_now
from bot.rehearsal.discord_server import Faults, Received
from bot.rehearsal.discord_server.faults import RestFault
from sessions.domain.actors import SYSTEM
from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryKind, DeliveryState
from sessions.domain.programme import Marathon, Session
from sessions.domain.reminders import Means
from sessions.services import programmes, setup
from sessions.services.deliveries import Context
from sessions.services.programmes import Planned
from sessions.storage.store import Store
from tests.bot.rehearsal.discord_server.bare_bot import NOW, TOKEN, BareBot, Scene, a_bot, a_scene
from tests.journeys.reminder_simulation import a_marathon_programme


class OfNewThings(Faults):
    """Only what makes something new goes wrong, and each once."""

    def rest_fault(self, key: str, attempt: int) -> RestFault | None:
        new = key.startswith(("POST", "webhook_messages"))
        return super().rest_fault(key, attempt) if new else None


LOST = {
    "5xx after the effect": OfNewThings(server_error_after=1.0),
    "5xx before it": OfNewThings(server_error=1.0),
    "reset after the effect": OfNewThings(reset_after=1.0),
    "reset before it": OfNewThings(reset_before=1.0),
}
lost_answers = pytest.mark.parametrize("faults", LOST.values(), ids=LOST)


@lost_answers
async def test_channels_and_roles_are_made_once(faults: Faults) -> None:
    async with a_scene(faults=faults) as scene:
        marathon = Marathon(id=1, key="who", programme=a_marathon_programme(), created=NOW)
        async with open_guild(TOKEN, scene.guild.id, api_url=scene.server.api_url) as door:
            made = await door.make(marathon, await door.plan(marathon, {}, {}))
        purposes = setup.purposes([cohort.key for cohort in marathon.programme.cohorts])
        there = {channel.id: channel.name for channel in scene.guild.channels.values() if channel.name != "general"}
        there |= {role.id: role.name for role in scene.guild.roles.values() if role.name.startswith("who-")}
        assert made.keys() == set(purposes)
        assert there == {made[purpose]: f"who-{purpose.partition(':')[2]}" for purpose in purposes}


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """A marathon in the scene's guild, and a bot that follows its first session there."""

    scene: Scene
    bot: BareBot
    store: Store
    marathon: Marathon
    session: Session

    async def follow(self, session: Session, *, tries: int = 1) -> bool:
        """Nothing is bound yet, as when no answer ever came."""
        delivery = Delivery(
            id=1,
            marathon_id=self.marathon.id,
            key=DeliveryKey(self.marathon.key, f"session:{session.id}", DeliveryKind.EVENT, "r0", "guild"),
            means=Means.EVENT,
            state=DeliveryState.CLAIMED,
            due=NOW,
            useful_until=None,
            payload={},
            tries=tries,
            claimed=NOW,
            tried=wire_now() if tries > 1 else None,
            held=wire_now(),
        )
        context = Context(marathon=self.marathon, sessions=(session,), bindings={"channel:sessions": 10**17})
        return await follow(self.bot, self.store, delivery, context, lambda _: None)

    @property
    def starts(self) -> list[datetime]:
        """Of the guild's events."""
        return [event.start for event in self.scene.guild.events.values()]


@asynccontextmanager
async def a_planning(store: Store, faults: Faults | None = None) -> AsyncIterator[Planning]:
    planned = await programmes.take(store, a_marathon_programme(), actor=SYSTEM, now=NOW)
    assert isinstance(planned, Planned)
    async with a_scene(faults=faults) as scene, a_bot(scene.server, use_patience) as bot:
        yield Planning(
            scene=scene,
            bot=bot,
            store=store,
            marathon=replace(planned.marathon, guild_id=scene.guild.id),
            session=replace(planned.sessions[0], start=NOW + timedelta(days=8)),
        )


@lost_answers
async def test_a_session_has_one_event_whatever_became_of_the_answer(store: Store, faults: Faults) -> None:
    async with a_planning(store, faults) as planning:
        with pytest.raises((discord.DiscordServerError, aiohttp.ClientError)):
            await planning.follow(planning.session)
        assert await planning.follow(planning.session, tries=2)
        assert planning.starts == [planning.session.start]


async def test_a_session_that_moved_before_its_event_was_known_has_one_event(store: Store) -> None:
    """The move is a delivery of its own and knows nothing of the try that was not answered."""
    async with a_planning(store, LOST["5xx after the effect"]) as planning:
        with pytest.raises(discord.DiscordServerError):
            await planning.follow(planning.session)
        moved = replace(planning.session, title="A new title", start=planning.session.start + timedelta(days=1))
        assert await planning.follow(moved)
        assert planning.starts == [moved.start]


async def test_sessions_of_two_cohorts_with_the_same_name_have_an_event_each(store: Store) -> None:
    async with a_planning(store) as planning:
        copy = replace(planning.session, id=planning.session.id + 1, start=planning.session.start + timedelta(hours=8))
        await planning.follow(planning.session)
        await planning.follow(copy)
        assert planning.starts == [planning.session.start, copy.start]


async def with_reports(bot: BareBot) -> None:
    """Two commands: one answers after "thinking", the other says a second thing after its answer. Both edit their
    answer at the end, so that it is known when they are through."""

    @discord.app_commands.command(name="report", description="A report with a file")
    async def report(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        file = discord.File(io.BytesIO(b"one,two"), "report.csv")
        await interaction.followup.send("the report", file=file, ephemeral=True)
        await interaction.edit_original_response(content="through")

    @discord.app_commands.command(name="twice", description="Two answers")
    async def twice(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("the first", ephemeral=True)
        with suppress(discord.DiscordServerError, aiohttp.ClientError):
            await interaction.followup.send("the second", ephemeral=True)
        await interaction.edit_original_response(content="through")

    bot.tree.add_command(report)
    bot.tree.add_command(twice)


@asynccontextmanager
async def a_patient_bot(scene: Scene) -> AsyncIterator[BareBot]:
    """Patience for interactions is a matter of the context in which the client begins."""
    before = async_context.set(PatientAdapter())
    try:
        async with a_bot(scene.server, with_reports) as bot:
            yield bot
    finally:
        async_context.reset(before)


def is_through(received: Received) -> bool:
    return received.content == "through"


@lost_answers
async def test_a_report_after_thinking_is_seen_once_and_whole(faults: Faults) -> None:
    async with a_scene(faults=faults) as scene, a_patient_bot(scene):
        reply = await scene.ana.slash(scene.guild, "report")
        await scene.server.wait_received(is_through)
        assert reply.message is not None
        files = [(file["filename"], file["size"]) for file in reply.message.attachments]
        said = [one.content for one in scene.server.received]
        assert (said, files) == (["the report", "through"], [("report.csv", 7)])


@lost_answers
async def test_a_second_answer_is_never_seen_twice(faults: Faults) -> None:
    async with a_scene(faults=faults) as scene, a_patient_bot(scene):
        await scene.ana.slash(scene.guild, "twice")
        await scene.server.wait_received(is_through)
        said = [one.content for one in scene.server.received]
        assert said in (["the first", "through"], ["the first", "the second", "through"])
