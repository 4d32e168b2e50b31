"""Reports in the record: once, whole, undone, and never at anybody's cost."""

from sessions.domain.attendance import Attendance, Verdict
from sessions.domain.refusals import AlreadyDecided, UnknownImport, ValueMissing
from sessions.domain.reports import Outcome
from sessions.services import attendance, attendance_reports
from sessions.services.attendance import SessionAttendance
from sessions.services.attendance_reports import Imported, ReportFile, Undone
from sessions.storage import report_imports
from sessions.storage.report_imports import ReviewItem
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.sessions.attendees import NOW, OPERATOR, a_marathon, a_report, add_participants, previewed

AMINA = ("Amina Yusuf", "amina@example.org", "12:00:00", "14:00:00")
RAHUL = ("Rahul Banerjee", "", "12:30:00", "13:00:00")
PHONE = ("iPhone", "", "12:00:00", "13:00:00")


async def record(store: Store, marathon: int, *files: ReportFile) -> Imported:
    done = await attendance_reports.commit(store, await previewed(store, marathon, *files), actor=OPERATOR, now=NOW)
    assert isinstance(done, Imported)
    return done


async def shown(store: Store, marathon: int) -> tuple[Attendance, ...]:
    found = await attendance.show(store, marathon, 1, now=NOW)
    assert isinstance(found, SessionAttendance)
    return tuple(one.attendance for one in found.attendees)


async def verdicts(store: Store, marathon: int) -> list[tuple[int, Verdict]]:
    return [(one.seconds, one.verdict) for one in await shown(store, marathon)]


async def waiting(store: Store, marathon: int) -> list[tuple[str, int]]:
    items: tuple[ReviewItem, ...] = await store.read(
        lambda connection: report_imports.items_of(connection, marathon, open_only=True)
    )
    return [(one.name, len(one.rows)) for one in items]


async def test_a_report_credits_whom_it_names_and_the_rest_waits(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    done = await record(store, marathon.id, a_report(AMINA, RAHUL, PHONE))
    assert done == Imported(number=1, kept=2, already=0, withdrawn=0, waiting=1)
    assert await verdicts(store, marathon.id) == [
        (7200, Verdict.PRESENT), (1800, Verdict.PARTIAL), (0, Verdict.ABSENT),
    ]  # fmt: skip
    assert await waiting(store, marathon.id) == [("iPhone", 1)]
    assert isinstance(await store.read(verify), Verified)


async def test_the_same_file_twice_changes_nothing(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    await record(store, marathon.id, a_report(AMINA, AMINA, PHONE))
    before, entries = await shown(store, marathon.id), await store.read(verify)
    again = await record(store, marathon.id, a_report(AMINA, AMINA, PHONE))
    assert again == Imported(number=None, kept=0, already=2, withdrawn=0, waiting=0)
    assert (await shown(store, marathon.id), await store.read(verify)) == (before, entries)


async def test_files_that_overlap_state_each_fact_once_and_undoing_one_leaves_the_other(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    await record(store, marathon.id, a_report(AMINA, PHONE))
    second = await record(store, marathon.id, a_report(AMINA, RAHUL, PHONE, name="second.csv"))
    assert (second.number, second.kept, second.already, second.waiting) == (2, 1, 1, 0)
    undone = await attendance_reports.undo(
        store, marathon.id, number=1, reason="the wrong room", actor=OPERATOR, now=NOW
    )
    assert undone == Undone(number=1, rows=0)
    assert [seconds for seconds, _ in await verdicts(store, marathon.id)] == [7200, 1800, 0]


async def test_what_was_undone_can_be_taken_in_again_any_number_of_times(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    for number in (1, 2, 3):
        done = await record(store, marathon.id, a_report(AMINA, PHONE))
        assert done == Imported(number=number, kept=1, already=0, withdrawn=0, waiting=1)
        assert [seconds for seconds, _ in await verdicts(store, marathon.id)] == [7200, 0, 0]
        undone = await attendance_reports.undo(
            store, marathon.id, number=number, reason="the wrong session", actor=OPERATOR, now=NOW
        )
        assert undone == Undone(number=number, rows=1)
        assert [seconds for seconds, _ in await verdicts(store, marathon.id)] == [0, 0, 0]
        assert await waiting(store, marathon.id) == []
    assert isinstance(await store.read(verify), Verified)


async def test_undoing_needs_a_reason_and_an_import_that_stands(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    await record(store, marathon.id, a_report(AMINA))
    answers = [
        await attendance_reports.undo(store, marathon.id, number=number, reason=reason, actor=OPERATOR, now=NOW)
        for number, reason in ((1, " "), (7, "x"), (1, "x"), (1, "x"))
    ]
    assert answers == [
        ValueMissing(field="reason"),
        UnknownImport(number=7),
        Undone(number=1, rows=1),
        AlreadyDecided(number=1, decided=NOW),
    ]


async def test_one_bad_file_refuses_the_whole_import(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    bad = ReportFile(name="slides.pdf", data=b"%PDF-1.7 ...", size=12)
    found = await previewed(store, marathon.id, a_report(AMINA), bad)
    assert (found.preview.outcome, found.recordable) == (Outcome.REFUSE, False)
    assert await verdicts(store, marathon.id) == [(0, Verdict.ABSENT)] * 3
