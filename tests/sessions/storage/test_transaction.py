"""Many rows at once: in order when inserted, journalled when updated."""

import pytest
from sqlalchemy import select

from sessions.storage import personal, schema
from sessions.storage.store import Store, Transaction
from sessions.storage.verification import Verified, verify
from tests.builders import add_a_marathon, add_persons, an_entry


async def test_many_rows_keep_their_order(store: Store) -> None:
    people = await add_persons(store, 1500)
    given = [(person, "name", f"Name {person * 7919 % 1500}") for person in reversed(people)]

    async def keep(transaction: Transaction) -> dict[tuple[int, str], int]:
        return await personal.keep_many(transaction, given, an_entry("person.added"))

    ids = await store.write(keep)
    assert list(ids) == [(person, field) for person, field, _ in given]
    values = await store.read(lambda connection: personal.read_many(connection, ids.values()))
    assert [values[ids[person, field]] for person, field, _ in given] == [value for _, _, value in given]


async def test_many_rows_are_updated_and_the_journal_agrees(store: Store) -> None:
    marathon = await add_a_marathon(store)
    bindings = [{"marathon_id": marathon, "purpose": f"event:{n}", "discord_id": n} for n in range(1200)]

    async def insert(transaction: Transaction) -> list[int]:
        rows = await transaction.insert_many(schema.bindings, bindings, an_entry("binding.made"))
        return [row["id"] for row in rows]

    ids = await store.write(insert)
    new = {one: {"discord_id": 5000 + place} for place, one in enumerate(ids)}
    await store.write(lambda transaction: transaction.update_many(schema.bindings, new, an_entry("binding.changed")))

    query = select(schema.bindings.c.id, schema.bindings.c.discord_id)
    stored = (await store.read(lambda connection: connection.execute(query))).all()
    assert {row.id: {"discord_id": row.discord_id} for row in stored} == new
    assert isinstance(await store.read(verify), Verified)


async def test_updating_a_row_that_is_not_there_is_an_error_and_changes_nothing(store: Store) -> None:
    await add_a_marathon(store)
    change: dict[int, dict[str, object]] = {1: {"title": "New"}, 99: {"title": "Nowhere"}}
    with pytest.raises(LookupError, match="no row 99"):
        await store.write(lambda tx: tx.update_many(schema.marathons, change, an_entry("marathon.changed")))
    title = (await store.read(lambda connection: connection.execute(select(schema.marathons.c.title)))).scalar_one()
    assert title == "A marathon"
