"""Open questions of reports: decided once, remembered where that is safe, undone with their import."""

from sessions.domain.attendance import Verdict
from sessions.domain.refusals import AlreadyDecided, UnknownParticipant
from sessions.services import attendance_reports, attendance_reviews
from sessions.services.attendance_reports import Imported, Undone
from sessions.services.attendance_reviews import Answer, Question, Settled
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.sessions.attendees import NOW, OPERATOR, a_marathon, a_report, add_participants
from tests.sessions.services.test_attendance_reports import record, verdicts

NICKNAME = ("Amina's iPad", "", "12:00:00", "14:00:00")
PHONE = ("iPhone", "", "12:00:00", "13:00:00")


async def ask(store: Store, marathon: int) -> list[Question]:
    return list(await attendance_reviews.queue(store, marathon))


async def settle(store: Store, marathon: int, number: int, answer: Answer, person: str | None = None) -> object:
    return await attendance_reviews.decide(
        store, marathon, number=number, answer=answer, person=person, actor=OPERATOR, now=NOW
    )


async def test_a_confirmed_name_is_credited_and_known_the_next_time(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    amina, *_ = await add_participants(store, marathon.id)
    await record(store, marathon.id, a_report(NICKNAME))
    (question,) = await ask(store, marathon.id)
    assert [one.person_id for one in question.suggestions] == [amina]
    done = await settle(store, marathon.id, question.item.id, Answer.CREDIT, f"#{amina}")
    assert done == Settled(item=question.item, answer=Answer.CREDIT, person_id=amina, kept=1, remembered=True, also=0)
    assert (await verdicts(store, marathon.id))[0] == (7200, Verdict.PRESENT)
    again = await record(store, marathon.id, a_report(NICKNAME))
    assert again == Imported(number=None, kept=0, already=1, withdrawn=0, waiting=0)
    assert isinstance(await store.read(verify), Verified)


async def test_a_bare_device_is_credited_once_and_asked_about_again(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    for number in (1, 2):
        done = await record(store, marathon.id, a_report(PHONE))
        assert (done.number, done.waiting) == (number, 1)
        (question,) = await ask(store, marathon.id)
        settled = await settle(store, marathon.id, question.item.id, Answer.CREDIT, "Amina Yusuf")
        assert isinstance(settled, Settled)
        assert (settled.kept, settled.remembered) == (1, False)
        assert (await verdicts(store, marathon.id))[0] == (3600, Verdict.PARTIAL)
        undone = await attendance_reports.undo(
            store, marathon.id, number=number, reason="wrong room", actor=OPERATOR, now=NOW
        )
        assert undone == Undone(number=number, rows=1)
        assert (await verdicts(store, marathon.id))[0] == (0, Verdict.ABSENT)


async def test_what_is_of_staff_is_left_out_of_later_files(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    await record(store, marathon.id, a_report(("Tech Support", "", "12:00:00", "14:00:00")))
    (question,) = await ask(store, marathon.id)
    await settle(store, marathon.id, question.item.id, Answer.STAFF)
    later = await record(store, marathon.id, a_report(("Tech Support", "", "12:10:00", "13:00:00"), name="b.csv"))
    assert (later.kept, later.waiting, await ask(store, marathon.id)) == (0, 0, [])


async def test_a_question_is_decided_once_and_by_nobody_who_is_guessed(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    await add_participants(store, marathon.id)
    await record(store, marathon.id, a_report(PHONE))
    (question,) = await ask(store, marathon.id)
    answers = [
        await settle(store, marathon.id, question.item.id, Answer.CREDIT, "Amina"),
        await settle(store, marathon.id, question.item.id, Answer.NOBODY),
        await settle(store, marathon.id, question.item.id, Answer.CREDIT, "Amina Yusuf"),
    ]
    assert answers == [
        UnknownParticipant(text="Amina"),
        Settled(item=question.item, answer=Answer.NOBODY, person_id=None, kept=0, remembered=False, also=0),
        AlreadyDecided(number=question.item.id, decided=NOW),
    ]
    assert (await verdicts(store, marathon.id))[0] == (0, Verdict.ABSENT)
