"""Audiences that are computed: who of those with a place in a session has not checked in, or missed the last one."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.attendance import Evidence, EvidenceKind
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.reminders import AudienceKind
from sessions.storage import evidence, places
from sessions.storage import sessions as stored

_PRESENT = (EvidenceKind.CHECK_IN, EvidenceKind.PRESENCE, EvidenceKind.REPORT, EvidenceKind.STATEMENT)


async def discord_ids(connection: AsyncConnection, audience: str, session: Session) -> list[int]:
    """The Discord accounts of ``not-checked-in`` or ``missed-last`` as they are now; before the first session nobody
    has missed one."""
    of_place = await places.of_marathon(connection, session.marathon_id)
    about: Session | None = session
    if audience == AudienceKind.MISSED_LAST:
        about = _before(session, await stored.of_marathon(connection, session.marathon_id))
    if about is None:
        return []
    there = await evidence.of_session(connection, about.id)
    return [
        place.discord_id
        for place in of_place
        if place.discord_id is not None
        and about.cohort in (None, place.cohort)
        and session.cohort in (None, place.cohort)
        and not _is_there(there.get(place.person_id, []))
    ]


def _before(session: Session, sessions: Sequence[Session]) -> Session | None:
    """The last session held before this one that the same people have."""
    earlier = [
        one
        for one in sessions
        if one.status is SessionStatus.PLANNED and one.end <= session.start and one.cohort in (None, session.cohort)
    ]
    return max(earlier, key=lambda one: one.start, default=None)


def _is_there(found: Sequence[Evidence]) -> bool:
    withdrawn = {one.withdraws for one in found}
    return any(one.kind in _PRESENT and one.id not in withdrawn for one in found)
