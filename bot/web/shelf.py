"""Calendar feeds, built once per change and served from memory.

A commit only says that something may have changed: ``invalidate`` counts it. The next reader asks the source for the
feed's version, which is cheap, and has the bytes built only when the version is another one. Readers who come
meanwhile wait for the same answer.
"""

import asyncio
import base64
import gzip
import hashlib
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from typing import Protocol

from multidict import CIMultiDict

from bot.web.answers import ReadyResponse

_GZIP_LEVEL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Bytes as they are sent. ``changed`` is the moment for Last-Modified: it must never go back, a restart included.

    ``participant`` is set for personal feeds: whose calendar fetched this.
    """

    body: bytes
    changed: datetime
    participant: int | None = None


class FeedSource(Protocol):
    """Where feeds come from; a key is a marathon's key or a personal token."""

    async def version(self, key: str) -> Hashable | None:
        """Equal as long as the feed's bytes are equal; None when there is no such feed (any more)."""
        ...

    async def feed(self, key: str) -> Feed | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One content coding of a feed, ready to be sent."""

    body: bytes
    etag: str
    headers: CIMultiDict[str]
    """Of a 200."""
    unchanged: CIMultiDict[str]
    """Of a 304 (RFC 9110 §15.4.5)."""
    ready: ReadyResponse
    ready_unchanged: ReadyResponse


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvedFeed:
    """A feed with everything that its answers need, computed once.

    ``tags`` are the opaque tags that If-None-Match may name, of both codings: strong tags differ by coding
    (RFC 9110 §8.8.3.3), and the comparison for 304 is the weak one.
    """

    feed: Feed
    modified: datetime
    """``feed.changed`` in whole seconds, as Last-Modified says it."""
    plain: Coding
    gzipped: Coding
    tags: frozenset[str]


@dataclass(slots=True)
class _Place:
    version: Hashable
    seen: int
    shelved: ShelvedFeed


class FeedShelf:
    """``cache_control`` is sent with every answer: what a shared cache may keep differs for personal feeds."""

    def __init__(self, source: FeedSource, *, cache_control: str) -> None:
        self._source = source
        self._cache_control = cache_control
        self._commits = 0
        self._places: dict[str, _Place] = {}
        self._under_way: dict[str, asyncio.Task[ShelvedFeed | None]] = {}
        self.built = 0

    def invalidate(self) -> None:
        """To be called after every commit, of this process or another."""
        self._commits += 1

    def at_hand(self, key: str) -> ShelvedFeed | None:
        """The feed if nothing was committed since it was last found right; None says nothing, ask ``find``."""
        place = self._places.get(key)
        return place.shelved if place is not None and place.seen == self._commits else None

    async def find(self, key: str) -> ShelvedFeed | None:
        """The feed as of now, or None when there is none."""
        at_hand = self.at_hand(key)
        if at_hand is not None:
            return at_hand
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.create_task(self._refresh(key))
            self._under_way[key] = task
            task.add_done_callback(lambda _: self._under_way.pop(key, None))
        return await asyncio.shield(task)

    async def _refresh(self, key: str) -> ShelvedFeed | None:
        while True:
            seen = self._commits
            found = await self._look(key, seen)
            if found is None or self._commits == seen:
                return found

    async def _look(self, key: str, seen: int) -> ShelvedFeed | None:
        version = await self._source.version(key)
        feed = None
        place = self._places.get(key)
        if version is not None:
            if place is not None and place.version == version:
                place.seen = seen
                return place.shelved
            feed = await self._source.feed(key)
        if version is None or feed is None:
            self._places.pop(key, None)
            return None
        shelved = shelve(feed, self._cache_control, not_before=place.shelved.modified if place else None)
        self._places[key] = _Place(version=version, seen=seen, shelved=shelved)
        self.built += 1
        return shelved


def shelve(feed: Feed, cache_control: str, *, not_before: datetime | None = None) -> ShelvedFeed:
    """Tags, moments, gzip and headers of a feed's answers; deterministic, so that a restart changes none of them."""
    modified = feed.changed.astimezone(UTC).replace(microsecond=0)
    if not_before is not None:
        modified = max(modified, not_before)
    digest = base64.urlsafe_b64encode(hashlib.sha256(feed.body).digest()[:18]).decode("ascii")
    packed = gzip.compress(feed.body, _GZIP_LEVEL, mtime=0)
    common = {
        "Last-Modified": format_datetime(modified, usegmt=True),
        "Cache-Control": cache_control,
        "Vary": "Accept-Encoding",
        "Server": "Marathon",
    }
    plain = _coding(feed.body, f'"{digest}"', common, {})
    gzipped = _coding(packed, f'"{digest}-gzip"', common, {"Content-Encoding": "gzip"})
    return ShelvedFeed(
        feed=feed,
        modified=modified,
        plain=plain,
        gzipped=gzipped,
        tags=frozenset({plain.etag, gzipped.etag}),
    )


def _coding(body: bytes, etag: str, common: dict[str, str], own: dict[str, str]) -> Coding:
    unchanged = CIMultiDict({"ETag": etag, **common})
    headers = CIMultiDict(
        {
            "Content-Type": "text/calendar; charset=utf-8",
            **unchanged,
            **own,
            "X-Content-Type-Options": "nosniff",
            "Content-Length": str(len(body)),
        }
    )
    return Coding(
        body=body,
        etag=etag,
        headers=headers,
        unchanged=unchanged,
        ready=ReadyResponse(HTTPStatus.OK, headers, body),
        ready_unchanged=ReadyResponse(HTTPStatus.NOT_MODIFIED, unchanged),
    )
