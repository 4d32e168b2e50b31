"""What happens to scheduled events by themselves ("Guild scheduled event status update automation").

An external event begins at its start and ends at its end. An event that nobody has begun some hours after its start is
cancelled; Discord says "a few", three are ours. Moments are course time: whenever it is moved, or somebody asks.
"""

from datetime import datetime, timedelta

from bot.rehearsal.discord_server.scheduled_events import EntityType, EventStatus, ScheduledEvent
from bot.rehearsal.discord_server.world import World

CANCELLED_AFTER = timedelta(hours=3)


def due_status(event: ScheduledEvent, now: datetime) -> EventStatus:
    """The status that the event has by itself at that moment."""
    external = event.entity_type is EntityType.EXTERNAL
    if event.is_open and external and event.end is not None and now >= event.end:
        return EventStatus.COMPLETED
    if event.status is EventStatus.SCHEDULED and external and now >= event.start:
        return EventStatus.ACTIVE
    if event.status is EventStatus.SCHEDULED and now >= event.start + CANCELLED_AFTER:
        return EventStatus.CANCELED
    return event.status


def update_events(world: World) -> None:
    now = world.now()
    for guild in world.guilds.values():
        for event in guild.events.values():
            status = due_status(event, now) if event.is_open else event.status
            if status is not event.status:
                event.status = status
                world.tell(guild, "GUILD_SCHEDULED_EVENT_UPDATE", event.gateway_body())
