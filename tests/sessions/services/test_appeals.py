"""Appeals: within the window, one at a time, decided once with a reason, and the record follows."""

from datetime import timedelta

from sessions.domain.appeal_files import AppealFile
from sessions.domain.attendance import Verdict
from sessions.domain.refusals import (
    AlreadyDecided,
    AppealNotPossible,
    AppealWaiting,
    BadValue,
    NoPlace,
    UnknownSession,
    ValueMissing,
)
from sessions.services import appeals, setup
from sessions.services.appeals import Answered, Made
from sessions.storage.appeals import AppealStatus
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.sessions.attendees import NOW, OPERATOR, a_marathon, add_participants
from tests.sessions.services.test_attendance_reports import verdicts


async def contest(
    store: Store,
    marathon: int,
    *,
    text: str = "I was there",
    file: AppealFile | str | None = None,
    days: int = 0,
    **who: int,
) -> object:
    return await appeals.appeal(
        store,
        marathon,
        number=who.get("number", 1),
        text=text,
        file=file,
        person_id=await setup.person_of(store, who.get("account", 5000)),
        now=NOW + timedelta(days=days),
    )


async def decide(store: Store, marathon: int, number: int, *, uphold: bool, reason: str = "the host saw it") -> object:
    return await appeals.decide(store, marathon, number=number, uphold=uphold, reason=reason, actor=OPERATOR, now=NOW)


async def test_an_upheld_appeal_is_a_statement_and_the_person_reads_the_reason(store: Store) -> None:
    marathon, session = await a_marathon(store)
    amina, *_ = await add_participants(store, marathon.id)
    assert await contest(store, marathon.id, file="https://example.org/photo.jpg") == Made(number=1, session=session)
    assert await decide(store, marathon.id, 1, uphold=True) == Answered(number=1, evidence=1)
    assert (await verdicts(store, marathon.id))[0] == (7200, Verdict.PRESENT)
    ((answered, _),) = await appeals.of_person(store, marathon.id, amina)
    assert (answered.status, answered.reason, answered.file) == (
        AppealStatus.UPHELD,
        "the host saw it",
        "https://example.org/photo.jpg",
    )
    assert (await appeals.queue(store, marathon.id), isinstance(await store.read(verify), Verified)) == ((), True)


async def test_a_rejected_appeal_changes_no_verdict_and_is_decided_once(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    await contest(store, marathon.id)
    answers = [
        await decide(store, marathon.id, 1, uphold=True, reason=" "),
        await decide(store, marathon.id, 1, uphold=False),
        await decide(store, marathon.id, 1, uphold=True),
    ]
    assert answers == [
        ValueMissing(field="reason"),
        Answered(number=1, evidence=None),
        AlreadyDecided(number=1, decided=NOW),
    ]
    assert (await verdicts(store, marathon.id))[0] == (0, Verdict.ABSENT)


async def test_what_cannot_be_contested_is_refused_with_the_reason(store: Store) -> None:
    marathon, session = await a_marathon(store)
    await add_participants(store, marathon.id)
    await contest(store, marathon.id)
    answers = [
        await contest(store, marathon.id),
        await contest(store, marathon.id, days=8),
        await contest(store, marathon.id, text=" "),
        await contest(store, marathon.id, file="file:///etc/passwd"),
        await contest(store, marathon.id, account=1),
        await contest(store, marathon.id, number=7),
    ]
    assert answers == [
        AppealWaiting(since=NOW),
        AppealNotPossible(opens=session.end, until=session.end + timedelta(days=7)),
        ValueMissing(field="text"),
        BadValue(field="file", value="file:///etc/passwd", expected="https://…"),
        NoPlace(),
        UnknownSession(number=7, known=(1,)),
    ]
