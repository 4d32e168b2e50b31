"""Who is in a voice or stage channel now, as far as proven; and which sessions meet there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.moments import from_micros, to_micros
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.storage import marathons, schema
from sessions.storage import sessions as stored
from sessions.storage.processes import is_dead

_T = schema.open_presences
VOICE = "channel:voice"
"""The purpose of the channel in which all sessions of a marathon meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPresence:
    """Somebody is in a channel since ``start``; ``seen``: the last moment at which that is proven. ``source``: the
    channel's name."""

    channel_id: int
    discord_id: int
    source: str
    start: datetime
    seen: datetime


async def left_open(connection: AsyncConnection, owner: str) -> tuple[OpenPresence, ...]:
    """What is open and watched by nobody: neither by this process nor by another that lives."""
    query = select(_T).order_by(_T.c.id)
    if connection.dialect.name == "postgresql":
        query = query.where(_T.c.owner.is_(None) | ((_T.c.owner != owner) & is_dead(_T.c.owner)))
    rows = (await connection.execute(query)).all()
    return tuple(
        OpenPresence(
            channel_id=row.channel_id,
            discord_id=row.discord_id,
            source=row.source,
            start=from_micros(row.start_us),
            seen=from_micros(row.seen_us),
        )
        for row in rows
    )


async def begin(connection: AsyncConnection, one: OpenPresence, owner: str) -> None:
    """Opens an interval, in the place of one of the same person in the same channel."""
    await end(connection, one)
    values = {
        "channel_id": one.channel_id,
        "discord_id": one.discord_id,
        "source": one.source,
        "start_us": to_micros(one.start),
        "seen_us": to_micros(one.seen),
        "owner": owner,
    }
    await connection.execute(_T.insert().values(values))


async def end(connection: AsyncConnection, one: OpenPresence) -> None:
    same = (_T.c.channel_id == one.channel_id, _T.c.discord_id == one.discord_id)
    await connection.execute(delete(_T).where(*same))


async def see(connection: AsyncConnection, at: datetime, owner: str) -> None:
    """Everybody whose interval this process watches is still there."""
    await connection.execute(update(_T).where(_T.c.owner == owner).values(seen_us=to_micros(at)))


async def meeting_in(
    connection: AsyncConnection, channel_id: int, source: str
) -> tuple[tuple[Marathon, tuple[Session, ...]], ...]:
    """The planned sessions that meet in a channel: all of a marathon bound to it, else those whose venue names it."""
    found = []
    for marathon in await marathons.every(connection):
        bound = (await marathons.bindings(connection, marathon.id)).get(VOICE)
        sessions = [
            one
            for one in await stored.of_marathon(connection, marathon.id)
            if one.status is SessionStatus.PLANNED and (bound == channel_id or _names(one, channel_id, source))
        ]
        if marathon.guild_id is not None and sessions:
            found.append((marathon, tuple(sessions)))
    return tuple(found)


def _names(session: Session, channel_id: int, source: str) -> bool:
    """By the channel's mention, its link or its name."""
    link = session.venue.join_url or ""
    stated: Iterable[str] = (f"<#{channel_id}>", f"#{source}", source)
    return link.rstrip("/").endswith(f"/{channel_id}") or session.venue.name.strip() in stated
