"""Builders of what feeds are made from: the 2025 marathon, small."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sessions.calendar.feed import CalendarFacts, FeedWords
from sessions.domain.programme import Session, SessionStatus, Venue

PLANNED = datetime(2025, 6, 2, 8, 30, tzinfo=UTC)
WEBINAR = Venue(name="Zoom webinar", join_url="https://meet.example/j/123?pwd=a,b;c")
ENGLISH = FeedWords()
TITLES = ("Data integrity", "Pharmaceutical quality systems", "Cleaning validation")


def a_session(
    number: int = 1,
    *,
    title: str | None = None,
    start: datetime | None = None,
    venue: Venue = WEBINAR,
    speakers: tuple[str, ...] = ("Amina Diallo", "Søren Kjær"),
    topic: str | None = "What records must be, and how one sees that they are not.",
) -> Session:
    """Session ``number`` of a marathon on Tuesdays at 14:00 in Zurich; its id is 40 + number."""
    begins = start or datetime(2025, 9, 9, 12, tzinfo=UTC) + timedelta(weeks=number - 1)
    return Session(
        id=40 + number,
        marathon_id=1,
        number=number,
        title=title if title is not None else TITLES[(number - 1) % len(TITLES)],
        wall=(begins + timedelta(hours=2)).replace(tzinfo=None),
        zone="Europe/Zurich",
        start=begins,
        duration=timedelta(hours=2),
        topic=topic,
        speakers=speakers,
        venue=venue,
        created=PLANNED,
        changed=PLANNED,
    )


def some_facts(*sessions: Session, words: FeedWords = ENGLISH) -> CalendarFacts:
    kept = sessions or (a_session(1), a_session(2), a_session(3))
    return CalendarFacts(
        marathon="who-cgmp-2025",
        name="WHO Virtual cGMP Training Marathon 2025",
        sessions=kept,
        changed=max(session.changed for session in kept),
        words=words,
        description="Building Blocks for Sustained Excellence",
        url="https://marathon.example/m/who-cgmp-2025",
    )


def moved(session: Session, by: timedelta, at: datetime) -> Session:
    return replace(
        session,
        start=session.start + by,
        wall=session.wall + by,
        revision=session.revision + 1,
        time_revision=session.time_revision + 1,
        changed=at,
    )


def cancelled(session: Session, at: datetime) -> Session:
    return replace(session, status=SessionStatus.CANCELLED, revision=session.revision + 1, changed=at)


def restored(session: Session, at: datetime) -> Session:
    return replace(session, status=SessionStatus.PLANNED, revision=session.revision + 1, changed=at)


def renamed(session: Session, title: str, at: datetime) -> Session:
    return replace(session, title=title, revision=session.revision + 1, changed=at)


def with_session(facts: CalendarFacts, session: Session) -> CalendarFacts:
    """The facts with this session in the place of the one with its id."""
    kept = tuple(session if one.id == session.id else one for one in facts.sessions)
    return replace(facts, sessions=kept, changed=max(facts.changed, session.changed))


def without_session(facts: CalendarFacts, session_id: int, at: datetime) -> CalendarFacts:
    return replace(facts, sessions=tuple(one for one in facts.sessions if one.id != session_id), changed=at)
