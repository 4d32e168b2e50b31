"""Pages for people: templates, words in the reader's language, and headers that let nothing foreign in."""

import re
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from bot.web.assets import asset_address
from bot.web.facts import WebFacts
from bot.wording import is_right_to_left, lineage, name_language

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",
    "Vary": "Accept-Language",
    "Server": "Marathon",
}
_NOTHING: Mapping[str, object] = {}
_TAGS: Mapping[str, str] = {"zh": "zh-Hans"}
"""How a page names its language where the script decides about the font."""
CHOICE = "lang"
"""The parameter of an address that chooses the language, whatever the browser asks for."""


def make_page(
    facts: WebFacts, template: str, language: str, *, status: int = 200, values: Mapping[str, object] = _NOTHING
) -> web.Response:
    """A page from a template of ``bot/web/templates``; in it ``say(key, …)`` gives the words."""

    def say(key: str, **said: object) -> str:
        return facts.wording.text(key, language, **said)

    html = (
        _templates()
        .get_template(template)
        .render(
            say=say,
            language=language,
            tag=_TAGS.get(language, language),
            direction="rtl" if is_right_to_left(language) else "ltr",
            choices=[(one, _TAGS.get(one, one), name_language(one)) for one in facts.languages],
            asset=asset_address,
            **values,
        )
    )
    return web.Response(status=status, body=html.encode("utf-8", "replace"), headers=HEADERS)


def message_page(facts: WebFacts, request: web.Request, name: str, *, status: int, **said: object) -> web.Response:
    """A page that says one thing, the texts ``<name>-title`` and ``<name>-text``, in the reader's language."""
    language = asked_language(request, facts)
    values = {"title_key": f"{name}-title", "text_key": f"{name}-text", "said": said}
    return make_page(facts, "message.html", language, status=status, values=values)


def missing_page(facts: WebFacts, request: web.Request) -> web.Response:
    return message_page(facts, request, "missing", status=HTTPStatus.NOT_FOUND)


def chosen_tag(request: web.Request) -> str | None:
    """The language that the reader chose on the page. It stands in the address, so that nothing needs to be kept on
    the reader's device."""
    chosen = request.query.get(CHOICE, "")
    return chosen if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", chosen) else None


def keep_choice(request: web.Request) -> str:
    """The end of an address that keeps the language which was chosen on this page."""
    tag = chosen_tag(request)
    return "" if tag is None else f"?{CHOICE}={tag}"


def accepted(request: web.Request, *stated: str) -> str:
    """What the reader chose, then what they have ``stated`` elsewhere, then what their browser asks for."""
    wanted = (chosen_tag(request), *stated, request.headers.get("Accept-Language"))
    return ",".join(one for one in wanted if one)


def asked_language(request: web.Request, facts: WebFacts, default: str | None = None) -> str:
    return choose_language(accepted(request), facts.languages, default or facts.default_language)


def choose_language(accepted: str | None, languages: tuple[str, ...], default: str = "en") -> str:
    """The reader's first language that has texts, by weight (RFC 9110 §12.5.4); else ``default`` if it has, else the
    first that has."""
    for tag in _by_weight(accepted or ""):
        for candidate in lineage(tag)[:-1] if tag.split("-")[0] != "en" else ("en",):
            match = next((language for language in languages if language.lower() == candidate.lower()), None)
            if match is not None:
                return match
    return default if default in languages else languages[0]


def choose_region(accepted: str | None, language: str) -> str:
    """How days and hours are written: as the reader's region does, if it writes the page's language. English for
    readers elsewhere is British: a month in words and 24 hours are misread by nobody."""
    regional = next((tag for tag in _by_weight(accepted or "") if tag.lower().startswith(f"{language}-")), None)
    return regional or ("en-GB" if language == "en" else language)


def _by_weight(accepted: str) -> list[str]:
    weighed: list[tuple[float, int, str]] = []
    for place, offer in enumerate(accepted.split(",")):
        tag, _, parameters = offer.strip().partition(";")
        name, _, value = parameters.strip().partition("=")
        try:
            weight = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            weight = 0.0
        if tag.strip() and weight > 0:
            weighed.append((-weight, place, tag.strip()))
    return [tag for _, _, tag in sorted(weighed)]


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("bot.web", "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
