"""The Discord client: logs in, publishes the commands, hands interactions to their nouns."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import discord
import yarl

from bot.chat.clicks import Clicks
from bot.chat.command_texts import CommandTexts
from bot.chat.commands import FORMS, HANDLERS, build
from bot.chat.context import NOBODY, Chat
from bot.chat.errors import Tree
from bot.chat.pace import Pace
from bot.chat.patience import use_patience
from bot.chat.presence import VoiceWatch
from bot.chat.views.actions import ActionButton, ActionSelect, take_form
from bot.chat.views.check_in import take_click
from bot.logs import about
from bot.metrics import Metrics
from sessions.domain.shards import Shards
from sessions.services import membership, scheduled_events

CONNECTIONS = 100
"""discord.py opens sockets without a bound unless told otherwise; a burst of clicks must not eat all descriptors."""

logger = logging.getLogger(__name__)


class TokenRefused(Exception):
    """Discord does not know the token."""


class MarathonClient(discord.Client):
    """``api_url``: another Discord, on loopback only (rehearsals), which sets its own pace; None: Discord itself, below
    whose limits everything is paced."""

    def __init__(
        self,
        chat: Chat,
        *,
        voice: VoiceWatch,
        api_url: str | None = None,
        shards: Shards | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        if api_url is not None:
            use_local_discord(api_url)
        self.pace = Pace()
        super().__init__(
            intents=discord.Intents(guilds=True, members=True, voice_states=True, guild_scheduled_events=True),
            connector=aiohttp.TCPConnector(limit=CONNECTIONS),
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            allowed_mentions=NOBODY,
            http_trace=aiohttp.TraceConfig() if api_url is not None else self.pace.trace(),
            shard_count=None if shards is None else shards.count,
        )
        self._metrics = metrics or Metrics()
        use_patience(self, self._metrics.answer)
        self._connected = False
        Clicks(partial(take_click, chat)).connect(self)
        parse = self._connection.parsers["INTERACTION_CREATE"]
        self._connection.parsers["INTERACTION_CREATE"] = partial(self._take, parse)
        self._chat = chat
        self._api_url = api_url
        self._voice = voice
        self.tree = Tree(self)
        self.tree.chat = chat
        ActionButton.chat, ActionButton.handlers = chat, HANDLERS
        for command in build(chat):
            self.tree.add_command(command)

    def _take(self, parse: Callable[[Any], None], data: Any) -> None:
        """Whatever comes of an interaction carries its id in the log, and is timed."""
        self._metrics.hear(str(data["id"]), int(data["type"]))
        with about(f"interaction {data['id']}"):
            parse(data)

    @property
    def is_up(self) -> bool:
        """Whether the gateway tells what happens, now."""
        return self._connected

    @property
    def delays(self) -> list[tuple[int, float]]:
        """Seconds from a heartbeat to its acknowledgement, by shard; not a number before the first."""
        return [(0, self.latency)]

    async def setup_hook(self) -> None:
        """Runs after login and before the gateway: buttons are known before the first press can come."""
        if self._api_url is not None:
            gateway = await self.http.request(discord.http.Route("GET", "/gateway/bot"))
            discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway["url"])
        self.add_dynamic_items(ActionButton, ActionSelect)
        await self.tree.set_translator(CommandTexts(self._chat.wording))
        await self.tree.sync()

    async def enter(self, token: str) -> None:
        """Logs in; TokenRefused, or aiohttp's ClientError. A client that could not log in is closed."""
        try:
            await self.login(token)
        except discord.LoginFailure as error:
            await self.close()
            raise TokenRefused(str(error)) from error
        except BaseException:
            await self.close()
            raise

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            await take_form(self._chat, interaction, FORMS)

    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        await scheduled_events.put_right(self._chat.store, event.guild_id, event.id, now=self._chat.clock.now())

    async def on_voice_state_update(
        self, member: discord.Member, _before: discord.VoiceState, after: discord.VoiceState
    ) -> None:
        await self._voice.heard(member, after)

    async def on_ready(self) -> None:
        self._connected = True
        await self._voice.ready(self)

    async def on_disconnect(self) -> None:
        self._connected = False
        self._voice.lost()

    async def on_resumed(self) -> None:
        self._connected = True
        self._voice.resumed()

    async def on_member_join(self, member: discord.Member) -> None:
        """Somebody who left and comes back has the roles of their place again."""
        now = self._chat.clock.now()
        await membership.welcome_back(self._chat.store, guild_id=member.guild.id, discord_id=member.id, now=now)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        logger.exception("handling %s failed", event_method)


class ShardedClient(MarathonClient, discord.AutoShardedClient):
    """The same on some of several shards. Each has a connection to lose; presence is proven while all are up."""

    def __init__(
        self,
        chat: Chat,
        *,
        voice: VoiceWatch,
        shards: Shards,
        api_url: str | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._lost: set[int] = set(shards.ids)
        super().__init__(chat, voice=voice, api_url=api_url, shards=shards, metrics=metrics)
        self.shard_ids = list(shards.ids)

    @property
    def is_up(self) -> bool:
        return not self._lost

    @property
    def delays(self) -> list[tuple[int, float]]:
        return self.latencies

    async def on_shard_disconnect(self, shard: int) -> None:
        self._lost.add(shard)

    async def on_shard_ready(self, shard: int) -> None:
        self._lost.discard(shard)

    async def on_shard_resumed(self, shard: int) -> None:
        self._lost.discard(shard)
        if not self._lost:
            self._voice.resumed()

    async def on_resumed(self) -> None:
        """Told of each shard, and then only of one of them."""


def use_local_discord(api_url: str) -> None:
    """Turns discord.py to another server. ValueError for anything but a loopback address: a token must not leak."""
    host = urlsplit(api_url).hostname
    if host not in ("127.0.0.1", "localhost", "::1"):
        raise ValueError(f"the local Discord must be on a loopback address, not {host!r}")
    discord.http.Route.BASE = api_url.rstrip("/")
