"""Personal calendar feeds from the store, behind addresses that only the server's key can make; and who fetched."""

import asyncio
import logging
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from bot.web.facts import PersonalFetch
from bot.web.shelf import Feed
from bot.wording import Wording
from sessions.calendar.feed import (
    CalendarFacts,
    FeedWords,
    PersonalFacts,
    PersonalNote,
    last_change,
    personal_feed,
)
from sessions.calendar.subscription import personal_address
from sessions.calendar.token import make_token, read_participant, token_holds
from sessions.domain.attendance import Verdict
from sessions.services import calendars
from sessions.services.calendars import PersonalCalendar
from sessions.storage.calendars import Fetch, Holder
from sessions.storage.store import Store

logger = logging.getLogger(__name__)

PAUSE = 30.0
"""Real seconds between two savings of fetches: a save is a commit, and commits make feeds look again."""

_NOTES = {Verdict.PRESENT: "feed-present", Verdict.PARTIAL: "feed-partial", Verdict.EXCUSED: "feed-excused"}
"""What is said after a session; absence and open questions are not for calendars."""


def feed_address(public_url: str, key: bytes, holder: Holder) -> str:
    """The participant's secret address; the same at every time until it is renewed."""
    return personal_address(public_url, make_token(key, holder.participant, holder.generation))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalFeeds:
    """A shelf's source: a token's feed. Notes appear with the first commit after a session's end, at the latest when
    its check-in closes."""

    store: Store
    wording: Wording
    words: Callable[[str], FeedWords]
    """The feed's words in a language."""
    public_url: str
    key: bytes
    now: Callable[[], datetime]

    async def version(self, key: str) -> Hashable | None:
        """Everything that the bytes follow from; the same work for every token that does not hold."""
        facts = await self._facts(key)
        return None if facts is None else _Version(facts)

    async def feed(self, key: str) -> Feed | None:
        facts = await self._facts(key)
        if facts is None:
            return None
        return Feed(body=personal_feed(*facts), changed=last_change(*facts), participant=read_participant(key))

    async def _facts(self, token: str) -> tuple[CalendarFacts, PersonalFacts] | None:
        holder = await calendars.find_holder(self.store, read_participant(token) or 0)
        if not token_holds(token, self.key, None if holder is None else holder.generation) or holder is None:
            return None
        shown = await calendars.show(self.store, holder, now=self.now())
        return self._calendar(shown), self._personal(shown)

    def _calendar(self, shown: PersonalCalendar) -> CalendarFacts:
        programme, language = shown.marathon.programme, self._language(shown)
        since = shown.marathon.announced or shown.marathon.created
        since = since if shown.removed is None else max(since, shown.removed)
        return CalendarFacts(
            marathon=shown.marathon.key,
            name=self.wording.text("feed-personal-name", language, marathon=programme.title),
            sessions=shown.sessions,
            changed=max([since, *(session.changed for session in shown.sessions), *shown.evidenced.values()]),
            words=self.words(language),
            description=programme.description,
            url=f"{self.public_url.rstrip('/')}/m/{shown.marathon.key}",
        )

    def _language(self, shown: PersonalCalendar) -> str:
        """The participant's; the marathon's where there are no texts in theirs."""
        stated = shown.holder.language
        return stated if self.wording.speaks(stated) else shown.marathon.programme.language

    def _personal(self, shown: PersonalCalendar) -> PersonalFacts:
        ends = {session.id: session.end for session in shown.sessions}
        language = self._language(shown)
        return PersonalFacts(
            alarms=shown.alarms,
            notes={
                one.session_id: PersonalNote(
                    text=self.wording.text(_NOTES[one.verdict], language),
                    at=max(ends[one.session_id], shown.evidenced.get(one.session_id, ends[one.session_id])),
                )
                for one in shown.attendances
                if one.verdict in _NOTES
            },
        )


class _Version:
    """Facts that are compared and never hashed to anything finer: equal facts give equal bytes."""

    __slots__ = ("_facts",)

    def __init__(self, facts: tuple[CalendarFacts, PersonalFacts]) -> None:
        self._facts = facts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Version) and self._facts == other._facts

    def __hash__(self) -> int:
        return hash(self._facts[0].marathon)


class FetchNotes:
    """Remembers who fetched what, and saves it now and then. What is not saved when the process is killed is noted at
    the next fetch."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last: dict[tuple[int, str], str] = {}
        self._unsaved: dict[tuple[int, str], Fetch] = {}
        self._task: asyncio.Task[None] | None = None

    def note(self, fetch: PersonalFetch) -> None:
        """Takes note of a fetch whose version is news."""
        who = (fetch.participant, fetch.family)
        if self._last.get(who) != fetch.version:
            self._last[who] = fetch.version
            self._unsaved[who] = Fetch(
                participant=fetch.participant,
                family=fetch.family,
                version=fetch.version,
                content=fetch.changed,
                at=fetch.at,
            )

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="fetch notes")

    async def stop(self) -> None:
        """Saves what is left."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        await self.save()

    async def save(self) -> None:
        unsaved, self._unsaved = self._unsaved, {}
        try:
            await calendars.note_fetches(self._store, list(unsaved.values()))
        except Exception:
            self._unsaved = unsaved | self._unsaved
            raise

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(PAUSE)
            try:
                await self.save()
            except Exception:
                logger.exception("fetches of personal calendars could not be saved; they are kept for the next try")
