"""A guild without a gateway, for the command line: look, plan, make, by REST alone."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import discord

from bot.chat.client import TokenRefused, use_local_discord
from bot.chat.guild import GuildPlan, fetch_known_guild, make_guild, plan_guild
from bot.chat.patience import use_patience
from sessions.domain.programme import Marathon


class GuildUnknown(Exception):
    """The bot is in no guild of this id."""


class GuildForbidden(Exception):
    """The bot lacks a permission in the guild; the text names Discord's reason."""


class GuildDoor:
    """Opened by ``open_guild``."""

    def __init__(self, guild: discord.Guild, me: int) -> None:
        self._guild = guild
        self._me = me
        self.name = guild.name

    async def plan(self, marathon: Marathon, bound: Mapping[str, int], chosen: Mapping[str, int]) -> GuildPlan:
        return plan_guild(await fetch_known_guild(self._guild), marathon, bound, chosen)

    async def make(self, marathon: Marathon, plan: GuildPlan) -> dict[str, int]:
        """GuildForbidden when the bot may not; what was made before stays and is found again by the next try."""
        try:
            return await make_guild(self._guild, marathon, plan, me=self._me)
        except discord.Forbidden as error:
            raise GuildForbidden(error.text) from error

    async def give_role(self, discord_id: int, role_id: int) -> bool:
        """False when that account is not in the guild."""
        try:
            member = await self._guild.fetch_member(discord_id)
            await member.add_roles(discord.Object(role_id))
        except discord.NotFound:
            return False
        return True


@asynccontextmanager
async def open_guild(token: str, guild_id: int, *, api_url: str | None = None) -> AsyncIterator[GuildDoor]:
    """Logs in by REST. TokenRefused, GuildUnknown, or aiohttp's ClientError."""
    if api_url is not None:
        use_local_discord(api_url)
    client = discord.Client(intents=discord.Intents.none())
    use_patience(client)
    async with client:
        try:
            await client.login(token)
        except discord.LoginFailure as error:
            raise TokenRefused(str(error)) from error
        try:
            guild = await client.fetch_guild(guild_id)
        except (discord.NotFound, discord.Forbidden) as error:
            raise GuildUnknown(str(guild_id)) from error
        assert client.user is not None
        yield GuildDoor(guild, client.user.id)
