"""Who does something: the first of the journal's five questions (who, when, old value, new value, why)."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    PERSON = "person"  # somebody acting for themselves
    ORGANISER = "organiser"  # a person acting in a role they hold in the marathon
    OPERATOR = "operator"  # the command line; `id` is "NAME (system user LOGIN)"
    SYSTEM = "system"  # the bot itself: heartbeat, housekeeping, reconciliation


@dataclass(frozen=True, slots=True)
class Actor:
    """``id`` is the person's database id as text for persons and organisers, a name for operator and system."""

    kind: ActorKind
    id: str


SYSTEM = Actor(ActorKind.SYSTEM, "marathon")


class Role(StrEnum):
    """The roles a person can hold in a marathon; kept in the database and checked in services."""

    ORGANISER = "organiser"
    APPROVER = "approver"
    SPEAKER = "speaker"
    AUDITOR = "auditor"
