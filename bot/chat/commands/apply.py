"""/apply: asking for a place.

Applying takes three steps, for Discord's forms hold five fields and cannot follow one another: a form; a message that
shows what was typed, asks for zone, group and consent; *Send*. Until it is sent, what was typed stands only in that
message, which nobody else sees, and for a day in memory: nothing personal is written down before the person consents.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import discord
from discord import app_commands

from bot.chat.commands import my_application
from bot.chat.context import NOBODY, Chat, shorten
from bot.chat.drafts import Drafts
from bot.chat.find import marathon_here, marathon_named, suggest_zones
from bot.chat.languages import form_language, language_options
from bot.chat.page import COLOUR
from bot.chat.views.actions import ActionButton, ActionSelect, FormHandler, Handler, buttons, form
from bot.chat.views.application_form import FIELDS, add_fields, read_value, show_value
from bot.countries import known_countries, suggest_countries
from config import texts
from sessions.domain.application_form import ApplicationForm, TypedForm, check_form
from sessions.domain.applications import ApplicationEvent, possible_events
from sessions.domain.moments import by_clock, find_zone, to_local, zones_of_country
from sessions.domain.programme import Marathon
from sessions.domain.refusals import Refusal
from sessions.domain.selection import Gender
from sessions.services import applications, own_applications
from sessions.services.applications import Applied

DRAFTS = Drafts()


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What the review message's controls carry in their ids. Empty: not chosen."""

    marathon: int
    country: str
    zone: str = ""
    cohort: str = ""
    gender: str = ""
    language: str = ""

    def __str__(self) -> str:
        return ":".join((str(self.marathon), self.country, self.zone, self.cohort, self.gender, self.language))


def _state(argument: str) -> _State:
    """Ids of earlier versions end after the zone or the gender; they are understood as long as they stand
    somewhere."""
    marathon, country, zone, cohort, gender, language, *_ = [*argument.split(":"), "", "", "", "", ""]
    return _State(marathon=int(marathon), country=country, zone=zone, cohort=cohort, gender=gender, language=language)


def command(chat: Chat) -> app_commands.Command[app_commands.Group, ..., None]:
    @app_commands.command(name="apply", description="Apply for a place in the marathon, or change your application")
    @app_commands.describe(
        country="The country you work in", zone="Where you live, if its clocks are others; also changes it later"
    )
    @app_commands.guild_only()
    async def apply(interaction: discord.Interaction, country: str, zone: str | None = None) -> None:
        marathon = await marathon_here(chat, interaction)
        if marathon is None:
            return
        mine = await own_applications.of_discord(chat.store, marathon_id=marathon.id, discord_id=interaction.user.id)
        there = "" if zone is None else find_zone(zone)
        applied = mine is not None and ApplicationEvent.SUBMIT.value not in possible_events(mine.state.status)
        code = known_countries().find(country)
        if not isinstance(there, str):
            await _refuse(chat, interaction, there)
        elif applied and mine is not None and there:
            await my_application.change_zone(chat, interaction, mine, there)
        elif applied and mine is not None:
            await my_application.show(chat, interaction, mine)
        elif not isinstance(code, str):
            await _refuse(chat, interaction, code)
        else:
            typed = DRAFTS.find((marathon.id, interaction.user.id), now=interaction.created_at)
            state = _State(marathon=marathon.id, country=code, zone=there)
            await interaction.response.send_modal(_form(chat, interaction, state, typed))

    apply.autocomplete("zone")(suggest_zones)

    @apply.autocomplete("country")
    async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        found = suggest_countries(current, chat.language(interaction))
        return [app_commands.Choice(name=shorten(name, 100), value=code) for code, name in found]

    return apply


async def _refuse(chat: Chat, interaction: discord.Interaction, refusal: Refusal) -> None:
    await interaction.response.send_message(chat.explain(interaction, refusal), ephemeral=True, allowed_mentions=NOBODY)


def _form(chat: Chat, interaction: discord.Interaction, state: _State, typed: Mapping[str, str]) -> discord.ui.Modal:
    """``typed``: what stood in the form before, so that nobody types anything twice."""
    argument = f"{state.marathon}:{state.country}:{state.zone}"
    modal = form("apply", argument, title=chat.say(interaction, "apply-title"))
    add_fields(modal, chat, interaction, typed)
    return modal


async def _review(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    """Shows what was typed, with what cannot be taken, or asks for zone, group and consent."""
    state = _state(argument)
    marathon = await marathon_named(chat, interaction, state.marathon)
    DRAFTS.keep((marathon.id, interaction.user.id), typed, now=interaction.created_at)
    zones = zones_of_country(state.country) or (marathon.programme.zone,)
    language = state.language or form_language(chat.language(interaction))
    state = replace(state, zone=state.zone or zones[0], language=language)
    checked = _check(typed, state, marathon)
    embed = discord.Embed(title=chat.say(interaction, "apply-title"), colour=COLOUR)
    for field in FIELDS:
        value = show_value(chat, interaction, field, typed.get(field, ""))
        embed.add_field(name=chat.say(interaction, f"apply-{field}"), value=value, inline=False)
    if isinstance(checked, tuple):
        embed.description = "\n".join(f"• {chat.explain(interaction, one)}" for one in checked)
        view = buttons(_correct(chat, interaction, state))
    else:
        embed.description = _consent_text(chat, interaction, marathon.programme.applications.privacy_url)
        view = _sending(chat, interaction, marathon, state)
    await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


def _consent_text(chat: Chat, interaction: discord.Interaction, privacy_url: str | None) -> str:
    text = chat.say(interaction, "apply-consent")
    return text if privacy_url is None else f"{text} {privacy_url}"


def _correct(chat: Chat, interaction: discord.Interaction, state: _State) -> ActionButton:
    argument = f"{state.marathon}:{state.country}:{state.zone}"
    return ActionButton("apply-again", argument, label=chat.say(interaction, "apply-again"))


def _sending(chat: Chat, interaction: discord.Interaction, marathon: Marathon, state: _State) -> discord.ui.View:
    """The zone with its present local time, the language, the group and the gender where the programme has a use for
    them, and *Send*; each id carries everything chosen so far."""
    nearby = by_clock(zones_of_country(state.country) or (marathon.programme.zone,), interaction.created_at)
    zones = dict.fromkeys([state.zone, *nearby])
    shown = [
        discord.SelectOption(
            label=f"{one} · {to_local(interaction.created_at, one):%H:%M}"[:100], value=one, default=one == state.zone
        )
        for one in zones
    ]
    view = buttons(
        ActionSelect("apply-zone", str(state), options=shown[:25]),
        ActionSelect("apply-language", str(state), options=language_options(state.language)),
    )
    if marathon.programme.cohorts:
        options = [
            discord.SelectOption(label=shorten(one.title, 100), value=one.key, default=one.key == state.cohort)
            for one in marathon.programme.cohorts[:24]
        ]
        any_ = chat.say(interaction, "apply-any-cohort")
        options.insert(0, discord.SelectOption(label=any_[:100], value="any", default=not state.cohort))
        view.add_item(ActionSelect("apply-cohort", str(state), options=options))
    if marathon.programme.selection.gender_balance is not None:
        options = [
            discord.SelectOption(
                label=chat.say(interaction, f"gender-{one}")[:100], value=one, default=one == (state.gender or "unsaid")
            )
            for one in ("unsaid", *(gender.value for gender in Gender))
        ]
        view.add_item(ActionSelect("apply-gender", str(state), options=options))
    send = chat.say(interaction, "apply-send")
    view.add_item(ActionButton("apply-send", str(state), label=send, style=discord.ButtonStyle.success))
    view.add_item(_correct(chat, interaction, state))
    return view


async def _choose(chat: Chat, interaction: discord.Interaction, state: _State) -> None:
    marathon = await marathon_named(chat, interaction, state.marathon)
    await interaction.response.edit_message(view=_sending(chat, interaction, marathon, state))


async def _choose_zone(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _choose(chat, interaction, replace(_state(argument), zone=ActionSelect.chosen(interaction)))


async def _choose_language(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _choose(chat, interaction, replace(_state(argument), language=ActionSelect.chosen(interaction)))


async def _choose_cohort(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    chosen = ActionSelect.chosen(interaction)
    await _choose(chat, interaction, replace(_state(argument), cohort="" if chosen == "any" else chosen))


async def _choose_gender(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    chosen = ActionSelect.chosen(interaction)
    await _choose(chat, interaction, replace(_state(argument), gender="" if chosen == "unsaid" else chosen))


async def _again(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    state, typed = _state(argument), _typed(chat, interaction)
    await interaction.response.send_modal(_form(chat, interaction, state, typed))


async def _send(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    state = _state(argument)
    marathon = await marathon_named(chat, interaction, state.marathon)
    checked = _check(_typed(chat, interaction), state, marathon)
    if isinstance(checked, tuple):
        text = "\n".join(chat.explain(interaction, one) for one in checked)
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
        return
    outcome = await applications.apply(
        chat.store,
        marathon_id=marathon.id,
        discord_id=interaction.user.id,
        form=checked,
        now=interaction.created_at,
    )
    if isinstance(outcome, Applied):
        DRAFTS.drop((marathon.id, interaction.user.id))
        await chat.languages.learn_anew(interaction.user.id)
        text = chat.say(interaction, "apply-done", places=outcome.capacity)
    else:
        text = chat.explain(interaction, outcome)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


def _typed(chat: Chat, interaction: discord.Interaction) -> dict[str, str]:
    """What the message shows, in the order of the form, unescaped as it was typed."""
    embeds = interaction.message.embeds if interaction.message else []
    values = [field.value or "" for field in embeds[0].fields] if embeds else []
    return {field: read_value(chat, field, value) for field, value in zip(FIELDS, values, strict=False)}


def _check(typed: Mapping[str, str], state: _State, marathon: Marathon) -> ApplicationForm | tuple[Refusal, ...]:
    return check_form(
        TypedForm(
            name=typed.get("name", ""),
            email=typed.get("email", ""),
            organisation=typed.get("organisation", ""),
            country=state.country,
            kind=typed.get("kind", ""),
            function=typed.get("function", ""),
            gender=state.gender,
            zone=state.zone,
            language=state.language,
            cohort=state.cohort,
            consent=True,
        ),
        countries=known_countries(),
        languages=texts.languages(),
        cohorts=tuple(cohort.key for cohort in marathon.programme.cohorts),
    )


HANDLERS: Mapping[str, Handler] = {
    "apply-again": _again,
    "apply-zone": _choose_zone,
    "apply-language": _choose_language,
    "apply-cohort": _choose_cohort,
    "apply-gender": _choose_gender,
    "apply-send": _send,
}
FORMS: Mapping[str, FormHandler] = {"apply": _review}
