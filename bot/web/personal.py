"""A person's own page behind a secret address, without JavaScript: status, programme, progress, answers.

The secret in the path is what proves who asks, so that it guards the forms, too: another site cannot post to an
address that it does not know (OWASP, Cross-Site Request Forgery Prevention). Nothing of the page is kept anywhere
(``no-store``), and no address of it leaves with a link (``no-referrer``).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from bot.refusals import explain
from bot.web.facts import WebFacts
from bot.web.pages import choose_language, choose_region, make_page, missing_page, say_day, say_hour, say_moment
from sessions.domain.programme import Session
from sessions.domain.refusals import ReasonNeeded, Refusal

ACTIONS = ("accept", "decline", "withdraw", "confirm")
_TOKEN = r"{token:[1-9a-z][0-9a-z]{0,12}-[A-Za-z0-9_-]{32}}"
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalPage:
    """What one person may see of themselves. ``lines``: a session and what became of it there, as the end of a text's
    key; ``progress``: (title, sentence) of each rule."""

    title: str
    name: str
    email: str
    confirmed: bool
    status: str
    rank: int
    deadline: datetime | None
    zone: str
    language: str
    reasons: tuple[str, ...]
    can_withdraw: bool
    lines: tuple[tuple[Session, str], ...]
    progress: tuple[tuple[str, str], ...]
    calendar: str | None
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalFacts:
    """``find``: the page of a token that holds. ``act``: one of ``ACTIONS``; None when it is done."""

    find: Callable[[str], Awaitable[PersonalPage | None]]
    act: Callable[[str, str], Awaitable[Refusal | None]]


def routes(facts: WebFacts, personal: PersonalFacts) -> list[web.AbstractRouteDef]:
    async def show(request: web.Request) -> web.StreamResponse:
        return await _show(request, facts, personal, None)

    async def act(request: web.Request) -> web.StreamResponse:
        """Done: back to the page by GET, so that reloading repeats nothing (RFC 9110 section 15.4.4)."""
        token, action = request.match_info["token"], request.match_info["action"]
        if action == "withdraw" and (await request.post()).get("sure") != "yes":
            refusal: Refusal | None = ReasonNeeded(event=action)
            return await _show(request, facts, personal, "personal-no-consent")
        if await personal.find(token) is None:
            return missing_page(facts, request)
        refusal = await personal.act(token, action)
        if refusal is None:
            return web.Response(status=303, headers={"Location": f"/p/{token}", "Cache-Control": "no-store"})
        return await _show(request, facts, personal, refusal)

    return [
        web.get(f"/p/{_TOKEN}", show),
        web.post(f"/p/{_TOKEN}/{{action:{'|'.join(ACTIONS)}}}", act),
    ]


async def _show(
    request: web.Request, facts: WebFacts, personal: PersonalFacts, refused: Refusal | str | None
) -> web.StreamResponse:
    token = request.match_info["token"]
    page = await personal.find(token)
    if page is None:
        return missing_page(facts, request)
    accepted = request.headers.get("Accept-Language")
    language = choose_language(accepted, facts.languages, page.language)
    region = choose_region(accepted, language)
    deadline = "none" if page.deadline is None else say_moment(page.deadline, page.zone, region)
    values: dict[str, object] = {
        "page": page,
        "here": f"/p/{token}",
        "status": facts.wording.text(f"personal-status-{page.status}", language, rank=page.rank, deadline=deadline),
        "refusal": _sentence(facts, refused, language, page.zone, region),
        "lines": [_line(session, mark, page.zone, region) for session, mark in page.lines],
    }
    response = make_page(facts, "personal.html", language, status=200 if refused is None else 409, values=values)
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _sentence(facts: WebFacts, refused: Refusal | str | None, language: str, zone: str, region: str) -> str | None:
    if refused is None or isinstance(refused, str):
        return None if refused is None else facts.wording.text(refused, language)
    return explain(refused, facts.wording, language, show=lambda moment: say_moment(moment, zone, region))


def _line(session: Session, mark: str, zone: str, region: str) -> dict[str, object]:
    return {
        "number": session.number,
        "title": session.title,
        "starts": f"{session.start:%Y-%m-%dT%H:%M:%SZ}",
        "day": say_day(session.start, zone, region),
        "hour": say_hour(session.start, zone, region),
        "mark": mark,
        "join": session.venue.join_url if mark == "ahead" else None,
    }
