"""One call of `marathon …`: the options that every command understands, who calls, and how a command ends.

Commands stay plain typer functions, ``async`` where they wait. ``take_part`` gives each of them the options below and
the one policy for everything that goes wrong: a sentence on standard error and an exit code, never a traceback.
"""

import asyncio
import functools
import getpass
import inspect
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, NoReturn

import typer

from bot.commandline.failures import one_sentence, stop
from bot.logs import set_up
from bot.refusals import explain
from bot.wording import Wording
from config import texts
from config.settings import Settings, load
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.refusals import Refusal
from sessions.storage.engine import read_address
from sessions.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """What the command line said besides the command's own arguments."""

    database: str | None = None
    marathon: str | None = None
    operator: str | None = None
    debug: bool = False

    def settings(self) -> Settings:
        """This installation's settings, ``--database`` above all. SettingsError with every problem at once."""
        return load(overrides={"database_url": self.database} if self.database else {})

    def actor(self) -> Actor:
        """Whom the journal names: ``--as NAME``, default the system's user name; both are recorded."""
        login = _login()
        return Actor(ActorKind.OPERATOR, f"{self.operator or login} (system user {login})")


def start_log(settings: Settings) -> None:
    """Logs to standard error as the settings say; none of their secrets can come through."""
    hidden = [settings.discord_token, settings.server_key, settings.smtp_password]
    secrets = [secret.get_secret_value() for secret in hidden if secret is not None]
    set_up(settings.log_level, settings.log_format, secrets=secrets)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return "unknown"


_current: ContextVar[Invocation] = ContextVar("invocation")
_OUTSIDE = Invocation()


def invocation() -> Invocation:
    """The call that is running."""
    return _current.get(_OUTSIDE)


def begin(first: Invocation) -> None:
    """Remembers the options that stood before the command's name."""
    _current.set(first)


@asynccontextmanager
async def open_store(*, migrate: bool = True) -> AsyncIterator[Store]:
    """The database of this call, closed afterwards with everything committed that was handed over.

    Without ``migrate`` (commands that only look) a database that is not there is not made.
    """
    url = invocation().settings().database_url
    path = read_address(url).path
    if not migrate and path is not None and not path.exists():
        stop(f"There is no database {path} yet: `marathon programme import FILE` or `marathon run` makes it.")
    store = await Store.open(url, migrate=migrate)
    try:
        yield store
    finally:
        await store.close()


def refuse(refusal: Refusal) -> NoReturn:
    """Ends the command with the refusal's sentence; moments are shown in UTC."""
    sentence = explain(refusal, Wording(texts.catalogue), "en", show=_show)
    stop(sentence)


def _show(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment.tzinfo else f"{moment:%Y-%m-%d %H:%M}"


Database = Annotated[
    str | None,
    typer.Option("--database", metavar="URL", help="The database, over MARATHON_DATABASE_URL.", show_default=False),
]
MarathonKey = Annotated[
    str | None,
    typer.Option("--marathon", metavar="KEY", help="Which marathon, where there are several.", show_default=False),
]
OperatorName = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="NAME",
        help="Your name in the journal (default: the system's user name; both are recorded).",
        show_default=False,
    ),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the whole traceback when something breaks.")]

SHARED_OPTIONS: dict[str, object] = {
    "database": Database,
    "marathon": MarathonKey,
    "operator": OperatorName,
    "debug": Debug,
}

DEFAULTS: dict[str, object] = {"database": None, "marathon": None, "operator": None, "debug": False}


def group_of(app: typer.Typer, name: str, *, about: str) -> typer.Typer:
    """The group of commands ``marathon NAME …``, made when it is not there yet: several files may add to one."""
    for group in app.registered_groups:
        if group.name == name and group.typer_instance is not None:
            return group.typer_instance
    made = typer.Typer(no_args_is_help=True, help=about)
    app.add_typer(made, name=name)
    return made


def take_part(app: typer.Typer) -> None:
    """Gives every command of ``app`` and of its groups the shared options and the policy for failures."""
    for command in app.registered_commands:
        if command.callback is not None and not isinstance(command.callback, _Command):
            command.callback = _Command(command.callback)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            take_part(group.typer_instance)


class _Command:
    """A command's function with the shared options added to its signature, as typer reads it."""

    def __init__(self, function: Callable[..., object]) -> None:
        functools.update_wrapper(self, function)
        self._function = function
        own = inspect.signature(function, eval_str=True)
        self._own = frozenset(own.parameters)
        added = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=DEFAULTS[name], annotation=kind)
            for name, kind in SHARED_OPTIONS.items()
            if name not in self._own
        ]
        self.__signature__ = own.replace(parameters=[*own.parameters.values(), *added])
        self.__annotations__ = {name: one.annotation for name, one in self.__signature__.parameters.items()}

    def __call__(self, **given: object) -> None:
        token = _current.set(_said_later(invocation(), given))
        try:
            with one_sentence(debug=invocation().debug):
                answer = self._function(**{name: value for name, value in given.items() if name in self._own})
                if inspect.iscoroutine(answer):
                    asyncio.run(answer)
        finally:
            _current.reset(token)


def _said_later(before: Invocation, given: Mapping[str, object]) -> Invocation:
    """An option after the command's name goes before the same option in front of it."""
    return Invocation(
        database=_text(given.get("database")) or before.database,
        marathon=_text(given.get("marathon")) or before.marathon,
        operator=_text(given.get("operator")) or before.operator,
        debug=bool(given.get("debug")) or before.debug,
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
