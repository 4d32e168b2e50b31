"""The callback of an interaction."""

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.answering import acknowledge, callback_body
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, ok
from bot.rehearsal.discord_server.interactions import State
from bot.rehearsal.discord_server.validation.answers import check_callback
from bot.rehearsal.discord_server.world import World

routes = Routes()


@routes.route(
    "POST",
    "/interactions/{interaction_id}/{token}/callback",
    bucket="interaction_callback",
    is_open=True,
    interaction=True,
)
def create_interaction_response(world: World, call: Call) -> Answer:
    interaction = world.interactions.get(call.ids["interaction_id"])
    if interaction is None or interaction.token != call.words["token"] or interaction.state is State.FAILED:
        raise errors.unknown("interaction")
    if interaction.state is not State.WAITING:
        raise errors.already_acknowledged()
    kind = check_callback(
        call.body,
        interaction.kind,
        has_message=interaction.message is not None,
        known_flags=0 if interaction.message is None else interaction.message.flags,
        uploads=len(call.uploads),
    )
    acknowledge(world, interaction, kind, call.body.get("data") or {}, call.uploads)
    return ok(callback_body(interaction)) if call.flag("with_response") else NOTHING
