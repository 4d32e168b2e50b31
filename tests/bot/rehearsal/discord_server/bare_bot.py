"""A bare discord.py client against the local Discord, for the server's own tests."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.clock import CourseClock
from bot.rehearsal.discord_server import Application, Faults, Guild, Limits, LocalDiscord, Person

TOKEN = "a-token-of-the-rehearsal"
NOW = datetime(2025, 9, 9, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A running server with one guild, its owner Olga and two members."""

    server: LocalDiscord
    application: Application
    guild: Guild
    olga: Person
    ana: Person
    ben: Person


@asynccontextmanager
async def a_scene(
    *,
    limits: Limits | None = None,
    faults: Faults | None = None,
    traffic_log: Path | None = None,
    clock: CourseClock | None = None,
) -> AsyncIterator[Scene]:
    server = LocalDiscord(clock=clock or CourseClock(NOW), limits=limits, faults=faults, traffic_log=traffic_log)
    await server.start()
    application = server.add_application(token=TOKEN, name="Marathon")
    olga, ana, ben = (
        server.add_person(name="Olga"),
        server.add_person(name="Ána Ñandú", locale="fr"),
        server.add_person(name="Ben", accepts_dms=False),
    )
    guild = server.add_guild(name="Hub", owner=olga, bot=application)
    for person in (ana, ben):
        await person.join(guild)
    try:
        yield Scene(server=server, application=application, guild=guild, olga=olga, ana=ana, ben=ben)
    finally:
        await server.stop()


class BareBot(discord.Client):
    """A client with a command tree and nothing else; ``arrived`` is set when it is ready."""

    def __init__(self, server: LocalDiscord) -> None:
        intents = discord.Intents.default()
        intents.members = True
        connector = aiohttp.TCPConnector(limit=100)
        super().__init__(intents=intents, connector=connector, guild_ready_timeout=0.05)
        self.tree = app_commands.CommandTree(self)
        self.arrived = asyncio.Event()
        self.resumed = asyncio.Event()
        self.server = server

    async def on_ready(self) -> None:
        self.arrived.set()

    async def on_resumed(self) -> None:
        self.resumed.set()

    @property
    def hub(self) -> discord.Guild:
        return self.guilds[0]

    @property
    def general(self) -> discord.TextChannel:
        return self.hub.text_channels[0]


@asynccontextmanager
async def a_bot(
    server: LocalDiscord, prepare: Callable[[BareBot], Awaitable[None] | None] | None = None
) -> AsyncIterator[BareBot]:
    """The client, logged in and ready; ``prepare`` adds commands before they are synchronised."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = server.api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(server.gateway_url)
    client = BareBot(server)
    running = asyncio.create_task(client.start(TOKEN))
    try:
        arrived = asyncio.create_task(client.arrived.wait())
        await asyncio.wait({running, arrived}, return_when=asyncio.FIRST_COMPLETED, timeout=20)
        if running.done():
            running.result()
        if prepare is not None:
            made = prepare(client)
            if made is not None:
                await made
            await client.tree.sync()
        yield client
    finally:
        await client.close()
        await asyncio.gather(running, return_exceptions=True)
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
