"""Every problem of a report has a sentence, whole and without holes."""

import pytest

from bot.report_problems import explain_no_match, explain_problem
from bot.wording import Wording
from config.texts import catalogue
from sessions.domain.matching import NoMatchCode
from sessions.domain.reports import ProblemCode, ReportProblem

FACTS: dict[ProblemCode, dict[str, str | int | tuple[str, ...]]] = {
    ProblemCode.OPEN_INTERVAL: {"rows": 2, "line": 5},
    ProblemCode.AMBIGUOUS_TIME: {"rows": 1, "line": 5},
    ProblemCode.UNREADABLE_ROW: {"rows": 3, "line": 5},
    ProblemCode.UNKNOWN_VALUE: {"rows": 3, "line": 5, "text": "Peut-être"},
    ProblemCode.WRONG_ZONE: {"minutes": -210, "covered_seconds": 0},
    ProblemCode.WRONG_DAY: {"day": "2025-09-11", "days": 2},
    ProblemCode.AMBIGUOUS_DATES: {"example": "03/04/2025", "why": "both-fit"},
    ProblemCode.UNKNOWN_HEADING: {"headings": ("Kuingia", "Kutoka"), "missing": ("join", "leave")},
    ProblemCode.UNKNOWN_ZONE: {"zone": "Kenya", "nearest": ("Africa/Nairobi",)},
}


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_has_a_sentence_with_the_name_of_the_file(code: ProblemCode) -> None:
    problem = ReportProblem(code=code, facts=FACTS.get(code, {"rows": 1, "line": 1}))
    sentence = explain_problem("report.csv", problem, Wording(catalogue), "en")
    assert ("report.csv" in sentence or code is ProblemCode.UNKNOWN_ZONE, sentence.strip()[-1] in ".?") == (True, True)


def test_a_wrong_zone_says_by_how_many_hours() -> None:
    problem = ReportProblem(code=ProblemCode.WRONG_ZONE, facts=FACTS[ProblemCode.WRONG_ZONE])
    assert explain_problem("a.csv", problem, Wording(catalogue), "en") == (
        "a.csv misses the session by 3.5 hours: its times are later. "
        "Was it exported in another time zone than the one you gave?"
    )


def test_a_wrong_day_says_which() -> None:
    problem = ReportProblem(code=ProblemCode.WRONG_DAY, facts=FACTS[ProblemCode.WRONG_DAY])
    assert explain_problem("a.csv", problem, Wording(catalogue), "en") == (
        "a.csv is of another day: 2025-09-11, 2 days after this session. Nothing is recorded."
    )


def test_headings_from_a_file_are_escaped_by_the_face() -> None:
    facts: dict[str, str | int | tuple[str, ...]] = {"headings": ("@everyone",), "missing": ()}
    problem = ReportProblem(code=ProblemCode.UNKNOWN_HEADING, facts=facts)
    shown = explain_problem("a.csv", problem, Wording(catalogue), "en", escape=lambda text: text.replace("@", "(at)"))
    assert "these headings are not known: (at)everyone. Say what they mean." in shown


@pytest.mark.parametrize("code", NoMatchCode)
def test_every_reason_for_no_match_has_words(code: NoMatchCode) -> None:
    assert len(explain_no_match(code, Wording(catalogue), "en")) > 10
