"""What is owed: everything a marathon has to say of itself, derived from its sessions, revisions and rules.

There are no timers. ``schedule`` lists every thing to be said with its due moment; ``owed`` takes the ledger away.
When a session moves, its occurrence changes and with it what is owed: nothing has to be cancelled.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.domain.reminder_plan import Line, lines_of_course, lines_of_session, posts
from sessions.domain.reminders import AudienceKind, Means

NOTICE_AFTER = timedelta(minutes=10)
"""The completion notice follows the last check-in window by this much."""
EVENTS_AHEAD = 20
"""So many of a marathon's sessions have their scheduled event at the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A reminder that is not said because ``into`` says it to the same audience at the same moment."""

    owed: Owed
    into: Owed


def schedule(marathon: Marathon, sessions: Sequence[Session]) -> tuple[Owed, ...]:
    """Everything to be said of this marathon, past and to come, by due moment. Nothing before it is announced."""
    if marathon.announced is None:
        return ()
    notice = _completion_notice(marathon, sessions)
    course = posts(marathon, lines_of_course(marathon, sessions, ready=None if notice is None else notice.due))
    things = [_announcement(marathon, marathon.announced), *(one for one in course if one.due >= marathon.announced)]
    if notice is not None:
        things.append(notice)
    for session in sessions:
        things.extend(_of_session(marathon, session, marathon.announced))
    things.extend(_events(marathon, sessions, marathon.announced))
    return tuple(sorted(things, key=lambda owed: (owed.due, str(owed.key))))


def lines(marathon: Marathon, sessions: Sequence[Session]) -> Iterable[tuple[Line, datetime, Session | None]]:
    """Every line of the reminder plan as the sessions stand, each with the moment since which it can be owed."""
    if marathon.announced is None:
        return
    notice = _completion_notice(marathon, sessions)
    for line in lines_of_course(marathon, sessions, ready=None if notice is None else notice.due):
        yield line, marathon.announced, None
    for session in sessions:
        if session.status is SessionStatus.PLANNED:
            since = max(marathon.announced, session.timed)
            for line in lines_of_session(
                marathon, session, subject=subject_of(session.id), everyone=audience_of(session)
            ):
                yield line, since, session


def owed(things: Iterable[Owed], said: Container[str], now: datetime) -> tuple[Owed, ...]:
    """What is due at ``now`` and not yet in the ledger."""
    return tuple(thing for thing in things if thing.due <= now and str(thing.key) not in said)


def next_moment(things: Iterable[Owed], said: Container[str], now: datetime) -> datetime | None:
    """The nearest due moment after ``now`` of what is not yet in the ledger."""
    return min((thing.due for thing in things if thing.due > now and str(thing.key) not in said), default=None)


def fold(things: Sequence[Owed]) -> tuple[tuple[Owed, ...], tuple[Folded, ...]]:
    """Never ten at once: of the reminders due together for one session and one audience by the same means, only the
    last due is said; the others are folded into it. Returns what is said and what is folded, in order."""
    latest: dict[tuple[str, str, str], Owed] = {}
    for thing in things:
        if _is_reminder(thing):
            place = (thing.key.subject, thing.key.audience, thing.means.value)
            if place not in latest or thing.due >= latest[place].due:
                latest[place] = thing
    said, folded = [], []
    for thing in things:
        into = latest.get((thing.key.subject, thing.key.audience, thing.means.value), thing)
        if not _is_reminder(thing) or into is thing:
            said.append(thing)
        else:
            folded.append(Folded(owed=thing, into=into))
    return tuple(said), tuple(folded)


def is_useful(thing: Owed, now: datetime) -> bool:
    return thing.useful_until is None or now < thing.useful_until


def subject_of(session_id: int) -> str:
    return f"session:{session_id}"


def event_marker(marathon: str, session_id: int) -> str:
    """What a session's Discord events carry for its life: cohorts and editions in one guild have sessions of the same
    name."""
    return DeliveryKey(marathon, subject_of(session_id), DeliveryKind.EVENT, "", "").marker


def audience_of(session: Session) -> str:
    """Everyone with a place, or the session's cohort."""
    return f"{AudienceKind.COHORT}:{session.cohort}" if session.cohort else AudienceKind.EVERYONE.value


def _is_reminder(thing: Owed) -> bool:
    return thing.key.kind.startswith(DeliveryKind.REMINDER)


def _announcement(marathon: Marathon, announced: datetime) -> Owed:
    key = DeliveryKey(marathon.key, "marathon", DeliveryKind.ANNOUNCEMENT, "1", "public")
    return Owed(key=key, due=announced)


def _completion_notice(marathon: Marathon, sessions: Sequence[Session]) -> Owed | None:
    held = [session for session in sessions if session.status is SessionStatus.PLANNED]
    if not held:
        return None
    rule = marathon.programme.attendance
    last = max(session.end for session in held) + rule.check_in_closes_after
    key = DeliveryKey(marathon.key, "marathon", DeliveryKind.COMPLETION_NOTICE, "1", AudienceKind.EVERYONE)
    return Owed(key=key, due=last + NOTICE_AFTER)


def _of_session(marathon: Marathon, session: Session, announced: datetime) -> Iterable[Owed]:
    if session.status is SessionStatus.CANCELLED:
        return
    since = max(announced, session.timed)
    planned = lines_of_session(marathon, session, subject=subject_of(session.id), everyone=audience_of(session))
    things = (*posts(marathon, planned), *_check_in(marathon, session))
    for thing in things:
        if _was_ever_owed(thing, since):
            yield thing


def _was_ever_owed(thing: Owed, since: datetime) -> bool:
    """What fell due before the session had this time was never owed, for the change itself told people; but a
    check-in whose window is open when the time is set must open all the same."""
    if thing.due >= since:
        return True
    opens_now = thing.key.kind == DeliveryKind.CHECK_IN_OPEN and is_useful(thing, since)
    return opens_now or thing.key.kind == DeliveryKind.CHECK_IN_CLOSED


def _check_in(marathon: Marathon, session: Session) -> Iterable[Owed]:
    rule = marathon.programme.attendance
    opens, closes = session.start - rule.check_in_opens_before, session.end + rule.check_in_closes_after
    subject, occurrence, audience = subject_of(session.id), f"t{session.time_revision}", audience_of(session)
    yield Owed(
        key=DeliveryKey(marathon.key, subject, DeliveryKind.CHECK_IN_OPEN, occurrence, audience),
        due=opens,
        useful_until=closes,
    )
    yield Owed(
        key=DeliveryKey(marathon.key, subject, DeliveryKind.CHECK_IN_CLOSED, occurrence, audience),
        due=closes,
        means=Means.UPDATE,
    )


def _events(marathon: Marathon, sessions: Sequence[Session], announced: datetime) -> Iterable[Owed]:
    """The Discord scheduled events follow every revision; of use until the session ends. A guild keeps 100 events that
    are not over, so that a long programme has only its next ones there."""
    in_order = sorted(sessions, key=lambda session: (session.start, session.id))
    for index, session in enumerate(in_order):
        key = DeliveryKey(marathon.key, subject_of(session.id), DeliveryKind.EVENT, f"r{session.revision}", "guild")
        changed = session.changed if session.revision else session.created
        near = in_order[index - EVENTS_AHEAD].end if index >= EVENTS_AHEAD else announced
        yield Owed(key=key, due=max(announced, changed, near), useful_until=session.end, means=Means.EVENT)
