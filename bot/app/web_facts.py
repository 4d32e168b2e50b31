"""What the web face is handed: programmes, feeds and health, read from the store."""

from collections.abc import Awaitable, Callable, Hashable
from dataclasses import replace
from datetime import datetime

from bot.calendar_words import words
from bot.clock import Clock
from bot.web.calendar import PERSONAL, PUBLIC
from bot.web.facts import CountFeed, Health, NoteFetch, PublicProgramme, WebFacts
from bot.web.shelf import Feed, FeedShelf, FeedSource
from bot.wording import Wording
from config import texts
from sessions.calendar.feed import CalendarFacts, last_change, public_feed
from sessions.services import programmes
from sessions.services.programmes import Planned
from sessions.storage.store import Change, Store


def build_facts(
    store: Store,
    *,
    wording: Wording,
    clock: Clock,
    public_url: str,
    check_health: Callable[[], Awaitable[Health]],
    personal_feeds: FeedSource,
    note_fetch: NoteFetch,
    count_feed: CountFeed,
    default_language: str = "en",
) -> WebFacts:
    """The facts; each shelf looks again after every commit that may change its feeds. Evidence changes personal
    feeds only: a storm of check-ins leaves the public ones alone."""
    public = FeedShelf(PublicFeeds(store, wording, public_url), cache_control=PUBLIC)
    personal = FeedShelf(personal_feeds, cache_control=PERSONAL)
    store.on_commit(lambda change: None if change is Change.EVIDENCE else public.invalidate())
    store.on_commit(lambda _: personal.invalidate())

    async def find(key: str) -> PublicProgramme | None:
        marathon = await programmes.find(store, key)
        if marathon is None or marathon.announced is None:
            return None
        return _public(await programmes.show(store, marathon.id))

    async def every() -> tuple[PublicProgramme, ...]:
        announced = [one for one in await programmes.every(store) if one.announced is not None]
        return tuple([_public(await programmes.show(store, one.id)) for one in reversed(announced)])

    return WebFacts(
        public_url=public_url,
        languages=texts.languages(),
        wording=wording,
        now=clock.now,
        find_programme=find,
        list_programmes=every,
        public_feeds=public,
        personal_feeds=personal,
        note_fetch=note_fetch,
        count_feed=count_feed,
        check_health=check_health,
        default_language=default_language,
    )


def _public(planned: Planned) -> PublicProgramme:
    programme = planned.marathon.programme
    return PublicProgramme(
        key=planned.marathon.key,
        title=programme.title,
        zone=programme.zone,
        language=programme.language,
        sessions=planned.sessions,
        theme=programme.theme,
        organiser=programme.organiser,
        description=programme.description,
        website=programme.website,
        applications_open=programme.applications.opens,
        applications_close=programme.applications.closes,
        groups=tuple((cohort.key, cohort.title) for cohort in programme.cohorts),
    )


class NoFeeds:
    """A shelf's source where nothing is."""

    async def version(self, key: str) -> Hashable | None:
        return None

    async def feed(self, key: str) -> Feed | None:
        return None


class PublicFeeds:
    """A marathon's public feed by its key, a cohort's by ``key/cohort``."""

    def __init__(self, store: Store, wording: Wording, public_url: str) -> None:
        self._store = store
        self._wording = wording
        self._public_url = public_url

    async def version(self, key: str) -> Hashable | None:
        planned = await self._planned(key)
        if planned is None:
            return None
        return (planned.marathon.programme, planned.sessions, planned.removed)

    async def feed(self, key: str) -> Feed | None:
        planned = await self._planned(key)
        if planned is None:
            return None
        marathon, cohort = planned.marathon, key.partition("/")[2]
        title = next((one.title for one in marathon.programme.cohorts if one.key == cohort), "")
        facts = CalendarFacts(
            marathon=marathon.key,
            name=" · ".join(part for part in (marathon.programme.title, title) if part),
            sessions=planned.sessions,
            changed=max([_since(planned), *(session.changed for session in planned.sessions)]),
            words=words(self._wording, marathon.programme.language),
            description=marathon.programme.description,
            url=f"{self._public_url}/m/{marathon.key}",
        )
        return Feed(body=public_feed(facts), changed=last_change(facts))

    async def _planned(self, key: str) -> Planned | None:
        marathon_key, _, cohort = key.partition("/")
        marathon = await programmes.find(self._store, marathon_key)
        if marathon is None or marathon.announced is None:
            return None
        planned = await programmes.show(self._store, marathon.id)
        if not cohort:
            return planned
        if cohort not in {one.key for one in marathon.programme.cohorts}:
            return None
        mine = tuple(session for session in planned.sessions if session.cohort in (None, cohort))
        return replace(planned, sessions=mine)


def _since(planned: Planned) -> datetime:
    """The last change that no session of the programme tells."""
    since = planned.marathon.announced or planned.marathon.created
    return since if planned.removed is None else max(since, planned.removed)
