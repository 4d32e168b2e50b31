"""The shared samples of attendance exports: what each file is, and the right answers."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sessions.domain.matching import Directory, StaffEntry, build_directory
from sessions.domain.report_preview import Preview, preview_reports
from sessions.domain.spans import Span
from sessions.imports.reports.reading import read_report
from sessions.imports.reports.roster import read_roster
from tests.shared_files import shared

CASES = tuple(f"{number:02d}" for number in range(1, 12))
SESSION = Span(datetime(2025, 9, 9, 12, tzinfo=UTC), datetime(2025, 9, 9, 14, tzinfo=UTC))
ZURICH, NEW_YORK = "Europe/Zurich", "America/New_York"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    expected: dict[str, object]
    files: tuple[tuple[str, bytes], ...]
    session: Span
    zone: str
    directory: Directory

    def preview(self) -> Preview:
        reports = [read_report(data, name=name, session=self.session, zone=self.zone) for name, data in self.files]
        return preview_reports(reports, self.session, self.directory)


def a_directory() -> Directory:
    roster = read_roster(shared("samples/attendance/roster.csv").read_bytes(), name="roster.csv")
    assert isinstance(roster, tuple)
    staff = [
        StaffEntry(name="Marathon Host", email="host@example.org"),
        StaffEntry(name="Dr Ines Carvalho", email="speaker.carvalho@example.org"),
        StaffEntry(name="Prof. Samuel Adeyemi", email="speaker.adeyemi@example.org"),
    ]
    return build_directory(roster, staff)


def a_sample(case: str) -> Sample:
    folder = shared("samples/attendance")
    expected = json.loads((folder / f"{case}.expected.json").read_text(encoding="utf-8"))
    session = expected["session"]
    return Sample(
        expected=expected,
        files=tuple((name, (folder / name).read_bytes()) for name in expected["files"]),
        session=Span(datetime.fromisoformat(session["start_utc"]), datetime.fromisoformat(session["end_utc"])),
        zone=expected["import_options"]["export_tz"],
        directory=a_directory(),
    )


def text_of(case: str) -> str:
    """A sample's text, whatever its encoding."""
    data = a_sample(case).files[0][1]
    return data.decode("utf-16") if data.startswith(b"\xff\xfe") else data.decode("utf-8-sig")


def iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")
