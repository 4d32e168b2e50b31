"""Messages in channels: sending with nonce deduplication, history, edits, pins, reactions."""

from datetime import timedelta

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body, wire_moment
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, ok
from bot.rehearsal.discord_server.channels import THREADS, WRITTEN, Channel
from bot.rehearsal.discord_server.intents import Intent
from bot.rehearsal.discord_server.messages import Message
from bot.rehearsal.discord_server.permissions import Permission
from bot.rehearsal.discord_server.snowflakes import moment_of
from bot.rehearsal.discord_server.validation.messages import check_message
from bot.rehearsal.discord_server.world import World
from bot.rehearsal.discord_server.writing import edit, post, remove, tell_in_channel

routes = Routes()
_CHANNEL = "/channels/{channel_id}/messages"
_MESSAGE = _CHANNEL + "/{message_id}"
_MOST_PINS = 50
_BULK_AGE = timedelta(days=14)


def _channel(world: World, call: Call, needed: int = Permission.VIEW_CHANNEL) -> Channel:
    channel = world.channel(call.ids["channel_id"], call.application)
    if channel.kind not in WRITTEN:
        raise errors.wrong_channel_type()
    world.require(call.application, channel, needed)
    return channel


def _message(world: World, call: Call, needed: int = Permission.VIEW_CHANNEL) -> Message:
    message = _channel(world, call, needed).messages.get(call.ids["message_id"])
    if message is None:
        raise errors.unknown("message")
    return message


@routes.route("POST", _CHANNEL)
def create_message(world: World, call: Call) -> Answer:
    """With ``enforce_nonce`` the message of the same nonce is given back, for some real minutes."""
    channel = world.channel(call.ids["channel_id"], call.application)
    if channel.kind not in WRITTEN:
        raise errors.wrong_channel_type()
    sending = Permission.SEND_MESSAGES_IN_THREADS if channel.kind in THREADS else Permission.SEND_MESSAGES
    world.require(call.application, channel, sending)
    check_message(call.body, uploads=len(call.uploads))
    if call.uploads:
        world.require(call.application, channel, Permission.ATTACH_FILES)
    if channel.guild_id is None:
        _require_open_door(world, call, channel)
    nonce = call.body.get("nonce")
    key = (call.application.id, channel.id, str(nonce))
    if nonce is not None and call.body.get("enforce_nonce"):
        said = world.nonces.get(key)
        if said is not None and world.wire_now() - said[0] < world.limits.nonce_seconds and not said[1].deleted:
            return ok(said[1].body(me=call.application.user.id))
    message = post(world, channel, call.application.user, call.body, uploads=call.uploads)
    if nonce is not None:
        world.nonces[key] = (world.wire_now(), message)
    return ok(message.body(me=call.application.user.id))


def _require_open_door(world: World, call: Call, channel: Channel) -> None:
    """50007 for a person who does not accept direct messages or shares no guild with the bot."""
    person = next(user for user in channel.recipients if not user.bot)
    if not person.accepts_dms or not any(True for _ in world.shared_guilds(call.application, person.id)):
        raise errors.cannot_message_user()


@routes.route("GET", _CHANNEL)
def list_messages(world: World, call: Call) -> Answer:
    """Newest first; without READ_MESSAGE_HISTORY the list is empty, as Discord does."""
    channel = _channel(world, call)
    if (
        channel.guild_id is not None
        and not world.permissions(call.application.user.id, channel) & Permission.READ_MESSAGE_HISTORY
    ):
        return ok([])
    limit = call.number("limit", 50)
    if not 1 <= limit <= 100:
        raise errors.invalid_form(
            {"limit": {"_errors": [{"code": "NUMBER_TYPE_MAX", "message": "int value should be between 1 and 100."}]}}
        )
    before, after, around = call.number("before", 0), call.number("after", 0), call.number("around", 0)
    found = list(channel.messages.values())
    if before:
        found = [message for message in found if message.id < before]
    if around:
        older = [message for message in found if message.id <= around][-(limit // 2 + 1) :]
        newer = [message for message in found if message.id > around][: limit - len(older)]
        found = older + newer
    elif after:
        found = [message for message in found if message.id > after][:limit]
    return ok([message.body(me=call.application.user.id) for message in reversed(found[-limit:])])


@routes.route("GET", _MESSAGE)
def get_message(world: World, call: Call) -> Answer:
    return ok(_message(world, call, Permission.READ_MESSAGE_HISTORY).body(me=call.application.user.id))


@routes.route("PATCH", _MESSAGE)
def update_message(world: World, call: Call) -> Answer:
    message = _message(world, call)
    if message.author.id != call.application.user.id:
        raise errors.not_the_author()
    check_message(call.body, uploads=len(call.uploads), editing=True, known_flags=message.flags)
    edit(world, message, call.body, uploads=call.uploads)
    return ok(message.body(me=call.application.user.id))


@routes.route("DELETE", _MESSAGE)
def delete_message(world: World, call: Call) -> Answer:
    message = _message(world, call)
    if message.author.id != call.application.user.id:
        world.require(call.application, message.channel, Permission.MANAGE_MESSAGES)
        if message.channel.guild_id is None:
            raise errors.missing_permissions()
    remove(world, message)
    return NOTHING


@routes.route("POST", _CHANNEL + "/bulk-delete")
def bulk_delete_messages(world: World, call: Call) -> Answer:
    channel = _channel(world, call, Permission.MANAGE_MESSAGES)
    ids = [int(message_id) for message_id in call.body.get("messages") or ()]
    if not 2 <= len(ids) <= 100:
        raise errors.DiscordError(400, 50016, "Provided too few or too many messages to delete.")
    if any(world.now() - moment_of(message_id) > _BULK_AGE for message_id in ids):
        raise errors.DiscordError(400, 50034, "A message provided was too old to bulk delete")
    for message_id in ids:
        gone = channel.messages.pop(message_id, None)
        if gone is not None:
            gone.deleted = True
    body = {"ids": [str(message_id) for message_id in ids], "channel_id": str(channel.id)}
    tell_in_channel(world, channel, "MESSAGE_DELETE_BULK", body, direct=Intent.DIRECT_MESSAGES)
    return NOTHING


@routes.route("POST", _MESSAGE + "/crosspost")
def crosspost_message(world: World, call: Call) -> Answer:
    message = _message(world, call, Permission.SEND_MESSAGES)
    message.flags |= 1
    message.touch()
    world.tell_about_message(message, "MESSAGE_UPDATE")
    return ok(message.body())


@routes.route("POST", "/channels/{channel_id}/typing")
def trigger_typing_indicator(world: World, call: Call) -> Answer:
    _channel(world, call, Permission.SEND_MESSAGES)
    return NOTHING


@routes.route("PUT", _CHANNEL + "/pins/{message_id}", bucket="pins")
@routes.route("PUT", "/channels/{channel_id}/pins/{message_id}", bucket="pins")
def create_pin(world: World, call: Call) -> Answer:
    message = _message(world, call, Permission.MANAGE_MESSAGES)
    if not message.pinned and sum(other.pinned for other in message.channel.messages.values()) >= _MOST_PINS:
        raise errors.too_many(30003, "pinned messages", _MOST_PINS)
    _set_pinned(world, message, pinned=True)
    return NOTHING


@routes.route("DELETE", _CHANNEL + "/pins/{message_id}", bucket="pins")
@routes.route("DELETE", "/channels/{channel_id}/pins/{message_id}", bucket="pins")
def delete_pin(world: World, call: Call) -> Answer:
    _set_pinned(world, _message(world, call, Permission.MANAGE_MESSAGES), pinned=False)
    return NOTHING


def _set_pinned(world: World, message: Message, *, pinned: bool) -> None:
    if message.pinned is pinned:
        return
    message.pinned = pinned
    message.touch()
    channel = message.channel
    if pinned:
        channel.last_pin_moment = wire_moment(world.now())
    world.tell_about_message(message, "MESSAGE_UPDATE")
    body: Body = {"channel_id": str(channel.id), "last_pin_timestamp": channel.last_pin_moment}
    tell_in_channel(world, channel, "CHANNEL_PINS_UPDATE", body, direct=Intent.DIRECT_MESSAGES)


@routes.route("GET", _CHANNEL + "/pins", bucket="pins")
def list_pins(world: World, call: Call) -> Answer:
    pinned = _pinned(world, call)
    moment = wire_moment(world.now())
    return ok({"items": [{"pinned_at": moment, "message": message} for message in pinned], "has_more": False})


@routes.route("GET", "/channels/{channel_id}/pins", bucket="pins")
def deprecated_list_pins(world: World, call: Call) -> Answer:
    return ok(_pinned(world, call))


def _pinned(world: World, call: Call) -> list[Body]:
    channel = _channel(world, call, Permission.READ_MESSAGE_HISTORY)
    return [message.body() for message in reversed(channel.messages.values()) if message.pinned]


@routes.route("PUT", _MESSAGE + "/reactions/{emoji}/@me", bucket="reactions")
def add_my_message_reaction(world: World, call: Call) -> Answer:
    message = _message(world, call, Permission.READ_MESSAGE_HISTORY)
    emoji, me = call.words["emoji"], call.application.user.id
    if emoji not in message.reactions:
        world.require(call.application, message.channel, Permission.ADD_REACTIONS)
    users = message.reactions.setdefault(emoji, [])
    if me not in users:
        users.append(me)
        _tell_reaction(world, message, emoji, me, "MESSAGE_REACTION_ADD")
    return NOTHING


@routes.route("DELETE", _MESSAGE + "/reactions/{emoji}/@me", bucket="reactions")
def delete_my_message_reaction(world: World, call: Call) -> Answer:
    message = _message(world, call)
    emoji, me = call.words["emoji"], call.application.user.id
    users = message.reactions.get(emoji, [])
    if me in users:
        users.remove(me)
        if not users:
            del message.reactions[emoji]
        _tell_reaction(world, message, emoji, me, "MESSAGE_REACTION_REMOVE")
    return NOTHING


def _tell_reaction(world: World, message: Message, emoji: str, user_id: int, event: str) -> None:
    message.touch()
    body: Body = {
        "user_id": str(user_id),
        "channel_id": str(message.channel.id),
        "message_id": str(message.id),
        "emoji": {"id": None, "name": emoji},
        "burst": False,
        "type": 0,
    }
    guild = world.guild_of(message.channel)
    if event == "MESSAGE_REACTION_ADD":
        body["message_author_id"] = str(message.author.id)
        if guild is not None and user_id in guild.members:
            body["member"] = guild.members[user_id].body()
    tell_in_channel(world, message.channel, event, body, direct=Intent.DIRECT_MESSAGE_REACTIONS)
