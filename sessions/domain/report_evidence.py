"""A report's row as evidence, and back: what the file stated is kept whole, so that minutes can be summed again after
a session was moved or a rule changed.

``Evidence.start``/``end`` hold the sure span. ``detail`` holds ``file``, ``platform``, ``line``, ``name``, ``email``
and, where the row is no plain interval, ``join``, ``leave``, ``possible`` (two ISO moments), ``total`` (seconds),
``resolution`` (seconds) and ``flags``.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from sessions.domain.attendance import Evidence
from sessions.domain.reports import Platform, ProblemCode, ReportRow
from sessions.domain.spans import Span


def describe_row(row: ReportRow, *, file: str, platform: Platform | None) -> dict[str, object]:
    """The ``detail`` of a row's evidence; JSON values."""
    detail: dict[str, object] = {
        "file": file,
        "platform": platform.value if platform else None,
        "line": row.line,
        "name": row.name,
        "email": row.email,
    }
    if is_plain(row):
        return detail
    return detail | {
        "join": _iso(row.join),
        "leave": _iso(row.leave),
        "possible": [_iso(row.possible.start), _iso(row.possible.end)] if row.possible else None,
        "total": row.total,
        "resolution": row.resolution,
        "flags": sorted(flag.value for flag in row.flags),
    }


def is_plain(row: ReportRow) -> bool:
    """Whether the sure span says everything: joined then, left then."""
    return (
        row.sure is not None
        and row.sure == row.possible == Span(row.join or row.sure.start, row.leave or row.sure.start)
        and row.total is None
        and not row.flags
    )


def restore_row(evidence: Evidence) -> ReportRow:
    """The row as it was read, from evidence of a report or of any other interval. An interval without an end proves
    no time."""
    detail = evidence.detail
    if "possible" not in detail and evidence.start and evidence.end:
        span = Span(evidence.start, evidence.end)
        return ReportRow(
            line=_whole(detail, "line") or 0,
            name=str(detail.get("name") or ""),
            email=_text(detail, "email"),
            join=span.start,
            leave=span.end,
            sure=span,
            possible=span,
        )
    sure = Span(evidence.start, evidence.end) if evidence.start and evidence.end else None
    return ReportRow(
        line=_whole(detail, "line") or 0,
        name=str(detail.get("name") or ""),
        email=_text(detail, "email"),
        join=_moment(detail.get("join")),
        leave=_moment(detail.get("leave")),
        sure=sure,
        possible=_span(detail.get("possible")),
        total=_whole(detail, "total"),
        resolution=_whole(detail, "resolution") or 0,
        flags=frozenset(ProblemCode(flag) for flag in _texts(detail, "flags")),
    )


def identify_row(row: ReportRow, *, session_id: int, person_id: int, occurrence: int = 0) -> str:
    """The evidence's key: the same row in the same or another file gives the same key and is kept once. ``occurrence``
    counts equal rows inside one file, from 0."""
    stated = (row.join, row.leave, row.sure, row.possible, row.total, occurrence)
    digest = hashlib.sha256(repr(stated).encode()).hexdigest()[:32]
    return f"report:{session_id}:{person_id}:{digest}"


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(value: object) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) else None


def _span(value: object) -> Span | None:
    if not isinstance(value, list | tuple) or len(value) != 2:
        return None
    start, end = _moment(value[0]), _moment(value[1])
    return Span(start, end) if start and end else None


def _whole(detail: Mapping[str, object], key: str) -> int | None:
    value = detail.get(key)
    return value if isinstance(value, int) else None


def _text(detail: Mapping[str, object], key: str) -> str | None:
    value = detail.get(key)
    return value if isinstance(value, str) else None


def _texts(detail: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = detail.get(key)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
