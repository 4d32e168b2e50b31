"""Messages and embeds ("Create message", "Embed limits")."""

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.messages import COMPONENTS_V2
from bot.rehearsal.discord_server.validation.components import check_components
from bot.rehearsal.discord_server.validation.form import Form, Path

MOST_CONTENT = 2000
MOST_EMBEDS = 10
MOST_EMBED_TEXT = 6000
MOST_FIELDS = 25
MOST_ATTACHMENTS = 10
MOST_NONCE = 25
MOST_FILE = 10 * 1024 * 1024

_TEXTS = (("title", 256), ("description", 4096))


def check_message(
    body: Body, *, uploads: int = 0, editing: bool = False, known_flags: int = 0, prefix: Path = ()
) -> None:
    """Refuses with 50035, or with 50006 when nothing is there to say."""
    form = Form()
    modern = bool((int(body.get("flags") or 0) | known_flags) & COMPONENTS_V2)
    form.text((*prefix, "content"), body.get("content"), most=MOST_CONTENT)
    embeds = form.items((*prefix, "embeds"), body.get("embeds"), most=MOST_EMBEDS)
    _check_embeds(form, (*prefix, "embeds"), embeds)
    form.items((*prefix, "attachments"), body.get("attachments"), most=MOST_ATTACHMENTS)
    nonce = body.get("nonce")
    if isinstance(nonce, str) and len(nonce) > MOST_NONCE:
        form.refuse((*prefix, "nonce"), "NONCE_TYPE_TOO_LONG", f"Must be {MOST_NONCE} or fewer in length.")
    _check_allowed_mentions(form, (*prefix, "allowed_mentions"), body.get("allowed_mentions"))
    components = form.items((*prefix, "components"), body.get("components"), most=40 if modern else 5)
    check_components(form, (*prefix, "components"), components, modern=modern)
    if modern:
        for field in ("content", "embeds", "poll", "sticker_ids"):
            if body.get(field):
                form.refuse(
                    (*prefix, field),
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2".replace(
                        "content", field
                    ),
                )
    form.raise_if_wrong()
    if not editing and not uploads and not any(body.get(part) for part in _SAYING):
        raise errors.empty_message()


_SAYING = ("content", "embeds", "components", "sticker_ids", "poll", "attachments")


def _check_allowed_mentions(form: Form, path: Path, allowed: Body | None) -> None:
    """At most 100 users and 100 roles; a kind is either parsed or listed, not both."""
    if not allowed:
        return
    for kind in ("users", "roles"):
        listed = form.items((*path, kind), allowed.get(kind), most=100)
        if listed and kind in (allowed.get("parse") or ()):
            form.refuse(
                path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", f"parse:[{kind}] and {kind}: [ids...] are exclusive"
            )
    for index, kind in enumerate(allowed.get("parse") or ()):
        form.choice((*path, "parse", index), kind, ["users", "roles", "everyone"])


def _check_embeds(form: Form, path: Path, embeds: object) -> None:
    total = 0
    for index, embed in enumerate(embeds if isinstance(embeds, list) else ()):
        place = (*path, index)
        total += _check_embed(form, place, embed)
    if total > MOST_EMBED_TEXT:
        form.refuse(path, "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {MOST_EMBED_TEXT}")


def _check_embed(form: Form, place: Path, embed: Body) -> int:
    """Gives the number of characters that count towards the 6,000 of a message."""
    total = 0
    for key, most in _TEXTS:
        form.text((*place, key), embed.get(key), most=most)
        total += len(embed.get(key) or "")
    for part, key, most in (("footer", "text", 2048), ("author", "name", 256)):
        inner = embed.get(part)
        if inner:
            form.text((*place, part, key), inner.get(key), most=most, required=True)
            total += len(inner.get(key) or "")
    for number, field in enumerate(form.items((*place, "fields"), embed.get("fields"), most=MOST_FIELDS)):
        for key, most in (("name", 256), ("value", 1024)):
            form.text((*place, "fields", number, key), field.get(key), most=most, required=True)
            total += len(field.get(key) or "")
    _check_urls(form, place, embed)
    return total


def _check_urls(form: Form, place: Path, embed: Body) -> None:
    links = [((*place, "url"), embed.get("url"))]
    links += [((*place, part, "url"), (embed.get(part) or {}).get("url")) for part in ("image", "thumbnail", "author")]
    for path, url in links:
        if url and not str(url).startswith(("http://", "https://", "attachment://")):
            form.refuse(path, "URL_TYPE_INVALID_SCHEME", f'Scheme "{str(url).split(":")[0]}" is not supported.')
