"""Persons, and the roles they hold in a marathon."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.moments import to_micros
from sessions.domain.refusals import NotAllowed
from sessions.storage import schema
from sessions.storage.store import Entry, Transaction


async def of_discord(connection: AsyncConnection, discord_id: int) -> int | None:
    query = select(schema.persons.c.id).where(schema.persons.c.discord_id == discord_id)
    return (await connection.execute(query)).scalar_one_or_none()


async def discord_of(connection: AsyncConnection, person_id: int) -> int | None:
    query = select(schema.persons.c.discord_id).where(schema.persons.c.id == person_id)
    return (await connection.execute(query)).scalar_one_or_none()


async def zone_of(connection: AsyncConnection, person_id: int) -> str | None:
    query = select(schema.persons.c.zone).where(schema.persons.c.id == person_id)
    return (await connection.execute(query)).scalar_one_or_none()


async def languages(connection: AsyncConnection) -> Mapping[int, str]:
    """Discord id to language, for those who have both."""
    table = schema.persons
    query = select(table.c.discord_id, table.c.language).where(
        table.c.discord_id.is_not(None), table.c.language.is_not(None)
    )
    return {row.discord_id: row.language for row in (await connection.execute(query)).all()}


async def language_of(connection: AsyncConnection, discord_id: int) -> str | None:
    query = select(schema.persons.c.language).where(schema.persons.c.discord_id == discord_id)
    return (await connection.execute(query)).scalar_one_or_none()


async def ensure(tx: Transaction, discord_id: int, *, language: str | None, now: datetime) -> int:
    """The person of this Discord account, made known now if they were not."""
    known = await of_discord(tx.connection, discord_id)
    if known is not None:
        return known
    values = {"discord_id": discord_id, "language": language, "created_us": to_micros(now)}
    result = await tx.connection.execute(schema.persons.insert().values(values).returning(schema.persons.c.id))
    person_id: int = result.scalar_one()
    return person_id


async def tie(tx: Transaction, person_id: int, discord_id: int, *, loosed: int | None) -> None:
    """The account is this person's from now on, and no longer ``loosed``'s."""
    table = schema.persons
    if loosed is not None:
        await tx.connection.execute(update(table).where(table.c.id == loosed).values(discord_id=None))
    await tx.connection.execute(update(table).where(table.c.id == person_id).values(discord_id=discord_id))


async def set_zone(tx: Transaction, person_id: int, *, zone: str, language: str | None) -> None:
    values = {"zone": zone} if language is None else {"zone": zone, "language": language}
    await tx.connection.execute(update(schema.persons).where(schema.persons.c.id == person_id).values(values))


async def discord_ids(connection: AsyncConnection, person_ids: Sequence[int]) -> dict[int, int]:
    """Person id to Discord id, for those who have one."""
    table = schema.persons
    found: dict[int, int] = {}
    for begin in range(0, len(person_ids), 500):
        some = person_ids[begin : begin + 500]
        query = select(table.c.id, table.c.discord_id).where(table.c.id.in_(some), table.c.discord_id.is_not(None))
        found.update({row.id: row.discord_id for row in (await connection.execute(query)).all()})
    return found


async def roles_of(connection: AsyncConnection, marathon_id: int, person_id: int) -> frozenset[Role]:
    """The roles this person holds now."""
    table = schema.roles
    query = select(table.c.role).where(
        table.c.marathon_id == marathon_id, table.c.person_id == person_id, table.c.withdrawn_us.is_(None)
    )
    return frozenset(Role(role) for role in (await connection.execute(query)).scalars().all())


async def refuse_unless(connection: AsyncConnection, marathon_id: int, actor: Actor, *needs: Role) -> NotAllowed | None:
    """Why the actor may not do what needs one of these roles; None: they may. Operators hold the machine, and the
    bot itself acts by the programme: both may."""
    if actor.kind in (ActorKind.OPERATOR, ActorKind.SYSTEM):
        return None
    held = frozenset[Role]()
    if actor.kind is ActorKind.ORGANISER:
        held = await roles_of(connection, marathon_id, int(actor.id))
    return None if held & frozenset(needs) else NotAllowed(needs=tuple(role.value for role in needs))


async def grant(tx: Transaction, *, marathon_id: int, person_id: int, role: Role, now: datetime, entry: Entry) -> None:
    """Grants a role; once more after a withdrawal; nothing when it is held already."""
    table = schema.roles
    query = select(table.c.id, table.c.withdrawn_us).where(
        table.c.marathon_id == marathon_id, table.c.person_id == person_id, table.c.role == role.value
    )
    row = (await tx.connection.execute(query)).one_or_none()
    if row is None:
        values = {
            "marathon_id": marathon_id,
            "person_id": person_id,
            "role": role.value,
            "granted_us": to_micros(now),
        }
        await tx.insert(table, values, entry)
    elif row.withdrawn_us is not None:
        await tx.update(table, row.id, {"granted_us": to_micros(now), "withdrawn_us": None}, entry)
