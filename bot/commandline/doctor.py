"""`marathon doctor`: what works, what does not, and the cure, a line each."""

import asyncio
import os
import shutil
import stat
from datetime import datetime
from pathlib import Path
from typing import Annotated

import aiohttp
import aiosmtplib
import typer
from rich.markup import escape

from bot.clock import SystemClock
from bot.commandline.discord_account import DISCORD, PORTAL, SECONDS, Account, examine, no_answer
from bot.commandline.failures import FAILED, output
from bot.commandline.findings import Finding, State, fail, ok, warn
from bot.commandline.invocation import invocation
from bot.commandline.languages import has_texts, list_languages
from config import texts
from config.settings import Settings
from sessions.domain.moments import zone_data_version
from sessions.storage.engine import read_address
from sessions.storage.errors import DatabaseIsOlder, StorageError
from sessions.storage.figures import Figures, read_figures
from sessions.storage.store import Store

SCRIPTS = {
    "ar": "Arabic",
    "am": "Ethiopic",
    "hi": "Devanagari",
    "th": "Thai",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
}
"""Languages whose scripts certificates and pictures need, as fontconfig names them."""

COLOURS = {State.OK: "green", State.WARN: "yellow", State.FAIL: "red"}


def register(app: typer.Typer) -> None:
    app.command("doctor")(doctor)


async def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print it for a script.")] = False) -> None:
    """Say what works and what does not: settings, database, Discord, web address, e-mail, languages, zones,
    fonts.

    Ends with 1 when something must be cured before `marathon run`.
    """
    settings = invocation().settings()
    database, figures = await examine_database(settings.database_url)
    async with aiohttp.ClientSession() as http:
        discord, web, mail = await asyncio.gather(
            examine_discord(http, settings, figures), examine_web(http, settings), examine_mail(settings)
        )
    found = [ok("settings", "every setting can be used"), *database, *discord, *web, *examine_keys(settings), *mail]
    found += [examine_language(settings), examine_zones(SystemClock().now()), await examine_fonts()]
    if as_json:
        output.print_json(
            data=[{"subject": f.subject, "state": f.state, "says": f.says, "cure": f.cure} for f in found]
        )
    else:
        _show(found)
    if any(finding.state is State.FAIL for finding in found):
        raise typer.Exit(FAILED)


def _show(found: list[Finding]) -> None:
    for finding in found:
        colour = COLOURS[finding.state]
        output.print(f"[{colour}]{finding.state:<4}[/{colour}]  {escape(finding.subject)}: {escape(finding.says)}")
        if finding.cure:
            output.print(f"      → {finding.cure}", markup=False)


async def examine_database(url: str) -> tuple[list[Finding], Figures | None]:
    """Looks without changing anything; what the database holds, when it can be read."""
    try:
        address = read_address(url)
        if address.path is not None and not address.path.exists():
            folder = address.path.parent
            if folder.is_dir() and os.access(folder, os.W_OK):
                return [ok("database", f"{address}: not there yet, made at the first start")], None
            cure = f"Make the folder {folder} writable for this user, or set MARATHON_DATABASE_URL."
            return [fail("database", f"{address} cannot be made", cure)], None
        store = await Store.open(url, migrate=False)
    except DatabaseIsOlder as error:
        return [warn("database", str(error), "Back up first: marathon backup.")], None
    except StorageError as error:
        return [fail("database", str(error), "Set MARATHON_DATABASE_URL, or see the operator's guide.")], None
    try:
        figures = await store.read(read_figures)
    finally:
        await store.close()
    return [ok("database", f"{address}: {figures.entries:,} journal entries, {len(figures.homes)} marathons")], figures


async def examine_discord(http: aiohttp.ClientSession, settings: Settings, figures: Figures | None) -> list[Finding]:
    """Token, intents, and in each marathon's server permissions, channels and roles."""
    if settings.discord_token is None:
        cure = f"Make an application at {PORTAL}, copy its bot's token into MARATHON_DISCORD_TOKEN."
        return [fail("token", "none is set", cure + " Without one: marathon rehearse.")]
    account = Account(http, settings.discord_token.get_secret_value(), settings.discord_api_url or DISCORD)
    return await examine(account, figures.homes if figures else ())


async def examine_web(http: aiohttp.ClientSession, settings: Settings) -> list[Finding]:
    """Whether the address in links leads to a web face."""
    if settings.public_url is None:
        cure = "Set MARATHON_PUBLIC_URL to the address people reach the web face by."
        return [warn("public URL", f"none is set: links lead to {settings.address}, on this machine only", cure)]
    found = []
    if not settings.public_url.startswith("https://"):
        found.append(
            warn("public URL", "is not https: secret links go over the wire readable", "Put a TLS proxy before it.")
        )
    try:
        async with http.get(f"{settings.public_url}/health", timeout=aiohttp.ClientTimeout(total=SECONDS)) as answer:
            if answer.status == 200:
                return [*found, ok("public URL", f"{settings.public_url} answers")]
            says = f"{settings.public_url}/health answers {answer.status}"
    except (aiohttp.ClientError, TimeoutError) as error:
        says = f"{settings.public_url} does not answer: {no_answer(error)}"
    cure = f"Start `marathon run`, and lead the address to {settings.web_host}:{settings.web_port}."
    return [*found, warn("public URL", says, cure)]


def examine_keys(settings: Settings) -> list[Finding]:
    """The keys of secret links and of certificates: there, and readable by nobody else."""
    found = []
    path = read_address(settings.database_url).path
    if settings.server_key is None and path is None:
        cure = "Set MARATHON_SERVER_KEY_FILE to a file with what `openssl rand -hex 32` prints."
        found.append(warn("server key", "none is set: there are no personal calendars", cure))
    elif settings.server_key is None:
        found.append(ok("server key", f"in {path}.key, made at the first start: belongs into every backup"))
    else:
        found.append(ok("server key", "is set"))
    folder = settings.keys_dir
    if not folder.is_dir():
        return [*found, ok("keys folder", f"{folder}: not there yet, made when first needed")]
    open_files = [path.name for path in [folder, *sorted(folder.iterdir())] if _is_open(path)]
    if open_files:
        says = f"others on this machine can read {', '.join(open_files)}"
        return [*found, warn("keys folder", says, f"chmod -R go-rwx {folder}")]
    return [*found, ok("keys folder", f"{folder}: readable by this user only")]


def _is_open(path: Path) -> bool:
    if path.name.endswith((".pub", ".pub.json", ".pub.pem")):
        return False
    return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


async def examine_mail(settings: Settings) -> list[Finding]:
    """Whether the mail server takes us."""
    if settings.smtp_host is None:
        return [ok("e-mail", "no mail server is set: what is to be mailed can be exported")]
    if settings.smtp_from is None:
        return [fail("e-mail", "no sender's address is set", "Set MARATHON_SMTP_FROM.")]
    place = f"{settings.smtp_host}:{settings.smtp_port}"
    client = aiosmtplib.SMTP(
        hostname=settings.smtp_host,
        port=settings.smtp_port,
        timeout=SECONDS,
        use_tls=settings.smtp_security == "tls",
        start_tls=settings.smtp_security == "starttls",
        username=settings.smtp_user,
        password=settings.smtp_password.get_secret_value() if settings.smtp_password else None,
    )
    try:
        async with client:
            return [ok("e-mail", f"{place} takes us; mail comes from {settings.smtp_from}")]
    except aiosmtplib.SMTPAuthenticationError:
        return [
            fail("e-mail", f"{place} refuses the account", "Look at MARATHON_SMTP_USER and MARATHON_SMTP_PASSWORD.")
        ]
    except (aiosmtplib.SMTPException, OSError) as error:
        return [fail("e-mail", f"{place}: {error}", "Look at MARATHON_SMTP_HOST, _PORT and _SECURITY.")]


def examine_language(settings: Settings) -> Finding:
    """Which languages people are spoken to in, and whether the installation's own is among them."""
    if not has_texts(settings.language):
        cure = f"Set MARATHON_LANGUAGE to one of: {', '.join(texts.languages())}."
        return warn("languages", f"MARATHON_LANGUAGE is {settings.language}, in which there are no texts", cure)
    return ok("languages", f"there are texts in {list_languages()}")


def examine_zones(now: datetime) -> Finding:
    """The IANA zone data in use (``2025b``); countries change their clocks at short notice."""
    version = zone_data_version()
    if now.year - int(version[:4]) > 1:
        return warn("time zones", f"zone data {version} is old", "Upgrade Marathon: it brings newer zone data.")
    return ok("time zones", f"zone data {version}")


async def examine_fonts() -> Finding:
    """Whether names in every script can be drawn, asked of fontconfig."""
    program = shutil.which("fc-list")
    cure = "Install fonts-noto-core and fonts-noto-cjk (Debian's names)."
    if program is None:
        return warn("fonts", "fontconfig is not installed: cannot say which scripts can be drawn", cure)
    lacking = [script for language, script in SCRIPTS.items() if not await _has_font(program, language)]
    if lacking:
        return warn("fonts", f"certificates and pictures cannot show: {', '.join(lacking)}", cure)
    return ok("fonts", f"names can be drawn in Latin, {', '.join(SCRIPTS.values())}")


async def _has_font(program: str, language: str) -> bool:
    process = await asyncio.create_subprocess_exec(program, f":lang={language}", "file", stdout=asyncio.subprocess.PIPE)
    told, _ = await process.communicate()
    return bool(told.strip())
