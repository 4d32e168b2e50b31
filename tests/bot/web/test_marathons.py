"""Public pages without a browser: what a reader without JavaScript gets."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

from sessions.domain.programme import Session
from tests.bot.web.houses import House, a_client
from tests.sessions.calendar.builders import a_session, cancelled, some_facts

PAGE = "/m/who-cgmp-2025"


async def fetch(house: House, path: str = PAGE, **headers: str) -> str:
    async with a_client(house) as client, client.get(path, headers=headers) as answer:
        return await answer.text()


def said(html: str) -> str:
    """What is read aloud: no tags, single spaces, no isolation marks."""
    return " ".join(re.sub("[\u2068\u2069]", "", unescape(re.sub("<[^>]*>", " ", html))).split())


def a_house(*sessions: Session, **programme: Any) -> House:
    house = House(feeds={"who-cgmp-2025": some_facts(*sessions)})
    house.programmes["who-cgmp-2025"] = replace(house.programmes["who-cgmp-2025"], **programme)
    return house


async def test_the_page_says_the_programme_in_its_own_zone_and_the_next_session() -> None:
    text = said(await fetch(House()))
    assert "Next session Pharmaceutical quality systems Tuesday, 16 September 2025 14:00 – 16:00" in text
    assert "Times are in Europe/Zurich." in text
    assert "1 Tuesday, 9 September 2025 14:00 – 16:00 Data integrity" in text


async def test_a_session_under_way_is_said_to_be_now() -> None:
    house = House(now=datetime(2025, 9, 9, 13, 59, 59, tzinfo=UTC))
    assert "Now Data integrity" in said(await fetch(house))


async def test_a_cancelled_session_is_marked_and_never_the_next() -> None:
    sessions = (a_session(1), cancelled(a_session(2), datetime(2025, 9, 1, tzinfo=UTC)), a_session(3))
    text = said(await fetch(a_house(*sessions)))
    assert "Cancelled Pharmaceutical quality systems" in text
    assert "Next session Cleaning validation" in text


async def test_a_session_over_midnight_names_the_day_of_its_end() -> None:
    late = replace(a_session(2), start=datetime(2025, 9, 16, 21, tzinfo=UTC), duration=timedelta(hours=2))
    text = said(await fetch(a_house(late)))
    assert "Tuesday, 16 September 2025 23:00 – 01:00, Wednesday, 17 September 2025" in text


async def test_join_links_are_never_on_the_page() -> None:
    assert "meet.example" not in await fetch(House())


async def test_the_ways_to_subscribe_carry_the_feeds_address() -> None:
    links = [unescape(link) for link in re.findall(r'class="button" href="([^"]*)"', await fetch(House()))]
    assert links == [
        "webcal://marathon.example/calendar/who-cgmp-2025.ics",
        "https://calendar.google.com/calendar/render"
        "?cid=webcal%3A%2F%2Fmarathon.example%2Fcalendar%2Fwho-cgmp-2025.ics",
        "https://outlook.live.com/calendar/0/addfromweb"
        "?url=https%3A%2F%2Fmarathon.example%2Fcalendar%2Fwho-cgmp-2025.ics"
        "&name=WHO%20Virtual%20cGMP%20Training%20Marathon%202025",
    ]


async def test_applying_is_said_as_the_moment_has_it() -> None:
    opens, closes = datetime(2025, 7, 1, 10, tzinfo=UTC), datetime(2025, 8, 15, 21, 59, tzinfo=UTC)
    sentences = []
    for now in (datetime(2025, 6, 1, tzinfo=UTC), datetime(2025, 7, 1, 10, tzinfo=UTC), closes):
        house = a_house(applications_open=opens, applications_close=closes)
        house.now = now
        match = re.search(r"Applications [^.]*\.", said(await fetch(house)))
        sentences.append(match[0].replace("\u202f", " ") if match else "")
    assert sentences == [
        "Applications open on 1 July 2025, 12:00 (Europe/Zurich).",
        "Applications are open until 15 August 2025, 23:59 (Europe/Zurich).",
        "Applications closed on 15 August 2025, 23:59 (Europe/Zurich).",
    ]


async def test_people_s_texts_cannot_become_markup() -> None:
    house = a_house(a_session(1, title="<script>alert(1)</script>", speakers=("<b>",)), title='"><img src=x>')
    html = await fetch(house)
    assert re.findall(r"<(?:script>|img|b>)", html) == []


async def test_pages_let_nothing_foreign_in_and_set_no_cookie() -> None:
    async with a_client(House()) as client, client.get(PAGE) as answer:
        headers = answer.headers
    assert "Set-Cookie" not in headers
    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


async def test_the_first_page_lists_the_marathons_or_says_that_there_are_none() -> None:
    assert "9 September 2025 to Tuesday, 23 September 2025 · 3 sessions" in said(await fetch(House(), "/"))
    empty = House(feeds={})
    assert "No marathon is announced here yet." in said(await fetch(empty, "/"))


async def test_an_empty_programme_says_that_it_will_come() -> None:
    assert "The sessions are not published yet." in said(await fetch(a_house(sessions=())))


async def test_what_is_not_there_is_a_page_too() -> None:
    async with a_client(House()) as client:
        for path in ("/m/other", "/m/Other", "/wp-login.php", "/static/../facts.py", "/static/none.css"):
            async with client.get(path) as answer:
                assert (path, answer.status, "Nothing here" in await answer.text()) == (path, 404, True)
