"""Forgetting a person, the same from chat and from their own page."""

from datetime import datetime

from bot.countries import income_groups
from sessions.credentials.workshop import Workshop
from sessions.domain.actors import Actor, ActorKind
from sessions.services import places, privacy, programmes
from sessions.storage.store import Store


async def forget(store: Store, person_id: int, *, workshop: Workshop | None, now: datetime) -> None:
    """Places are given back first, so that they go to the next; then the person is forgotten, their certificates' files
    last: the nightly job finds what a crash in between would leave."""
    actor = Actor(ActorKind.PERSON, str(person_id))
    for marathon in await programmes.every(store):
        await places.withdraw(
            store, marathon_id=marathon.id, person_id=person_id, now=now, actor=actor, incomes=income_groups()
        )
    await privacy.forget(store, person_id=person_id, actor=actor, now=now)
    if workshop is not None:
        await privacy.drop_files(store, workshop.files)
