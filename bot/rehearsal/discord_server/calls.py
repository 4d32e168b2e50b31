"""One REST request as the routes see it, and their answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.users import Application


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    filename: str
    content_type: str
    data: bytes


@dataclass(slots=True, kw_only=True, eq=False)
class Call:
    """``ids`` are the path's numeric parameters by name, ``words`` its textual ones."""

    method: str
    path: str
    ids: dict[str, int]
    words: dict[str, str]
    query: Mapping[str, str]
    raw: bytes = b""
    json: Any = None
    uploads: dict[int, Upload] = field(default_factory=dict)
    sender: Application | None = None

    @property
    def body(self) -> Body:
        return self.json if isinstance(self.json, dict) else {}

    @property
    def application(self) -> Application:
        if self.sender is None:
            raise LookupError("a route without authorisation has no application")
        return self.sender

    def flag(self, name: str) -> bool:
        return self.query.get(name, "").lower() in {"1", "true"}

    def number(self, name: str, default: int) -> int:
        value = self.query.get(name, "")
        return int(value) if value.isdecimal() else default


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``body`` None is an empty answer; ``scope`` is whose limit refused the request, for 429."""

    status: int = 200
    body: Any = None
    scope: str | None = None


NOTHING = Answer(status=204)


def ok(body: Any) -> Answer:
    return Answer(status=200, body=body)


def created(body: Any) -> Answer:
    return Answer(status=201, body=body)


Handler = Callable[[Any, Call], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """``bucket`` names the rate limit.

    ``open`` routes need no bot token; ``interaction`` ones are outside the global limit.
    """

    method: str
    template: str
    bucket: str
    handler: Handler
    open: bool = False
    interaction: bool = False


class Routes:
    """The routes of one noun; a decorator a route."""

    def __init__(self) -> None:
        self.all: list[Route] = []

    def route(
        self, method: str, template: str, *, bucket: str | None = None, is_open: bool = False, interaction: bool = False
    ) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            self.all.append(
                Route(
                    method=method,
                    template=template,
                    bucket=bucket or str(getattr(handler, "__name__", template)),
                    handler=handler,
                    open=is_open,
                    interaction=interaction,
                )
            )
            return handler

        return register
