"""Who may be in a session's reports: participants with names and e-mails, staff, and what organisers confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, Role
from sessions.domain.matching import Alias, Directory, RosterEntry, StaffEntry, build_directory, fold_email, fold_name
from sessions.domain.moments import to_micros
from sessions.domain.programme import Session
from sessions.domain.refusals import UnknownParticipant
from sessions.storage import personal, persons, places, schema

_STAFF = frozenset({Role.ORGANISER, Role.APPROVER, Role.SPEAKER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """A participant as reports may name them; name and e-mail are None once erased."""

    person_id: int
    discord_id: int | None
    cohort: str | None
    name: str | None
    email: str | None


async def registered(connection: AsyncConnection, marathon_id: int) -> tuple[Registered, ...]:
    """Everybody with a place, by person id."""
    table = schema.applications
    held = await places.of_marathon(connection, marathon_id)
    query = select(table.c.person_id, table.c.email_id).where(table.c.marathon_id == marathon_id)
    emails = {row.person_id: row.email_id for row in (await connection.execute(query)).all()}
    wanted = [place.name_id for place in held] + [emails[place.person_id] for place in held]
    values = await personal.read_many(connection, [one for one in wanted if one is not None])
    return tuple(
        Registered(
            person_id=place.person_id,
            discord_id=place.discord_id,
            cohort=place.cohort,
            name=values.get(place.name_id or 0),
            email=values.get(emails[place.person_id] or 0),
        )
        for place in held
    )


async def staff(connection: AsyncConnection, marathon_id: int, *, but: frozenset[int]) -> tuple[StaffEntry, ...]:
    """Names and e-mails of those who organise or speak; ``but``: persons who hold a place as well."""
    roles, values = schema.roles, schema.personal_values
    query = (
        select(values.c.person_id, values.c.field, values.c.value)
        .join_from(roles, values, roles.c.person_id == values.c.person_id)
        .where(
            roles.c.marathon_id == marathon_id,
            roles.c.withdrawn_us.is_(None),
            roles.c.role.in_([role.value for role in _STAFF]),
            values.c.field.in_(["name", "email"]),
            values.c.value.is_not(None),
        )
        .distinct()
    )
    found: dict[int, dict[str, set[str]]] = {}
    for row in (await connection.execute(query)).all():
        if row.person_id not in but:
            found.setdefault(row.person_id, {}).setdefault(row.field, set()).add(row.value)
    return tuple(
        StaffEntry(name=name, email=email)
        for stated in found.values()
        for name in stated.get("name", {""})
        for email in stated.get("email", {None})
    )


async def directory_of(
    connection: AsyncConnection, marathon_id: int, session: Session, people: Sequence[Registered]
) -> Directory:
    """Whom rows of this session's reports can mean, of everybody with a place; ids are persons' ids as text."""
    known, excluded = await aliases(connection, marathon_id)
    own = [one for one in people if session.cohort in (None, one.cohort)]
    named = await staff(connection, marathon_id, but=frozenset(one.person_id for one in people))
    speakers = [StaffEntry(name=name) for name in session.speakers]
    return build_directory(
        [
            RosterEntry(id=str(one.person_id), name=one.name or "", emails=(one.email,) if one.email else ())
            for one in own
        ],
        [*named, *speakers, *excluded],
        [one for one in known if any(str(held.person_id) == one.person for held in own)],
    )


async def aliases(connection: AsyncConnection, marathon_id: int) -> tuple[tuple[Alias, ...], tuple[StaffEntry, ...]]:
    """What organisers confirmed: whose a name and e-mail are, and which are of staff."""
    table = schema.aliases
    rows = (
        await connection.execute(select(table).where(table.c.marathon_id == marathon_id).order_by(table.c.id))
    ).all()
    people = [Alias(name=row.name, email=row.email, person=str(row.person_id)) for row in rows if row.person_id]
    return tuple(people), tuple(StaffEntry(name=row.name, email=row.email) for row in rows if not row.person_id)


async def remember_alias(
    connection: AsyncConnection,
    marathon_id: int,
    *,
    name: str,
    email: str | None,
    person_id: int | None,
    actor: Actor,
    now: datetime,
) -> None:
    """``person_id`` None: of staff."""
    values = {
        "marathon_id": marathon_id,
        "name": name,
        "email": email,
        "person_id": person_id,
        "at_us": to_micros(now),
        "actor_kind": actor.kind.value,
        "actor_id": actor.id,
    }
    await connection.execute(schema.aliases.insert().values(values))


async def find_participant(
    connection: AsyncConnection, people: tuple[Registered, ...], text: str
) -> Registered | UnknownParticipant:
    """Whom an organiser means by a number, a mention, an e-mail address or an exact name; never by a similar one."""
    wanted = text.strip()
    digits = wanted.strip("#<@!>")
    if digits.isdecimal():
        number = int(digits)
        account = wanted.startswith("<@") or number > 2**32  # a snowflake; persons are counted from 1
        person_id = await persons.of_discord(connection, number) if account else number
        found = [one for one in people if one.person_id == person_id]
    elif fold_email(wanted):
        found = [one for one in people if fold_email(one.email) == fold_email(wanted)]
    else:
        found = [one for one in people if one.name and fold_name(one.name) == fold_name(wanted)]
    if len(found) == 1:
        return found[0]
    return UnknownParticipant(text=wanted, several=tuple(f"#{one.person_id}" for one in found))
