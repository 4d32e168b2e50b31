"""Independent programs that read calendars, each turned into the same plain values.

`make` installs those that are not Python libraries into folders of their own (.venv-node, .venv-khal); Debian carries
libical. Where one is missing its tests are skipped by name, and in CI a skip is a failure.
"""

import ctypes
import ctypes.util
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest
import vobject

ROOT = Path(__file__).parents[2]
NODE_MODULES = Path(os.environ.get("MARATHON_NODE_MODULES", ROOT / ".venv-node" / "node_modules"))
KHAL = Path(os.environ.get("MARATHON_KHAL", ROOT / ".venv-khal" / "bin"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEvent:
    """What a calendar program would show and remember of a session."""

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    summary: str
    status: str
    description: str
    location: str
    alarms: int


def read_with_icalendar(feed: bytes) -> list[ReadEvent]:
    return [
        ReadEvent(
            uid=str(event.uid),
            sequence=event.sequence,
            starts=_moment(event.start),
            ends=_moment(event.end),
            summary=str(event.summary),
            status=str(event.status),
            description=event.description or "",
            location=event.location or "",
            alarms=len(event.walk("VALARM")),
        )
        for event in icalendar.Calendar.from_ical(feed).events
    ]


def read_with_vobject(feed: bytes) -> list[ReadEvent]:
    calendar = vobject.readOne(feed.decode())
    return [
        ReadEvent(
            uid=event.uid.value,
            sequence=int(event.sequence.value),
            starts=event.dtstart.value,
            ends=event.dtend.value,
            summary=event.summary.value,
            status=event.status.value,
            description=event.description.value if hasattr(event, "description") else "",
            location=event.location.value if hasattr(event, "location") else "",
            alarms=len(getattr(event, "valarm_list", [])),
        )
        for event in getattr(calendar, "vevent_list", [])
    ]


def read_with_node(library: str) -> Callable[[bytes], list[ReadEvent]]:
    def read(feed: bytes) -> list[ReadEvent]:
        if shutil.which("node") is None:
            pytest.skip("node is not installed")
        if not (NODE_MODULES / library).is_dir():
            pytest.skip(f"{library} is not installed: make {NODE_MODULES.parent.name}/.installed")
        done = subprocess.run(
            ["node", Path(__file__).with_name("read.cjs"), library],
            input=feed,
            capture_output=True,
            check=True,
            env={**os.environ, "NODE_PATH": str(NODE_MODULES)},
        )
        return [
            ReadEvent(
                uid=event["uid"],
                sequence=event["sequence"],
                starts=_iso(event["starts"]),
                ends=_iso(event["ends"]),
                summary=event["summary"],
                status=event["status"],
                description=event["description"],
                location=event["location"],
                alarms=event["alarms"],
            )
            for event in json.loads(done.stdout)
        ]

    return read


def read_with_libical(feed: bytes) -> list[ReadEvent]:
    """By the C library itself; its notes on faulty lines (X-LIC-ERROR) are faults of the feed."""
    name = ctypes.util.find_library("ical")
    if name is None:
        pytest.skip("libical is not installed")
    lib = ctypes.CDLL(name)
    for function in (
        "icalparser_parse_string",
        "icalcomponent_get_first_component",
        "icalcomponent_get_next_component",
    ):
        getattr(lib, function).restype = ctypes.c_void_p
    lib.icalcomponent_get_first_property.restype = ctypes.c_void_p
    lib.icalproperty_get_value_as_string.restype = ctypes.c_char_p
    calendar = ctypes.c_void_p(lib.icalparser_parse_string(feed))
    assert calendar.value, "libical could not read the feed"
    assert lib.icalcomponent_count_errors(calendar) == 0
    assert lib.icalrestriction_check(calendar) == 1
    events = [_libical_event(lib, event) for event in _libical_components(lib, calendar, b"VEVENT")]
    lib.icalcomponent_free(calendar)
    return events


def _libical_components(lib: ctypes.CDLL, parent: ctypes.c_void_p, name: bytes) -> list[ctypes.c_void_p]:
    kind = lib.icalcomponent_string_to_kind(name)
    found = []
    component = lib.icalcomponent_get_first_component(parent, kind)
    while component:
        found.append(ctypes.c_void_p(component))
        component = lib.icalcomponent_get_next_component(parent, kind)
    return found


def _libical_event(lib: ctypes.CDLL, event: ctypes.c_void_p) -> ReadEvent:
    def raw(name: bytes) -> str:
        kind = lib.icalproperty_string_to_kind(name)
        prop = lib.icalcomponent_get_first_property(event, kind)
        value: bytes = lib.icalproperty_get_value_as_string(ctypes.c_void_p(prop)) if prop else b""
        return value.decode()

    def text(function: str) -> str:
        getter = getattr(lib, function)
        getter.restype = ctypes.c_char_p
        value: bytes | None = getter(event)
        return (value or b"").decode()

    return ReadEvent(
        uid=text("icalcomponent_get_uid"),
        sequence=lib.icalcomponent_get_sequence(event),
        starts=_basic(raw(b"DTSTART")),
        ends=_basic(raw(b"DTEND")),
        summary=text("icalcomponent_get_summary"),
        status=raw(b"STATUS"),
        description=text("icalcomponent_get_description"),
        location=text("icalcomponent_get_location"),
        alarms=len(_libical_components(lib, event, b"VALARM")),
    )


def _basic(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _moment(read: object) -> datetime:
    assert isinstance(read, datetime)
    return read


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(text)


READERS: dict[str, Callable[[bytes], list[ReadEvent]]] = {
    "icalendar": read_with_icalendar,
    "vobject": read_with_vobject,
    "ical.js": read_with_node("ical.js"),
    "node-ical": read_with_node("node-ical"),
    "libical": read_with_libical,
}
