"""Calendar feeds over HTTP: the public feed of a marathon or group, and the personal feed behind a secret address."""

from aiohttp import web
from multidict import CIMultiDict

from bot.web.answers import fits
from bot.web.conditions import accepts_gzip, has_current
from bot.web.facts import CountFeed, PersonalFetch, WebFacts
from bot.web.families import client_family
from bot.web.shelf import FeedShelf, ShelvedFeed

PUBLIC = "public, no-cache"
"""Cache-Control of public feeds: kept anywhere, asked again each time (RFC 9111 §5.2.2.4)."""
PERSONAL = "private, no-cache"

_MARATHON = r"{marathon:[a-z0-9][a-z0-9-]*}"
_GROUP = r"{group:[a-z0-9][a-z0-9-]*}"
_MISSING = b"There is no such calendar. An address may have been replaced by a new one.\n"


def routes(facts: WebFacts) -> list[web.AbstractRouteDef]:
    public, personal = facts.public_feeds, facts.personal_feeds
    count = facts.count_feed

    async def serve_public(request: web.Request) -> web.StreamResponse:
        marathon = request.match_info["marathon"]
        return _counted(count, "public", _answer(request, await _find(public, marathon)))

    async def serve_group(request: web.Request) -> web.StreamResponse:
        key = f"{request.match_info['marathon']}/{request.match_info['group']}"
        return _counted(count, "public", _answer(request, await _find(public, key)))

    async def serve_personal(request: web.Request) -> web.StreamResponse:
        found = await _find(personal, request.match_info["token"])
        response = _counted(count, "personal", _answer(request, found))
        if found is not None and found.feed.participant is not None and request.method == "GET":
            facts.note_fetch(
                PersonalFetch(
                    participant=found.feed.participant,
                    version=found.plain.etag.strip('"'),
                    changed=found.feed.changed,
                    family=client_family(request.headers.get("User-Agent")),
                    at=facts.now(),
                )
            )
        return response

    return [
        web.get("/calendar/p/{token}.ics", serve_personal),
        web.get(f"/calendar/{_MARATHON}.ics", serve_public),
        web.get(f"/calendar/{_MARATHON}/{_GROUP}.ics", serve_group),
    ]


async def _find(shelf: FeedShelf, key: str) -> ShelvedFeed | None:
    return shelf.at_hand(key) or await shelf.find(key)


def _answer(request: web.Request, found: ShelvedFeed | None) -> web.StreamResponse:
    if found is None:
        return _missing()
    headers = request.headers
    coding = found.gzipped if accepts_gzip(headers.get("Accept-Encoding")) else found.plain
    if has_current(
        headers.get("If-None-Match"), headers.get("If-Modified-Since"), tags=found.tags, modified=found.modified
    ):
        return coding.ready_unchanged if fits(request) else web.Response(status=304, headers=coding.unchanged)
    return coding.ready if fits(request) else web.Response(body=coding.body, headers=coding.headers)


def _counted(count: CountFeed, feed: str, response: web.StreamResponse) -> web.StreamResponse:
    count(feed, str(response.status))
    return response


def _missing() -> web.Response:
    return web.Response(
        status=404,
        body=_MISSING,
        headers=CIMultiDict(
            {
                "Content-Type": "text/plain; charset=utf-8",
                "Cache-Control": "no-store",
                "X-Content-Type-Options": "nosniff",
                "Server": "Marathon",
            }
        ),
    )
