"""Saying, editing and removing messages: shared by the channel routes, interactions, webhooks and people."""

import mimetypes
from collections.abc import Mapping

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.calls import Upload
from bot.rehearsal.discord_server.channels import Channel
from bot.rehearsal.discord_server.components import fill
from bot.rehearsal.discord_server.intents import Intent
from bot.rehearsal.discord_server.messages import (
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    SUPPRESS_EMBEDS,
    SUPPRESS_NOTIFICATIONS,
    Mentions,
    Message,
    find_mentions,
)
from bot.rehearsal.discord_server.permissions import Permission
from bot.rehearsal.discord_server.received import Received
from bot.rehearsal.discord_server.users import Application, User
from bot.rehearsal.discord_server.world import StoredFile, World

_SETTABLE = SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2


def post(
    world: World,
    channel: Channel,
    author: User,
    body: Body,
    *,
    uploads: Mapping[int, Upload] | None = None,
    reader: User | None = None,
    application: Application | None = None,
    interaction: Body | None = None,
    webhook_id: int | None = None,
    message_id: int | None = None,
    thinking: bool = False,
) -> Message:
    """Puts a validated message into the channel and tells everybody whom it concerns.

    ``thinking`` is the empty place-holder of a deferred answer: nobody has received anything yet.
    """
    flags = int(body.get("flags") or 0) & _SETTABLE | (LOADING if thinking else 0)
    message = Message(
        id=message_id or world.snowflakes.make(),
        channel=channel,
        author=author,
        moment=world.now(),
        kind=0 if interaction is None or interaction["type"] != 2 else 20,
        content=body.get("content") or "",
        embeds=embed_bodies(body.get("embeds")),
        components=fill(body.get("components") or []),
        flags=flags if reader is None else flags | EPHEMERAL,
        nonce=body.get("nonce"),
        tts=bool(body.get("tts")),
        application_id=None if application is None else application.id,
        webhook_id=webhook_id,
        interaction=interaction,
        reader=reader,
    )
    message.attachments = _attach(world, channel, body, uploads or {}, ephemeral=reader is not None)
    _refer(world, message, body.get("message_reference"))
    message.mentions = _mentions(world, message, body.get("allowed_mentions"))
    place = channel.messages if reader is None else channel.ephemeral
    place[message.id] = message
    if reader is None:
        channel.last_message_id = message.id
    if not thinking:
        note_received(world, message)
    world.tell_about_message(message, "MESSAGE_CREATE")
    return message


def _refer(world: World, message: Message, reference: Body | None) -> None:
    if not reference:
        return
    target = message.channel.messages.get(int(reference["message_id"]))
    if target is None and reference.get("fail_if_not_exists", True):
        raise errors.invalid_form(
            {"message_reference": {"_errors": [{"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}]}}
        )
    message.kind = 19
    message.referenced = target
    message.reference = {"type": 0, "channel_id": str(message.channel.id), "message_id": str(reference["message_id"])}
    if message.channel.guild_id is not None:
        message.reference["guild_id"] = str(message.channel.guild_id)


def edit(world: World, message: Message, body: Body, *, uploads: Mapping[int, Upload] | None = None) -> None:
    """Changes what the body names; a deferred answer that is filled in is no edit but the answer itself."""
    thinking = bool(message.flags & LOADING)
    message.flags &= ~LOADING
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = embed_bodies(body["embeds"])
    if "components" in body:
        message.components = fill(body["components"] or [])
    if body.get("flags") is not None:
        kept = message.flags & ~(SUPPRESS_EMBEDS | COMPONENTS_V2)
        message.flags = kept | (int(body["flags"]) & (SUPPRESS_EMBEDS | COMPONENTS_V2)) | message.flags & COMPONENTS_V2
    if "attachments" in body or uploads:
        ephemeral = message.reader is not None
        kept_ids = {str(part["id"]) for part in body.get("attachments") or ()}
        kept_files = [part for part in message.attachments if part["id"] in kept_ids or "attachments" not in body]
        message.attachments = kept_files + _attach(world, message.channel, body, uploads or {}, ephemeral=ephemeral)
    message.mentions = _mentions(world, message, body.get("allowed_mentions"))
    if not thinking:
        message.edited = world.now()
    message.touch()
    note_received(world, message, edited=not thinking)
    world.tell_about_message(message, "MESSAGE_UPDATE")


def remove(world: World, message: Message) -> None:
    message.deleted = True
    channel = message.channel
    (channel.messages if message.reader is None else channel.ephemeral).pop(message.id, None)
    if message.reader is not None:
        return
    body: Body = {"id": str(message.id), "channel_id": str(channel.id)}
    tell_in_channel(world, channel, "MESSAGE_DELETE", body, direct=Intent.DIRECT_MESSAGES)


def tell_in_channel(world: World, channel: Channel, event: str, body: Body, *, direct: int) -> None:
    """A channel's event to the bots that see the channel; ``direct`` is the intent it needs in a direct channel."""
    guild = world.guild_of(channel)
    if guild is not None:
        world.tell(guild, event, body | {"guild_id": str(guild.id)}, channel=channel)
        return
    for application in world.applications.values():
        if application.user in channel.recipients:
            world.tell_directly(application, event, body, direct)


def note_received(world: World, message: Message, *, edited: bool = False) -> None:
    channel = message.channel
    person = message.reader
    if person is None and channel.guild_id is None:
        person = next(user for user in channel.recipients if not user.bot)
    world.note(
        Received(
            message_id=message.id,
            channel_id=channel.id,
            person_id=None if person is None else person.id,
            author_id=message.author.id,
            moment=world.now(),
            content=message.content,
            nonce=None if message.nonce is None else str(message.nonce),
            edited=edited,
            ephemeral=message.reader is not None,
            role_ids=message.mentions.role_ids,
            everyone=message.mentions.everyone,
        )
    )


def embed_bodies(embeds: list[Body] | None) -> list[Body]:
    """Embeds as Discord gives them back: typed, empty parts dropped, image addresses with their proxy."""
    return [_embed_body(embed) for embed in embeds or ()]


def _embed_body(embed: Body) -> Body:
    body = {key: value for key, value in embed.items() if value is not None and value != []}
    body["type"] = "rich"
    if "fields" in body:
        body["fields"] = [{"inline": False} | field for field in body["fields"]]
    for part in ("image", "thumbnail"):
        if part in body:
            url = body[part]["url"]
            body[part] = {"url": url, "proxy_url": url, "width": 0, "height": 0}
    for part in ("footer", "author"):
        if part in body:
            body[part] = {key: value for key, value in body[part].items() if value is not None}
    return body


def _mentions(world: World, message: Message, allowed: Body | None) -> Mentions:
    if "@" not in message.content and not message.components and message.referenced is None:
        return Mentions()
    may = world.permissions(message.author.id, message.channel)
    return find_mentions(
        message.content,
        message.components,
        allowed,
        guild=world.guild_of(message.channel),
        users=world.users,
        may_mention_all=bool(may & Permission.MENTION_EVERYONE) or message.channel.guild_id is None,
        replied=None if message.referenced is None else message.referenced.author,
    )


def _attach(
    world: World, channel: Channel, body: Body, uploads: Mapping[int, Upload], *, ephemeral: bool
) -> list[Body]:
    about = {str(part.get("id")): part for part in body.get("attachments") or ()}
    found = []
    for index, upload in uploads.items():
        part = about.get(str(index), {})
        attachment = store_file(world, channel, upload, ephemeral=ephemeral)
        if part.get("filename"):
            attachment["filename"] = part["filename"]
        if part.get("description"):
            attachment["description"] = part["description"]
        found.append(attachment)
    return found


def store_file(world: World, channel: Channel, upload: Upload, *, ephemeral: bool = False) -> Body:
    """Keeps the file under an address that the bot can read, and gives the attachment's body."""
    identifier = world.snowflakes.make()
    guessed = mimetypes.guess_type(upload.filename)[0]
    content_type = guessed or upload.content_type
    world.files[identifier] = StoredFile(filename=upload.filename, content_type=content_type, data=upload.data)
    url = f"{world.base_url}/attachments/{channel.id}/{identifier}/{identifier}"
    attachment: Body = {
        "id": str(identifier),
        "filename": upload.filename,
        "size": len(upload.data),
        "url": url,
        "proxy_url": url,
        "content_type": content_type,
    }
    if ephemeral:
        attachment["ephemeral"] = True
    return attachment
