"""People who leave the guild keep their place; coming back gives them its roles again."""

from datetime import datetime

from sessions.domain.application_notices import roles_again
from sessions.storage import deliveries, marathons, persons, places
from sessions.storage.store import Store, Transaction


async def welcome_back(store: Store, *, guild_id: int, discord_id: int, now: datetime) -> int:
    """Queues the roles of every place that a Discord account holds in the guild's marathons; how many."""
    if await store.read(lambda connection: persons.of_discord(connection, discord_id)) is None:
        return 0

    async def unit(tx: Transaction) -> int:
        person_id = await persons.of_discord(tx.connection, discord_id)
        queued = 0
        for marathon in await marathons.of_guild(tx.connection, guild_id) if person_id is not None else ():
            place = await places.of_person(tx.connection, marathon.id, person_id or 0)
            if place is not None:
                owed = roles_again(
                    marathon.key, person_id=place.person_id, discord_id=discord_id, cohort=place.cohort, at=now
                )
                queued += await deliveries.queue(tx, marathon.id, owed, now=now)
        return queued

    return await store.write(unit)
