"""`marathon run`, `marathon bot`, `marathon web`: the service itself, until it is told to stop."""

import asyncio
import signal
from typing import Annotated

import aiohttp
import typer

from bot.app import Installation
from bot.app.installation import RefusedTokenError
from bot.app.server_key import find_server_key
from bot.clock import SystemClock
from bot.commandline.failures import errors, stop
from bot.commandline.invocation import invocation, start_log
from bot.commandline.reloading import Reloading
from bot.mail import MailServer
from bot.web.server import CannotListenError
from bot.workshop import open_workshop
from config.settings import Settings, split_shards
from sessions.domain.shards import Shards
from sessions.storage.engine import read_address
from sessions.storage.rotation import Rotation
from sessions.storage.store import Store

NO_TOKEN = (
    "There is no Discord token: make an application with a bot at https://discord.com/developers, copy its token "
    "into MARATHON_DISCORD_TOKEN, and `marathon doctor` says what else is missing.\n"
    "To see a whole marathon without Discord: `marathon rehearse`."
)
Port = Annotated[int | None, typer.Option("--port", min=0, max=65535, help="Over MARATHON_WEB_PORT.")]


def register(app: typer.Typer) -> None:
    app.command("run")(run)
    app.command("bot")(bot)
    app.command("web")(web)


async def run(port: Port = None) -> None:
    """Run the bot and the web face together, until SIGTERM or Ctrl+C."""
    await _serve(with_bot=True, with_web=True, port=port)


async def bot() -> None:
    """Run the bot alone."""
    await _serve(with_bot=True, with_web=False, port=None)


async def web(port: Port = None) -> None:
    """Run the web face alone: calendar feeds, public pages, health."""
    await _serve(with_bot=False, with_web=True, port=port)


async def _serve(*, with_bot: bool, with_web: bool, port: int | None) -> None:
    settings = invocation().settings()
    if with_bot and settings.discord_token is None:
        stop(NO_TOKEN)
    start_log(settings)
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    installation = _install(await Store.open(settings.database_url), settings)

    def apply(changed: Settings) -> None:
        start_log(changed)
        installation.use_mail(mail_server(changed))

    try:
        Reloading(settings, load=invocation().settings, apply=apply).listen()
        if with_web:
            await _start_web(installation, settings, port)
        if settings.metrics_port is not None:
            await _start_monitoring(installation, settings.metrics_host, settings.metrics_port)
        if with_bot:
            await _start_bot(installation, settings)
        errors.print("Running. Stop with Ctrl+C or SIGTERM.")
        await _until(stopping, installation)
    finally:
        await installation.close()


def _install(store: Store, settings: Settings) -> Installation:
    """Keys are made only beside a database that can be used: what cannot start leaves nothing behind."""
    key = settings.server_key
    return Installation(
        store,
        clock=SystemClock(),
        public_url=settings.public_url,
        server_key=find_server_key(
            None if key is None else key.get_secret_value(), read_address(settings.database_url).path
        ),
        workshop=open_workshop(
            keys=settings.keys_dir,
            files=settings.certificates_dir,
            address=settings.address,
            look=settings.certificates_look,
        ),
        mail=mail_server(settings),
        language=settings.language,
        rotation=Rotation(folder=settings.backups_dir, keep=settings.backups_kept) if settings.backups_kept else None,
    )


async def _start_web(installation: Installation, settings: Settings, port: int | None) -> None:
    wanted = settings.web_port if port is None else port
    try:
        got = await installation.start_web(settings.web_host, wanted)
    except CannotListenError as error:
        stop(f"The web face cannot start: {error}.")
    errors.print(f"Web face: http://{settings.web_host}:{got}/", markup=False)


async def _start_monitoring(installation: Installation, host: str, port: int) -> None:
    try:
        got = await installation.start_monitoring(host, port)
    except CannotListenError as error:
        stop(f"/metrics cannot be served: {str(error).replace('MARATHON_WEB_PORT', 'MARATHON_METRICS_PORT')}.")
    errors.print(f"Monitoring: http://{host}:{got}/metrics", markup=False)


async def _start_bot(installation: Installation, settings: Settings) -> None:
    assert settings.discord_token is not None
    try:
        shards = None if settings.shards is None else Shards(*split_shards(settings.shards))
        token = settings.discord_token.get_secret_value()
        await installation.start_bot(token, api_url=settings.discord_api_url, shards=shards)
    except RefusedTokenError:
        stop(
            "Discord refuses the token: make a new one at https://discord.com/developers "
            "and put it into MARATHON_DISCORD_TOKEN."
        )
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        stop(f"Discord cannot be reached ({type(error).__name__}). Check the network, then start again.")


def mail_server(settings: Settings) -> MailServer | None:
    """The mail server of the settings; None where none is set."""
    if settings.smtp_host is None or settings.smtp_from is None:
        return None
    password = settings.smtp_password
    return MailServer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        sender=settings.smtp_from,
        security=settings.smtp_security,
        user=settings.smtp_user,
        password=None if password is None else password.get_secret_value(),
    )


async def _until(stopping: asyncio.Event, installation: Installation) -> None:
    """Until somebody stops it, or the gateway ends for good (then its error is raised)."""
    told = asyncio.create_task(stopping.wait())
    ended = asyncio.create_task(installation.wait())
    done, left = await asyncio.wait({told, ended}, return_when=asyncio.FIRST_COMPLETED)
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    if ended in done:
        await ended
