"""Says deliveries in Discord: each with the nonce and the marker of its key, so that it is said once.

discord.py retries 429 and some 5xx itself; connection resets it does not: those come back as failures that may pass
and are tried again later, always with the same nonce. What may have been said too long ago for the nonce is first
looked for in the channel by its marker (``history``).
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import aiohttp
import discord

from bot.chat.history import History
from bot.chat.messages import Post, render
from bot.clock import wire_now
from bot.wording import Wording
from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryKind, NotSent, Outcome, Sent
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.reminders import Means
from sessions.services import deliveries
from sessions.services.deliveries import Context
from sessions.storage.store import Store

logger = logging.getLogger(__name__)

_GONE = {10003, 10004, 10008, 10011, 10070}
"""Discord error codes for an unknown channel, guild, message, role, scheduled event."""


class DiscordSender:
    """``client`` must be logged in; its gateway need not be up: everything here is REST."""

    def __init__(self, client: discord.Client, store: Store, wording: Wording, feed_url: Callable[[str], str | None]):
        self._client = client
        self._store = store
        self._wording = wording
        self._feed_url = feed_url
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
        mentions = discord.AllowedMentions(everyone=False, users=False, roles=[discord.Object(r) for r in post.roles])
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
        post = render(delivery, context, self._wording, self._feed_url)
        user_id = delivery.payload.get("discord_id")
        if post is None or not isinstance(user_id, int):
            return _final(delivery, "nothing-to-say")
        channel = await self._client.create_dm(discord.Object(user_id))
        return await self._say_once(channel, channel.id, post, delivery)

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
        """The scheduled event follows the session: created, edited, or cancelled (which is for ever)."""
        session = context.session_of(delivery)
        guild = self._client.get_guild(context.marathon.guild_id or 0)
        if session is None or guild is None:
            return _later(delivery, "unknown-guild")
        known = context.bindings.get(f"event:{session.id}")
        if known is None and delivery.tries > 1:
            known = await self._find_event(guild, session)
            if known is not None:
                at = delivery.claimed or delivery.due
                await deliveries.bind_event(self._store, context, session.id, known, now=at)
        if session.status is SessionStatus.CANCELLED:
            if known is not None:
                await self._client.http.edit_scheduled_event(guild.id, known, status=4)
            return _sent(delivery, None, None)
        if known is not None:
            await self._client.http.edit_scheduled_event(guild.id, known, **_event_fields(session))
            return _sent(delivery, None, None)
        event = await self._client.http.create_guild_scheduled_event(
            guild.id, privacy_level=2, entity_type=3, **_event_fields(session)
        )
        event_id = int(event["id"])
        await deliveries.bind_event(self._store, context, session.id, event_id, now=delivery.claimed or delivery.due)
        return _sent(delivery, None, None)

    async def _find_event(self, guild: discord.Guild, session: Session) -> int | None:
        wanted = _event_fields(session)
        for event in await guild.fetch_scheduled_events(with_counts=False):
            if event.name == wanted["name"] and event.start_time == session.start:
                return event.id
        return None


def _event_fields(session: Session) -> dict[str, Any]:
    """Discord: names up to 100 characters, external events need a place and an end."""
    end = session.end if session.duration > timedelta(0) else session.start + timedelta(hours=1)
    return {
        "name": f"{session.number}. {session.title}"[:100],
        "scheduled_start_time": session.start.isoformat(),
        "scheduled_end_time": end.isoformat(),
        "entity_metadata": {"location": (session.venue.name or "Discord")[:100]},
        "description": (session.topic or session.title)[:1000],
    }


def _sent(delivery: Delivery, channel_id: int | None, message_id: int | None, *, repeated: bool = False) -> Sent:
    return Sent(delivery_id=delivery.id, channel_id=channel_id, message_id=message_id, repeated=repeated)


def _final(delivery: Delivery, reason: str) -> NotSent:
    return NotSent(delivery_id=delivery.id, reason=reason, permanent=True)


def _later(delivery: Delivery, reason: str) -> NotSent:
    return NotSent(delivery_id=delivery.id, reason=reason, permanent=False)


def _refused(delivery: Delivery, error: discord.HTTPException) -> NotSent:
    if error.code in _GONE or error.status == 404:
        return _final(delivery, f"gone:{error.code}")
    if error.status in (401, 403):
        return _final(delivery, f"forbidden:{error.code}")
    if error.status >= 500 or error.status == 429:
        return _later(delivery, f"discord:{error.status}")
    logger.error("delivery %s refused: %s", delivery.key.marker, error)
    return _final(delivery, f"refused:{error.code}")
