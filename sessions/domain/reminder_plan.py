"""Reminders of a programme laid out in time: for each session, and against the course's own dates.

Means other than the channel reach only those who chose them; until somebody has, their reminders are said in the
channel, at the programme's own time.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import resolve, to_local
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.domain.refusals import AmbiguousTime, ImaginaryTime
from sessions.domain.reminders import Anchor, AudienceKind, ReminderRule

OF_SESSION = (Anchor.SESSION_START, Anchor.SESSION_RUNNING)


def of_session(marathon: Marathon, session: Session, *, subject: str, everyone: str) -> Iterable[Owed]:
    """The reminders of one session, past and to come. ``everyone``: the audience of those with a place in it."""
    for rule in marathon.programme.reminders:
        if rule.anchor in OF_SESSION and _concerns(rule, session):
            until = session.end if rule.anchor is Anchor.SESSION_RUNNING else session.start
            due = _due(rule, session.start, marathon.programme.zone)
            if due < until:
                yield _owed(marathon, rule, subject, f"t{session.time_revision}", _audience(rule, everyone), due, until)


def of_course(marathon: Marathon, sessions: Sequence[Session], *, ready: datetime | None) -> Iterable[Owed]:
    """Reminders of the course's own dates; of a date that moves they are owed anew. ``ready``: when certificates can
    be issued. Offers expire for each person apart and are told with the offer."""
    for rule in marathon.programme.reminders:
        anchor = _date(marathon, sessions, rule.anchor, ready)
        if anchor is None:
            continue
        until = None if rule.anchor is Anchor.CERTIFICATES_READY else anchor
        due = _due(rule, anchor, marathon.programme.zone)
        if until is None or due < until:
            audience = "public" if rule.anchor is Anchor.APPLICATIONS_CLOSE else _audience(rule, AudienceKind.EVERYONE)
            yield _owed(marathon, rule, "marathon", f"{anchor:%Y%m%dT%H%M}", audience, due, until)


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


def _due(rule: ReminderRule, anchor: datetime, zone: str) -> datetime:
    """A lead time before the anchor, or a wall time in the programme's zone so many days before its day."""
    if rule.at is None:
        return anchor - (rule.before or timedelta(0))
    day = to_local(anchor, zone).date() - timedelta(days=rule.days_before)
    wall = datetime.combine(day, rule.at)
    match resolve(wall, zone):
        case datetime() as moment:
            return moment
        case AmbiguousTime(first=first):
            return first
        case ImaginaryTime(after=after):  # the clocks skip this time: the same wait, on the clocks' new time
            later = resolve(after, zone)
            return later if isinstance(later, datetime) else anchor
        case _:
            return anchor


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


def _owed(
    marathon: Marathon,
    rule: ReminderRule,
    subject: str,
    occurrence: str,
    audience: str,
    due: datetime,
    until: datetime | None,
) -> Owed:
    at_most = marathon.programme.late.at_most
    latest = [moment for moment in (until, None if at_most is None else due + at_most) if moment is not None]
    kind = f"{DeliveryKind.REMINDER}:{rule.key}"
    key = DeliveryKey(marathon.key, subject, kind, occurrence, audience)
    return Owed(key=key, due=due, useful_until=min(latest, default=None))
