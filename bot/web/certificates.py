"""Verification of certificates, and everything that the signed credentials say is found here.

The four answers look, read and print differently, and each carries the moment of checking. Whoever asks for JSON gets
JSON. Serials cannot be guessed (80 random bits); the limit keeps guessing from costing anything.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from aiohttp import web

from bot.dates import say_date, say_moment
from bot.web.facts import WebFacts
from bot.web.limits import Limit
from bot.web.pages import (
    CONTENT_SECURITY_POLICY,
    accepted,
    asked_language,
    choose_region,
    chosen_tag,
    make_page,
    message_page,
)
from sessions.credentials.addresses import Addresses
from sessions.credentials.badge import make_profile
from sessions.credentials.keys import KeyRing
from sessions.credentials.statement import Standing, Statement, describe
from sessions.credentials.statuslist import list_credential
from sessions.domain.certificates import CertificateContent

JWT = "application/vc+jwt"
"""W3C Securing Verifiable Credentials using JOSE and COSE, §6.1."""
STATUS_CODES = {Standing.UNKNOWN: 404}
_ANYWHERE = {"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff", "Server": "Marathon"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """What these pages need besides ``WebFacts``. ``find_credential``: the signed statement of a serial;
    ``find_status_list``: places set and when that last changed; ``issuer``: who issues here."""

    keys: KeyRing
    find_statement: Callable[[str], Awaitable[Statement]]
    find_credential: Callable[[str], Awaitable[str | None]]
    find_status_list: Callable[[int], Awaitable[tuple[set[int], datetime] | None]]
    find_achievement: Callable[[str, str, int], Awaitable[CertificateContent | None]]
    find_issuer: Callable[[], Awaitable[str]]
    limit: Limit

    @property
    def addresses(self) -> Addresses:
        return self.keys.addresses


def routes(facts: WebFacts, certificates: CertificateFacts) -> list[web.AbstractRouteDef]:
    return [*_verification(facts, certificates), *_machine(certificates)]


def _verification(facts: WebFacts, certificates: CertificateFacts) -> list[web.AbstractRouteDef]:
    async def form(request: web.Request) -> web.Response:
        asked = request.query.get("serial", "").strip()
        if asked:
            return await answer(request, asked)
        language = asked_language(request, facts)
        values = {"result": None, "content": None, "asked": "", "choice": chosen_tag(request)}
        return _page(facts, language, values)

    async def one(request: web.Request) -> web.Response:
        return await answer(request, request.match_info["serial"])

    async def answer(request: web.Request, asked: str) -> web.Response:
        if not certificates.limit.allows(_reader(request)):
            return _too_many(facts, request)
        statement = await certificates.find_statement(asked[:200])
        status = STATUS_CODES.get(statement.standing, 200)
        if _wants_json(request.headers.get("Accept", "")):
            return web.json_response(describe(statement, certificates.addresses), status=status, headers=_ANYWHERE)
        language = asked_language(request, facts)
        values = _describe_page(statement, certificates.addresses, choose_region(accepted(request), language))
        return _page(facts, language, values | {"choice": chosen_tag(request)}, status=status)

    return [web.get("/verify", form), web.get("/verify/{serial}", one)]


def _page(facts: WebFacts, language: str, values: Mapping[str, object], *, status: int = 200) -> web.Response:
    """The page; its form leads back to us and nowhere else, and an answer is not kept: the next one may differ."""
    page = make_page(facts, "verify.html", language, status=status, values=values)
    page.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY.replace(
        "form-action 'none'", "form-action 'self'"
    )
    page.headers["Cache-Control"] = "no-store"
    return page


def _reader(request: web.Request) -> str:
    """Whom the limit counts: the address that asked; behind our own proxy the one that the proxy saw last."""
    remote = request.remote or ""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if remote in ("127.0.0.1", "::1") and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()[:64]
    return remote


def _too_many(facts: WebFacts, request: web.Request) -> web.Response:
    page = message_page(facts, request, "verify-busy", status=HTTPStatus.TOO_MANY_REQUESTS)
    page.headers["Retry-After"] = "60"
    return page


def _wants_json(accepted: str) -> bool:
    """JSON where it is named and HTML is not (browsers name both)."""
    return "json" in accepted and "html" not in accepted


def _describe_page(statement: Statement, addresses: Addresses, region: str) -> dict[str, object]:
    """The values of ``verify.html``; days as the reader's region writes them, moments in UTC."""
    content = statement.content
    days = None
    if content is not None:
        days = (say_date(content.first_day, region), say_date(content.last_day, region))
    return {
        "asked": statement.asked,
        "result": statement,
        "standing": statement.standing.value,
        "content": content,
        "days": days,
        "checked": say_moment(statement.checked, "UTC", region),
        "checked_iso": statement.checked.isoformat(),
        "changed": None if statement.changed is None else say_moment(statement.changed, "UTC", region),
        "issued": None if content is None else say_moment(content.issued, "UTC", region),
        "credential": None if content is None else addresses.credential(content.serial),
        "keys": addresses.keys,
        "replacement_standing": statement.replacement_standing and statement.replacement_standing.value,
    }


def _machine(certificates: CertificateFacts) -> list[web.AbstractRouteDef]:
    """What programs fetch: credentials, keys, issuer, achievements, status lists."""
    addresses, keys = certificates.addresses, certificates.keys

    async def credential(request: web.Request) -> web.Response:
        if not certificates.limit.allows(_reader(request)):
            return web.Response(status=429, headers={"Retry-After": "60"})
        token = await certificates.find_credential(request.match_info["serial"])
        if token is None:
            return _missing()
        return web.Response(text=token, content_type=JWT, headers=_ANYWHERE)

    async def every_key(_: web.Request) -> web.Response:
        return web.json_response(keys.jwks(), headers=_ANYWHERE, content_type="application/jwk-set+json")

    async def key(request: web.Request) -> web.Response:
        found = keys.jwk(request.match_info["thumbprint"])
        if found is None:
            return _missing()
        return web.json_response(found, headers=_ANYWHERE, content_type="application/jwk+json")

    async def issuer(_: web.Request) -> web.Response:
        return web.json_response(make_profile(await certificates.find_issuer(), addresses), headers=_ANYWHERE)

    async def status(request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        found = await certificates.find_status_list(number)
        if found is None:
            return _missing()
        listed = list_credential(addresses, number=number, withdrawn=found[0], changed=found[1])
        return web.Response(text=keys.sign(listed), content_type=JWT, headers=_ANYWHERE)

    async def achievement(request: web.Request) -> web.Response:
        marathon, kind, version = (request.match_info[name] for name in ("marathon", "kind", "version"))
        found = await certificates.find_achievement(marathon, kind, int(version))
        if found is None:
            return _missing()
        described = {
            "id": addresses.achievement(marathon, kind, int(version)),
            "type": ["Achievement"],
            "name": found.title,
            "description": found.theme or found.title,
            "criteria": {"narrative": found.rule_text},
            "creator": make_profile(found.issuer, addresses),
            "version": version,
        }
        return web.json_response(described, headers=_ANYWHERE)

    return [
        web.get("/credentials/{serial}", credential),
        web.get("/keys/jwks.json", every_key),
        web.get("/keys/{thumbprint}", key),
        web.get("/issuer", issuer),
        web.get(r"/status/{number:\d{1,6}}", status),
        web.get(r"/achievements/{marathon}/{kind}/{version:\d{1,6}}", achievement),
    ]


def _missing() -> web.Response:
    return web.json_response({"error": "There is nothing at this address."}, status=404, headers=_ANYWHERE)
