"""A person's own page behind a secret address, without JavaScript: status, programme, progress, answers.

The secret in the path is what proves who asks, so that it guards the forms, too: another site cannot post to an
address that it does not know (OWASP, Cross-Site Request Forgery Prevention). Nothing of the page is kept anywhere
(``no-store``), and no address of it leaves with a link (``no-referrer``).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from aiohttp import web

from bot.completion import word_standing
from bot.dates import say_day, say_hour, say_moment
from bot.refusals import explain
from bot.selection_reasons import say_reasons
from bot.web.appeal_form import Contested, NotTaken, read_form
from bot.web.facts import WebFacts
from bot.web.pages import (
    accepted,
    choose_language,
    choose_region,
    keep_choice,
    make_page,
    message_page,
    missing_page,
)
from sessions.domain.appeal_files import KINDS, MAXIMUM_BYTES, TEXT_LENGTH
from sessions.domain.completion import Completion
from sessions.domain.programme import Session
from sessions.domain.reasons import Reason
from sessions.domain.refusals import FileTooLarge, Refusal

ACTIONS = ("accept", "decline", "withdraw", "confirm", "forget")
_UNSURE = {"withdraw": "personal-no-consent", "forget": "personal-forget-unsure"}
"""What is done only with its box ticked -> what is said without."""
_MEDIA_TYPES = {"pdf": "application/pdf", "jwt": "application/vc+jwt", "json": "application/json"}
_NOTHING_TYPED = Contested()
_TOKEN = r"{token:[1-9a-z][0-9a-z]{0,12}-[A-Za-z0-9_-]{32}}"
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeAppeal:
    """``status``: the end of a text's key. ``reason``: the organisers', once they have decided."""

    session: Session
    status: str
    at: datetime
    text: str | None
    file: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCertificate:
    serial: str
    title: str
    issued: datetime
    verify_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalPage:
    """What one person may see of themselves. ``lines``: a session and what became of it there, as the end of a text's
    key; ``progress``: (title, how it stands) of each rule."""

    title: str
    name: str
    email: str
    confirmed: bool
    status: str
    rank: int
    deadline: datetime | None
    offers_until: datetime | None
    zone: str
    language: str
    reasons: tuple[Reason, ...]
    can_withdraw: bool
    lines: tuple[tuple[Session, str], ...]
    progress: tuple[tuple[str, Completion], ...]
    calendar: str | None
    code: str | None
    contestable: tuple[tuple[Session, datetime], ...] = ()
    """Sessions whose verdict can be contested, each with until when."""
    appeals: tuple[MadeAppeal, ...] = ()
    certificates: tuple[OwnCertificate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalFacts:
    """``find``: the page of a token that holds. ``act``: one of ``ACTIONS``; None when it is done. ``appeal``: the same
    of a form. ``certificate``: of a token, a serial and ``pdf`` or ``jwt``; None: this person holds no such one."""

    find: Callable[[str], Awaitable[PersonalPage | None]]
    act: Callable[[str, str], Awaitable[Refusal | None]]
    appeal: Callable[[str, Contested], Awaitable[Refusal | None]]
    certificate: Callable[[str, str, str], Awaitable[bytes | Refusal | None]]
    data: Callable[[str], Awaitable[bytes | None]]
    """Everything held on the person, as JSON."""


def routes(facts: WebFacts, personal: PersonalFacts) -> list[web.AbstractRouteDef]:
    async def show(request: web.Request) -> web.StreamResponse:
        return await _show(request, facts, personal, None)

    async def act(request: web.Request) -> web.StreamResponse:
        """Done: back to the page by GET, so that reloading repeats nothing (RFC 9110 section 15.4.4)."""
        token, action = request.match_info["token"], request.match_info["action"]
        if _is_foreign(request):
            return missing_page(facts, request)
        if action in _UNSURE and (await request.post()).get("sure") != "yes":
            return await _show(request, facts, personal, _UNSURE[action])
        if await personal.find(token) is None:
            return missing_page(facts, request)
        refusal = await personal.act(token, action)
        if refusal is None and action == "forget":
            return _forgotten(request, facts)
        return _done(request) if refusal is None else await _show(request, facts, personal, refusal)

    async def data(request: web.Request) -> web.StreamResponse:
        held = await personal.data(request.match_info["token"])
        return missing_page(facts, request) if held is None else _file("my-data", "json", held)

    async def contest(request: web.Request) -> web.StreamResponse:
        """Nothing of a form is read before its address is known to hold."""
        token = request.match_info["token"]
        if _is_foreign(request) or await personal.find(token) is None:
            return missing_page(facts, request)
        form = await read_form(request)
        typed, refusal = (form.typed, form.refusal) if isinstance(form, NotTaken) else (form, None)
        refusal = refusal or await personal.appeal(token, typed)
        return _done(request) if refusal is None else await _show(request, facts, personal, refusal, typed)

    async def certificate(request: web.Request) -> web.StreamResponse:
        token, serial, kind = (request.match_info[name] for name in ("token", "serial", "kind"))
        found = await personal.certificate(token, serial, kind)
        if found is None:
            return missing_page(facts, request)
        return _file(serial, kind, found) if isinstance(found, bytes) else await _show(request, facts, personal, found)

    return [
        web.get(f"/p/{_TOKEN}", show),
        web.get(f"/p/{_TOKEN}/certificate/{{serial:[A-Z0-9-]{{1,24}}}}.{{kind:pdf|jwt}}", certificate),
        web.get(f"/p/{_TOKEN}/my-data.json", data),
        web.post(f"/p/{_TOKEN}/appeal", contest),
        web.post(f"/p/{_TOKEN}/{{action:{'|'.join(ACTIONS)}}}", act),
    ]


def _is_foreign(request: web.Request) -> bool:
    """Whether the browser says that another site's page sent the form (W3C, Fetch Metadata). The secret address guards
    already; this holds where it has leaked."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")


def _forgotten(request: web.Request, facts: WebFacts) -> web.Response:
    """The last thing said under an address that holds no more."""
    response = message_page(facts, request, "personal-forgotten", status=200)
    response.headers["Cache-Control"] = "no-store"
    return response


def _done(request: web.Request) -> web.Response:
    here = f"/p/{request.match_info['token']}{keep_choice(request)}"
    return web.Response(status=303, headers={"Location": here, "Cache-Control": "no-store"})


def _file(name: str, kind: str, content: bytes) -> web.Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{kind}"',
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Content-Type": _MEDIA_TYPES[kind],
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
        "Server": "Marathon",
    }
    return web.Response(body=content, headers=headers)


async def _show(
    request: web.Request,
    facts: WebFacts,
    personal: PersonalFacts,
    refused: Refusal | str | None,
    typed: Contested = _NOTHING_TYPED,
) -> web.StreamResponse:
    token = request.match_info["token"]
    page = await personal.find(token)
    if page is None:
        return missing_page(facts, request)
    wanted = accepted(request, page.language)
    language = choose_language(wanted, facts.languages, facts.default_language)
    region = choose_region(wanted, language)
    until = "none" if page.offers_until is None else say_moment(page.offers_until, page.zone, region)
    deadline = "none" if page.deadline is None else say_moment(page.deadline, page.zone, region)
    zone = page.zone

    def stand(completion: Completion) -> str:
        show = partial(say_moment, zone=zone, region=region)
        return word_standing(completion, partial(_say, facts, language), show)

    values: dict[str, object] = {
        "page": page,
        "here": f"/p/{token}",
        "choice": keep_choice(request),
        "status": facts.wording.text(
            f"personal-status-{page.status}", language, rank=page.rank, deadline=deadline, until=until
        ),
        "progress": [(title, stand(one)) for title, one in page.progress],
        "reasons": say_reasons(page.reasons, facts.wording, language),
        "refusal": _sentence(facts, refused, language, page.zone, region),
        "lines": [_line(session, mark, page.zone, region) for session, mark in page.lines],
        "contestable": [(one, say_moment(until, page.zone, region)) for one, until in page.contestable],
        "appeals": [(one, say_moment(one.at, page.zone, region)) for one in page.appeals],
        "certificates": [(one, say_day(one.issued, page.zone, region)) for one in page.certificates],
        "typed": typed,
        "limits": {"characters": TEXT_LENGTH, "megabytes": MAXIMUM_BYTES // (1024 * 1024), "kinds": ", ".join(KINDS)},
    }
    response = make_page(facts, "personal.html", language, status=_status(refused), values=values)
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _say(facts: WebFacts, language: str, key: str, **said: object) -> str:
    return facts.wording.text(key, language, **said)


def _status(refused: Refusal | str | None) -> int:
    if refused is None:
        return 200
    return 413 if isinstance(refused, FileTooLarge) else 409


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
