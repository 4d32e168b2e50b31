"""What may be kept no longer: found field by field of [privacy], and erased or emptied.

"Of these marathons alone" leaves out whoever also applied in a marathon whose time is not over.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Select, Table, or_, select, update

from sessions.domain.applications import KEEPS_A_PLACE
from sessions.domain.deliveries import DeliveryState
from sessions.storage import personal, schema
from sessions.storage.store import Entry, Transaction

_A, _D, _V, _P = schema.applications, schema.deliveries, schema.personal_values, schema.persons
VALUES: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "email": ("email",),
    "organisation": ("organisation",),
    "appeals": ("appeal", "appeal-file"),
    "reports": ("report-name",),
}
"""The keys of [privacy] that are personal values, and how those are called."""
_STATED = ("name", "email", "organisation")


async def purge(tx: Transaction, key: str, marathons: Collection[int], entry: Entry) -> int:
    """Erases what a key of [privacy] stands for, of these marathons alone; how many rows. An entry is only recorded
    where there was something."""
    match key:
        case "gender":
            return await _empty_gender(tx, _of(marathons), marathons, entry)
        case "applications":
            placeless = _A.c.status.not_in([one.value for one in KEEPS_A_PLACE])
            erased = await _erase(tx, _STATED, _of(marathons, placeless), entry)
            return erased + await _empty_gender(tx, _of(marathons, placeless), marathons, entry)
        case "reports":
            emptied = await _empty_reports(tx, marathons)
            return emptied + await _erase(tx, VALUES[key], _of(marathons), entry)
        case "evidence":
            return await _cut_ties(tx, marathons)
        case "deliveries":
            return await _empty_deliveries(tx, marathons)
        case _:
            return await _erase(tx, VALUES.get(key, ()), _of(marathons), entry)


def _of(marathons: Collection[int], which: ColumnElement[bool] | None = None) -> Select[tuple[int]]:
    """The persons who applied in these marathons alone; ``which`` narrows their applications."""
    elsewhere = select(_A.c.person_id).where(_A.c.marathon_id.not_in(marathons))
    query = select(_A.c.person_id).where(_A.c.marathon_id.in_(marathons), _A.c.person_id.not_in(elsewhere))
    if which is None:
        return query
    holding = select(_A.c.person_id).where(_A.c.marathon_id.in_(marathons), ~which)
    return query.where(_A.c.person_id.not_in(holding))


async def _erase(tx: Transaction, fields: Collection[str], persons: Select[tuple[int]], entry: Entry) -> int:
    query = (
        select(_V.c.id)
        .where(_V.c.field.in_(fields), _V.c.value.is_not(None), _V.c.person_id.in_(persons))
        .order_by(_V.c.id)
    )
    ids = list((await tx.connection.execute(query)).scalars())
    if ids:
        await personal.erase_values(tx, ids, entry)
    return len(ids)


async def _empty_gender(tx: Transaction, persons: Select[tuple[int]], marathons: Collection[int], entry: Entry) -> int:
    query = select(_A.c.id).where(
        _A.c.marathon_id.in_(marathons), _A.c.gender.is_not(None), _A.c.person_id.in_(persons)
    )
    ids = list((await tx.connection.execute(query)).scalars())
    if ids:
        await tx.update_many(_A, {number: {"gender": None} for number in ids}, entry)
    return len(ids)


async def _empty_reports(tx: Transaction, marathons: Collection[int]) -> int:
    """Names that reports brought: rows that waited for an answer, and what was remembered of the answers."""
    items, aliases = schema.review_items, schema.aliases
    emptied = 0
    for table, values in ((items, {"name": "", "email": None, "match": ""}), (aliases, {"name": "", "email": None})):
        statement = update(table).where(table.c.marathon_id.in_(marathons), table.c.name != "").values(values)
        emptied += len((await tx.connection.execute(statement.returning(table.c.id))).all())
    return emptied


async def empty_reports_of(tx: Transaction, person_id: int) -> None:
    """The same of one person: what reports called them."""
    items, aliases = schema.review_items, schema.aliases
    emptied: tuple[tuple[Table, dict[str, object]], ...] = (
        (items, {"name": "", "email": None, "match": ""}),
        (aliases, {"name": "", "email": None}),
    )
    for table, values in emptied:
        await tx.connection.execute(update(table).where(table.c.person_id == person_id).values(values))


async def _cut_ties(tx: Transaction, marathons: Collection[int]) -> int:
    """Evidence itself is never erased; that it leads to an account is. Who still has a role here keeps theirs."""
    roles = select(schema.roles.c.person_id).where(schema.roles.c.withdrawn_us.is_(None))
    tied = or_(_P.c.discord_id.is_not(None), _P.c.zone.is_not(None), _P.c.language.is_not(None))
    statement = (
        update(_P)
        .where(tied, _P.c.id.in_(_of(marathons)), _P.c.id.not_in(roles))
        .values(discord_id=None, zone=None, language=None)
        .returning(_P.c.id, _P.c.discord_id)
    )
    found = (await tx.connection.execute(statement)).all()
    return len(found)


async def _empty_deliveries(tx: Transaction, marathons: Collection[int]) -> int:
    """What persons were told, and where; that they were told stays."""
    over = _D.c.state.in_([DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.STALE])
    held = or_(_D.c.channel_id.is_not(None), _D.c.message_id.is_not(None), _D.c.reason != "kept no longer")
    statement = (
        update(_D)
        .where(_D.c.marathon_id.in_(marathons), _D.c.subject.startswith("person:"), over)
        .where(or_(held, _D.c.reason.is_(None)))
        .values(payload={}, channel_id=None, message_id=None, reason="kept no longer")
        .returning(_D.c.id)
    )
    return len((await tx.connection.execute(statement)).all())
