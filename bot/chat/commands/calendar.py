"""A participant's calendar in chat: the ways to subscribe, and a new address when the old one has got around."""

from collections.abc import Mapping

import discord

from bot.chat.context import NOBODY, Chat
from bot.chat.views.actions import ActionButton, Handler, buttons
from sessions.calendar.subscription import subscription
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.refusals import NoPlace
from sessions.services import calendars, standing
from sessions.services.standing import Own


def describe(chat: Chat, interaction: discord.Interaction, own: Own) -> str | None:
    """The address with links that put it into a calendar; the public feed's where there is no personal one, None
    where no public URL is set. Discord makes no links of ``webcal:``, so the plain address stands for it."""
    personal = None if own.calendar is None else chat.personal_feed_url(own.calendar)
    address = personal or chat.feed_url(own.marathon.key)
    if address is None:
        return None
    ways = subscription(address, own.marathon.programme.title)
    lines = [
        chat.say(interaction, "calendar-address", address=address),
        chat.say(interaction, "calendar-ways", google=ways.google, outlook=ways.outlook),
    ]
    if personal is not None:
        lines.append(chat.say(interaction, "calendar-secret"))
    return "\n".join(lines)


def renewing(chat: Chat, interaction: discord.Interaction, own: Own) -> discord.ui.View | None:
    """The button that asks for a new address; None where there is no secret one."""
    if own.calendar is None or chat.personal_feed_url(own.calendar) is None:
        return None
    label = chat.say(interaction, "calendar-renew")
    return buttons(ActionButton("calendar-renew", str(own.marathon.id), label=label))


async def ask(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """Says what will follow, before the old address ends."""
    label = chat.say(interaction, "calendar-renew-confirm")
    confirm = ActionButton("calendar-renew-now", argument, label=label, style=discord.ButtonStyle.danger)
    text = chat.say(interaction, "calendar-renew-preview")
    await interaction.response.send_message(text, view=buttons(confirm), ephemeral=True)


async def renew(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """The person's own address only: who presses is who gets a new one."""
    marathon_id, now = int(argument), interaction.created_at
    own = await standing.own(chat.store, marathon_id, discord_id=interaction.user.id, now=now)
    holder = None
    if own.person_id is not None:
        actor = Actor(ActorKind.PERSON, str(own.person_id))
        holder = await calendars.renew(chat.store, marathon_id, own.person_id, actor=actor, now=now)
    address = None if holder is None else chat.personal_feed_url(holder)
    if address is None:
        text = chat.explain(interaction, NoPlace())
    else:
        ways = subscription(address, own.marathon.programme.title)
        text = "\n".join(
            [
                chat.say(interaction, "calendar-renewed"),
                chat.say(interaction, "calendar-address", address=address),
                chat.say(interaction, "calendar-ways", google=ways.google, outlook=ways.outlook),
            ]
        )
    await interaction.response.edit_message(content=text, view=None, allowed_mentions=NOBODY)


HANDLERS: Mapping[str, Handler] = {"calendar-renew": ask, "calendar-renew-now": renew}
