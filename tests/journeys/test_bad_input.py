"""What goes wrong outside ends in one clear sentence, an exit code that is not 0, and nothing half-written."""

import asyncio
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import CourseClock
from bot.rehearsal.discord_server import LocalDiscord
from tests.bot.test_cli import ROOT, marathon
from tests.builders import a_store, add_a_marathon

TOKEN = "a-token-of-the-rehearsal"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder; SQLite's own side files left out, which come and go with each reader."""
    return {
        path.name: path.read_bytes() for path in sorted(folder.iterdir()) if not path.name.endswith(("-wal", "-shm"))
    }


def sentence(run: subprocess.CompletedProcess[str]) -> str:
    """What a refused command said; it said it in one line, on standard error only."""
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1), run.stderr
    return run.stderr.removeprefix("marathon: ").rstrip("\n")


@pytest.mark.parametrize("command", [("rehearse",), ("check",), ("programme", "import"), ("audit",)])
def test_unknown_programme_names_those_that_ship(tmp_path: Path, command: tuple[str, ...]) -> None:
    said = sentence(marathon(*command, "who-cgmp-2052", folder=tmp_path))
    assert said.startswith("There is no file who-cgmp-2052, and no such programme ships (")
    assert "who-cgmp-2025" in said
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("command", [("web",), ("programme", "import", "who-cgmp-2025"), ("journal", "verify")])
async def test_database_from_a_newer_version_is_not_touched(tmp_path: Path, command: tuple[str, ...]) -> None:
    async with a_store(f"sqlite:///{tmp_path / 'marathon.sqlite3'}") as store:
        await add_a_marathon(store)
    with closing(sqlite3.connect(tmp_path / "marathon.sqlite3")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = contents(tmp_path)
    said = sentence(marathon(*command, folder=tmp_path))
    assert said.startswith("The database is from a newer version of Marathon (its revision is 9999, this version knows")
    assert contents(tmp_path) == before


async def test_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "marathon.sqlite3").write_text("milk, bread, butter and whatever else is needed")
    before = contents(tmp_path)
    said = sentence(marathon("programme", "import", "who-cgmp-2025", folder=tmp_path))
    assert said == f"{tmp_path / 'marathon.sqlite3'} is not a database, or is damaged: nothing in it was changed."
    assert contents(tmp_path) == before


def test_read_only_folder(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed, and the superuser may write everywhere")
    bounded = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    run = subprocess.run(
        [*bounded, sys.executable, "-m", "bot", "programme", "import", "who-cgmp-2025"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert sentence(run) == (
        f"The database {folder / 'marathon.sqlite3'} cannot be opened or created: "
        f"the folder {folder} may not be written."
    )
    assert contents(folder) == {}


def test_port_in_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = sentence(marathon("web", "--port", str(port), folder=tmp_path))
    assert said == (
        f"The web face cannot start: port {port} on 127.0.0.1 is in use by another program: "
        "stop it, or choose another with MARATHON_WEB_PORT."
    )


def test_without_a_token_two_lines_say_how_to_get_one_and_how_to_rehearse(tmp_path: Path) -> None:
    run = marathon("run", folder=tmp_path)
    first, second = run.stderr.splitlines()
    assert (run.returncode, run.stdout, contents(tmp_path)) == (1, "", {})
    assert "https://discord.com/developers" in first
    assert "MARATHON_DISCORD_TOKEN" in first
    assert "marathon rehearse" in second


@asynccontextmanager
async def a_discord() -> AsyncIterator[LocalDiscord]:
    server = LocalDiscord(clock=CourseClock(datetime(2025, 9, 1, tzinfo=UTC)))
    await server.start()
    try:
        application = server.add_application(token=TOKEN, name="Marathon")
        server.add_guild(name="Hub", owner=server.add_person(name="Olga"), bot=application)
        yield server
    finally:
        await server.stop()


async def start(folder: Path, api_url: str, token: str) -> asyncio.subprocess.Process:
    """`marathon run` in a folder of its own, against a Discord."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--port", "0"),
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "MARATHON_DISCORD_TOKEN": token,
            "MARATHON_DISCORD_API_URL": api_url,
            "MARATHON_LOG_LEVEL": "ERROR",
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def last_line(process: asyncio.subprocess.Process) -> tuple[int | None, str, str]:
    """How a process ended: its code, its output, the last line of what it said."""
    output, said = await process.communicate()
    return process.returncode, output.decode(), said.decode().splitlines()[-1]


async def test_token_that_discord_refuses(tmp_path: Path) -> None:
    async with a_discord() as server:
        ended = await last_line(await start(tmp_path, server.api_url, "not-the-token"))
    assert ended == (
        1,
        "",
        "marathon: Discord refuses the token: make a new one at https://discord.com/developers "
        "and put it into MARATHON_DISCORD_TOKEN.",
    )


async def test_discord_that_cannot_be_reached(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as freed:
        port = freed.getsockname()[1]
    ended = await last_line(await start(tmp_path, f"http://127.0.0.1:{port}/api/v10", TOKEN))
    assert ended == (
        1,
        "",
        "marathon: Discord cannot be reached (ClientConnectorError). Check the network, then start again.",
    )


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
async def test_service_that_is_told_to_stop_ends_with_0(tmp_path: Path, name: str) -> None:
    async with a_discord() as server:
        process = await start(tmp_path, server.api_url, TOKEN)
        assert process.stderr is not None
        while (line := await process.stderr.readline()) and not line.startswith(b"Running."):
            pass
        process.send_signal(signal.Signals[name])
        await asyncio.wait_for(process.wait(), 10)
    assert process.returncode == 0
