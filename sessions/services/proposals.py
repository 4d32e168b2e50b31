"""Proposals and single applications as organisers look at them before they decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.moments import from_micros
from sessions.domain.proposal_documents import KeptOutcome, KeptSummary, kept_outcomes, kept_summary
from sessions.storage import selections
from sessions.storage.selections import Decided
from sessions.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptProposal:
    """``changes``: application's number to (decision, reason) of an organiser. ``approved_by``: the actor's id."""

    number: int
    made: datetime
    seed: str | None
    outcomes: tuple[KeptOutcome, ...]
    summary: KeptSummary
    changes: Mapping[int, tuple[str, str]]
    approved: datetime | None
    approved_by: str | None

    def decision_of(self, outcome: KeptOutcome) -> str:
        change = self.changes.get(outcome.id)
        return change[0] if change is not None else "offer" if outcome.chosen else "wait"

    def count(self, decision: str) -> int:
        return sum(self.decision_of(outcome) == decision for outcome in self.outcomes)


async def show(store: Store, *, marathon_id: int, number: int | None = None) -> KeptProposal | None:
    """A kept proposal, the newest unless its number is given; None where there is none."""

    async def unit(connection: AsyncConnection) -> KeptProposal | None:
        wanted = number if number is not None else await selections.newest_proposal(connection, marathon_id)
        row = None if wanted is None else await selections.proposal(connection, marathon_id, wanted)
        if row is None:
            return None
        approved = row["approved_us"]
        return KeptProposal(
            number=row["id"],
            made=from_micros(row["made_us"]),
            seed=row["seed"],
            outcomes=kept_outcomes(row["document"]),
            summary=kept_summary(row["document"]),
            changes={int(one): (change["decision"], change["why"]) for one, change in row["changes"].items()},
            approved=None if approved is None else from_micros(approved),
            approved_by=row["approved_by"],
        )

    return await store.read(unit)


async def history(store: Store, *, marathon_id: int, number: int) -> tuple[Decided, ...]:
    """What happened to an application, oldest first; empty when there is none."""
    return await store.read(lambda connection: selections.history(connection, marathon_id, number))
