"""The end of a rehearsal: one organiser prepares the list, another approves it, and certificates are issued."""

import asyncio
from functools import partial
from pathlib import Path

from bot.certificate_index import index_of
from bot.refusals import explain
from bot.rehearsal.show import Rehearsal
from bot.workshop import open_workshop
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.approvals import Approval
from sessions.services import approvals, certificate_lookups, certificates
from sessions.services.certificates import Issued

FIRST = Actor(ActorKind.OPERATOR, "The rehearsal's organiser")
SECOND = Actor(ActorKind.OPERATOR, "The rehearsal's second organiser")


class NotCertifiedError(Exception):
    """The rehearsal ends without certificates; the message is the sentence to show."""


async def certify(show: Rehearsal, folder: Path, *, address: str) -> int:
    """Issues under every rule, into ``folder/certificates`` with ``index.csv`` and ``jwks.json``; how many.

    The keys of a rehearsal stay in ``folder/keys``: a web face on the rehearsal's database can serve them.
    """
    assert show.marathon is not None
    store, now, target = show.installation.store, show.stage.clock.now(), folder / "certificates"
    await asyncio.to_thread(_clear, target)
    workshop = await asyncio.to_thread(partial(open_workshop, keys=folder / "keys", files=target, address=address))
    for rule in show.marathon.programme.completion:
        prepared = await approvals.prepare(store, marathon_id=show.marathon.id, now=now, actor=FIRST, rule_key=rule.key)
        if not isinstance(prepared, Approval):
            raise NotCertifiedError(explain(prepared, show.installation.wording, "en", show=str))
        approved = await approvals.approve(
            store, marathon_id=show.marathon.id, number=prepared.number, now=now, actor=SECOND
        )
        if not isinstance(approved, Approval):
            raise NotCertifiedError(explain(approved, show.installation.wording, "en", show=str))
        issued = await certificates.issue(
            store, marathon_id=show.marathon.id, workshop=workshop, now=now, actor=SECOND, rule_key=rule.key
        )
        if not isinstance(issued, Issued):
            raise NotCertifiedError(explain(issued, show.installation.wording, "en", show=str))
    await show.stage.rest()
    kept = await certificate_lookups.every(store, show.marathon.id)
    await asyncio.to_thread(_write, target, index_of(kept), workshop.keys.as_json())
    return len(kept)


def _clear(folder: Path) -> None:
    """What an earlier rehearsal left in the same folder."""
    for pattern in ("*.pdf", "*.jwt"):
        for old in folder.glob(pattern):
            old.unlink()


def _write(folder: Path, index: str, jwks: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.csv").write_text(index, encoding="utf-8-sig", newline="")
    (folder / "jwks.json").write_text(jwks, encoding="utf-8")
