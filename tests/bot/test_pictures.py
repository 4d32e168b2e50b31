"""Pictures: what they show, and that the same facts give the same bytes."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.pictures import PictureFormat, audit_labels, audit_picture
from bot.wording import Wording
from config import texts
from sessions.domain.audit import HeatMap, Place, Slot, audit, heat_map, places_of_countries

WORDING = Wording(texts.catalogue)


def a_slot(number: int, day: int, cohort: str | None = None) -> Slot:
    start = datetime(2025, 9, day, 12, tzinfo=UTC)
    return Slot(
        number=number,
        cohort=cohort,
        start=start,
        end=start + timedelta(hours=2),
        wall=(start + timedelta(hours=2)).replace(tzinfo=None),
    )


def a_map(*countries: str) -> HeatMap:
    slots = (a_slot(1, 11), a_slot(2, 30, "east"))
    return heat_map(audit(slots, places_of_countries(countries, slots), "Europe/Zurich"))


def draw(found: HeatMap, form: PictureFormat, title: str = "A title") -> bytes:
    return audit_picture(found, WORDING, title=title, zone="Europe/Zurich", form=form)


def words_in(svg: bytes) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg.decode())


def test_the_picture_names_every_place_session_and_hour() -> None:
    assert words_in(draw(a_map("CH", "NZ"), "svg")) == [
        "Switzerland",
        "14:00",
        "14:00",
        "New Zealand (Auckland)",
        "00:00 +1",
        "01:00 +1",
        "New Zealand (Chatham)",
        "00:45 +1",
        "01:45 +1",
        "Programme (Europe/Zurich)",
        "1",
        "2025-09-11",
        "14:00",
        "2 · east",
        "2025-09-30",
        "14:00",
        "A title: local start of each session",
        "touches 00:00–06:00",
        "06:00–08:00 and 20:00–24:00",
        "08:00–20:00",
        "weekend there",
        "+1, −1: on the day after, or before, the programme's date",
    ]


@pytest.mark.parametrize("form", ["png", "svg"])
def test_the_same_facts_give_the_same_bytes(form: PictureFormat) -> None:
    assert draw(a_map("CH", "NZ", "AF"), form) == draw(a_map("CH", "NZ", "AF"), form)


def test_a_picture_of_nobody_is_still_a_picture() -> None:
    assert draw(HeatMap(slots=(), rows=()), "png")[:4] == b"\x89PNG"


def test_titles_are_words_and_neither_markup_nor_formulas() -> None:
    assert "$x_1$ <b>&: local start of each session" in [
        word.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        for word in words_in(draw(a_map("CH"), "svg", title="$x_1$ <b>&"))
    ]


def test_labels_count_what_they_cannot_name_and_put_most_people_first() -> None:
    slots = (a_slot(1, 11),)
    places = [
        Place(zone="Africa/Nairobi", country="KE", people=5),
        Place(zone="Africa/Addis_Ababa", country="ET", people=30),
        Place(zone="Africa/Dar_es_Salaam", country="TZ", people=2),
        Place(zone="Africa/Kampala", country="UG", people=1),
        Place(zone="Indian/Antananarivo", country="MG", people=1),
        Place(zone="Africa/Mogadishu", country="SO", people=1),
        Place(zone="Africa/Djibouti", country="DJ", people=1),
        Place(zone="Europe/Zurich", people=4),
    ]
    assert audit_labels(heat_map(audit(slots, places, "Europe/Zurich")), WORDING) == [
        "Zurich (4)",
        "Ethiopia, Kenya, Tanzania, Uganda, Madagascar, Somalia and 1 more (41)",
    ]
