"""/certificates for organisers; and "your certificate" behind the button of /me."""

import asyncio
import io
from collections.abc import Mapping
from urllib.parse import urlencode

import discord
from discord import app_commands

from bot.certificate_index import index_of
from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import acting, organiser_here
from bot.chat.page import COLOUR, at
from bot.chat.views.actions import ActionButton, FormHandler, Handler, buttons, form
from sessions.credentials.workshop import Workshop
from sessions.domain.actors import Actor, Role
from sessions.domain.certificates import Certificate
from sessions.domain.refusals import FileChanged, Refusal, UnknownCertificate
from sessions.services import approvals, certificate_changes, certificate_lookups, certificates, setup
from sessions.services.approvals import Preview
from sessions.services.certificate_changes import Replaced
from sessions.services.certificates import Issued
from sessions.storage.certificates import Kept

READERS = (Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
WRITERS = (Role.ORGANISER, Role.APPROVER)
BETWEEN_LOOKS = 2.0
"""Real seconds between two looks at the progress: Discord limits edits of a message."""
BAR = 20


def group(chat: Chat) -> app_commands.Group:
    commands = app_commands.Group(
        name="certificates",
        description="Certificates, for organisers",
        guild_only=True,
        default_permissions=discord.Permissions(manage_events=True),
    )

    @commands.command(name="issue", description="Give everybody on the approved list a certificate")
    @app_commands.describe(rule="Which rule; without it the first")
    async def issue(interaction: discord.Interaction, rule: str | None = None) -> None:
        await _ask_issue(chat, interaction, rule)

    @commands.command(name="list", description="Every certificate with its status, as a table")
    async def list_(interaction: discord.Interaction) -> None:
        await _list(chat, interaction)

    @commands.command(name="revoke", description="Revoke a certificate for good")
    @app_commands.describe(serial="As it stands on the certificate")
    async def revoke(interaction: discord.Interaction, serial: str) -> None:
        await _ask_change(chat, interaction, serial, "revoke")

    @commands.command(name="replace", description="Put a new certificate, with the name of today, in place of one")
    @app_commands.describe(serial="As it stands on the certificate")
    async def replace(interaction: discord.Interaction, serial: str) -> None:
        await _ask_change(chat, interaction, serial, "replace")

    return commands


async def _ask_issue(chat: Chat, interaction: discord.Interaction, rule: str | None) -> None:
    found = await organiser_here(chat, interaction, *WRITERS)
    if found is None:
        return
    if chat.workshop is None:
        await interaction.response.send_message(chat.say(interaction, "certificates-no-address"), ephemeral=True)
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    shown = await approvals.preview(chat.store, marathon_id=found[0].id, now=interaction.created_at, rule_key=rule)
    if not isinstance(shown, Preview):
        await interaction.followup.send(chat.explain(interaction, shown), ephemeral=True, allowed_mentions=NOBODY)
        return
    title = escape(shown.present.rule.title)
    text = chat.say(interaction, "certificates-preview", rule=title, people=len(shown.present.people))
    confirm = ActionButton(
        "certificates-issue",
        f"{found[0].id}:{shown.present.rule.key}",
        label=chat.say(interaction, "certificates-issue"),
        style=discord.ButtonStyle.success,
    )
    await interaction.followup.send(text, view=buttons(confirm), ephemeral=True, allowed_mentions=NOBODY)


async def _issue(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    marathon_id, _, rule = argument.partition(":")
    if chat.workshop is None:
        await interaction.response.send_message(chat.say(interaction, "certificates-no-address"), ephemeral=True)
        return
    actor = await _actor(chat, interaction, int(marathon_id))
    await interaction.response.edit_message(content=_bar(0, 0), view=None)
    done = [0, 0]

    def step(now: int, total: int) -> None:
        done[:] = [now, total]

    watching = asyncio.create_task(_watch(interaction, done), name="progress of certificates")
    try:
        issued = await certificates.issue(
            chat.store,
            marathon_id=int(marathon_id),
            workshop=chat.workshop,
            now=interaction.created_at,
            actor=actor,
            rule_key=rule,
            progress=step,
        )
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    if isinstance(issued, Issued):
        text = chat.say(
            interaction,
            "certificates-issued",
            new=len(issued.new),
            already=issued.already,
            inexact=", ".join(issued.inexact) or "none",
        )
    else:
        text = chat.explain(interaction, issued)
    await interaction.edit_original_response(content=shorten(text, 2000), allowed_mentions=NOBODY)


async def _watch(interaction: discord.Interaction, done: list[int]) -> None:
    shown = ""
    while True:
        await asyncio.sleep(BETWEEN_LOOKS)
        bar = _bar(*done)
        if bar != shown:
            shown = bar
            await interaction.edit_original_response(content=bar)


def _bar(done: int, total: int) -> str:
    full = BAR * done // total if total else 0
    return f"`{'█' * full}{'░' * (BAR - full)}` {done} / {total or '…'}"


async def _list(chat: Chat, interaction: discord.Interaction) -> None:
    found = await organiser_here(chat, interaction, *READERS)
    if found is None:
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    every = await certificate_lookups.every(chat.store, found[0].id)
    gone = await certificate_lookups.find_unsupported(chat.store, found[0].id, now=interaction.created_at)
    valid = sum(one.valid for one in every)
    lines = [chat.say(interaction, "certificates-count", valid=valid, others=len(every) - valid)]
    if gone:
        serials = ", ".join(one.serial for one in gone[:20])
        lines.append(chat.say(interaction, "certificates-unsupported", count=len(gone), serials=serials))
    file = discord.File(io.BytesIO(index_of(every).encode("utf-8-sig")), filename=f"{found[0].key}-certificates.csv")
    await interaction.followup.send("\n".join(lines), file=file, ephemeral=True, allowed_mentions=NOBODY)


async def _ask_change(chat: Chat, interaction: discord.Interaction, serial: str, what: str) -> None:
    """Shows whose certificate it is, with the button that asks for the reason."""
    found = await organiser_here(chat, interaction, *WRITERS)
    if found is None:
        return
    kept = await certificate_lookups.find(chat.store, serial)
    if kept is None or kept.marathon_id != found[0].id:
        refusal = UnknownCertificate(serial=shorten(serial, 60))
        await interaction.response.send_message(
            chat.explain(interaction, refusal), ephemeral=True, allowed_mentions=NOBODY
        )
        return
    content = kept.certificate.content
    embed = discord.Embed(title=kept.serial, description=escape(shorten(content.name, 500)), colour=COLOUR)
    embed.add_field(name=shorten(content.title, 256), value=at(content.issued))
    change = ActionButton(
        f"certificate-{what}",
        f"{found[0].id}:{kept.serial}",
        label=chat.say(interaction, f"certificate-{what}"),
        style=discord.ButtonStyle.danger,
    )
    await interaction.response.send_message(embed=embed, view=buttons(change), ephemeral=True, allowed_mentions=NOBODY)


def _ask_reason(what: str) -> Handler:
    async def ask(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
        modal = form(f"certificate-{what}", argument, title=chat.say(interaction, f"certificate-{what}"))
        reason = discord.ui.TextInput[discord.ui.LayoutView](custom_id="reason", min_length=3, max_length=300)
        modal.add_item(
            discord.ui.Label(text=chat.say(interaction, f"certificate-{what}-reason")[:45], component=reason)
        )
        await interaction.response.send_modal(modal)

    return ask


async def _revoke(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    marathon_id, _, serial = argument.partition(":")
    done = await certificate_changes.revoke(
        chat.store,
        marathon_id=int(marathon_id),
        serial=serial,
        reason=typed.get("reason", ""),
        now=interaction.created_at,
        actor=await _actor(chat, interaction, int(marathon_id)),
    )
    if isinstance(done, Certificate):
        text = chat.say(interaction, "certificate-revoked", serial=done.serial)
    else:
        text = chat.explain(interaction, done)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


async def _replace(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    marathon_id, _, serial = argument.partition(":")
    if chat.workshop is None:
        await interaction.response.send_message(chat.say(interaction, "certificates-no-address"), ephemeral=True)
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    done: Replaced | Refusal = await certificate_changes.replace(
        chat.store,
        marathon_id=int(marathon_id),
        serial=serial,
        reason=typed.get("reason", ""),
        workshop=chat.workshop,
        now=interaction.created_at,
        actor=await _actor(chat, interaction, int(marathon_id)),
    )
    if isinstance(done, Replaced):
        text = chat.say(interaction, "certificate-replaced", old=done.old, new=done.new)
    else:
        text = chat.explain(interaction, done)
    await interaction.followup.send(text, ephemeral=True, allowed_mentions=NOBODY)


async def _actor(chat: Chat, interaction: discord.Interaction, marathon_id: int) -> Actor:
    """Who presses; whether they may is for the service to say."""
    person_id, _ = await setup.roles_of(chat.store, marathon_id, interaction.user.id)
    return acting(interaction, person_id)


async def choices(chat: Chat, interaction: discord.Interaction, marathon_id: int) -> tuple[ActionButton, ...]:
    """The button of /me, for those who hold a certificate."""
    if chat.workshop is None:
        return ()
    if not await certificate_lookups.of_holder(chat.store, marathon_id, discord_id=interaction.user.id):
        return ()
    label = chat.say(interaction, "certificate-yours")
    return (ActionButton("certificate", str(marathon_id), label=label, style=discord.ButtonStyle.success),)


async def _hand_out(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """The holder's own certificates only: who presses is who gets theirs."""
    held = await certificate_lookups.of_holder(chat.store, int(argument), discord_id=interaction.user.id)
    if chat.workshop is None or not held:
        await interaction.response.send_message(chat.say(interaction, "certificate-none"), ephemeral=True)
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    for kept in held:
        files = await asyncio.to_thread(_read, chat.workshop, kept)
        if isinstance(files, FileChanged):
            await interaction.followup.send(chat.explain(interaction, files), ephemeral=True)
            continue
        content = kept.certificate.content
        text = chat.say(interaction, "certificate-text", url=content.verify_url, linkedin=linkedin_address(kept))
        await interaction.followup.send(text, files=files, ephemeral=True, allowed_mentions=NOBODY)


def _read(workshop: Workshop, kept: Kept) -> list[discord.File] | FileChanged:
    pdf = workshop.files.pdf(kept.serial, sha256=kept.pdf_sha256)
    token = workshop.files.credential(kept.serial, sha256=kept.credential_sha256)
    if isinstance(pdf, FileChanged):
        return pdf
    if isinstance(token, FileChanged):
        return token
    return [
        discord.File(io.BytesIO(pdf), filename=f"{kept.serial}.pdf"),
        discord.File(io.BytesIO(token.encode()), filename=f"{kept.serial}.jwt"),
    ]


def linkedin_address(kept: Kept) -> str:
    """Adds the certificate to the holder's own profile there, once they say so (LinkedIn, Add to profile)."""
    content = kept.certificate.content
    fields = {
        "startTask": "CERTIFICATION_NAME",
        "name": content.title,
        "organizationName": content.issuer,
        "issueYear": content.issued.year,
        "issueMonth": content.issued.month,
        "certUrl": content.verify_url,
        "certId": content.serial,
    }
    return f"https://www.linkedin.com/profile/add?{urlencode(fields)}"


HANDLERS: Mapping[str, Handler] = {
    "certificates-issue": _issue,
    "certificate-revoke": _ask_reason("revoke"),
    "certificate-replace": _ask_reason("replace"),
    "certificate": _hand_out,
}
FORMS: Mapping[str, FormHandler] = {"certificate-revoke": _revoke, "certificate-replace": _replace}
