import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sessions.domain.applications import (
    NEEDS_REASON,
    TRANSITIONS,
    ApplicationEvent,
    ApplicationState,
    ApplicationStatus,
    Window,
    decide,
    possible_events,
)
from sessions.domain.refusals import (
    AlreadyApplied,
    ApplicationsClosed,
    NoApplication,
    NoOffer,
    NotPossibleNow,
    OfferExpired,
    OfferStillOpen,
)

S = ApplicationStatus
E = ApplicationEvent
OPENS = datetime(2025, 7, 1, tzinfo=UTC)
CLOSES = datetime(2025, 8, 15, tzinfo=UTC)
APPLIED = datetime(2025, 7, 3, 9, tzinfo=UTC)
DEADLINE = datetime(2025, 9, 5, tzinfo=UTC)
WINDOW = Window(opens=OPENS, closes=CLOSES)
DOCUMENT = Path(__file__).parents[3] / "docs" / "applications.md"


def _state(status: ApplicationStatus) -> ApplicationState:
    deadline = DEADLINE if status in (S.OFFERED, S.EXPIRED) else None
    return ApplicationState(status=status, applied=APPLIED, offer_deadline=deadline)


def test_the_drawing_in_the_docs_is_the_table_in_the_program() -> None:
    arrows = re.findall(r"^    (\S+) --> (\S+): (\S+)$", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    drawn = {(None if begin == "[*]" else S(begin), E(event)): S(end) for begin, end, event in arrows}
    assert len(arrows) == len(TRANSITIONS)
    assert drawn == dict(TRANSITIONS)


def test_the_docs_say_what_every_status_means() -> None:
    rows = re.findall(r"^\| (\w+) \| .+ \|$", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert rows[1:] == [status.value for status in S]


@pytest.mark.parametrize(
    ("status", "event", "now", "answer"),
    [
        (None, E.SUBMIT, OPENS, S.APPLIED),
        (None, E.SUBMIT, OPENS - timedelta(microseconds=1), ApplicationsClosed(opens=OPENS, closes=CLOSES)),
        (None, E.START, CLOSES, ApplicationsClosed(opens=OPENS, closes=CLOSES)),
        (None, E.WITHDRAW, OPENS, NoApplication()),
        (S.DRAFT, E.SUBMIT, CLOSES, ApplicationsClosed(opens=OPENS, closes=CLOSES)),
        (S.APPLIED, E.SUBMIT, OPENS, AlreadyApplied(applied=APPLIED)),
        (S.ACCEPTED, E.START, OPENS, AlreadyApplied(applied=APPLIED)),
        (S.APPLIED, E.WITHDRAW, CLOSES, S.WITHDRAWN),
        (S.WITHDRAWN, E.SUBMIT, OPENS, S.APPLIED),
        (S.REJECTED, E.SUBMIT, OPENS, NotPossibleNow(status="rejected", event="submit", possible=("reinstate",))),
        (S.OFFERED, E.ACCEPT, DEADLINE - timedelta(microseconds=1), S.ACCEPTED),
        (S.OFFERED, E.ACCEPT, DEADLINE, OfferExpired(deadline=DEADLINE)),
        (S.OFFERED, E.DECLINE, DEADLINE, OfferExpired(deadline=DEADLINE)),
        (S.OFFERED, E.EXPIRE, DEADLINE, S.EXPIRED),
        (S.OFFERED, E.EXPIRE, DEADLINE - timedelta(microseconds=1), OfferStillOpen(deadline=DEADLINE)),
        (S.EXPIRED, E.ACCEPT, DEADLINE, OfferExpired(deadline=DEADLINE)),
        (S.WAITING, E.ACCEPT, OPENS, NoOffer(status="waiting")),
        (
            S.ACCEPTED,
            E.ACCEPT,
            OPENS,
            NotPossibleNow(status="accepted", event="accept", possible=("edit", "reject", "withdraw")),
        ),
    ],
)
def test_an_event_leads_where_the_table_says_or_is_refused_with_its_facts(
    status: ApplicationStatus | None, event: ApplicationEvent, now: datetime, answer: object
) -> None:
    state = None if status is None else _state(status)
    assert decide(state, event, now=now, window=WINDOW) == answer


def test_without_bounds_applications_are_always_open() -> None:
    assert decide(None, E.SUBMIT, now=CLOSES, window=Window()) == S.APPLIED


def test_every_status_can_be_reached_and_none_is_a_dead_end() -> None:
    reached: set[ApplicationStatus | None] = {None}
    while True:
        further = reached | {end for (begin, _), end in TRANSITIONS.items() if begin in reached}
        if further == reached:
            break
        reached = further
    assert reached == {None, *S}
    assert {status for status in S if not possible_events(status)} == set()


def test_only_an_organisers_word_against_the_order_needs_a_reason() -> None:
    assert {E.REJECT, E.ADMIT, E.REINSTATE} == NEEDS_REASON


class ApplicationLife(RuleBasedStateMachine):
    """Any events in any order, at any time: the status only ever moves along the table."""

    def __init__(self) -> None:
        super().__init__()
        self.state: ApplicationState | None = None
        self.now = OPENS
        self.path: list[tuple[ApplicationStatus | None, ApplicationEvent, ApplicationStatus]] = []

    @rule(hours=st.integers(0, 400))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(event=st.sampled_from(E))
    def something_is_asked(self, event: ApplicationEvent) -> None:
        before = self.state
        answer = decide(before, event, now=self.now, window=WINDOW)
        if isinstance(answer, ApplicationStatus):
            begin = None if before is None else before.status
            self.path.append((begin, event, answer))
            deadline = self.now + timedelta(days=5) if event is E.OFFER else None
            applied = self.now if before is None or event is E.SUBMIT else before.applied
            self.state = ApplicationState(status=answer, applied=applied, offer_deadline=deadline)

    @precondition(lambda self: self.state is not None)
    @rule()
    def an_expired_offer_is_never_accepted(self) -> None:
        assert self.state is not None
        if self.state.offer_deadline is not None and self.state.offer_deadline <= self.now:
            expected = OfferExpired(deadline=self.state.offer_deadline)
            assert decide(self.state, E.ACCEPT, now=self.now, window=WINDOW) == expected

    @invariant()
    def every_step_was_a_legal_one(self) -> None:
        assert [TRANSITIONS[begin, event] for begin, event, _ in self.path] == [end for _, _, end in self.path]
        begins = [begin for begin, _, _ in self.path]
        assert begins == [None, *(end for _, _, end in self.path)][: len(begins)]

    @invariant()
    def what_is_refused_is_not_in_the_table_or_out_of_time(self) -> None:
        status = None if self.state is None else self.state.status
        for event in E:
            answer = decide(self.state, event, now=self.now, window=WINDOW)
            in_time = not isinstance(answer, ApplicationsClosed | OfferExpired | OfferStillOpen)
            if in_time:
                assert isinstance(answer, ApplicationStatus) == ((status, event) in TRANSITIONS)


TestApplicationLife = ApplicationLife.TestCase
