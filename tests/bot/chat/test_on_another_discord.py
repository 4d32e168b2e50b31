"""The chat face against SimCord, an in-process Discord that is not ours: so that our own server is not the only judge.

It carries one actor at a time and no wire; what it can carry is told here once more.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

import discord
import simcord

from bot.chat.client import MarathonClient
from bot.chat.context import Chat
from bot.chat.presence import VoiceWatch
from bot.clock import CourseClock
from bot.wording import Wording
from config import programmes, texts
from sessions.domain.actors import SYSTEM
from sessions.domain.applications import ApplicationStatus
from sessions.domain.programme import Programme
from sessions.imports.programme_dates import starting
from sessions.imports.programme_file import read_programme
from sessions.services import programmes as verbs
from sessions.services import standing
from sessions.services.attendance import CheckIns
from sessions.services.presence import Presences
from sessions.services.programmes import Planned
from sessions.storage.store import Store
from tests.builders import AT

FILLED = {
    "name": "Nguyễn Thị Ánh",
    "email": "anh@example.org",
    "organisation": "Works 1",
    "kind": ["manufacturer"],
    "function": ["production"],
}


@dataclass(frozen=True, slots=True)
class World:
    env: simcord.Env
    store: Store
    guild: simcord.GuildHandle
    lobby: simcord.ChannelHandle
    planned: Planned

    def member(self, name: str, *, manages: bool = False) -> simcord.MemberActor:
        roles = [self.guild.create_role("Managers", permissions=discord.Permissions.all())] if manages else []
        return self.guild.add_member(self.env.create_user(name), roles=roles)


@asynccontextmanager
async def a_world(store: Store) -> AsyncIterator[World]:
    shipped = read_programme(programmes.read("who-cgmp-2025"))
    assert isinstance(shipped, Programme)
    programme = starting(shipped, date(2026, 2, 17))  # applications are open at this Discord's own date
    assert isinstance(programme, Programme)
    planned = await verbs.take(store, programme, actor=SYSTEM, now=AT)
    assert isinstance(planned, Planned)
    chat = Chat(
        store=store,
        clock=CourseClock(datetime(2025, 8, 1, tzinfo=UTC)),
        wording=Wording(texts.catalogue),
        check_ins=CheckIns(store),
        feed_url=lambda key: f"https://marathon.example.org/calendar/{key}.ics",
        personal_feed_url=lambda _: None,
    )
    client = MarathonClient(chat, voice=VoiceWatch(Presences(store), chat.clock))
    async with simcord.run(client) as env:
        guild = env.create_guild()
        yield World(env, store, guild, guild.create_text_channel("lobby"), planned)


def answer(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    assert result.response is not None
    return result.response


def custom_id(response: simcord.ResponseMessage, prefix: str) -> str:
    """The id of the first button that begins so."""
    return next(
        str(item["custom_id"])
        for row in response.components
        for item in row["components"]
        if str(item.get("custom_id", "")).startswith(prefix)
    )


async def set_up(world: World) -> simcord.MemberActor:
    boss = world.member("boss", manages=True)
    preview = await boss.slash(world.lobby, "setup", marathon="who-cgmp-2025")
    assert preview.ephemeral
    await boss.click(answer(preview), custom_id=custom_id(answer(preview), "do:1:setup:"))
    return boss


async def test_without_a_marathon_everybody_is_told_so(store: Store) -> None:
    async with a_world(store) as world:
        reply = await world.member("ann").slash(world.lobby, "marathon")
        assert answer(reply).content == (
            "No marathon is set up in this server yet. Somebody who may manage the server can do it with `/setup`."
        )


async def test_setup_makes_roles_and_channels_that_only_the_right_people_see(store: Store) -> None:
    async with a_world(store) as world:
        await set_up(world)
        guild = world.env.bot.get_guild(world.guild.id)
        assert guild is not None
        names = {channel.name for channel in guild.text_channels} - {"lobby", "general"}
        assert names == {"who-cgmp-2025-announcements", "who-cgmp-2025-sessions", "who-cgmp-2025-desk"}
        desk = next(channel for channel in guild.text_channels if channel.name.endswith("-desk"))
        assert desk.overwrites_for(guild.default_role).view_channel is False
        planned = await verbs.show(world.store, world.planned.marathon.id)
        assert planned.marathon.guild_id == world.guild.id


async def test_applying_takes_a_form_a_look_and_a_click_and_is_kept_once(store: Store) -> None:
    async with a_world(store) as world:
        await set_up(world)
        ann = world.member("ann")
        choices = await ann.autocomplete(world.lobby, "apply", "country", "viet")
        assert choices[0]["value"] == "VN"
        form = await ann.slash(world.lobby, "apply", country="VN")
        review = await ann.submit_modal(form, FILLED)
        assert review.ephemeral
        done = await ann.click(answer(review), custom_id=custom_id(answer(review), "do:1:apply-send:"))
        own = await standing.own(world.store, world.planned.marathon.id, discord_id=ann.id, now=AT)
        assert own.status is ApplicationStatus.APPLIED
        again = await ann.slash(world.lobby, "me")
        assert again.ephemeral
        assert done.ephemeral


async def test_organisers_commands_refuse_others_in_a_sentence(store: Store) -> None:
    async with a_world(store) as world:
        await set_up(world)
        other = world.member("other", manages=True)
        reply = await other.slash(world.lobby, "completion show")
        assert answer(reply).content.startswith("This needs one of these roles in the marathon: organiser")
