from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from sessions.domain.completion import CompletionRule
from sessions.domain.deliveries import DeliveryKind
from sessions.domain.programme import ApplicationPlan, CertificatePlan, Marathon
from sessions.domain.reminders import Anchor, AudienceKind, ReminderRule
from sessions.domain.schedule import schedule
from tests.sessions.domain.test_schedule import START, a_marathon, a_session

Line = tuple[str, str, str, datetime, datetime | None]
END = START + timedelta(hours=2)


def reminders(marathon: Marathon, *, cohort: str | None = None) -> list[Line]:
    """Rule's key, subject, audience, due moment and end of use of each reminder of one session on 9 September."""
    return [
        (thing.key.kind.partition(":")[2], thing.key.subject, thing.key.audience, thing.due, thing.useful_until)
        for thing in schedule(marathon, [replace(a_session(), cohort=cohort)])
        if thing.key.kind.startswith(DeliveryKind.REMINDER)
    ]


def test_a_wall_time_is_meant_in_the_programmes_zone_on_the_sessions_day() -> None:
    evening = ReminderRule(key="evening", at=time(18), days_before=1)
    morning = ReminderRule(key="morning", at=time(9))
    assert reminders(a_marathon(evening, morning)) == [
        ("evening", "session:1", "everyone", datetime(2025, 9, 8, 16, tzinfo=UTC), START),
        ("morning", "session:1", "everyone", datetime(2025, 9, 9, 7, tzinfo=UTC), START),
    ]


def test_a_wall_time_after_the_start_says_nothing() -> None:
    assert reminders(a_marathon(ReminderRule(key="late", at=time(20)))) == []


def test_without_a_lead_a_running_session_is_told_at_its_start() -> None:
    rule = ReminderRule(key="not-here", anchor=Anchor.SESSION_RUNNING, audience=AudienceKind.NOT_CHECKED_IN)
    assert reminders(a_marathon(rule)) == [("not-here", "session:1", "not-checked-in", START, END)]


def test_a_cohorts_reminder_is_said_to_that_cohort_for_its_own_sessions_and_those_of_all() -> None:
    hour = timedelta(hours=1)
    rule = ReminderRule(key="a", before=hour, audience=AudienceKind.COHORT, cohort="a")
    line: Line = ("a", "session:1", "cohort:a", START - hour, START)
    assert [reminders(a_marathon(rule), cohort=cohort) for cohort in (None, "a", "b")] == [[line], [line], []]


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        (Anchor.APPLICATIONS_CLOSE, ("public", datetime(2025, 9, 4, tzinfo=UTC), datetime(2025, 9, 5, tzinfo=UTC))),
        (Anchor.SURVEY_DUE, ("everyone", datetime(2025, 9, 19, tzinfo=UTC), datetime(2025, 9, 20, tzinfo=UTC))),
        (Anchor.CERTIFICATES_READY, ("everyone", END + timedelta(minutes=10) - timedelta(days=1), None)),
    ],
)
def test_the_courses_own_dates(anchor: Anchor, expected: tuple[str, datetime, datetime | None]) -> None:
    marathon = a_marathon(ReminderRule(key="day", anchor=anchor, before=timedelta(days=1)))
    survey = CompletionRule(key="full", title="Full", survey_required=True, deadline=datetime(2025, 9, 20, tzinfo=UTC))
    programme = replace(
        marathon.programme,
        applications=ApplicationPlan(closes=datetime(2025, 9, 5, tzinfo=UTC)),
        completion=(survey,),
        certificates=CertificatePlan(issuer="WHO"),
        attendance=replace(marathon.programme.attendance, check_in_closes_after=timedelta(0)),
    )
    assert reminders(replace(marathon, programme=programme)) == [("day", "marathon", *expected)]
