"""Deliveries over the wire, against a local Discord that forgets nonces, breaks connections and refuses."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import discord

from bot.chat.client import use_local_discord
from bot.chat.sender import DiscordSender
from bot.clock import CourseClock, wire_now
from bot.rehearsal.discord_server import Channel, Faults, Guild, Limits, LocalDiscord, Person, visible_text
from bot.wording import Wording
from config import texts
from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryKind, DeliveryState, NotSent, Sent
from sessions.domain.programme import Marathon
from sessions.domain.reminders import Means
from sessions.services.deliveries import Context
from sessions.storage.store import Store
from tests.builders import a_store
from tests.journeys.reminder_simulation import a_marathon_programme
from tests.sessions.certifying import add_marathon, add_participant

TOKEN = "a-token-of-the-sender"
NOW = datetime(2025, 9, 9, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    server: LocalDiscord
    guild: Guild
    channel: Channel
    organiser: Person
    sender: DiscordSender
    context: Context
    store: Store


@asynccontextmanager
async def a_scene(*, limits: Limits | None = None, faults: Faults | None = None) -> AsyncIterator[Scene]:
    server = LocalDiscord(clock=CourseClock(NOW), limits=limits, faults=faults)
    await server.start()
    application = server.add_application(token=TOKEN, name="Marathon")
    organiser = server.add_person(name="Olga")
    guild = server.add_guild(name="Hub", owner=organiser, bot=application)
    channel = server.add_channel(guild, "announcements")
    use_local_discord(server.api_url)
    client = discord.Client(intents=discord.Intents(guilds=True))
    async with a_store() as store, client:
        await client.login(TOKEN)
        marathon = Marathon(id=1, key="who", programme=a_marathon_programme(), created=NOW, guild_id=guild.id)
        yield Scene(
            server=server,
            guild=guild,
            channel=channel,
            organiser=organiser,
            sender=DiscordSender(
                client,
                store,
                Wording(texts.catalogue),
                lambda _: None,
                lambda holder: f"https://marathon.example.org/calendar/p/{holder.participant}.ics",
            ),
            context=Context(marathon=marathon, sessions=(), bindings={"channel:announcements": channel.id}),
            store=store,
        )
    await server.stop()


def a_delivery(number: int = 1) -> Delivery:
    return Delivery(
        id=number,
        marathon_id=1,
        key=DeliveryKey("who", "marathon", DeliveryKind.PLACES_GIVEN, str(number), "public"),
        means=Means.CHANNEL,
        state=DeliveryState.CLAIMED,
        due=NOW,
        useful_until=None,
        payload={"places": number},
        tries=1,
        claimed=NOW,
        held=wire_now(),
    )


def again(delivery: Delivery, *, after: timedelta) -> Delivery:
    """The second try, so long after the first."""
    return replace(delivery, tries=2, tried=wire_now() - after, held=wire_now())


async def test_a_repeat_within_minutes_is_refused_by_its_nonce() -> None:
    async with a_scene() as scene:
        first = await scene.sender.send(a_delivery(), scene.context)
        second = await scene.sender.send(again(a_delivery(), after=timedelta(seconds=5)), scene.context)
        assert (first, len(scene.server.received)) == (second, 1)


async def test_what_was_said_too_long_ago_for_its_nonce_is_found_far_up_in_the_channel() -> None:
    async with a_scene(limits=Limits(nonce_seconds=0.0)) as scene:
        first = await scene.sender.send(a_delivery(), scene.context)
        assert isinstance(first, Sent)
        for number in range(230):
            await scene.organiser.say(scene.channel, f"Talk {number}")
        second = await scene.sender.send(again(a_delivery(), after=timedelta(minutes=30)), scene.context)
        assert second == replace(first, repeated=True)


async def test_one_look_at_a_channel_serves_all_that_were_claimed_together() -> None:
    async with a_scene(limits=Limits(nonce_seconds=0.0)) as scene:
        for number in range(1, 11):
            await scene.sender.send(a_delivery(number), scene.context)
        looked_for = [again(a_delivery(number), after=timedelta(minutes=30)) for number in range(1, 13)]
        outcomes = [await scene.sender.send(delivery, scene.context) for delivery in looked_for]
        assert [outcome.repeated for outcome in outcomes if isinstance(outcome, Sent)] == [True] * 10 + [False] * 2
        assert len(scene.server.received) == 12


async def test_a_connection_that_breaks_after_the_message_is_made_leaves_one_message() -> None:
    async with a_scene(faults=Faults(reset_after=1.0)) as scene:
        first = await scene.sender.send(a_delivery(), scene.context)
        assert first == NotSent(delivery_id=1, reason="no-connection", permanent=False)
        second = await scene.sender.send(again(a_delivery(), after=timedelta(seconds=2)), scene.context)
        assert isinstance(second, Sent)
        assert [received.nonce for received in scene.server.received] == [a_delivery().key.nonce]


async def test_a_channel_that_is_gone_and_one_that_was_never_made_are_failures_for_good() -> None:
    async with a_scene() as scene:
        gone = replace(scene.context, bindings={"channel:announcements": 1})
        never = replace(scene.context, bindings={})
        assert [await scene.sender.send(a_delivery(), context) for context in (gone, never)] == [
            NotSent(delivery_id=1, reason="gone:10003", permanent=True),
            NotSent(delivery_id=1, reason="not-set-up:channel:announcements", permanent=True),
        ]


async def test_whoever_gets_a_place_is_welcomed_with_their_own_calendar_and_nobody_else_gets_an_address() -> None:
    async with a_scene() as scene:
        planned = await add_marathon(scene.store)
        await add_participant(scene.store, planned.marathon.id, "Olga", discord_id=scene.organiser.id)
        for status in ("accepted", "waiting"):
            key = DeliveryKey("who", "person:1", DeliveryKind.APPLICATION_CHANGED, status, "person")
            payload: dict[str, object] = {"status": status, "application": 1, "discord_id": scene.organiser.id}
            told = replace(a_delivery(), key=key, means=Means.DM, payload=payload)
            assert isinstance(await scene.sender.send(told, scene.context), Sent)
        welcome, waiting = [visible_text(one) for one in scene.organiser.direct_messages]
        assert "https://marathon.example.org/calendar/p/1.ics" in welcome
        assert "https://" not in waiting
