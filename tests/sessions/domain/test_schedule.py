from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from sessions.domain.attendance import AttendanceRule
from sessions.domain.deliveries import DeliveryKind, Owed
from sessions.domain.programme import Marathon, Programme, Session, SessionStatus
from sessions.domain.reminders import Anchor, AudienceKind, LatePolicy, ReminderRule
from sessions.domain.schedule import fold, is_useful, next_moment, owed, schedule
from sessions.domain.selection import SelectionPolicy

ANNOUNCED = datetime(2025, 9, 1, 8, 0, tzinfo=UTC)
START = datetime(2025, 9, 9, 12, 0, tzinfo=UTC)


def a_programme(*rules: ReminderRule, at_most: timedelta | None = None) -> Programme:
    return Programme(
        key="who",
        title="Building Blocks",
        theme=None,
        organiser="WHO",
        zone="Europe/Zurich",
        language="en",
        sessions=(),
        selection=SelectionPolicy(capacity=50),
        attendance=AttendanceRule(),
        completion=(),
        reminders=rules,
        late=LatePolicy(at_most=at_most),
    )


def a_marathon(*rules: ReminderRule, at_most: timedelta | None = None) -> Marathon:
    programme = a_programme(*rules, at_most=at_most)
    return Marathon(id=1, key="who", programme=programme, created=ANNOUNCED, guild_id=1, announced=ANNOUNCED)


def a_session(number: int = 1, start: datetime = START, *, time_set: datetime | None = None) -> Session:
    return Session(
        id=number,
        marathon_id=1,
        number=number,
        title=f"Session {number}",
        wall=start.replace(tzinfo=None),
        zone="UTC",
        start=start,
        duration=timedelta(hours=2),
        created=ANNOUNCED - timedelta(days=1),
        changed=ANNOUNCED - timedelta(days=1),
        time_set=time_set,
    )


minutes = some.integers(min_value=0, max_value=20 * 24 * 60)
rules = some.builds(
    ReminderRule,
    key=some.just(""),
    anchor=some.sampled_from([Anchor.SESSION_START, Anchor.SESSION_RUNNING]),
    before=some.integers(0, 3 * 24 * 60).map(lambda minute: timedelta(minutes=minute)),
    audience=some.sampled_from([AudienceKind.EVERYONE, AudienceKind.ORGANISERS]),
)
plans = some.lists(rules, max_size=6).map(
    lambda chosen: [replace(rule, key=f"r{number}") for number, rule in enumerate(chosen)]
)
times = some.lists(minutes, min_size=1, max_size=5)
looks = some.lists(minutes, min_size=1, max_size=12)
moves = some.lists(some.tuples(minutes, some.integers(0, 4), some.integers(-2000, 2000)), max_size=4)


@some.composite
def histories(draw: some.DrawFn) -> tuple[Marathon, list[Session], list[datetime], list[tuple[datetime, int, int]]]:
    """A marathon, its sessions, when somebody looks what is owed, and moves: (moment, which session, by minutes)."""
    at_most = draw(some.none() | some.integers(1, 600).map(lambda minute: timedelta(minutes=minute)))
    marathon = a_marathon(*draw(plans), at_most=at_most)
    sessions = [
        a_session(number, ANNOUNCED + timedelta(days=3, minutes=minute))
        for number, minute in enumerate(draw(times), start=1)
    ]
    moments = sorted(ANNOUNCED + timedelta(minutes=minute) for minute in draw(looks))
    planned = [(ANNOUNCED + timedelta(minutes=minute), which, by) for minute, which, by in draw(moves)]
    return marathon, sessions, moments, sorted(planned)


def walk(
    marathon: Marathon, sessions: list[Session], looks: list[datetime], moves: list[tuple[datetime, int, int]]
) -> Iterator[tuple[datetime, tuple[Owed, ...], tuple[Owed, ...], set[str]]]:
    """At each look: the moment, everything scheduled, what is owed, and the ledger before it."""
    ledger: set[str] = set()
    for now in looks:
        while moves and moves[0][0] <= now:
            moment, which, by = moves.pop(0)
            before = sessions[which % len(sessions)]
            sessions[which % len(sessions)] = replace(
                before,
                start=before.start + timedelta(minutes=by),
                revision=before.revision + 1,
                time_revision=before.time_revision + 1,
                changed=moment,
                time_set=moment,
            )
        things = schedule(marathon, sessions)
        found = owed(things, ledger, now)
        yield now, things, found, set(ledger)
        ledger |= {str(thing.key) for thing in found}


@given(histories())
def test_owed_and_said_cover_every_reminder_that_was_due_while_useful(
    history: tuple[Marathon, list[Session], list[datetime], list[tuple[datetime, int, int]]],
) -> None:
    for now, things, found, ledger in walk(*history):
        due = {str(thing.key) for thing in things if thing.due <= now and is_useful(thing, now)}
        assert due - {str(thing.key) for thing in found} - ledger == set()


@given(histories())
def test_keys_are_unique_and_nothing_is_owed_twice_or_before_its_moment(
    history: tuple[Marathon, list[Session], list[datetime], list[tuple[datetime, int, int]]],
) -> None:
    for now, things, found, ledger in walk(*history):
        keys = [str(thing.key) for thing in things]
        assert len(set(keys)) == len(keys)
        assert [thing for thing in found if str(thing.key) in ledger or thing.due > now] == []


@given(histories())
def test_the_next_moment_is_the_first_at_which_more_is_owed(
    history: tuple[Marathon, list[Session], list[datetime], list[tuple[datetime, int, int]]],
) -> None:
    for now, things, found, ledger in walk(*history):
        said = ledger | {str(thing.key) for thing in found}
        coming = next_moment(things, said, now)
        if coming is None:
            assert owed(things, said, datetime.max.replace(tzinfo=UTC)) == ()
        else:
            assert owed(things, said, coming - timedelta(microseconds=1)) == ()
            assert {thing.due for thing in owed(things, said, coming)} == {coming}


@given(histories())
def test_of_what_is_owed_together_one_audience_hears_one_reminder_for_one_session(
    history: tuple[Marathon, list[Session], list[datetime], list[tuple[datetime, int, int]]],
) -> None:
    for now, _, found, _ in walk(*history):
        said, folded = fold([thing for thing in found if is_useful(thing, now)])
        places = [
            (thing.key.subject, thing.key.audience)
            for thing in said
            if thing.key.kind.startswith(DeliveryKind.REMINDER)
        ]
        assert len(set(places)) == len(places)
        assert {one.into.key for one in folded} <= {thing.key for thing in said}


def test_before_a_marathon_is_announced_nothing_is_owed() -> None:
    marathon = replace(a_marathon(ReminderRule(key="hour", before=timedelta(hours=1))), announced=None)
    assert schedule(marathon, [a_session()]) == ()


def test_a_cancelled_session_owes_its_event_only() -> None:
    marathon = a_marathon(ReminderRule(key="hour", before=timedelta(hours=1)))
    things = schedule(marathon, [replace(a_session(), status=SessionStatus.CANCELLED)])
    assert {thing.key.kind for thing in things} == {DeliveryKind.ANNOUNCEMENT, DeliveryKind.EVENT}


def test_a_reminder_is_of_use_until_the_start_or_the_end_and_never_later_than_the_programme_allows() -> None:
    hour = ReminderRule(key="hour", before=timedelta(hours=1))
    running = ReminderRule(key="now", anchor=Anchor.SESSION_RUNNING, before=timedelta(0))
    until = {
        (thing.key.kind, at_most): thing.useful_until
        for at_most in (None, timedelta(minutes=20))
        for thing in schedule(a_marathon(hour, running, at_most=at_most), [a_session()])
        if thing.key.kind.startswith(DeliveryKind.REMINDER)
    }
    assert until == {
        ("reminder:hour", None): START,
        ("reminder:now", None): START + timedelta(hours=2),
        ("reminder:hour", timedelta(minutes=20)): START - timedelta(minutes=40),
        ("reminder:now", timedelta(minutes=20)): START + timedelta(minutes=20),
    }
