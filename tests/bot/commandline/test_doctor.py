"""The doctor against a real Discord on loopback, a real database and a real mail server."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import SMTP

from bot.clock import CourseClock
from bot.commandline.discord_account import PORTAL, Account, examine, invite_link
from bot.commandline.doctor import examine_database, examine_keys, examine_language, examine_mail, examine_zones
from bot.commandline.findings import Finding, fail, ok, warn
from bot.rehearsal.discord_server import Application, Guild, LocalDiscord, Overwrite, Permission
from config import texts
from config.settings import load
from sessions.storage.figures import Home
from tests.bot.test_cli import marathon
from tests.builders import a_store, add_a_marathon

TOKEN = "a-token-of-the-rehearsal"
NOW = datetime(2025, 9, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    server: LocalDiscord
    application: Application
    guild: Guild
    home: Home

    async def examine(self, *homes: Home, token: str = TOKEN) -> list[Finding]:
        async with aiohttp.ClientSession() as http:
            return await examine(Account(http, token, self.server.api_url), homes)


@asynccontextmanager
async def a_scene() -> AsyncIterator[Scene]:
    """A guild with the bot in it, one channel and one role that a marathon is bound to."""
    server = LocalDiscord(clock=CourseClock(NOW))
    await server.start()
    try:
        application = server.add_application(token=TOKEN, name="Marathon")
        guild = server.add_guild(name="Hub", owner=server.add_person(name="Olga"), bot=application)
        own = next(role for role in guild.roles.values() if role.bot_id == application.user.id)
        role = server.add_role(guild, name="Participants")
        own.position = role.position + 1
        home = Home(
            marathon="who-cgmp-2025",
            guild_id=guild.id,
            bound={"channel:sessions": guild.channel("general").id, "role:participant": role.id},
        )
        yield Scene(server=server, application=application, guild=guild, home=home)
    finally:
        await server.stop()


async def test_everything_is_well() -> None:
    async with a_scene() as scene:
        assert await scene.examine(scene.home) == [
            ok("token", "Discord knows the bot as Marathon"),
            ok("intents", "the server members intent is on; no other privileged one is needed"),
            ok("who-cgmp-2025: Hub", "the bot has every permission it needs in the server"),
            ok("who-cgmp-2025: sessions", "#general: the bot may post, mention and read back"),
            ok("who-cgmp-2025: participant role", "@Participants: the bot may give and take it"),
        ]


async def test_refused_token_says_where_to_get_another() -> None:
    async with a_scene() as scene:
        cure = f"Reset the token at {PORTAL} (Bot, Reset Token) and set MARATHON_DISCORD_TOKEN to the new one."
        assert await scene.examine(token="wrong") == [fail("token", "Discord refuses it", cure)]


async def test_unreachable_discord() -> None:
    async with aiohttp.ClientSession() as http:
        found = await examine(Account(http, TOKEN, "http://127.0.0.1:1/api/v10"), [])
    assert found == [
        fail("Discord", "cannot be reached: Connection refused", "Look at this machine's way out to the internet.")
    ]


async def test_missing_intent_names_the_page() -> None:
    async with a_scene() as scene:
        scene.application.flags = 0
        found = await scene.examine(scene.home)
        cure = f"Turn on Server Members Intent at {PORTAL}/{scene.application.id}/bot."
        assert found[1] == fail("intents", "the server members intent is off", cure)


async def test_without_a_marathon_the_invite_link_is_given() -> None:
    async with a_scene() as scene:
        found = await scene.examine()
        link = invite_link(scene.application.id)
        assert found[2:] == [ok("invite", f"let the bot into a server: {link}")]
        assert link.endswith("&scope=bot+applications.commands&permissions=17601044663312")


async def test_channel_that_hides_from_the_bot_and_one_that_is_gone() -> None:
    async with a_scene() as scene:
        channel = scene.guild.channel("general")
        denied = Permission.SEND_MESSAGES | Permission.EMBED_LINKS
        channel.overwrites[scene.guild.id] = Overwrite(
            id=scene.guild.id, kind=0, allow=0, deny=denied | Permission.MENTION_EVERYONE
        )
        home = replace(scene.home, bound={"channel:sessions": channel.id, "channel:desk": 1, "role:organiser": 2})
        assert (await scene.examine(home))[3:] == [
            fail(
                "who-cgmp-2025: sessions",
                "in #general the bot lacks: Send messages, Embed links",
                "Allow it in the settings of #general.",
            ),
            fail("who-cgmp-2025: desk", "the channel is gone", "Run /setup again: it makes what was deleted."),
            fail("who-cgmp-2025: organiser role", "the role is gone", "Run /setup again: it makes what was deleted."),
        ]


async def test_role_above_the_bot_cannot_be_given() -> None:
    async with a_scene() as scene:
        scene.guild.role("Participants").position = 99
        assert (await scene.examine(scene.home))[-1] == fail(
            "who-cgmp-2025: participant role",
            "stands above the bot's own role",
            "Drag the bot's role above it in the server's role settings.",
        )


async def test_server_that_the_bot_was_not_let_into() -> None:
    async with a_scene() as scene:
        link = invite_link(scene.application.id)
        found = await scene.examine(replace(scene.home, guild_id=1), replace(scene.home, guild_id=None))
        assert found[2:] == [
            fail("who-cgmp-2025", "the bot is not in its server 1", f"Invite it: {link}"),
            warn("who-cgmp-2025", "lives in no server yet", f"Invite the bot ({link}), then /setup there."),
        ]


async def test_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    found, figures = await examine_database(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    assert (found, figures) == (
        [ok("database", f"{tmp_path / 'new.sqlite3'}: not there yet, made at the first start")],
        None,
    )


async def test_database_that_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("milk and bread, and whatever else is needed")
    found, figures = await examine_database(str(tmp_path / "notes.txt"))
    assert ([finding.state for finding in found], figures) == (["FAIL"], None)


async def test_keys_that_others_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    folder.mkdir(mode=0o700)
    (folder / "signing.pem").touch(mode=0o600)
    settings = load(environ={"MARATHON_KEYS_DIR": str(folder), "MARATHON_SERVER_KEY": "k" * 32}, folder=tmp_path)
    closed = examine_keys(settings)
    (folder / "signing.pem").chmod(0o644)
    assert (closed[1], examine_keys(settings)[1]) == (
        ok("keys folder", f"{folder}: readable by this user only"),
        warn("keys folder", "others on this machine can read signing.pem", f"chmod -R go-rwx {folder}"),
    )


@pytest.mark.parametrize(("year", "state"), [(2026, "OK"), (2031, "WARN")])
def test_old_zone_data_is_named(year: int, state: str) -> None:
    assert examine_zones(datetime(year, 11, 23, tzinfo=UTC)).state == state


def test_language_without_texts_is_named_with_those_that_have_some(tmp_path: Path) -> None:
    spoken, silent = (load(environ={"MARATHON_LANGUAGE": tag}, folder=tmp_path) for tag in ("fr", "tlh"))
    assert (examine_language(spoken).state, examine_language(silent)) == (
        "OK",
        warn(
            "languages",
            "MARATHON_LANGUAGE is tlh, in which there are no texts",
            f"Set MARATHON_LANGUAGE to one of: {', '.join(texts.languages())}.",
        ),
    )


async def test_mail_server_that_takes_us_and_one_that_is_not_there(tmp_path: Path) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Sink(), hostname="mail.example", loop=loop), "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        environ = {
            "MARATHON_SMTP_HOST": "127.0.0.1",
            "MARATHON_SMTP_PORT": str(port),
            "MARATHON_SMTP_SECURITY": "none",
            "MARATHON_SMTP_FROM": "marathon@example.org",
        }
        settings = load(environ=environ, folder=tmp_path)
        there = await examine_mail(settings)
    gone = await examine_mail(settings)
    assert there == [ok("e-mail", f"127.0.0.1:{port} takes us; mail comes from marathon@example.org")]
    assert [finding.state for finding in gone] == ["FAIL"]


async def test_whole_command_says_what_is_missing_and_ends_with_1(tmp_path: Path) -> None:
    async with a_store(f"sqlite:///{tmp_path / 'marathon.sqlite3'}") as store:
        await add_a_marathon(store)
    run = marathon("doctor", "--json", folder=tmp_path)
    found = {line["subject"]: line["state"] for line in json.loads(run.stdout)}
    assert (run.returncode, run.stderr) == (1, "")
    assert {subject: found[subject] for subject in ("settings", "database", "token", "public URL", "server key")} == {
        "settings": "OK",
        "database": "OK",
        "token": "FAIL",
        "public URL": "WARN",
        "server key": "OK",
    }


def test_settings_that_cannot_be_used_are_all_named_by_any_command_that_needs_them(tmp_path: Path) -> None:
    run = marathon("doctor", folder=tmp_path, MARATHON_WEB_PORT="x", MARATHON_LOG_LEVEL="loud")
    assert (run.returncode, run.stderr) == (
        1,
        "marathon: 2 settings cannot be used:\n"
        "  MARATHON_WEB_PORT is 'x': expected a whole number from 1 to 65535 (0: any free port)\n"
        "  MARATHON_LOG_LEVEL is 'loud': expected DEBUG, INFO, WARNING or ERROR\n",
    )
