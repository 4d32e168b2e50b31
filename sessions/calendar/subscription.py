"""Addresses that put a feed into a calendar, as the big calendars take them."""

from dataclasses import dataclass
from datetime import UTC
from urllib.parse import quote, urlsplit

from sessions.domain.programme import Session

LONGEST = 256
"""Characters; some clients cut or refuse longer feed addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """``address`` is the feed itself; the others open a calendar that asks whether to subscribe to it."""

    address: str
    webcal: str
    google: str
    outlook: str


def public_address(public_url: str, marathon: str) -> str:
    """The address of a marathon's public feed; ValueError when it would be longer than clients take."""
    return _checked(f"{public_url.rstrip('/')}/calendar/{quote(marathon, safe='')}.ics")


def personal_address(public_url: str, token: str) -> str:
    """The secret address of a participant's own feed; ValueError when it would be longer than clients take."""
    return _checked(f"{public_url.rstrip('/')}/calendar/p/{token}.ics")


def subscription(address: str, name: str) -> Subscription:
    """The ways to subscribe to a feed. Google wants the webcal scheme, Outlook the address and a name."""
    webcal = f"webcal://{address.partition('://')[2]}"
    return Subscription(
        address=address,
        webcal=webcal,
        google=f"https://calendar.google.com/calendar/render?cid={quote(webcal, safe='')}",
        outlook=(
            "https://outlook.live.com/calendar/0/addfromweb"
            f"?url={quote(address, safe='')}&name={quote(name, safe='', errors='replace')}"
        ),
    )


def single_event(session: Session) -> str:
    """The address at which Google Calendar takes in this one session, without the feed: it follows no change."""
    stamps = "/".join(f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}" for moment in (session.start, session.end))
    title, place = (quote(text, safe="", errors="replace") for text in (session.title[:100], session.venue.name[:100]))
    return f"https://calendar.google.com/calendar/render?action=TEMPLATE&text={title}&dates={stamps}&location={place}"


def _checked(address: str) -> str:
    if urlsplit(address).scheme not in {"http", "https"}:
        raise ValueError(f"a feed's address starts with https:// or http://, not {address!r}")
    if len(address) > LONGEST:
        raise ValueError(f"a feed's address has at most {LONGEST} characters, this one has {len(address)}")
    return address
