"""`marathon applications …`, from a web form's export to a proposal, on a database file."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import build

HEADINGS = "Timestamp,Full name,E-mail address,Organization,Country of work,Sector,Function,Hobby\n"
ANSWERS = HEADINGS + (
    "2025-07-03 09:00:00,Grace Wanjiru,grace@example.org,Nairobi Biologics,Kenya,Industry,QA,chess\n"
    "2025-07-02 09:00:00,Urs Meier,urs@example.org,=HYPERLINK(1),Suisse,Regulator,QC,-\n"
    "2025-07-01 09:00:00,X,broken,,Atlantis,Industry,QA,-\n"
)


class Folder:
    """A folder with a database that holds the intensive of 25 places."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.url = f"sqlite:///{path / 'marathon.db'}"

    def run(self, *words: str, typed: str = "") -> Result:
        return CliRunner().invoke(build(), ["--database", self.url, *words], input=typed, env={"COLUMNS": "200"})

    def file(self, text: str, name: str = "answers.csv") -> str:
        (self.path / name).write_text(text, encoding="utf-8")
        return str(self.path / name)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    taken = made.run("programme", "import", "who-cgmp-2025", "--starting", "2099-09-08")
    assert taken.exit_code == 0, taken.output
    return made


def test_the_columns_are_shown_first_and_nothing_is_written_before_yes(folder: Folder) -> None:
    done = folder.run("applications", "import", folder.file(ANSWERS), typed="n\n")
    assert done.exit_code == 1
    assert "Country of work" in done.stderr
    assert "Not taken: Hobby" in done.stderr
    assert "line 4:" in done.stderr
    assert json.loads(folder.run("applications", "list", "--json").stdout) == []


def test_good_rows_are_taken_bad_ones_are_told_and_twice_is_once(folder: Folder) -> None:
    first = folder.run("applications", "import", folder.file(ANSWERS), "--yes", "--json")
    assert first.exit_code == 0, first.output
    told = json.loads(first.stdout)
    assert (told["new"], told["already"], told["unknown"], told["readable"]) == (2, [], ["Hobby"], 2)
    assert [problem["line"] for problem in told["problems"]] == [4]
    assert len(told["problems"][0]["problems"]) == 3
    again = folder.run("applications", "import", folder.file(ANSWERS), "--yes")
    assert again.stdout == ("2 rows can be taken, 1 cannot. 0 applications are new, 2 were there already.\n")


def test_a_column_that_is_not_recognised_can_be_named(folder: Folder) -> None:
    file = folder.file("Who,Mailbox,Where\nGrace Wanjiru,grace@example.org,KE\n")
    refused = folder.run("applications", "import", file, "--yes")
    assert (refused.exit_code, "name, email, country" in refused.stderr) == (2, True)
    columns = ["--column", "name=Who", "--column", "email=Mailbox", "--column", "country=Where"]
    assert folder.run("applications", "import", file, "--yes", *columns).exit_code == 0


def test_a_file_that_is_no_table_is_refused_in_a_sentence(folder: Folder) -> None:
    done = folder.run("applications", "import", folder.file("%PDF-1.7"), "--yes")
    assert (done.exit_code, done.stderr) == (1, "marathon: answers.csv cannot be read: not-a-table.\n")


def test_a_dry_run_keeps_nothing_and_a_proposal_gets_a_number(folder: Folder) -> None:
    folder.run("applications", "import", folder.file(ANSWERS), "--yes")
    dry = json.loads(folder.run("applications", "select", "--dry-run", "--json").stdout)
    kept = json.loads(folder.run("applications", "select", "--json").stdout)
    assert (dry["number"], kept["number"]) == (None, 1)
    assert {**dry, "number": 1} == kept
    assert [(one["id"], one["chosen"], one["claim"]) for one in kept["outcomes"]] == [(1, True, 1), (2, True, 2)]
    assert kept["by_region"] == [
        {"name": "AFR", "applied": 1, "chosen": 1},
        {"name": "EUR", "applied": 1, "chosen": 1},
    ]
    assert kept["by_income"] == [
        {"name": "high", "applied": 1, "chosen": 1},
        {"name": "lower-middle", "applied": 1, "chosen": 1},
    ]


def test_an_export_holds_only_what_was_asked_and_no_formula(folder: Folder) -> None:
    folder.run("applications", "import", folder.file(ANSWERS), "--yes")
    plain = folder.run("applications", "export").stdout
    assert not any(word in plain for word in ("Grace", "example.org", "HYPERLINK"))
    asked = folder.run("applications", "export", "--field", "organisation", "--field", "country").stdout
    assert list(csv.reader(io.StringIO(asked))) == [
        ["organisation", "country"],
        ["Nairobi Biologics", "KE"],
        ["'=HYPERLINK(1)", "CH"],
    ]
    assert folder.run("applications", "export", "--field", "shoe-size").exit_code == 2


def test_a_group_that_the_programme_does_not_have_is_refused(folder: Folder) -> None:
    folder.run("applications", "import", folder.file(ANSWERS), "--yes")
    refused = folder.run("applications", "cohort", "1", "asia", "--reason", "asked")
    assert (refused.exit_code, "“asia” is no choice for" in refused.stderr) == (1, True), refused.output
    unknown = folder.run("applications", "cohort", "99", "asia", "--reason", "asked")
    assert (unknown.exit_code, "There is no application number 99" in unknown.stderr) == (1, True)


def test_stats_count(folder: Folder) -> None:
    folder.run("applications", "import", folder.file(ANSWERS), "--yes")
    assert json.loads(folder.run("applications", "stats", "--json").stdout) == {
        "applications": 2,
        "by_status": {"applied": 2},
        "by_region": {"AFR": 1, "EUR": 1},
        "by_income": {"high": 1, "lower-middle": 1},
        "by_kind": {"manufacturer": 1, "regulator": 1},
        "by_function": {"quality-assurance": 1, "quality-control": 1},
        "by_gender": {"not stated": 2},
        "by_country": {"CH": 1, "KE": 1},
    }


def test_decided_approved_and_written_for_the_mail_merge(folder: Folder) -> None:
    folder.run("applications", "import", folder.file(ANSWERS), "--yes")
    assert "Kept as proposal 1" in folder.run("applications", "select").stdout
    changed = folder.run("applications", "change", "1", "2", "wait", "--reason", "came last year")
    assert changed.stdout == "Application 2: wait, when proposal 1 is approved.\n"
    assert folder.run("applications", "approve", "1", typed="n\n").exit_code == 1
    approved = folder.run("applications", "approve", "1", "--yes")
    assert approved.stdout.startswith("1 are offered a place until "), approved.output
    second = folder.run("applications", "approve", "1", "--yes")
    assert (second.exit_code, "was approved by" in second.output) == (1, True)
    rejected = folder.run("applications", "decide", "1", "reject", "--reason", "no longer employed")
    assert rejected.stdout.startswith("Application 1: rejected.\nThe place went to: 2."), rejected.output
    assert folder.run("applications", "decide", "1", "expire", "--reason", "x").exit_code == 2
    assert folder.run("applications", "offer").stdout == "0 places were offered.\n"
    letters = list(csv.DictReader(io.StringIO(folder.run("applications", "mail-merge").stdout)))
    assert [letter["to"] for letter in letters] == [
        "grace@example.org", "urs@example.org", "grace@example.org", "urs@example.org",
    ]  # fmt: skip
    assert list(csv.DictReader(io.StringIO(folder.run("applications", "mail-merge").stdout))) == []
