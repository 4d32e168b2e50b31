"""What falls due of itself in the record: done at each beat, before it is asked what is to be said."""

import asyncio
import logging
from datetime import datetime, timedelta

from bot.countries import income_groups
from sessions.credentials.files import CertificateFiles
from sessions.domain.nights import Night
from sessions.services import certificate_lookups, freezing, nights, places, privacy, zones
from sessions.services.risks import RiskNotices
from sessions.storage.rotation import Rotation
from sessions.storage.store import Store

AGAIN = timedelta(minutes=15)
"""After a night that could not be kept (a full disk, a database that is held), until it is tried again."""

logger = logging.getLogger(__name__)


class Housekeeping:
    """Offers that expire, rules that freeze, personal values whose time is over, zone data that is newer, certificates
    that no longer stand, people at risk; and each night the record verified and backed up, beside the beats: no
    reminder waits for it.
    """

    def __init__(
        self,
        store: Store,
        *,
        nights: bool = True,
        rotation: Rotation | None = None,
        files: CertificateFiles | None = None,
    ) -> None:
        self._store = store
        self._keeps_nights = nights
        self._rotation = rotation
        self._files = files
        self._risks = RiskNotices(store)
        self._marks: certificate_lookups.Marks = {}
        self._looked = False
        self._night: asyncio.Task[None] | None = None
        self._not_before: datetime | None = None

    @property
    def idle(self) -> bool:
        """No night is being kept."""
        return self._night is None or self._night.done()

    async def keep(self, now: datetime) -> datetime | None:
        """Does what is due; the next moment at which there is something to do, or None.

        An expired offer goes to the next person at once. Erasing, and following zone data, is done at the first beat
        of a process and then each night.
        """
        await places.expire_due(self._store, now=now, incomes=income_groups())
        frozen = await freezing.freeze_due(self._store, now=now)
        self._marks = await certificate_lookups.warn_changed(self._store, self._marks, now=now)
        risks = await self._risks.owe(now)
        moments = (await places.next_expiry(self._store), frozen, risks, await self._keep_night(now))
        return min((moment for moment in moments if moment is not None), default=None)

    async def stop(self) -> None:
        """Lets go of a night that is being kept: it is still due at the next start."""
        if self._night is not None:
            self._night.cancel()
            await asyncio.gather(self._night, return_exceptions=True)

    async def _keep_night(self, now: datetime) -> datetime | None:
        """The next night, or the moment at which one that failed is tried again."""
        found = await nights.look(self._store, now=now)
        if not self._looked or (found.due is not None and self.idle):
            await zones.follow(self._store, now=now)
            if await privacy.keeps_until(self._store):
                await privacy.purge(self._store, now=now)
            if self._files is not None:
                await privacy.drop_files(self._store, self._files)
            self._looked = True
        if not self._keeps_nights:
            return None
        if found.due is None or not self.idle:
            return found.next
        if self._not_before is not None and now < self._not_before:
            return self._not_before
        self._not_before = now + AGAIN
        self._night = asyncio.create_task(self._keep(found.due, now), name="night")
        return min(found.next, self._not_before)

    async def _keep(self, night: Night, now: datetime) -> None:
        try:
            await nights.keep(self._store, night, rotation=self._rotation, now=now)
        except Exception:
            # The night stays due, and is tried again; reminders go on meanwhile.
            logger.exception("a night could not be kept")
