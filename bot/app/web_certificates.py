"""What the verification pages are handed: statements, credentials and status lists, read from store and files."""

import asyncio
import time
from datetime import datetime

from bot.clock import Clock
from bot.web.certificates import CertificateFacts
from bot.web.limits import Limit
from sessions.credentials.statement import Statement
from sessions.credentials.workshop import Workshop
from sessions.domain.certificates import CertificateContent
from sessions.services import certificate_lookups, programmes
from sessions.storage.store import Store


def build_certificate_facts(store: Store, *, workshop: Workshop, clock: Clock) -> CertificateFacts:
    async def find_statement(asked: str) -> Statement:
        return await certificate_lookups.find_statement(store, asked, now=clock.now())

    async def find_credential(serial: str) -> str | None:
        kept = await certificate_lookups.find(store, serial)
        if kept is None:
            return None
        token = await asyncio.to_thread(workshop.files.credential, kept.serial, sha256=kept.credential_sha256)
        return token if isinstance(token, str) else None

    async def find_status_list(number: int) -> tuple[set[int], datetime] | None:
        return await certificate_lookups.withdrawn(store, number)

    async def find_achievement(marathon: str, kind: str, version: int) -> CertificateContent | None:
        return await certificate_lookups.find_achievement(store, marathon, kind, version)

    async def find_issuer() -> str:
        """The newest marathon's issuer."""
        every = await programmes.every(store)
        if not every:
            return "Marathon"
        programme = every[-1].programme
        return programme.organiser if programme.certificates is None else programme.certificates.issuer

    return CertificateFacts(
        keys=workshop.keys,
        find_statement=find_statement,
        find_credential=find_credential,
        find_status_list=find_status_list,
        find_achievement=find_achievement,
        find_issuer=find_issuer,
        limit=Limit(clock=time.monotonic),
    )
