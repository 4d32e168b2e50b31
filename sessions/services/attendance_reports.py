"""Reports of meeting platforms: preview, one commit, undo.

The rows of a report become evidence of those they name without doubt; every other row waits for an organiser. The same
file twice changes nothing, files that overlap state each fact once, and a file never marks anybody absent.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, Role
from sessions.domain.attendance import Evidence, EvidenceKind
from sessions.domain.matching import Directory
from sessions.domain.moments import to_micros
from sessions.domain.programme import Marathon, Session
from sessions.domain.refusals import AlreadyDecided, Refusal, UnknownImport, UnknownSession, ValueMissing
from sessions.domain.report_evidence import describe_row, identify_row
from sessions.domain.report_preview import Preview, preview_reports
from sessions.domain.reports import Outcome, Platform, Report, ReportRow
from sessions.domain.spans import Span
from sessions.domain.verdicts import stand
from sessions.imports.reports.headings import Field, fold_word
from sessions.imports.reports.reading import read_report, refuse_size
from sessions.imports.reports.stamps import Order
from sessions.imports.tables import MAXIMUM_BYTES
from sessions.storage import evidence, marathons, personal, persons, report_imports, rosters
from sessions.storage import sessions as stored
from sessions.storage.report_imports import Import, ReviewItem, match_of
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """``data`` may be left empty for a file that is too large to be read; ``size`` is in bytes."""

    name: str
    data: bytes
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """What would be recorded; handed back to ``commit`` as it is. ``names``: person id to name."""

    marathon: Marathon
    session: Session
    zone: str
    reports: tuple[Report, ...]
    digests: tuple[str, ...]
    headings: Mapping[str, Field]
    preview: Preview
    names: Mapping[str, str]

    @property
    def recordable(self) -> bool:
        some = self.preview.participants or self.preview.unmatched
        return self.preview.outcome is not Outcome.REFUSE and bool(some)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """``number`` None: nothing was new, so nothing was written. Counts are of rows: ``kept`` are new evidence,
    ``already`` was there, ``withdrawn`` was there and an organiser withdrew it, which a file does not bring back;
    ``waiting`` are new names for an organiser to decide."""

    number: int | None
    kept: int
    already: int
    withdrawn: int
    waiting: int


async def preview(
    store: Store,
    marathon_id: int,
    *,
    number: int,
    cohort: str | None = None,
    files: Sequence[ReportFile],
    zone: str,
    headings: Mapping[str, Field] | None = None,
    date_order: Order | None = None,
    actor: Actor,
) -> Previewed | Refusal:
    """Reads the files against session ``number`` and its participants; writes nothing. ``headings`` are added to those
    that were explained before."""

    async def unit(
        connection: AsyncConnection,
    ) -> tuple[Marathon, Session, Directory, dict[str, str], dict[str, str]] | Refusal:
        refused = await persons.refuse_unless(connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        sessions = await stored.of_marathon(connection, marathon_id)
        fitting = [one for one in sessions if one.number == number and cohort in (None, one.cohort)]
        if not fitting:
            return UnknownSession(number=number, known=tuple(sorted({one.number for one in sessions})))
        people = await rosters.registered(connection, marathon_id)
        return (
            await marathons.by_id(connection, marathon_id),
            fitting[0],
            await rosters.directory_of(connection, marathon_id, fitting[0], people),
            {str(one.person_id): one.name or "" for one in people},
            await report_imports.headings(connection),
        )

    found = await store.read(unit)
    if not isinstance(found, tuple):
        return found
    marathon, session, directory, names, known = found
    given = {fold_word(heading): field for heading, field in (headings or {}).items()}
    mapped = {heading: Field(field) for heading, field in known.items()} | given
    reports, read = await asyncio.to_thread(_read, files, session, zone, mapped, date_order, directory)
    return Previewed(
        marathon=marathon,
        session=session,
        zone=zone,
        reports=reports,
        digests=tuple(sha256(file.data).hexdigest() for file in files),
        headings=given,
        preview=read,
        names=names,
    )


def _read(
    files: Sequence[ReportFile],
    session: Session,
    zone: str,
    headings: Mapping[str, Field],
    date_order: Order | None,
    directory: Directory,
) -> tuple[tuple[Report, ...], Preview]:
    span = Span(session.start, session.end)
    reports = tuple(
        refuse_size(file.name, file.size)
        if file.size > MAXIMUM_BYTES
        else read_report(file.data, name=file.name, session=span, zone=zone, headings=headings, date_order=date_order)
        for file in files
    )
    return reports, preview_reports(reports, span, directory)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """A row that a file states of a person (None: of nobody yet)."""

    person_id: int | None
    name: str
    email: str | None
    key: str
    values: dict[str, object]


async def commit(store: Store, previewed: Previewed, *, actor: Actor, now: datetime) -> Imported | Refusal:
    """Records what was previewed, all or nothing. ValueError for files that must be refused."""
    if previewed.preview.outcome is Outcome.REFUSE:
        raise ValueError("reports that are refused record nothing")

    async def unit(tx: Transaction) -> Imported | Refusal:
        refused = await persons.refuse_unless(tx.connection, previewed.marathon.id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        entry = Entry(
            actor=actor,
            at=now,
            marathon=previewed.marathon.key,
            verb="attendance.imported",
            subject=f"session:{previewed.session.id}",
            new={"files": list(previewed.digests), "zone": previewed.zone},
        )
        return await _Commit(tx, previewed, actor, now, entry).run()

    return await store.write(unit)


class _Commit:
    """One import inside its transaction."""

    def __init__(self, tx: Transaction, previewed: Previewed, actor: Actor, now: datetime, entry: Entry) -> None:
        self._tx, self._previewed = tx, previewed
        self._actor, self._now, self._entry = actor, now, entry
        self._counts: Counter[str] = Counter()
        self._stated: list[int] = []

    async def run(self) -> Imported:
        fresh = await self._find_new()
        waiting = await self._find_waiting()
        earlier = await report_imports.imports_of(self._tx.connection, self._previewed.marathon.id)
        same = any(self._repeats(one) for one in earlier)
        number = None
        if fresh or waiting or not same:
            number = await self._write(fresh, waiting)
        if self._previewed.headings:
            fields = {heading: field.value for heading, field in self._previewed.headings.items()}
            await report_imports.remember_headings(self._tx.connection, fields, actor=self._actor, now=self._now)
        return Imported(
            number=number,
            kept=len(fresh),
            already=self._counts["already"],
            withdrawn=self._counts["withdrawn"],
            waiting=len(waiting),
        )

    def _repeats(self, earlier: Import) -> bool:
        digests = frozenset(self._previewed.digests)
        return (
            earlier.undone is None and earlier.session_id == self._previewed.session.id and digests <= earlier.digests
        )

    async def _find_new(self) -> list[_Stated]:
        """What is no evidence yet: unknown rows, and those of imports that were undone since."""
        known = await report_imports.kept_reports(self._tx.connection, self._previewed.session.id)
        fresh = []
        for one in _state(self._previewed):
            key, found = known.find(one.key)
            if found is None:
                fresh.append(replace(one, key=key))
            else:
                self._counts["already" if found in known.standing else "withdrawn"] += 1
                self._stated.append(found)
        return fresh

    async def _find_waiting(self) -> list[dict[str, object]]:
        """Unmatched names with their rows, without rows that wait already or were decided."""
        known = await report_imports.items_of(self._tx.connection, self._previewed.marathon.id)
        seen = {
            (item.match, row["digest"])
            for item in known
            if item.session_id == self._previewed.session.id
            for row in item.rows
        }
        waiting = []
        for unmatched in self._previewed.preview.unmatched:
            match = match_of(unmatched.name, unmatched.email)
            stated = _describe_rows(self._previewed, unmatched.rows, None)
            rows = [{**one.values, "digest": one.key} for one in stated if (match, one.key) not in seen]
            if rows:
                waiting.append(
                    {
                        "marathon_id": self._previewed.marathon.id,
                        "session_id": self._previewed.session.id,
                        "name": unmatched.name,
                        "email": unmatched.email,
                        "match": match,
                        "code": unmatched.code.value,
                        "suggestions": [int(one) for one in unmatched.suggestions],
                        "rows": rows,
                        "status": "open",
                    }
                )
        return waiting

    async def _write(self, fresh: Sequence[_Stated], waiting: Sequence[Mapping[str, object]]) -> int:
        ids = await _append(self._tx, self._previewed.session, fresh, self._now, self._entry)
        reports = zip(self._previewed.reports, self._previewed.digests, strict=True)
        files = [
            {"name": one.name, "sha256": digest, "platform": _platform(one), "rows": len(one.rows)}
            for one, digest in reports
        ]
        counts = {"kept": len(fresh), "waiting": len(waiting), **self._counts}
        values = {
            "marathon_id": self._previewed.marathon.id,
            "session_id": self._previewed.session.id,
            "at_us": to_micros(self._now),
            "actor_kind": self._actor.kind.value,
            "actor_id": self._actor.id,
            "zone": self._previewed.zone,
            "files": files,
            "counts": counts,
            "stated": [*self._stated, *ids],
        }
        kept = await report_imports.keep_import(self._tx, values, self._entry)
        await report_imports.keep_items(
            self._tx.connection, [{**row, "attendance_import_id": kept.id} for row in waiting]
        )
        return kept.id


def _platform(report: Report) -> str | None:
    return report.platform.value if report.platform else None


def _state(previewed: Previewed) -> Iterator[_Stated]:
    for person in previewed.preview.participants:
        yield from _describe_rows(previewed, person.rows, int(person.id))


def _describe_rows(previewed: Previewed, rows: Sequence[ReportRow], person_id: int | None) -> Iterator[_Stated]:
    """Rows as evidence, without the personal values that they name; equal rows are told apart by their count."""
    origins: dict[int, tuple[str, Platform | None]] = {
        id(row): (report.name, report.platform) for report in previewed.reports for row in report.rows
    }
    seen: Counter[str] = Counter()
    for row in rows:
        file, platform = origins[id(row)]
        session_id = previewed.session.id
        first = identify_row(row, session_id=session_id, person_id=person_id or 0)
        key = identify_row(row, session_id=session_id, person_id=person_id or 0, occurrence=seen[first])
        seen[first] += 1
        detail = describe_row(row, file=file, platform=platform)
        yield _Stated(
            person_id=person_id,
            name=str(detail.pop("name")),
            email=row.email if detail.pop("email") else None,
            key=key,
            values={
                "start_us": to_micros(row.sure.start) if row.sure else None,
                "end_us": to_micros(row.sure.end) if row.sure else None,
                "detail": detail,
            },
        )


async def _append(
    tx: Transaction, session: Session, rows: Sequence[_Stated], now: datetime, entry: Entry
) -> tuple[int, ...]:
    """Rows as evidence. What the file called the person is a personal value, which the evidence refers to."""
    named = {(one.person_id, _named(one.name, one.email)) for one in rows if one.person_id is not None}
    called: dict[tuple[int | None, str], int] = {}
    for person_id, text in sorted(named, key=str):
        if person_id is not None:
            called[person_id, text] = await personal.keep(tx, person_id, "report-name", text, entry)
    values = []
    for one in rows:
        detail = one.values["detail"]
        assert isinstance(detail, dict)
        values.append(
            {
                "marathon_id": session.marathon_id,
                "session_id": session.id,
                "person_id": one.person_id,
                "kind": EvidenceKind.REPORT.value,
                "key": one.key,
                "at_us": to_micros(now),
                "start_us": one.values["start_us"],
                "end_us": one.values["end_us"],
                "withdraws": None,
                "detail": {**detail, "named": called[one.person_id, _named(one.name, one.email)]},
            }
        )
    return await report_imports.append(tx, values, entry)


def _named(name: str, email: str | None) -> str:
    return f"{name} <{email}>" if email else name


async def imports(store: Store, marathon_id: int) -> tuple[Import, ...]:
    return await store.read(lambda connection: report_imports.imports_of(connection, marathon_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """``rows``: pieces of evidence that were withdrawn; those that another import states too stay."""

    number: int
    rows: int


async def undo(
    store: Store, marathon_id: int, *, number: int, reason: str, actor: Actor, now: datetime
) -> Undone | Refusal:
    """Withdraws all evidence of an import that no other import states; what waits for an organiser goes too."""
    if not reason.strip():
        return ValueMissing(field="reason")

    async def unit(tx: Transaction) -> Undone | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        every = await report_imports.imports_of(tx.connection, marathon_id)
        found = next((one for one in every if one.id == number), None)
        if found is None:
            return UnknownImport(number=number)
        if found.undone is not None:
            return AlreadyDecided(number=number, decided=found.undone)
        marathon = await marathons.by_id(tx.connection, marathon_id)
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="attendance.import-undone",
            subject=f"session:{found.session_id}",
            old={"import": number},
            why=reason,
        )
        others = {one for other in every if other.undone is None and other.id != number for one in other.stated}
        kept = [one for some in (await evidence.of_session(tx.connection, found.session_id)).values() for one in some]
        standing = stand(kept, max([now, *(one.at for one in kept)]))
        gone = [one for one in standing if one.id in set(found.stated) - others]
        await report_imports.append(tx, [_withdraw(marathon, one, number, reason, now) for one in gone], entry)
        values = {"undone_us": to_micros(now), "undone_by": actor.id, "undone_why": reason}
        await report_imports.change_import(tx, number, values, entry)
        waiting = [one.id for one in await _items(tx.connection, marathon_id) if one.import_id == number]
        await report_imports.settle_items(tx.connection, waiting, status="undone", actor=actor, now=now)
        return Undone(number=number, rows=len(gone))

    return await store.write(unit)


async def _items(connection: AsyncConnection, marathon_id: int) -> tuple[ReviewItem, ...]:
    return await report_imports.items_of(connection, marathon_id)


def _withdraw(marathon: Marathon, one: Evidence, number: int, reason: str, now: datetime) -> dict[str, object]:
    return {
        "marathon_id": marathon.id,
        "session_id": one.session_id,
        "person_id": one.person_id,
        "kind": EvidenceKind.WITHDRAWAL.value,
        "key": f"withdrawal:{one.id}:undo:{number}",
        "at_us": to_micros(now),
        "start_us": None,
        "end_us": None,
        "withdraws": one.id,
        "detail": {"reason": reason, "undo": number},
    }
