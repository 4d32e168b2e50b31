from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sessions.domain.moments import to_local
from sessions.domain.personal_reminders import (
    PAUSE,
    TOGETHER,
    OpenOffer,
    offer_reminders,
    person_of,
    personal_reminders,
    reminders_of_day,
)
from sessions.domain.programme import Marathon, Session
from sessions.domain.refusals import BadValue
from sessions.domain.reminder_choices import QUIET, Choice, Listener, Quiet, moment_for, quiet_span, read_quiet
from sessions.domain.reminder_plan import rule_of
from sessions.domain.reminders import Anchor, AudienceKind, Means, ReminderRule
from sessions.domain.schedule import schedule
from tests.sessions.domain.test_schedule import ANNOUNCED, START, a_marathon, a_session

ALWAYS = datetime(2025, 1, 1, tzinfo=UTC)
FOREVER = datetime(2026, 1, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HOUR_BEFORE = ReminderRule(key="hour", before=HOUR)
DAY_BEFORE = ReminderRule(key="day", before=DAY)


def a_listener(
    person_id: int = 1,
    zone: str = "Africa/Nairobi",
    *,
    cohort: str | None = None,
    discord_id: int | None = 1000,
    quiet: Quiet | None = None,
    left_out: tuple[str, ...] = (),
    snoozed_until: datetime | None = None,
    since: datetime = ALWAYS,
    absent: tuple[int, ...] = (),
) -> Listener:
    return Listener(
        person_id=person_id,
        discord_id=discord_id,
        application_id=person_id,
        cohort=cohort,
        zone=zone,
        language=None,
        choice=Choice(means=Means.DM, quiet=quiet, left_out=left_out, snoozed_until=snoozed_until),
        since=since,
        absent=absent,
    )


def said(marathon: Marathon, *listeners: Listener, session: Session | None = None) -> list[tuple[str, datetime]]:
    """Audience and rule, with the moment, of everything said in person."""
    found = personal_reminders(marathon, [session or a_session()], listeners, start=ALWAYS, end=FOREVER)
    return [(f"{one.key.audience} {one.key.kind.partition(':')[2]}", one.due) for one in found]


def test_each_is_told_at_a_wall_time_of_their_own_zone() -> None:
    morning = ReminderRule(key="morning", at=time(9), own_zone=True, means=Means.DM)
    seoul, nairobi, lima = (
        a_listener(number, zone) for number, zone in enumerate(("Asia/Seoul", "Africa/Nairobi", "America/Lima"))
    )
    assert said(a_marathon(morning), seoul, nairobi, lima) == [
        ("person:0 morning", datetime(2025, 9, 9, 0, tzinfo=UTC)),
        ("person:1 morning", datetime(2025, 9, 9, 6, tzinfo=UTC)),
    ]  # nine in Lima is after the start


def test_in_quiet_hours_it_waits_or_comes_just_before_or_where_neither_helps_then() -> None:
    marathon, seoul = a_marathon(DAY_BEFORE, HOUR_BEFORE), a_listener(zone="Asia/Seoul", quiet=QUIET)
    early = replace(a_session(), start=datetime(2025, 9, 9, 18, tzinfo=UTC))  # three in the morning in Seoul
    assert said(marathon, seoul, session=early) == [
        ("person:1 day", datetime(2025, 9, 8, 22, tzinfo=UTC)),  # waits until seven
        ("person:1 hour", datetime(2025, 9, 9, 12, 59, tzinfo=UTC)),  # comes at 21:59
    ]
    late = replace(seoul, since=datetime(2025, 9, 9, 13, 30, tzinfo=UTC))
    assert said(marathon, late, session=early) == [("person:1 hour", datetime(2025, 9, 9, 17, tzinfo=UTC))]


def test_what_is_left_out_snoozed_or_of_a_session_that_one_cannot_come_to_is_not_said() -> None:
    marathon = a_marathon(DAY_BEFORE, HOUR_BEFORE)
    assert said(marathon, a_listener(left_out=("day",))) == [("person:1 hour", START - HOUR)]
    assert said(marathon, a_listener(snoozed_until=START)) == []
    awake = START - timedelta(hours=3)
    assert said(marathon, a_listener(snoozed_until=awake)) == [
        ("person:1 day", awake),
        ("person:1 hour", START - HOUR),
    ]
    assert said(marathon, a_listener(absent=(1,))) == []


def test_what_was_due_before_somebody_chose_it_is_not_said_to_them() -> None:
    chosen = a_listener(since=START - timedelta(hours=2))
    assert said(a_marathon(DAY_BEFORE, HOUR_BEFORE), chosen) == [("person:1 hour", START - HOUR)]


def test_a_batch_begins_so_much_earlier_as_it_needs() -> None:
    people = [a_listener(number) for number in range(2 * TOGETHER + 5)]
    found = personal_reminders(a_marathon(HOUR_BEFORE), [a_session()], people, start=ALWAYS, end=FOREVER)
    moments = Counter(one.due for one in found)
    assert moments == {
        START - HOUR - 3 * PAUSE: 5,
        START - HOUR - 2 * PAUSE: TOGETHER,
        START - HOUR - PAUSE: TOGETHER,
    }


def test_a_letter_goes_only_to_who_has_no_account_and_only_where_the_plan_says_so() -> None:
    letter = ReminderRule(key="letter", before=HOUR, means=Means.EMAIL)
    marathon = a_marathon(DAY_BEFORE, letter)
    without, direct = a_listener(1, discord_id=None), a_listener(2)
    assert said(marathon, without, direct) == [("person:2 day", START - DAY), ("person:1 letter", START - HOUR)]
    assert [one.key.kind for one in schedule(marathon, [a_session()]) if "reminder" in one.key.kind] == ["reminder:day"]


def test_an_open_offer_is_reminded_of_once_and_never_at_night() -> None:
    rule = ReminderRule(key="offer", anchor=Anchor.OFFER_EXPIRES, before=timedelta(hours=12))
    offered, deadline = datetime(2025, 9, 3, tzinfo=UTC), datetime(2025, 9, 6, 12, tzinfo=UTC)
    offer = OpenOffer(
        person_id=7,
        discord_id=None,
        application_id=8,
        zone="Africa/Nairobi",
        language="en",
        offered=offered,
        deadline=deadline,
    )
    (one,) = offer_reminders(a_marathon(rule), [offer])
    assert (str(one.key), one.means) == ("who/person:7/reminder:offer/20250906T1200/person", Means.EMAIL)
    assert (one.due, one.useful_until) == (datetime(2025, 9, 6, 4, tzinfo=UTC), deadline)  # seven in the morning
    assert list(offer_reminders(a_marathon(rule), [replace(offer, offered=deadline - HOUR)])) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("22:00-07:00", QUIET),
        ("13:00 – 14:30", Quiet(start=time(13), end=time(14, 30))),
        ("-", None),
        ("", None),
        ("22-7", "quiet-hours"),
        ("25:00-07:00", "quiet-hours"),
        ("07:00-07:00", "quiet-hours"),
    ],
)
def test_quiet_hours_are_read_or_refused(typed: str, expected: Quiet | str | None) -> None:
    found = read_quiet(typed)
    assert (found.expected if isinstance(found, BadValue) else found) == expected


zones = some.sampled_from(["Africa/Nairobi", "Asia/Seoul", "America/Lima", "Europe/Zurich", "Pacific/Apia"])
walls = some.times().map(lambda at: at.replace(second=0, microsecond=0))
quiets = some.none() | some.tuples(walls, walls).filter(lambda two: two[0] != two[1]).map(
    lambda two: Quiet(start=two[0], end=two[1])
)
moments = some.integers(0, 40 * 24 * 60).map(lambda minutes: datetime(2025, 9, 20, tzinfo=UTC) + minutes * HOUR / 60)
spans = some.integers(0, 3 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
audiences = some.sampled_from([AudienceKind.EVERYONE, AudienceKind.NOT_CHECKED_IN, AudienceKind.ORGANISERS])
rules = some.builds(
    ReminderRule,
    key=some.sampled_from("abc"),
    anchor=some.sampled_from([Anchor.SESSION_START, Anchor.SESSION_RUNNING]),
    before=spans,
    audience=audiences,
    means=some.sampled_from([Means.CHANNEL, Means.DM, Means.EMAIL]),
)
listeners = some.builds(
    a_listener,
    some.integers(1, 50),
    zones,
    discord_id=some.none() | some.just(1000),
    quiet=quiets,
    left_out=some.lists(some.sampled_from("abc"), max_size=2).map(tuple),
    snoozed_until=some.none() | moments,
    since=some.just(ALWAYS) | moments,
    absent=some.sampled_from([(), (1,)]),
)


@settings(max_examples=60, deadline=None)
@given(
    some.lists(rules, max_size=3, unique_by=lambda rule: rule.key),
    some.lists(listeners, max_size=8, unique_by=lambda one: one.person_id),
    moments,
)
def test_whatever_people_chose_holds_for_all_that_is_said_to_them(
    plan: list[ReminderRule], people: list[Listener], start: datetime
) -> None:
    marathon, session = a_marathon(*plan), replace(a_session(), start=start)
    found = personal_reminders(marathon, [session], people, start=ALWAYS, end=FOREVER)
    everything = [str(one.key) for one in (*found, *schedule(marathon, [session]))]
    assert len(set(everything)) == len(everything)
    who = {one.person_id: one for one in people}
    for one in found:
        person, rule = who[person_of(one.key.audience) or 0], rule_of(marathon, one.key.kind)
        assert rule is not None
        assert rule.key not in person.choice.left_out
        assert not person.absent
        assert one.means is person.means
        assert (one.means is Means.EMAIL) is (rule.means is Means.EMAIL)
        assert one.useful_until is not None
        assert max(ANNOUNCED, person.since) <= one.due < one.useful_until
        if person.choice.snoozed_until is not None:
            meant = start - (rule.before or timedelta(0))
            assert one.due >= person.choice.snoozed_until or meant >= person.choice.snoozed_until
    posted = {one.key.kind for one in schedule(marathon, [session])}
    in_person = {one.key.kind for one in found}
    for rule in plan:
        both = {f"reminder:{rule.key}"} <= posted & in_person
        assert not both or rule.means is Means.CHANNEL  # stated: such a post is for all, and a copy for who asked


@settings(max_examples=100, deadline=None)
@given(quiets, zones, moments, spans, spans, spans)
def test_nothing_is_said_in_quiet_hours_that_can_be_said_before_or_after_them_in_time(
    quiet: Quiet | None, zone: str, meant: datetime, useful: timedelta, known: timedelta, ahead: timedelta
) -> None:
    until, since = meant + useful + HOUR, meant - known
    due = moment_for(Choice(quiet=quiet), zone, meant, until=until, since=since, ahead=ahead)
    assert due is not None
    assert since <= due < until
    inside = quiet_span(quiet, due, zone)
    if inside is not None and quiet is not None:
        start, end = inside
        assert due == meant
        assert end >= until or quiet_span(quiet, end, zone) is not None
        just_before = start - timedelta(minutes=1)
        assert just_before < since or quiet_span(quiet, just_before, zone) is not None


@given(quiets, zones, moments)
def test_quiet_hours_are_those_that_the_clock_in_the_zone_shows(
    quiet: Quiet | None, zone: str, moment: datetime
) -> None:
    wall = to_local(moment, zone).time()
    inside = quiet is not None and (
        quiet.start <= wall < quiet.end if quiet.start < quiet.end else wall >= quiet.start or wall < quiet.end
    )
    if zone not in ("Europe/Zurich", "Pacific/Apia"):  # where clocks are set, an hour is shown twice or not at all
        assert (quiet_span(quiet, moment, zone) is not None) is inside


def test_a_day_is_laid_out_once_and_anew_when_somebody_chooses() -> None:
    marathon, session, person = a_marathon(HOUR_BEFORE), a_session(), a_listener()
    first = reminders_of_day(marathon, [session], [person], START)
    assert reminders_of_day(marathon, [session], [person], START + HOUR) is first
    assert [one.due for one in first] == [START - HOUR]
    assert reminders_of_day(marathon, [session], [replace(person, absent=(1,))], START) == ()
    assert reminders_of_day(marathon, [session], [person], START - 3 * DAY) == ()
