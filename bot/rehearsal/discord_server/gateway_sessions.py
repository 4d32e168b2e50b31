"""Gateway sessions: sequence numbers, what was missed, who gets what."""

import itertools
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.rehearsal.discord_server.bodies import encode
from bot.rehearsal.discord_server.intents import Intent
from bot.rehearsal.discord_server.quiet import Quiet

# Payloads kept for a client that comes back; a session that missed more must identify anew.
MOST_MISSED = 50_000
_MISSED = "events that wait for a resume"


class Connection(Protocol):
    def push(self, payload: bytes) -> None: ...

    def abort(self) -> None: ...

    async def close(self, code: int) -> None: ...


class Post(Protocol):
    """How an event gets onto its session: at once, or as a fault profile wants it."""

    def __call__(self, session: "Session", event: str, body: Any, data: bytes) -> None: ...


@dataclass(slots=True, kw_only=True, eq=False)
class Session:
    id: str
    application_id: int
    intents: int
    large_threshold: int
    shard: tuple[int, int] = (0, 1)
    """Its number and how many there are ("Sharding"): a session hears of its share of the guilds."""
    sequence: int = 0
    sent: deque[tuple[int, bytes]] = field(default_factory=lambda: deque(maxlen=MOST_MISSED))
    forgotten: int = 0
    """The last sequence number whose payload is kept no longer."""
    quiet: Quiet
    connection: Connection | None = None
    left_at: float | None = None
    ready: bool = False
    unseen: int = 0

    def hears(self, guild_id: int | None) -> bool:
        """Whether a guild is on this shard; what belongs to no guild comes to the first."""
        number, count = self.shard
        return (0 if guild_id is None else (guild_id >> 22) % count) == number

    def dispatch(self, event: str, data: bytes) -> None:
        self.sequence += 1
        payload = b'{"op":0,"t":"%b","s":%d,"d":%b}' % (event.encode(), self.sequence, data)
        self.sent.append((self.sequence, payload))
        if self.connection is not None:
            self.connection.push(payload)
        else:
            self.miss(1)

    def acknowledge(self, sequence: int) -> None:
        """The client has everything up to this number, and will not ask for it again: nothing of it is kept."""
        while self.sent and self.sent[0][0] <= sequence:
            self.forgotten = self.sent.popleft()[0]

    def miss(self, count: int) -> None:
        """So many events were for a client that is not there."""
        self.unseen += count
        self.quiet.begin(_MISSED, count)

    def stop_missing(self) -> None:
        """What was dispatched to nobody is on its way now, or nobody will ever ask for it."""
        self.quiet.end(_MISSED, self.unseen)
        self.unseen = 0

    def missed_since(self, sequence: int) -> list[bytes] | None:
        """What was dispatched after that sequence number; None when it is no longer, or was never, known."""
        if not self.forgotten <= sequence <= self.sequence:
            return None
        if self.sent and sequence < self.sent[0][0] - 1:
            return None
        return [payload for number, payload in self.sent if number > sequence]


class GatewaySessions:
    """All sessions. ``post`` may be replaced by a fault profile."""

    def __init__(self, quiet: Quiet) -> None:
        self.quiet = quiet
        self.by_id: dict[str, Session] = {}
        self.by_application: dict[int, list[Session]] = {}
        self.post: Post = _post_at_once
        self._numbers = itertools.count(1)

    def open(
        self, *, application_id: int, intents: int, large_threshold: int, shard: tuple[int, int] = (0, 1)
    ) -> Session:
        session = Session(
            id=f"{application_id:x}-{next(self._numbers):08x}",
            application_id=application_id,
            intents=intents,
            large_threshold=large_threshold,
            shard=shard,
            quiet=self.quiet,
        )
        self.by_id[session.id] = session
        self.by_application.setdefault(application_id, []).append(session)
        return session

    def forget(self, session: Session) -> None:
        session.stop_missing()
        if self.by_id.pop(session.id, None) is not None:
            self.by_application[session.application_id].remove(session)

    def dispatch(
        self,
        application_id: int,
        event: str,
        body: Any,
        intent: int,
        *,
        guild_id: int | None,
        without_content: Any = None,
    ) -> None:
        """``without_content`` is the body for a session that lacks the message content intent."""
        sessions = self.by_application.get(application_id)
        if not sessions:
            return
        data = full = encode(body)
        for session in sessions:
            if not session.ready or session.intents & intent != intent or not session.hears(guild_id):
                continue
            data = full
            if without_content is not None and not session.intents & Intent.MESSAGE_CONTENT:
                data = encode(without_content)
            self.post(session, event, body, data)


def _post_at_once(session: Session, event: str, body: Any, data: bytes) -> None:
    session.dispatch(event, data)
