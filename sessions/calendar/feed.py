"""Calendar feeds: a marathon's sessions as iCalendar bytes (RFC 5545, RFC 7986).

Pure: the same facts give the same bytes, on any day, in any process, so that a fetch that finds nothing new costs
nothing and a restart goes unnoticed. What the rules below protect against was seen in real clients:

- Instants are ``DTSTART:…Z`` (RFC 5545 §3.3.5, form 2); VTIMEZONE components are misread by some clients.
- No METHOD: with one, several clients take a subscription for an invitation.
- SEQUENCE is the session's revision, DTSTAMP and LAST-MODIFIED the moment of its last real change (§3.8.7): a client
  that compares either sees every change, and nothing else.
- A cancelled session stays, as STATUS:CANCELLED with a prefix before its title, because many clients hide STATUS; it
  has no alarm and blocks no time. A deleted session leaves the feed.
- Components stand in order of session id, which never changes: one change touches exactly one VEVENT.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event, vText, vUri

from sessions.calendar.texts import clean_line, clean_name, clean_text
from sessions.domain.moments import to_micros
from sessions.domain.programme import Session, SessionStatus

REFRESH = timedelta(hours=1)
"""How often a subscriber is asked to look (RFC 7986 §5.7); clients take it as a wish."""

_PRODUCT = "-//Marathon//Programme feed//EN"
_SESSIONS = UUID("6a3a6c2e-0d0e-5a52-9a3d-0b9f0a7c1f55")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedWords:
    """The words of a feed in its language; each stands before what it names, space or colon included."""

    cancelled: str = "Cancelled: "
    speakers: str = "Speakers: "
    join: str = "Join: "
    join_label: str = "Join the session"
    alarm: str = "The session starts soon."


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFacts:
    """What a public feed says. ``changed`` is the moment of the marathon's last change of any kind, deletions
    included: it is what keeps Last-Modified from going back when the session changed last is deleted."""

    marathon: str
    """The marathon's key; with the session's id and its creation it makes the UID."""
    name: str
    sessions: tuple[Session, ...]
    changed: datetime
    words: FeedWords = FeedWords()
    description: str | None = None
    url: str | None = None
    """The marathon's public page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalNote:
    """A sentence for one person about one session ("You were present."), and since when it is true."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalFacts:
    """What a participant's own feed adds: join links, alarms before the start, a note after a session."""

    alarms: tuple[timedelta, ...] = ()
    """How long before the start, zero or more; shown by clients that honour alarms (Google and Outlook do not)."""
    notes: Mapping[int, PersonalNote] = field(default_factory=dict)
    """By session id."""
    text: str | None = None
    """Said under every session; for example the standing address of the group's channel."""
    changed: datetime | None = None
    """The last change of alarms or text by the participant."""


def public_feed(facts: CalendarFacts) -> bytes:
    """The feed that anybody may subscribe to: no join link, nothing personal."""
    return _calendar(facts, [_event(facts, session, None) for session in _in_order(facts)])


def personal_feed(facts: CalendarFacts, personal: PersonalFacts) -> bytes:
    """The feed of one participant; UIDs are those of the public feed, so that both name the same session."""
    return _calendar(facts, [_event(facts, session, personal) for session in _in_order(facts)])


def last_change(facts: CalendarFacts, personal: PersonalFacts | None = None) -> datetime:
    """The moment for Last-Modified: never earlier than anything the feed says."""
    moments = [facts.changed, *(session.changed for session in facts.sessions)]
    if personal is not None:
        moments += [note.at for note in personal.notes.values()]
        moments += [personal.changed] if personal.changed else []
    return max(moments)


def uid(marathon: str, session: Session) -> str:
    """The session's UID for life: a name-based UUID (RFC 7986 §5.3), the same wherever the installation lives.

    The moment of creation keeps two installations apart that both run a shipped programme.
    """
    return str(uuid5(_SESSIONS, f"{marathon}/{session.id}/{to_micros(session.created)}"))


def _in_order(facts: CalendarFacts) -> list[Session]:
    return sorted(facts.sessions, key=lambda session: session.id)


def _calendar(facts: CalendarFacts, events: list[Event]) -> bytes:
    calendar = Calendar()
    name = clean_name(facts.name)
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", vText(name))
    if facts.description:
        description = clean_text(facts.description)
        calendar.add("description", description)
        calendar.add("x-wr-caldesc", vText(description))
    if facts.url:
        calendar.add("url", vUri(facts.url))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vText(f"PT{REFRESH // timedelta(hours=1)}H"))
    for event in events:
        calendar.add_component(event)
    in_order_of_adding: Callable[[bool], bytes] = calendar.to_ical
    return in_order_of_adding(False)


def _event(facts: CalendarFacts, session: Session, personal: PersonalFacts | None) -> Event:
    words = facts.words
    cancelled = session.status is SessionStatus.CANCELLED
    title = clean_line(session.title)
    event = Event()
    event.add("uid", uid(facts.marathon, session))
    changed = _last_change_of(session, personal)
    event.add("dtstamp", changed)
    event.add("created", _whole_second(session.created))
    event.add("last-modified", changed)
    event.add("sequence", session.revision)
    event.add("dtstart", session.start)
    event.add("dtend", session.end)
    event.add("summary", f"{words.cancelled}{title}" if cancelled else title)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    description = _description(facts, session, personal)
    if description:
        event.add("description", description)
    join = session.venue.join_url if personal is not None else None
    place = " ".join(part for part in (clean_line(session.venue.name), join) if part)
    if place:
        event.add("location", place)
    link = join or facts.url
    if link:
        event.add("url", vUri(link))
    if join and not cancelled:
        _add_conference(event, join, words.join_label)
    if personal is not None and not cancelled:
        _add_alarms(event, personal.alarms, words.alarm)
    return event


def _last_change_of(session: Session, personal: PersonalFacts | None) -> datetime:
    moments = [session.changed]
    if personal is not None:
        note = personal.notes.get(session.id)
        moments += [note.at] if note else []
        moments += [personal.changed] if personal.changed else []
    return _whole_second(max(moments))


def _description(facts: CalendarFacts, session: Session, personal: PersonalFacts | None) -> str:
    words = facts.words
    parts: list[str] = []
    if personal is not None and session.id in personal.notes:
        parts.append(personal.notes[session.id].text)
    if session.more:
        parts.append(session.more)
    if session.speakers:
        parts.append(f"{words.speakers}{', '.join(clean_line(name) for name in session.speakers)}")
    if personal is not None and session.venue.join_url and session.status is not SessionStatus.CANCELLED:
        parts.append(f"{words.join}{session.venue.join_url}")
    if personal is not None and personal.text:
        parts.append(personal.text)
    if facts.url:
        parts.append(facts.url)
    return clean_text("\n\n".join(parts))


def _add_conference(event: Event, address: str, label: str) -> None:
    """RFC 7986 §5.11: where to join, for clients with a button for it."""
    event.add("conference", vUri(address, params={"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": clean_line(label)}))


def _add_alarms(event: Event, before: tuple[timedelta, ...], text: str) -> None:
    for ahead in sorted(set(before), reverse=True):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", clean_text(text))
        alarm.add("trigger", -ahead)
        event.add_component(alarm)


def _whole_second(moment: datetime) -> datetime:
    """iCalendar's resolution (RFC 5545 §3.3.12)."""
    return moment.replace(microsecond=0)
