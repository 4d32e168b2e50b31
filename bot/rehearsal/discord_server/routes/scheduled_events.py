"""Scheduled events of a guild."""

from datetime import datetime

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, ok
from bot.rehearsal.discord_server.event_automation import update_events
from bot.rehearsal.discord_server.guilds import Guild
from bot.rehearsal.discord_server.permissions import Permission
from bot.rehearsal.discord_server.scheduled_events import (
    LEGAL_CHANGES,
    MOST_OPEN_EVENTS,
    EntityType,
    EventStatus,
    ScheduledEvent,
)
from bot.rehearsal.discord_server.validation.events import check_event
from bot.rehearsal.discord_server.world import World

routes = Routes()
_EVENTS = "/guilds/{guild_id}/scheduled-events"
_EVENT = _EVENTS + "/{event_id}"
_BUCKET = "scheduled_events"


def _guild(world: World, call: Call) -> Guild:
    update_events(world)
    return world.guild(call.ids["guild_id"], call.application)


def _event(world: World, call: Call) -> tuple[Guild, ScheduledEvent]:
    guild = _guild(world, call)
    event = guild.events.get(call.ids["event_id"])
    if event is None:
        raise errors.unknown("guild scheduled event")
    return guild, event


def _require(world: World, call: Call, guild: Guild, *, own: bool) -> None:
    """CREATE_EVENTS is enough for a bot's own events, MANAGE_EVENTS is for all."""
    may = guild.permissions_of(guild.members[call.application.user.id], None, world.now())
    if not may & Permission.MANAGE_EVENTS and not (own and may & Permission.CREATE_EVENTS):
        raise errors.missing_permissions()


@routes.route("GET", _EVENTS, bucket=_BUCKET)
def list_guild_scheduled_events(world: World, call: Call) -> Answer:
    with_count = call.flag("with_user_count")
    events = _guild(world, call).events.values()
    return ok([event.body(with_count=with_count) for event in events if event.is_open])


@routes.route("POST", _EVENTS, bucket=_BUCKET)
def create_guild_scheduled_event(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    _require(world, call, guild, own=True)
    check_event(call.body, guild, world.now(), known=None)
    if sum(event.is_open for event in guild.events.values()) >= MOST_OPEN_EVENTS:
        raise errors.DiscordError(400, 30038, "Maximum number of guild scheduled events reached (100)")
    event = ScheduledEvent(
        id=world.snowflakes.make(),
        guild_id=guild.id,
        name="",
        creator=call.application.user,
        start=datetime.fromisoformat(call.body["scheduled_start_time"]),
        entity_type=EntityType(call.body["entity_type"]),
    )
    _set(event, call.body)
    guild.events[event.id] = event
    world.tell(guild, "GUILD_SCHEDULED_EVENT_CREATE", event.gateway_body())
    return ok(event.body())


def _set(event: ScheduledEvent, body: Body) -> None:
    event.name = body.get("name") or event.name
    if "description" in body:
        event.description = body["description"]
    if body.get("scheduled_start_time"):
        event.start = datetime.fromisoformat(body["scheduled_start_time"])
    if "scheduled_end_time" in body:
        end = body["scheduled_end_time"]
        event.end = None if end is None else datetime.fromisoformat(end)
    if body.get("entity_type"):
        event.entity_type = EntityType(body["entity_type"])
    if "channel_id" in body:
        event.channel_id = None if body["channel_id"] is None else int(body["channel_id"])
    if "entity_metadata" in body:
        event.location = (body["entity_metadata"] or {}).get("location")
    if event.entity_type is EntityType.EXTERNAL:
        event.channel_id = None
    else:
        event.location = None
    if "recurrence_rule" in body:
        event.recurrence_rule = body["recurrence_rule"]


@routes.route("GET", _EVENT, bucket=_BUCKET)
def get_guild_scheduled_event(world: World, call: Call) -> Answer:
    _, event = _event(world, call)
    return ok(event.body(with_count=call.flag("with_user_count")))


@routes.route("PATCH", _EVENT, bucket=_BUCKET)
def update_guild_scheduled_event(world: World, call: Call) -> Answer:
    guild, event = _event(world, call)
    _require(world, call, guild, own=event.creator.id == call.application.user.id)
    status = call.body.get("status")
    if status is not None and status != event.status:
        wanted = EventStatus(status) if status in set(EventStatus) else None
        if wanted is None or (event.status, wanted) not in LEGAL_CHANGES:
            raise (
                errors.DiscordError(400, 180000, "Cannot update a finished event")
                if not event.is_open
                else (errors.invalid_form({"status": {"_errors": [_ILLEGAL]}}))
            )
    elif not event.is_open:
        raise errors.DiscordError(400, 180000, "Cannot update a finished event")
    check_event(call.body, guild, world.now(), known=event)
    _set(event, call.body)
    if status is not None:
        event.status = EventStatus(status)
    world.tell(guild, "GUILD_SCHEDULED_EVENT_UPDATE", event.gateway_body())
    return ok(event.body())


_ILLEGAL = {
    "code": "GUILD_SCHEDULED_EVENT_INVALID_STATUS_TRANSITION",
    "message": "Invalid Guild Scheduled Event status transition",
}


@routes.route("DELETE", _EVENT, bucket=_BUCKET)
def delete_guild_scheduled_event(world: World, call: Call) -> Answer:
    guild, event = _event(world, call)
    _require(world, call, guild, own=event.creator.id == call.application.user.id)
    del guild.events[event.id]
    world.tell(guild, "GUILD_SCHEDULED_EVENT_DELETE", event.gateway_body())
    return NOTHING


@routes.route("GET", _EVENT + "/users", bucket=_BUCKET)
def list_guild_scheduled_event_users(world: World, call: Call) -> Answer:
    guild, event = _event(world, call)
    after = call.number("after", 0)
    found = sorted(user_id for user_id in event.subscriber_ids if user_id > after)[: call.number("limit", 100)]
    users = []
    for user_id in found:
        body: Body = {
            "guild_scheduled_event_id": str(event.id),
            "user_id": str(user_id),
            "user": world.users[user_id].body(),
            "response": 1,
        }
        if call.flag("with_member") and user_id in guild.members:
            body["member"] = guild.members[user_id].body()
        users.append(body)
    return ok(users)
