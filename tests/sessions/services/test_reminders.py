"""Computed audiences, frozen at their due moment."""

from dataclasses import replace
from datetime import timedelta

from sessions.domain.attendance import EvidenceKind
from sessions.domain.deliveries import Delivery, DeliveryState
from sessions.domain.moments import to_micros
from sessions.domain.programme import Session
from sessions.domain.refusals import NotFailed
from sessions.domain.reminders import Anchor, AudienceKind, ReminderRule
from sessions.services import deliveries, programmes, reminders
from sessions.services.programmes import Planned
from sessions.storage import deliveries as ledger
from sessions.storage import schema
from sessions.storage.store import Store, Transaction
from tests.builders import a_check_in, add_persons, an_entry
from tests.journeys.reminder_simulation import ANNOUNCED, OPERATOR, a_marathon_programme

RULES = (
    ReminderRule(key="missed", before=timedelta(hours=3), audience=AudienceKind.MISSED_LAST),
    ReminderRule(key="absent", anchor=Anchor.SESSION_RUNNING, audience=AudienceKind.NOT_CHECKED_IN),
)


async def a_marathon_with_three_people(store: Store) -> Planned:
    """Persons 1, 2 and 3, whose Discord ids are 1000, 1001 and 1002, hold places."""
    programme = replace(a_marathon_programme(), reminders=RULES)
    planned = await programmes.take(store, programme, actor=OPERATOR, now=ANNOUNCED - timedelta(days=1))
    assert isinstance(planned, Planned)

    async def add(tx: Transaction) -> None:
        await tx.connection.execute(schema.marathons.update().values(announced_us=to_micros(ANNOUNCED)))
        for person_id in (1, 2, 3):
            values: dict[str, object] = {
                "marathon_id": 1,
                "person_id": person_id,
                "status": "accepted",
                "country": "KE",
                "zone": "Africa/Nairobi",
                "language": "en",
                "applied_us": 0,
                "changed_us": 0,
                "reasons": [],
            }
            await tx.insert(schema.applications, values, an_entry("application.sent"))

    await add_persons(store, 3)
    await store.write(add)
    return planned


async def check_in(store: Store, session: Session, person_id: int) -> None:
    values = {**a_check_in(1, session.id, person_id, at=session.start), "kind": EvidenceKind.CHECK_IN}
    await store.append_evidence(values, an_entry("evidence.kept"))


async def audiences(store: Store) -> dict[str, object]:
    """Of each reminder in the ledger: the people it names, or why it is not said."""
    rows = await store.read(lambda connection: ledger.ledger(connection, 1, limit=1000))
    return {
        f"{row.key.subject} {row.key.kind}": row.reason if row.state is DeliveryState.STALE else row.payload["people"]
        for row in rows
        if row.key.kind.startswith("reminder")
    }


async def test_those_who_have_not_checked_in_and_those_who_missed_the_last_are_found_at_the_due_moment(
    store: Store,
) -> None:
    planned = await a_marathon_with_three_people(store)
    first, second = planned.sessions[:2]
    await check_in(store, first, 1)
    await reminders.owe(store, now=first.start)
    await check_in(store, first, 2)
    await reminders.owe(store, now=second.start - timedelta(hours=3))
    assert await audiences(store) == {
        "session:1 reminder:missed": "too-late",
        "session:1 reminder:absent": [1001, 1002],
        "session:2 reminder:missed": [1002],
    }


async def test_where_nobody_is_missing_nothing_is_said(store: Store) -> None:
    planned = await a_marathon_with_three_people(store)
    first = planned.sessions[0]
    for person_id in (1, 2, 3):
        await check_in(store, first, person_id)
    await reminders.owe(store, now=first.start - timedelta(hours=3))
    await reminders.owe(store, now=first.start)
    assert await audiences(store) == {"session:1 reminder:missed": "nobody", "session:1 reminder:absent": "nobody"}
    assert await deliveries.next_try(store) is not None


async def test_a_preview_tells_what_is_coming_and_a_failure_is_tried_again_once_it_is_asked_for(store: Store) -> None:
    planned = await a_marathon_with_three_people(store)
    first = planned.sessions[0]
    coming = await reminders.preview(store, 1, now=first.start - timedelta(hours=4), until=first.start)
    assert [one.key.kind for one in coming if one.key.kind.startswith("reminder")] == [
        "reminder:missed",
        "reminder:absent",
    ]
    await reminders.owe(store, now=ANNOUNCED)

    async def fail(tx: Transaction) -> None:
        await tx.connection.execute(schema.deliveries.update().values(state="failed", reason="gone:10003", tries=1))

    await store.write(fail)
    failed = (await deliveries.ledger(store, 1))[0]
    again = await deliveries.retry(store, 1, failed.id, actor=OPERATOR, now=ANNOUNCED)
    assert isinstance(again, Delivery)
    assert (again.state, again.tries, await deliveries.next_try(store)) == (DeliveryState.DUE, 0, failed.due)
    assert await deliveries.retry(store, 1, failed.id, actor=OPERATOR, now=ANNOUNCED) == NotFailed(number=failed.id)
