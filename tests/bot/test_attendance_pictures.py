"""Pictures of attendance: what they show, their size, and that the same facts give the same bytes."""

import re
import struct
from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from bot.attendance_pictures import attendance_picture, presence_curve
from bot.pictures import PictureFormat
from bot.wording import Wording
from config import texts
from sessions.domain.attendance import Attendance, Verdict
from sessions.domain.presence import Matrix, Presence, build_matrix
from sessions.domain.programme import Session
from tests.sessions.domain.test_verdicts import a_session, minute

WORDING = Wording(texts.catalogue)
SESSIONS = (a_session(), a_session(identifier=8, number=2, start=minute(3000)))
NAMES = {1: "Amina <b>\n@everyone", 2: "王小明", 3: "محمد علي", 4: "\U00010ffd"}


def attended(person: int, session: Session, verdict: Verdict, seconds: int) -> Attendance:
    return Attendance(session_id=session.id, person_id=person, seconds=seconds, verdict=verdict)


def a_matrix(people: int = 4) -> Matrix:
    first, second = SESSIONS
    rows: Sequence[tuple[Verdict, int]] = ((Verdict.PRESENT, 7200), (Verdict.PARTIAL, 3600), (Verdict.ABSENT, 0))
    return build_matrix(
        {
            person: [attended(person, first, *rows[person % 3])]
            + ([attended(person, second, Verdict.EXCUSED, 0)] if person % 2 else [])
            for person in range(1, people + 1)
        },
        SESSIONS,
    )


def draw(matrix: Matrix, form: PictureFormat) -> bytes:
    return attendance_picture(matrix, WORDING, title="Marathon", names=NAMES, form=form)


def a_presence(counts: tuple[int, ...] = (), *check_ins: float) -> Presence:
    session = a_session(duration=timedelta(minutes=3))
    return Presence(session=session, counts=counts or (0, 0, 0), check_ins=tuple(minute(at) for at in check_ins))


def words_in(svg: bytes) -> list[str]:
    return [word for word in re.findall(r"<text[^>]*>([^<]+)</text>", svg.decode()) if not word.isdecimal()]


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height in pixels (PNG, W3C 2003, §5.2 and §11.2.2)."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_map_names_people_sessions_and_what_colours_mean() -> None:
    assert words_in(draw(a_matrix(), "svg")) == [
        "09-09",
        "09-11",
        "محمد علي",
        "Amina &lt;b&gt; @everyone",
        "No. 4",
        "王小明",
        "50%",
        "50%",
        "Marathon: attendance of 4 participants in 2 sessions",
        "Present (1)",
        "In part (2)",
        "Excused (2)",
        "Absent (1)",
        "another cohort’s session (2)",
    ]


def test_of_many_people_each_has_a_row_of_pixels_and_no_name() -> None:
    words = words_in(draw(a_matrix(2500), "svg"))
    assert [word for word in words if word in NAMES.values()] == []
    assert "2,500 people, a row each: most presence at the top" in words
    width, height = size_of(draw(a_matrix(2500), "png"))
    assert (width, 2500 < height < 2800) == (880, True)


def test_the_curve_counts_people_by_minutes() -> None:
    assert words_in(presence_curve(a_presence((1, 4, 2), 0.5), WORDING, form="svg")) == [
        "Minutes from the start of the session",
        "People present",
        "Session 1, Quality systems: people present",
        "the session",
        "people present",
    ]


def test_without_intervals_check_ins_are_marks() -> None:
    assert words_in(presence_curve(a_presence((), -2, 0.5, 0.7), WORDING, form="svg")) == [
        *("−4", "−3", "−2", "−1"),
        "Minutes from the start of the session",
        "Check-ins in a minute",
        "Session 1, Quality systems: check-ins",
        "the session",
        "check-ins in a minute",
    ]


def test_same_facts_same_bytes() -> None:
    for form in ("png", "svg"):
        assert draw(a_matrix(), form) == draw(a_matrix(), form)
        curve = a_presence((1, 4, 2))
        assert presence_curve(curve, WORDING, form=form) == presence_curve(curve, WORDING, form=form)


def test_where_there_is_nothing_the_picture_says_so() -> None:
    nobody = "There is nothing to draw: no session is over yet, or nobody has a place."
    assert words_in(draw(build_matrix({}, SESSIONS), "svg")) == [nobody]
    assert words_in(draw(build_matrix({1: []}, ()), "svg")) == [nobody]
    assert words_in(presence_curve(a_presence(), WORDING, form="svg")) == [
        "There is nothing to draw: neither presence nor check-ins were recorded for this session."
    ]
    assert size_of(presence_curve(a_presence(), WORDING)) == (880, 132)


@pytest.mark.parametrize(
    ("title", "head"),
    [
        (
            "WHO Virtual cGMP Training Marathon, 6th edition",
            r"WHO Virtual .*: attendance of 50 participants in 2 sessions",
        ),
        ("Sustained excellence " * 20, r"Sustained excellence .*…"),
        ("王" * 200, r"王+…"),
    ],
)
def test_the_headline_ends_inside_the_picture(title: str, head: str) -> None:
    drawn = attendance_picture(a_matrix(50), WORDING, title=title, names={}, form="svg")
    line = next(word for word in words_in(drawn) if word[:1] == title[:1])
    assert re.fullmatch(head, line)
    assert blank_after_head(title) >= 20


def blank_after_head(title: str) -> int:
    """Pixels between the headline's end and the picture's edge."""
    drawn = attendance_picture(a_matrix(50), WORDING, title=title, names={}, form="png")
    width, _ = size_of(drawn)
    head = Image.open(BytesIO(drawn)).convert("L").crop((0, 0, width, 60))
    box = ImageChops.invert(head).getbbox()
    assert box is not None
    return width - box[2]
