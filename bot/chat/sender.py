"""Says deliveries in Discord: each with the nonce and the marker of its key, so that it is said once.

discord.py retries 429 and some 5xx itself; connection resets it does not: those come back as failures that may pass
and are tried again later, always with the same nonce. What may have been said too long ago for the nonce is first
looked for in the channel by its marker (``history``).
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

import aiohttp
import discord

from bot.chat import scheduled_events
from bot.chat.direct import CLOSED, TOO_FAST, DirectMessages
from bot.chat.history import History
from bot.chat.messages import render
from bot.chat.page import Post
from bot.clock import wire_now
from bot.wording import Wording
from sessions.domain.applications import ApplicationStatus
from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryKind, NotSent, Outcome, Sent
from sessions.domain.reminders import Means
from sessions.services import calendars, deliveries
from sessions.services.deliveries import Context
from sessions.storage.calendars import Holder
from sessions.storage.store import Store

logger = logging.getLogger(__name__)

_GONE = {10003, 10004, 10008, 10011, 10070}
"""Discord error codes for an unknown channel, guild, message, role, scheduled event."""


class DiscordSender:
    """``client`` must be logged in; its gateway need not be up: everything here is REST."""

    def __init__(
        self,
        client: discord.Client,
        store: Store,
        wording: Wording,
        feed_url: Callable[[str], str | None],
        personal_feed_url: Callable[[Holder], str | None] = lambda _holder: None,
        *,
        direct: DirectMessages | None = None,
    ):
        self._direct_messages = direct or DirectMessages(client)
        self._client = client
        self._store = store
        self._wording = wording
        self._feed_url = feed_url
        self._personal_feed_url = personal_feed_url
        self._history = History(client, wire_now)
        self._ways: dict[Means, Callable[[Delivery, Context], Awaitable[Outcome]]] = {
            Means.CHANNEL: self._post,
            Means.UPDATE: self._update,
            Means.EVENT: self._event,
            Means.ROLE: self._role,
            Means.DM: self._direct,
        }

    async def send(self, delivery: Delivery, context: Context) -> Outcome:
        way = self._ways.get(delivery.means)
        if way is None:
            return _final(delivery, f"no-means:{delivery.means}")
        try:
            return await way(delivery, context)
        except discord.HTTPException as error:
            return _refused(delivery, error)
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            logger.warning("delivery %s: %s", delivery.key.marker, type(error).__name__)
            return _later(delivery, "no-connection")

    async def _post(self, delivery: Delivery, context: Context) -> Outcome:
        post = render(delivery, context, self._wording, self._feed_url)
        if post is None:
            return _final(delivery, "nothing-to-say")
        channel_id = context.bindings.get(post.channel)
        if channel_id is None:
            return _final(delivery, f"not-set-up:{post.channel}")
        return await self._say_once(self._client.get_partial_messageable(channel_id), channel_id, post, delivery)

    async def _say_once(
        self, channel: discord.abc.Messageable, channel_id: int, post: Post, delivery: Delivery
    ) -> Outcome:
        """The nonce refuses a repeat within minutes; what may be older is looked for first."""
        if delivery.may_stand(wire_now()):
            found = await self._history.find(channel_id, delivery)
            if found is not None:
                return _sent(delivery, channel_id, found, repeated=True)
        message = await self._say(channel, post, delivery)
        return _sent(delivery, channel_id, message.id)

    async def _say(self, channel: discord.abc.Messageable, post: Post, delivery: Delivery) -> discord.Message:
        mentions = discord.AllowedMentions(
            everyone=False,
            users=[discord.Object(person) for person in post.people],
            roles=[discord.Object(role) for role in post.roles],
        )
        if post.view is None:
            return await channel.send(
                content=post.content, embed=post.embed, nonce=delivery.key.nonce, allowed_mentions=mentions
            )
        return await channel.send(
            content=post.content, embed=post.embed, view=post.view, nonce=delivery.key.nonce, allowed_mentions=mentions
        )

    async def _update(self, delivery: Delivery, context: Context) -> Outcome:
        """Closing a check-in changes the post that opened it."""
        key = delivery.key
        opened = DeliveryKey(key.marathon, key.subject, DeliveryKind.CHECK_IN_OPEN, key.occurrence, key.audience)
        place = await deliveries.message_of(self._store, opened)
        post = render(delivery, context, self._wording, self._feed_url)
        if place is None or post is None:
            return _final(delivery, "nothing-to-update")
        message = self._client.get_partial_messageable(place[0]).get_partial_message(place[1])
        await message.edit(content=post.content, embed=post.embed, view=post.view)
        return _sent(delivery, *place)

    async def _direct(self, delivery: Delivery, context: Context) -> Outcome:
        calendar = await self._own_calendar(delivery)
        post = render(delivery, context, self._wording, lambda _key: calendar)
        user_id = delivery.payload.get("discord_id")
        if post is None or not isinstance(user_id, int):
            return _final(delivery, "nothing-to-say")
        try:
            channel = await self._direct_messages.open(user_id)
            if isinstance(channel, timedelta):
                reason = f"no-dms:{TOO_FAST}" if self._direct_messages.rests else "dm-pace"
                return NotSent(delivery_id=delivery.id, reason=reason, permanent=False, wait=channel)
            return await self._say_once(channel, channel.id, post, delivery)
        except discord.HTTPException as error:
            if error.code == TOO_FAST:
                wait = self._direct_messages.rest()
                return NotSent(delivery_id=delivery.id, reason=f"no-dms:{TOO_FAST}", permanent=False, wait=wait)
            self._direct_messages.forget(user_id)
            return _final(delivery, f"closed-dms:{CLOSED}") if error.code == CLOSED else _refused(delivery, error)

    async def _own_calendar(self, delivery: Delivery) -> str | None:
        """The address of a new participant's own calendar, for the message that only they read."""
        welcomes = delivery.payload.get("status") == ApplicationStatus.ACCEPTED
        number = delivery.payload.get("application") if welcomes else None
        holder = await calendars.find_holder(self._store, number) if isinstance(number, int) else None
        return None if holder is None else self._personal_feed_url(holder)

    async def _role(self, delivery: Delivery, context: Context) -> Outcome:
        """Gives or takes a role of the marathon; giving it twice changes nothing."""
        user_id, purpose = delivery.payload.get("discord_id"), delivery.payload.get("role")
        role_id = context.bindings.get(str(purpose))
        if not isinstance(user_id, int) or role_id is None or context.marathon.guild_id is None:
            return _final(delivery, f"not-set-up:{purpose}")
        change = self._client.http.remove_role if delivery.payload.get("take") else self._client.http.add_role
        await change(context.marathon.guild_id, user_id, role_id, reason=f"Marathon {delivery.key.marker}")
        return _sent(delivery, None, None)

    async def _event(self, delivery: Delivery, context: Context) -> Outcome:
        seen = await scheduled_events.follow(self._client, self._store, delivery, context, self._feed_url)
        return _sent(delivery, None, None) if seen else _later(delivery, "unknown-guild")


def _sent(delivery: Delivery, channel_id: int | None, message_id: int | None, *, repeated: bool = False) -> Sent:
    return Sent(delivery_id=delivery.id, channel_id=channel_id, message_id=message_id, repeated=repeated)


def _final(delivery: Delivery, reason: str) -> NotSent:
    return NotSent(delivery_id=delivery.id, reason=reason, permanent=True)


def _later(delivery: Delivery, reason: str) -> NotSent:
    return NotSent(delivery_id=delivery.id, reason=reason, permanent=False)


def _refused(delivery: Delivery, error: discord.HTTPException) -> NotSent:
    if error.code == scheduled_events.FULL:
        return _later(delivery, "events-full")
    if error.code in _GONE or error.status == 404:
        return _final(delivery, f"gone:{error.code}")
    if error.status in (401, 403):
        return _final(delivery, f"forbidden:{error.code}")
    if error.status >= 500 or error.status == 429:
        return _later(delivery, f"discord:{error.status}")
    logger.error("delivery %s refused: %s", delivery.key.marker, error)
    return _final(delivery, f"refused:{error.code}")
