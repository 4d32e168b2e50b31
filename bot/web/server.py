"""The listening side: an address and a port, an access log without secrets, an orderly end."""

import errno
import logging
from types import TracebackType
from typing import Self

from aiohttp import web
from aiohttp.abc import AbstractAccessLogger

GRACE = 5.0
"""Real seconds that requests under way get when the server stops."""

logger = logging.getLogger(__name__)
access_logger = logging.getLogger("bot.web.access")


class CannotListenError(OSError):
    """The address or port cannot be used; the message says which and why, in one sentence."""


class AccessLogger(AbstractAccessLogger):
    """Method, route, status, bytes, milliseconds. The route is the pattern, never the path with its secrets; no
    address of the reader, no query, no user agent."""

    def log(self, request: web.BaseRequest, response: web.StreamResponse, time: float) -> None:
        self.logger.info(
            "%s %s %d %d B %.1f ms", request.method, _route(request), response.status, response.body_length, time * 1000
        )

    @property
    def enabled(self) -> bool:
        return self.logger.isEnabledFor(logging.INFO)


class WebServer:
    """Serves an application from ``start`` to ``stop``, or as an asynchronous context."""

    def __init__(self, application: web.Application, *, host: str, port: int) -> None:
        self._runner = web.AppRunner(
            application, access_log_class=AccessLogger, access_log=access_logger, shutdown_timeout=GRACE
        )
        self._host = host
        self._port = port

    async def start(self) -> int:
        """Listens; the port, which is a free one when 0 was asked for. CannotListenError when it is impossible."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise CannotListenError(_say_why(error, self._host, self._port)) from error
        port: int = self._runner.addresses[0][1]
        logger.info("web face listens on %s:%d", self._host, port)
        return port

    async def stop(self) -> None:
        """No new connections; requests under way get ``GRACE`` to finish."""
        await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()


def _route(request: web.BaseRequest) -> str:
    if isinstance(request, web.Request) and request.match_info.route.resource is not None:
        return request.match_info.route.resource.canonical
    return "?"


def _say_why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is in use by another program: stop it, or choose another with MARATHON_WEB_PORT"
    if error.errno == errno.EACCES:
        return f"port {port} needs more rights than this process has: choose one above 1023 with MARATHON_WEB_PORT"
    return f"cannot listen on {host}:{port}: {error.strerror or error}"
