"""The index that goes with many certificates: ``index.csv``, one line a certificate, with stable column names."""

import csv
import io
from collections.abc import Iterable

from sessions.domain.cells import disarm
from sessions.storage.certificates import Kept

COLUMNS = ("serial", "name", "rule", "status", "issued", "verify")


def index_of(found: Iterable[Kept]) -> str:
    """``index.csv``: one line a certificate; cells that a spreadsheet would run are disarmed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in found:
        writer.writerow([disarm(str(cell)) for cell in describe_line(one).values()])
    return text.getvalue()


def describe_line(kept: Kept) -> dict[str, str]:
    content = kept.certificate.content
    values = (
        kept.serial,
        content.name,
        kept.rule_key,
        kept.certificate.status.value,
        f"{content.issued:%Y-%m-%dT%H:%M:%SZ}",
        content.verify_url,
    )
    return dict(zip(COLUMNS, values, strict=True))
