"""What differs between installations: environment variables ``MARATHON_…`` over a file ``marathon.toml``.

One frozen value, or every problem at once. A secret may stand in a file of its own: the setting's name with
``_FILE`` names that file (as Docker and systemd hand secrets over). A later source gives way to an earlier one:
what the command line says, the environment, the file a ``…_FILE`` variable names, ``marathon.toml``.
"""

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit, urlunsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "MARATHON_"
FILE_SUFFIX = "_file"
SETTINGS_FILE = "marathon.toml"
SETTINGS_FILE_VARIABLE = "MARATHON_CONFIG"
NOT_SETTINGS = frozenset({SETTINGS_FILE_VARIABLE, "MARATHON_SHARED"})
"""Variables of our prefix that are no settings: where the file is, and where the tests find shared samples."""

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingProblem:
    """One setting that cannot be used: its name as written, its value (never a secret's), what is expected."""

    name: str
    value: str | None
    expected: str

    def __str__(self) -> str:
        shown = "" if self.value is None else f" is {self.value!r}"
        return f"{self.name}{shown}: {self.expected}"


class SettingsError(Exception):
    """Every problem of the settings, in the order of the settings."""

    def __init__(self, problems: tuple[SettingProblem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


def _database_url(url: str) -> str:
    scheme, separator, rest = url.partition("://")
    if not separator and url.strip():  # a path alone is a SQLite file
        return f"{DRIVERS['sqlite']}:///{url}"
    if scheme not in DRIVERS or not rest.strip("/"):
        raise ValueError("not a database URL")
    if DRIVERS[scheme].startswith("sqlite") and not rest.startswith("/"):
        raise ValueError("sqlite needs three slashes")
    return f"{DRIVERS[scheme]}://{rest}"


def _http_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError("not a web address")
    _ = parts.port  # raises ValueError when it is no port
    return url.rstrip("/")


def _loopback_url(url: str) -> str:
    host = urlsplit(_http_url(url)).hostname or ""
    if host != "localhost" and not ip_address(host).is_loopback:
        raise ValueError("not a loopback address")
    return url.rstrip("/")


def _email(address: str) -> str:
    name, at, host = address.strip().rpartition("@")
    if not at or not name or not host or any(character.isspace() for character in address.strip()):
        raise ValueError("not an e-mail address")
    return address.strip()


def split_shards(text: str) -> tuple[tuple[int, ...], int]:
    """``0,1/4``: shards 0 and 1 of four. ValueError for anything else."""
    numbers, _, count_text = text.partition("/")
    count = int(count_text)
    shards = tuple(sorted({int(number) for number in numbers.split(",")}))
    if count > 1000 or shards[0] < 0 or shards[-1] >= count:
        raise ValueError("no such shard")
    return shards, count


def _shards(text: str) -> str:
    shards, count = split_shards(text)
    return f"{','.join(map(str, shards))}/{count}"


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _token(value: SecretStr) -> SecretStr:
    """A bot token is one word; the ``Bot `` that belongs to the header is often pasted with it."""
    token = value.get_secret_value().strip().removeprefix("Bot ").strip()
    if not token or any(character.isspace() for character in token):
        raise ValueError("not a token")
    return SecretStr(token)


def _strip(value: SecretStr) -> SecretStr:
    return SecretStr(value.get_secret_value().strip())


def _long_key(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value().strip()) < 32:
        raise ValueError("too short")
    return _strip(value)


Secret = Annotated[SecretStr, AfterValidator(_strip)]


def _says(expected: str) -> JsonDict:
    """What the person who set a wrong value reads; `doctor`, the README's table and its test read it too."""
    return {"expected": expected}


class Settings(BaseSettings):
    """Every setting; each ``description`` is the sentence of the README's table."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", validate_default=True)

    database_url: Annotated[str, AfterValidator(_database_url)] = Field(
        "sqlite:///marathon.sqlite3",
        description="Where everything is kept: a SQLite file, or PostgreSQL.",
        json_schema_extra=_says("expected sqlite:///FILE (sqlite:////absolute/FILE) or postgresql://USER@HOST/NAME"),
    )
    discord_token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(
        None,
        description="The bot's token, from the Discord developer portal. A secret.",
        json_schema_extra=_says("expected the bot's token in one word, from https://discord.com/developers"),
    )
    discord_api_url: Annotated[str, AfterValidator(_loopback_url)] | None = Field(
        None,
        description="Another Discord to speak to, for rehearsals: loopback addresses only.",
        json_schema_extra=_says("expected a loopback address such as http://127.0.0.1:8420/api/v10"),
    )
    shards: Annotated[str, AfterValidator(_shards)] | None = Field(
        None,
        description="The part of the Discord servers this process looks after: `0,1/4` are shards 0 and 1 of four. "
        "Not set: all of them.",
        json_schema_extra=_says("expected numbers from 0 and how many there are in all, such as 0/2 or 0,1/4"),
    )
    public_url: Annotated[str, AfterValidator(_http_url)] | None = Field(
        None,
        description="How people reach the web face from outside; links in messages and feeds begin with it.",
        json_schema_extra=_says("expected the web face's address from outside, such as https://marathon.example.org"),
    )
    metrics_host: str = Field(
        "127.0.0.1",
        min_length=1,
        description="The address on which `/metrics` and `/health` are served for monitoring; never a public one.",
        json_schema_extra=_says("expected an address to listen on, such as 127.0.0.1 or 10.0.0.5"),
    )
    metrics_port: int | None = Field(
        None,
        ge=0,
        le=65535,
        description="The port of `/metrics` (Prometheus) and `/health`; not set: neither is served there.",
        json_schema_extra=_says("expected a whole number from 1 to 65535 (0: any free port)"),
    )
    web_host: str = Field(
        "127.0.0.1",
        min_length=1,
        description="The address the web face listens on.",
        json_schema_extra=_says("expected an address to listen on, such as 127.0.0.1 or 0.0.0.0"),
    )
    web_port: int = Field(
        8080,
        ge=0,
        le=65535,
        description="The port the web face listens on.",
        json_schema_extra=_says("expected a whole number from 1 to 65535 (0: any free port)"),
    )
    server_key: Annotated[SecretStr, AfterValidator(_long_key)] | None = Field(
        None,
        description="The key behind the secret links of personal calendars. A secret; a new one ends every old link. "
        "Not set: made at the first start, in a file beside the SQLite database.",
        json_schema_extra=_says("expected a secret of at least 32 characters, such as `openssl rand -hex 32` prints"),
    )
    keys_dir: Path = Field(
        Path("keys"),
        description="The folder of the keys that sign certificates.",
        json_schema_extra=_says("expected the path of a folder"),
    )
    certificates_dir: Path = Field(
        Path("certificates"),
        description="The folder that keeps every issued certificate's PDF and credential.",
        json_schema_extra=_says("expected the path of a folder"),
    )
    certificates_look: Path | None = Field(
        None,
        description="A folder with your own `template.typ`, `logo.svg` or `logo.png` and `fonts` for certificates.",
        json_schema_extra=_says("expected the path of a folder"),
    )
    backups_dir: Path = Field(
        Path("backups"),
        description="The folder of the nightly backups of a SQLite database.",
        json_schema_extra=_says("expected the path of a folder"),
    )
    backups_kept: int = Field(
        14,
        ge=0,
        le=3650,
        description="How many nightly backups are kept; the oldest makes room. 0: none are made.",
        json_schema_extra=_says("expected a whole number from 1 to 3650 (0: no nightly backups)"),
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = Field(
        "INFO",
        description="How much the log tells.",
        json_schema_extra=_says("expected DEBUG, INFO, WARNING or ERROR"),
    )
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = Field(
        "text",
        description="The log's form: `text` for people, `json` (one object a line) for log collectors.",
        json_schema_extra=_says("expected text or json"),
    )
    language: str = Field(
        "en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language of pages of no one marathon, for readers whose languages have no texts.",
        json_schema_extra=_says("expected a language tag such as en or fr"),
    )
    smtp_host: str | None = Field(
        None,
        min_length=1,
        description="The mail server; without one no e-mail is sent.",
        json_schema_extra=_says("expected the name of a mail server"),
    )
    smtp_port: int = Field(
        587,
        ge=1,
        le=65535,
        description="The mail server's port.",
        json_schema_extra=_says("expected a whole number from 1 to 65535"),
    )
    smtp_security: Annotated[Literal["starttls", "tls", "none"], BeforeValidator(_lower)] = Field(
        "starttls",
        description="How the line to the mail server is protected: `starttls` (587), `tls` (465) or `none`.",
        json_schema_extra=_says("expected starttls, tls or none"),
    )
    smtp_user: str | None = Field(
        None,
        min_length=1,
        description="The account at the mail server.",
        json_schema_extra=_says("expected the name of an account"),
    )
    smtp_password: Secret | None = Field(
        None,
        description="Its password. A secret.",
        json_schema_extra=_says("expected the account's password"),
    )
    smtp_from: Annotated[str, AfterValidator(_email)] | None = Field(
        None,
        description="The address e-mail is sent from.",
        json_schema_extra=_says("expected an e-mail address"),
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what ``load`` gathered: so that names, places and values of problems are known."""
        return (init_settings,)

    @property
    def address(self) -> str:
        """The web face's address from outside; the listening address where none was set."""
        host = f"[{self.web_host}]" if ":" in self.web_host else self.web_host
        return self.public_url or f"http://{host}:{self.web_port}"


SECRETS = frozenset({"discord_token", "server_key", "smtp_password"})
"""Settings whose values are never shown, and that may stand in a file of their own."""

CARRIES_PASSWORD = frozenset({"database_url"})
"""Settings that may be shown once the password inside is covered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A value as somebody wrote it: ``name`` is where ("MARATHON_WEB_PORT", "web_port in marathon.toml")."""

    name: str
    value: object


def cover_password(url: str) -> str:
    """The URL with its password covered; a URL that cannot be read is covered whole behind its scheme."""
    try:
        parts = urlsplit(url)
        password = parts.password
    except ValueError:
        return url.partition("://")[0] + "://…"
    if not password:
        return url
    login, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{login.partition(':')[0]}:…@{host}"))


def setting_fields() -> dict[str, FieldInfo]:
    """Every setting by its name in marathon.toml; ``variable_of`` gives its environment variable."""
    return dict(Settings.model_fields)


def variable_of(setting: str) -> str:
    return PREFIX + setting.upper()


def _nearest(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"no such setting; did you mean {close[0]}?" if close else "no such setting"


def _known_names() -> list[str]:
    return [*Settings.model_fields, *(secret + FILE_SUFFIX for secret in sorted(SECRETS))]


def _read_file(path: Path, *, explicit: bool) -> tuple[dict[str, object], list[SettingProblem]]:
    if not explicit and not path.exists():
        return {}, []
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except OSError as error:
        return {}, [SettingProblem(name=str(path), value=None, expected=f"cannot be read: {error.strerror}")]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [SettingProblem(name=str(path), value=None, expected=f"is not a TOML file: {error}")]


def _from_toml(values: Mapping[str, object], file: Path) -> tuple[dict[str, _Written], list[SettingProblem]]:
    written: dict[str, _Written] = {}
    problems: list[SettingProblem] = []
    for key, value in values.items():
        name = f"{key} in {file.name}"
        if key in _known_names():
            written[key] = _Written(name=name, value=value)
        else:
            problems.append(SettingProblem(name=name, value=None, expected=_nearest(key, _known_names())))
    return written, problems


def _from_environment(environ: Mapping[str, str]) -> tuple[dict[str, _Written], list[SettingProblem]]:
    written: dict[str, _Written] = {}
    problems: list[SettingProblem] = []
    known = [variable_of(name) for name in _known_names()]
    for variable in sorted(environ):
        if not variable.startswith(PREFIX) or variable in NOT_SETTINGS:
            continue
        if variable not in known:
            problems.append(SettingProblem(name=variable, value=None, expected=_nearest(variable, known)))
        elif environ[variable].strip():  # an empty variable is an unset one, as compose files write them
            written[variable.removeprefix(PREFIX).lower()] = _Written(name=variable, value=environ[variable])
    return written, problems


def _open_secret(secret: str, source: dict[str, _Written], folder: Path) -> list[SettingProblem]:
    """Replaces ``secret_file`` in ``source`` by the content of the file it names; both at once are a contradiction."""
    pointer = source.pop(secret + FILE_SUFFIX, None)
    if pointer is None:
        return []
    if secret in source:
        expected = f"set either this or {source[secret].name}, not both"
        return [SettingProblem(name=pointer.name, value=str(pointer.value), expected=expected)]
    path = folder / str(pointer.value)
    try:
        content = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not a text file"
        expected = f"expected a file that holds the secret; it cannot be read: {reason}"
        return [SettingProblem(name=pointer.name, value=str(pointer.value), expected=expected)]
    source[secret] = _Written(name=pointer.name, value=content)
    return []


def _problem_of(field: str, written: _Written | None) -> SettingProblem:
    extra = Settings.model_fields[field].json_schema_extra
    expected = str(extra["expected"]) if isinstance(extra, dict) else "expected another value"
    if written is None or field in SECRETS:
        value = None
    else:
        value = cover_password(str(written.value)) if field in CARRIES_PASSWORD else str(written.value)
    return SettingProblem(name=written.name if written else field, value=value, expected=expected)


def load(
    *,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
    overrides: Mapping[str, object] | None = None,
) -> Settings:
    """The settings of this installation; ``SettingsError`` with every problem at once.

    ``folder`` is where ``marathon.toml`` is looked for and what relative paths of secret files begin at (default: the
    working folder). ``overrides`` are the command line's, by setting name.
    """
    environ = os.environ if environ is None else environ
    folder = Path.cwd() if folder is None else folder
    explicit = environ.get(SETTINGS_FILE_VARIABLE)
    file = folder / (explicit or SETTINGS_FILE)
    values, problems = _read_file(file, explicit=bool(explicit))
    from_toml, unknown_keys = _from_toml(values, file)
    from_environment, unknown_variables = _from_environment(environ)
    problems += unknown_keys + unknown_variables
    for secret in sorted(SECRETS):
        problems += _open_secret(secret, from_toml, file.parent) + _open_secret(secret, from_environment, folder)
    from_command = {
        name: _Written(name=f"--{name.removesuffix('_url')}", value=value) for name, value in (overrides or {}).items()
    }
    written = from_toml | from_environment | from_command
    try:
        settings = Settings.model_validate({name: entry.value for name, entry in written.items()})
    except ValidationError as error:
        fields = dict.fromkeys(str(detail["loc"][0]) for detail in error.errors(include_input=False))
        problems += [_problem_of(field, written.get(field)) for field in fields]
        raise SettingsError(tuple(problems)) from None
    if problems:
        raise SettingsError(tuple(problems))
    return settings
