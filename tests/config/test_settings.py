from pathlib import Path

import pytest
from pydantic import SecretStr

from config.settings import SettingProblem, Settings, SettingsError, cover_password, load


def problems(*, environ: dict[str, str], folder: Path) -> tuple[SettingProblem, ...]:
    """What ``load`` refuses; no problems when it takes everything."""
    try:
        load(environ=environ, folder=folder)
    except SettingsError as error:
        return error.problems
    return ()


def test_nothing_set_gives_the_defaults(tmp_path: Path) -> None:
    settings = load(environ={}, folder=tmp_path)
    assert settings == Settings()
    assert (settings.database_url, settings.discord_token, settings.address) == (
        "sqlite+aiosqlite:///marathon.sqlite3",
        None,
        "http://127.0.0.1:8080",
    )


def test_command_line_over_environment_over_file(tmp_path: Path) -> None:
    (tmp_path / "marathon.toml").write_text('web_port = 1\nlanguage = "fr"\nweb_host = "::1"\n')
    environ = {"MARATHON_WEB_PORT": "2", "MARATHON_LANGUAGE": "ar", "PATH": "/bin"}
    settings = load(environ=environ, folder=tmp_path, overrides={"web_port": 3})
    assert (settings.web_port, settings.language, settings.address) == (3, "ar", "http://[::1]:3")


def test_secret_from_a_file_that_the_environment_names(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("Bot abc.def\n")
    settings = load(environ={"MARATHON_DISCORD_TOKEN_FILE": "token"}, folder=tmp_path)
    assert settings.discord_token == SecretStr("abc.def")


def test_secret_from_a_file_that_the_settings_file_names_beside_itself(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "key").write_text("k" * 32)
    (tmp_path / "etc" / "settings.toml").write_text('server_key_file = "key"\n')
    settings = load(environ={"MARATHON_CONFIG": "etc/settings.toml"}, folder=tmp_path)
    assert settings.server_key == SecretStr("k" * 32)


def test_environment_secret_goes_before_the_settings_file_s(tmp_path: Path) -> None:
    (tmp_path / "marathon.toml").write_text('discord_token = "old"\n')
    (tmp_path / "token").write_text("new")
    settings = load(environ={"MARATHON_DISCORD_TOKEN_FILE": "token"}, folder=tmp_path)
    assert settings.discord_token == SecretStr("new")


def test_empty_variable_is_an_unset_one(tmp_path: Path) -> None:
    assert load(environ={"MARATHON_DISCORD_TOKEN": "", "MARATHON_PUBLIC_URL": " "}, folder=tmp_path) == Settings()


def test_every_problem_at_once_each_with_name_value_and_what_is_expected(tmp_path: Path) -> None:
    (tmp_path / "marathon.toml").write_text('web_prt = 80\nlog_level = "loud"\n')
    environ = {
        "MARATHON_DATABASE_URL": "mysql://me:pw@host/db",
        "MARATHON_DISCORD_API_URL": "https://discord.example/api",
        "MARATHON_DISCORD_TOKEN": "two words",
        "MARATHON_PUBLIC_ULR": "https://x.example",
        "MARATHON_SERVER_KEY": "short",
        "MARATHON_WEB_PORT": "70000",
    }
    assert [(one.name, one.value, one.expected) for one in problems(environ=environ, folder=tmp_path)] == [
        ("web_prt in marathon.toml", None, "no such setting; did you mean web_port?"),
        ("MARATHON_PUBLIC_ULR", None, "no such setting; did you mean MARATHON_PUBLIC_URL?"),
        (
            "MARATHON_DATABASE_URL",
            "mysql://me:…@host/db",
            "expected sqlite:///FILE (sqlite:////absolute/FILE) or postgresql://USER@HOST/NAME",
        ),
        (
            "MARATHON_DISCORD_TOKEN",
            None,
            "expected the bot's token in one word, from https://discord.com/developers",
        ),
        (
            "MARATHON_DISCORD_API_URL",
            "https://discord.example/api",
            "expected a loopback address such as http://127.0.0.1:8420/api/v10",
        ),
        ("MARATHON_WEB_PORT", "70000", "expected a whole number from 1 to 65535 (0: any free port)"),
        (
            "MARATHON_SERVER_KEY",
            None,
            "expected a secret of at least 32 characters, such as `openssl rand -hex 32` prints",
        ),
        ("log_level in marathon.toml", "loud", "expected DEBUG, INFO, WARNING or ERROR"),
    ]


def test_secret_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("new")
    environ = {"MARATHON_DISCORD_TOKEN_FILE": "token", "MARATHON_DISCORD_TOKEN": "abc"}
    assert problems(environ=environ, folder=tmp_path) == (
        SettingProblem(
            name="MARATHON_DISCORD_TOKEN_FILE",
            value="token",
            expected="set either this or MARATHON_DISCORD_TOKEN, not both",
        ),
    )


def test_secret_file_that_is_not_there(tmp_path: Path) -> None:
    assert problems(environ={"MARATHON_SMTP_PASSWORD_FILE": "gone"}, folder=tmp_path) == (
        SettingProblem(
            name="MARATHON_SMTP_PASSWORD_FILE",
            value="gone",
            expected="expected a file that holds the secret; it cannot be read: No such file or directory",
        ),
    )


def test_settings_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    path = tmp_path / "gone.toml"
    assert problems(environ={"MARATHON_CONFIG": str(path)}, folder=tmp_path) == (
        SettingProblem(name=str(path), value=None, expected="cannot be read: No such file or directory"),
    )


def test_settings_file_that_is_no_toml(tmp_path: Path) -> None:
    (tmp_path / "marathon.toml").write_text("web_port = ")
    (problem,) = problems(environ={}, folder=tmp_path)
    assert (problem.name, problem.expected[:22]) == (str(tmp_path / "marathon.toml"), "is not a TOML file: In")


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("sqlite:///a.sqlite3", "sqlite+aiosqlite:///a.sqlite3"),
        ("sqlite:////var/lib/a.sqlite3", "sqlite+aiosqlite:////var/lib/a.sqlite3"),
        ("a.sqlite3", "sqlite+aiosqlite:///a.sqlite3"),
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql://h/d", "postgresql+asyncpg://h/d"),
    ],
)
def test_database_url_gets_the_driver_that_we_use(tmp_path: Path, written: str, used: str) -> None:
    assert load(environ={}, folder=tmp_path, overrides={"database_url": written}).database_url == used


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://u:p@h:5/d?x=1", "postgresql://u:…@h:5/d?x=1"),
        ("postgresql://h/d", "postgresql://h/d"),
        ("postgresql://u:p@[h/d", "postgresql://…"),
    ],
)
def test_password_in_a_url_is_covered(url: str, shown: str) -> None:
    assert cover_password(url) == shown
