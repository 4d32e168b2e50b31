"""What can happen to a session after it is planned: move, cancel, restore, edit; and adding one more.

Every change raises ``revision`` (the feed's SEQUENCE) and sets ``changed``; only a new time raises ``time_revision``,
from which reminders and check-in derive. A refusal changes nothing.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sessions.domain.deliveries import DeliveryKind
from sessions.domain.displacement import Displacement
from sessions.domain.moments import resolve, zone_named
from sessions.domain.programme import Session, SessionPlan, SessionStatus
from sessions.domain.refusals import (
    AlreadyCancelled,
    AmbiguousTime,
    BadCharacters,
    BadLength,
    BadValue,
    MoveIntoPast,
    NotCancelled,
    NotWhileCancelled,
    NumberTaken,
    Refusal,
    SessionOver,
    SessionsCollide,
    SessionUnchanged,
    ValueMissing,
)

LINE, PARAGRAPHS, ADDRESS = 200, 4000, 500
"""Characters of one line of text (a title, a place, a name), of a topic, of a web address."""
SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=24)
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""Marks that turn the direction of what follows: a title with one can make a date read backwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """``second``: which of two moments is meant where the clocks go back; None: not said, so it is asked."""

    wall: datetime
    zone: str
    second: bool | None = None


@dataclass(frozen=True, slots=True)
class Cancel:
    pass


@dataclass(frozen=True, slots=True)
class Restore:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """None leaves a value as it is; an empty text or tuple takes it away."""

    title: str | None = None
    topic: str | None = None
    speakers: tuple[str, ...] | None = None
    venue: str | None = None
    join_url: str | None = None
    duration: timedelta | None = None


Change = Move | Cancel | Restore | Edit


def kind_of(change: Change) -> DeliveryKind:
    """The delivery that tells of a change."""
    match change:
        case Move():
            return DeliveryKind.MOVED
        case Cancel():
            return DeliveryKind.CANCELLED
        case Restore():
            return DeliveryKind.RESTORED
        case Edit():
            return DeliveryKind.EDITED


def apply(
    change: Change, session: Session, others: Iterable[Session], *, opens_before: timedelta, now: datetime
) -> Session | Refusal:
    """The session as it is after the change. ``others``: the marathon's other sessions; ``opens_before``: how long
    before a session its check-in opens."""
    match change:
        case Move():
            after = _move(change, session, now)
        case Cancel():
            after = _cancel(session)
        case Restore():
            after = _restore(session, opens_before, now)
        case Edit():
            after = _edit(change, session)
    if not isinstance(after, Session):
        return after
    return find_collision(after, others) or replace(after, revision=session.revision + 1, changed=now)


def add(
    plan: SessionPlan, others: Sequence[Session], *, now: datetime, second: bool | None = None
) -> Session | Refusal:
    """One more session, not yet with an id. Refuses what ``apply`` refuses of a move and an edit, and a number that
    the same people's sessions have already."""
    zone = zone_named(plan.zone) or plan.zone
    start = moment_of(plan.wall, zone, second)
    if not isinstance(start, datetime):
        return start
    if start <= now:
        return MoveIntoPast(start=start)
    bare = Session(
        id=0,
        marathon_id=0,
        number=plan.number,
        title="",
        wall=plan.wall,
        zone=zone,
        start=start,
        duration=timedelta(0),
        created=now,
        changed=now,
        cohort=plan.cohort,
    )
    told = Edit(
        title=plan.title,
        topic=plan.topic or "",
        speakers=plan.speakers,
        venue=plan.venue.name,
        join_url=plan.venue.join_url or "",
        duration=plan.duration,
    )
    made = _edit(told, bare)
    if not isinstance(made, Session):
        return made
    for other in others:
        if other.number == made.number and share_people(other, made):
            return NumberTaken(number=made.number, title=other.title, free=1 + max(one.number for one in others))
    return find_collision(made, others) or made


def settle(displaced: Displacement, *, now: datetime) -> Session | None:
    """The session at the moment that newer zone data gives its wall time; None where an organiser must decide."""
    session = displaced.session
    if not isinstance(displaced.now_at, datetime):
        return None
    return replace(
        session,
        start=displaced.now_at,
        revision=session.revision + 1,
        time_revision=session.time_revision + 1,
        time_set=now,
        changed=now,
    )


def moment_of(wall: datetime, zone: str, second: bool | None) -> datetime | Refusal:
    """The moment of a wall time; of two the one that was chosen."""
    found = resolve(wall, zone)
    if isinstance(found, AmbiguousTime) and second is not None:
        return found.second if second else found.first
    return found


def share_people(one: Session, other: Session) -> bool:
    """Whether somebody is meant to be in both."""
    return one.cohort is None or other.cohort is None or one.cohort == other.cohort


def overlap(one: Session, other: Session) -> bool:
    """Whether both take place and are on at the same time."""
    planned = one.status is SessionStatus.PLANNED and other.status is SessionStatus.PLANNED
    return planned and one.start < other.end and other.start < one.end


def find_collision(session: Session, others: Iterable[Session]) -> SessionsCollide | None:
    """The first session that the same people would have at the same time."""
    for other in others:
        if other.id != session.id and share_people(session, other) and overlap(session, other):
            return SessionsCollide(number=other.number, title=other.title, start=other.start, end=other.end)
    return None


def _move(change: Move, session: Session, now: datetime) -> Session | Refusal:
    if session.status is SessionStatus.CANCELLED:
        return NotWhileCancelled(number=session.number, title=session.title)
    if session.end <= now:
        return SessionOver(number=session.number, ended=session.end)
    zone = zone_named(change.zone) or change.zone
    start = moment_of(change.wall, zone, change.second)
    if not isinstance(start, datetime):
        return start
    if start <= now:
        return MoveIntoPast(start=start)
    if start == session.start and zone == session.zone:
        return SessionUnchanged(number=session.number)
    if start == session.start:  # another zone from now on, the same moment: nobody's reminder changes
        return replace(session, wall=change.wall, zone=zone)
    return replace(
        session, wall=change.wall, zone=zone, start=start, time_revision=session.time_revision + 1, time_set=now
    )


def _cancel(session: Session) -> Session | Refusal:
    if session.status is SessionStatus.CANCELLED:
        return AlreadyCancelled(number=session.number, title=session.title, cancelled=session.changed)
    return replace(session, status=SessionStatus.CANCELLED)


def _restore(session: Session, opens_before: timedelta, now: datetime) -> Session | Refusal:
    """What fell due while it was cancelled was never owed. Once check-in has opened its post is closed for good, so
    that a session restored then gets a new one, as after a move."""
    if session.status is not SessionStatus.CANCELLED:
        return NotCancelled(number=session.number, title=session.title)
    opened = now >= session.start - opens_before
    return replace(
        session,
        status=SessionStatus.PLANNED,
        time_revision=session.time_revision + (1 if opened else 0),
        time_set=now,
    )


def _edit(change: Edit, session: Session) -> Session | Refusal:
    after = session
    for field, text in (("title", change.title), ("venue", change.venue), ("join_url", change.join_url)):
        read = None if text is None else _read_line(field, text, ADDRESS if field == "join_url" else LINE)
        if not isinstance(read, str | None):
            return read
        after = after if read is None else _with(after, field, read)
    if change.topic is not None:
        if len(change.topic) > PARAGRAPHS:
            return BadLength(field="topic", length=len(change.topic), minimum=0, maximum=PARAGRAPHS)
        after = replace(after, topic=unicodedata.normalize("NFC", change.topic.strip()) or None)
    if change.speakers is not None:
        speakers = [_read_line("speakers", name, LINE) for name in change.speakers]
        for name in speakers:
            if not isinstance(name, str):
                return name
        after = replace(after, speakers=tuple(name for name in speakers if isinstance(name, str) and name))
    if change.duration is not None:
        if not SHORTEST <= change.duration <= LONGEST:
            minutes = str(int(change.duration.total_seconds() // 60))
            return BadValue(field="duration", value=minutes, expected="session-minutes")
        after = replace(after, duration=change.duration)
    return SessionUnchanged(number=session.number) if after == session else after


def _with(session: Session, field: str, text: str) -> Session:
    match field:
        case "title":
            return replace(session, title=text)
        case "venue":
            return replace(session, venue=replace(session.venue, name=text))
        case _:
            return replace(session, venue=replace(session.venue, join_url=text or None))


def _read_line(field: str, typed: str, limit: int) -> str | Refusal:
    """One line of plain text in NFC, every script and emoji welcome; no line break, no control character, no mark
    that turns the direction of what follows."""
    text = unicodedata.normalize("NFC", typed.strip())
    bad = dict.fromkeys(c for c in text if unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") or c in _DIRECTION)
    if bad:
        return BadCharacters(field=field, characters=tuple(f"U+{ord(c):04X}" for c in bad))
    if not text and field == "title":
        return ValueMissing(field=field)
    if len(text) > limit:
        return BadLength(field=field, length=len(text), minimum=0, maximum=limit)
    if text and field == "join_url" and not text.startswith(("https://", "http://")):
        return BadValue(field=field, value=text, expected="web-address")
    return text
