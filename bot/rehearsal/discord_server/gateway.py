"""The websocket side (Discord's "Gateway"): HELLO, IDENTIFY, READY, heartbeats, RESUME, member requests."""

import asyncio
from collections import deque
from enum import IntEnum
from typing import Any

from aiohttp import WSMsgType, web

from bot.rehearsal.discord_server.bodies import Body, decode, encode
from bot.rehearsal.discord_server.compression import compression_named
from bot.rehearsal.discord_server.gateway_sessions import Session
from bot.rehearsal.discord_server.guilds import Guild
from bot.rehearsal.discord_server.intents import Intent
from bot.rehearsal.discord_server.traffic import TrafficLog
from bot.rehearsal.discord_server.users import Application
from bot.rehearsal.discord_server.world import World

_EVENTS = "undelivered events"
_CHUNK = 1000
# discord.py notes the time of a heartbeat after sending it, in another thread: an answer that is faster than any
# network is taken for the answer to the heartbeat before.
_ACKNOWLEDGED_AFTER = 0.02


class Op(IntEnum):
    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE_UPDATE = 3
    VOICE_STATE_UPDATE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_GUILD_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class Close(IntEnum):
    UNKNOWN_OPCODE = 4001
    DECODE_ERROR = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    INVALID_SEQ = 4007
    RATE_LIMITED = 4008
    SESSION_TIMED_OUT = 4009
    INVALID_SHARD = 4010


class GatewayConnection:
    """One websocket. Payloads go out in the order of ``push``, each counted as undelivered until it is written."""

    def __init__(
        self,
        world: World,
        traffic: TrafficLog,
        socket: web.WebSocketResponse,
        *,
        transport: asyncio.Transport | None,
        compress: str | None,
    ) -> None:
        self._world = world
        self._traffic = traffic
        self._socket = socket
        self._transport = transport
        self._compression = compression_named(compress)
        self._outbox: deque[bytes] = deque()
        self._wake = asyncio.Event()
        self._sends: deque[float] = deque(maxlen=world.limits.gateway_sends[0])
        self._last_heartbeat = world.wire_now()
        self._gone = False
        self.session: Session | None = None

    def push(self, payload: bytes) -> None:
        if self._gone:
            return
        self._outbox.append(payload)
        self._world.quiet.begin(_EVENTS)
        self._wake.set()

    async def run(self) -> None:
        interval = self._world.limits.heartbeat_seconds
        self.push(encode({"op": Op.HELLO, "d": {"heartbeat_interval": int(interval * 1000)}, "s": None, "t": None}))
        writer = asyncio.create_task(self._write())
        watch = asyncio.create_task(self._watch_heartbeat(interval * 1.5))
        try:
            async for frame in self._socket:
                if frame.type is WSMsgType.TEXT or frame.type is WSMsgType.BINARY:
                    await self._receive(frame.data)
        finally:
            for task in (writer, watch):
                task.cancel()
            await asyncio.gather(writer, watch, return_exceptions=True)
            self._detach()
            self._end_session()

    async def close(self, code: int) -> None:
        await self._socket.close(code=code)

    def abort(self) -> None:
        """Cuts the connection as a broken network would: no close frame, nothing more gets through."""
        self._detach()
        if self._transport is not None:
            self._transport.abort()

    def _detach(self) -> None:
        """From here on the session collects what the client misses."""
        self._gone = True
        unsent = len(self._outbox)
        self._world.quiet.end(_EVENTS, unsent)
        self._outbox.clear()
        session = self.session
        if session is not None and session.connection is self:
            session.connection = None
            session.left_at = self._world.wire_now()
            session.miss(unsent)

    def _end_session(self) -> None:
        """A client that closes with 1000 or 1001 ends its session."""
        session = self.session
        if session is not None and session.connection is None and self._socket.close_code in (1000, 1001):
            self._world.sessions.forget(session)

    async def _write(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._outbox:
                payload = self._outbox.popleft()
                try:
                    self._traffic.gateway("send", payload)
                    if self._compression is None:
                        await self._socket.send_str(payload.decode())
                    else:
                        await self._socket.send_bytes(self._compression.compress(payload))
                finally:
                    self._world.quiet.end(_EVENTS)

    async def _watch_heartbeat(self, longest: float) -> None:
        while True:
            await asyncio.sleep(longest / 3)
            if self._world.wire_now() - self._last_heartbeat > longest:
                await self.close(Close.SESSION_TIMED_OUT)

    async def _receive(self, data: bytes | str) -> None:
        raw = data.encode() if isinstance(data, str) else data
        try:
            payload = decode(raw)
            op = Op(payload["op"])
        except (ValueError, KeyError, TypeError):
            await self.close(Close.DECODE_ERROR)
            return
        self._traffic.gateway("recv", raw)
        if op is Op.HEARTBEAT:
            self._last_heartbeat = self._world.wire_now()
            if self.session is not None and isinstance(payload.get("d"), int):
                self.session.acknowledge(payload["d"])
            asyncio.get_running_loop().call_later(_ACKNOWLEDGED_AFTER, self._acknowledge_heartbeat)
            return
        if self._sends_too_fast():
            await self.close(Close.RATE_LIMITED)
            return
        body = payload.get("d")
        if op is Op.IDENTIFY:
            await self._identify(body)
        elif op is Op.RESUME:
            await self._resume(body)
        elif self.session is None:
            await self.close(Close.NOT_AUTHENTICATED)
        elif op is Op.REQUEST_GUILD_MEMBERS:
            self._send_members(self.session, body)
        elif op not in (Op.PRESENCE_UPDATE, Op.VOICE_STATE_UPDATE):
            await self.close(Close.UNKNOWN_OPCODE)

    def _acknowledge_heartbeat(self) -> None:
        self.push(encode({"op": Op.HEARTBEAT_ACK, "d": None, "s": None, "t": None}))

    def _sends_too_fast(self) -> bool:
        most, window = self._world.limits.gateway_sends
        now = self._world.wire_now()
        full = len(self._sends) == most and now - self._sends[0] < window
        self._sends.append(now)
        return full

    async def _identify(self, body: Body) -> None:
        application = self._world.applications_by_token.get(str(body.get("token", "")).removeprefix("Bot "))
        if application is None:
            await self.close(Close.AUTHENTICATION_FAILED)
            return
        if self.session is not None:
            await self.close(Close.ALREADY_AUTHENTICATED)
            return
        shard = _read_shard(body.get("shard"))
        if shard is None:
            await self.close(Close.INVALID_SHARD)
            return
        before = self._world.sessions.by_application.get(application.id, ())
        for left in [one for one in before if not one.connection and one.shard == shard]:
            self._world.sessions.forget(left)
        session = self._world.sessions.open(
            application_id=application.id,
            intents=int(body["intents"]),
            large_threshold=int(body.get("large_threshold", 50)),
            shard=shard,
        )
        self.session = session
        session.connection = self
        guilds = [
            guild
            for guild in self._world.guilds.values()
            if application.user.id in guild.members and session.hears(guild.id)
        ]
        session.dispatch("READY", encode(self._ready_body(application, session, guilds, body.get("shard"))))
        session.ready = True
        if session.intents & Intent.GUILDS:
            for guild in guilds:
                session.dispatch("GUILD_CREATE", encode(self._guild_body(application, session, guild)))

    def _ready_body(self, application: Application, session: Session, guilds: list[Guild], shard: Any) -> Body:
        body: Body = {
            "v": 10,
            "user": application.user.own_body(),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self._world.gateway_url + "/resume",
            "application": application.partial_body(),
        }
        if shard is not None:
            body["shard"] = shard
        return body

    def _guild_body(self, application: Application, session: Session, guild: Guild) -> Body:
        return guild.gateway_body(
            bot=guild.members[application.user.id],
            with_members=bool(session.intents & Intent.GUILD_MEMBERS),
            large_threshold=session.large_threshold,
            visible=self._world.visible_channels(guild, application.user.id),
        )

    async def _resume(self, body: Body) -> None:
        application = self._world.applications_by_token.get(str(body.get("token", "")).removeprefix("Bot "))
        if application is None:
            await self.close(Close.AUTHENTICATION_FAILED)
            return
        session = self._world.sessions.by_id.get(str(body.get("session_id")))
        missed = None
        if session is not None and session.application_id == application.id and not self._too_late(session):
            missed = session.missed_since(int(body.get("seq") or 0))
        if session is None or missed is None or self._world.always_invalid_session:
            if session is not None:
                self._world.sessions.forget(session)
            self.push(encode({"op": Op.INVALID_SESSION, "d": False, "s": None, "t": None}))
            return
        if isinstance(session.connection, GatewayConnection):
            stale = session.connection
            session.connection = None
            await stale.close(4000)
        self.session = session
        session.connection = self
        session.left_at = None
        session.stop_missing()
        for payload in missed:
            self.push(payload)
        session.dispatch("RESUMED", b"{}")

    def _too_late(self, session: Session) -> bool:
        if session.left_at is None:
            return False
        return self._world.wire_now() - session.left_at > self._world.limits.resume_seconds

    def _send_members(self, session: Session, body: Body) -> None:
        guild_ids = body["guild_id"] if isinstance(body["guild_id"], list) else [body["guild_id"]]
        guild = self._world.guilds.get(int(guild_ids[0]))
        if guild is None:
            return
        members = list(guild.members.values())
        not_found: list[str] = []
        wanted = body.get("user_ids")
        if wanted is not None:
            ids = [int(user_id) for user_id in (wanted if isinstance(wanted, list) else [wanted])]
            members = [guild.members[user_id] for user_id in ids if user_id in guild.members]
            not_found = [str(user_id) for user_id in ids if user_id not in guild.members]
        elif body.get("query"):
            start = str(body["query"]).casefold()
            members = [m for m in members if (m.nick or m.user.name).casefold().startswith(start)]
        if body.get("limit"):
            members = members[: int(body["limit"])]
        chunks = [members[at : at + _CHUNK] for at in range(0, len(members), _CHUNK)] or [[]]
        for index, chunk in enumerate(chunks):
            answer: Body = {
                "guild_id": str(guild.id),
                "members": [member.body() for member in chunk],
                "chunk_index": index,
                "chunk_count": len(chunks),
                "not_found": not_found,
            }
            if body.get("nonce"):
                answer["nonce"] = body["nonce"]
            session.dispatch("GUILD_MEMBERS_CHUNK", encode(answer))


def _read_shard(stated: object) -> tuple[int, int] | None:
    """The shard of an IDENTIFY; all guilds on one where it states none; None for what is no shard."""
    match stated:
        case None:
            return 0, 1
        case [int(number), int(count)] if 0 <= number < count:
            return number, count
        case _:
            return None


async def serve_gateway(world: World, traffic: TrafficLog, request: web.BaseRequest) -> web.StreamResponse:
    socket = web.WebSocketResponse(max_msg_size=0, compress=False, autoping=True)
    await socket.prepare(request)
    transport = request.transport if isinstance(request.transport, asyncio.Transport) else None
    connection = GatewayConnection(world, traffic, socket, transport=transport, compress=request.query.get("compress"))
    await connection.run()
    return socket
