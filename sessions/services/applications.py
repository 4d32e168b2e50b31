"""Applying for a place."""

from dataclasses import dataclass
from datetime import datetime

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.application_form import ApplicationForm
from sessions.domain.applications import (
    ApplicationEvent,
    ApplicationStatus,
    Window,
    decide,
)
from sessions.domain.programme import Marathon
from sessions.domain.refusals import Refusal
from sessions.storage import applications, marathons, persons
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The application is kept. ``applications``: how many there are now, for ``capacity`` places."""

    application_id: int
    applications: int
    capacity: int


def window_of(marathon: Marathon) -> Window:
    """Applications are taken from the announcement, or the programme's own opening, until they close."""
    plan = marathon.programme.applications
    return Window(opens=plan.opens, closes=plan.closes)


async def apply(
    store: Store, *, marathon_id: int, discord_id: int, form: ApplicationForm, now: datetime
) -> Applied | Refusal:
    """Keeps a checked form; one application a person and marathon. Refuses as ``decide`` does."""

    async def unit(tx: Transaction) -> Applied | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        person_id = await persons.of_discord(tx.connection, discord_id)
        known = None if person_id is None else await applications.state_of(tx.connection, marathon_id, person_id)
        state = None if known is None else known[1]
        status = decide(state, ApplicationEvent.SUBMIT, now=now, window=window_of(marathon))
        if not isinstance(status, ApplicationStatus):
            return status
        if person_id is None:
            person_id = await persons.ensure(tx, discord_id, language=form.language, now=now)
        await persons.set_zone(tx, person_id, zone=form.zone, language=form.language)
        actor = Actor(ActorKind.PERSON, str(person_id))
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="application.submitted",
            subject=f"person:{person_id}",
            old=None if state is None else {"status": state.status.value},
            new={"status": status.value, "country": form.country, "kind": form.kind.value},
        )
        application_id = await applications.submit(
            tx,
            marathon_id=marathon_id,
            person_id=person_id,
            known=None if known is None else known[0],
            form=form,
            now=now,
            entry=entry,
        )
        before = None if state is None else state.status
        await applications.decide(
            tx, application_id, before=before, after=status, actor=actor, reason=None, now=now, entry=entry
        )
        total = sum((await applications.counts(tx.connection, marathon_id)).values())
        return Applied(
            application_id=application_id, applications=total, capacity=marathon.programme.selection.capacity
        )

    return await store.write(unit)
