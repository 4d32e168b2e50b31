"""A real headless Chromium, driven over the Chrome DevTools Protocol (chromedevtools.github.io/devtools-protocol).

What a page asks the network for, what it logs and what its policy refuses is kept, so that a test can compare all of
it. Skips where no Chromium is installed (MARATHON_CHROMIUM names another program).
"""

import asyncio
import base64
import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest

Message = dict[str, Any]

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-port=0",
)
_MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
_PATIENCE = 60.0
"""Real seconds until a browser that does not answer fails the test."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who looks at a page: screen in CSS pixels, zone, scripts on or off, dark or light."""

    width: int = 1280
    height: int = 900
    zone: str = "Africa/Nairobi"
    scripts: bool = True
    dark: bool = False
    language: str = "en-GB"


@dataclass
class Page:
    """One tab. ``requests`` are the addresses asked for, ``complaints`` what the browser or its policy said."""

    session: str
    context: str
    browser: "Browser"
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    loaded: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, method: str, **parameters: object) -> Message:
        return await self.browser.call(method, session=self.session, **parameters)

    async def open(self, address: str) -> None:
        self.loaded.clear()
        await self.call("Page.navigate", url=address)
        await asyncio.wait_for(self.loaded.wait(), _PATIENCE)

    async def evaluate(self, expression: str) -> Any:
        """The JSON value of a JavaScript expression, promises awaited."""
        answer = await self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    async def text(self, selector: str) -> list[str]:
        """What a reader sees in every element that matches; "" for what is not shown. Works with scripts off."""
        root = (await self.call("DOM.getDocument", depth=0))["root"]["nodeId"]
        nodes = (await self.call("DOM.querySelectorAll", nodeId=root, selector=selector))["nodeIds"]
        texts = []
        for node in nodes:
            remote = (await self.call("DOM.resolveNode", nodeId=node))["object"]["objectId"]
            answer = await self.call(
                "Runtime.callFunctionOn",
                objectId=remote,
                functionDeclaration="function () { return this.checkVisibility() ? this.innerText : '' }",
                returnByValue=True,
            )
            texts.append(_plain(answer["result"]["value"]))
        return texts

    async def roles(self, *roles: str) -> list[tuple[str, str]]:
        """(role, name) of what a screen reader finds, in order, of the given roles."""
        nodes = {node["nodeId"]: node for node in (await self.call("Accessibility.getFullAXTree"))["nodes"]}
        found: list[tuple[str, str]] = []
        ahead = [next(iter(nodes))]
        while ahead:
            node = nodes[ahead.pop()]
            ahead += [child for child in reversed(node.get("childIds", [])) if child in nodes]
            role = node.get("role", {}).get("value", "")
            if not node.get("ignored") and role in roles:
                found.append((role, _plain(node.get("name", {}).get("value", ""))))
        return found

    async def click(self, selector: str) -> None:
        """A real press of the mouse in the middle of the element; works with scripts off."""
        node = await self._node(selector)
        await self.call("DOM.scrollIntoViewIfNeeded", nodeId=node)
        corners = (await self.call("DOM.getContentQuads", nodeId=node))["quads"][0]
        at = {"x": sum(corners[0::2]) / 4, "y": sum(corners[1::2]) / 4}
        for kind in ("mousePressed", "mouseReleased"):
            await self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **at)

    async def press(self, selector: str) -> None:
        """Clicks what leads to another page, and waits for it."""
        self.loaded.clear()
        await self.click(selector)
        await asyncio.wait_for(self.loaded.wait(), _PATIENCE)

    async def type(self, selector: str, text: str) -> None:
        await self.click(selector)
        await self.call("Input.insertText", text=text)

    async def choose_file(self, selector: str, path: str) -> None:
        await self.call("DOM.setFileInputFiles", nodeId=await self._node(selector), files=[path])

    async def _node(self, selector: str) -> int:
        root = (await self.call("DOM.getDocument", depth=0))["root"]["nodeId"]
        node: int = (await self.call("DOM.querySelector", nodeId=root, selector=selector))["nodeId"]
        assert node, f"nothing matches {selector}"
        return node

    async def screenshot(self) -> bytes:
        """The whole page as PNG."""
        answer = await self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        return base64.b64decode(answer["data"])

    async def print_out(self) -> bytes:
        """A PDF on A4, as the print dialogue would make it."""
        answer = await self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, printBackground=False)
        return base64.b64decode(answer["data"])

    async def close(self) -> None:
        await self.browser.call("Target.disposeBrowserContext", browserContextId=self.context)


class Browser:
    """The connection to a running Chromium: calls are answered by id, events go to their page."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._last = 0
        self._waiting: dict[int, asyncio.Future[Message]] = {}
        self._pages: dict[str, Page] = {}

    async def call(self, method: str, *, session: str | None = None, **parameters: object) -> Message:
        self._last += 1
        waiting: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._waiting[self._last] = waiting
        message: Message = {"id": self._last, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        await self._socket.send_json(message)
        answer = await asyncio.wait_for(waiting, _PATIENCE)
        assert "error" not in answer, (method, answer["error"])
        result: Message = answer["result"]
        return result

    async def listen(self) -> None:
        async for message in self._socket:
            said: Message = message.json()
            if "id" in said:
                waiting = self._waiting.pop(said["id"])
                if not waiting.done():
                    waiting.set_result(said)
            elif (page := self._pages.get(said.get("sessionId", ""))) is not None:
                _note(page, said["method"], said["params"])

    async def new_page(self, reader: Reader) -> Page:
        context = (await self.call("Target.createBrowserContext"))["browserContextId"]
        target = (await self.call("Target.createTarget", url="about:blank", browserContextId=context))["targetId"]
        session = (await self.call("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        page = self._pages[session] = Page(session, context, self)
        for domain in ("Page", "Network", "Log", "Runtime", "DOM", "Accessibility", "Audits"):
            await page.call(f"{domain}.enable")
        await page.call("Emulation.setTimezoneOverride", timezoneId=reader.zone)
        agent = (await self.call("Browser.getVersion"))["userAgent"]
        await page.call("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=reader.language)
        await page.call("Emulation.setScriptExecutionDisabled", value=not reader.scripts)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if reader.dark else "light"}
        await page.call("Emulation.setEmulatedMedia", features=[scheme])
        await page.call(
            "Emulation.setDeviceMetricsOverride",
            width=reader.width,
            height=reader.height,
            deviceScaleFactor=1,
            mobile=reader.width < 600,
        )
        return page


def _plain(text: str) -> str:
    """Single spaces, no direction marks."""
    return " ".join(_MARKS.sub("", text).split())


def _note(page: Page, method: str, said: Message) -> None:
    if method == "Page.loadEventFired":
        page.loaded.set()
    elif method == "Network.requestWillBeSent":
        page.requests.append(said["request"]["url"])
    elif method == "Log.entryAdded":
        page.complaints.append(said["entry"]["text"])
    elif method == "Runtime.exceptionThrown":
        page.complaints.append(str(said["exceptionDetails"]))
    elif method == "Audits.issueAdded":
        page.complaints.append(said["issue"]["code"])


@asynccontextmanager
async def a_browser() -> AsyncIterator[Browser]:
    """A Chromium with a profile of its own, gone afterwards."""
    named = os.environ.get("MARATHON_CHROMIUM")
    program = named or next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("chromium is not installed")
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            program,
            *_OPTIONS,
            f"--user-data-dir={profile}",
            "about:blank",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            address = await asyncio.wait_for(_address(process), _PATIENCE)
            async with aiohttp.ClientSession() as http, http.ws_connect(address, max_msg_size=0) as socket:
                browser = Browser(socket)
                listening = asyncio.create_task(browser.listen())
                try:
                    yield browser
                finally:
                    listening.cancel()
                    with contextlib.suppress(asyncio.CancelledError):
                        await listening
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.communicate()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stderr is not None
    async for line in process.stderr:
        if b"DevTools listening on " in line:
            return line.decode().rsplit(" ", 1)[1].strip()
    raise AssertionError("chromium ended before it listened")
