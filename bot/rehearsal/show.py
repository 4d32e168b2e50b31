"""What is rehearsed, and everything that is on stage while it is."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.app import Installation
from bot.rehearsal.discord_server import Faults, Guild, LocalDiscord, Person
from bot.rehearsal.participants import Participant, Told
from bot.rehearsal.stage import Stage
from sessions.domain.programme import Marathon, Programme, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is rehearsed. ``speed`` 0: as fast as the machine allows; 60: an hour of course time in a minute."""

    programme: Programme
    participants: int
    seed: int
    database_url: str
    speed: float = 0.0
    traffic_log: Path | None = None
    faults: Faults | None = None


@dataclass(slots=True)
class Rehearsal:
    """Everything that is on stage, and what people were told."""

    plan: Plan
    discord: LocalDiscord
    installation: Installation
    stage: Stage
    guild: Guild
    organiser: Person
    told: Told = field(default_factory=Told)
    participants: list[Participant] = field(default_factory=list)
    marathon: Marathon | None = None
    sessions: tuple[Session, ...] = ()
    web_url: str = ""
    repaired: int = 0
    """How many damages to the guild the organiser has seen to."""
