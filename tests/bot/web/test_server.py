"""The listening side: a free port, a used port, a log without secrets."""

import logging

import pytest
from aiohttp import ClientSession

from bot.web.application import build_web
from bot.web.server import CannotListenError, WebServer
from sessions.calendar.token import make_token
from tests.bot.web.houses import KEY, House


async def test_a_port_in_use_is_a_sentence_and_leaves_nothing_open() -> None:
    first = WebServer(build_web(House().facts()), host="127.0.0.1", port=0)
    port = await first.start()
    try:
        with pytest.raises(CannotListenError) as refused:
            await WebServer(build_web(House().facts()), host="127.0.0.1", port=port).start()
    finally:
        await first.stop()
    assert str(refused.value) == (
        f"port {port} on 127.0.0.1 is in use by another program: stop it, or choose another with MARATHON_WEB_PORT"
    )


async def test_an_address_that_is_not_ours_is_a_sentence() -> None:
    with pytest.raises(CannotListenError, match=r"cannot listen on 192\.0\.2\.1:0: "):
        await WebServer(build_web(House().facts()), host="192.0.2.1", port=0).start()


async def test_the_log_names_the_route_and_never_the_secret(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot.web.access")
    token = make_token(KEY, 7, 1)
    server = WebServer(build_web(House().facts()), host="127.0.0.1", port=0)
    port = await server.start()
    async with ClientSession(f"http://127.0.0.1:{port}") as session:
        for path in (f"/calendar/p/{token}.ics", f"/nowhere/{token}?token={token}", "/health"):
            async with session.get(path) as answer:
                await answer.read()
    await server.stop()
    said = [record.getMessage().split(" ")[:3] for record in caplog.records if record.name == "bot.web.access"]
    assert said == [["GET", "/calendar/p/{token}.ics", "200"], ["GET", "/{anything}", "404"], ["GET", "/health", "200"]]
    assert token not in caplog.text
