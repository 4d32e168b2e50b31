"""The code of the moment: asked for, limited, one a prompt; and what is shown is what is taken."""

from datetime import datetime, timedelta

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.attendance import AttendanceRule
from sessions.domain.refusals import NotAllowed, TooManyWrongCodes, WrongCode
from sessions.services.attendance import CheckedIn, CheckIns, ShownCode
from sessions.storage.store import Store
from tests.sessions.applicants import OPERATOR
from tests.sessions.attendees import a_marathon, add_participants

AT = datetime.fromisoformat("2025-09-09T12:30:10+00:00")


async def test_the_code_shown_is_taken_once_a_prompt_and_a_step_late(store: Store) -> None:
    marathon, session = await a_marathon(store, AttendanceRule(code_of_the_moment=True))
    await add_participants(store, marathon.id)
    check_ins = CheckIns(store, secret=b"of the hall")
    assert await check_ins.asks_code(session.id)
    first = await check_ins.show_code(marathon.id, 1, actor=OPERATOR, now=AT)
    middle = await check_ins.show_code(marathon.id, 1, prompt="middle", actor=OPERATOR, now=AT)
    assert isinstance(first, ShownCode)
    assert isinstance(middle, ShownCode)
    assert (first.until - AT, first.code == middle.code) == (timedelta(seconds=50), False)

    async def type_in(code: str, after: int, prompt: str = "") -> object:
        at = AT + timedelta(seconds=after)
        done = await check_ins.check_in(session.id, discord_id=5000, at=at, prompt=prompt, code=code)
        return done.already if isinstance(done, CheckedIn) else done

    answers = [
        await type_in(middle.code, 0),
        await type_in(first.code, 60),
        await type_in(first.code, 60),
        await type_in(middle.code, 60, "middle"),
        await type_in(first.code, 120),
    ]
    assert answers == [WrongCode(tries_left=4), False, True, False, WrongCode(tries_left=3)]


async def test_wrong_codes_are_limited_for_each_person_alone(store: Store) -> None:
    marathon, session = await a_marathon(store, AttendanceRule(code_of_the_moment=True))
    await add_participants(store, marathon.id)
    check_ins = CheckIns(store, secret=b"of the hall")
    shown = await check_ins.show_code(marathon.id, 1, actor=OPERATOR, now=AT)
    assert isinstance(shown, ShownCode)
    tried = [await check_ins.check_in(session.id, discord_id=5000, at=AT, code="x") for _ in range(5)]
    refused = await check_ins.check_in(session.id, discord_id=5000, at=AT, code=shown.code)
    other = await check_ins.check_in(session.id, discord_id=5001, at=AT, code=shown.code)
    assert tried == [WrongCode(tries_left=left) for left in (4, 3, 2, 1, 0)]
    assert (refused, isinstance(other, CheckedIn)) == (TooManyWrongCodes(again=AT + timedelta(minutes=10)), True)


async def test_only_who_shows_the_code_sees_it(store: Store) -> None:
    marathon, _ = await a_marathon(store)
    (person, *_) = await add_participants(store, marathon.id)
    refused = await CheckIns(store).show_code(marathon.id, 1, actor=Actor(ActorKind.ORGANISER, str(person)), now=AT)
    assert refused == NotAllowed(needs=("organiser", "speaker"))
