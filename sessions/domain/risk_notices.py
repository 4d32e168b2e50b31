"""Notices to people at risk of not completing: derived from where they stand, each person and rule told once.

Everybody is looked at when something may just have put them at risk: once what proves presence in a session is in,
and when a deadline comes near. Who is at risk then is told in the daytime of their own zone, if they still are; what
could not be said by the evening is owed again when everybody is looked at next. At risk means that what is left still
suffices (``standing``), so that nobody is told when it is too late.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sessions.domain.attendance import AttendanceRule, EvidenceKind, Reason
from sessions.domain.completion import CompletionCode
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import from_micros, resolve, to_local, to_micros
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.domain.refusals import AmbiguousTime, ImaginaryTime
from sessions.domain.reminders import AudienceKind, Means
from sessions.domain.standing import NEARING

MORNING, LAST_CALL, EVENING = time(9), time(19, 30), time(20)
"""Notices fall due from nine until half past seven, and are of use until eight: tries that fail have their time."""
SETTLED_AFTER = timedelta(minutes=10)
"""So long after check-in closes what it proves is in."""
REPORT_AFTER = timedelta(hours=24)
"""So long organisers have to take in a meeting report, where presence is proven by nothing else; but everybody is
looked at this long before the next session:"""
BEFORE_THE_NEXT = timedelta(hours=15)
TOGETHER = 20
"""People told at the same moment."""
PAUSE = timedelta(seconds=20)
"""Between such groups: opening many direct messages at once is what gets a bot blocked."""

_SETTLED = frozenset(
    {
        CompletionCode.SESSIONS_MET,
        CompletionCode.REQUIRED_MET,
        CompletionCode.REQUIRED_WAIVED,
        CompletionCode.MINUTES_MET,
        CompletionCode.SCORE_PASSED,
        CompletionCode.SURVEY_DONE,
    }
)
_AT_ONCE = frozenset({EvidenceKind.CHECK_IN, EvidenceKind.PRESENCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How somebody is reached. ``discord_id`` None: by e-mail. ``zone``: theirs."""

    person_id: int
    discord_id: int | None
    application_id: int
    zone: str
    language: str | None


def look_moments(marathon: Marathon, sessions: Sequence[Session]) -> tuple[datetime, ...]:
    """When everybody is looked at, in order."""
    programme = marathon.programme
    held = sorted((one for one in sessions if one.status is SessionStatus.PLANNED), key=lambda one: one.start)
    looks = {_settled(session, held, programme.attendance) for session in held}
    looks |= {rule.deadline - NEARING for rule in programme.completion if rule.deadline is not None}
    return tuple(sorted(looks))


def _settled(session: Session, held: Sequence[Session], rule: AttendanceRule) -> datetime:
    closed = session.end + rule.check_in_closes_after + SETTLED_AFTER
    if _AT_ONCE & (rule.alone | frozenset().union(*rule.together)):
        return closed
    following = min((one.start for one in held if one.start > session.start), default=None)
    latest = closed + REPORT_AFTER
    return latest if following is None else max(closed, min(latest, following - BEFORE_THE_NEXT))


def by_day(moment: datetime, zone: str) -> datetime:
    """The moment itself where it is day in the zone, else the next morning there."""
    today = to_local(moment, zone).date()
    days = (today + timedelta(days=ahead) for ahead in range(3))
    return next(
        (max(moment, _wall(day, MORNING, zone)) for day in days if moment < _wall(day, LAST_CALL, zone)), moment
    )


def _evening(moment: datetime, zone: str) -> datetime:
    return _wall(to_local(moment, zone).date(), EVENING, zone)


def _wall(day: date, at: time, zone: str) -> datetime:
    """A wall time that the clocks skip is said after the gap; one that comes twice the first time."""
    wall = datetime.combine(day, at)
    found = resolve(wall, zone)
    if isinstance(found, ImaginaryTime):
        found = resolve(found.after, zone)
    if isinstance(found, AmbiguousTime):
        found = found.first
    assert isinstance(found, datetime)
    return found


def spread(people: Iterable[tuple[Reached, str]], look: datetime) -> tuple[tuple[datetime, Reached, str], ...]:
    """When each (person, rule) is told, by moment: in their own daytime, not too many at once."""
    together: dict[datetime, int] = {}
    found = []
    for reached, rule_key in sorted(people, key=lambda one: (one[0].person_id, one[1])):
        moment = by_day(look, reached.zone)
        place = together.get(moment, 0)
        together[moment] = place + 1
        found.append((by_day(moment + place // TOGETHER * PAUSE, reached.zone), reached, rule_key))
    return tuple(sorted(found, key=lambda one: (one[0], one[1].person_id, one[2])))


def owed_for(marathon_key: str, reached: Reached, rule_key: str, reasons: Sequence[Reason], due: datetime) -> Owed:
    """The notice to one person about one rule, with what is still to be done."""
    key = DeliveryKey(
        marathon_key,
        f"person:{reached.person_id}",
        DeliveryKind.AT_RISK,
        f"{rule_key[:48]}:{to_local(due, reached.zone):%Y%m%d}",
        AudienceKind.PERSON,
    )
    payload: dict[str, object] = {
        "application": reached.application_id,
        "rule": rule_key,
        "reasons": [pack(one) for one in reasons if one.code not in _SETTLED],
    }
    said = {"discord_id": reached.discord_id, "language": reached.language}
    payload |= {name: fact for name, fact in said.items() if fact is not None}
    return Owed(
        key=key,
        due=due,
        useful_until=_evening(due, reached.zone),
        means=Means.EMAIL if reached.discord_id is None else Means.DM,
        payload=payload,
    )


def pack(reason: Reason) -> dict[str, object]:
    """A reason as JSON values; moments in microseconds."""
    facts = {
        name: {"us": to_micros(fact)} if isinstance(fact, datetime) else fact for name, fact in reason.facts.items()
    }
    return {"code": str(reason.code), "facts": facts}


def unpack(kept: object) -> tuple[Reason, ...]:
    """The reasons of a notice's payload, as ``pack`` wrote them."""
    if not isinstance(kept, list):
        return ()
    return tuple(
        Reason(code=one["code"], facts={name: _fact(fact) for name, fact in one["facts"].items()}) for one in kept
    )


def _fact(kept: object) -> object:
    return from_micros(int(kept["us"])) if isinstance(kept, Mapping) else kept
