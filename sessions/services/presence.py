"""Presence in a session's voice or stage channel: intervals, from what the gateway tells.

An interval begins with joining and ends with leaving or moving. While the connection is lost nothing is proven: when
Discord replays what was missed (a resumed connection) intervals go on, else they end at the last moment proven and
begin anew with who is there now. The same holds when the bot was restarted or killed.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import SYSTEM
from sessions.domain.attendance import EvidenceKind
from sessions.domain.check_in import find_check_in_window
from sessions.domain.moments import to_micros
from sessions.domain.programme import Marathon, Session
from sessions.domain.spans import Span
from sessions.storage import persons, places, presences
from sessions.storage.presences import OpenPresence
from sessions.storage.store import Change, Entry, Store, Transaction, Values

SEEN_EVERY = timedelta(seconds=15)
"""How often what is still proven is written down: so much presence a killed bot may lose, at most."""

_Meeting = tuple[tuple[Marathon, tuple[Session, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """A channel with the Discord ids of those who are in it now."""

    channel_id: int
    source: str
    people: frozenset[int]


class Presences:
    """What is open is in memory and in the database. Calls take effect in the order in which they are made, also when
    they are made without waiting for one another."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._open: dict[int, OpenPresence] = {}
        self._turn = asyncio.Lock()
        self._meeting: dict[int, _Meeting] = {}
        self._lost: datetime | None = None
        store.on_commit(self._forget)

    def _forget(self, change: Change) -> None:
        if change.is_of_programme:
            self._meeting.clear()

    @property
    def idle(self) -> bool:
        return not self._turn.locked()

    async def recover(self) -> None:
        """Ends what an earlier run, or a process that died, left open, at the last moment that it saw."""
        async with self._turn:
            found = await self._store.read(lambda connection: presences.left_open(connection, self._store.owner))
            await self._end([(one, one.seen) for one in found])

    async def move(self, discord_id: int, channel_id: int | None, source: str, at: datetime) -> None:
        """Somebody is in this channel from now on; None: in none. Muting and the like change nothing."""
        before = self._open.get(discord_id)
        if before is not None and before.channel_id == channel_id:
            return
        begun = None
        if channel_id is not None:
            begun = OpenPresence(channel_id=channel_id, discord_id=discord_id, source=source, start=at, seen=at)
            self._open[discord_id] = begun
        else:
            self._open.pop(discord_id, None)
        ended = [] if before is None else [(before, self._proven(before, at))]
        async with self._turn:
            await self._end(ended)
            await self._begin([begun] if begun else [])

    def _proven(self, one: OpenPresence, at: datetime) -> datetime:
        return max(one.start, min(at, self._lost)) if self._lost is not None else at

    def lose(self, at: datetime) -> None:
        """The connection is lost: from now on nothing is proven."""
        self._lost = self._lost or at

    def resume(self) -> None:
        """The connection is back and everything missed was told: whoever was there was there all the time."""
        self._lost = None

    async def reconcile(self, there: Sequence[There], at: datetime) -> None:
        """A new connection tells who is there now. What was open before the loss ends with it and begins anew."""
        present = {person: channel for channel in there for person in channel.people}
        stale = [
            one
            for one in self._open.values()
            if (self._lost is not None and one.start <= self._lost) or not self._is_in(one, present)
        ]
        ended = [(one, self._proven(one, at)) for one in stale]
        for one in stale:
            del self._open[one.discord_id]
        begun = [
            OpenPresence(channel_id=channel.channel_id, discord_id=person, source=channel.source, start=at, seen=at)
            for person, channel in present.items()
            if person not in self._open
        ]
        self._open.update({one.discord_id: one for one in begun})
        self._lost = None
        async with self._turn:
            await self._end(ended)
            await self._begin(begun)

    @staticmethod
    def _is_in(one: OpenPresence, present: Mapping[int, There]) -> bool:
        channel = present.get(one.discord_id)
        return channel is not None and channel.channel_id == one.channel_id

    async def look(self, at: datetime) -> None:
        """Writes down that everybody is still there. Intervals that have seen a session's end are kept as evidence up
        to now and go on, so that nobody has to leave in order to be counted."""
        if self._lost is not None or not self._open:
            return
        current = list(self._open.values())
        over = []
        for one in current:
            meeting = await self._find_meeting(one)
            if any(one.start < session.end <= at for _, sessions in meeting for session in sessions):
                over.append(one)
        for one in over:
            if self._open.get(one.discord_id) is one:
                self._open[one.discord_id] = replace(one, start=at, seen=at)
        async with self._turn:
            await self._end([(one, at) for one in over])
            await self._begin([replace(one, start=at, seen=at) for one in over])
            await self._store.write(lambda tx: presences.see(tx.connection, at, self._store.owner))

    async def stop(self, at: datetime) -> None:
        """The bot stops in good order: what is open is proven until now."""
        ended = [(one, self._proven(one, at)) for one in self._open.values()]
        self._open.clear()
        async with self._turn:
            await self._end(ended)

    async def _begin(self, begun: Iterable[OpenPresence]) -> None:
        wanted = [one for one in begun if await self._find_meeting(one)]
        if not wanted:
            return

        async def unit(tx: Transaction) -> None:
            for one in wanted:
                await presences.begin(tx.connection, one, self._store.owner)

        await self._store.write(unit)

    async def _end(self, ended: Sequence[tuple[OpenPresence, datetime]]) -> None:
        """First the evidence, under the key of its beginning, then the open interval goes: a crash in between repeats
        what is there already."""
        kept = [piece for one, until in ended for piece in await self._describe(one, until)]
        await asyncio.gather(*(self._store.append_evidence(values, entry) for values, entry in kept))
        if not ended:
            return

        async def unit(tx: Transaction) -> None:
            for one, _ in ended:
                await presences.end(tx.connection, one)

        await self._store.write(unit)

    async def _find_meeting(self, one: OpenPresence) -> _Meeting:
        found = self._meeting.get(one.channel_id)
        if found is None:

            async def unit(connection: AsyncConnection) -> _Meeting:
                return await presences.meeting_in(connection, one.channel_id, one.source)

            found = self._meeting[one.channel_id] = await self._store.read(unit)
        return found

    async def _describe(self, one: OpenPresence, until: datetime) -> list[tuple[Values, Entry]]:
        """The interval as evidence for each session that it touches, if the person holds a place in it. An interval
        counts from when check-in opens until it closes: whoever stays for hours is not followed."""
        pieces: list[tuple[Values, Entry]] = []
        for marathon, sessions in await self._find_meeting(one):
            person_id, cohort, holds = await self._find_person(marathon, one.discord_id)
            for session in sessions:
                if not holds or session.cohort not in (None, cohort):
                    continue
                opens, closes = find_check_in_window(session, marathon.programme.attendance)
                span = Span(one.start, until).clip(Span(opens, closes))
                if span.end > span.start:
                    pieces.append(_piece(marathon, session, person_id, one, span))
        return pieces

    async def _find_person(self, marathon: Marathon, discord_id: int) -> tuple[int, str | None, bool]:
        async def unit(connection: AsyncConnection) -> tuple[int, str | None, bool]:
            person_id = await persons.of_discord(connection, discord_id)
            place = None if person_id is None else await places.of_person(connection, marathon.id, person_id)
            return (0, None, False) if place is None else (place.person_id, place.cohort, True)

        return await self._store.read(unit)


def _piece(marathon: Marathon, session: Session, person_id: int, one: OpenPresence, span: Span) -> tuple[Values, Entry]:
    values: Values = {
        "marathon_id": marathon.id,
        "session_id": session.id,
        "person_id": person_id,
        "kind": EvidenceKind.PRESENCE.value,
        "key": f"presence:{session.id}:{person_id}:{to_micros(span.start)}",
        "at_us": to_micros(span.end),
        "start_us": to_micros(span.start),
        "end_us": to_micros(span.end),
        "withdraws": None,
        "detail": {"source": one.source},
    }
    entry = Entry(
        actor=SYSTEM,
        at=span.end,
        marathon=marathon.key,
        verb="evidence.presence",
        subject=f"session:{session.id}",
        new={"person": person_id},
    )
    return values, entry
