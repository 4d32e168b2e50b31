"""The local Discord: one HTTP and websocket server on loopback, with its people."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from aiohttp import web

from bot.clock import Clock, SystemClock
from bot.rehearsal.discord_server import routes
from bot.rehearsal.discord_server.buckets import Buckets
from bot.rehearsal.discord_server.channels import Channel, ChannelType
from bot.rehearsal.discord_server.event_automation import update_events
from bot.rehearsal.discord_server.faults import Faults
from bot.rehearsal.discord_server.gateway import serve_gateway
from bot.rehearsal.discord_server.gateway_sessions import GatewaySessions
from bot.rehearsal.discord_server.guilds import Guild, Member, Role
from bot.rehearsal.discord_server.limits import GENEROUS, Limits
from bot.rehearsal.discord_server.mischief import Damage, Mischief
from bot.rehearsal.discord_server.people import Person
from bot.rehearsal.discord_server.permissions import BOT_DEFAULT, EVERYONE_DEFAULT, NONE, Overwrite, Permission
from bot.rehearsal.discord_server.quiet import Quiet
from bot.rehearsal.discord_server.received import Received
from bot.rehearsal.discord_server.rest import RestSide
from bot.rehearsal.discord_server.routes.guilds import add_channel
from bot.rehearsal.discord_server.routes.roles import add_role
from bot.rehearsal.discord_server.routing import RouteTree
from bot.rehearsal.discord_server.traffic import TrafficLog
from bot.rehearsal.discord_server.users import Application, User
from bot.rehearsal.discord_server.world import World

_HOST = "127.0.0.1"


class LocalDiscord:
    """``clock`` is course time, for snowflakes and timestamps only; every limit is real time.

    ``limits`` None is generous. ``faults`` is a fault profile, with ``seed`` unless it has one of its own.
    ``traffic_log`` gets every body in both directions, one JSON object a line.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        seed: int = 0,
        traffic_log: Path | None = None,
        limits: Limits | None = None,
        faults: Faults | None = None,
    ) -> None:
        self.seed = seed
        self.limits = limits or GENEROUS
        self._quiet = Quiet()
        self.world = World(clock=clock, limits=self.limits, quiet=self._quiet, sessions=GatewaySessions(self._quiet))
        self._traffic = TrafficLog(traffic_log)
        self._mischief: Mischief | None = None
        if faults is not None:
            self._mischief = Mischief(self.world, replace(faults, seed=faults.seed or seed))
            self.world.sessions.post = self._mischief.post
            self.world.after_act = self._mischief.after_act
            self.world.always_invalid_session = faults.invalid_session
        self._runner: web.ServerRunner | None = None
        self._rest: RestSide | None = None
        self.people: list[Person] = []
        self._names: Counter[str] = Counter()
        clock.on_moved(lambda: update_events(self.world))

    # -- running

    async def start(self, port: int = 0) -> None:
        """Listens on loopback; port 0 takes a free one."""
        epoch = SystemClock().now().timestamp() - asyncio.get_running_loop().time()
        self._rest = RestSide(
            self.world, self._traffic, RouteTree(routes.ALL), Buckets(self.limits, epoch), self._mischief
        )
        self._runner = web.ServerRunner(web.Server(self._serve, access_log=None))
        await self._runner.setup()
        site = web.TCPSite(self._runner, _HOST, port, backlog=4096)
        await site.start()
        bound = self._runner.addresses[0][1]
        self.world.base_url = f"http://{_HOST}:{bound}"
        self.world.gateway_url = f"ws://{_HOST}:{bound}/gateway"

    async def stop(self) -> None:
        for session in list(self.world.sessions.by_id.values()):
            if session.connection is not None:
                await session.connection.close(1001)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        for interaction in self.world.interactions.values():
            if interaction.timer is not None:
                interaction.timer.cancel()
        self._traffic.close()

    @property
    def api_url(self) -> str:
        return f"{self.world.base_url}/api/v10"

    @property
    def gateway_url(self) -> str:
        return self.world.gateway_url

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.rel_url.raw_path
        if path.startswith("/api/") and self._rest is not None:
            return await self._rest.serve(request)
        if path.startswith("/gateway"):
            return await serve_gateway(self.world, self._traffic, request)
        if path.startswith("/attachments/"):
            return self._serve_file(path)
        return web.Response(status=404)

    def _serve_file(self, path: str) -> web.StreamResponse:
        identifier = path.split("/")[3] if path.count("/") >= 3 else ""
        stored = self.world.files.get(int(identifier)) if identifier.isdecimal() else None
        if stored is None:
            return web.Response(status=404)
        return web.Response(body=stored.data, content_type=stored.content_type.split(";")[0])

    # -- quiet

    @property
    def idle(self) -> bool:
        """No request in flight, no undelivered event, no interaction awaiting an answer."""
        return self._quiet.now

    @property
    def busy(self) -> dict[str, int]:
        """What is under way, by name."""
        return self._quiet.busy

    async def wait_idle(self, settle: float = 0.02) -> None:
        """Until nothing was under way for ``settle`` real seconds."""
        await self._quiet.wait(settle)

    # -- who is there

    @property
    def received(self) -> list[Received]:
        return self.world.received

    async def wait_received(self, wanted: Callable[[Received], bool]) -> Received:
        """The first message or edit that is wanted, of those already received or still to come."""
        for received in self.world.received:
            if wanted(received):
                return received
        waiting: asyncio.Future[Received] = asyncio.get_running_loop().create_future()
        self.world.waiting_for_received.append((wanted, waiting))
        return await waiting

    @property
    def damages(self) -> list[Damage]:
        """What the fault profile did to the guild."""
        return [] if self._mischief is None else self._mischief.damages

    def flush(self) -> None:
        """Writes the traffic log out, so that it can be read while the server runs."""
        self._traffic.flush()

    def add_application(self, *, token: str, name: str) -> Application:
        """An application with its bot user, owned by a person of its own."""
        make = self.world.snowflakes.make
        owner = self._add_user(User(id=make(), name=f"Owner of {name}"))
        user = self._add_user(User(id=make(), name=name, bot=True))
        application = Application(id=user.id, name=name, token=token, user=user, owner=owner)
        self.world.applications[application.id] = application
        self.world.applications_by_token[token] = application
        return application

    def _add_user(self, user: User) -> User:
        self._names[user.name] += 1
        same = self._names[user.name]
        user.key = user.name if same == 1 else f"{user.name} #{same}"
        self.world.users[user.id] = user
        return user

    def add_person(self, *, name: str, locale: str = "en-US", accepts_dms: bool = True) -> Person:
        user = User(id=self.world.snowflakes.make(), name=name, locale=locale, accepts_dms=accepts_dms)
        person = Person(self.world, self._add_user(user))
        self.people.append(person)
        return person

    def add_guild(
        self,
        *,
        name: str,
        owner: Person,
        bot: Application,
        locale: str = "en-US",
        bot_permissions: int = BOT_DEFAULT,
    ) -> Guild:
        """A community guild with #general, the bot's own role on top, and the owner in it."""
        world = self.world
        guild = Guild(id=world.snowflakes.make(), name=name, owner_id=owner.id, locale=locale)
        guild.roles[guild.id] = Role(id=guild.id, name="@everyone", permissions=EVERYONE_DEFAULT, position=0)
        own = Role(
            id=world.snowflakes.make(),
            name=bot.name,
            permissions=bot_permissions,
            position=1,
            managed=True,
            bot_id=bot.user.id,
        )
        guild.roles[own.id] = own
        guild.members[owner.id] = Member(user=owner.user, joined=world.now())
        guild.members[bot.user.id] = Member(user=bot.user, joined=world.now(), role_ids=[own.id])
        guild.application_ids.append(bot.id)
        world.guilds[guild.id] = guild
        guild.system_channel_id = self.add_channel(guild, "general").id
        return guild

    def add_channel(
        self,
        guild: Guild,
        name: str,
        kind: ChannelType = ChannelType.TEXT,
        *,
        hidden_from_everyone: bool = False,
        shown_to: tuple[Role | Person | Application, ...] = (),
    ) -> Channel:
        """``shown_to`` are let into a channel that is hidden from everyone else."""
        channel = Channel(
            id=self.world.snowflakes.make(), kind=kind, name=name, guild_id=guild.id, position=len(guild.channels)
        )
        view = Permission.VIEW_CHANNEL
        if hidden_from_everyone:
            channel.overwrites[guild.id] = Overwrite(id=guild.id, kind=0, allow=NONE, deny=view)
        for shown in shown_to:
            identifier = shown.user.id if isinstance(shown, Application) else shown.id
            kind_of = 0 if isinstance(shown, Role) else 1
            channel.overwrites[identifier] = Overwrite(id=identifier, kind=kind_of, allow=view, deny=NONE)
        add_channel(self.world, guild, channel)
        return channel

    def add_role(self, guild: Guild, name: str, permissions: int = NONE, *, mentionable: bool = False) -> Role:
        return add_role(self.world, guild, name=name, permissions=permissions, mentionable=mentionable)

    def give_role(self, guild: Guild, person: Person, role: Role) -> None:
        """As an organiser does it by hand."""
        member = guild.members[person.id]
        if role.id not in member.role_ids:
            member.role_ids.append(role.id)
            self.world.tell(guild, "GUILD_MEMBER_UPDATE", member.body() | {"guild_id": str(guild.id)})
