"""The preview of a session's change: what will follow, and one button that does it.

What was typed stands in the preview, which only the organiser sees; the button's id names the session, the revision
that was previewed and which fields follow. Nothing waits in memory, and a restart loses nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import discord

from bot.change_preview import describe
from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import find_session, organiser_here
from bot.chat.page import ALARM, COLOUR, at
from bot.chat.views.actions import ActionButton, Handler, buttons
from sessions.domain.actors import Actor
from sessions.domain.changes import Cancel, Change, Edit, Move, Restore
from sessions.domain.programme import Marathon, Session, SessionPlan, Venue
from sessions.domain.refusals import AmbiguousTime, ChangedMeanwhile, Refusal
from sessions.services import changes
from sessions.services.changes import Preview

CODES = {
    "w": "wall",
    "z": "zone",
    "x": "which",
    "t": "title",
    "o": "topic",
    "s": "speakers",
    "v": "venue",
    "l": "link",
    "m": "minutes",
    "n": "number",
    "c": "cohort",
    "r": "reason",
}
"""The letter of a field in a button's id, in the order in which the preview shows them."""
NOTHING = "-"
"""Typed for a value that is to be taken away."""
WALL = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an organiser asks for. ``session`` None: a session is added."""

    marathon: Marathon
    actor: Actor
    session: Session | None
    verb: str
    typed: Mapping[str, str]


async def show_preview(chat: Chat, interaction: discord.Interaction, asked: Asked) -> None:
    """The preview with its button; of a time that comes twice the question which one is meant."""
    now = interaction.created_at
    if asked.session is None:
        plan, which = _plan_of(asked)
        seen = await changes.preview_plan(chat.store, asked.marathon.id, plan, second=which, actor=asked.actor, now=now)
    else:
        seen = await changes.preview(
            chat.store,
            asked.marathon.id,
            asked.session.id,
            change_of(asked.verb, asked.typed),
            actor=asked.actor,
            now=now,
        )
    argument = _argument(asked)
    fields = [(CODES[code], asked.typed[CODES[code]]) for code in argument.rpartition(":")[2]]
    if isinstance(seen, AmbiguousTime):
        embed = discord.Embed(description=chat.explain(interaction, seen), colour=ALARM)
        view = buttons(
            *(
                ActionButton(
                    f"programme-{which}",
                    argument,
                    label=chat.say(interaction, f"change-confirm-{which}", time=f"{moment:%H:%M} UTC"),
                )
                for which, moment in (("first", seen.first), ("second", seen.second))
            )
        )
    elif isinstance(seen, Preview):
        embed, view = _preview(chat, interaction, asked, seen, argument)
    else:
        await refuse(chat, interaction, seen)
        return
    for name, text in fields:
        embed.add_field(name=chat.say(interaction, f"change-name-{name}"), value=shorten(text, 1024), inline=False)
    await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


def _preview(
    chat: Chat, interaction: discord.Interaction, asked: Asked, seen: Preview, argument: str
) -> tuple[discord.Embed, discord.ui.View]:
    lines = describe(
        seen, chat.wording, chat.language(interaction), show=_when, escape=escape, now=interaction.created_at
    )
    embed = discord.Embed(
        title=chat.say(interaction, f"change-title-{asked.verb}", number=seen.after.number)[:256],
        description=shorten("\n".join(lines), 4000),
        colour=ALARM if asked.verb == "cancel" else COLOUR,
    )
    confirm = ActionButton(
        "programme-change",
        argument,
        label=chat.say(interaction, f"change-confirm-{asked.verb}"),
        style=discord.ButtonStyle.danger if asked.verb == "cancel" else discord.ButtonStyle.success,
    )
    return embed, buttons(confirm)


def _when(session: Session) -> str:
    """For the reader's own zone, and as it is planned."""
    return f"{at(session.start)} ({session.wall:%a %H:%M} {escape(session.zone)})"


def _argument(asked: Asked) -> str:
    """verb:session:revision:fields, well under a custom_id's 100 characters."""
    session = (asked.session.id, asked.session.revision) if asked.session is not None else (0, 0)
    codes = "".join(code for code, name in CODES.items() if name in asked.typed)
    return f"{asked.verb}:{session[0]}:{session[1]}:{codes}"


def _typed(interaction: discord.Interaction, codes: str) -> dict[str, str]:
    """What the preview shows, field by field."""
    embeds = interaction.message.embeds if interaction.message else []
    values = [field.value or "" for field in embeds[0].fields] if embeds else []
    return {CODES[code]: value for code, value in zip(codes, values, strict=True)}


def change_of(verb: str, typed: Mapping[str, str]) -> Change:
    """The change that typed values mean."""
    match verb:
        case "move":
            which = typed.get("which")
            wall = datetime.strptime(typed["wall"], WALL)  # noqa: DTZ007 - a wall time is naive by definition
            return Move(wall=wall, zone=typed["zone"], second=None if which is None else which == "second")
        case "cancel":
            return Cancel()
        case "restore":
            return Restore()
        case _:
            return _edit_of(typed)


def _edit_of(typed: Mapping[str, str]) -> Edit:
    def text(name: str) -> str | None:
        value = typed.get(name)
        return "" if value == NOTHING else value

    speakers, minutes = text("speakers"), typed.get("minutes")
    return Edit(
        title=typed.get("title"),
        topic=text("topic"),
        speakers=None if speakers is None else _names(speakers),
        venue=text("venue"),
        join_url=text("link"),
        duration=None if minutes is None else timedelta(minutes=int(minutes)),
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(";") if name.strip())


def _plan_of(asked: Asked) -> tuple[SessionPlan, bool | None]:
    typed, which = asked.typed, asked.typed.get("which")
    plan = SessionPlan(
        number=int(typed.get("number", "0")),
        title=typed["title"],
        wall=datetime.strptime(typed["wall"], WALL),  # noqa: DTZ007 - a wall time is naive by definition
        zone=typed["zone"],
        duration=timedelta(minutes=int(typed["minutes"])),
        speakers=_names(typed.get("speakers", "")),
        venue=Venue(name=typed.get("venue", ""), join_url=typed.get("link")),
        cohort=typed.get("cohort"),
    )
    return plan, None if which is None else which == "second"


async def _again(chat: Chat, interaction: discord.Interaction, argument: str) -> tuple[Asked, int] | None:
    """What a button of a preview asks for, and the revision that was seen; the role is looked up anew."""
    verb, session_id, revision, codes = argument.split(":")
    found = await organiser_here(chat, interaction)
    if found is None:
        return None
    session = None
    if verb != "plan":
        chosen = await find_session(chat, found[0], f"id:{session_id}")
        if not isinstance(chosen, Session):
            await refuse(chat, interaction, chosen)
            return None
        session = chosen
    typed = _typed(interaction, codes)
    return Asked(marathon=found[0], actor=found[1], session=session, verb=verb, typed=typed), int(revision)


async def _confirm(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """Does what was previewed, unless somebody else was faster."""
    found = await _again(chat, interaction, argument)
    if found is None:
        return
    asked, revision = found
    now, why = interaction.created_at, asked.typed.get("reason")
    if asked.session is None:
        plan, which = _plan_of(asked)
        made = await changes.plan(
            chat.store, asked.marathon.id, plan, second=which, why=why, actor=asked.actor, now=now
        )
    else:
        change = change_of(asked.verb, asked.typed)
        made = await changes.make(
            chat.store,
            asked.marathon.id,
            asked.session.id,
            change,
            revision=revision,
            why=why,
            actor=asked.actor,
            now=now,
        )
    if not isinstance(made, Session):
        await refuse(chat, interaction, made)
        return
    text = chat.say(interaction, f"change-done-{asked.verb}", number=made.number, time=at(made.start))
    await interaction.response.edit_message(content=text, embed=None, view=None)


def _choose(which: str) -> Handler:
    async def choose(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
        found = await _again(chat, interaction, argument)
        if found is not None:
            asked = replace(found[0], typed={**found[0].typed, "which": which})
            await show_preview(chat, interaction, asked)

    return choose


async def refuse(chat: Chat, interaction: discord.Interaction, refusal: Refusal) -> None:
    if isinstance(refusal, ChangedMeanwhile) and refusal.account is not None:
        refusal = replace(refusal, by=f"<@{refusal.account}>")
    await interaction.response.send_message(chat.explain(interaction, refusal), ephemeral=True, allowed_mentions=NOBODY)


HANDLERS: Mapping[str, Handler] = {
    "programme-change": _confirm,
    "programme-first": _choose("first"),
    "programme-second": _choose("second"),
}
