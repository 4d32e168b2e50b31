"""The reminder plan: which reminders a programme asks for. What of it is owed when is told by ``schedule``."""

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum


class AudienceKind(StrEnum):
    EVERYONE = "everyone"  # everyone with a place
    COHORT = "cohort"
    ORGANISERS = "organisers"
    SPEAKERS = "speakers"
    NOT_CHECKED_IN = "not-checked-in"  # computed; frozen at the due moment
    MISSED_LAST = "missed-last"  # computed; frozen at the due moment
    PERSON = "person"


class Means(StrEnum):
    CHANNEL = "channel"
    DM = "dm"
    EMAIL = "email"
    ROLE = "role"  # a Discord role given or taken
    EVENT = "event"  # the Discord scheduled event of a session
    UPDATE = "update"  # a change to a message said earlier


class Anchor(StrEnum):
    """What a reminder is laid against, and until when it is useful."""

    SESSION_START = "session-start"  # useful until the session starts
    SESSION_RUNNING = "session-running"  # "starting now": useful until the session ends
    APPLICATIONS_CLOSE = "applications-close"
    OFFER_EXPIRES = "offer-expires"
    SURVEY_DUE = "survey-due"
    CERTIFICATES_READY = "certificates-ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRule:
    """One line of the reminder plan.

    Either ``before`` (a lead time) or ``at`` with ``days_before`` (a wall-clock time, in the participant's own zone
    when ``own_zone``, else in the programme's). ``key`` is unique in the programme and part of the delivery key.
    """

    key: str
    anchor: Anchor = Anchor.SESSION_START
    before: timedelta | None = None
    at: time | None = None
    days_before: int = 0
    own_zone: bool = False
    audience: AudienceKind = AudienceKind.EVERYONE
    cohort: str | None = None
    means: Means = Means.CHANNEL
    wording: str | None = None
    """Own words instead of the catalogue's; may name {title}, {number}, {time}, {venue}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePolicy:
    """What is done with a reminder that could not be said at its moment, after an outage.

    While it is useful it is still said, labelled with the moment it should have come when it is later than
    ``label_after``. Later than ``at_most`` (None: as long as it is useful) it is stale.
    """

    label_after: timedelta = timedelta(minutes=2)
    at_most: timedelta | None = None
    tell_organisers: bool = True
    """Whether stale reminders are reported to the organisers' desk."""
