"""What README and docs name exists; and every setting, command and target is in the README."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli import build
from config.settings import NOT_SETTINGS, SECRETS, Settings, setting_fields, variable_of

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]

FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PLACEHOLDER = re.compile(r"\b[A-Z]{4,}\b")
OF_THE_READER = (".venv", "/etc/", "/var/", "/opt/", "/backups/", "http", "secrets/", "~")
"""Paths on the reader's machine, not in this repository."""


def code(page: Path) -> Iterator[str]:
    """Every line of code on a page: lines of shell blocks, and spans in the text."""
    text = page.read_text(encoding="utf-8")
    for language, block in FENCE.findall(text):
        if language == "sh":
            yield from (line.strip() for line in block.splitlines())
    yield from SPAN.findall(FENCE.sub("", text))


def calls(page: Path) -> list[str]:
    """What follows `marathon` in the page's code, such as ``check FILE``."""
    found = [re.search(r"(?:^|bin/|exec marathon )marathon((?: (?!#).*)?)$", line) for line in code(page)]
    return [match[1].strip() for match in found if match]


def commands() -> dict[tuple[str, ...], set[str]]:
    """Every command's path and the options it takes; a group's path has the empty set."""
    found: dict[tuple[str, ...], set[str]] = {}

    door = build()

    def walk(app: typer.Typer, path: tuple[str, ...]) -> None:
        for command in app.registered_commands:
            assert command.callback is not None
            name = command.name or command.callback.__name__
            found[(*path, name)] = options(door, (*path, name))
        for group in app.registered_groups:
            assert group.name is not None
            assert group.typer_instance is not None
            found[(*path, group.name)] = set()
            walk(group.typer_instance, (*path, group.name))

    walk(door, ())
    return found


def options(door: typer.Typer, path: tuple[str, ...]) -> set[str]:
    """The options that ``marathon PATH --help`` lists."""
    shown = CliRunner().invoke(door, [*path, "--help"], env={"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"})
    assert shown.exit_code == 0, shown.output
    return set(re.findall(r"(?<!\S)--[a-z][a-z-]*", shown.output))


@pytest.fixture(scope="module")
def known() -> dict[tuple[str, ...], set[str]]:
    return commands()


def problem(call: str, known: dict[tuple[str, ...], set[str]]) -> str | None:
    """What is wrong with `marathon CALL`, None when it can be called so."""
    words = call.replace("…", "").split()
    path: tuple[str, ...] = ()
    while words and (*path, words[0]) in known:
        path = (*path, words.pop(0))
    if not path:
        return None if not words or words[0] in {"--help", "--version"} else f"no command {words[0]}"
    if not known[path] and words and not words[0].startswith("-"):
        return f"no command {' '.join(path)} {words[0]}"
    unknown = [word for word in words if word.startswith("--") and known[path] and word not in known[path]]
    return f"{' '.join(path)} has no {unknown[0]}" if unknown else None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_on_the_page_can_be_called(page: Path, known: dict[tuple[str, ...], set[str]]) -> None:
    assert [(call, wrong) for call in calls(page) if (wrong := problem(call, known))] == []


def test_wrong_calls_are_noticed(known: dict[tuple[str, ...], set[str]]) -> None:
    assert [
        problem(call, known) for call in ("chek x", "journal verifi", "backup --to x", "journal verify --json")
    ] == [
        "no command chek",
        "no command journal verifi",
        "backup has no --to",
        None,
    ]


def test_every_command_is_in_the_readme(known: dict[tuple[str, ...], set[str]]) -> None:
    named = {call.split()[0] for call in calls(README) if call}
    assert {path[0] for path in known} - named == set()


@pytest.mark.parametrize("page", [*PAGES, ROOT / "Dockerfile", ROOT / "compose.yaml"], ids=lambda page: page.name)
def test_every_variable_on_the_page_is_a_setting(page: Path) -> None:
    settings = {variable_of(name) for name in setting_fields()} | {f"{variable_of(name)}_FILE" for name in SECRETS}
    named = set(re.findall(r"\bMARATHON_[A-Z_]*[A-Z]\b", page.read_text(encoding="utf-8")))
    assert named - settings - NOT_SETTINGS == set()


def a_row(name: str) -> str:
    field = setting_fields()[name]
    default = "" if field.default is None else f"`{field.default}`"
    return f"| `{variable_of(name)}` | {field.description} | {default} |"


def test_settings_table_is_the_settings() -> None:
    table = README.read_text(encoding="utf-8").partition("<!-- settings -->\n")[2].partition("<!-- /settings -->")[0]
    rows = [a_row(name) for name in Settings.model_fields]
    assert table.split("\n") == ["| setting | what it is | default |", "|---|---|---|", *rows, ""]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_on_the_page_exists(page: Path) -> None:
    named = {match[1] for line in code(page) if (match := re.match(r"(?:sudo )?make (?:-C \S+ )?([a-z]+)", line))}
    assert named - targets() == set()


def test_every_make_target_is_in_the_readme() -> None:
    assert {target for target in targets() if f"`make {target}`" not in README.read_text(encoding="utf-8")} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_on_the_page_exists(page: Path) -> None:
    linked = [target for target in LINK.findall(page.read_text(encoding="utf-8")) if not target.startswith("http")]
    gone = [target for target in linked if not (page.parent / target).exists()]
    shape = re.compile(r"^(?:\.?[\w-]+/)+[\w.*-]*$|^[\w-]+\.(?:toml|md|yaml|lock|py)$")
    spans = [span for span in SPAN.findall(FENCE.sub("", page.read_text(encoding="utf-8"))) if shape.match(span)]
    ours = [span for span in spans if not span.startswith(OF_THE_READER) and span != "marathon.toml"]
    assert gone + [span for span in ours if not list(ROOT.glob(PLACEHOLDER.sub("*", span.rstrip("/"))))] == []


def test_container_copies_what_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert [name for line in copied for name in line.split() if not (ROOT / name).exists()] == []
