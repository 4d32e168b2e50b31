"""Tying a Discord account to a person who applied without one."""

from dataclasses import dataclass
from datetime import datetime

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.application_notices import roles_again
from sessions.domain.applications import ApplicationStatus
from sessions.domain.refusals import AccountInUse, Refusal, UnknownApplication
from sessions.storage import deliveries, holdings, marathons, persons, selections
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    person_id: int
    application_id: int


async def link(store: Store, *, application_id: int, discord_id: int, now: datetime) -> Linked | Refusal:
    """The person who holds the application is reached on Discord from now on, and gets the roles of a place they
    hold. Refused when either side is tied already; a Discord account that only ever looked is no obstacle."""

    async def unit(tx: Transaction) -> Linked | Refusal:
        held = await selections.held_by_number(tx.connection, application_id)
        if held is None:
            return UnknownApplication(number=application_id)
        other = await persons.of_discord(tx.connection, discord_id)
        if held.discord_id is not None or other == held.person_id:
            same = held.discord_id == discord_id
            return Linked(person_id=held.person_id, application_id=held.id) if same else AccountInUse()
        if other is not None and await holdings.has_traces(tx.connection, other):
            return AccountInUse()
        marathon = await marathons.by_id(tx.connection, held.marathon_id)
        entry = Entry(
            actor=Actor(ActorKind.PERSON, str(held.person_id)),
            at=now,
            marathon=marathon.key,
            verb="person.linked",
            subject=f"person:{held.person_id}",
        )
        tx.record(entry)
        await persons.tie(tx, held.person_id, discord_id, loosed=other)
        if held.state.status is ApplicationStatus.ACCEPTED:
            owed = roles_again(
                marathon.key, person_id=held.person_id, discord_id=discord_id, cohort=held.cohort, at=now
            )
            await deliveries.queue(tx, marathon.id, owed, now=now)
        return Linked(person_id=held.person_id, application_id=held.id)

    return await store.write(unit)
