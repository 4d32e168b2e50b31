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


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSummary:
    """The summary of a kept proposal; ``quotas``: (code, gender or None, needed, reached)."""

    by_income: tuple[Share, ...]
    by_kind: tuple[Share, ...]
    by_country: tuple[Share, ...]
    quotas: tuple[tuple[str, str | None, int, int], ...]


def kept_summary(document: Mapping[str, object]) -> KeptSummary:
    """The summary of a kept proposal. ValueError for anything else."""
    return KeptSummary(
        by_income=_kept_shares(document.get("by_income")),
        by_kind=_kept_shares(document.get("by_kind")),
        by_country=_kept_shares(document.get("by_country")),
        quotas=tuple(_quota(one) for one in _listed(document.get("quotas"))),
    )


def _listed(found: object) -> list[object]:
    if not isinstance(found, list):
        raise ValueError("not the summary of a proposal")
    return found


def _kept_shares(found: object) -> tuple[Share, ...]:
    return tuple(_share(one) for one in _listed(found))


def _share(one: object) -> Share:
    match one:
        case {"name": str(name), "applied": int(applied), "chosen": int(chosen)}:
            return Share(name=name, applied=applied, chosen=chosen)
        case _:
            raise ValueError("not a line of a proposal's summary")


def _quota(one: object) -> tuple[str, str | None, int, int]:
    match one:
        case {"code": str(code), "of": None | str() as of, "needed": int(needed), "reached": int(reached)}:
            return code, of, needed, reached
        case _:
            raise ValueError("not the quota of a proposal")
