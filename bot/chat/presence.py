"""Voice and stage channels as the gateway tells of them, handed to the record of presence."""

import asyncio
import logging

import discord

from bot.clock import Clock
from sessions.services.presence import SEEN_EVERY, Presences, There

logger = logging.getLogger(__name__)


class VoiceWatch:
    """The client's events, in their order. Discord says nothing of when somebody joined: the moment of hearing it
    counts."""

    def __init__(self, presences: Presences, clock: Clock) -> None:
        self._presences = presences
        self._clock = clock
        self._looking: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._looking = asyncio.create_task(self._look(), name="presence")

    async def stop(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)

    async def heard(self, member: discord.Member, state: discord.VoiceState) -> None:
        channel = state.channel
        name = "" if channel is None else channel.name
        await self._presences.move(member.id, None if channel is None else channel.id, name, self._clock.now())

    async def ready(self, client: discord.Client) -> None:
        """A new connection: who is there now."""
        there = [
            There(channel_id=channel.id, source=channel.name, people=frozenset(channel.voice_states))
            for guild in client.guilds
            for channel in (*guild.voice_channels, *guild.stage_channels)
        ]
        await self._presences.reconcile(there, self._clock.now())

    def lost(self) -> None:
        self._presences.lose(self._clock.now())

    def resumed(self) -> None:
        self._presences.resume()

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(SEEN_EVERY.total_seconds())
            try:
                await self._presences.look(self._clock.now())
            except Exception:
                logger.exception("writing down who is present failed; trying again")
