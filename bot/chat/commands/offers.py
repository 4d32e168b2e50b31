"""A person's answer to an offered place, by the buttons of the offer or of /me."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

import discord

from bot.chat.context import NOBODY, Chat
from bot.chat.views.actions import ActionButton, Handler
from bot.countries import income_groups
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.applications import ApplicationStatus
from sessions.domain.refusals import NoApplication, Refusal
from sessions.services import places, setup
from sessions.services.places import Settled

Answer = Callable[[Chat, int, int, datetime, Actor], Awaitable[Settled | Refusal]]


async def _accept(chat: Chat, marathon_id: int, person_id: int, now: datetime, actor: Actor) -> Settled | Refusal:
    return await places.accept(chat.store, marathon_id=marathon_id, person_id=person_id, now=now, actor=actor)


async def _decline(chat: Chat, marathon_id: int, person_id: int, now: datetime, actor: Actor) -> Settled | Refusal:
    return await places.decline(
        chat.store, marathon_id=marathon_id, person_id=person_id, now=now, actor=actor, incomes=income_groups()
    )


def _answering(answer: Answer) -> Handler:
    """Who presses answers for themselves: the button carries only the marathon."""

    async def handle(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
        marathon_id = int(argument)
        person_id, _ = await setup.roles_of(chat.store, marathon_id, interaction.user.id)
        outcome: Settled | Refusal = NoApplication()
        if person_id is not None:
            actor = Actor(ActorKind.PERSON, str(person_id))
            outcome = await answer(chat, marathon_id, person_id, interaction.created_at, actor)
        if not isinstance(outcome, Settled):
            text = chat.explain(interaction, outcome)
            await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
            return
        key = "offer-accepted" if outcome.status is ApplicationStatus.ACCEPTED else "offer-declined"
        await interaction.response.edit_message(content=chat.say(interaction, key), view=None)

    return handle


def answers(chat: Chat, interaction: discord.Interaction, marathon_id: int) -> tuple[ActionButton, ActionButton]:
    """The two buttons of an offer, in the reader's language."""
    accept, decline = chat.say(interaction, "offer-accept"), chat.say(interaction, "offer-decline")
    return (
        ActionButton("offer-accept", str(marathon_id), label=accept, style=discord.ButtonStyle.success),
        ActionButton("offer-decline", str(marathon_id), label=decline),
    )


HANDLERS: Mapping[str, Handler] = {"offer-accept": _answering(_accept), "offer-decline": _answering(_decline)}
