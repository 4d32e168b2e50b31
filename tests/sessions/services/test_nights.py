"""Nights of the record: verified, backed up, told; each with a moved clock and a database on disk."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sessions.domain.deliveries import DeliveryKind
from sessions.domain.nights import Night
from sessions.services import nights, programmes, setup
from sessions.services.nights import BROKEN, NO_BACKUP, WHOLE, Backup, Kept
from sessions.services.programmes import Planned
from sessions.storage import deliveries as ledger
from sessions.storage.copies import read_head, restore
from sessions.storage.journal_pages import read_page
from sessions.storage.rotation import Rotation
from sessions.storage.store import Store, Transaction
from sessions.storage.verification import Fault, Verified, verify
from tests.builders import a_store, add_a_marathon, an_entry
from tests.journeys.reminder_simulation import OPERATOR, a_marathon_programme

MADE = datetime(2025, 9, 1, 8, 0, tzinfo=UTC)
NIGHT = datetime(2025, 9, 2, 1, 0, tzinfo=UTC)
"""Three in the morning in Zurich."""


@dataclass(frozen=True, slots=True)
class House:
    """An installation's database with one marathon that has a desk."""

    store: Store
    file: Path
    rotation: Rotation

    async def keep(self, now: datetime) -> Kept | None:
        """As housekeeping does at a beat; None: no night is due."""
        found = await nights.look(self.store, now=now)
        if found.due is None:
            return None
        return await nights.keep(self.store, found.due, rotation=self.rotation, now=now)

    async def told(self) -> dict[str, dict[str, object]]:
        """Of each note to the desk: its occurrence and what it carries."""
        rows = await self.store.read(lambda connection: ledger.ledger(connection, 1))
        return {row.key.occurrence: row.payload for row in rows if row.key.kind == DeliveryKind.DESK_NOTE}

    def backups(self) -> list[str]:
        return sorted(path.name for path in self.rotation.folder.iterdir())


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    file = tmp_path / "marathon.sqlite3"
    async with a_store(f"sqlite:///{file}") as store:
        planned = await programmes.take(store, a_marathon_programme(), actor=OPERATOR, now=MADE)
        assert isinstance(planned, Planned)
        await setup.bind(store, planned.marathon.id, guild_id=1, made={}, actor=OPERATOR, now=MADE)
        yield House(store, file, Rotation(folder=tmp_path / "backups", keep=3))


async def test_a_night_verifies_backs_up_and_tells_the_newest_hash(house: House) -> None:
    before = await house.store.read(verify)
    assert isinstance(before, Verified)
    kept = await house.keep(NIGHT + timedelta(seconds=2))
    assert kept is not None
    assert kept.copy is not None
    name = "marathon.night-2025-09-02T010002Z.sqlite3"
    assert await house.told() == {
        "record-whole:2025-09-02": {
            "note": WHOLE,
            "entries": before.entries,
            "rows": before.rows,
            "head": before.head,
            "backup": "made",
            "file": name,
        }
    }
    assert read_head(house.rotation.folder / name) == (before.entries, before.head)
    (entry,) = await house.store.read(lambda connection: read_page(connection, last=1))
    assert (entry.verb, entry.new) == (
        "night.kept",
        {
            "night": NIGHT.isoformat(),
            "backup": "made",
            "entries": before.entries,
            "head": before.head,
            "file": name,
            "sha256": kept.copy.digest,
            "copied": before.entries,
        },
    )


async def test_asked_again_the_same_night_nothing_is_done_twice_not_even_after_a_restart(house: House) -> None:
    assert await house.keep(NIGHT) is not None
    async with a_store(f"sqlite:///{house.file}") as restarted:
        again = await House(restarted, house.file, house.rotation).keep(NIGHT + timedelta(hours=3))
    assert again is None
    assert await house.keep(NIGHT - timedelta(hours=1)) is None
    assert len(house.backups()) == 1


async def test_ten_missed_nights_are_made_up_for_once(house: House) -> None:
    await house.keep(NIGHT)
    await house.keep(NIGHT + timedelta(days=10, hours=5))
    assert sorted(await house.told()) == ["record-whole:2025-09-02", "record-whole:2025-09-12"]
    assert len(house.backups()) == 2


async def test_of_two_processes_one_keeps_the_night(house: House) -> None:
    due = Night(moment=NIGHT)
    for _ in range(2):
        await nights.keep(house.store, due, rotation=None, now=NIGHT)
    told = await house.store.read(lambda connection: read_page(connection, last=100, verb="night.kept"))
    assert len(told) == 1


async def test_the_oldest_backup_makes_room_and_other_files_stay(house: House) -> None:
    house.rotation.folder.mkdir()
    for name in ("marathon-by-hand.sqlite3", "other.night-2025-01-01T000000Z.sqlite3"):
        (house.rotation.folder / name).write_bytes(b"mine")
    for day in range(5):
        await house.keep(NIGHT + timedelta(days=day))
    assert house.backups() == [
        "marathon-by-hand.sqlite3",
        *(f"marathon.night-2025-09-0{day}T010000Z.sqlite3" for day in (4, 5, 6)),
        "other.night-2025-01-01T000000Z.sqlite3",
    ]


async def test_a_backup_that_fails_reaches_the_desk_and_the_record_is_verified_all_the_same(house: House) -> None:
    house.rotation.folder.write_text("a file where the folder should be")
    kept = await house.keep(NIGHT)
    assert kept is not None
    assert (kept.backup, isinstance(kept.verified, Verified)) == (Backup.FAILED, True)
    told = await house.told()
    assert sorted(told) == ["backup-failed:2025-09-02", "record-whole:2025-09-02"]
    assert told["backup-failed:2025-09-02"] == {
        "note": NO_BACKUP,
        "failure": f"The backups' folder {house.rotation.folder} cannot be used: File exists.",
    }
    assert await house.keep(NIGHT + timedelta(minutes=1)) is None


async def test_a_broken_record_reaches_the_desk_and_no_older_backup_makes_room(house: House) -> None:
    for day in range(3):
        await house.keep(NIGHT + timedelta(days=day))
    with closing(sqlite3.connect(house.file)) as behind:
        behind.execute("UPDATE sessions SET title = 'Mine' WHERE id = 1")
        behind.commit()
    await house.keep(NIGHT + timedelta(days=3))
    told = await house.told()
    assert told["record-broken:2025-09-05"] == {
        "note": BROKEN,
        "fault": "Session 1 was edited behind the journal: it is not as entry 1 left it.",
    }
    assert len(house.backups()) == 4


def cut(file: Path, after: int) -> None:
    """Takes the end of the journal away and sets its head back, so that what is left agrees with itself."""
    with closing(sqlite3.connect(file)) as behind:
        behind.execute("DELETE FROM journal WHERE seq > ?", (after,))
        behind.execute(
            "UPDATE journal_head SET seq = ?, hash = (SELECT hash FROM journal WHERE seq = ?)", (after, after)
        )
        behind.commit()


async def note(store: Store, count: int) -> None:
    async def unit(tx: Transaction) -> None:
        for number in range(count):
            tx.record(an_entry("something.said", subject=f"thing:{number}"))

    await store.write(unit)


@pytest.mark.parametrize("forgets", ["nothing", "what was told", "the backups"])
async def test_a_cut_off_end_is_found_by_what_was_written_down_elsewhere(house: House, forgets: str) -> None:
    """Whoever cuts would have to find the backups and what the organisers were told, too."""
    before = await house.store.read(verify)
    assert isinstance(before, Verified)
    await note(house.store, 3)
    await house.keep(NIGHT)
    cut(house.file, before.entries)
    assert isinstance(await house.store.read(verify), Verified)
    if forgets == "what was told":
        with closing(sqlite3.connect(house.file)) as behind:
            behind.execute("DELETE FROM deliveries")
            behind.commit()
    if forgets == "the backups":
        (house.rotation.folder / house.backups()[0]).unlink()
    kept = await house.keep(NIGHT + timedelta(days=1))
    assert kept is not None
    place = {"what was told": "The backup marathon.night-2025-09-02T010000Z.sqlite3"}
    assert not isinstance(kept.verified, Verified)
    assert (kept.verified.fault, kept.verified.witness) == (
        Fault.HEAD_UNKNOWN,
        place.get(forgets, "What the organisers were told"),
    )


async def test_a_return_to_a_backup_is_no_cut_for_the_journal_tells_of_it(house: House, tmp_path: Path) -> None:
    await house.keep(NIGHT)
    await note(house.store, 3)
    await house.keep(NIGHT + timedelta(days=1))
    older = house.rotation.folder / house.backups()[0]
    entries, head = read_head(older)
    other = tmp_path / "other" / "marathon.sqlite3"
    other.parent.mkdir()
    restore(older, str(other), kept="before")
    async with a_store(f"sqlite:///{other}") as store:
        restored = House(store, other, house.rotation)
        told = an_entry("database.restored", marathon=None, subject="database", new={"entries": entries, "head": head})

        async def unit(tx: Transaction) -> None:
            tx.record(told)

        await store.write(unit)
        kept = await restored.keep(NIGHT + timedelta(days=2))
    assert kept is not None
    assert isinstance(kept.verified, Verified)


async def test_a_record_in_memory_or_without_a_folder_is_verified_and_says_that_there_is_no_backup(
    store: Store,
) -> None:
    await add_a_marathon(store)
    kept = await nights.keep(store, Night(moment=NIGHT), rotation=None, now=NIGHT)
    assert (kept.backup, isinstance(kept.verified, Verified)) == (Backup.OFF, True)
