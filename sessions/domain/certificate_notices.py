"""What a holder hears of their own certificate."""

from datetime import datetime

from sessions.domain.certificates import CertificateContent
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.reminders import AudienceKind, Means
from sessions.domain.risk_notices import Reached


def yours(marathon: str, holder: Reached, content: CertificateContent, now: datetime) -> Owed:
    """A certificate is ready. Who has a Discord account reads it in the channel instead."""
    return _notice(marathon, holder, content, DeliveryKind.CERTIFICATE_YOURS, now)


def replaced(marathon: str, holder: Reached, content: CertificateContent, now: datetime) -> Owed:
    """A new certificate took the place of the one before."""
    return _notice(marathon, holder, content, DeliveryKind.CERTIFICATE_REPLACED, now)


def _notice(marathon: str, holder: Reached, content: CertificateContent, kind: DeliveryKind, now: datetime) -> Owed:
    payload: dict[str, object] = {
        "application": holder.application_id,
        "serial": content.serial,
        "verify": content.verify_url,
    }
    said = {"discord_id": holder.discord_id, "language": holder.language}
    payload |= {name: fact for name, fact in said.items() if fact is not None}
    return Owed(
        key=DeliveryKey(marathon, f"person:{holder.person_id}", kind, content.serial, AudienceKind.PERSON),
        due=now,
        means=Means.EMAIL if holder.discord_id is None else Means.DM,
        payload=payload,
    )
