"""What `marathon doctor` finds: one line a subject, with the cure where something is wrong."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    OK = "OK"
    WARN = "WARN"
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """``cure`` is what to do about it; empty when there is nothing to do."""

    subject: str
    state: State
    says: str
    cure: str = ""


def ok(subject: str, says: str) -> Finding:
    return Finding(subject=subject, state=State.OK, says=says)


def warn(subject: str, says: str, cure: str) -> Finding:
    return Finding(subject=subject, state=State.WARN, says=says, cure=cure)


def fail(subject: str, says: str, cure: str) -> Finding:
    return Finding(subject=subject, state=State.FAIL, says=says, cure=cure)
