"""One running installation: database, heartbeat, chat face, web face; opened and closed in one order."""

import asyncio
import gc
import logging
from datetime import datetime
from functools import partial

from bot.app.housekeeping import Housekeeping
from bot.app.means import Means
from bot.app.monitoring import Monitoring
from bot.app.personal_feeds import FetchNotes, PersonalFeeds, feed_address
from bot.app.personal_pages import PersonalPages
from bot.app.web_certificates import build_certificate_facts
from bot.app.web_facts import NoFeeds, build_facts
from bot.calendar_words import words
from bot.chat import direct
from bot.chat.client import MarathonClient, ShardedClient, TokenRefused
from bot.chat.context import Chat
from bot.chat.presence import VoiceWatch
from bot.chat.sender import DiscordSender
from bot.clock import Clock, wire_now
from bot.heartbeat import Heartbeat
from bot.mail import MailSender, MailServer
from bot.metrics import Metrics
from bot.personal_links import PersonalLinks
from bot.web import certificates, personal
from bot.web.application import build_web
from bot.web.metrics import build_monitoring
from bot.web.personal import PersonalFacts
from bot.web.server import WebServer
from bot.web.shelf import FeedSource
from bot.wording import Wording
from config import texts
from sessions.credentials.workshop import Workshop
from sessions.domain.shards import Shards
from sessions.services import deliveries, reminders
from sessions.services.attendance import CheckIns
from sessions.services.deliveries import Moments
from sessions.services.presence import Presences
from sessions.storage.calendars import Holder
from sessions.storage.rotation import Rotation
from sessions.storage.store import Change, Store

logger = logging.getLogger(__name__)

SHUTDOWN = 8.0
"""Seconds that what is in flight gets when the bot stops; systemd and Docker are told ten."""


def calm_collector() -> None:
    """Spares the garbage collector what lives as long as the process (modules, commands, caches), and lets it look
    less often: in a storm of clicks each look would go through thousands of interactions that are still alive."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


class RefusedTokenError(Exception):
    """Discord does not know the token."""


class Installation:
    """Opened by ``open``; then ``start_bot`` and ``start_web``, each alone or both; ``close`` at the end."""

    def __init__(
        self,
        store: Store,
        *,
        clock: Clock,
        public_url: str | None,
        server_key: bytes | None,
        workshop: Workshop | None = None,
        mail: MailServer | None = None,
        language: str = "en",
        nights: bool = True,
        rotation: Rotation | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.wording = Wording(texts.catalogue, strict=False)
        self._pages = Wording(texts.catalogue, isolating=True, strict=False)
        self._public_url = public_url
        self._server_key = server_key
        self.workshop = workshop
        self._mail = mail
        self._language = language
        self._fetches = FetchNotes(store)
        self.check_ins = CheckIns(store, secret=server_key)
        self.presences = Presences(store)
        self._voice = VoiceWatch(self.presences, clock)
        self._came_or_went = False
        self.metrics = Metrics()
        self._monitoring = Monitoring(store, self.metrics, clock.now)
        self._watched: WebServer | None = None
        self.client: MarathonClient | None = None
        self.direct_messages: direct.DirectMessages | None = None
        self.heartbeat: Heartbeat | None = None
        self.web: WebServer | None = None
        files = None if workshop is None else workshop.files
        self._housekeeping = Housekeeping(store, nights=nights, rotation=rotation, files=files)
        self._sender: Means | None = None
        self._gateway: asyncio.Task[None] | None = None

    @classmethod
    async def open(
        cls,
        database_url: str,
        *,
        clock: Clock,
        public_url: str | None = None,
        server_key: bytes | None = None,
        workshop: Workshop | None = None,
        mail: MailServer | None = None,
        nights: bool = True,
        rotation: Rotation | None = None,
    ) -> "Installation":
        """Opens (and upgrades) the database. Without ``server_key`` there are no personal feeds and pages, without
        ``workshop`` no certificates, without ``mail`` no e-mail, without ``rotation`` no nightly backups,
        without ``nights`` no nightly verification either.
        StorageError when the database cannot be used."""
        store = await Store.open(database_url)
        return cls(
            store,
            clock=clock,
            public_url=public_url,
            server_key=server_key,
            workshop=workshop,
            mail=mail,
            nights=nights,
            rotation=rotation,
        )

    async def start_bot(
        self,
        token: str,
        *,
        api_url: str | None = None,
        shards: Shards | None = None,
        dms_per_second: float = direct.PER_SECOND,
    ) -> None:
        """Logs in, publishes the commands, connects, and starts the heartbeat once the gateway is up. ``shards``: which
        of them this process runs; None: all of Discord on one. So many direct messages a second are opened. Raises
        RefusedTokenError, aiohttp's ClientError for a Discord that cannot be reached, or a StorageError where another
        process runs these shards."""
        await self.store.join(shards or Shards())
        chat = Chat(
            store=self.store,
            clock=self.clock,
            wording=self.wording,
            check_ins=self.check_ins,
            feed_url=self.feed_url,
            personal_feed_url=self.personal_feed_url,
            read_link_code=self._read_link_code,
            workshop=None if self._public_url is None else self.workshop,
        )
        if shards is None:
            self.client = MarathonClient(chat, voice=self._voice, api_url=api_url, metrics=self.metrics)
        else:
            self.client = ShardedClient(chat, voice=self._voice, api_url=api_url, shards=shards, metrics=self.metrics)
        self._monitoring.client = self.client
        self.store.on_commit(self._poke)
        self.client.pace.share(self.store.bots)
        self.direct_messages = direct.DirectMessages(self.client, per_second=dms_per_second)
        self.direct_messages.share(self.store.bots)
        self._sender = Means(
            DiscordSender(
                self.client,
                self.store,
                self.wording,
                self.feed_url,
                self.personal_feed_url,
                direct=self.direct_messages,
            ),
            self._mail_sender(self._mail),
            metrics=self.metrics,
            now=self.clock.now,
        )
        try:
            await self.client.enter(token)
        except TokenRefused as error:
            raise RefusedTokenError(str(error)) from error
        await self.presences.recover()
        self._voice.start()
        self._gateway = asyncio.create_task(self.client.connect(reconnect=True), name="gateway")
        ready = asyncio.create_task(self.client.wait_until_ready(), name="ready")
        await asyncio.wait({self._gateway, ready}, return_when=asyncio.FIRST_COMPLETED)
        if self._gateway.done():
            ready.cancel()
            await self._gateway
        await deliveries.take_over(self.store, self.store.owner)
        self.heartbeat = Heartbeat(self.clock, self._beat)
        self.heartbeat.start()
        calm_collector()

    async def start_web(self, host: str, port: int) -> int:
        """Listens; the port. CannotListenError when it is taken."""
        public_url = self._public_url or f"http://{host}:{port}"
        facts = build_facts(
            self.store,
            wording=self._pages,
            clock=self.clock,
            public_url=public_url,
            check_health=self._monitoring.check_health,
            count_feed=self.metrics.count_feed,
            personal_feeds=self._personal_feeds(public_url),
            note_fetch=self._fetches.note,
            default_language=self._language,
        )
        more = []
        if self.workshop is not None:
            made = build_certificate_facts(self.store, workshop=self.workshop, clock=self.clock)
            more.append(certificates.routes(facts, made))
        self._fetches.start()
        links = self._links(public_url)
        if links is not None:
            more.append(personal.routes(facts, self._personal_pages(links)))
        self.web = WebServer(build_web(facts, *more), host=host, port=port)
        got = await self.web.start()
        calm_collector()
        return got

    async def start_monitoring(self, host: str, port: int) -> int:
        """Serves figures and health for monitoring alone; the port. CannotListenError when it is taken."""
        application = build_monitoring(self._monitoring.tell, self._monitoring.check_health)
        self._watched = WebServer(application, host=host, port=port)
        return await self._watched.start()

    def use_mail(self, mail: MailServer | None) -> None:
        """From the next letter on; those on their way go as they began."""
        self._mail = mail
        if self._sender is not None:
            self._sender.mail = self._mail_sender(mail)

    def _mail_sender(self, mail: MailServer | None) -> MailSender:
        return MailSender(mail, self.store, self.wording, self._links(self._public_url))

    async def close(self) -> None:
        """What is in flight is finished, then everything is let go, in the opposite order of starting."""
        if self.heartbeat is not None:
            try:
                async with asyncio.timeout(SHUTDOWN):
                    await self.heartbeat.stop()
            except TimeoutError:
                logger.warning("a beat was cut off after %g seconds: what it had begun is for the next start", SHUTDOWN)
        await self._housekeeping.stop()
        await self._voice.stop()
        await self.presences.stop(self.clock.now())
        if self.client is not None:
            await self.client.close()
        if self._gateway is not None:
            self._gateway.cancel()
            await asyncio.gather(self._gateway, return_exceptions=True)
        for server in (self.web, self._watched):
            if server is not None:
                await server.stop()
        await self._fetches.stop()
        await self.store.close()

    async def wait(self) -> None:
        """Until the gateway ends for good; for ever where only the web face runs."""
        if self._gateway is None:
            await asyncio.Event().wait()
        else:
            await self._gateway

    @property
    def idle(self) -> bool:
        """Nothing is being written, sent or due."""
        kept = self._housekeeping.idle and (self.heartbeat is None or self.heartbeat.idle)
        return kept and self.store.idle and self.presences.idle

    def feed_url(self, key: str) -> str | None:
        return None if self._public_url is None else f"{self._public_url}/calendar/{key}.ics"

    def personal_feed_url(self, holder: Holder) -> str | None:
        """A participant's secret address; None where there is no public URL or no server key."""
        if self._public_url is None or self._server_key is None:
            return None
        return feed_address(self._public_url, self._server_key, holder)

    def _links(self, public_url: str | None) -> PersonalLinks | None:
        """Secret links; None without a server key, or without an address to reach them at."""
        if self._server_key is None or public_url is None:
            return None
        return PersonalLinks(public_url=public_url, key=self._server_key)

    def _read_link_code(self, typed: str) -> int | None:
        links = self._links(self._public_url)
        return None if links is None else links.read_code(typed)

    def _personal_pages(self, links: PersonalLinks) -> PersonalFacts:
        pages = PersonalPages(
            store=self.store,
            wording=self._pages,
            links=links,
            feed=self.personal_feed_url,
            now=self.clock.now,
            workshop=self.workshop,
        )
        return PersonalFacts(
            find=pages.find, act=pages.act, appeal=pages.appeal, certificate=pages.certificate, data=pages.data
        )

    def _personal_feeds(self, public_url: str) -> FeedSource:
        if self._server_key is None:
            return NoFeeds()
        return PersonalFeeds(
            store=self.store,
            wording=self.wording,
            words=partial(words, self.wording),
            public_url=public_url,
            key=self._server_key,
            now=self.clock.now,
        )

    def _poke(self, change: Change) -> None:
        """Evidence changes nothing that is owed; everything else may."""
        if change is Change.COMPANY:
            self._came_or_went = True
            if self.client is not None:
                self.client.pace.share(self.store.bots)
                if self.direct_messages is not None:
                    self.direct_messages.share(self.store.bots)
        if change is not Change.EVIDENCE and self.heartbeat is not None:
            self.heartbeat.poke()

    async def _beat(self, now: datetime) -> datetime | None:
        """What falls due of itself, owed, said, recorded; then the next moment. Of several processes one keeps house
        and finds what is owed; each says its part of it."""
        assert self._sender is not None
        coming: list[datetime | None] = []
        if self.store.keeps_house:
            if self._came_or_went:
                self._came_or_went = False
                await self.presences.recover()
            coming.append(await self._housekeeping.keep(now))
            coming.append((await reminders.owe(self.store, now=now)).next)
        moments = Moments(course=self.clock.now, wire=wire_now)
        await deliveries.dispatch(self.store, self._sender, moments=moments, owner=self.store.owner)
        coming.append(await deliveries.next_try(self.store))
        return min((moment for moment in coming if moment is not None), default=None)
