"""Replay: whatever is recorded, undone, stated and withdrawn, attendance recomputed from the evidence is what is shown,
and no row of a report credits two people."""

import asyncio
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessions.domain.attendance import Verdict
from sessions.domain.verdicts import attend
from sessions.services import attendance, attendance_reports, attendance_statements, standing
from sessions.services.attendance import SessionAttendance
from sessions.storage import evidence
from tests.builders import a_store
from tests.sessions.attendees import NOW, OPERATOR, PEOPLE, a_marathon, a_report, add_participants, previewed

ROWS = st.lists(
    st.tuples(
        st.sampled_from([*(name for name, _ in PEOPLE), "Amina", "iPhone", "Marathon Host"]),
        st.sampled_from(["", *(email for _, email in PEOPLE), "x@example.net"]),
        st.integers(0, 119),
        st.integers(1, 60),
    ),
    min_size=1,
    max_size=6,
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("report"), ROWS),
        st.tuples(st.just("undo"), st.integers(1, 4)),
        st.tuples(st.just("mark"), st.sampled_from(["present", "absent", "excused"])),
        st.tuples(st.just("withdraw"), st.integers(1, 12)),
    ),
    max_size=5,
)


def a_file(rows: list[tuple[str, str, int, int]]) -> attendance_reports.ReportFile:
    stamped = []
    for name, email, start, length in rows:
        join, leave = [f"{12 + minute // 60:02}:{minute % 60:02}:00" for minute in (start, start + length)]
        stamped.append((name, email, join, leave))
    return a_report(*stamped)


async def play(steps: list[tuple[str, object]]) -> None:
    async with a_store() as store:
        marathon, session = await a_marathon(store)
        people = await add_participants(store, marathon.id)
        for step, (verb, what) in enumerate(steps):
            now = NOW + timedelta(minutes=step)
            match verb, what:
                case "report", list():
                    read = await previewed(store, marathon.id, a_file(what))
                    if read.recordable:
                        await attendance_reports.commit(store, read, actor=OPERATOR, now=now)
                case "undo", int():
                    await attendance_reports.undo(
                        store, marathon.id, number=what, reason="a test", actor=OPERATOR, now=now
                    )
                case "mark", str():
                    await attendance_statements.mark(
                        store,
                        marathon.id,
                        number=1,
                        people=["Amina Yusuf"],
                        verdict=Verdict(what),
                        reason="a test",
                        actor=OPERATOR,
                        now=now,
                    )
                case "withdraw", int():
                    await attendance_statements.withdraw(
                        store, marathon.id, number=what, reason="a test", actor=OPERATOR, now=now
                    )
        late = NOW + timedelta(days=1)
        shown = await attendance.show(store, marathon.id, 1, now=late)
        assert isinstance(shown, SessionAttendance)
        kept = await store.read(lambda connection: evidence.of_session(connection, session.id))
        rule = marathon.programme.attendance
        replayed = [
            attend(list(reversed(kept.get(person, []))), session, rule, late, person_id=person) for person in people
        ]
        _, everyone = await standing.everyone(store, marathon.id, now=late)
        assert [one.attendance for one in shown.attendees] == replayed == [one.attendances[0] for one in everyone]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_what_is_shown_is_always_what_the_evidence_alone_says(steps: list[tuple[str, object]]) -> None:
    asyncio.run(play(steps))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_one_row_is_evidence_of_one_person_at_most(rows: list[tuple[str, str, int, int]]) -> None:
    async def check() -> None:
        async with a_store() as store:
            marathon, session = await a_marathon(store)
            await add_participants(store, marathon.id)
            read = await previewed(store, marathon.id, a_file(rows))
            if not read.recordable:
                return
            done = await attendance_reports.commit(store, read, actor=OPERATOR, now=NOW)
            assert isinstance(done, attendance_reports.Imported)
            kept = await store.read(lambda connection: evidence.of_session(connection, session.id))
            lines = [one.detail["line"] for some in kept.values() for one in some]
            assert (len(lines), len(set(lines))) == (done.kept, done.kept)

    asyncio.run(check())
