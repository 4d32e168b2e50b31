"""Appeals: within the window, one at a time, decided once with a reason, and the record follows."""

from datetime import timedelta

from sqlalchemy import select

from sessions.domain.appeal_files import AppealFile
from sessions.domain.attendance import Verdict
from sessions.domain.refusals import (
    AlreadyDecided,
    AppealNotPossible,
    AppealWaiting,
    BadLength,
    BadValue,
    NoPlace,
    UnknownSession,
    ValueMissing,
)
from sessions.domain.reminders import Means
from sessions.services import appeals, deliveries, privacy, setup
from sessions.services.appeals import Answered, Made
from sessions.storage import schema
from sessions.storage.appeals import AppealStatus
from sessions.storage.store import Store, Transaction
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


FILE = AppealFile(name="photo.png", media_type="image/png", content=b"\x89PNG\r\n\x1a\n the hall")


async def test_a_file_is_kept_as_it_was_sent_and_goes_with_the_person(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    amina, *_ = await add_participants(store, marathon.id)
    await contest(store, marathon.id, file=FILE)
    (heard,) = await appeals.queue(store, marathon.id)
    assert (heard.appeal.file, heard.appeal.kept) == ("photo.png", True)
    assert await appeals.file_of(store, marathon.id, 1) == FILE
    assert await appeals.file_of(store, marathon.id + 1, 1) is None
    await privacy.forget(store, person_id=amina, actor=OPERATOR, now=NOW)
    assert await appeals.file_of(store, marathon.id, 1) is None
    left = await store.read(lambda connection: connection.execute(select(schema.appeal_files)))
    ((after, _),) = await appeals.of_person(store, marathon.id, amina)
    assert (left.all(), after.text, after.file) == ([], None, None)
    assert isinstance(await store.read(verify), Verified)


async def test_bytes_that_were_changed_behind_the_record_are_not_handed_out(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    await contest(store, marathon.id, file=FILE)

    async def forge(tx: Transaction) -> None:
        await tx.connection.execute(schema.appeal_files.update().values(content=b"%PDF- another"))

    await store.write(forge)
    assert await appeals.file_of(store, marathon.id, 1) is None


async def test_the_answer_is_owed_to_the_person_alone_by_the_means_that_reaches_them(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    amina, rahul, _ = await add_participants(store, marathon.id)

    async def loosen(tx: Transaction) -> None:
        table = schema.persons
        await tx.connection.execute(table.update().where(table.c.id == rahul).values(discord_id=None))

    await contest(store, marathon.id)
    await contest(store, marathon.id, account=5001)
    await store.write(loosen)
    for number in (1, 2):
        await decide(store, marathon.id, number, uphold=number == 1)
    owed = await deliveries.ledger(store, marathon.id)
    assert sorted((str(one.key), one.means, one.payload) for one in owed) == [
        (
            f"who-cgmp-2025/person:{amina}/appeal-answered/appeal:1/person",
            Means.DM,
            {**ANSWER, "application": 1, "upheld": True, "discord_id": 5000},
        ),
        (
            f"who-cgmp-2025/person:{rahul}/appeal-answered/appeal:2/person",
            Means.EMAIL,
            {**ANSWER, "application": 2, "upheld": False},
        ),
    ]


ANSWER = {"language": "en", "session": 1, "reason": "the host saw it"}


async def test_the_sessions_that_can_be_contested_are_those_in_the_window_that_do_not_wait(store: Store) -> None:
    marathon, session = await a_marathon(store)
    amina, *_ = await add_participants(store, marathon.id)
    moments = [session.end - timedelta(seconds=1), session.end, session.end + timedelta(days=7)]
    found = [await appeals.contestable(store, marathon.id, amina, now=moment) for moment in moments]
    await contest(store, marathon.id)
    found.append(await appeals.contestable(store, marathon.id, amina, now=NOW))
    assert found == [(), (session,), (), ()]
    assert await contest(store, marathon.id, text="x" * 1001) == BadLength(
        field="text", length=1001, minimum=1, maximum=1000
    )
