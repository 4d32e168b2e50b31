from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.completion import word_reasons, word_rule, word_small_print
from bot.wording import Wording
from config import texts
from sessions.domain.attendance import Reason
from sessions.domain.completion import AddedSessions, CancelledSessions, CompletionCode, CompletionRule

WORDING = Wording(texts.catalogue)
UNTIL = datetime(2025, 9, 30, tzinfo=UTC)
FULL = CompletionRule(
    key="completion",
    title="Completion with assessment",
    sessions_needed=6,
    required_sessions=frozenset({8, 1}),
    minutes_needed=480,
    pass_mark=70,
    attempts=2,
    survey_required=True,
    deadline=UNTIL,
    excused_counts=True,
)
FACTS: dict[str, object] = {
    "at": UNTIL,
    "until": UNTIL,
    "number": 3,
    "effect": CancelledSessions.NEED_REDUCED,
    "needed": 6,
    "of": 8,
    "have": 4,
    "left": 3,
    "may_miss": 1,
    "make_good": 0,
    "possible": 5,
    "best": 62.5,
    "pass_mark": 70.0,
    "attempts_used": 1,
    "attempts_left": 1,
}


def show(moment: datetime) -> str:
    return f"{moment:%d %B %Y}"


def rule_text(rule: CompletionRule) -> tuple[str, ...]:
    return word_rule(rule, planned=8, wording=WORDING, language="en", show=show)


def why(code: CompletionCode, **facts: object) -> str:
    (sentence,) = word_reasons([Reason(code=code, facts=facts)], wording=WORDING, language="en", show=show)
    return sentence


def test_the_rule_is_said_one_sentence_a_demand() -> None:
    assert rule_text(FULL) == (
        "Presence in at least 6 of the 8 sessions.",
        "Presence in sessions 1, 8 is required.",
        "At least 480 minutes of recorded presence.",
        "A result of at least 70 % in the assessment, in up to 2 attempts.",
        "The survey is handed in.",
        "All of this before 30 September 2025.",
    )


def test_a_share_is_said_in_percent_and_in_sessions() -> None:
    rule = CompletionRule(key="share", title="Share", share_needed=0.7)
    assert rule_text(rule) == ("Presence in at least 70 % of the sessions: 6 of 8.",)


def test_one_attempt_and_unlimited_attempts() -> None:
    once, ever = (replace(FULL, attempts=attempts) for attempts in (1, None))
    assert [rule_text(rule)[3] for rule in (once, ever)] == [
        "A result of at least 70 % in the assessment, in one attempt.",
        "A result of at least 70 % in the assessment.",
    ]


@pytest.mark.parametrize("language", texts.languages())
@pytest.mark.parametrize("cancelled", CancelledSessions)
@pytest.mark.parametrize("added", AddedSessions)
def test_the_small_print_says_what_cancelled_added_and_excused_sessions_do(
    language: str, cancelled: CancelledSessions, added: AddedSessions
) -> None:
    rule = replace(FULL, cancelled=cancelled, added=added)
    sentences = word_small_print(rule, wording=WORDING, language=language)
    assert [bool(sentence.strip()) for sentence in sentences] == [True, True, True]


def test_what_is_still_reachable_is_said_as_the_participant_needs_it() -> None:
    short = {"needed": 6, "of": 8, "have": 4, "left": 3, "may_miss": 1, "make_good": 0}
    assert [
        why(CompletionCode.SESSIONS_SHORT, **short),
        why(CompletionCode.SESSIONS_SHORT, **{**short, "may_miss": 0, "have": 3}),
        why(CompletionCode.SESSIONS_SHORT, **{**short, "left": 1, "have": 5, "may_miss": 0}),
        why(CompletionCode.SESSIONS_SHORT, **{**short, "left": 0, "have": 5, "may_miss": 0, "make_good": 1}),
        why(CompletionCode.RECORDING_OPEN, number=3, until=UNTIL),
    ] == [
        "6 of 8 sessions are needed; you have 4. 3 are left: you may miss 1.",
        "6 of 8 sessions are needed; you have 3. 3 are left: you may miss none.",
        "6 of 8 sessions are needed; you have 5. One is left: you may not miss it.",
        "6 of 8 sessions are needed; you have 5. None is left. One missed session must be made good.",
        "Session 3 can be made good by the recording until 30 September 2025.",
    ]


def test_the_assessment_is_said_with_and_without_a_result_a_limit_and_a_deadline() -> None:
    assert [
        why(CompletionCode.SCORE_MISSING, best=None, pass_mark=70.0, attempts_left=None, until=None),
        why(CompletionCode.SCORE_MISSING, best=62.5, pass_mark=70.0, attempts_left=1, until=UNTIL),
        why(CompletionCode.SCORE_OUT_OF_REACH, best=None, pass_mark=70.0, attempts_left=2, until=UNTIL),
    ] == [
        "The assessment is still to be taken; 70 % are needed.",
        "The best result so far is 62.5 %; 70 % are needed. One attempt is left. It counts before 30 September 2025.",
        "The assessment was not taken in time; 70 % were needed.",
    ]


@pytest.mark.parametrize("language", texts.languages())
@pytest.mark.parametrize("code", CompletionCode)
def test_every_code_has_a_sentence_in_every_language(code: CompletionCode, language: str) -> None:
    (sentence,) = word_reasons([Reason(code=code, facts=FACTS)], wording=WORDING, language=language, show=show)
    assert sentence.strip()
