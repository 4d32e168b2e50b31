"""Independent readers read the feeds alike, before and after every kind of change."""

from datetime import UTC, datetime, timedelta

import pytest

from sessions.calendar.feed import CalendarFacts, PersonalFacts, PersonalNote, personal_feed, public_feed, uid
from sessions.domain.programme import Session, SessionStatus
from tests.calendars.readers import READERS, ReadEvent
from tests.sessions.calendar.builders import (
    a_session,
    cancelled,
    moved,
    renamed,
    restored,
    some_facts,
    with_session,
    without_session,
)

AT = datetime(2025, 9, 8, 10, 0, 0, 123_456, tzinfo=UTC)
HARD = "Nettoyage, validé; « \\n » \u200fتنظيف\u200e 👩🏽‍🔬 清洁验证 " + "ớ" * 200
PLANNED = some_facts(a_session(1), a_session(2, title=HARD, topic="First line,\nsecond; \\ line"), a_session(3))
MOVED = with_session(PLANNED, moved(PLANNED.sessions[0], timedelta(hours=-3), AT))
CANCELLED = with_session(MOVED, cancelled(MOVED.sessions[1], AT))
RESTORED = with_session(CANCELLED, restored(CANCELLED.sessions[1], AT))
RENAMED = with_session(RESTORED, renamed(RESTORED.sessions[0], "Data integrity, in practice", AT))
DELETED = without_session(RENAMED, 43, AT)
STORY = {
    "planned": PLANNED,
    "moved": MOVED,
    "cancelled": CANCELLED,
    "restored": RESTORED,
    "renamed": RENAMED,
    "deleted": DELETED,
}
PAGE = "https://marathon.example/m/who-cgmp-2025"
JOIN = "https://meet.example/j/123?pwd=a,b;c"


def public_event(session: Session) -> ReadEvent:
    off = session.status is SessionStatus.CANCELLED
    shown = session.title.replace("\\n", "\\\u200bn")
    return ReadEvent(
        uid=uid("who-cgmp-2025", session),
        sequence=session.revision,
        starts=session.start,
        ends=session.end,
        summary=f"Cancelled: {shown}" if off else shown,
        status="CANCELLED" if off else "CONFIRMED",
        description=f"{session.topic}\n\nSpeakers: Amina Diallo, Søren Kjær\n\n{PAGE}",
        location="Zoom webinar",
        alarms=0,
    )


def in_order(events: list[ReadEvent]) -> list[ReadEvent]:
    return sorted(events, key=lambda event: event.uid)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("state", STORY)
def test_every_reader_reads_the_public_feed_alike(state: str, reader: str) -> None:
    facts: CalendarFacts = STORY[state]
    read = READERS[reader](public_feed(facts))
    assert in_order(read) == in_order([public_event(session) for session in facts.sessions])


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_reads_a_personal_feed_alike(reader: str) -> None:
    facts = some_facts(a_session(1, topic=None, speakers=()), cancelled(a_session(2, topic=None, speakers=()), AT))
    personal = PersonalFacts(
        alarms=(timedelta(days=1), timedelta(minutes=10), timedelta(0)),
        notes={41: PersonalNote(text="You were present.", at=AT)},
    )
    ahead, off = facts.sessions
    assert in_order(READERS[reader](personal_feed(facts, personal))) == in_order(
        [
            ReadEvent(
                uid=uid("who-cgmp-2025", ahead),
                sequence=0,
                starts=ahead.start,
                ends=ahead.end,
                summary="Data integrity",
                status="CONFIRMED",
                description=f"You were present.\n\nJoin: {JOIN}\n\n{PAGE}",
                location=f"Zoom webinar {JOIN}",
                alarms=3,
            ),
            ReadEvent(
                uid=uid("who-cgmp-2025", off),
                sequence=1,
                starts=off.start,
                ends=off.end,
                summary="Cancelled: Pharmaceutical quality systems",
                status="CANCELLED",
                description=PAGE,
                location=f"Zoom webinar {JOIN}",
                alarms=0,
            ),
        ]
    )
