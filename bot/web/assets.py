"""Style sheets, scripts and pictures of our own pages: no page asks another server for anything."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from aiohttp import web
from aiohttp.typedefs import Handler

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


def routes() -> list[web.AbstractRouteDef]:
    return [web.get(f"/static/{name}", _serve(name)) for name in sorted(_contents())]


def _serve(name: str) -> Handler:
    body = _contents()[name]
    headers = {
        "Content-Type": _TYPES[PurePosixPath(name).suffix],
        "Cache-Control": "public, max-age=31536000, immutable",
        "X-Content-Type-Options": "nosniff",
        "Server": "Marathon",
    }

    async def asset(_: web.Request) -> web.Response:
        return web.Response(body=body, headers=headers)

    return asset


@cache
def asset_address(name: str) -> str:
    """The asset's path with its content's hash: a new content is a new address, so the old may be kept for good."""
    digest = hashlib.sha256(_contents()[name]).digest()[:9]
    return f"/static/{name}?v={base64.urlsafe_b64encode(digest).decode('ascii')}"


@cache
def _contents() -> dict[str, bytes]:
    folder = files("bot.web") / "static"
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if PurePosixPath(entry.name).suffix in _TYPES}
