"""Messages under an interaction's token: the original answer and followups, for fifteen minutes."""

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.answering import edit_original, follow_up, original_of
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, ok
from bot.rehearsal.discord_server.interactions import Interaction, State
from bot.rehearsal.discord_server.messages import Message
from bot.rehearsal.discord_server.validation.answers import refuse_foreign
from bot.rehearsal.discord_server.validation.messages import check_message
from bot.rehearsal.discord_server.world import World
from bot.rehearsal.discord_server.writing import edit, remove

routes = Routes()
_WEBHOOK = "/webhooks/{webhook_id}/{token}"
_ORIGINAL = _WEBHOOK + "/messages/@original"
_MESSAGE = _WEBHOOK + "/messages/{message_id}"
_BUCKET = "webhook_messages"


def _interaction(world: World, call: Call) -> Interaction:
    """10015 before the callback, 50027 after fifteen minutes."""
    interaction = world.interactions_by_token.get(call.words["token"])
    if interaction is None or world.wire_now() - interaction.began > world.limits.token_seconds:
        raise errors.invalid_webhook_token()
    refuse_foreign(interaction.application.id, call.ids["webhook_id"])
    if interaction.state in (State.WAITING, State.FAILED):
        raise errors.unknown("webhook")
    return interaction


def _message(interaction: Interaction, call: Call) -> Message:
    for message in (*interaction.followups, interaction.original):
        if message is not None and message.id == call.ids["message_id"] and not message.deleted:
            return message
    raise errors.unknown("message")


@routes.route("POST", _WEBHOOK, bucket=_BUCKET, is_open=True, interaction=True)
def execute_webhook(world: World, call: Call) -> Answer:
    interaction = _interaction(world, call)
    check_message(call.body, uploads=len(call.uploads))
    message = follow_up(world, interaction, call.body, call.uploads)
    return ok(message.body()) if call.flag("wait") else NOTHING


@routes.route("GET", _ORIGINAL, bucket=_BUCKET, is_open=True, interaction=True)
def get_original_webhook_message(world: World, call: Call) -> Answer:
    return ok(original_of(_interaction(world, call)).body())


@routes.route("PATCH", _ORIGINAL, bucket=_BUCKET, is_open=True, interaction=True)
def update_original_webhook_message(world: World, call: Call) -> Answer:
    interaction = _interaction(world, call)
    known = original_of(interaction).flags
    check_message(call.body, uploads=len(call.uploads), editing=True, known_flags=known)
    return ok(edit_original(world, interaction, call.body, call.uploads).body())


@routes.route("DELETE", _ORIGINAL, bucket=_BUCKET, is_open=True, interaction=True)
def delete_original_webhook_message(world: World, call: Call) -> Answer:
    remove(world, original_of(_interaction(world, call)))
    return NOTHING


@routes.route("GET", _MESSAGE, bucket=_BUCKET, is_open=True, interaction=True)
def get_webhook_message(world: World, call: Call) -> Answer:
    return ok(_message(_interaction(world, call), call).body())


@routes.route("PATCH", _MESSAGE, bucket=_BUCKET, is_open=True, interaction=True)
def update_webhook_message(world: World, call: Call) -> Answer:
    message = _message(_interaction(world, call), call)
    check_message(call.body, uploads=len(call.uploads), editing=True, known_flags=message.flags)
    edit(world, message, call.body, uploads=call.uploads)
    return ok(message.body())


@routes.route("DELETE", _MESSAGE, bucket=_BUCKET, is_open=True, interaction=True)
def delete_webhook_message(world: World, call: Call) -> Answer:
    remove(world, _message(_interaction(world, call), call))
    return NOTHING
