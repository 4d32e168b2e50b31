from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.attendance import AttendanceRule, EvidenceKind, Reason
from sessions.domain.completion import CompletionCode, CompletionRule
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import common_zones, from_micros, to_local, to_micros
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.domain.reminders import AudienceKind, Means
from sessions.domain.risk_notices import (
    PAUSE,
    TOGETHER,
    Reached,
    by_day,
    look_moments,
    owed_for,
    spread,
    unpack,
)
from tests.sessions.certifying import a_short_programme

START = datetime(2025, 9, 9, 12, tzinfo=UTC)
MOMENTS = st.integers(to_micros(datetime(2011, 1, 1, tzinfo=UTC)), to_micros(datetime(2035, 1, 1, tzinfo=UTC))).map(
    from_micros
)
ZONES = st.sampled_from(common_zones())


def a_marathon(rule: AttendanceRule | None = None, *, deadline: datetime | None = None) -> Marathon:
    programme = a_short_programme(CompletionRule(key="completion", title="C", sessions_needed=2, deadline=deadline))
    return Marathon(
        id=1,
        key=programme.key,
        programme=replace(programme, attendance=rule or AttendanceRule()),
        created=START - timedelta(days=60),
        announced=START - timedelta(days=30),
    )


def a_session(number: int, start: datetime) -> Session:
    return Session(
        id=number,
        marathon_id=1,
        number=number,
        title=f"Session {number}",
        wall=start.replace(tzinfo=None),
        zone="UTC",
        start=start,
        duration=timedelta(hours=2),
        created=START - timedelta(days=60),
        changed=START - timedelta(days=60),
    )


def somebody(person_id: int = 7, *, discord_id: int | None = 1000, zone: str = "Africa/Nairobi") -> Reached:
    return Reached(person_id=person_id, discord_id=discord_id, application_id=5, zone=zone, language="fr")


@given(MOMENTS, ZONES)
def test_notices_are_due_in_the_daytime_of_every_zone_and_within_a_day(moment: datetime, zone: str) -> None:
    due = by_day(moment, zone)
    assert time(9) <= to_local(due, zone).time() < time(20)
    assert timedelta(0) <= due - moment <= timedelta(hours=48 if zone.startswith("Pacific/") else 15)


@given(MOMENTS, st.lists(ZONES, max_size=3), st.integers(min_value=0, max_value=70))
def test_not_too_many_are_told_at_once_and_everybody_by_day(moment: datetime, zones: list[str], number: int) -> None:
    people = [(somebody(n, zone=(zones or ["UTC"])[n % len(zones or ["UTC"])]), "completion") for n in range(number)]
    plan = spread(people, moment)
    assert sorted(who.person_id for _, who, _ in plan) == list(range(number))
    assert all(time(9) <= to_local(due, who.zone).time() < time(20) and due >= moment for due, who, _ in plan)
    assert all(
        sum(1 for other, who, _ in plan if other == due and who.zone == zone) <= TOGETHER
        for due, _, _ in plan
        for zone in set(zones or ["UTC"])
    )


def test_the_second_twenty_wait_a_little() -> None:
    plan = spread([(somebody(n), "completion") for n in range(TOGETHER + 1)], START)
    assert [due for due, _, _ in plan] == [START] * TOGETHER + [START + PAUSE]


def test_everybody_is_looked_at_when_check_in_has_closed_and_when_a_deadline_comes_near() -> None:
    sessions = [a_session(n, START + timedelta(days=n)) for n in (1, 2)]
    cancelled = replace(sessions[1], status=SessionStatus.CANCELLED)
    deadline = START + timedelta(days=20)
    closes = AttendanceRule().check_in_closes_after + timedelta(minutes=10)
    assert look_moments(a_marathon(deadline=deadline), [sessions[0], cancelled]) == (
        sessions[0].end + closes,
        deadline - timedelta(days=7),
    )


@pytest.mark.parametrize(("days", "expected"), [(3, timedelta(hours=24)), (1, None)])
def test_where_only_a_report_proves_presence_organisers_get_time_to_take_it_in(
    days: int, expected: timedelta | None
) -> None:
    rule = AttendanceRule(alone=frozenset({EvidenceKind.REPORT, EvidenceKind.STATEMENT}))
    first = a_session(1, START)
    second = a_session(2, START + timedelta(days=days))
    closed = first.end + rule.check_in_closes_after + timedelta(minutes=10)
    look = look_moments(a_marathon(rule), [first, second])[0]
    assert look == (second.start - timedelta(hours=15) if expected is None else closed + expected)
    assert look < second.start


def test_a_notice_says_what_is_left_to_do_and_is_of_use_until_the_evening() -> None:
    until = datetime(2025, 9, 30, 20, tzinfo=UTC)
    reasons = (
        Reason(code=CompletionCode.SURVEY_DONE, facts={}),
        Reason(code=CompletionCode.RECORDING_OPEN, facts={"number": 3, "until": until}),
    )
    due = datetime(2025, 9, 12, 6, tzinfo=UTC)  # nine in Nairobi
    owed = owed_for("who-cgmp-2025", somebody(), "completion", reasons, due)
    assert owed == Owed(
        key=DeliveryKey("who-cgmp-2025", "person:7", DeliveryKind.AT_RISK, "completion:20250912", AudienceKind.PERSON),
        due=due,
        useful_until=datetime(2025, 9, 12, 17, tzinfo=UTC),
        means=Means.DM,
        payload={
            "application": 5,
            "rule": "completion",
            "reasons": [{"code": "recording-open", "facts": {"number": 3, "until": {"us": to_micros(until)}}}],
            "discord_id": 1000,
            "language": "fr",
        },
    )
    assert unpack(owed.payload["reasons"]) == reasons[1:]
    assert owed_for("m", somebody(discord_id=None), "completion", (), due).means is Means.EMAIL
