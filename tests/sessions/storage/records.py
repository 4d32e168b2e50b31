"""A small record that has something in every journalled table, for tests that tamper with it or carry it about."""

from sqlalchemy import Table

from sessions.domain.moments import to_micros
from sessions.storage import personal, schema
from sessions.storage.store import Entry, Store, Transaction, Values
from tests.builders import AT, a_check_in, add_a_marathon, add_a_session, add_persons, an_entry


async def fill(store: Store) -> None:
    """One marathon, two sessions, three persons: one applied and came, one was erased, one has only a role."""
    marathon = await add_a_marathon(store)
    first, second = [await add_a_session(store, marathon, number=number) for number in (1, 2)]
    applicant, erased, organiser = await add_persons(store, 3)

    async def apply(transaction: Transaction) -> None:
        entry = an_entry("application.received", subject="application:1", new={"status": "applied"})
        name = await personal.keep(transaction, applicant, "name", "Adaeze Nwosu", entry)
        email = await personal.keep(transaction, applicant, "email", "adaeze@example.org", entry)
        row = await transaction.insert(schema.applications, _application(marathon, applicant, name, email), entry)
        await _decide(transaction, row["id"])

    async def erase(transaction: Transaction) -> None:
        await personal.keep(transaction, erased, "name", "Björk", an_entry("person.added"))
        await personal.erase(transaction, erased, an_entry("personal.erased"))

    async def arrange(transaction: Transaction) -> None:
        entry = an_entry("marathon.set_up")
        cohort = {"marathon_id": marathon, "key": "a", "title": "A", "capacity": 25}
        await transaction.insert(schema.cohorts, cohort, entry)
        role = {"marathon_id": marathon, "person_id": organiser, "role": "organiser", "granted_us": to_micros(AT)}
        await transaction.insert(schema.roles, role, entry)
        bindings = [{"marathon_id": marathon, "purpose": f"channel:{n}", "discord_id": 70 + n} for n in range(3)]
        proposal = {
            "marathon_id": marathon,
            "made_us": to_micros(AT),
            "actor_kind": "organiser",
            "actor_id": "3",
            "fingerprint": "f" * 64,
            "document": {"outcomes": []},
            "changes": {},
        }
        await transaction.insert(schema.proposals, proposal, entry)
        rows = await transaction.insert_many(schema.bindings, bindings, entry)
        await transaction.delete(schema.bindings, rows[1]["id"], an_entry("binding.removed"))

    for unit in (apply, erase, arrange):
        await store.write(unit)
    for session in (first, second):
        await store.append_evidence(a_check_in(marathon, session, applicant), an_entry("evidence.kept"))
    await _take_a_report(store, marathon, first, applicant)
    await _certify(store, marathon, applicant)
    await _choose(store, marathon, second, applicant)


async def _take_a_report(store: Store, marathon: int, session: int, person: int) -> None:
    """An import of one file, and an appeal about what came of it."""

    async def unit(transaction: Transaction) -> None:
        entry = an_entry("attendance.imported")
        taken = {
            "marathon_id": marathon,
            "session_id": session,
            "at_us": to_micros(AT),
            "actor_kind": "organiser",
            "actor_id": "3",
            "zone": "UTC",
            "files": [{"name": "report.csv", "sha256": "f" * 64, "platform": "webex", "rows": 1}],
            "counts": {"kept": 1},
            "stated": [1],
        }
        await transaction.insert(schema.attendance_imports, taken, entry)
        text = await personal.keep(transaction, person, "appeal", "I was there", entry)
        appeal = {
            "marathon_id": marathon,
            "session_id": session,
            "person_id": person,
            "text_id": text,
            "status": "open",
            "at_us": to_micros(AT),
        }
        await transaction.insert(schema.appeals, appeal, entry)

    await store.write(unit)


async def _choose(store: Store, marathon: int, session: int, person: int) -> None:
    """What somebody chose for their reminders, and a session that they cannot come to."""

    async def unit(transaction: Transaction) -> None:
        mine = {"marathon_id": marathon, "person_id": person}
        choice = {"means": "dm", "left_out": ["hour"], "quiet_start": "22:00", "quiet_end": "07:00", "muted": 0}
        entry = an_entry("reminders.chosen")
        await transaction.insert(schema.reminder_choices, {**mine, **choice, "changed_us": to_micros(AT)}, entry)
        absence = {**mine, "session_id": session, "at_us": to_micros(AT)}
        await transaction.insert(schema.absences, absence, an_entry("absence.noted"))

    await store.write(unit)


async def _certify(store: Store, marathon: int, person: int) -> None:
    """A score, a survey, an approved list and the certificate that came of it, by one entry."""

    async def unit(transaction: Transaction) -> None:
        entry = an_entry("certificates.issued")
        holder = {"marathon_id": marathon, "person_id": person}
        score = {**holder, "attempt": 1, "percent": 87.5, "at_us": to_micros(AT)}
        await transaction.insert(schema.scores, score, entry)
        await transaction.insert(schema.surveys, {**holder, "at_us": to_micros(AT)}, entry)
        name = await personal.keep(transaction, person, "name", "Adaeze Nwosu", entry)
        approval = await transaction.insert(schema.approvals, _approval(marathon, person), entry)
        certificate = _certificate(holder, approval=approval["id"], name=name)
        await transaction.insert(schema.certificates, certificate, entry)

    await store.write(unit)


def _approval(marathon: int, person: int) -> Values:
    return {
        "marathon_id": marathon,
        "rule_key": "completion",
        "rule_version": 1,
        "rule": {"sessions": 6},
        "list_hash": "a" * 64,
        "people": {str(person): "b" * 64},
        "prepared_us": to_micros(AT),
        "prepared_kind": "organiser",
        "prepared_by": "3",
        "approved_us": to_micros(AT),
        "approved_kind": "organiser",
        "approved_by": "2",
    }


def _certificate(holder: Values, *, approval: object, name: int) -> Values:
    return {
        **holder,
        "rule_key": "completion",
        "generation": 1,
        "serial": "ABCD-EFGH-JKLM",
        "approval_id": approval,
        "name_id": name,
        "document": {"title": "A course"},
        "basis": {"sessions": []},
        "status": "valid",
        "pdf_sha256": "c" * 64,
        "credential_sha256": "d" * 64,
        "status_list": 1,
        "status_index": 17,
        "issued_us": to_micros(AT),
    }


async def insert(store: Store, table: Table, values: Values, entry: Entry) -> int:
    """One row by a unit of its own; its id."""

    async def unit(transaction: Transaction) -> int:
        return int((await transaction.insert(table, values, entry))["id"])

    return await store.write(unit)


async def _decide(transaction: Transaction, application: int) -> None:
    entry = an_entry("application.selected", old={"status": "applied"}, new={"status": "selected"}, why="priority")
    await transaction.update(schema.applications, application, {"status": "selected"}, entry)
    decision = {
        "application_id": application,
        "at_us": to_micros(AT),
        "from_status": "applied",
        "to_status": "selected",
        "actor_kind": "organiser",
        "actor_id": "3",
    }
    await transaction.insert(schema.decisions, decision, entry)


def _application(marathon: int, person: int, name: int, email: int) -> Values:
    return {
        "marathon_id": marathon,
        "person_id": person,
        "status": "applied",
        "country": "NG",
        "zone": "Africa/Lagos",
        "language": "en",
        "name_id": name,
        "email_id": email,
        "applied_us": to_micros(AT),
        "changed_us": to_micros(AT),
        "reasons": [{"code": "income_group", "group": "LMC"}],
    }
