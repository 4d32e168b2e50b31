"""Applications from a web form's export: all good rows in one transaction, or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.domain.actors import Actor, Role
from sessions.domain.refusals import Refusal
from sessions.imports.application_file import ApplicationRow
from sessions.storage import application_rows, marathons, persons
from sessions.storage.application_rows import Sent
from sessions.storage.personal import fold
from sessions.storage.store import Entry, Store, Transaction

BATCH = 500
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """Numbers of the new applications, and lines whose e-mail address has an application already: those are left as
    they are, so that the same file twice changes nothing."""

    new: tuple[int, ...]
    already: tuple[int, ...]


def _ignore(_done: int, _total: int) -> None:
    return None


async def import_rows(
    store: Store,
    *,
    marathon_id: int,
    rows: Sequence[ApplicationRow],
    now: datetime,
    actor: Actor,
    progress: Callable[[int, int], None] = _ignore,
) -> Imported | Refusal:
    """Keeps the rows as applications of people without a Discord account. Where a row does not say when it was sent,
    the file's order counts. The web form had its own closing date, so the marathon's is not looked at."""

    async def unit(tx: Transaction) -> Imported | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        marathon = await marathons.by_id(tx.connection, marathon_id)
        known = await application_rows.known_emails(tx.connection, marathon_id)
        fresh = [row for row in rows if fold(row.form.email) not in known]
        new: list[int] = []
        for start in range(0, len(fresh), BATCH):
            batch = [
                Sent(form=row.form, applied=row.applied or now + (start + place) * _INSTANT)
                for place, row in enumerate(fresh[start : start + BATCH])
            ]
            entry = Entry(
                actor=actor,
                at=now,
                marathon=marathon.key,
                verb="applications.imported",
                subject="applications",
                new={"applications": len(batch)},
            )
            new += await application_rows.insert(tx, marathon_id, batch, actor=actor, now=now, entry=entry)
            progress(len(new), len(fresh))
        already = tuple(row.line for row in rows if fold(row.form.email) in known)
        return Imported(new=tuple(new), already=already)

    return await store.write(unit)
