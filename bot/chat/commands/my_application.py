"""A person's own application: where it stands and why, correcting it, taking it back."""

from collections.abc import Mapping
from dataclasses import replace

import discord

from bot.chat.commands import offers
from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.languages import language_options
from bot.chat.page import COLOUR, at
from bot.chat.views.actions import ActionButton, ActionSelect, FormHandler, Handler, Pressable, buttons, form
from bot.chat.views.application_form import FIELDS, add_fields
from bot.countries import income_groups, known_countries
from bot.selection_reasons import say_reasons
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.application_form import JUDGED, ApplicationForm, TypedForm, check_form
from sessions.domain.applications import JUDGED_ALREADY, KEEPS_A_PLACE, ApplicationStatus, possible_events
from sessions.domain.moments import to_local
from sessions.domain.refusals import NoApplication, Refusal
from sessions.services import application_edits, own_applications, places
from sessions.services.application_edits import Edited
from sessions.services.own_applications import OwnApplication
from sessions.services.places import InCohort, Settled

ANY = "any"


async def show(chat: Chat, interaction: discord.Interaction, mine: OwnApplication) -> None:
    """The state in plain words, with what can be done about it."""
    embed = discord.Embed(title=shorten(mine.marathon.programme.title, 256), colour=COLOUR)
    embed.description = describe(chat, interaction, mine)
    stated = [escape(one) for one in (mine.form.name, mine.form.email, mine.form.organisation) if one]
    embed.add_field(name=chat.say(interaction, "apply-stated"), value=shorten("\n".join(stated), 1024) or "–")
    view = buttons(*choices(chat, interaction, mine))
    await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


def describe(chat: Chat, interaction: discord.Interaction, mine: OwnApplication) -> str:
    """Status, rank or deadline, and why, without a word about anybody else."""
    deadline, status = mine.state.offer_deadline, mine.state.status
    lines = [chat.say(interaction, f"me-status-{status.value}", rank=mine.waiting_rank or 0)]
    if status is ApplicationStatus.OFFERED and deadline is not None:
        lines.append(chat.say(interaction, "me-offer-until", deadline=f"{at(deadline)} ({at(deadline, 'R')})"))
    if status is ApplicationStatus.WAITING and mine.offers_until is not None:
        lines.append(chat.say(interaction, "me-waiting-until", until=at(mine.offers_until, "D")))
    if status is ApplicationStatus.WAITING:
        lines += [f"-# {escape(one)}" for one in say_reasons(mine.reasons, chat.wording, chat.language(interaction))]
    return "\n".join(lines)


def choices(chat: Chat, interaction: discord.Interaction, mine: OwnApplication) -> list[Pressable]:
    """The buttons for what the person may do now."""
    found: list[Pressable] = []
    possible, marathon = possible_events(mine.state.status), str(mine.marathon.id)
    if mine.state.status is ApplicationStatus.OFFERED:
        found += offers.answers(chat, interaction, mine.marathon.id)
    if "edit" in possible:
        found.append(ActionButton("apply-edit", marathon, label=chat.say(interaction, "apply-edit")))
        found.append(ActionSelect("me-language", marathon, options=language_options(mine.form.language)))
    if mine.marathon.programme.cohorts and mine.state.status not in JUDGED_ALREADY:
        found.append(ActionSelect("me-cohort", marathon, options=_cohort_options(chat, interaction, mine)))
    if "withdraw" in possible:
        label = chat.say(interaction, "apply-withdraw")
        found.append(ActionButton("apply-withdraw", marathon, label=label, style=discord.ButtonStyle.danger))
    return found


def _cohort_options(chat: Chat, interaction: discord.Interaction, mine: OwnApplication) -> list[discord.SelectOption]:
    any_ = chat.say(interaction, "apply-any-cohort")
    options = [discord.SelectOption(label=any_[:100], value=ANY, default=mine.form.cohort is None)]
    return options + [
        discord.SelectOption(label=shorten(one.title, 100), value=one.key, default=one.key == mine.form.cohort)
        for one in mine.marathon.programme.cohorts[:24]
    ]


async def _choose_cohort(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    mine = await _mine(chat, interaction, argument)
    if mine is None:
        return
    chosen = ActionSelect.chosen(interaction)
    outcome = await places.change_cohort(
        chat.store,
        marathon_id=mine.marathon.id,
        application_id=mine.id,
        cohort=None if chosen == ANY else chosen,
        reason="",
        now=interaction.created_at,
        actor=Actor(ActorKind.PERSON, str(mine.person_id)),
        incomes=income_groups(),
    )
    if isinstance(outcome, InCohort):
        titles = {one.key: one.title for one in mine.marathon.programme.cohorts}
        text = chat.say(interaction, "me-cohort-changed", cohort=escape(titles.get(outcome.after or "", "")) or "none")
    else:
        text = chat.explain(interaction, outcome)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


async def _mine(chat: Chat, interaction: discord.Interaction, argument: str) -> OwnApplication | None:
    """The presser's application; tells them when there is none."""
    mine = await own_applications.of_discord(chat.store, marathon_id=int(argument), discord_id=interaction.user.id)
    if mine is None:
        await interaction.response.send_message(chat.explain(interaction, NoApplication()), ephemeral=True)
    return mine


async def _ask_edit(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """The form as it stands; once selection has judged, only what it did not look at."""
    mine = await _mine(chat, interaction, argument)
    if mine is None:
        return
    modal = form("apply-edit", argument, title=chat.say(interaction, "apply-title"))
    stated = {
        "name": mine.form.name,
        "email": mine.form.email,
        "organisation": mine.form.organisation or "",
        "kind": mine.form.kind.value,
        "function": mine.form.function.value,
    }
    judged = mine.state.status in JUDGED_ALREADY
    add_fields(modal, chat, interaction, stated, only=[one for one in FIELDS if not (judged and one in JUDGED)])
    await interaction.response.send_modal(modal)


async def _edit(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    mine = await _mine(chat, interaction, argument)
    if mine is None:
        return
    checked = _check(mine, typed)
    if isinstance(checked, tuple):
        text = "\n".join(f"• {chat.explain(interaction, one)}" for one in checked)
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
        return
    outcome = await application_edits.edit(
        chat.store,
        marathon_id=mine.marathon.id,
        person_id=mine.person_id,
        form=checked,
        now=interaction.created_at,
        actor=Actor(ActorKind.PERSON, str(mine.person_id)),
    )
    if isinstance(outcome, Edited):
        fields = ", ".join(chat.say(interaction, f"apply-{field}") for field in outcome.changed if field in FIELDS)
        text = chat.say(interaction, "apply-edited", fields=fields or "none")
    else:
        text = chat.explain(interaction, outcome)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


def _check(mine: OwnApplication, typed: Mapping[str, str]) -> ApplicationForm | tuple[Refusal, ...]:
    """What was typed over what stands; fields that the form did not show stay."""
    before = mine.form
    cohorts = tuple(cohort.key for cohort in mine.marathon.programme.cohorts)
    checked = check_form(
        TypedForm(
            name=typed.get("name", before.name),
            email=typed.get("email", before.email),
            organisation=typed.get("organisation", before.organisation or ""),
            country=before.country,
            kind=typed.get("kind", before.kind.value),
            function=typed.get("function", before.function.value),
            zone=before.zone,
            language=before.language,
            consent=True,
        ),
        countries=known_countries(),
        languages=(before.language,),
        cohorts=cohorts,
    )
    if isinstance(checked, tuple):
        return checked
    return replace(checked, gender=before.gender, cohort=before.cohort)


async def change_zone(chat: Chat, interaction: discord.Interaction, mine: OwnApplication, zone: str) -> None:
    """From now on letters, page and own reminders are in this zone."""
    outcome = await application_edits.edit(
        chat.store,
        marathon_id=mine.marathon.id,
        person_id=mine.person_id,
        form=replace(mine.form, zone=zone),
        now=interaction.created_at,
        actor=Actor(ActorKind.PERSON, str(mine.person_id)),
    )
    if isinstance(outcome, Edited):
        local = f"{to_local(interaction.created_at, zone):%H:%M}"
        text = chat.say(interaction, "me-zone-kept", zone=zone, local=local)
    else:
        text = chat.explain(interaction, outcome)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


async def _choose_language(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """From now on the person is written to in this language; said in it."""
    mine = await _mine(chat, interaction, argument)
    if mine is None:
        return
    outcome = await application_edits.edit(
        chat.store,
        marathon_id=mine.marathon.id,
        person_id=mine.person_id,
        form=replace(mine.form, language=ActionSelect.chosen(interaction)),
        now=interaction.created_at,
        actor=Actor(ActorKind.PERSON, str(mine.person_id)),
    )
    await chat.languages.learn_anew(interaction.user.id)
    if isinstance(outcome, Edited):
        text = chat.say(interaction, "me-language-kept")
    else:
        text = chat.explain(interaction, outcome)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


async def _ask_withdraw(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    mine = await _mine(chat, interaction, argument)
    if mine is None:
        return
    holds = mine.state.status in KEEPS_A_PLACE
    text = chat.say(interaction, "apply-withdraw-preview", holds=holds)
    label = chat.say(interaction, "apply-withdraw-confirm")
    confirm = ActionButton("apply-withdraw-now", argument, label=label, style=discord.ButtonStyle.danger)
    await interaction.response.send_message(text, view=buttons(confirm), ephemeral=True)


async def _withdraw(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    mine = await _mine(chat, interaction, argument)
    if mine is None:
        return
    outcome = await places.withdraw(
        chat.store,
        marathon_id=mine.marathon.id,
        person_id=mine.person_id,
        now=interaction.created_at,
        actor=Actor(ActorKind.PERSON, str(mine.person_id)),
        incomes=income_groups(),
    )
    if isinstance(outcome, Settled):
        text = chat.say(interaction, "apply-withdrawn")
    else:
        text = chat.explain(interaction, outcome)
    await interaction.response.edit_message(content=text, view=None, allowed_mentions=NOBODY)


HANDLERS: Mapping[str, Handler] = {
    "apply-edit": _ask_edit,
    "me-cohort": _choose_cohort,
    "me-language": _choose_language,
    "apply-withdraw": _ask_withdraw,
    "apply-withdraw-now": _withdraw,
}
FORMS: Mapping[str, FormHandler] = {"apply-edit": _edit}
