"""Answers made before they are asked for: the head but its Date, and the body, as bytes.

A feed is asked for far more often than it changes. Building a response and its head anew each time costs about as
much as everything else that aiohttp does for a request; these are written as they are.
"""

from collections.abc import Mapping
from http import HTTPStatus

from aiohttp import HttpVersion11, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.helpers import rfc822_formatted_time


class ReadyResponse(web.StreamResponse):
    """One answer for any number of requests: it keeps nothing of the request that it answers.

    Only for GET over HTTP/1.1 on a connection that stays open, as ``fits`` says. Date is wire time (RFC 9110 §6.6.1).
    """

    def __init__(self, status: HTTPStatus, headers: Mapping[str, str], body: bytes = b"") -> None:
        super().__init__(status=status)
        lines = [f"HTTP/1.1 {status.value} {status.phrase}", *(f"{name}: {value}" for name, value in headers.items())]
        if any("\r" in line or "\n" in line for line in lines):
            raise ValueError("a line of a head has no line end in it")
        self._head = ("\r\n".join(lines) + "\r\nDate: ").encode("latin-1")
        self._rest = b"\r\n\r\n" + body
        self._size = len(body)

    async def prepare(self, request: web.BaseRequest) -> AbstractStreamWriter:
        await request.writer.write(self._head + rfc822_formatted_time().encode("ascii") + self._rest)
        return request.writer

    async def write_eof(self, data: bytes = b"") -> None:
        """Nothing is left to be written."""

    @property
    def keep_alive(self) -> bool:
        return True

    @property
    def body_length(self) -> int:
        return self._size


def fits(request: web.BaseRequest) -> bool:
    """Whether a ready answer may be given to this request."""
    return request.method == "GET" and request.version == HttpVersion11 and request.keep_alive
