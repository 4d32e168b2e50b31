"""Scheduled events ("Create guild scheduled event": which fields each entity type needs)."""

from datetime import datetime
from typing import Any

from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.channels import ChannelType
from bot.rehearsal.discord_server.guilds import Guild
from bot.rehearsal.discord_server.scheduled_events import EntityType, EventStatus, ScheduledEvent
from bot.rehearsal.discord_server.validation.form import Form

_CHANNEL_OF = {EntityType.STAGE: ChannelType.STAGE, EntityType.VOICE: ChannelType.VOICE}


def check_event(body: Body, guild: Guild, now: datetime, *, known: ScheduledEvent | None) -> None:
    """``now`` is the course moment: an event that has not begun cannot be put into the past."""
    form = Form()
    new = known is None
    form.text(("name",), body.get("name"), least=1, most=100, required=new)
    form.text(("description",), body.get("description"), least=1, most=1000)
    if new or "privacy_level" in body:
        form.choice(("privacy_level",), body.get("privacy_level"), [2])
    if new or "entity_type" in body:
        form.choice(("entity_type",), body.get("entity_type"), [int(kind) for kind in EntityType])
    start = _moment(form, "scheduled_start_time", body.get("scheduled_start_time"), required=new)
    end = _moment(form, "scheduled_end_time", body.get("scheduled_end_time"), required=False)
    form.raise_if_wrong()
    kind = EntityType(body.get("entity_type") or (known.entity_type if known else EntityType.EXTERNAL))
    begins = start or (known.start if known else now)
    ends = end if "scheduled_end_time" in body or known is None else known.end
    waiting = known is None or (known.status is EventStatus.SCHEDULED and body.get("status") is None)
    if waiting and start is not None and start <= now:
        form.refuse(
            ("scheduled_start_time",), "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past."
        )
    if ends is not None and ends <= begins:
        form.refuse(
            ("scheduled_end_time",),
            "GUILD_SCHEDULED_EVENT_END_BEFORE_START",
            "Cannot end before it starts.",
        )
    _check_place(form, body, guild, kind, ends, known)
    form.raise_if_wrong()


def _check_place(
    form: Form, body: Body, guild: Guild, kind: EntityType, ends: datetime | None, known: ScheduledEvent | None
) -> None:
    if kind is EntityType.EXTERNAL:
        location = (body.get("entity_metadata") or {}).get("location") or (known.location if known else None)
        form.text(("entity_metadata", "location"), location, least=1, most=100, required=True)
        if ends is None:
            form.refuse(("scheduled_end_time",), "BASE_TYPE_REQUIRED", "This field is required")
        if body.get("channel_id") is not None:
            form.refuse(("channel_id",), "BASE_TYPE_INVALID", "External events have no channel")
        return
    channel_id = body.get("channel_id") or (known.channel_id if known else None)
    channel = guild.channels.get(int(channel_id)) if channel_id is not None else None
    if channel is None:
        form.refuse(("channel_id",), "BASE_TYPE_REQUIRED", "This field is required")
    elif channel.kind is not _CHANNEL_OF[kind]:
        form.refuse(("channel_id",), "INVALID_CHANNEL_TYPE", "The channel does not fit the entity type")


def _moment(form: Form, name: str, value: Any, *, required: bool) -> datetime | None:
    if value is None:
        if required:
            form.refuse((name,), "BASE_TYPE_REQUIRED", "This field is required")
        return None
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        form.refuse((name,), "DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601.")
        return None
    if moment.tzinfo is None:
        form.refuse((name,), "DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601.")
        return None
    return moment
