"""What falls due of itself in the record: done at each beat, before it is asked what is to be said."""

from datetime import datetime

from bot.countries import income_groups
from sessions.services import places
from sessions.storage.store import Store


async def keep_house(store: Store, *, now: datetime) -> datetime | None:
    """Offers whose deadline has come expire, and the next persons are offered the places at once. The next moment at
    which there is something to do; None: nothing is waited for."""
    await places.expire_due(store, now=now, incomes=income_groups())
    return await places.next_expiry(store)
