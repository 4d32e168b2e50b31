"""SIGHUP: what can change while Marathon runs changes; what cannot is named; what is wrong changes nothing."""

import asyncio
import logging
import signal
import sys
from pathlib import Path

import pytest

from bot.commandline.reloading import Reloading
from config.settings import Settings, load
from tests.bot.test_cli import ROOT


def reload(before: Settings, folder: Path, toml: str) -> list[Settings]:
    """What is put into effect when the file has changed to this."""
    (folder / "marathon.toml").write_text(toml)
    applied: list[Settings] = []
    Reloading(before, load=lambda: load(environ={}, folder=folder), apply=applied.append).reload()
    return applied


def test_log_and_mail_change_and_the_rest_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = load(environ={}, folder=tmp_path)
    toml = 'log_level = "ERROR"\nsmtp_host = "mail.example.org"\nweb_port = 81\n'
    with caplog.at_level(logging.INFO):
        applied = reload(before, tmp_path, toml)
    assert applied == [before.model_copy(update={"log_level": "ERROR", "smtp_host": "mail.example.org"})]
    assert [record.getMessage() for record in caplog.records] == [
        "settings read again; changed: MARATHON_LOG_LEVEL, MARATHON_SMTP_HOST",
        "changed in the settings, but not before a restart: MARATHON_WEB_PORT",
    ]


def test_settings_that_cannot_be_used_are_refused_as_a_whole(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = load(environ={}, folder=tmp_path)
    assert reload(before, tmp_path, 'log_level = "LOUD"\nsmtp_host = "mail.example.org"\n') == []
    assert [record.getMessage() for record in caplog.records] == [
        "settings read again and refused, the old ones stay: A setting cannot be used. "
        "log_level in marathon.toml is 'LOUD': expected DEBUG, INFO, WARNING or ERROR."
    ]


async def test_a_running_process_reloads_on_sighup_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "marathon.toml").write_text('web_port = 0\nlog_level = "INFO"\n')
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "web"),
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    heard = []
    async with asyncio.timeout(60):
        while not (line := await process.stderr.readline()).startswith(b"Running"):
            assert line
        (tmp_path / "marathon.toml").write_text('web_port = 0\nlog_level = "WARNING"\n')
        process.send_signal(signal.SIGHUP)
        heard.append(await process.stderr.readline())
        process.terminate()
        await process.wait()
    assert (b"settings read again; changed: MARATHON_LOG_LEVEL" in heard[0], process.returncode) == (True, 0)
