"""/apply: asking for a place.

Applying takes three steps, for Discord's forms hold five fields and cannot follow one another: a form; a message that
shows what was typed, asks for the zone and for consent; *Send*. Until it is sent, what was typed stands only in that
message, which nobody else sees: nothing personal is kept before the person consents, and a restart loses nothing.
"""

from collections.abc import Mapping, Sequence

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, shorten
from bot.chat.find import marathon_here, marathon_named
from bot.chat.messages import COLOUR
from bot.chat.views.actions import ActionButton, ActionSelect, FormHandler, Handler, buttons, form
from bot.countries import known_countries
from sessions.domain.application_form import ApplicationForm, TypedForm, check_form
from sessions.domain.moments import to_local, zones_of_country
from sessions.domain.refusals import Refusal
from sessions.domain.selection import Function, Kind
from sessions.services import applications
from sessions.services.applications import Applied

FIELDS = ("name", "email", "organisation", "kind", "function")
"""The form's fields, in the order in which the message shows them."""


def command(chat: Chat) -> app_commands.Command[app_commands.Group, ..., None]:
    @app_commands.command(name="apply", description="Apply for a place in the marathon")
    @app_commands.describe(country="The country you work in")
    @app_commands.guild_only()
    async def apply(interaction: discord.Interaction, country: str) -> None:
        marathon = await marathon_here(chat, interaction)
        if marathon is None:
            return
        code = known_countries().find(country)
        if not isinstance(code, str):
            await interaction.response.send_message(
                chat.explain(interaction, code), ephemeral=True, allowed_mentions=NOBODY
            )
            return
        await interaction.response.send_modal(_form(chat, interaction, marathon.id, code, {}))

    @apply.autocomplete("country")
    async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        found = known_countries().suggest(current)
        return [app_commands.Choice(name=shorten(name, 100), value=code) for code, name in found]

    return apply


def _form(
    chat: Chat, interaction: discord.Interaction, marathon_id: int, country: str, typed: Mapping[str, str]
) -> discord.ui.Modal:
    """``typed``: what stood in the form before, so that nobody types anything twice."""
    modal = form("apply", f"{marathon_id}:{country}", title=chat.say(interaction, "apply-title"))
    for field, length in (("name", 200), ("email", 254), ("organisation", 200)):
        modal.add_item(
            discord.ui.Label(
                text=chat.say(interaction, f"apply-{field}")[:45],
                description=chat.say(interaction, f"apply-{field}.hint")[:100],
                component=discord.ui.TextInput(
                    custom_id=field, max_length=length, required=field != "organisation", default=typed.get(field)
                ),
            )
        )
    for field, choices in (("kind", Kind), ("function", Function)):
        options = [
            discord.SelectOption(
                label=chat.say(interaction, f"{field}-{choice.value}")[:100],
                value=choice.value,
                default=typed.get(field) == choice.value,
            )
            for choice in choices
        ]
        select: discord.ui.Select[discord.ui.LayoutView] = discord.ui.Select(custom_id=field, options=options)
        modal.add_item(discord.ui.Label(text=chat.say(interaction, f"apply-{field}")[:45], component=select))
    return modal


async def _review(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    """Shows what was typed, with what cannot be taken, or asks for zone and consent."""
    marathon_id, _, country = argument.partition(":")
    marathon = await marathon_named(chat, interaction, int(marathon_id))
    zones = zones_of_country(country) or (marathon.programme.zone,)
    checked = _check(typed, country, zones[0], consent=True)
    embed = discord.Embed(title=chat.say(interaction, "apply-title"), colour=COLOUR)
    for field in FIELDS:
        value = discord.utils.escape_markdown(typed.get(field, "")) if field in FIELDS[:3] else typed.get(field, "")
        embed.add_field(name=chat.say(interaction, f"apply-{field}"), value=shorten(value, 1024) or "–", inline=False)
    again = ActionButton("apply-again", argument, label=chat.say(interaction, "apply-again"))
    if isinstance(checked, tuple):
        embed.description = "\n".join(f"• {chat.explain(interaction, one)}" for one in checked)
        view = buttons(again)
    else:
        embed.description = _consent_text(chat, interaction, marathon.programme.applications.privacy_url)
        view = _sending(chat, interaction, marathon_id, country, zones, zones[0])
        view.add_item(again)
    await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


def _consent_text(chat: Chat, interaction: discord.Interaction, privacy_url: str | None) -> str:
    text = chat.say(interaction, "apply-consent")
    return text if privacy_url is None else f"{text} {privacy_url}"


def _sending(
    chat: Chat, interaction: discord.Interaction, marathon_id: str, country: str, zones: Sequence[str], zone: str
) -> discord.ui.View:
    """The zone with its present local time, and *Send*, whose id carries country and zone."""
    options = [
        discord.SelectOption(
            label=f"{one} · {to_local(interaction.created_at, one):%H:%M}"[:100], value=one, default=one == zone
        )
        for one in dict.fromkeys([zone, *zones])
    ]
    send = ActionButton(
        "apply-send",
        f"{marathon_id}:{country}:{zone}",
        label=chat.say(interaction, "apply-send"),
        style=discord.ButtonStyle.success,
    )
    return buttons(ActionSelect("apply-zone", f"{marathon_id}:{country}", options=options[:25]), send)


async def _choose_zone(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    marathon_id, _, country = argument.partition(":")
    zone = ActionSelect.chosen(interaction)
    view = _sending(chat, interaction, marathon_id, country, zones_of_country(country), zone)
    view.add_item(ActionButton("apply-again", f"{marathon_id}:{country}", label=chat.say(interaction, "apply-again")))
    await interaction.response.edit_message(view=view)


async def _again(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    marathon_id, _, country = argument.partition(":")
    await interaction.response.send_modal(_form(chat, interaction, int(marathon_id), country, _typed(interaction)))


async def _send(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    marathon_id, country, zone = argument.split(":", 2)
    checked = _check(_typed(interaction), country, zone, consent=True)
    if isinstance(checked, tuple):
        text = "\n".join(chat.explain(interaction, one) for one in checked)
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
        return
    outcome = await applications.apply(
        chat.store,
        marathon_id=int(marathon_id),
        discord_id=interaction.user.id,
        form=checked,
        now=interaction.created_at,
    )
    if isinstance(outcome, Applied):
        text = chat.say(interaction, "apply-done", places=outcome.capacity)
    else:
        text = chat.explain(interaction, outcome)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


def _typed(interaction: discord.Interaction) -> dict[str, str]:
    """What the message shows, in the order of the form, unescaped as it was typed."""
    embeds = interaction.message.embeds if interaction.message else []
    values = [field.value or "" for field in embeds[0].fields] if embeds else []
    shown = dict(zip(FIELDS, ("" if value == "–" else value for value in values), strict=False))
    return {field: value.replace("\\", "") if field in FIELDS[:3] else value for field, value in shown.items()}


def _check(
    typed: Mapping[str, str], country: str, zone: str, *, consent: bool
) -> ApplicationForm | tuple[Refusal, ...]:
    return check_form(
        TypedForm(
            name=typed.get("name", ""),
            email=typed.get("email", ""),
            organisation=typed.get("organisation", ""),
            country=country,
            kind=typed.get("kind", ""),
            function=typed.get("function", ""),
            zone=zone,
            consent=consent,
        ),
        countries=known_countries(),
        languages=("en",),
    )


HANDLERS: Mapping[str, Handler] = {
    "apply-again": _again,
    "apply-zone": _choose_zone,
    "apply-send": _send,
}
FORMS: Mapping[str, FormHandler] = {"apply": _review}
