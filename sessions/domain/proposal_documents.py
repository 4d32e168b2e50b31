"""A proposal as JSON, to be kept until an organiser approves it, and to be read by a script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sessions.domain.proposals import Proposal, Share
from sessions.domain.reasons import Reason, from_document
from sessions.domain.reasons import to_document as reasons_to_document


def to_document(proposal: Proposal) -> dict[str, object]:
    return {
        "places": proposal.places,
        "seed": proposal.seed,
        "fingerprint": proposal.fingerprint,
        "quotas": [
            {"code": quota.code.value, "of": quota.of, "needed": quota.needed, "reached": quota.reached}
            for quota in proposal.quotas
        ],
        "by_income": _shares(proposal.by_income),
        "by_kind": _shares(proposal.by_kind),
        "by_country": _shares(proposal.by_country),
        "outcomes": [
            {
                "id": outcome.id,
                "claim": outcome.claim,
                "chosen": outcome.chosen,
                "waiting_rank": outcome.waiting_rank,
                "reasons": reasons_to_document(outcome.reasons),
            }
            for outcome in proposal.outcomes
        ],
    }


def _shares(shares: Sequence[Share]) -> list[dict[str, object]]:
    return [{"name": share.name, "applied": share.applied, "chosen": share.chosen} for share in shares]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOutcome:
    """An outcome as it was kept."""

    id: int
    chosen: bool
    reasons: tuple[Reason, ...]


def kept_outcomes(document: Mapping[str, object]) -> tuple[KeptOutcome, ...]:
    """The outcomes of a kept proposal, in falling claim. ValueError for anything else."""
    outcomes = document.get("outcomes")
    if not isinstance(outcomes, list):
        raise ValueError("not a proposal")
    return tuple(_outcome(one) for one in outcomes)


def _outcome(one: object) -> KeptOutcome:
    match one:
        case {"id": int(number), "chosen": bool(chosen), "reasons": list(reasons)}:
            return KeptOutcome(id=number, chosen=chosen, reasons=from_document(reasons))
        case _:
            raise ValueError("not the outcome of a proposal")
