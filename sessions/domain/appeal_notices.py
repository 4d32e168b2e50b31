"""What a person hears when their appeal is decided: them alone, once, by the means that reaches them."""

from dataclasses import dataclass
from datetime import datetime

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.reminders import AudienceKind, Means


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealAnswer:
    """``discord_id`` None: reached by e-mail."""

    appeal_id: int
    application_id: int
    person_id: int
    discord_id: int | None
    language: str
    session: int
    """The session's number as it is now."""
    upheld: bool
    reason: str
    at: datetime


def owed_for_answer(marathon: str, answer: AppealAnswer) -> Owed:
    payload: dict[str, object] = {
        "application": answer.application_id,
        "language": answer.language,
        "session": answer.session,
        "upheld": answer.upheld,
        "reason": answer.reason,
    }
    if answer.discord_id is not None:
        payload["discord_id"] = answer.discord_id
    key = DeliveryKey(
        marathon,
        f"person:{answer.person_id}",
        DeliveryKind.APPEAL_ANSWERED,
        f"appeal:{answer.appeal_id}",
        AudienceKind.PERSON,
    )
    means = Means.EMAIL if answer.discord_id is None else Means.DM
    return Owed(key=key, due=answer.at, means=means, payload=payload)
