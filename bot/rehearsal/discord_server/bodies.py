"""Bodies as they travel: JSON values, moments and ids in Discord's form.

A body is a plain dictionary because it is foreign data on its way in or out; inside, the nouns of this package are
data classes. Ids are decimal strings on the wire and ``int`` inside.
"""

from datetime import UTC, datetime
from typing import Any

import orjson

Body = dict[str, Any]


def encode(value: Any) -> bytes:
    return orjson.dumps(value)


def decode(data: bytes | str) -> Any:
    """Raises ``ValueError`` when the data is not JSON."""
    return orjson.loads(data)


def wire_moment(moment: datetime) -> str:
    """ISO 8601 with microseconds and offset, as Discord writes moments."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def wire_moment_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else wire_moment(moment)


def wire_id(identifier: int | None) -> str | None:
    return None if identifier is None else str(identifier)
