"""Reminders of a programme laid out in time: for each session, and against the course's own dates.

Here is what is posted. A rule with ``means = "channel"`` is posted, and is said besides to each of those who chose
direct messages; with "dm" or "email" it is not posted (``personal_reminders``). Organisers and speakers, and audiences
that are found at the due moment, are always told by one post: who of them chose direct messages gets one instead of
being named.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import moment_of_wall, to_local
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.domain.reminders import Anchor, AudienceKind, Means, ReminderRule

OF_SESSION = (Anchor.SESSION_START, Anchor.SESSION_RUNNING)
PEOPLE = (AudienceKind.EVERYONE, AudienceKind.COHORT)
"""Audiences known beforehand, each of whom can be told in person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One reminder of the plan at one date. ``until``: of use before then."""

    rule: ReminderRule
    anchor: datetime
    until: datetime | None
    subject: str
    occurrence: str
    audience: str

    @property
    def is_posted(self) -> bool:
        return self.rule.means is Means.CHANNEL or self.rule.audience not in PEOPLE


def lines_of_session(marathon: Marathon, session: Session, *, subject: str, everyone: str) -> Iterator[Line]:
    """``everyone``: the audience of those with a place in the session."""
    for rule in marathon.programme.reminders:
        if rule.anchor in OF_SESSION and _concerns(rule, session):
            yield Line(
                rule=rule,
                anchor=session.start,
                until=session.end if rule.anchor is Anchor.SESSION_RUNNING else session.start,
                subject=subject,
                occurrence=f"t{session.time_revision}",
                audience=_audience(rule, everyone),
            )


def lines_of_course(marathon: Marathon, sessions: Sequence[Session], *, ready: datetime | None) -> Iterator[Line]:
    """Of the course's own dates; of a date that moves they are owed anew. ``ready``: when certificates can be issued.
    Offers expire for each person apart (``personal_reminders``)."""
    for rule in marathon.programme.reminders:
        anchor = _date(marathon, sessions, rule.anchor, ready)
        if anchor is not None:
            public = rule.anchor is Anchor.APPLICATIONS_CLOSE
            yield Line(
                rule=rule,
                anchor=anchor,
                until=None if rule.anchor is Anchor.CERTIFICATES_READY else anchor,
                subject="marathon",
                occurrence=f"{anchor:%Y%m%dT%H%M}",
                audience="public" if public else _audience(rule, AudienceKind.EVERYONE),
            )


def posts(marathon: Marathon, lines: Iterable[Line]) -> Iterator[Owed]:
    """The posts of these lines, past and to come. What applies to the public is posted by whatever means."""
    for line in lines:
        if line.is_posted or line.audience == "public":
            due = due_of(line.rule, line.anchor, marathon.programme.zone)
            if line.until is None or due < line.until:
                yield owed_of(marathon, line, line.audience, due)


def due_of(rule: ReminderRule, anchor: datetime, zone: str) -> datetime:
    """A lead time before the anchor, or a wall time in a zone so many days before the anchor's day there."""
    if rule.at is None:
        return anchor - (rule.before or timedelta(0))
    day = to_local(anchor, zone).date() - timedelta(days=rule.days_before)
    return moment_of_wall(datetime.combine(day, rule.at), zone)


def useful_until(marathon: Marathon, due: datetime, until: datetime | None) -> datetime | None:
    """What is later than the programme's ``at_most`` is of no use either."""
    at_most = marathon.programme.late.at_most
    latest = [moment for moment in (until, None if at_most is None else due + at_most) if moment is not None]
    return min(latest, default=None)


def owed_of(marathon: Marathon, line: Line, audience: str, due: datetime) -> Owed:
    kind = f"{DeliveryKind.REMINDER}:{line.rule.key}"
    key = DeliveryKey(marathon.key, line.subject, kind, line.occurrence, audience)
    return Owed(key=key, due=due, useful_until=useful_until(marathon, due, line.until))


def rule_of(marathon: Marathon, kind: str) -> ReminderRule | None:
    """The rule that a reminder's kind (``reminder:<key>``) names, while the programme has it."""
    key = kind.partition(":")[2]
    return next((rule for rule in marathon.programme.reminders if rule.key == key), None)


def _concerns(rule: ReminderRule, session: Session) -> bool:
    return rule.audience is not AudienceKind.COHORT or session.cohort in (None, rule.cohort)


def _audience(rule: ReminderRule, everyone: str) -> str:
    if rule.audience is AudienceKind.EVERYONE:
        return everyone
    return f"{AudienceKind.COHORT}:{rule.cohort}" if rule.audience is AudienceKind.COHORT else rule.audience.value


def _date(marathon: Marathon, sessions: Sequence[Session], anchor: Anchor, ready: datetime | None) -> datetime | None:
    match anchor:
        case Anchor.APPLICATIONS_CLOSE:
            return marathon.programme.applications.closes
        case Anchor.CERTIFICATES_READY:
            return ready if marathon.programme.certificates is not None else None
        case Anchor.SURVEY_DUE:
            rules = [rule for rule in marathon.programme.completion if rule.survey_required]
            held = [session.end for session in sessions if session.status is SessionStatus.PLANNED]
            deadlines = [rule.deadline for rule in rules if rule.deadline is not None]
            return min(deadlines, default=max(held, default=None)) if rules else None
        case _:
            return None
