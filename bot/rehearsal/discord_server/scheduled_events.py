"""Scheduled events (Discord's "Guild scheduled event resource")."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from bot.rehearsal.discord_server.bodies import Body, wire_id, wire_moment, wire_moment_or_none
from bot.rehearsal.discord_server.users import User


class EventStatus(IntEnum):
    SCHEDULED = 1
    ACTIVE = 2
    COMPLETED = 3
    CANCELED = 4


class EntityType(IntEnum):
    STAGE = 1
    VOICE = 2
    EXTERNAL = 3


# "Valid guild scheduled event status transitions": what is completed or cancelled stays so.
LEGAL_CHANGES = frozenset(
    {
        (EventStatus.SCHEDULED, EventStatus.ACTIVE),
        (EventStatus.ACTIVE, EventStatus.COMPLETED),
        (EventStatus.SCHEDULED, EventStatus.CANCELED),
    }
)

# Events that are scheduled or active, a guild.
MOST_OPEN_EVENTS = 100


@dataclass(slots=True, kw_only=True, eq=False)
class ScheduledEvent:
    id: int
    guild_id: int
    name: str
    creator: User
    start: datetime
    entity_type: EntityType
    end: datetime | None = None
    description: str | None = None
    channel_id: int | None = None
    location: str | None = None
    status: EventStatus = EventStatus.SCHEDULED
    privacy_level: int = 2
    image: str | None = None
    recurrence_rule: Body | None = None
    subscriber_ids: dict[int, None] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        return self.status in (EventStatus.SCHEDULED, EventStatus.ACTIVE)

    def gateway_body(self) -> Body:
        return {
            "id": str(self.id),
            "guild_id": str(self.guild_id),
            "name": self.name,
            "description": self.description,
            "channel_id": wire_id(self.channel_id),
            "creator_id": str(self.creator.id),
            "creator": self.creator.body(),
            "image": self.image,
            "scheduled_start_time": wire_moment(self.start),
            "scheduled_end_time": wire_moment_or_none(self.end),
            "status": int(self.status),
            "entity_type": int(self.entity_type),
            "entity_id": None,
            "entity_metadata": None if self.location is None else {"location": self.location},
            "recurrence_rule": self.recurrence_rule,
            "privacy_level": self.privacy_level,
        }

    def body(self, *, with_count: bool = False) -> Body:
        body = self.gateway_body() | {"guild_scheduled_event_exceptions": []}
        if with_count:
            body["user_count"] = len(self.subscriber_ids)
        return body
