"""Which language somebody has stated that they read."""

from collections.abc import Mapping

from sessions.storage import persons
from sessions.storage.store import Store


async def stated(store: Store) -> Mapping[int, str]:
    """Discord account to language tag, for everybody who has stated one."""
    return await store.read(persons.languages)


async def stated_by(store: Store, discord_id: int) -> str | None:
    """The language that one account has stated."""
    return await store.read(lambda connection: persons.language_of(connection, discord_id))
