"""Sessions whose moment the zone data has moved: a country changed its clocks, and newer data knows of it.

A session keeps its wall time. When the installed zone data gives that wall time another moment than the stored one,
the session has moved for everybody elsewhere, and that is a change like any other: recorded and announced.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sessions.domain.moments import resolve
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.refusals import AmbiguousTime, ImaginaryTime, UnknownZone


@dataclass(frozen=True, slots=True, kw_only=True)
class Displacement:
    """``now_at``: the moment that the wall time has by the installed data or, where it has none or two, the refusal
    that an organiser must settle by moving the session."""

    session: Session
    now_at: datetime | UnknownZone | ImaginaryTime | AmbiguousTime


def find_displaced(sessions: Iterable[Session], now: datetime) -> tuple[Displacement, ...]:
    """The planned sessions that have not begun and whose moment is no longer the stored one, in the order given."""
    displaced = []
    for session in sessions:
        if session.status is not SessionStatus.PLANNED or session.start <= now:
            continue
        found = resolve(session.wall, session.zone)
        # One of two moments was chosen when the session was planned, and it is still one of the two.
        settled = isinstance(found, AmbiguousTime) and session.start in (found.first, found.second)
        if found != session.start and not settled:
            displaced.append(Displacement(session=session, now_at=found))
    return tuple(displaced)
