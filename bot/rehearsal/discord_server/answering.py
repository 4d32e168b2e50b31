"""The life of an interaction: it begins, it is acknowledged once within three seconds, it is answered, it fails."""

import asyncio
from collections.abc import Mapping

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.calls import Upload
from bot.rehearsal.discord_server.channels import Channel
from bot.rehearsal.discord_server.commands import BOT_DM_CONTEXT, GUILD_CONTEXT
from bot.rehearsal.discord_server.components import fill
from bot.rehearsal.discord_server.intents import Intent
from bot.rehearsal.discord_server.interactions import CallbackType, Interaction, InteractionType, State
from bot.rehearsal.discord_server.messages import EPHEMERAL, LOADING, Message
from bot.rehearsal.discord_server.users import Application, User
from bot.rehearsal.discord_server.validation.messages import MOST_FILE
from bot.rehearsal.discord_server.world import World
from bot.rehearsal.discord_server.writing import edit, post

_WAITING = "interactions without an answer"
_SWEEP = 5000


def begin(
    world: World,
    *,
    kind: InteractionType,
    application: Application,
    user: User,
    channel: Channel,
    data: Body,
    name: str,
    message: Message | None = None,
    parent: Interaction | None = None,
) -> Interaction:
    """A person did something: the bot is told, and three seconds begin to run."""
    loop = asyncio.get_running_loop()
    guild = world.guild_of(channel)
    identifier = world.snowflakes.make()
    interaction = Interaction(
        id=identifier,
        token=f"aW50ZXJhY3Rpb24-{identifier:x}",
        kind=kind,
        application=application,
        user=user,
        member=None if guild is None else guild.members[user.id],
        guild=guild,
        channel=channel,
        data=data,
        began=loop.time(),
        acknowledged=loop.create_future(),
        answered=loop.create_future(),
        message=message,
        parent=parent,
        name=name,
    )
    act = f"{user.key} {name}"
    world.acts[act] = world.acts.get(act, 0) + 1
    interaction.key = f"{act} {world.acts[act]}"
    if len(world.interactions) % _SWEEP == _SWEEP - 1:
        expire_old(world)
    world.interactions[identifier] = interaction
    world.interactions_by_token[interaction.token] = interaction
    world.quiet.begin(_WAITING)
    interaction.timer = loop.call_later(world.limits.reply_seconds, _fail, world, interaction)
    world.sessions.dispatch(
        application.id,
        "INTERACTION_CREATE",
        _body(world, interaction),
        Intent.NONE,
        guild_id=None if guild is None else guild.id,
    )
    if world.after_act is not None:
        world.after_act(user, guild)
    return interaction


def _body(world: World, interaction: Interaction) -> Body:
    channel, guild, member = interaction.channel, interaction.guild, interaction.member
    app_permissions = world.permissions(interaction.application.user.id, channel)
    body: Body = {
        "id": str(interaction.id),
        "application_id": str(interaction.application.id),
        "type": int(interaction.kind),
        "token": interaction.token,
        "version": 1,
        "channel_id": str(channel.id),
        "locale": interaction.user.locale,
        "app_permissions": str(int(app_permissions)),
        "entitlements": [],
        "attachment_size_limit": MOST_FILE,
        "data": interaction.data,
    }
    if guild is not None and member is not None:
        permissions = int(world.permissions(interaction.user.id, channel))
        body["guild_id"] = str(guild.id)
        body["guild"] = {"id": str(guild.id), "features": guild.features, "locale": guild.locale}
        body["guild_locale"] = guild.locale
        body["member"] = member.body() | {"permissions": str(permissions)}
        body["channel"] = channel.interaction_body()
        body["authorizing_integration_owners"] = {"0": str(guild.id)}
        body["context"] = GUILD_CONTEXT
    else:
        body["user"] = interaction.user.body()
        body["channel"] = channel.interaction_body()
        body["authorizing_integration_owners"] = {"0": "0"}
        body["context"] = BOT_DM_CONTEXT
    if interaction.message is not None:
        body["message"] = interaction.message.fragment()
    return body


def _fail(world: World, interaction: Interaction) -> None:
    """Three seconds without a callback: the person reads "This interaction failed"."""
    if interaction.state is State.WAITING:
        _finish(world, interaction, State.FAILED)


def _stop_waiting(world: World, interaction: Interaction) -> None:
    """Deferred, and then silence: the person still sees what they saw, but nobody waits any longer."""
    if not interaction.answered.done():
        interaction.answered.set_result(None)
        world.quiet.end(_WAITING)


def _finish(world: World, interaction: Interaction, state: State) -> None:
    """The person sees the outcome."""
    now = world.wire_now()
    interaction.state = state
    if interaction.timer is not None:
        interaction.timer.cancel()
        interaction.timer = None
    if not interaction.acknowledged.done():
        interaction.acknowledged_at = now
        interaction.acknowledged.set_result(None)
    if not interaction.answered.done():
        interaction.answered_at = now
        interaction.answered.set_result(None)
        world.quiet.end(_WAITING)


def _defer(world: World, interaction: Interaction, patience: float) -> None:
    interaction.state = State.THINKING
    interaction.was_deferred = True
    interaction.acknowledged_at = world.wire_now()
    if interaction.timer is not None:
        interaction.timer.cancel()
    interaction.acknowledged.set_result(None)
    interaction.timer = asyncio.get_running_loop().call_later(patience, _stop_waiting, world, interaction)


def acknowledge(
    world: World, interaction: Interaction, kind: CallbackType, data: Body, uploads: Mapping[int, Upload]
) -> None:
    """The one callback, already validated; 10062 when it is too late, 40060 when there was one."""
    if interaction.state is State.FAILED:
        raise errors.unknown("interaction")
    if interaction.state is not State.WAITING:
        raise errors.already_acknowledged()
    interaction.callback = kind
    if kind is CallbackType.MESSAGE:
        interaction.original = _say(world, interaction, data, uploads, private=_wants_privacy(data))
        _finish(world, interaction, State.ANSWERED)
    elif kind is CallbackType.DEFERRED_MESSAGE:
        interaction.deferred_flags = int(data.get("flags") or 0) & EPHEMERAL
        interaction.original = _say(world, interaction, {}, {}, private=_wants_privacy(data), thinking=True)
        _defer(world, interaction, world.limits.thinking_seconds)
    elif kind is CallbackType.DEFERRED_UPDATE:
        interaction.original = interaction.message
        _defer(world, interaction, world.limits.reply_seconds)
    elif kind is CallbackType.UPDATE_MESSAGE and interaction.message is not None:
        interaction.original = interaction.message
        edit(world, interaction.message, data, uploads=uploads)
        _finish(world, interaction, State.ANSWERED)
    elif kind is CallbackType.AUTOCOMPLETE:
        interaction.choices = list(data.get("choices") or ())
        _finish(world, interaction, State.ANSWERED)
    elif kind is CallbackType.MODAL:
        interaction.modal = data | {"components": fill(data["components"])}
        _finish(world, interaction, State.ANSWERED)


def _wants_privacy(data: Body) -> bool:
    return bool(int(data.get("flags") or 0) & EPHEMERAL)


def _say(
    world: World,
    interaction: Interaction,
    data: Body,
    uploads: Mapping[int, Upload],
    *,
    private: bool,
    thinking: bool = False,
) -> Message:
    """In a direct channel only one person reads along, but an ephemeral message is ephemeral there too."""
    return post(
        world,
        interaction.channel,
        interaction.application.user,
        data,
        uploads=uploads,
        reader=interaction.user if private else None,
        application=interaction.application,
        interaction=interaction.metadata(),
        webhook_id=interaction.application.id,
        thinking=thinking,
    )


def follow_up(world: World, interaction: Interaction, data: Body, uploads: Mapping[int, Upload]) -> Message:
    """A message under the token. The first one after "thinking" takes the place of the place-holder."""
    if interaction.original is not None and interaction.original.flags & LOADING:
        edit_original(world, interaction, data, uploads)
        return interaction.original
    message = _say(world, interaction, data, uploads, private=_wants_privacy(data))
    interaction.followups.append(message)
    if interaction.state is State.THINKING:
        _finish(world, interaction, State.ANSWERED)
    return message


def edit_original(world: World, interaction: Interaction, data: Body, uploads: Mapping[int, Upload]) -> Message:
    message = original_of(interaction)
    edit(world, message, data, uploads=uploads)
    if interaction.state is State.THINKING:
        _finish(world, interaction, State.ANSWERED)
    return message


def original_of(interaction: Interaction) -> Message:
    """10008 when there is none, or no longer."""
    if interaction.original is None or interaction.original.deleted:
        raise errors.unknown("message")
    return interaction.original


def callback_body(interaction: Interaction) -> Body:
    """The answer to a callback with ``with_response``."""
    about: Body = {"id": str(interaction.id), "type": int(interaction.kind)}
    body: Body = {"interaction": about}
    message = interaction.original
    if interaction.callback in (CallbackType.MESSAGE, CallbackType.DEFERRED_MESSAGE) and message is not None:
        about |= {
            "response_message_id": str(message.id),
            "response_message_loading": bool(message.flags & LOADING),
            "response_message_ephemeral": message.is_ephemeral,
            "channel_id": str(message.channel.id),
        }
        if message.channel.guild_id is not None:
            about["guild_id"] = str(message.channel.guild_id)
    if message is not None and interaction.callback in (CallbackType.MESSAGE, CallbackType.UPDATE_MESSAGE):
        body["resource"] = {"type": int(interaction.callback or 0), "message": message.body()}
    return body


def expire_old(world: World) -> None:
    """Forgets interactions whose token has run out."""
    oldest = world.wire_now() - world.limits.token_seconds
    for interaction in [one for one in world.interactions.values() if one.began < oldest]:
        del world.interactions[interaction.id], world.interactions_by_token[interaction.token]
