"""The HTTP side: authorisation, limits, the call, the answer with its headers."""

import asyncio
import math
from typing import Any

from aiohttp import BodyPartReader, web

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import decode, encode
from bot.rehearsal.discord_server.buckets import BannedError, Buckets, Verdict
from bot.rehearsal.discord_server.calls import Answer, Call, Route, Upload
from bot.rehearsal.discord_server.errors import DiscordError
from bot.rehearsal.discord_server.faults import RestFault
from bot.rehearsal.discord_server.mischief import Mischief
from bot.rehearsal.discord_server.routing import RouteTree
from bot.rehearsal.discord_server.traffic import TrafficLog
from bot.rehearsal.discord_server.users import Application
from bot.rehearsal.discord_server.world import World

_PREFIX = "/api/v10"
_REQUESTS = "requests in flight"


class ConnectionCutError(Exception):
    """The connection was cut on purpose: whatever is answered now reaches nobody."""


class RestSide:
    def __init__(
        self, world: World, traffic: TrafficLog, tree: RouteTree, buckets: Buckets, mischief: Mischief | None
    ) -> None:
        self._world = world
        self._traffic = traffic
        self._tree = tree
        self._buckets = buckets
        self._mischief = mischief

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        self._world.quiet.begin(_REQUESTS)
        try:
            return await self._serve(request)
        finally:
            self._world.quiet.end(_REQUESTS)

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.rel_url.raw_path.removeprefix(_PREFIX)
        call = Call(method=request.method, path=path, ids={}, words={}, query=request.query)
        verdict: Verdict | None = None
        try:
            call.sender = self._sender(request)
            self._buckets.refuse_banned(request.remote or "")
            route, call.ids, call.words = self._tree.find(request.method, path)
            if call.sender is None and not route.open:
                raise errors.unauthorized()
            await _read_body(request, call)
            verdict = self._buckets.take(route, call)
            answer = _limited(verdict) if verdict.refused else await self._answer(route, call, request)
        except ConnectionCutError:
            return web.Response()
        except BannedError:
            return web.Response(status=429, text="error code: 1015")
        except DiscordError as error:
            answer = Answer(status=error.status, body=error.body())
        if answer.status in (401, 403) or (answer.status == 429 and answer.scope != "shared"):
            self._buckets.count_invalid(request.remote or "")
        return self._respond(call, answer, verdict)

    async def _answer(self, route: Route, call: Call, request: web.BaseRequest) -> Answer:
        if self._mischief is None:
            return route.handler(self._world, call)
        fault = self._mischief.of_request(route, call)
        if fault is RestFault.RATE_LIMIT:
            return _rate_limit(self._mischief.faults.retry_after, scope="shared")
        if fault is RestFault.SERVER_ERROR:
            return Answer(status=502)
        if fault is RestFault.SLOW:
            await asyncio.sleep(self._mischief.faults.slow_seconds)
        if fault is RestFault.RESET_BEFORE:
            _reset(request)
        self._mischief.before_effect(route, call)
        answer = route.handler(self._world, call)
        if fault is RestFault.SERVER_ERROR_AFTER:
            return Answer(status=502)
        if fault is RestFault.RESET_AFTER:
            _reset(request)
        return answer

    def _respond(self, call: Call, answer: Answer, verdict: Verdict | None) -> web.Response:
        data = b"" if answer.body is None else encode(answer.body)
        self._traffic.rest(
            method=call.method, path=_PREFIX + call.path, request=call.raw, status=answer.status, response=data
        )
        response = web.Response(status=answer.status, body=data or None)
        if data:
            response.headers["Content-Type"] = "application/json"
        response.headers["Via"] = "1.1 local"
        if verdict is not None:
            response.headers.update(verdict.headers())
        if answer.scope is not None:
            response.headers["X-RateLimit-Scope"] = answer.scope
            response.headers["Retry-After"] = str(math.ceil(answer.body["retry_after"]))
        return response

    def _sender(self, request: web.BaseRequest) -> Application | None:
        """The application of the token; 401 for a wrong one, None for a request without one."""
        authorization = request.headers.get("Authorization")
        if authorization is None:
            return None
        application = self._world.applications_by_token.get(authorization.removeprefix("Bot "))
        if application is None or not authorization.startswith("Bot "):
            raise errors.unauthorized()
        return application


def _limited(verdict: Verdict) -> Answer:
    scope = "global" if verdict.is_global else "user"
    return _rate_limit(verdict.retry_after, scope=scope)


def _rate_limit(retry_after: float, *, scope: str) -> Answer:
    """``scope`` is "user", "global", or "shared": a resource's own limit, which does not count as invalid."""
    is_global = scope == "global"
    body = {"message": "You are being rate limited.", "code": 0, "retry_after": retry_after, "global": is_global}
    return Answer(status=429, body=body, scope=scope)


def _reset(request: web.BaseRequest) -> None:
    if isinstance(request.transport, asyncio.Transport):
        request.transport.abort()
    raise ConnectionCutError


async def _read_body(request: web.BaseRequest, call: Call) -> None:
    if not request.can_read_body:
        return
    if request.content_type == "multipart/form-data":
        await _read_parts(request, call)
        return
    call.raw = await request.read()
    if call.raw:
        call.json = _parse(call.raw)


async def _read_parts(request: web.BaseRequest, call: Call) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        data = bytes(await part.read(decode=True))
        if part.name == "payload_json":
            call.raw = data
            call.json = _parse(data)
        elif part.name is not None and part.name.startswith("files["):
            content_type = part.headers.get("Content-Type", "application/octet-stream")
            call.uploads[int(part.name[6:-1])] = Upload(
                filename=part.filename or "file", content_type=content_type, data=data
            )


def _parse(data: bytes) -> Any:
    try:
        return decode(data)
    except ValueError as problem:
        raise errors.invalid_json() from problem
