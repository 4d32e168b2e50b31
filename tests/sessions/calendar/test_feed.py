"""Feeds: the same facts give the same bytes, and one change touches one VEVENT."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from sessions.calendar.feed import (
    CalendarFacts,
    FeedWords,
    PersonalFacts,
    PersonalNote,
    last_change,
    personal_feed,
    public_feed,
    uid,
)
from sessions.domain.moments import resolve
from sessions.domain.programme import Session, Venue
from tests.sessions.calendar.builders import (
    PLANNED,
    a_session,
    cancelled,
    moved,
    renamed,
    restored,
    some_facts,
    with_session,
    without_session,
)

LATER = datetime(2025, 9, 1, 7, 15, 20, 999_999, tzinfo=UTC)


def events(feed: bytes) -> list[str]:
    return re.findall(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", feed.decode(), re.DOTALL)


def unfolded(feed: bytes) -> list[str]:
    return feed.decode().replace("\r\n ", "").split("\r\n")


def test_the_public_feed_of_one_session_line_by_line() -> None:
    session = a_session(1, topic=None, speakers=("Amina Diallo",))
    assert unfolded(public_feed(some_facts(session))) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Marathon//Programme feed//EN",
        "CALSCALE:GREGORIAN",
        "NAME:WHO Virtual cGMP Training Marathon 2025",
        "X-WR-CALNAME:WHO Virtual cGMP Training Marathon 2025",
        "DESCRIPTION:Building Blocks for Sustained Excellence",
        "X-WR-CALDESC:Building Blocks for Sustained Excellence",
        "URL:https://marathon.example/m/who-cgmp-2025",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "BEGIN:VEVENT",
        f"UID:{uid('who-cgmp-2025', session)}",
        "DTSTAMP:20250602T083000Z",
        "CREATED:20250602T083000Z",
        "LAST-MODIFIED:20250602T083000Z",
        "SEQUENCE:0",
        "DTSTART:20250909T120000Z",
        "DTEND:20250909T140000Z",
        "SUMMARY:Data integrity",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "DESCRIPTION:Speakers: Amina Diallo\\n\\nhttps://marathon.example/m/who-cgmp-2025",
        "LOCATION:Zoom webinar",
        "URL:https://marathon.example/m/who-cgmp-2025",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_the_personal_feed_adds_link_alarms_and_note_to_the_same_session() -> None:
    facts = some_facts(a_session(1, topic=None, speakers=()))
    note = PersonalNote(text="You were present.", at=datetime(2025, 9, 9, 14, 5, 1, tzinfo=UTC))
    personal = PersonalFacts(alarms=(timedelta(minutes=15), timedelta(days=1)), notes={41: note}, text="See you there")
    public, own = unfolded(public_feed(facts)), unfolded(personal_feed(facts, personal))
    assert [line for line in own if line not in public] == [
        "DTSTAMP:20250909T140501Z",
        "LAST-MODIFIED:20250909T140501Z",
        "DESCRIPTION:You were present.\\n\\nJoin: https://meet.example/j/123?pwd=a\\,b\\;c\\n\\n"
        "See you there\\n\\nhttps://marathon.example/m/who-cgmp-2025",
        "LOCATION:Zoom webinar https://meet.example/j/123?pwd=a\\,b\\;c",
        "URL:https://meet.example/j/123?pwd=a,b;c",
        "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join the session:https://meet.example/j/123?pwd=a,b;c",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:The session starts soon.",
        "TRIGGER:-P1D",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:The session starts soon.",
        "TRIGGER:-PT15M",
        "END:VALARM",
    ]


def test_a_topic_that_only_says_the_title_again_is_not_said() -> None:
    titled = a_session(1, title="Data integrity", topic=None)
    assert public_feed(some_facts(replace(titled, topic="data INTEGRITY"))) == public_feed(some_facts(titled))


def test_no_join_link_in_the_public_feed() -> None:
    assert b"meet.example" not in public_feed(some_facts())


def test_the_same_facts_give_the_same_bytes_in_any_order_of_sessions() -> None:
    facts = some_facts()
    assert public_feed(replace(facts, sessions=facts.sessions[::-1])) == public_feed(facts)


@pytest.mark.parametrize(
    "change",
    [
        lambda session: moved(session, timedelta(days=-30), LATER),
        lambda session: cancelled(session, LATER),
        lambda session: restored(cancelled(session, LATER), LATER),
        lambda session: renamed(session, "Cleaning, validated; \\ again", LATER),
        lambda session: replace(session, speakers=("New speaker",), revision=1, changed=LATER),
        lambda session: replace(session, venue=Venue(name="Room 4"), revision=1, changed=LATER),
    ],
)
def test_one_change_touches_exactly_one_event_and_nothing_beside(change: Callable[[Session], Session]) -> None:
    facts = some_facts()
    target = facts.sessions[1]
    before = public_feed(facts)
    after = public_feed(with_session(facts, change(target)))
    old, new = events(before), events(after)
    assert [place for place in range(3) if old[place] != new[place]] == [1]
    assert before.decode().replace(old[1], "") == after.decode().replace(new[1], "")


def test_a_move_keeps_the_uid_and_raises_sequence_and_stamps() -> None:
    feed = Calendar.from_ical(public_feed(some_facts(moved(a_session(1), timedelta(hours=3), LATER))))
    event = feed.events[0]
    assert (str(event["UID"]), event["SEQUENCE"], event.DTSTAMP, event.LAST_MODIFIED, event.start) == (
        uid("who-cgmp-2025", a_session(1)),
        1,
        LATER.replace(microsecond=0),
        LATER.replace(microsecond=0),
        datetime(2025, 9, 9, 15, tzinfo=UTC),
    )


def test_a_cancelled_session_stays_without_alarm_or_conference_and_blocks_no_time() -> None:
    facts = some_facts(cancelled(a_session(1), LATER), words=FeedWords(cancelled="Annulé : "))
    lines = unfolded(personal_feed(facts, PersonalFacts(alarms=(timedelta(hours=1),))))
    said = {line for line in lines if line.startswith(("SUMMARY", "STATUS", "TRANSP", "SEQ", "BEGIN:VALARM", "CONF"))}
    assert said == {"SUMMARY:Annulé : Data integrity", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "SEQUENCE:1"}


def test_a_deleted_session_leaves_and_the_others_do_not_change() -> None:
    facts = some_facts()
    left = without_session(facts, 42, LATER)
    before = events(public_feed(facts))
    assert events(public_feed(left)) == [before[0], before[2]]
    assert last_change(left) == LATER


def test_deleting_what_changed_last_does_not_take_last_modified_back() -> None:
    facts = with_session(some_facts(), moved(a_session(2), timedelta(hours=1), LATER))
    deleted = without_session(facts, 42, LATER + timedelta(seconds=5))
    assert [last_change(one) for one in (some_facts(), facts, deleted)] == [
        PLANNED,
        LATER,
        LATER + timedelta(seconds=5),
    ]


def test_a_note_is_a_change_of_its_session_only() -> None:
    facts = some_facts()
    note = PersonalNote(text="You were present.", at=LATER)
    before = events(personal_feed(facts, PersonalFacts()))
    after = events(personal_feed(facts, PersonalFacts(notes={43: note})))
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, True, False]
    assert last_change(facts, PersonalFacts(notes={43: note})) == LATER


def test_uids_differ_by_marathon_session_and_installation_but_not_by_anything_that_changes() -> None:
    session = a_session(1)
    same = {
        uid("a", session),
        uid("a", moved(session, timedelta(days=1), LATER)),
        uid("a", renamed(session, "x", LATER)),
    }
    others = {uid("b", session), uid("a", a_session(2)), uid("a", replace(session, created=LATER))}
    assert (len(same), len(same | others)) == (1, 4)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("WHO cGMP, 2025; part\\two", "WHO cGMP 2025 part two"),
        ("two\r\nlines", "two lines"),
        (",", ""),
    ],
)
def test_the_calendar_name_has_no_comma_semicolon_or_backslash(name: str, shown: str) -> None:
    feed = unfolded(public_feed(replace(some_facts(), name=name)))
    assert [line for line in feed if line.startswith(("NAME:", "X-WR-CALNAME:"))] == [
        f"NAME:{shown}",
        f"X-WR-CALNAME:{shown}",
    ]


HARD_TITLES = [
    "a line\nbreak\r\nand\rmore",
    "\u202bכותרת מימין לשמאל\u202c \u200f\u200e",
    "👩🏽‍🔬🏳️‍🌈" * 40,
    "x" * 5000,
    "漢" * 5000,
    "comma, semi; back\\slash \\n : \"quote\" 'single' ^ ^n",
    "\x00\x07\x1b[31mred\x7f\x85next\u2028line\u2029paragraph",
    "lone \ud83d surrogate",
    " BEGIN:VEVENT\r\nEND:VCALENDAR ",
]


@pytest.mark.parametrize("title", HARD_TITLES)
def test_any_title_comes_back_as_one_line_with_every_letter(title: str) -> None:
    facts = some_facts(a_session(1, title=title, topic=title))
    feed = public_feed(facts)
    assert_well_formed(feed)
    event = Calendar.from_ical(feed).events[0]
    assert str(event["SUMMARY"]) == letters(title)


def letters(title: str) -> str:
    kept = re.sub("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]", "", title)
    return " ".join(re.sub("[\r\n\x85\u2028\u2029]", " ", kept).split()).replace("\\n", "\\\u200bn")


def assert_well_formed(feed: bytes) -> None:
    """RFC 5545 §3.1: CRLF everywhere, lines of at most 75 octets, cut between characters, no control character."""
    assert feed.endswith(b"END:VCALENDAR\r\n")
    lines = feed.split(b"\r\n")
    assert [line for line in lines if len(line) > 75 or re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)] == []
    assert b"".join(line.decode().encode() for line in lines) == feed.replace(b"\r\n", b"")


@given(title=st.text(max_size=300), topic=st.text(max_size=300), name=st.text(max_size=80))
def test_any_text_makes_a_well_formed_feed(title: str, topic: str, name: str) -> None:
    facts = replace(some_facts(a_session(1, title=title, topic=topic, speakers=(title,))), name=name)
    feed = public_feed(facts)
    assert_well_formed(feed)
    assert len(Calendar.from_ical(feed).events) == 1


def test_an_empty_programme_is_a_feed_without_events() -> None:
    facts = CalendarFacts(marathon="a", name="A", sessions=(), changed=PLANNED)
    assert (Calendar.from_ical(public_feed(facts)).events, last_change(facts)) == ([], PLANNED)


@pytest.mark.parametrize(
    ("zone", "starts", "utc"),
    [
        # Europe/Zurich leaves summer time on 26 October 2025, Pacific/Auckland enters it on 28 September 2025.
        ("Europe/Zurich", ["2025-10-23T14:00", "2025-10-28T14:00"], ["20251023T120000Z", "20251028T130000Z"]),
        ("Pacific/Auckland", ["2025-09-25T09:00", "2025-09-30T09:00"], ["20250924T210000Z", "20250929T200000Z"]),
    ],
)
def test_a_course_across_a_clock_change_keeps_its_wall_time(zone: str, starts: list[str], utc: list[str]) -> None:
    planned = []
    for number, text in enumerate(starts, 1):
        moment = resolve(datetime.fromisoformat(text), zone)
        assert isinstance(moment, datetime)
        planned.append(a_session(number, start=moment))
    lines = unfolded(public_feed(some_facts(*planned)))
    assert [line.removeprefix("DTSTART:") for line in lines if line.startswith("DTSTART")] == utc
