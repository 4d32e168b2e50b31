"""Somebody says that they read an e-mail address: an entry in the journal, which names the kept value, not the
address."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor
from sessions.storage import application_forms, journal_pages
from sessions.storage.store import Entry, Store, Transaction

VERB = "email.confirmed"


async def is_confirmed(store: Store, *, marathon: str, application: int) -> bool:
    """Whether the application's address, as it stands now, was confirmed."""
    return await store.read(lambda connection: _is_confirmed(connection, marathon, application))


async def _is_confirmed(connection: AsyncConnection, marathon: str, application: int) -> bool:
    value = await application_forms.email_id(connection, application)
    subject = f"application:{application}"
    page = await journal_pages.read_page(connection, last=50, marathon=marathon, subject=subject, verb=VERB)
    return value is not None and any((line.new or {}).get("value") == value for line in page)


async def confirm(store: Store, *, marathon: str, application: int, actor: Actor, now: datetime) -> None:
    """Journals it, once for each address."""

    async def unit(tx: Transaction) -> None:
        if await _is_confirmed(tx.connection, marathon, application):
            return
        value = await application_forms.email_id(tx.connection, application)
        subject = f"application:{application}"
        tx.record(Entry(actor=actor, at=now, marathon=marathon, verb=VERB, subject=subject, new={"value": value}))

    await store.write(unit)
