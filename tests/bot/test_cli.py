"""The operator's door, as a process of its own: what a person at a terminal sees."""

import importlib
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot import commandline
from bot.cli import NOUNS, VALUED, build, word_of
from bot.commandline.failures import stop
from bot.commandline.invocation import Invocation, invocation, take_part

ROOT = Path(__file__).parents[2]


def marathon(*arguments: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """`marathon …` in a folder of its own, with nothing but the given variables set."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "NO_COLOR": "1", **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def a_command_line(seen: list[Invocation]) -> typer.Typer:
    """Two commands, one of them in a group, that note how they were called."""
    app, group = typer.Typer(), typer.Typer()

    @app.command()
    def plain(number: int) -> None:
        seen.append(invocation())
        if number == 13:
            stop("Thirteen is refused.", code=4)

    @group.command()
    async def waiting(broken: bool = False) -> None:
        seen.append(invocation())
        if broken:
            raise ZeroDivisionError

    app.add_typer(group, name="group")
    take_part(app)
    return app


def test_help_teaches_where_to_begin(tmp_path: Path) -> None:
    run = marathon("--help", folder=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert all(words in run.stdout for words in ("marathon rehearse", "marathon check FILE", "marathon doctor"))


def test_version_names_the_package_and_python(tmp_path: Path) -> None:
    run = marathon("--version", folder=tmp_path)
    assert (run.returncode, run.stdout.split()[0], run.stdout.split()[-1]) == (0, "marathon", sys.version.split()[0])


def test_every_file_of_commands_is_at_the_door() -> None:
    modules = [
        importlib.import_module(f"bot.commandline.{found.name}") for found in pkgutil.iter_modules(commandline.__path__)
    ]
    offered = {module.__name__.rpartition(".")[2] for module in modules if hasattr(module, "register")}
    assert set(NOUNS) == offered


@pytest.mark.parametrize("noun", NOUNS)
def test_the_words_of_a_file_are_those_that_it_adds(noun: str) -> None:
    app = typer.Typer()
    importlib.import_module(f"bot.commandline.{noun}").register(app)
    commands = {one.name for one in app.registered_commands}
    assert commands | {one.name for one in app.registered_groups} == set(NOUNS[noun])


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("", None),
        ("--version", None),
        ("check FILE", "check"),
        ("check --help", "check"),
        ("--help check", None),
        ("--debug --as check run --help", "run"),
        ("--database=sqlite:///run programme show", "programme"),
        ("--marathon", None),
        ("chekc run", "chekc"),
    ],
)
def test_the_word_of_a_call_is_the_first_that_is_no_option(typed: str, word: str | None) -> None:
    assert word_of(typed.split()) == word


def test_options_before_the_word_that_take_a_value_are_known() -> None:
    door = typer.main.get_command(build())
    takes_value = {name for one in door.params if not getattr(one, "is_flag", False) for name in one.opts}
    assert takes_value - {"--install-completion", "--show-completion"} == VALUED


def test_a_word_loads_its_own_commands_and_an_unknown_one_all_of_them() -> None:
    def commands(word: str | None) -> set[str]:
        app = build(word)
        return {str(one.name) for one in app.registered_commands} | {str(one.name) for one in app.registered_groups}

    every = {word for words in NOUNS.values() for word in words}
    assert (commands("check"), commands("programme"), commands("chekc"), commands(None)) == (
        {"check"},
        {"programme"},
        every,
        every,
    )


def test_unknown_command_is_not_understood(tmp_path: Path) -> None:
    run = marathon("rehaerse", folder=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")


@pytest.mark.parametrize("arguments", [["plain", "1"], ["group", "waiting"]])
def test_shared_options_are_understood_after_every_command(arguments: list[str]) -> None:
    seen: list[Invocation] = []
    options = ["--database", "sqlite:///x", "--marathon", "who-cgmp-2025", "--as", "Zoë"]
    result = CliRunner().invoke(a_command_line(seen), [*arguments, *options])
    assert (result.exit_code, seen) == (
        0,
        [Invocation(database="sqlite:///x", marathon="who-cgmp-2025", operator="Zoë")],
    )


def test_operator_is_recorded_with_the_system_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ops7")
    named, unnamed = Invocation(operator="Zoë").actor(), Invocation().actor()
    assert (named.id, unnamed.id) == ("Zoë (system user ops7)", "ops7 (system user ops7)")


def test_refusal_is_one_sentence_and_its_code() -> None:
    result = CliRunner().invoke(a_command_line([]), ["plain", "13"])
    assert (result.exit_code, result.stdout, result.stderr) == (4, "", "marathon: Thirteen is refused.\n")


def test_what_nobody_foresaw_gets_a_reference_instead_of_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = CliRunner().invoke(a_command_line([]), ["group", "waiting", "--broken"])
    (log,) = tmp_path.iterdir()
    sentence = f"Something broke that should not (ZeroDivisionError). What is known about it is kept in {log}."
    assert (result.exit_code, result.stderr) == (1, f"marathon: {sentence}\n")
    assert log.read_text().startswith("Traceback")
