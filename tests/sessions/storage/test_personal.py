"""Personal values: kept apart, found by how they read, erased for good."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.storage import personal
from sessions.storage.personal import Match
from sessions.storage.store import Store, Transaction
from tests.builders import a_store, add_persons, an_entry


async def keep(store: Store, person: int, field: str, value: str) -> int:
    async def unit(transaction: Transaction) -> int:
        return await personal.keep(transaction, person, field, value, an_entry("person.added"))

    return await store.write(unit)


async def erase(store: Store, person: int, verb: str = "personal.erased") -> list[int]:
    async def unit(transaction: Transaction) -> list[int]:
        return await personal.erase(transaction, person, an_entry(verb))

    return await store.write(unit)


async def test_a_value_is_kept_in_nfc_and_read_by_id(store: Store) -> None:
    (person,) = await add_persons(store)

    name = await keep(store, person, "name", "Bjo\u0308rk")

    assert await store.read(lambda c: personal.read_many(c, [name, 99])) == {name: "Bj\u00f6rk"}


async def test_a_value_is_found_by_how_it_reads_never_by_resemblance(store: Store) -> None:
    first, second, third = await add_persons(store, 3)
    await keep(store, first, "email", "Maria.Straße@Example.org")
    await keep(store, second, "email", "maria.strasse@example.org")
    await keep(store, third, "email", "maria.strase@example.org")

    found = await store.read(lambda c: personal.find_match(c, "email", " MARIA.STRASSE@example.org "))

    assert found == [Match(1, first), Match(2, second)]


async def test_erasure_removes_the_value_from_the_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "marathon.db"
    async with a_store(str(path)) as store:
        first, second = await add_persons(store, 2)
        kept = [await keep(store, first, "name", "Xanthippe Unmistakable"), await keep(store, second, "name", "Li Wei")]
        erased = await erase(store, first)
        read = await store.read(lambda c: personal.read_many(c, kept))
        again = await erase(store, first)

    assert (erased, again, read) == ([1], [], {1: None, 2: "Li Wei"})
    assert b"nmistakable" not in path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT value, salt, match FROM personal_values WHERE id = 1").fetchall() == [
            (None, None, None)
        ]


async def test_only_an_entry_that_says_so_may_erase(store: Store) -> None:
    (person,) = await add_persons(store)
    await keep(store, person, "name", "Li Wei")

    with pytest.raises(ValueError, match=r"erased by an entry personal\.erased, not tidied"):
        await erase(store, person, "tidied")


@given(st.text())
def test_folding_twice_is_folding_once(value: str) -> None:
    assert personal.fold(personal.fold(value)) == personal.fold(value)
