"""Raw requests, for what a well-behaved library never sends."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.rehearsal.discord_server import LocalDiscord
from tests.bot.rehearsal.discord_server.bare_bot import TOKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class RawAnswer:
    status: int
    headers: dict[str, str]
    body: Any


class RawBot:
    def __init__(self, server: LocalDiscord, http: aiohttp.ClientSession) -> None:
        self._server = server
        self._http = http

    async def call(self, method: str, path: str, body: Any = None, *, token: str | None = f"Bot {TOKEN}") -> RawAnswer:
        headers = {} if token is None else {"Authorization": token}
        url = self._server.api_url + path
        async with self._http.request(method, url, json=body, headers=headers) as response:
            is_json = response.headers.get("Content-Type") == "application/json"
            found = await response.json() if is_json else (await response.text() or None)
            return RawAnswer(status=response.status, headers=dict(response.headers), body=found)

    async def refusal(self, method: str, path: str, body: Any = None) -> tuple[int, int]:
        """HTTP status and JSON error code."""
        answer = await self.call(method, path, body)
        return answer.status, answer.body["code"]


@asynccontextmanager
async def a_raw_bot(server: LocalDiscord) -> AsyncIterator[RawBot]:
    async with aiohttp.ClientSession() as http:
        yield RawBot(server, http)
