"""Letters that no mail server takes: to be written by other means, and noted as said."""

from collections.abc import Sequence
from datetime import datetime

from sessions.domain.deliveries import Delivery, Sent
from sessions.storage import deliveries
from sessions.storage.store import Store


async def unsent(store: Store, *, marathon_id: int) -> tuple[Delivery, ...]:
    """What is to be said by e-mail and was not, oldest first."""
    return await store.read(lambda connection: deliveries.unsent_letters(connection, marathon_id))


async def note_sent(store: Store, letters: Sequence[Delivery], *, now: datetime) -> None:
    """Somebody takes care of them: they are said."""
    sent = [Sent(delivery_id=one.id, channel_id=None, message_id=None) for one in letters]
    await store.write(lambda tx: deliveries.record_sent(tx, sent, now=now))
