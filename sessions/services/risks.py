"""People at risk are told once: who is, is computed from the evidence; who was told, stands in the ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.completion import CompletionStatus
from sessions.domain.deliveries import Owed
from sessions.domain.programme import Marathon
from sessions.domain.risk_notices import Reached, by_day, look_moments, owed_for, spread
from sessions.storage import deliveries, marathons, places, standings
from sessions.storage import sessions as stored
from sessions.storage.standings import PersonStanding
from sessions.storage.store import Store, Transaction

AT_ONCE = 200
"""People looked at in one go; between two others have their turn."""
LOOKS_BACK = timedelta(days=3)
"""What happened longer ago than this is looked at by nobody: whoever it put at risk was told, or cannot be helped."""


@dataclass(slots=True)
class _Coming:
    """Of one marathon: the look that was taken last (and under which version of the rule), and who is to be told when
    because of it."""

    look: tuple[datetime, int] | None = None
    people: list[tuple[datetime, Reached, str]] = field(default_factory=list)


class RiskNotices:
    """Looks at everybody when it may be needed, and at those who are to be told once more when they are. What it
    remembers saves work only: it can be lost at any time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._coming: dict[int, _Coming] = {}

    async def owe(self, now: datetime) -> datetime | None:
        """Queues the notices that fell due; the next moment at which there is something to do, or None."""
        moments: list[datetime] = []
        for marathon in await self._store.read(marathons.every):
            if marathon.announced is not None and marathon.programme.completion:
                moments.extend(await self._of(marathon, now))
        return min(moments, default=None)

    async def _of(self, marathon: Marathon, now: datetime) -> list[datetime]:
        sessions = await self._store.read(lambda connection: stored.of_marathon(connection, marathon.id))
        looks = look_moments(marathon, sessions)
        coming = self._coming.setdefault(marathon.id, _Coming())
        last = max((look for look in looks if look <= now), default=None)
        if last is not None and now - last < LOOKS_BACK and coming.look != (last, marathon.rule_version):
            coming.people = list(spread(await self._find(marathon, now), now))
            coming.look = (last, marathon.rule_version)
        due = [one for one in coming.people if one[0] <= now]
        coming.people = [one for one in coming.people if one[0] > now]
        coming.people += [
            (by_day(now, reached.zone), reached, key) for _, reached, key in due if _is_night(reached, now)
        ]
        awake = [one for one in due if not _is_night(one[1], now)]
        if awake:
            await self._store.write(lambda tx: _queue(tx, marathon, awake, now))
        return [*(look for look in looks if look > now), *(moment for moment, _, _ in coming.people)]

    async def _find(self, marathon: Marathon, now: datetime) -> list[tuple[Reached, str]]:
        """Everybody who is at risk under a rule and was not told of it."""
        told, reached = await self._store.read(lambda connection: _reach(connection, marathon.id))
        ids = sorted(reached)
        found: list[tuple[Reached, str]] = []
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            _, people = await self._store.read(
                partial(standings.of_persons, marathon_id=marathon.id, person_ids=some, now=now)
            )
            for person in people:
                who = reached[person.place.person_id]
                found += [(who, key) for key in _endangered(person) if (who.person_id, key) not in told]
        return found


def _is_night(reached: Reached, now: datetime) -> bool:
    """Their moment passed while nobody was there to say anything."""
    return by_day(now, reached.zone) > now


async def _reach(
    connection: AsyncConnection, marathon_id: int
) -> tuple[frozenset[tuple[int, str]], dict[int, Reached]]:
    told = await deliveries.told_of_risk(connection, marathon_id)
    return told, {one.person_id: one for one in await places.reached(connection, marathon_id)}


def _endangered(person: PersonStanding) -> Iterator[str]:
    return (one.rule_key for one in person.completions if one.status is CompletionStatus.AT_RISK)


async def _queue(
    tx: Transaction, marathon: Marathon, due: Sequence[tuple[datetime, Reached, str]], now: datetime
) -> None:
    """Those of them who are still at risk, and whom nobody told meanwhile."""
    told = await deliveries.told_of_risk(tx.connection, marathon.id)
    ids = sorted({reached.person_id for _, reached, _ in due})
    _, people = await standings.of_persons(tx.connection, marathon.id, ids, now=now)
    stands = {
        (person.place.person_id, one.rule_key): one
        for person in people
        for one in person.completions
        if one.status is CompletionStatus.AT_RISK
    }
    owed: list[Owed] = []
    for _, reached, rule_key in due:
        completion = stands.get((reached.person_id, rule_key))
        if completion is not None and (reached.person_id, rule_key) not in told:
            owed.append(owed_for(marathon.key, reached, rule_key, completion.reasons, now))
    await deliveries.queue(tx, marathon.id, owed, now=now)
