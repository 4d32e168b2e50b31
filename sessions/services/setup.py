"""Setting a marathon up in a guild: which channels and roles it uses, and who its organisers are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, Role
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.programme import Marathon
from sessions.domain.refusals import BoundElsewhere, Refusal
from sessions.domain.reminders import Means
from sessions.storage import deliveries, marathons, persons, places
from sessions.storage.store import Entry, Store, Transaction

CHANNELS = ("channel:announcements", "channel:sessions", "channel:desk")
ROLES = ("role:participant", "role:organiser")


def purposes(cohorts: Sequence[str]) -> tuple[str, ...]:
    """Everything a marathon needs in a guild, in the order it is made: roles first, for channels refer to them."""
    return (*ROLES, *(f"role:cohort:{cohort}" for cohort in cohorts), *CHANNELS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """``new``: the purposes that were bound now, or bound anew."""

    guild_id: int
    bindings: Mapping[str, int]
    new: tuple[str, ...]


async def bindings(store: Store, marathon_id: int) -> dict[str, int]:
    return await store.read(lambda connection: marathons.bindings(connection, marathon_id))


async def bind(
    store: Store, marathon_id: int, *, guild_id: int, made: Mapping[str, int], actor: Actor, now: datetime
) -> Bound | Refusal:
    """Binds the marathon to the guild and each purpose to its channel or role; binds anew what was repaired.
    Refuses a marathon that lives in another guild (BoundElsewhere)."""

    async def unit(tx: Transaction) -> Bound | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        if marathon.guild_id not in (None, guild_id):
            return BoundElsewhere(key=marathon.key)
        before = await marathons.bindings(tx.connection, marathon_id)
        changed = {purpose: id_ for purpose, id_ in made.items() if before.get(purpose) != id_}
        if marathon.guild_id == guild_id and not changed:
            return Bound(guild_id=guild_id, bindings=before, new=())
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="marathon.bound",
            subject="marathon",
            old={purpose: str(before[purpose]) for purpose in changed if purpose in before},
            new={"guild": str(guild_id)} | {purpose: str(id_) for purpose, id_ in changed.items()},
        )
        if marathon.guild_id is None:
            await marathons.change(tx, marathon_id, {"guild_id": guild_id}, entry)
        await marathons.bind(tx, marathon_id, changed, entry)
        await _make_good(tx, marathon, before, changed, now)
        return Bound(guild_id=guild_id, bindings=before | dict(changed), new=tuple(changed))

    return await store.write(unit)


async def _make_good(
    tx: Transaction, marathon: Marathon, before: Mapping[str, int], changed: Mapping[str, int], now: datetime
) -> None:
    """After a repair: what could not be said is said now if it is still useful, an open check-in is posted again
    where its channel is new, and everyone with a place gets the role that is new."""
    await deliveries.revive(tx, marathon.id, now=now)
    lost = [before[purpose] for purpose in changed if purpose.startswith("channel:") and purpose in before]
    posts = await deliveries.open_posts(
        tx.connection, marathon.id, channels=lost, kind=DeliveryKind.CHECK_IN_OPEN, now=now
    )
    again = [
        Owed(
            key=replace(post.key, occurrence=f"{post.key.occurrence}.{changed['channel:sessions']}"),
            due=now,
            useful_until=post.useful_until,
        )
        for post in posts
        if "channel:sessions" in changed
    ]
    roles = [purpose for purpose in changed if purpose.startswith("role:") and purpose in before]
    holders = await places.of_marathon(tx.connection, marathon.id) if roles else ()
    for place in holders:
        for purpose in roles:
            if place.discord_id is not None and purpose in ("role:participant", f"role:cohort:{place.cohort}"):
                subject, occurrence = f"person:{place.person_id}", f"{purpose}:{changed[purpose]}"
                key = DeliveryKey(marathon.key, subject, DeliveryKind.ROLE, occurrence, "person")
                payload: dict[str, object] = {"discord_id": place.discord_id, "role": purpose}
                again.append(Owed(key=key, due=now, means=Means.ROLE, payload=payload))
    await deliveries.queue(tx, marathon.id, again, now=now)


async def grant(store: Store, marathon_id: int, *, discord_id: int, role: Role, actor: Actor, now: datetime) -> int:
    """The Discord account holds the role from now on; the person's id."""

    async def unit(tx: Transaction) -> int:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        person_id = await persons.ensure(tx, discord_id, language=None, now=now)
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="role.granted",
            subject=f"person:{person_id}",
            new={"role": role.value},
        )
        await persons.grant(tx, marathon_id=marathon_id, person_id=person_id, role=role, now=now, entry=entry)
        return person_id

    return await store.write(unit)


async def roles_of(store: Store, marathon_id: int, discord_id: int) -> tuple[int | None, frozenset[Role]]:
    """The person of this Discord account, if known, and the roles they hold in the marathon."""

    async def unit(connection: AsyncConnection) -> tuple[int | None, frozenset[Role]]:
        person_id = await persons.of_discord(connection, discord_id)
        if person_id is None:
            return None, frozenset()
        return person_id, await persons.roles_of(connection, marathon_id, person_id)

    return await store.read(unit)


async def discord_of(store: Store, person_id: int) -> int | None:
    """The person's Discord account; None where they have none."""
    found = await store.read(lambda connection: persons.discord_ids(connection, [person_id]))
    return found.get(person_id)


async def person_of(store: Store, discord_id: int) -> int | None:
    """The person of a Discord account; None where nothing is known of it."""
    return await store.read(lambda connection: persons.of_discord(connection, discord_id))
