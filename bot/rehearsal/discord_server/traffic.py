"""The traffic log: every body in both directions, one JSON object a line.

REST: ``method``, ``path`` (without query), ``request_json``, ``status``, ``response_json``. Gateway: ``gateway`` is
``send`` for what the server sent and ``recv`` for what the bot sent, with ``payload``. Lines are joined from the bytes
that really travelled, so that a storm is not encoded twice.
"""

from pathlib import Path
from typing import BinaryIO

from bot.rehearsal.discord_server.bodies import encode


class TrafficLog:
    def __init__(self, path: Path | None) -> None:
        self._file: BinaryIO | None = None
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("ab", buffering=1 << 16)

    def rest(self, *, method: str, path: str, request: bytes, status: int, response: bytes) -> None:
        if self._file is not None:
            line = b'{"method":%b,"path":%b,"request_json":%b,"status":%d,"response_json":%b}\n'
            self._file.write(line % (encode(method), encode(path), request or b"null", status, response or b"null"))

    def gateway(self, direction: str, payload: bytes) -> None:
        if self._file is not None:
            self._file.write(b'{"gateway":"%b","payload":%b}\n' % (direction.encode(), payload))

    def flush(self) -> None:
        if self._file is not None:
            self._file.flush()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
