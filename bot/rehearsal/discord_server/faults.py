"""Failing on purpose: which things go wrong, how often, and by what they are chosen.

A fault is chosen by a hash of (seed, kind, key, attempt). The key belongs to a person's act, to a request (its nonce,
its interaction or its place and body) or to an event; the attempt counts how often that key was seen. The order in
which things arrive has no part in it, so the same seed gives the same faults however the load falls.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

KindT = TypeVar("KindT", bound=StrEnum)


class RestFault(StrEnum):
    RATE_LIMIT = "rate_limit"
    SERVER_ERROR = "server_error"
    SERVER_ERROR_AFTER = "server_error_after"
    SLOW = "slow"
    RESET_BEFORE = "reset_before"
    RESET_AFTER = "reset_after"


class EventFault(StrEnum):
    DROP = "drop"
    RECONNECT = "reconnect"
    DUPLICATE = "duplicate"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """Shares are between 0 and 1; seconds are real.

    ``attempts``: how often one key may go wrong before it is let through.
    ``invalid_session``: whether a client that comes back must identify anew (op 9), with everything missed lost.
    ``leaves``: the share of people who leave the guild, each with one of their first acts.
    ``channel_deleted``, ``permissions_taken``: at that message of the bot in a channel (0: never); ``role_deleted``: at
    that granting of a role. ``targets`` are names of channels and roles; empty means every one but the guild's first
    channel. ``heals_after``: after so many refused messages an organiser gives the permissions back.
    """

    seed: int = 0
    rate_limit: float = 0.0
    server_error: float = 0.0
    server_error_after: float = 0.0
    slow: float = 0.0
    reset_before: float = 0.0
    reset_after: float = 0.0
    attempts: int = 1
    retry_after: float = 0.3
    slow_seconds: float = 1.2
    drop: float = 0.0
    reconnect: float = 0.0
    duplicate: float = 0.0
    late: float = 0.0
    late_seconds: float = 0.4
    invalid_session: bool = False
    leaves: float = 0.0
    channel_deleted: int = 0
    role_deleted: int = 0
    permissions_taken: int = 0
    heals_after: int = 2
    targets: tuple[str, ...] = ()

    def draw(self, *key: str | int) -> float:
        """Between 0 and 1, the same for the same seed and key."""
        text = ":".join(str(part) for part in (self.seed, *key))
        return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest(), "big") / (1 << 56)

    def rest_fault(self, key: str, attempt: int) -> RestFault | None:
        if attempt > self.attempts:
            return None
        return _pick(RestFault, self, self.draw("rest", key, attempt))

    def event_fault(self, key: str, attempt: int) -> EventFault | None:
        if attempt > self.attempts:
            return None
        return _pick(EventFault, self, self.draw("event", key, attempt))

    def is_target(self, name: str, *, is_first_channel: bool = False) -> bool:
        return name in self.targets if self.targets else not is_first_channel


def _pick(kinds: type[KindT], faults: Faults, drawn: float) -> KindT | None:
    for kind in kinds:
        share = float(getattr(faults, kind.value))
        if drawn < share:
            return kind
        drawn -= share
    return None


FAULT_PROFILES: Mapping[str, Faults] = MappingProxyType(
    {
        "rate-limits": Faults(rate_limit=0.35, attempts=3, retry_after=0.25),
        "server-errors": Faults(server_error=0.15, server_error_after=0.1),
        "slow-answers": Faults(slow=0.3, slow_seconds=1.2),
        "resets-before": Faults(reset_before=0.2),
        "resets-after": Faults(reset_after=0.2),
        "dropped-gateway": Faults(drop=0.03, reconnect=0.02),
        "invalid-session": Faults(drop=0.03, invalid_session=True),
        "duplicated-events": Faults(duplicate=0.3),
        "late-events": Faults(late=0.3, late_seconds=0.4),
        "member-leaves": Faults(leaves=0.1),
        "channel-deleted": Faults(channel_deleted=3),
        "role-deleted": Faults(role_deleted=5),
        "permissions-taken": Faults(permissions_taken=3, heals_after=2),
    }
)
