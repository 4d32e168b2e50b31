"""Changing an application that was sent: by the person themselves, or by an organiser with a reason."""

from dataclasses import dataclass
from datetime import datetime

from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.application_form import JUDGED, ApplicationForm, changed_fields
from sessions.domain.applications import (
    JUDGED_ALREADY,
    ApplicationEvent,
    ApplicationState,
    ApplicationStatus,
    Window,
    decide,
)
from sessions.domain.refusals import FieldsFixed, NameFrozen, NoApplication, ReasonNeeded, Refusal
from sessions.storage import application_forms, marathons, persons, selections
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """Which fields are different now; none when nothing was."""

    application_id: int
    changed: tuple[str, ...]


async def edit(
    store: Store,
    *,
    marathon_id: int,
    person_id: int,
    form: ApplicationForm,
    now: datetime,
    actor: Actor,
    reason: str | None = None,
) -> Edited | Refusal:
    """Puts a checked form in the place of the one that was sent.

    What selection judged is fixed once it has judged. The name on the certificate is the holder's to correct until
    the rule freezes, afterwards an organiser's, with a reason.
    """

    async def unit(tx: Transaction) -> Edited | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        if actor.kind is not ActorKind.PERSON:
            refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
            if refused is not None:
                return refused
        held = await selections.held_of_person(tx.connection, marathon_id, person_id)
        if held is None:
            return NoApplication()
        before = await application_forms.form_of(tx.connection, held.id)
        changed = changed_fields(before, form)
        refusal = _refuse(held.state, changed, actor, reason, marathon.rule_frozen, now)
        if refusal is not None:
            return refusal
        if changed:
            entry = Entry(
                actor=actor,
                at=now,
                marathon=marathon.key,
                verb="application.edit",
                subject=f"application:{held.id}",
                new={"fields": list(changed)},
                why=reason,
            )
            await application_forms.change(tx, held.id, person_id, form, changed, now=now, entry=entry)
            if {"zone", "language"} & set(changed):
                await persons.set_zone(tx, person_id, zone=form.zone, language=form.language)
        return Edited(application_id=held.id, changed=changed)

    return await store.write(unit)


def _refuse(
    state: ApplicationState,
    changed: tuple[str, ...],
    actor: Actor,
    reason: str | None,
    frozen: datetime | None,
    now: datetime,
) -> Refusal | None:
    after = decide(state, ApplicationEvent.EDIT, now=now, window=Window())
    if not isinstance(after, ApplicationStatus):
        return after
    fixed = tuple(field for field in changed if field in JUDGED)
    if fixed and state.status in JUDGED_ALREADY:
        return FieldsFixed(fields=fixed, status=state.status.value)
    if "name" in changed and frozen is not None and frozen <= now:
        if actor.kind is ActorKind.PERSON:
            return NameFrozen(since=frozen)
        if not (reason or "").strip():
            return ReasonNeeded(event=ApplicationEvent.EDIT.value)
    return None
