"""HTTP conditions and codings: whether a reader already has what would be sent (RFC 9110 §12.5.3, §13)."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_TAG = re.compile(r'(?:W/)?("[^"]*")')


def has_current(
    if_none_match: str | None, if_modified_since: str | None, *, tags: frozenset[str], modified: datetime
) -> bool:
    """Whether a GET or HEAD is answered with 304. If-None-Match wins over If-Modified-Since (§13.2.2).

    ``tags`` are opaque tags in their quotes; the comparison is the weak one (§13.1.2). A tag without quotes, as
    some old clients send it, is compared as if it had them.
    """
    if if_none_match is not None:
        return _matches(if_none_match.strip(), tags)
    if if_modified_since is not None:
        moment = _read_date(if_modified_since)
        return moment is not None and modified <= moment
    return False


def accepts_gzip(accept_encoding: str | None) -> bool:
    """Whether gzip was asked for with a weight above zero; a bare ``*`` does not ask for it."""
    if not accept_encoding or "gzip" not in accept_encoding.lower():
        return False
    for offer in accept_encoding.lower().split(","):
        coding, _, parameters = offer.partition(";")
        if coding.strip() in {"gzip", "x-gzip"}:
            return _weight(parameters) > 0
    return False


def _matches(field: str, tags: frozenset[str]) -> bool:
    if field in tags or field == "*":
        return True
    named = _TAG.findall(field)
    return any(tag in tags for tag in named) if named else f'"{field}"' in tags


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def _read_date(field: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(field)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
