"""The verbs of applications: apply, give places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.application_form import ApplicationForm
from sessions.domain.applications import (
    KEEPS_A_PLACE,
    ApplicationEvent,
    ApplicationStatus,
    Window,
    decide,
)
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.programme import Marathon
from sessions.domain.refusals import Refusal
from sessions.domain.reminders import Means
from sessions.storage import applications, deliveries, marathons, persons
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What giving places now would do."""

    waiting: int
    free: int
    capacity: int


async def preview(store: Store, marathon_id: int) -> Preview:
    async def unit(connection: AsyncConnection) -> Preview:
        marathon = await marathons.by_id(connection, marathon_id)
        counts = await applications.counts(connection, marathon_id)
        capacity = marathon.programme.selection.capacity
        taken = sum(count for status, count in counts.items() if status in KEEPS_A_PLACE)
        return Preview(
            waiting=counts.get(ApplicationStatus.APPLIED, 0), free=max(0, capacity - taken), capacity=capacity
        )

    return await store.read(unit)


async def give_places(store: Store, marathon_id: int, *, actor: Actor, now: datetime) -> int:
    """First come, first served, as far as places go; how many got one. Each gets the participant's role, and one post
    tells all applicants to look."""

    async def unit(tx: Transaction) -> int:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        counts = await applications.counts(tx.connection, marathon_id)
        taken = sum(count for status, count in counts.items() if status in KEEPS_A_PLACE)
        waiting = await applications.in_order(tx.connection, marathon_id)
        chosen = waiting[: max(0, marathon.programme.selection.capacity - taken)]
        for row in chosen:
            await _admit(tx, marathon, row, actor, now)
        if chosen:
            await deliveries.queue(tx, marathon_id, _say(marathon, chosen, taken, now), now=now)
        return len(chosen)

    return await store.write(unit)


async def _admit(tx: Transaction, marathon: Marathon, row: RowMapping, actor: Actor, now: datetime) -> None:
    reason = "first come, first served"
    entry = Entry(
        actor=actor,
        at=now,
        marathon=marathon.key,
        verb="application.admitted",
        subject=f"person:{row['person_id']}",
        old={"status": row["status"]},
        new={"status": ApplicationStatus.ACCEPTED.value},
        why=reason,
    )
    await applications.set_status(tx, row["id"], ApplicationStatus.ACCEPTED, now=now, entry=entry)
    await applications.decide(
        tx,
        row["id"],
        before=ApplicationStatus(row["status"]),
        after=ApplicationStatus.ACCEPTED,
        actor=actor,
        reason=reason,
        now=now,
        entry=entry,
    )


def _say(marathon: Marathon, chosen: Sequence[RowMapping], taken: int, now: datetime) -> list[Owed]:
    """A role for each who got a place, and one public post."""
    owed = []
    for row in chosen:
        purposes = ["role:participant", *([f"role:cohort:{row['cohort']}"] if row["cohort"] else [])]
        for purpose in purposes:
            key = DeliveryKey(
                marathon.key, f"person:{row['person_id']}", DeliveryKind.ROLE, f"{purpose}:{taken}", "person"
            )
            payload: dict[str, object] = {"discord_id": row["discord_id"], "role": purpose}
            owed.append(Owed(key=key, due=now, means=Means.ROLE, payload=payload))
    notice = DeliveryKey(marathon.key, "marathon", DeliveryKind.PLACES_GIVEN, f"from:{taken}", "public")
    return [*owed, Owed(key=notice, due=now, payload={"places": len(chosen)})]
