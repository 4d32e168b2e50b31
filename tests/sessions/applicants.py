"""Marathons and people for tests of selection: a programme of one session, forms, and applications sent."""

from datetime import UTC, datetime, timedelta

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.application_form import ApplicationForm
from sessions.domain.attendance import AttendanceRule
from sessions.domain.programme import ApplicationPlan, Programme, SessionPlan
from sessions.domain.selection import Function, Gender, IncomeGroup, Kind, SelectionPolicy
from sessions.services import programmes
from sessions.services.applications import Applied, apply
from sessions.services.programmes import Planned
from sessions.storage.store import Store

OPENS = datetime(2025, 7, 1, tzinfo=UTC)
CLOSES = datetime(2025, 8, 15, tzinfo=UTC)
OPERATOR = Actor(ActorKind.OPERATOR, "Grace (system user root)")
INCOMES = {
    "KE": IncomeGroup.LOWER_MIDDLE,
    "AF": IncomeGroup.LOW,
    "BR": IncomeGroup.UPPER_MIDDLE,
    "CH": IncomeGroup.HIGH,
    "DE": IncomeGroup.HIGH,
}


def a_programme(policy: SelectionPolicy, key: str = "who-cgmp-2025") -> Programme:
    """One session in September; applications from 1 July until 15 August 2025."""
    return Programme(
        key=key,
        title="Building Blocks",
        theme=None,
        organiser="WHO",
        zone="Europe/Zurich",
        language="en",
        sessions=(
            SessionPlan(
                number=1,
                title="Data integrity",
                wall=datetime.fromisoformat("2025-09-09T14:00"),
                zone="Europe/Zurich",
                duration=timedelta(hours=2),
            ),
        ),
        selection=policy,
        attendance=AttendanceRule(),
        completion=(),
        reminders=(),
        applications=ApplicationPlan(opens=OPENS, closes=CLOSES),
    )


async def add_a_programme(store: Store, policy: SelectionPolicy, key: str = "who-cgmp-2025") -> int:
    """The id of a marathon with this policy."""
    planned = await programmes.take(store, a_programme(policy, key), actor=OPERATOR, now=OPENS - timedelta(days=9))
    assert isinstance(planned, Planned)
    return planned.marathon.id


def a_form(number: int = 1, country: str = "KE", **values: str) -> ApplicationForm:
    return ApplicationForm(
        name=values.get("name", f"Person {'ABCDEFGHIJ'[number % 10]}"),
        email=values.get("email", f"person{number}@example.org"),
        organisation=values.get("organisation"),
        country=country,
        kind=Kind(values.get("kind", "other")),
        function=Function(values.get("function", "other")),
        gender=Gender(values["gender"]) if "gender" in values else None,
        zone="Africa/Nairobi",
        language="en",
    )


async def send(store: Store, marathon_id: int, number: int, country: str = "KE", **values: str) -> int:
    """Person number N (Discord id 1000 + N) applies N minutes after opening; the application's number."""
    answer = await apply(
        store,
        marathon_id=marathon_id,
        discord_id=1000 + number,
        form=a_form(number, country, **values),
        now=OPENS + timedelta(minutes=number),
    )
    assert isinstance(answer, Applied)
    return answer.application_id
