"""Check-in: whether a click counts, at the moment it was made, and the code of the moment that a speaker shows."""

import hashlib
import hmac
import struct
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.domain.attendance import AttendanceRule
from sessions.domain.moments import EPOCH
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.refusals import (
    CheckInClosed,
    CheckInNotOpen,
    NoPlace,
    SessionCancelled,
    TooManyWrongCodes,
    WrongCode,
)

CODE_STEP = timedelta(seconds=60)
CODE_DIGITS = 6
WRONG_CODES_ALLOWED = 5
WRONG_CODES_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """An accepted check-in. ``after_start`` is negative before the session starts; ``late`` follows the rule."""

    at: datetime
    late: bool
    after_start: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeAccepted:
    """``steps_late``: 0 for the code on the screen, 1 for the one just before it."""

    steps_late: int


def find_check_in_window(session: Session, rule: AttendanceRule) -> tuple[datetime, datetime]:
    """The half-open span [opens, closes) in which check-in is possible."""
    return session.start - rule.check_in_opens_before, session.end + rule.check_in_closes_after


def decide_check_in(
    session: Session, rule: AttendanceRule, at: datetime, holds_place: bool
) -> CheckIn | NoPlace | SessionCancelled | CheckInNotOpen | CheckInClosed:
    """Decides a click made ``at`` (the interaction's own time). A late check-in is recorded too: whether it counts is
    the verdict's question, so that a changed rule can be replayed over the same evidence."""
    if not holds_place:
        return NoPlace()
    if session.status is SessionStatus.CANCELLED:
        return SessionCancelled(number=session.number, title=session.title)
    opens, closes = find_check_in_window(session, rule)
    if at < opens:
        return CheckInNotOpen(opens=opens)
    if at >= closes:
        return CheckInClosed(closed=closes)
    return CheckIn(at=at, late=is_late(session, rule, at), after_start=at - session.start)


def is_late(session: Session, rule: AttendanceRule, at: datetime) -> bool:
    return rule.late_after is not None and at > session.start + rule.late_after


def derive_prompt_secret(secret: bytes, session_id: int, prompt: str) -> bytes:
    """The secret of one prompt of one session ("start", "middle", "end"), so that no code serves two prompts."""
    return hmac.new(secret, f"check-in:{session_id}:{prompt}".encode(), hashlib.sha256).digest()


def compute_code(secret: bytes, at: datetime) -> str:
    """The six digits shown at this moment: TOTP (RFC 6238) with HMAC-SHA-1, 60-second steps from 1970, T0 = 0."""
    return _compute_hotp(secret, _count_steps(at))


def find_code_change(at: datetime) -> datetime:
    """The moment at which the code shown at ``at`` is replaced by the next."""
    return EPOCH + (_count_steps(at) + 1) * CODE_STEP


def decide_code(
    secret: bytes, typed: str, at: datetime, wrong_tries: Sequence[datetime] = ()
) -> CodeAccepted | WrongCode | TooManyWrongCodes:
    """Accepts the present code and the one just before it (RFC 6238 section 5.2 allows one step of delay).

    ``wrong_tries``: the moments of this person's earlier wrong codes, in any order. After five within ten minutes
    even a right code is refused until the oldest of the five is ten minutes old. Digits of any script, spaces and
    hyphens are taken as people type them.
    """
    recent = sorted(moment for moment in wrong_tries if at - WRONG_CODES_WITHIN < moment <= at)
    if len(recent) >= WRONG_CODES_ALLOWED:
        return TooManyWrongCodes(again=recent[-WRONG_CODES_ALLOWED] + WRONG_CODES_WITHIN)
    code = _fold_digits(typed)
    step = _count_steps(at)
    for late in (0, 1):
        if hmac.compare_digest(_compute_hotp(secret, step - late).encode(), code.encode()):
            return CodeAccepted(steps_late=late)
    return WrongCode(tries_left=WRONG_CODES_ALLOWED - len(recent) - 1)


def _count_steps(at: datetime) -> int:
    return (at - EPOCH) // CODE_STEP


def _compute_hotp(secret: bytes, counter: int) -> str:
    """HOTP (RFC 4226 section 5.3): dynamic truncation of HMAC-SHA-1."""
    digest = hmac.new(secret, struct.pack(">Q", counter), hashlib.sha1).digest()
    offset = digest[-1] & 0x0F
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**CODE_DIGITS:0{CODE_DIGITS}d}"


def _fold_digits(typed: str) -> str:
    digits = []
    for character in typed:
        value = unicodedata.decimal(character, None)
        if value is not None:
            digits.append(str(value))
        elif not (character.isspace() or character in "-–\u200e\u200f"):
            return ""
    return "".join(digits)
