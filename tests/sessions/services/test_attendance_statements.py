"""Statements, group viewing, recordings and withdrawals: appended, with reasons, and all or nothing."""

from datetime import timedelta

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.attendance import AttendanceRule, Verdict
from sessions.domain.refusals import (
    AlreadyDecided,
    NoPlace,
    NotAllowed,
    RecordingNotCounted,
    UnknownEvidence,
    UnknownParticipant,
    ValueMissing,
)
from sessions.services import attendance_statements as statements
from sessions.services.attendance_statements import Stated, Withdrawn
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.sessions.attendees import NOW, OPERATOR, a_marathon, add_participants
from tests.sessions.services.test_attendance_reports import verdicts


async def mark(store: Store, marathon: int, *people: str, reason: str = "seen", actor: Actor = OPERATOR) -> object:
    return await statements.mark(
        store, marathon, number=1, people=people, verdict=Verdict.PRESENT, reason=reason, actor=actor, now=NOW
    )


async def test_a_list_is_marked_whole_or_not_at_all(store: Store) -> None:
    marathon, session = await a_marathon(store)
    first, second, _ = await add_participants(store, marathon.id)
    outsider = Actor(ActorKind.ORGANISER, str(first))
    answers = [
        await mark(store, marathon.id, "Amina Yusuf", "Nobody Known"),
        await mark(store, marathon.id, "Amina Yusuf", reason=" "),
        await mark(store, marathon.id, "Amina Yusuf", actor=outsider),
    ]
    assert answers == [
        UnknownParticipant(text="Nobody Known"),
        ValueMissing(field="reason"),
        NotAllowed(needs=("organiser",)),
    ]
    assert await verdicts(store, marathon.id) == [(0, Verdict.ABSENT)] * 3
    done = await mark(store, marathon.id, "Amina Yusuf", "rahul@example.org", "<@5000>", f"#{second}")
    assert done == Stated(session=session, persons=(first, second), evidence=(1, 2))
    assert await verdicts(store, marathon.id) == [(7200, Verdict.PRESENT)] * 2 + [(0, Verdict.ABSENT)]


async def test_a_withdrawal_takes_back_once_and_can_be_withdrawn_itself(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    await mark(store, marathon.id, "Amina Yusuf")

    async def withdraw(number: int, after: int) -> object:
        return await statements.withdraw(
            store, marathon.id, number=number, reason="an error", actor=OPERATOR, now=NOW + timedelta(minutes=after)
        )

    first = await withdraw(1, 0)
    assert isinstance(first, Withdrawn)
    assert (await verdicts(store, marathon.id))[0] == (0, Verdict.ABSENT)
    assert await withdraw(1, 0) == UnknownEvidence(number=1)
    second = await withdraw(first.number, 0)
    assert isinstance(second, Withdrawn)
    assert (await verdicts(store, marathon.id))[0] == (7200, Verdict.PRESENT)
    assert isinstance(await store.read(verify), Verified)


async def test_group_viewing_counts_for_all_once_an_organiser_signs(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    stranger = await statements.declare_group(
        store, marathon.id, number=1, people=["Amina Yusuf"], discord_id=99, now=NOW
    )
    declared = await statements.declare_group(
        store, marathon.id, number=1, people=["rahul@example.org"], discord_id=5000, now=NOW
    )
    assert isinstance(declared, Stated)
    assert (stranger, len(declared.evidence)) == (NoPlace(), 2)
    assert [verdict for _, verdict in await verdicts(store, marathon.id)] == [
        Verdict.OPEN, Verdict.OPEN, Verdict.ABSENT,
    ]  # fmt: skip
    signed = await statements.countersign(store, marathon.id, declared=declared.evidence, actor=OPERATOR, now=NOW)
    again = await statements.countersign(store, marathon.id, declared=declared.evidence, actor=OPERATOR, now=NOW)
    assert (signed, again) == ((3, 4), AlreadyDecided(number=1, decided=NOW))
    assert [verdict for _, verdict in await verdicts(store, marathon.id)] == [
        Verdict.PRESENT, Verdict.PRESENT, Verdict.ABSENT,
    ]  # fmt: skip


async def test_a_recording_counts_within_the_programmes_time(store: Store) -> None:
    marathon, session = await a_marathon(store, AttendanceRule(recording_until=timedelta(days=2)))
    await add_participants(store, marathon.id)

    async def watch(days: int) -> object:
        return await statements.watch_recording(
            store, marathon.id, number=1, proof="the quiz", discord_id=5000, now=NOW + timedelta(days=days)
        )

    assert await watch(3) == RecordingNotCounted(until=session.end + timedelta(days=2))
    assert isinstance(await watch(0), Stated)
    assert (await verdicts(store, marathon.id))[0] == (7200, Verdict.PRESENT)
