"""A web face over programmes that live in memory: the real application, only the storage behind it is not there."""

from collections.abc import AsyncIterator, Hashable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiohttp import DummyCookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from bot.web.application import build_web
from bot.web.calendar import PERSONAL, PUBLIC
from bot.web.facts import Health, PersonalFetch, PublicProgramme, WebFacts
from bot.web.shelf import Feed, FeedShelf
from bot.wording import Wording
from config import texts
from sessions.calendar.feed import CalendarFacts, PersonalFacts, last_change, personal_feed, public_feed
from sessions.calendar.token import read_participant, token_holds
from tests.sessions.calendar.builders import some_facts

WORDING = Wording(texts.catalogue, isolating=True)
KEY = bytes(range(32))
NOW = datetime(2025, 9, 10, 6, 0, tzinfo=UTC)


@dataclass
class PublicSource:
    """Feeds of the house's programmes; ``asked`` counts how often bytes had to be built."""

    house: "House"
    asked: int = 0

    async def version(self, key: str) -> Hashable | None:
        return self.house.feeds.get(key)

    async def feed(self, key: str) -> Feed | None:
        self.asked += 1
        facts = self.house.feeds[key]
        return Feed(body=public_feed(facts), changed=last_change(facts))


@dataclass
class PersonalSource:
    """Feeds of the house's participants, behind tokens."""

    house: "House"

    async def version(self, key: str) -> Hashable | None:
        participant = read_participant(key)
        generation = self.house.generations.get(participant or 0)
        if not token_holds(key, KEY, generation):
            return None
        return (self.house.feeds["who-cgmp-2025"], participant)

    async def feed(self, key: str) -> Feed | None:
        facts, personal = self.house.feeds["who-cgmp-2025"], PersonalFacts()
        return Feed(
            body=personal_feed(facts, personal),
            changed=last_change(facts, personal),
            participant=read_participant(key),
        )


@dataclass
class House:
    feeds: dict[str, CalendarFacts] = field(default_factory=lambda: {"who-cgmp-2025": some_facts()})
    programmes: dict[str, PublicProgramme] = field(default_factory=dict)
    generations: dict[int, int] = field(default_factory=lambda: {7: 1})
    fetches: list[PersonalFetch] = field(default_factory=list)
    checks: Mapping[str, str | None] = field(default_factory=lambda: {"database": None})
    now: datetime = NOW
    public_url: str = "https://marathon.example"

    def __post_init__(self) -> None:
        self.source = PublicSource(self)
        self.public_feeds = FeedShelf(self.source, cache_control=PUBLIC)
        self.personal_feeds = FeedShelf(PersonalSource(self), cache_control=PERSONAL)
        for key, facts in self.feeds.items():
            self.programmes.setdefault(key, a_public_programme(key, facts))

    def change(self, facts: CalendarFacts) -> None:
        """A commit: other facts, and the shelves are told."""
        self.feeds[facts.marathon] = facts
        self.public_feeds.invalidate()
        self.personal_feeds.invalidate()

    async def find(self, marathon: str) -> PublicProgramme | None:
        return self.programmes.get(marathon)

    async def everything(self) -> tuple[PublicProgramme, ...]:
        return tuple(self.programmes.values())

    async def health(self) -> Health:
        return Health(checks=self.checks)

    def facts(self) -> WebFacts:
        return WebFacts(
            public_url=self.public_url,
            languages=texts.languages(),
            wording=WORDING,
            now=lambda: self.now,
            find_programme=self.find,
            list_programmes=self.everything,
            public_feeds=self.public_feeds,
            personal_feeds=self.personal_feeds,
            note_fetch=self.fetches.append,
            check_health=self.health,
        )


def a_public_programme(key: str, facts: CalendarFacts) -> PublicProgramme:
    return PublicProgramme(
        key=key,
        title=facts.name,
        zone="Europe/Zurich",
        language="en",
        sessions=facts.sessions,
        theme="Building Blocks for Sustained Excellence",
        organiser="Local Production & Assistance Unit",
    )


@asynccontextmanager
async def a_client(house: House) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    """A client on a real socket that undoes no coding and keeps no cookie."""
    client = TestClient(
        TestServer(build_web(house.facts())),
        cookie_jar=DummyCookieJar(),
        auto_decompress=False,
        skip_auto_headers={"Accept-Encoding", "Accept"},
    )
    async with client:
        yield client
