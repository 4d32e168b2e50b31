"""A page that breaks says so with a number, and the log says under that number what broke."""

import re
from http import HTTPStatus

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.web.application import build_web
from tests.bot.web.houses import House


async def broken(_: web.Request) -> web.Response:
    raise RuntimeError("the secret link of Adaeze")


async def refused(_: web.Request) -> web.Response:
    raise web.HTTPRequestEntityTooLarge(max_size=1, actual_size=2)


async def test_a_broken_page_gives_a_number_that_the_log_has_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    routes: list[web.AbstractRouteDef] = [web.get("/broken/{token}", broken), web.get("/refused", refused)]
    async with TestClient(TestServer(build_web(House().facts(), routes))) as client:
        response = await client.get("/broken/adaeze")
        text = await response.text()
        too_large = await client.get("/refused")

    reference = re.search(r"this number: \W*([0-9a-f]{8})", text)
    assert reference is not None
    assert (response.status, response.headers["Cache-Control"]) == (HTTPStatus.INTERNAL_SERVER_ERROR, "no-store")
    assert "Adaeze" not in text
    assert caplog.messages == [f"page /broken/{{token}} failed, reference {reference[1]}"]
    assert too_large.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
