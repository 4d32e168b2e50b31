"""`marathon programme move|cancel|restore|edit|plan|remove`: preview, confirmation, exit codes."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import build

STARTING = "2027-09-07"


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The shipped programme on dates that are still to come."""
    url = f"sqlite:///{tmp_path}/marathon.sqlite3"
    assert run(url, "import", "who-cgmp-2025", "--starting", STARTING)[0] == 0
    return url


def run(database: str, *words: str, typed: str | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `marathon programme …`."""
    environment = {"COLUMNS": "200", "NO_COLOR": "1", "MARATHON_DATABASE_URL": database}
    done = CliRunner().invoke(build(), ["programme", *words], env=environment, input=typed)
    return done.exit_code, done.stdout, done.stderr


def test_a_move_shows_what_follows_asks_and_is_done(database: str) -> None:
    words = ("move", "3", "--to", "2027-09-15 15:00", "--reason", "The room is taken")
    asked = (
        "Move session 3?\n"
        "  Quality risk management\n"
        "  Wed 2027-09-15 15:00 Europe/Zurich (2027-09-15 13:00 UTC), 120 minutes\n"
        "  So far: Tue 2027-09-14 14:00 Europe/Zurich (2027-09-14 12:00 UTC)\n"
        "  The marathon is not announced yet, so nobody is told. \n"
        "Move it [y/N]: "
    )
    assert run(database, *words, typed="n\n") == (1, f"{asked}n\n", "marathon: Nothing was changed.\n")
    done = "Session 3 now begins Wed 2027-09-15 15:00 Europe/Zurich (2027-09-15 13:00 UTC).\n"
    assert run(database, *words, typed="y\n") == (0, f"{asked}y\n{done}", "")


def test_a_script_cancels_restores_renames_and_removes_without_being_asked(database: str) -> None:
    steps = [
        ("edit", "2", "--title", "Données", "--speaker", "Amina Diallo", "--minutes", "90"),
        ("cancel", "2", "--reason", "The speaker is ill"),
        ("restore", "2"),
        ("plan", "--title", "Extra", "--at", "2027-10-20 14:00"),
        ("cancel", "9", "--reason", "Planned twice"),
        ("remove", "9", "--reason", "Planned twice"),
    ]
    told = [run(database, *step, "--yes") for step in steps]
    assert [(code, said.splitlines()[-1], refused) for code, said, refused in told] == [
        (0, "Session 2 is changed.", ""),
        (0, "Session 2 is cancelled.", ""),
        (0, "Session 2 takes place: Thu 2027-09-09 14:00 Europe/Zurich (2027-09-09 12:00 UTC).", ""),
        (0, "Session 9 is added: Wed 2027-10-20 14:00 Europe/Zurich (2027-10-20 12:00 UTC).", ""),
        (0, "Session 9 is cancelled.", ""),
        (0, "Session 9 is removed from the programme and from every calendar.", ""),
    ]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ("move", "3", "--to", "2020-01-01 10:00", "--reason", "x"),
            1,
            "2020-01-01 09:00 UTC has passed. Give the session a time that is still to come.",
        ),
        (
            ("move", "3", "--to", "2027-10-31 02:30", "--reason", "x"),
            1,
            "2027-10-31 02:30 comes twice in Europe/Zurich: at 00:30 UTC and at 01:30 UTC. Say --first or --second.",
        ),
        (
            ("move", "33", "--to", "+1d", "--reason", "x"),
            1,
            "There is no session 33 in this programme. There are: 1, 2, 3, 4, 5, 6, 7, 8.",
        ),
        (("edit", "1"), 2, "Say what to change: --title, --topic, --speaker, --venue, --join or --minutes."),
        (("edit", "1", "--title", "a\nb"), 1, "title cannot hold these characters: U+000A"),
        (
            ("remove", "1", "--reason", "x"),
            1,
            "Session 1, Pharmaceutical quality systems, takes place. Cancel it first, so that people hear of it, then "
            "remove it.",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_done_is_one_sentence(database: str, words: tuple[str, ...], code: int, sentence: str) -> None:
    assert run(database, *words, "--yes") == (code, "", f"marathon: {sentence}\n")
