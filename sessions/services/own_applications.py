"""A person's own application, as they see it: what they stated, where it stands and why."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.application_form import ApplicationForm
from sessions.domain.applications import ApplicationState
from sessions.domain.programme import Marathon
from sessions.domain.reasons import Reason, explain_to_person
from sessions.storage import application_forms, calendars, marathons, persons, places, selections, sessions
from sessions.storage.selections import Held
from sessions.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnApplication:
    """``waiting_rank`` is counted over those who still wait. ``reasons`` say nothing of anybody else."""

    id: int
    person_id: int
    discord_id: int | None
    marathon: Marathon
    state: ApplicationState
    waiting_rank: int | None
    form: ApplicationForm
    reasons: tuple[Reason, ...]
    page_generation: int
    """Of the address of the person's own page."""
    offers_until: datetime | None
    """When the last session begins: no place is offered from then on. None: no session is planned."""


async def of_discord(store: Store, *, marathon_id: int, discord_id: int) -> OwnApplication | None:
    """The application of a Discord account; None when it never applied."""

    async def unit(connection: AsyncConnection) -> OwnApplication | None:
        person_id = await persons.of_discord(connection, discord_id)
        held = None if person_id is None else await selections.held_of_person(connection, marathon_id, person_id)
        return None if held is None else await _own(connection, held)

    return await store.read(unit)


async def of_number(store: Store, *, number: int) -> OwnApplication | None:
    """The application with this number, in whatever marathon."""

    async def unit(connection: AsyncConnection) -> OwnApplication | None:
        held = await selections.held_by_number(connection, number)
        return None if held is None else await _own(connection, held)

    return await store.read(unit)


async def _own(connection: AsyncConnection, held: Held) -> OwnApplication:
    told = await places.application_of(connection, held.marathon_id, held.person_id)
    return OwnApplication(
        id=held.id,
        person_id=held.person_id,
        discord_id=held.discord_id,
        marathon=await marathons.by_id(connection, held.marathon_id),
        state=held.state,
        waiting_rank=None if told is None else told[1],
        form=await application_forms.form_of(connection, held.id),
        page_generation=await calendars.generation_of(connection, held.id),
        offers_until=await sessions.last_start(connection, held.marathon_id),
        reasons=explain_to_person(await selections.reasons_of(connection, held.marathon_id, held.id) or ()),
    )
