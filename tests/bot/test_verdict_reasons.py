"""Verdicts say why, in a line that people can check."""

from datetime import datetime, timedelta

import pytest

from bot.verdict_reasons import explain_attendance, explain_reason
from bot.wording import Wording
from config.texts import catalogue
from sessions.domain.attendance import AttendanceCode, AttendanceRule, Evidence, EvidenceKind, Reason
from sessions.domain.reports import Platform
from tests.sessions.domain.test_verdicts import START, click, evidence, judge, minute, only, row, stay, total

MINUTES: dict[str, object] = {
    "seconds": 6960,
    "seconds_min": 6900,
    "seconds_max": 7020,
    "needed": 5400,
    "length": 7200,
    "share": 0.75,
    "spans": ((START, minute(116)),),
    "sources": ("zoom-meeting", "google-meet"),
    "flags": (),
}
FACTS: dict[str, object] = {
    "at": START,
    "until": START,
    "verdict": "excused",
    "reason": "Ill",
    "kinds": ("check-in", "report"),
    "count": 2,
}


def clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


@pytest.mark.parametrize("code", AttendanceCode)
def test_every_reason_has_a_sentence_whole_and_without_holes(code: AttendanceCode) -> None:
    sentence = explain_reason(Reason(code=code, facts=FACTS | MINUTES), Wording(catalogue), "en", show=clock)
    assert (len(sentence) > 8, sentence.strip() == sentence, "{" in sentence) == (True, True, False)


@pytest.mark.parametrize("platform", Platform)
def test_every_platform_has_a_name(platform: Platform) -> None:
    assert Wording(catalogue).has(f"platform-{platform.value}")


@pytest.mark.parametrize("kind", [kind for kind in EvidenceKind if kind is not EvidenceKind.WITHDRAWAL])
def test_every_kind_of_evidence_has_a_name(kind: EvidenceKind) -> None:
    assert Wording(catalogue).has(f"evidence-{kind.value}")


@pytest.mark.parametrize(
    ("pieces", "rule", "sentence"),
    [
        ((row(1, 2, 118), click(2)), None, "Present: check-in 12:05; Zoom 12:02–13:58 = 116 of 120 min ≥ 75 %"),
        (
            (stay(1, 0, 30), stay(2, 40, 60)),
            None,
            "In part: Stage 12:00–12:30, 12:40–13:00 = 50 of 120 min, fewer than 75 %",
        ),
        (
            (total(1, -10, 130, 105),),
            None,
            "To be decided: Google Meet 12:00–14:00 = 84 to 106 of 120 min: "
            "the report does not say whether that is 75 %",
        ),
        (
            (click(),),
            only(together=(frozenset({EvidenceKind.CHECK_IN, EvidenceKind.REPORT}),)),
            "In part: still missing: meeting report; check-in 12:05",
        ),
        (
            (evidence(1, EvidenceKind.STATEMENT, 200, verdict="excused", reason="*Ill*"),),
            None,
            "Excused: an organiser stated 15:20: excused (“\\*Ill\\*”)",
        ),
        ((), None, "Absent: nothing was recorded"),
    ],
)
def test_a_verdict_and_its_reasons_in_one_line(
    pieces: tuple[Evidence, ...], rule: AttendanceRule | None, sentence: str
) -> None:
    attendance = judge(*pieces, rule=rule, now=START + timedelta(days=30))
    shown = explain_attendance(
        attendance, Wording(catalogue), "en", show=clock, escape=lambda text: text.replace("*", "\\*")
    )
    assert shown == sentence
