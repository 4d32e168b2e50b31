"""What the web face needs from the rest of the house; ``app`` hands it in."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.web.shelf import FeedShelf
from bot.wording import Wording
from sessions.domain.programme import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicProgramme:
    """What anybody may know of a marathon. Join links in ``sessions`` are never shown."""

    key: str
    title: str
    zone: str
    language: str
    sessions: tuple[Session, ...]
    theme: str | None = None
    organiser: str | None = None
    description: str | None = None
    website: str | None = None
    apply_url: str | None = None
    """The chat server's invitation, where there is one."""
    applications_open: datetime | None = None
    applications_close: datetime | None = None
    groups: tuple[tuple[str, str], ...] = ()
    """(key, title) of the cohorts that have a feed of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalFetch:
    """A calendar program fetched a personal feed, or learned that it has the latest; no address is kept."""

    participant: int
    version: str
    """The feed's entity tag, without quotes and coding."""
    changed: datetime
    """The last change that the fetched feed contains."""
    family: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """``checks``: what was looked at -> None when it is well, else what is wrong in a few words without secrets."""

    checks: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        return all(problem is None for problem in self.checks.values())


FindProgramme = Callable[[str], Awaitable[PublicProgramme | None]]
"""The announced marathon with this key."""
ListProgrammes = Callable[[], Awaitable[tuple[PublicProgramme, ...]]]
"""All announced marathons, the next or newest first."""
NoteFetch = Callable[[PersonalFetch], None]
"""Takes note at once and never waits; called for every personal feed served."""
CheckHealth = Callable[[], Awaitable[Health]]
CountFeed = Callable[[str, str], None]
"""Counts one feed that was asked for (``public``, ``personal``) and the answer (``200``, ``304``, ``404``)."""


def _count_nothing(_feed: str, _answer: str) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebFacts:
    """``public_feeds`` is asked for a marathon's key, or ``key/group`` for a group's feed; ``personal_feeds`` for a
    token. ``languages`` are those with texts, ``default_language`` that of pages which belong to no marathon, for
    readers in whose languages there are none; ``public_url`` is how the outside reaches this server."""

    public_url: str
    languages: tuple[str, ...]
    wording: Wording
    now: Callable[[], datetime]
    find_programme: FindProgramme
    list_programmes: ListProgrammes
    public_feeds: FeedShelf
    personal_feeds: FeedShelf
    note_fetch: NoteFetch
    check_health: CheckHealth
    default_language: str = "en"
    count_feed: CountFeed = _count_nothing
