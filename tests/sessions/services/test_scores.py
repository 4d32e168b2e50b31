"""Scores and surveys from a file: taken once, corrected beside what they correct, and seen by completion."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sessions.domain.completion import CompletionStatus
from sessions.imports.score_file import ScoreLine, ScoreProblem, read_scores
from sessions.imports.tables import Table
from sessions.services import scores, standing
from sessions.services.scores import Imported, Result
from sessions.storage.store import Store
from tests.sessions.certifying import ADA, AFTER, RULE, add_marathon, add_participant, check_in


def a_table(*rows: str) -> Table:
    return Table(rows=[row.split(";") for row in rows], encoding="utf-8", delimiter=";")


async def test_same_file_twice_changes_nothing_and_another_score_corrects(store: Store) -> None:
    rule = replace(RULE, pass_mark=70.0, survey_required=True)
    planned = await add_marathon(store, rule)
    person = await add_participant(store, planned.marathon.id, "Amina", discord_id=1000)
    await check_in(store, planned, person, 1, 2)

    async def take(percent: float) -> object:
        line = Result(line=2, who=str(person), percent=percent, attempt=1, at=None, survey=True)
        stranger = replace(line, line=3, who="nobody@example.org")
        return await scores.take(store, marathon_id=planned.marathon.id, results=[line, stranger], now=AFTER, actor=ADA)

    async def status() -> CompletionStatus:
        _, (one,) = await standing.everyone(store, planned.marathon.id, now=AFTER)
        return one.completions[0].status

    unknown = ((3, "nobody@example.org"),)
    assert await take(60) == Imported(scores=1, corrected=0, surveys=1, unknown=unknown)
    before = await status()
    assert await take(60) == Imported(scores=0, corrected=0, surveys=0, unknown=unknown)
    assert await take(80) == Imported(scores=0, corrected=1, surveys=0, unknown=unknown)
    assert (before, await status()) == (CompletionStatus.ON_TRACK, CompletionStatus.COMPLETE)


def test_line_is_read_with_percent_sign_decimal_comma_and_moment() -> None:
    read = read_scores(a_table("Email;Score;Attempt;At;Survey", "a@example.org;82,5 %;2;2025-10-06T12:00:00Z;yes"))

    assert read == (
        ScoreLine(
            line=2,
            who="a@example.org",
            percent=82.5,
            attempt=2,
            at=datetime(2025, 10, 6, 12, tzinfo=UTC),
            survey=True,
        ),
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "the file is empty."),
        (("email;grade",), "unknown column 'grade'; there are: email, person, score, attempt, at, survey."),
        (("email",), "it needs a column email or person, and a column score or survey."),
        (("person;score", "1;nan"), "line 2: 'nan' is no score from 0 to 100."),
        (("person;score", "1;101"), "line 2: '101' is no score from 0 to 100."),
        (
            ("person;score;at", "1;5;2025-10-06"),
            "line 2: '2025-10-06' has no UTC offset; write it as 2025-10-06T12:00:00Z.",
        ),
    ],
)
def test_file_that_is_not_understood_is_refused_whole(rows: tuple[str, ...], sentence: str) -> None:
    assert read_scores(a_table(*rows)) == ScoreProblem(sentence=sentence)
