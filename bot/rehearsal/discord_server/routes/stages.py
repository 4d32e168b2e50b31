"""Open stages, and the voice states of members."""

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, ok
from bot.rehearsal.discord_server.channels import Channel, ChannelType
from bot.rehearsal.discord_server.guilds import Guild
from bot.rehearsal.discord_server.permissions import Permission
from bot.rehearsal.discord_server.validation.form import Form
from bot.rehearsal.discord_server.voice import StageInstance
from bot.rehearsal.discord_server.world import World

routes = Routes()
_MODERATOR = Permission.MANAGE_CHANNELS | Permission.MUTE_MEMBERS | Permission.MOVE_MEMBERS


def _stage_channel(world: World, call: Call, channel_id: int, needed: int) -> tuple[Guild, Channel]:
    channel = world.channel(channel_id, call.application)
    guild = world.guild_of(channel)
    if guild is None or channel.kind is not ChannelType.STAGE:
        raise errors.wrong_channel_type()
    world.require(call.application, channel, needed)
    return guild, channel


def _stage(world: World, call: Call, needed: int) -> tuple[Guild, StageInstance]:
    guild, channel = _stage_channel(world, call, call.ids["channel_id"], needed)
    stage = guild.stages.get(channel.id)
    if stage is None:
        raise errors.unknown("stage instance")
    return guild, stage


@routes.route("POST", "/stage-instances")
def create_stage_instance(world: World, call: Call) -> Answer:
    form = Form()
    form.text(("topic",), call.body.get("topic"), least=1, most=120, required=True)
    form.raise_if_wrong()
    guild, channel = _stage_channel(world, call, int(call.body["channel_id"]), _MODERATOR)
    if channel.id in guild.stages:
        raise errors.DiscordError(400, 150006, "The Stage is already open")
    event_id = call.body.get("guild_scheduled_event_id")
    stage = StageInstance(
        id=world.snowflakes.make(),
        guild_id=guild.id,
        channel_id=channel.id,
        topic=str(call.body["topic"]),
        event_id=None if event_id is None else int(event_id),
    )
    guild.stages[channel.id] = stage
    world.tell(guild, "STAGE_INSTANCE_CREATE", stage.body())
    return ok(stage.rest_body())


@routes.route("GET", "/stage-instances/{channel_id}")
def get_stage_instance(world: World, call: Call) -> Answer:
    return ok(_stage(world, call, Permission.VIEW_CHANNEL)[1].rest_body())


@routes.route("PATCH", "/stage-instances/{channel_id}")
def update_stage_instance(world: World, call: Call) -> Answer:
    guild, stage = _stage(world, call, _MODERATOR)
    form = Form()
    form.text(("topic",), call.body.get("topic"), least=1, most=120)
    form.raise_if_wrong()
    stage.topic = call.body.get("topic") or stage.topic
    world.tell(guild, "STAGE_INSTANCE_UPDATE", stage.body())
    return ok(stage.rest_body())


@routes.route("DELETE", "/stage-instances/{channel_id}")
def delete_stage_instance(world: World, call: Call) -> Answer:
    guild, stage = _stage(world, call, _MODERATOR)
    del guild.stages[stage.channel_id]
    world.tell(guild, "STAGE_INSTANCE_DELETE", stage.body())
    return NOTHING


@routes.route("GET", "/guilds/{guild_id}/voice-states/{user_id}")
def get_voice_state(world: World, call: Call) -> Answer:
    guild = world.guild(call.ids["guild_id"], call.application)
    state = guild.voice_states.get(call.ids["user_id"])
    if state is None:
        raise errors.unknown("voice state")
    return ok(state.body())


@routes.route("PATCH", "/guilds/{guild_id}/voice-states/{user_id}")
def update_voice_state(world: World, call: Call) -> Answer:
    guild = world.guild(call.ids["guild_id"], call.application)
    world.require_in_guild(call.application, guild, Permission.MUTE_MEMBERS)
    state = guild.voice_states.get(call.ids["user_id"])
    if state is None:
        raise errors.unknown("voice state")
    state.suppress = bool(call.body.get("suppress", state.suppress))
    world.tell(guild, "VOICE_STATE_UPDATE", state.body())
    return NOTHING
