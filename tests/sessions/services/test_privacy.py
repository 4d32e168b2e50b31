"""What is over is erased, what freezes is frozen, and the record still holds."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.applications import ApplicationEvent
from sessions.domain.moments import to_micros
from sessions.domain.selection import SelectionPolicy
from sessions.services import deliveries, freezing, own_applications, places, privacy, programmes
from sessions.services.places import Settled
from sessions.services.programmes import Planned
from sessions.storage import personal, schema
from sessions.storage.store import Store, Transaction
from sessions.storage.verification import Verified, verify
from tests.builders import an_entry
from tests.sessions.applicants import INCOMES, OPENS, OPERATOR, a_programme, add_a_programme, send

POLICY = SelectionPolicy(capacity=3)


async def test_fields_are_kept_as_long_as_the_programme_says_and_no_longer(store: Store) -> None:
    programme = replace(a_programme(POLICY), retention_days={"email": 30})
    planned = await programmes.take(store, programme, actor=OPERATOR, now=OPENS)
    assert isinstance(planned, Planned)
    number = await send(store, planned.marathon.id, 1)
    over = planned.sessions[0].end + timedelta(days=30)
    assert await privacy.keeps_until(store)
    assert await privacy.purge(store, now=over - timedelta(seconds=1)) == 0
    assert await privacy.purge(store, now=over) == 1
    assert await privacy.purge(store, now=over) == 0
    mine = await own_applications.of_number(store, number=number)
    assert mine is not None
    assert (mine.form.name, mine.form.email) == ("Person B", "")
    assert isinstance(await store.read(verify), Verified)


async def test_forgotten_people_leave_numbers_behind(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    number = await send(store, marathon, 1, gender="woman")
    mine = await own_applications.of_number(store, number=number)
    assert mine is not None
    held = await privacy.everything(store, person_id=mine.person_id)
    assert "person1@example.org" in str(held)
    actor = Actor(ActorKind.PERSON, str(mine.person_id))
    assert await privacy.forget(store, person_id=mine.person_id, actor=actor, now=OPENS + timedelta(days=1)) == 2
    after = await own_applications.of_number(store, number=number)
    assert after is not None
    assert (after.form.name, after.form.email, after.form.gender, after.discord_id) == ("", "", None, None)
    assert "person1@example.org" not in str(await privacy.everything(store, person_id=mine.person_id))
    assert isinstance(await store.read(verify), Verified)


async def test_rule_freezes_when_the_first_session_of_an_announced_marathon_starts(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    start = (await programmes.show(store, marathon)).sessions[0].start
    assert await freezing.freeze_due(store, now=start) is None  # never announced

    async def announce(tx: Transaction) -> None:
        await tx.update(schema.marathons, marathon, {"announced_us": to_micros(OPENS)}, an_entry())

    await store.write(announce)
    assert await freezing.freeze_due(store, now=start - timedelta(seconds=1)) == start
    assert await freezing.freeze_due(store, now=start + timedelta(minutes=5)) is None
    assert (await programmes.show(store, marathon)).marathon.rule_frozen == start


async def test_everything_that_is_tied_to_a_person_is_in_their_data(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    mine = await own_applications.of_number(store, number=await send(store, marathon, 1))
    assert mine is not None
    held = await privacy.everything(store, person_id=mine.person_id)
    tied = {"person_id", "application_id", "discord_id"}
    tables = {table.name for table in schema.metadata.sorted_tables if tied & set(table.c.keys())}
    assert tables - {"bindings"} <= set(held)
    assert {"deliveries", "appeal_files"} <= set(held)


AN_IMPORT: dict[str, object] = {
    "session_id": 1,
    "at_us": 0,
    "actor_kind": "operator",
    "actor_id": "Grace",
    "zone": "UTC",
    "files": [],
    "counts": {},
    "stated": [],
}
A_REVIEW: dict[str, object] = {
    "session_id": 1,
    "name": "Amina's iPhone",
    "email": "amina@example.org",
    "match": "amina's iphone",
    "code": "no_match",
    "suggestions": [],
    "rows": [],
    "status": "credited",
}


async def add_what_reports_brought(store: Store, marathon: int, person_id: int) -> None:
    """A name in a report, an open question about it, what was remembered of its answer; an appeal, a presence."""

    async def add(tx: Transaction) -> None:
        entry = an_entry()
        await personal.keep(tx, person_id, "report-name", "Amina's iPhone", entry)
        await personal.keep(tx, person_id, "appeal", "I was there", entry)
        made = await tx.insert(schema.attendance_imports, AN_IMPORT | {"marathon_id": marathon}, entry)
        alias = {"marathon_id": marathon, "name": "Amina's iPhone", "person_id": person_id, "at_us": 0}
        await tx.connection.execute(schema.aliases.insert().values(**alias, actor_kind="operator", actor_id="Grace"))
        item = A_REVIEW | {"marathon_id": marathon, "attendance_import_id": made["id"], "person_id": person_id}
        await tx.connection.execute(schema.review_items.insert().values(item))
        presence = {"channel_id": 7, "discord_id": 1001, "source": "hall", "start_us": 0, "seen_us": 0}
        await tx.connection.execute(schema.open_presences.insert().values(presence))

    await store.write(add)


async def names_left(store: Store) -> list[str]:
    """The tables with a row that still says whose it is."""

    async def read(connection: AsyncConnection) -> list[str]:
        found = []
        for table in schema.metadata.sorted_tables:
            rows = [str(dict(row)) for row in (await connection.execute(select(table))).mappings()]
            if any(word in row for row in rows for word in ("Amina", "amina", "1001", "Person B", "person1@")):
                found.append(table.name)
        return found

    return await store.read(read)


async def test_forgotten_people_leave_their_name_nowhere_and_their_addresses_end(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    number = await send(store, marathon, 1)
    mine = await own_applications.of_number(store, number=number)
    assert mine is not None
    await add_what_reports_brought(store, marathon, mine.person_id)
    assert set(await names_left(store)) >= {"aliases", "review_items", "open_presences", "personal_values", "persons"}
    actor = Actor(ActorKind.PERSON, str(mine.person_id))
    await privacy.forget(store, person_id=mine.person_id, actor=actor, now=OPENS + timedelta(days=1))
    assert await names_left(store) == []
    after = await own_applications.of_number(store, number=number)
    assert after is not None
    assert (mine.page_generation, after.page_generation) == (1, 2)
    assert isinstance(await store.read(verify), Verified)


@pytest.mark.parametrize(
    ("field", "erased"),
    [
        ("name", 1),
        ("email", 1),
        ("organisation", 1),
        ("gender", 1),
        ("applications", 4),
        ("evidence", 1),
        ("reports", 3),
        ("appeals", 1),
        ("deliveries", 1),
    ],
)
async def test_each_key_of_the_programme_erases_what_it_names_once(store: Store, field: str, erased: int) -> None:
    programme = replace(a_programme(POLICY), retention_days={field: 30})
    planned = await programmes.take(store, programme, actor=OPERATOR, now=OPENS)
    assert isinstance(planned, Planned)
    number = await send(store, planned.marathon.id, 1, gender="woman", organisation="Works")
    mine = await own_applications.of_number(store, number=number)
    assert mine is not None
    await add_what_reports_brought(store, planned.marathon.id, mine.person_id)
    await reject(store, planned.marathon.id, number)
    over = planned.sessions[0].end + timedelta(days=30)
    assert await privacy.purge(store, now=over - timedelta(seconds=1)) == 0
    assert [await privacy.purge(store, now=over) for _ in range(2)] == [erased, 0]
    assert isinstance(await store.read(verify), Verified)


async def reject(store: Store, marathon: int, number: int) -> None:
    """The application is rejected, and the person was told so."""
    done = await places.settle(
        store,
        marathon_id=marathon,
        application_id=number,
        event=ApplicationEvent.REJECT,
        reason="late",
        now=OPENS + timedelta(days=1),
        actor=OPERATOR,
        incomes=INCOMES,
    )
    assert isinstance(done, Settled)
    queued = (await deliveries.ledger(store, marathon))[0].id

    async def say(tx: Transaction) -> None:
        table = schema.deliveries
        said = table.update().where(table.c.id == queued).values(state="sent", channel_id=4, message_id=5)
        await tx.connection.execute(said)

    await store.write(say)


async def test_whoever_another_marathon_keeps_is_erased_when_that_one_s_time_is_over_too(store: Store) -> None:
    ends = []
    for key, days in (("first", 30), ("second", 60)):
        programme = replace(a_programme(POLICY, key), retention_days={"email": days})
        planned = await programmes.take(store, programme, actor=OPERATOR, now=OPENS)
        assert isinstance(planned, Planned)
        await send(store, planned.marathon.id, 1)
        ends.append(planned.sessions[0].end)
    counts = [await privacy.purge(store, now=ends[0] + timedelta(days=days)) for days in (30, 60, 61)]
    assert counts == [0, 2, 0]
