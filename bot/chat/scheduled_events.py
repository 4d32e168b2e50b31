"""A session's scheduled event in Discord follows the session.

Discord begins and ends events that take place elsewhere by itself, at the times they carry (Guild Scheduled Event,
status update automation), so that nothing is to be sent at those moments. Statuses go one way: what was cancelled or
is over stays so, and a session that is restored, or moved while it is on, gets a new event.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

import discord

from sessions.domain.deliveries import Delivery
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.schedule import event_marker
from sessions.services import deliveries
from sessions.services.deliveries import Context
from sessions.storage.store import Store

FULL = 30038
"""Discord's code for a guild that has its 100 open events: tried again later, when some are over."""
_UNKNOWN_EVENT = 10070


class _Status(IntEnum):
    SCHEDULED = 1
    ACTIVE = 2
    COMPLETED = 3
    CANCELLED = 4


async def follow(
    client: discord.Client, store: Store, delivery: Delivery, context: Context, feed_url: Callable[[str], str | None]
) -> bool:
    """Creates, changes or ends the event; False for a guild that the bot does not see (now). HTTPException."""
    session, guild = context.session_of(delivery), await _find_guild(client, context.marathon.guild_id or 0)
    if session is None or guild is None:
        return False
    now = delivery.claimed or delivery.due
    marker = event_marker(context.marathon.key, session.id)
    fields = event_fields(session, _cohort(context, session), now, _link(context, feed_url), marker)
    known, status = await _known(client, delivery, guild, context.bindings.get(f"event:{session.id}"))
    if status is None and (found := await _find(client, guild, marker)) is not None:
        known, status = int(found["id"]), _Status(int(found["status"]))
        await deliveries.bind_event(store, context, session.id, known, now=now)
    http = client.http
    if session.status is SessionStatus.CANCELLED:
        if status in (_Status.SCHEDULED, _Status.ACTIVE):
            ended = _Status.CANCELLED if status is _Status.SCHEDULED else _Status.COMPLETED
            await http.edit_scheduled_event(guild.id, known, status=ended.value)
        return True
    if status is _Status.ACTIVE and session.start > now:
        await http.edit_scheduled_event(guild.id, known, status=_Status.COMPLETED.value)
    elif status is _Status.ACTIVE:
        begun = {name: value for name, value in fields.items() if name != "scheduled_start_time"}
        await http.edit_scheduled_event(guild.id, known, **begun)
        return True
    elif status is _Status.SCHEDULED:
        await http.edit_scheduled_event(guild.id, known, **fields)
        return True
    event = await http.create_guild_scheduled_event(guild.id, privacy_level=2, entity_type=3, **fields)
    await deliveries.bind_event(store, context, session.id, int(event["id"]), now=now)
    return True


async def _find_guild(client: discord.Client, guild_id: int) -> discord.Guild | None:
    """One that this process's shards hear of, else asked for: any process may say what is due anywhere."""
    guild = client.get_guild(guild_id)
    if guild is None and (client.shard_count or 1) > 1:
        return await client.fetch_guild(guild_id, with_counts=False)
    return guild


async def _known(
    client: discord.Client, delivery: Delivery, guild: discord.Guild, event_id: int | None
) -> tuple[int, _Status | None]:
    """The event that is bound to the session and how it stands; None: there is none, or none any more."""
    if event_id is None:
        return 0, None
    try:
        event = await client.http.get_scheduled_event(guild.id, event_id, False)
    except discord.HTTPException as error:
        if error.code != _UNKNOWN_EVENT:
            raise
        return 0, None
    status = _Status(int(event["status"]))
    over = status in (_Status.COMPLETED, _Status.CANCELLED)
    return event_id, None if over and delivery.tried is not None else status


async def _find(client: discord.Client, guild: discord.Guild, marker: str) -> Mapping[str, Any] | None:
    """An open event of ours with the session's marker: an answer that got lost may have left it behind."""
    for event in await client.http.get_scheduled_events(guild.id, False):
        ours = client.user is not None and int(event.get("creator_id") or 0) == client.user.id
        is_open = event["status"] in (_Status.SCHEDULED, _Status.ACTIVE)
        if ours and is_open and (event.get("description") or "").endswith(marker):
            return event
    return None


def event_fields(session: Session, cohort: str, now: datetime, link: str, marker: str) -> dict[str, Any]:
    """``cohort``: the title of the session's cohort; empty for everybody's session.

    Discord: names up to 100 characters, descriptions up to 1000; external events need a place and an end, and a start
    that is still to come. The description ends with the marker, as every message of ours does.
    """
    start = max(session.start, now + timedelta(minutes=1)) if session.start <= now else session.start
    end = max(session.end, start + timedelta(minutes=1))
    about = session.topic or session.title
    return {
        "name": " · ".join(part for part in (f"{session.number}. {session.title}", cohort) if part)[:100],
        "scheduled_start_time": start.isoformat(),
        "scheduled_end_time": end.isoformat(),
        "entity_metadata": {"location": (session.venue.name or "Discord")[:100]},
        "description": "\n\n".join(part for part in (about[: 960 - len(link)], link, marker) if part),
    }


def _cohort(context: Context, session: Session) -> str:
    return next((one.title for one in context.marathon.programme.cohorts if one.key == session.cohort), "")


def _link(context: Context, feed_url: Callable[[str], str | None]) -> str:
    """Back to where the session is talked about, and to the calendar."""
    channel = context.bindings.get("channel:sessions")
    back = f"https://discord.com/channels/{context.marathon.guild_id}/{channel}" if channel else ""
    return "\n".join(part for part in (back, feed_url(context.marathon.key)) if part)
