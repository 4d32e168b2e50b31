"""Feeds over HTTP: what is fetched, what is not sent again, and what is refused."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from bot.web.facts import PersonalFetch
from sessions.calendar.feed import PersonalFacts, personal_feed, public_feed
from sessions.calendar.token import make_token
from tests.bot.web.houses import KEY, NOW, House, a_client
from tests.sessions.calendar.builders import moved, some_facts, with_session, without_session

FEED = "/calendar/who-cgmp-2025.ics"
LATER = datetime(2025, 9, 9, 18, 0, 0, 500_000, tzinfo=UTC)


async def test_a_fetch_gives_the_feed_with_everything_a_client_needs_to_ask_again() -> None:
    async with a_client(House()) as client, client.get(FEED) as answer:
        body = await answer.read()
        headers = {name: value for name, value in answer.headers.items() if name not in {"Date", "Etag"}}
    assert (answer.status, body) == (200, public_feed(some_facts()))
    assert headers == {
        "Content-Type": "text/calendar; charset=utf-8",
        "Server": "Marathon",
        "Content-Length": str(len(body)),
        "Last-Modified": "Mon, 02 Jun 2025 08:30:00 GMT",
        "Cache-Control": "public, no-cache",
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }


async def test_two_fetches_and_a_restart_give_the_same_bytes_tag_and_moment() -> None:
    seen = set()
    for house in (House(), House()):
        async with a_client(house) as client:
            for _ in range(2):
                async with client.get(FEED) as answer:
                    seen.add((await answer.read(), answer.headers["ETag"], answer.headers["Last-Modified"]))
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("If-None-Match", "{tag}", 304),
        ("If-None-Match", "W/{tag}", 304),
        ("If-None-Match", '"other", {tag}', 304),
        ("If-None-Match", 'W/"other",W/{tag} , "third"', 304),
        ("If-None-Match", "*", 304),
        ("If-None-Match", "{bare}", 304),
        ("If-None-Match", '"{bare}-gzip"', 304),
        ("If-None-Match", '"other"', 200),
        ("If-None-Match", '"other, {bare}"', 200),
        ("If-None-Match", "", 200),
        ("If-Modified-Since", "Mon, 02 Jun 2025 08:30:00 GMT", 304),
        ("If-Modified-Since", "Tue, 03 Jun 2025 08:30:00 GMT", 304),
        ("If-Modified-Since", "Monday, 02-Jun-25 08:30:00 GMT", 304),
        ("If-Modified-Since", "Mon, 02 Jun 2025 08:29:59 GMT", 200),
        ("If-Modified-Since", "yesterday", 200),
    ],
)
async def test_who_has_the_feed_is_told_so_without_a_body(field: str, value: str, status: int) -> None:
    async with a_client(House()) as client:
        async with client.get(FEED) as first:
            tag = first.headers["ETag"]
        asked = {field: value.format(tag=tag, bare=tag.strip('"'))}
        async with client.get(FEED, headers=asked) as answer:
            body = await answer.read()
    assert (answer.status, len(body) > 0) == (status, status == 200)
    assert [answer.headers.get(name) for name in ("ETag", "Last-Modified", "Cache-Control", "Vary")] == [
        first.headers.get(name) for name in ("ETag", "Last-Modified", "Cache-Control", "Vary")
    ]


async def test_the_tag_wins_over_the_moment() -> None:
    asked = {"If-None-Match": '"old"', "If-Modified-Since": "Tue, 03 Jun 2025 08:30:00 GMT"}
    async with a_client(House()) as client, client.get(FEED, headers=asked) as answer:
        assert answer.status == 200


async def test_head_says_what_get_would_without_a_body() -> None:
    async with a_client(House()) as client:
        async with client.get(FEED) as got:
            await got.read()
        async with client.head(FEED) as headed:
            body = await headed.read()
    assert (headed.status, body) == (200, b"")
    assert {**headed.headers, "Date": ""} == {**got.headers, "Date": ""}


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        (None, None),
        ("gzip", "gzip"),
        ("deflate, GZIP;q=0.5", "gzip"),
        ("br, x-gzip", "gzip"),
        ("gzip;q=0", None),
        ("identity", None),
        ("*", None),
    ],
)
async def test_gzip_only_when_it_is_asked_for(accepted: str | None, coding: str | None) -> None:
    headers = {"Accept-Encoding": accepted} if accepted else {}
    async with a_client(House()) as client, client.get(FEED, headers=headers) as answer:
        body = await answer.read()
    assert answer.headers.get("Content-Encoding") == coding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert (gzip.decompress(body) if coding else body) == public_feed(some_facts())


async def test_codings_have_tags_of_their_own() -> None:
    asked = {"Accept-Encoding": "gzip"}
    async with a_client(House()) as client, client.get(FEED) as plain, client.get(FEED, headers=asked) as packed:
        assert packed.headers["ETag"] == plain.headers["ETag"][:-1] + '-gzip"'


async def test_bytes_are_built_once_per_change_whatever_is_committed_beside() -> None:
    house = House()
    async with a_client(house) as client:
        for _ in range(3):
            async with client.get(FEED) as answer:
                before = answer.headers["ETag"]
            house.public_feeds.invalidate()
        assert house.source.asked == 1
        house.change(with_session(some_facts(), moved(some_facts().sessions[0], timedelta(hours=1), LATER)))
        async with client.get(FEED, headers={"If-None-Match": before}) as answer:
            said = (answer.status, answer.headers["Last-Modified"], house.source.asked)
    assert said == (200, "Tue, 09 Sep 2025 18:00:00 GMT", 2)


async def test_last_modified_never_goes_back() -> None:
    house = House()
    changed = with_session(some_facts(), moved(some_facts().sessions[0], timedelta(hours=1), LATER))
    async with a_client(house) as client:
        moments = []
        for facts in (some_facts(), changed, without_session(changed, 41, LATER), some_facts()):
            house.change(facts)
            async with client.get(FEED) as answer:
                moments.append(answer.headers["Last-Modified"])
    assert moments == ["Mon, 02 Jun 2025 08:30:00 GMT", *["Tue, 09 Sep 2025 18:00:00 GMT"] * 3]


async def test_every_wrong_address_gets_the_same_answer() -> None:
    wrong = [
        "/calendar/p/" + make_token(KEY, 7, 2) + ".ics",  # revoked, or not yet given
        "/calendar/p/" + make_token(KEY, 8, 1) + ".ics",  # nobody
        "/calendar/p/" + make_token(KEY[::-1], 7, 1) + ".ics",  # forged
        "/calendar/p/x.ics",
        "/calendar/p/%E2%80%AE.ics",
        "/calendar/nothing.ics",
        "/calendar/who-cgmp-2025/nobody.ics",
    ]
    answers = set()
    async with a_client(House()) as client:
        for path in wrong:
            async with client.get(path) as answer:
                headers = sorted((name, value) for name, value in answer.headers.items() if name != "Date")
                answers.add((answer.status, await answer.read(), tuple(headers)))
    assert [status for status, *_ in answers] == [404]


async def test_a_personal_feed_is_private_and_its_fetch_is_noted_without_an_address() -> None:
    house = House()
    path = f"/calendar/p/{make_token(KEY, 7, 1)}.ics"
    async with a_client(house) as client:
        async with client.get(path, headers={"User-Agent": "iOS/18.0 (22A3354) dataaccessd/1.0"}) as answer:
            body, tag = await answer.read(), answer.headers["ETag"]
        async with client.get(path, headers={"If-None-Match": tag, "User-Agent": "Mozilla/5.0 Thunderbird/128"}):
            pass
        async with client.head(path):
            pass
    assert (body, answer.headers["Cache-Control"]) == (
        personal_feed(some_facts(), PersonalFacts()),
        "private, no-cache",
    )
    changed = datetime(2025, 6, 2, 8, 30, tzinfo=UTC)
    assert house.fetches == [
        PersonalFetch(participant=7, version=tag.strip('"'), changed=changed, family=family, at=NOW)
        for family in ("apple", "thunderbird")
    ]


async def test_a_new_generation_revokes_the_old_address_at_once() -> None:
    house = House()
    statuses = []
    async with a_client(house) as client:
        for generation in (1, 2):
            house.generations[7] = generation
            house.personal_feeds.invalidate()
            for asked in (1, 2):
                async with client.get(f"/calendar/p/{make_token(KEY, 7, asked)}.ics") as answer:
                    statuses.append(answer.status)
    assert statuses == [200, 404, 404, 200]


async def test_a_group_has_a_feed_of_its_own() -> None:
    house = House()
    house.feeds["who-cgmp-2025/asia"] = some_facts(some_facts().sessions[2])
    async with a_client(house) as client, client.get("/calendar/who-cgmp-2025/asia.ics") as answer:
        assert await answer.read() == public_feed(some_facts(some_facts().sessions[2]))


async def test_writing_to_a_feed_is_not_allowed() -> None:
    async with a_client(House()) as client, client.post(FEED) as answer:
        assert (answer.status, answer.headers["Allow"]) == (405, "GET,HEAD")


@pytest.mark.parametrize("asked", [{}, {"If-None-Match": "*"}, {"Accept-Encoding": "gzip"}])
async def test_a_connection_that_closes_gets_the_answer_that_one_that_stays_gets(asked: dict[str, str]) -> None:
    answers = []
    async with a_client(House()) as client:
        for connection in ("keep-alive", "close"):
            async with client.get(FEED, headers={**asked, "Connection": connection}) as answer:
                body = await answer.read()
            headers = {name.lower(): value for name, value in answer.headers.items()}
            answers.append((answer.status, body, {**headers, "date": "", "connection": ""}))
    assert answers[0] == answers[1]
