"""/attendance review: the queue of open questions, decided by buttons, one after the other."""

from collections.abc import Mapping

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import organiser_here
from bot.chat.page import COLOUR
from bot.chat.views.actions import ActionButton, FormHandler, Handler, buttons, form
from bot.report_problems import explain_no_match
from sessions.domain.matching import NoMatchCode
from sessions.services import attendance_reviews
from sessions.services.attendance_reviews import Answer, Question, Settled

SUGGESTED = 5


def add(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="review", description="Decide whose rows of reports are that name nobody without doubt")
    async def review(interaction: discord.Interaction) -> None:
        found = await organiser_here(chat, interaction)
        if found is None:
            return
        embed, view = await _next(chat, interaction, found[0].id, after=0)
        await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


async def _next(
    chat: Chat, interaction: discord.Interaction, marathon_id: int, *, after: int, told: str = ""
) -> tuple[discord.Embed, discord.ui.View]:
    """The first question behind number ``after``, then from the beginning."""
    queue = await attendance_reviews.queue(chat.store, marathon_id)
    if not queue:
        text = chat.say(interaction, "review-empty")
        return discord.Embed(description=f"{told}\n{text}".strip(), colour=COLOUR), buttons()
    question = next((one for one in queue if one.item.id > after), queue[0])
    return _embed(chat, interaction, question, len(queue), told), _view(chat, interaction, question)


def _embed(chat: Chat, interaction: discord.Interaction, question: Question, left: int, told: str) -> discord.Embed:
    item, session = question.item, question.session
    lines = [told] if told else []
    lines.append(explain_no_match(NoMatchCode(item.code), chat.wording, chat.language(interaction)))
    lines.append(chat.say(interaction, "review-rows", rows=len(item.rows), number=session.number))
    embed = discord.Embed(
        title=shorten(escape(f"{item.name} <{item.email}>" if item.email else item.name), 256) or "–",
        description=shorten("\n".join(lines), 4000),
        colour=COLOUR,
    )
    embed.set_footer(text=chat.say(interaction, "review-left", count=left))
    return embed


def _view(chat: Chat, interaction: discord.Interaction, question: Question) -> discord.ui.View:
    number = question.item.id
    view = buttons(
        *(
            ActionButton(
                "review-credit",
                f"{number}:{one.person_id}",
                label=shorten(f"{one.name or '–'} ({one.person_id})", 80),
                style=discord.ButtonStyle.primary,
            )
            for one in question.suggestions[:SUGGESTED]
        )
    )
    for verb in ("someone", "nobody", "staff", "later"):
        view.add_item(ActionButton(f"review-{verb}", str(number), label=chat.say(interaction, f"review-{verb}")))
    return view


async def _decide(
    chat: Chat, interaction: discord.Interaction, number: int, answer: Answer, person: str | None = None
) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    done = await attendance_reviews.decide(
        chat.store,
        found[0].id,
        number=number,
        answer=answer,
        person=person,
        actor=found[1],
        now=interaction.created_at,
    )
    if isinstance(done, Settled):
        remembered = "yes" if done.remembered else "no"
        told = chat.say(
            interaction, "review-done", answer=answer.value, name=escape(done.item.name), remembered=remembered
        )
    else:
        told = chat.explain(interaction, done)
    embed, view = await _next(chat, interaction, found[0].id, after=number, told=told)
    await interaction.response.edit_message(embed=embed, view=view, allowed_mentions=NOBODY)


async def credit(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    number, _, person = argument.partition(":")
    await _decide(chat, interaction, int(number), Answer.CREDIT, f"#{person}")


async def nobody(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _decide(chat, interaction, int(argument), Answer.NOBODY)


async def staff(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _decide(chat, interaction, int(argument), Answer.STAFF)


async def later(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    found = await organiser_here(chat, interaction)
    if found is not None:
        embed, view = await _next(chat, interaction, found[0].id, after=int(argument))
        await interaction.response.edit_message(embed=embed, view=view, allowed_mentions=NOBODY)


async def ask_someone(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    modal = form("review-someone", argument, title=chat.say(interaction, "review-someone"))
    label = chat.say(interaction, "review-person")
    modal.add_item(
        discord.ui.Label(text=label[:45], component=discord.ui.TextInput(custom_id="person", max_length=254))
    )
    await interaction.response.send_modal(modal)


async def take_someone(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    await _decide(chat, interaction, int(argument), Answer.CREDIT, typed.get("person", ""))


HANDLERS: Mapping[str, Handler] = {
    "review-credit": credit,
    "review-nobody": nobody,
    "review-staff": staff,
    "review-later": later,
    "review-someone": ask_someone,
}
FORMS: Mapping[str, FormHandler] = {"review-someone": take_someone}
