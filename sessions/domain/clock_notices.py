"""What people are told when their local hour moves during the course: once, before the first session it touches.

A session keeps its wall time in the programme's zone. Where clocks change (the programme's or somebody's own) the
local hour of some people moves by it, though nobody has moved the session.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from sessions.domain.audit import Place, audit, slots_of_sessions
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.domain.schedule import audience_of, subject_of

AHEAD = timedelta(days=3)
"""So long before the first session that it touches."""

Living = tuple[str | None, Place]
"""Where people live, and of which cohort they are."""


def clock_notices(marathon: Marathon, sessions: Sequence[Session], living: Iterable[Living]) -> tuple[Owed, ...]:
    """A notice for each session from which on somebody's local hour is another. Its payload: ``moves``, a list of
    [country, zone, minutes later, people], most people first."""
    if marathon.announced is None:
        return ()
    planned = tuple(one for one in sessions if one.status is SessionStatus.PLANNED)
    moves = _moves(marathon.programme.zone, planned, tuple(living))
    notices = []
    for session in planned:
        touched = moves.get(session.id)
        if touched:
            key = DeliveryKey(
                marathon.key, subject_of(session.id), DeliveryKind.CLOCK_CHANGE, "once", audience_of(session)
            )
            due = max(session.start - AHEAD, marathon.announced, session.timed)
            payload: dict[str, object] = {"moves": [list(one) for one in touched]}
            notices.append(Owed(key=key, due=due, useful_until=session.start, payload=payload))
    return tuple(notices)


_Move = tuple[str, str, int, int]


@lru_cache(maxsize=32)
def _moves(zone: str, planned: tuple[Session, ...], living: tuple[Living, ...]) -> dict[int, tuple[_Move, ...]]:
    """Session id to the moves of local hours; asked at every beat and another only when the programme or people are."""
    found: dict[int, set[_Move]] = {}
    for cohort in {cohort for cohort, _ in living}:
        mine = [session for session in planned if session.cohort in (None, cohort)]
        ids = {(session.number, session.cohort): session.id for session in mine}
        places = [place for own, place in living if own == cohort]
        for row in audit(slots_of_sessions(mine, zone), places, zone).rows:
            for move in row.moves:
                minutes = int(move.by.total_seconds() // 60)
                one = (row.place.country or "", row.place.zone, minutes, row.place.people or 0)
                found.setdefault(ids[move.number, move.cohort], set()).add(one)
    return {
        session_id: tuple(sorted(moves, key=lambda one: (-one[3], one[0], one[1])))
        for session_id, moves in found.items()
    }


REACH_AFTER = timedelta(hours=24)
"""Calendar programs of the slow kind have looked by then; who has not is reminded."""
REACH_BEFORE = timedelta(hours=2)
"""A reminder later than this before the session would only stand beside the session's own."""


def reach_notices(marathon: Marathon, sessions: Iterable[Session]) -> tuple[Owed, ...]:
    """A day after a move the channel is told that calendars may still show the old time; how many do is counted when
    it is due, and where none does it is not said."""
    if marathon.announced is None:
        return ()
    notices = []
    for session in sessions:
        due = session.timed + REACH_AFTER
        late = due > session.start - REACH_BEFORE
        if session.time_revision and session.status is SessionStatus.PLANNED and not late:
            key = DeliveryKey(
                marathon.key,
                subject_of(session.id),
                DeliveryKind.REACH,
                f"t{session.time_revision}",
                audience_of(session),
            )
            notices.append(Owed(key=key, due=max(due, marathon.announced), useful_until=session.start))
    return tuple(notices)


def with_reach(notice: Owed, calendars: int, current: int) -> Owed | None:
    """The notice with its figures as of now; None where every calendar that ever fetched has the new time."""
    if current >= calendars:
        return None
    return replace(notice, payload={"calendars": calendars, "current": current})
