"""What a person stated in an application, read back and changed field by field."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.application_form import ApplicationForm
from sessions.domain.moments import to_micros
from sessions.domain.selection import Function, Gender, Kind
from sessions.storage import personal, schema
from sessions.storage.store import Entry, Transaction

_T = schema.applications
_PERSONAL = {"name": "name_id", "email": "email_id", "organisation": "organisation_id"}


async def form_of(connection: AsyncConnection, application_id: int) -> ApplicationForm:
    """The form as it stands; what was erased is empty. LookupError when there is no such application."""
    row = (await connection.execute(select(_T).where(_T.c.id == application_id))).mappings().one_or_none()
    if row is None:
        raise LookupError(f"no application {application_id}")
    ids = {field: row[column] for field, column in _PERSONAL.items()}
    values = await personal.read_many(connection, [one for one in ids.values() if one is not None])
    return ApplicationForm(
        name=values.get(ids["name"]) or "",
        email=values.get(ids["email"]) or "",
        organisation=values.get(ids["organisation"]),
        country=row["country"],
        kind=Kind(row["kind"]) if row["kind"] else Kind.OTHER,
        function=Function(row["function"]) if row["function"] else Function.OTHER,
        gender=Gender(row["gender"]) if row["gender"] else None,
        zone=row["zone"],
        language=row["language"],
        cohort=row["cohort"],
    )


async def email_id(connection: AsyncConnection, application_id: int) -> int | None:
    """The kept value that is the application's e-mail address now."""
    query = select(_T.c.email_id).where(_T.c.id == application_id)
    found: int | None = (await connection.execute(query)).scalar_one_or_none()
    return found


async def change(
    tx: Transaction,
    application_id: int,
    person_id: int,
    form: ApplicationForm,
    changed: Collection[str],
    *,
    now: datetime,
    entry: Entry,
) -> None:
    """Writes the fields that changed. A personal value is kept anew beside the earlier one, which stays until it is
    erased: the journal's commitment to it can still be checked."""
    stated: dict[str, object] = {
        "country": form.country,
        "kind": form.kind.value,
        "function": form.function.value,
        "gender": None if form.gender is None else form.gender.value,
        "zone": form.zone,
        "language": form.language,
        "cohort": form.cohort,
    }
    values: dict[str, object] = {field: stated[field] for field in stated if field in changed}
    typed = {"name": form.name, "email": form.email, "organisation": form.organisation}
    for field, column in _PERSONAL.items():
        value = typed[field]
        if field in changed:
            values[column] = None if value is None else await personal.keep(tx, person_id, field, value, entry)
    await tx.update(_T, application_id, {**values, "changed_us": to_micros(now)}, entry)
