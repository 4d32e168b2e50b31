"""How a command of `marathon …` ends when it cannot do what was asked: one sentence, an exit code, no traceback."""

import asyncio
import errno
import secrets
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console

from config.settings import SettingsError
from sessions.storage.errors import StorageError

FAILED = 1
"""Exit code of a command that could not do what was asked; 2 is a command line that cannot be understood."""

output = Console(highlight=False, soft_wrap=True)
"""Standard output: what was asked for, and nothing else."""

errors = Console(stderr=True, highlight=False, soft_wrap=True)
"""Standard error: progress, advice and refusals."""


class StoppedError(Exception):
    """A command ends here, for a reason that its one sentence tells the operator."""

    def __init__(self, sentence: str, *, code: int = FAILED) -> None:
        super().__init__(sentence)
        self.sentence, self.code = sentence, code


def stop(sentence: str, *, code: int = FAILED) -> NoReturn:
    """Ends the command with one sentence for the operator."""
    raise StoppedError(sentence, code=code)


def settings_sentence(error: SettingsError) -> str:
    """Every problem of the settings, a line each when there are several."""
    problems = error.problems
    if len(problems) == 1:
        return f"A setting cannot be used. {problems[0]}."
    return "\n".join([f"{len(problems)} settings cannot be used:", *(f"  {problem}" for problem in problems)])


def system_sentence(error: OSError) -> str:
    """What the operating system refused, with the file or port it is about."""
    if error.errno == errno.EADDRINUSE:
        return f"The port is in use by another program: {error.strerror or error}. Set MARATHON_WEB_PORT to another."
    about = f"{error.filename}: " if error.filename else ""
    return f"{about}{error.strerror or error}."


def _reference(error: BaseException) -> str:
    """Keeps the traceback in a file of the temporary folder and says where, as something to send to the authors."""
    name = f"marathon-error-{secrets.token_hex(3).upper()}.log"
    path = Path(tempfile.gettempdir()) / name
    try:
        with path.open("x", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
    except OSError:
        return "Run the command again with --debug to see where."
    return f"What is known about it is kept in {path}."


@contextmanager
def one_sentence(*, debug: bool) -> Iterator[None]:
    """Turns whatever goes wrong inside into a sentence on standard error and an exit code that is not 0."""
    try:
        yield
    except (typer.Exit, typer.Abort):
        raise
    except (KeyboardInterrupt, asyncio.CancelledError):
        raise typer.Exit(130) from None
    except Exception as error:
        if debug:
            errors.print_exception(show_locals=False)
        code = error.code if isinstance(error, StoppedError) else FAILED
        errors.print(f"marathon: {sentence_of(error)}", markup=False)
        raise typer.Exit(code) from None


def sentence_of(error: Exception) -> str:
    """The sentence for the operator; what nobody foresaw gets a reference instead of a traceback."""
    match error:
        case StoppedError():
            return error.sentence
        case SettingsError():
            return settings_sentence(error)
        case StorageError():
            return str(error)
        case OSError():
            return system_sentence(error)
        case _:
            return f"Something broke that should not ({type(error).__name__}). {_reference(error)}"
