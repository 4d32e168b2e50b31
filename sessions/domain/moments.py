"""Moments and wall times: the one place that knows time zones.

A *moment* is an aware UTC ``datetime``; the database keeps it as integer microseconds since 1970-01-01T00:00Z.
A *wall time* is a naive ``datetime`` and exists only together with the IANA name of its zone.
"""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Microseconds since the epoch of an aware moment; exact, never by way of a float."""
    return (moment - EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC moment that ``to_micros`` turned into this number."""
    return EPOCH + timedelta(microseconds=micros)
