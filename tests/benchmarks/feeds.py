"""Feeds over HTTP beside bare aiohttp that serves the same bytes: `python -m tests.benchmarks.feeds`.

Both servers live in one process of their own, on one event loop, and are asked in turn by the same client with 64
connections; what is compared is the best round of each, because a busy machine only ever takes speed away. The time of
an answer is measured with the same 64 connections asking at half the bare server's pace: at full speed it is
64 / throughput for any server, and says nothing else. The bare server's is printed beside it: where that is long too,
it is the machine that was busy.
"""

import asyncio
import json
import multiprocessing
import statistics
import time
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing.connection import Connection

from aiohttp import web

from bot.app.installation import calm_collector
from bot.web.application import build_web
from bot.web.server import WebServer
from sessions.calendar.feed import public_feed
from tests.benchmarks.figures import Figure, at_least, at_most
from tests.bot.web.houses import House
from tests.sessions.calendar.builders import a_session, some_facts

CONNECTIONS = 64
ROUNDS = 5
SECONDS = 1.5
PATH = "/calendar/who-cgmp-2025.ics"
FACTS = some_facts(*(a_session(number) for number in range(1, 13)))
RATIO = 0.80
P99_MS = 5.0


@dataclass
class Asker(asyncio.Protocol):
    """One kept connection that asks the same again as soon as it is answered; answers all have the same length."""

    request: bytes
    until: float
    pause: float = 0.0
    """Seconds from one question to the next; 0: as soon as it is answered."""
    begins: float = 0.0
    """Seconds until the first question, so that the connections do not ask all at once."""
    latencies: list[float] = field(default_factory=list)
    length: int = 0
    received: bytes = b""
    count: int = 0
    asked: float = 0.0
    transport: asyncio.Transport | None = None
    done: asyncio.Event = field(default_factory=asyncio.Event)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.ask_in(self.begins)

    def ask(self) -> None:
        assert self.transport is not None
        self.count = 0
        self.asked = time.perf_counter()
        self.transport.write(self.request)

    def ask_in(self, seconds: float) -> None:
        if seconds > 0:
            asyncio.get_running_loop().call_later(seconds, self.ask)
        else:
            self.ask()

    def data_received(self, data: bytes) -> None:
        if not self.length:
            self.received += data
            self.length = _length(self.received)
            self.count = len(self.received)
        else:
            self.count += len(data)
        if self.length and self.count >= self.length:
            now = time.perf_counter()
            self.latencies.append(now - self.asked)
            if now < self.until:
                self.ask_in(self.asked + self.pause - now)
            else:
                assert self.transport is not None
                self.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        self.done.set()


def _length(received: bytes) -> int:
    """The whole answer's length once its head is there, else 0."""
    head, end, _ = received.partition(b"\r\n\r\n")
    if not end:
        return 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length" and b" 304 " not in head[:20]:
            return len(head) + len(end) + int(value)
    return len(head) + len(end)


def _itself(asker: Asker) -> Asker:
    return asker


@dataclass(frozen=True, slots=True)
class Round:
    per_second: float
    p99_ms: float


async def ask_for_a_while(port: int, headers: tuple[str, ...], pause: float = 0.0) -> Round:
    head = [f"GET {PATH} HTTP/1.1", f"Host: 127.0.0.1:{port}", "User-Agent: benchmark", *headers, "", ""]
    request = "\r\n".join(head).encode()
    begun = time.perf_counter()
    askers = [
        Asker(request, begun + SECONDS, pause, begins=pause * place / CONNECTIONS) for place in range(CONNECTIONS)
    ]
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(loop.create_connection(partial(_itself, asker), "127.0.0.1", port) for asker in askers))
    await asyncio.gather(*(asker.done.wait() for asker in askers))
    elapsed = time.perf_counter() - begun
    latencies = [latency for asker in askers for latency in asker.latencies]
    return Round(len(latencies) / elapsed, statistics.quantiles(latencies, n=100)[98] * 1000)


async def serve(told: Connection) -> None:
    body = public_feed(FACTS)

    async def bare(request: web.Request) -> web.Response:
        if "If-None-Match" in request.headers:
            return web.Response(status=304)
        return web.Response(body=body, content_type="text/calendar", charset="utf-8")

    application = web.Application()
    application.router.add_get(PATH, bare)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    house = House(feeds={FACTS.marathon: FACTS})
    ours = WebServer(build_web(house.facts()), host="127.0.0.1", port=0)
    shelved = await house.public_feeds.find(FACTS.marathon)
    assert shelved is not None
    calm_collector()  # as the running web face does
    told.send((runner.addresses[0][1], await ours.start(), shelved.plain.etag))
    await asyncio.get_running_loop().run_in_executor(None, told.recv)
    await ours.stop()
    await runner.cleanup()


def _serve(told: Connection) -> None:
    asyncio.run(serve(told))


async def compare(bare: int, ours: int, tag: str) -> list[Figure]:
    figures = []
    cases: tuple[tuple[str, tuple[str, ...]], ...] = (("feed 200", ()), ("feed 304", (f"If-None-Match: {tag}",)))
    for name, headers in cases:
        best = {bare: 0.0, ours: 0.0}
        for _ in range(ROUNDS):
            for port in best:
                best[port] = max(best[port], (await ask_for_a_while(port, headers)).per_second)
        figures.append(at_least(name, best[ours], "requests/s", ceiling=best[bare], ratio=RATIO))
        pause = CONNECTIONS / (best[bare] / 2)
        calm = {bare: float("inf"), ours: float("inf")}
        for _ in range(ROUNDS):
            for port in calm:
                calm[port] = min(calm[port], (await ask_for_a_while(port, headers, pause)).p99_ms)
        figure = at_most(f"{name}, p99 at {CONNECTIONS} connections", calm[ours], "ms", limit=P99_MS)
        figures.append(replace(figure, ceiling=calm[bare], ratio=calm[ours] / calm[bare]))
    return figures


def measure() -> list[Figure]:
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,))
    server.start()
    bare, ours, tag = here.recv()
    try:
        return asyncio.run(compare(bare, ours, tag))
    finally:
        here.send("enough")
        server.join()


def main() -> None:
    figures = measure()
    print(*(figure.as_line() for figure in figures), sep="\n")
    print(json.dumps([figure.as_json() for figure in figures]))


if __name__ == "__main__":
    main()
