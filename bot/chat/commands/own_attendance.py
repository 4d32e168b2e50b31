"""What participants say of their own attendance: buttons and forms of /me; and the organisers' queue of it.

An appeal, group viewing with named others, a recording that was watched. Appeals and groups wait for an organiser in
`/attendance appeals` and `/attendance groups`.
"""

import io
import re
from collections.abc import Mapping, Sequence

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import organiser_here
from bot.chat.page import COLOUR
from bot.chat.views.actions import ActionButton, FormHandler, Handler, buttons, form
from sessions.domain.appeal_files import KINDS, MAXIMUM_BYTES, AppealFile, check_file
from sessions.domain.refusals import FileTooLarge, Refusal
from sessions.services import appeals, attendance_statements, setup
from sessions.services.appeals import Answered, Heard, Made
from sessions.services.attendance_statements import Stated, Waiting
from sessions.services.standing import Own

SHOWN = 5
MEGABYTES = MAXIMUM_BYTES // (1024 * 1024)


def choices(chat: Chat, interaction: discord.Interaction, own: Own) -> Sequence[ActionButton]:
    """The buttons of somebody with a place, once a session has begun."""
    standing = own.standing
    if standing is None or not any(one.start <= interaction.created_at for one in standing.sessions):
        return ()
    verbs = ["appeal", "group"]
    if own.marathon.programme.attendance.recording_until is not None:
        verbs.append("recording")
    return [
        ActionButton(f"own-{verb}", str(own.marathon.id), label=chat.say(interaction, f"own-{verb}")) for verb in verbs
    ]


async def describe(chat: Chat, interaction: discord.Interaction, own: Own) -> str:
    """The person's appeals with their answers, newest first; empty where there are none."""
    if own.person_id is None:
        return ""
    found = await appeals.of_person(chat.store, own.marathon.id, own.person_id)
    lines = [
        chat.say(
            interaction,
            f"appeal-{one.status.value}",
            number=session.number,
            reason=escape(shorten(one.reason or "", 300)),
        )
        for one, session in found[:SHOWN]
    ]
    return shorten("\n".join(lines), 1024)


def _asking(verb: str, *fields: tuple[str, bool, bool]) -> Handler:
    """A button that opens a form of the same name; fields are (name, long, required)."""

    async def ask(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
        modal = form(verb, argument, title=chat.say(interaction, verb))
        for name, long, required in fields:
            if name == "upload":
                upload = discord.ui.FileUpload[discord.ui.LayoutView](custom_id=name, required=required, max_values=1)
                about = chat.say(interaction, "own-field-upload-about", kinds=", ".join(KINDS), megabytes=MEGABYTES)
                label = chat.say(interaction, "own-field-upload")[:45]
                modal.add_item(discord.ui.Label(text=label, description=about[:100], component=upload))
                continue
            style = discord.TextStyle.paragraph if long else discord.TextStyle.short
            modal.add_item(
                discord.ui.Label(
                    text=chat.say(interaction, f"own-field-{name}")[:45],
                    component=discord.ui.TextInput(
                        custom_id=name, style=style, required=required, max_length=1000 if long else 200
                    ),
                )
            )
        await interaction.response.send_modal(modal)

    return ask


def _number(typed: Mapping[str, str]) -> int:
    text = typed.get("session", "").strip()
    return int(text) if text.isdecimal() else 0


async def take_appeal(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    person_id = await setup.person_of(chat.store, interaction.user.id)
    sent = _upload(interaction, typed.get("upload", ""))
    if sent is not None:
        await interaction.response.defer(ephemeral=True, thinking=True)
    file = typed.get("file") if sent is None else await _fetch(interaction, *sent)
    done: Made | Refusal
    if isinstance(file, Refusal):
        done = file
    else:
        done = await _appeal(chat, interaction, argument, typed, file, person_id)
    if isinstance(done, Made):
        text = chat.say(interaction, "appeal-made", number=done.session.number)
    else:
        text = chat.explain(interaction, done)
    if sent is None:
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
    else:
        await interaction.followup.send(text, ephemeral=True, allowed_mentions=NOBODY)


def _upload(interaction: discord.Interaction, number: str) -> tuple[str, int, str] | None:
    """Name, size and address of the file that was sent with the form."""
    data: Mapping[str, object] = dict(interaction.data or {})
    match data.get("resolved"):
        case {"attachments": dict(attachments)}:
            found = attachments.get(number)
        case _:
            return None
    match found:
        case {"filename": str(name), "size": int(size), "url": str(url)}:
            return name, size, url
        case _:
            return None


async def _fetch(interaction: discord.Interaction, name: str, size: int, url: str) -> AppealFile | Refusal:
    """Discord lets an address lapse within a day: the file itself is kept. One that is too large is not fetched."""
    if size > MAXIMUM_BYTES:
        return FileTooLarge(megabytes=-(-size // (1024 * 1024)), maximum=MEGABYTES)
    return check_file(name, await interaction.client.http.get_from_cdn(url))


async def _appeal(
    chat: Chat,
    interaction: discord.Interaction,
    argument: str,
    typed: Mapping[str, str],
    file: AppealFile | str | None,
    person_id: int | None,
) -> Made | Refusal:
    return await appeals.appeal(
        chat.store,
        int(argument),
        number=_number(typed),
        text=typed.get("text", ""),
        file=file,
        person_id=person_id,
        now=interaction.created_at,
    )


async def take_group(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    done = await attendance_statements.declare_group(
        chat.store,
        int(argument),
        number=_number(typed),
        people=re.split(r"[\n,;]", typed.get("people", "")),
        discord_id=interaction.user.id,
        now=interaction.created_at,
    )
    await _tell_stated(chat, interaction, done, "group-declared")


async def take_recording(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    done = await attendance_statements.watch_recording(
        chat.store,
        int(argument),
        number=_number(typed),
        proof=typed.get("proof", ""),
        discord_id=interaction.user.id,
        now=interaction.created_at,
    )
    await _tell_stated(chat, interaction, done, "recording-kept")


async def _tell_stated(chat: Chat, interaction: discord.Interaction, done: Stated | Refusal, key: str) -> None:
    if isinstance(done, Stated):
        text = chat.say(interaction, key, number=done.session.number, count=len(done.persons))
    else:
        text = chat.explain(interaction, done)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


def add(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="appeals", description="Decide what participants contest")
    async def queue(interaction: discord.Interaction) -> None:
        found = await organiser_here(chat, interaction)
        if found is not None:
            embed, view, files = await _next_appeal(chat, interaction, found[0].id)
            await interaction.response.send_message(
                embed=embed, view=view, files=files, ephemeral=True, allowed_mentions=NOBODY
            )

    @commands.command(name="groups", description="Countersign people who say that they watched together")
    async def groups(interaction: discord.Interaction) -> None:
        found = await organiser_here(chat, interaction)
        if found is not None:
            embed, view = await _next_group(chat, interaction, found[0].id)
            await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


async def _next_appeal(
    chat: Chat, interaction: discord.Interaction, marathon_id: int, *, told: str = ""
) -> tuple[discord.Embed, discord.ui.View, list[discord.File]]:
    """The oldest that waits, with the file that went with it."""
    waiting = await appeals.queue(chat.store, marathon_id)
    if not waiting:
        text = chat.say(interaction, "review-empty")
        return discord.Embed(description=f"{told}\n{text}".strip(), colour=COLOUR), buttons(), []
    one: Heard = waiting[0]
    lines = [told, escape(one.appeal.text or "–"), escape(one.appeal.file or "")]
    title = f"{one.name or one.appeal.person_id} · {one.session.number}. {one.session.title}"
    embed = discord.Embed(
        title=shorten(escape(title), 256), description=shorten("\n".join(filter(None, lines)), 4000), colour=COLOUR
    )
    embed.set_footer(text=chat.say(interaction, "appeal-left", count=len(waiting)))
    number = str(one.appeal.id)
    view = buttons(
        ActionButton("appeal-uphold", number, label=chat.say(interaction, "appeal-uphold")),
        ActionButton("appeal-reject", number, label=chat.say(interaction, "appeal-reject")),
    )
    sent = await appeals.file_of(chat.store, marathon_id, one.appeal.id) if one.appeal.kept else None
    return embed, view, [] if sent is None else [discord.File(io.BytesIO(sent.content), filename=sent.name)]


async def _take_answer(
    chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str], *, uphold: bool
) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    done = await appeals.decide(
        chat.store,
        found[0].id,
        number=int(argument),
        uphold=uphold,
        reason=typed.get("reason", ""),
        actor=found[1],
        now=interaction.created_at,
    )
    told = chat.say(interaction, "appeal-answered") if isinstance(done, Answered) else chat.explain(interaction, done)
    embed, view, files = await _next_appeal(chat, interaction, found[0].id, told=told)
    await interaction.response.edit_message(embed=embed, view=view, attachments=files, allowed_mentions=NOBODY)


async def take_uphold(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    await _take_answer(chat, interaction, argument, typed, uphold=True)


async def take_reject(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    await _take_answer(chat, interaction, argument, typed, uphold=False)


async def _next_group(
    chat: Chat, interaction: discord.Interaction, marathon_id: int, *, told: str = ""
) -> tuple[discord.Embed, discord.ui.View]:
    waiting = await attendance_statements.waiting_groups(chat.store, marathon_id, now=interaction.created_at)
    if not waiting:
        text = chat.say(interaction, "review-empty")
        return discord.Embed(description=f"{told}\n{text}".strip(), colour=COLOUR), buttons()
    one: Waiting = waiting[0]
    names = "\n".join(escape(name or "–") for name in one.names)
    about = chat.say(interaction, "group-asked", number=one.session.number, name=escape(one.declared_by or "–"))
    embed = discord.Embed(description=shorten(f"{told}\n{about}\n{names}".strip(), 4000), colour=COLOUR)
    embed.set_footer(text=chat.say(interaction, "appeal-left", count=len(waiting)))
    first = str(one.evidence[0])
    return embed, buttons(
        ActionButton("group-sign", first, label=chat.say(interaction, "group-sign")),
        ActionButton("group-refuse", first, label=chat.say(interaction, "group-refuse")),
    )


async def _settle_group(chat: Chat, interaction: discord.Interaction, argument: str, *, sign: bool) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    now = interaction.created_at
    waiting = await attendance_statements.waiting_groups(chat.store, found[0].id, now=now)
    told = ""
    for one in waiting:
        if str(one.evidence[0]) != argument:
            continue
        done = await attendance_statements.settle_group(
            chat.store, found[0].id, declared=one.evidence, sign=sign, actor=found[1], now=now
        )
        told = chat.say(interaction, "group-settled") if isinstance(done, tuple) else chat.explain(interaction, done)
    embed, view = await _next_group(chat, interaction, found[0].id, told=told)
    await interaction.response.edit_message(embed=embed, view=view, allowed_mentions=NOBODY)


async def sign_group(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _settle_group(chat, interaction, argument, sign=True)


async def refuse_group(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _settle_group(chat, interaction, argument, sign=False)


HANDLERS: Mapping[str, Handler] = {
    "own-appeal": _asking(
        "own-appeal", ("session", False, True), ("text", True, True), ("upload", False, False), ("file", False, False)
    ),
    "own-group": _asking("own-group", ("session", False, True), ("people", True, True)),
    "own-recording": _asking("own-recording", ("session", False, True), ("proof", True, True)),
    "appeal-uphold": _asking("appeal-uphold", ("reason", True, True)),
    "appeal-reject": _asking("appeal-reject", ("reason", True, True)),
    "group-sign": sign_group,
    "group-refuse": refuse_group,
}
FORMS: Mapping[str, FormHandler] = {
    "own-appeal": take_appeal,
    "own-group": take_group,
    "own-recording": take_recording,
    "appeal-uphold": take_uphold,
    "appeal-reject": take_reject,
}
