"""What falls due of itself in the record: done at each beat, before it is asked what is to be said."""

from datetime import datetime, timedelta

from bot.countries import income_groups
from sessions.services import certificate_lookups, freezing, places, privacy, zones
from sessions.storage.store import Store

NIGHT = 3
"""The hour, UTC, at which what may be kept no longer is erased, and newer zone data is followed."""


class Housekeeping:
    """Offers that expire, rules that freeze, personal values whose time is over, zone data that is newer,
    certificates that no longer stand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._night: datetime | None = None
        self._marks: certificate_lookups.Marks = {}

    async def keep(self, now: datetime) -> datetime | None:
        """Does what is due; the next moment at which there is something to do, or None.

        An expired offer goes to the next person at once. Erasing, and following zone data, is done at the first beat
        and then each night.
        """
        await places.expire_due(self._store, now=now, incomes=income_groups())
        frozen = await freezing.freeze_due(self._store, now=now)
        self._marks = await certificate_lookups.warn_changed(self._store, self._marks, now=now)
        if self._night is None or self._night <= now:
            await zones.follow(self._store, now=now)
            if await privacy.keeps_until(self._store):
                await privacy.purge(self._store, now=now)
            self._night = _next_night(now)
        moments = (await places.next_expiry(self._store), frozen, self._night)
        return min((moment for moment in moments if moment is not None), default=None)


def _next_night(now: datetime) -> datetime:
    tonight = now.replace(hour=NIGHT, minute=0, second=0, microsecond=0)
    return tonight if tonight > now else tonight + timedelta(days=1)
