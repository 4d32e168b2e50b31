"""Many rows in one insert come back in the order in which they were given."""

from sessions.storage import personal
from sessions.storage.store import Store, Transaction
from tests.builders import add_persons, an_entry


async def test_many_rows_keep_their_order(store: Store) -> None:
    people = await add_persons(store, 1500)
    given = [(person, "name", f"Name {person * 7919 % 1500}") for person in reversed(people)]

    async def keep(transaction: Transaction) -> dict[tuple[int, str], int]:
        return await personal.keep_many(transaction, given, an_entry("person.added"))

    ids = await store.write(keep)
    assert list(ids) == [(person, field) for person, field, _ in given]
    values = await store.read(lambda connection: personal.read_many(connection, ids.values()))
    assert [values[ids[person, field]] for person, field, _ in given] == [value for _, _, value in given]
