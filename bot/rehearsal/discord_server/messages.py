"""Messages, and what they mention (Discord's "Messages resource")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

import orjson

from bot.rehearsal.discord_server.bodies import Body, encode, wire_moment, wire_moment_or_none
from bot.rehearsal.discord_server.components import texts
from bot.rehearsal.discord_server.users import User

if TYPE_CHECKING:
    from bot.rehearsal.discord_server.channels import Channel
    from bot.rehearsal.discord_server.guilds import Guild

SUPPRESS_EMBEDS = 1 << 2
EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_NOTIFICATIONS = 1 << 12
COMPONENTS_V2 = 1 << 15

_USER_MENTION = re.compile(r"<@!?(\d{1,20})>")
_ROLE_MENTION = re.compile(r"<@&(\d{1,20})>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """Whom a message really notifies, after ``allowed_mentions`` and permissions."""

    users: tuple[User, ...] = ()
    role_ids: tuple[int, ...] = ()
    everyone: bool = False


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Message:
    """``reader`` is the one person who sees an ephemeral message; None for all others."""

    id: int
    channel: "Channel"
    author: User
    moment: datetime
    content: str = ""
    kind: int = 0
    embeds: list[Body] = field(default_factory=list)
    components: list[Body] = field(default_factory=list)
    attachments: list[Body] = field(default_factory=list)
    mentions: Mentions = field(default_factory=Mentions)
    flags: int = 0
    nonce: str | int | None = None
    tts: bool = False
    pinned: bool = False
    edited: datetime | None = None
    application_id: int | None = None
    webhook_id: int | None = None
    interaction: Body | None = None
    reference: Body | None = None
    referenced: "Message | None" = None
    reader: User | None = None
    thread: "Channel | None" = None
    reactions: dict[str, list[int]] = field(default_factory=dict)
    deleted: bool = False
    _fragment: orjson.Fragment | None = None

    def __repr__(self) -> str:
        return f"<Message {self.id} {self.content[:60]!r}>"

    @property
    def is_ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    def body(self, *, me: int | None = None) -> Body:
        """As REST gives it; ``me`` is who asks, for the reactions of their own."""
        body = self._plain_body()
        if self.application_id is not None:
            body["application_id"] = str(self.application_id)
        if self.webhook_id is not None:
            body["webhook_id"] = str(self.webhook_id)
        if self.interaction is not None:
            body["interaction_metadata"] = self.interaction
        if self.nonce is not None:
            body["nonce"] = self.nonce
        if self.reference is not None:
            body["message_reference"] = self.reference
            if self.referenced is None or self.referenced.deleted:
                body["referenced_message"] = None
            else:
                body["referenced_message"] = self.referenced.plain_body()
        if self.reactions:
            body["reactions"] = list(self._reaction_bodies(me))
        if self.thread is not None:
            body["thread"] = self.thread.body()
        return body

    def plain_body(self) -> Body:
        return self._plain_body()

    def _plain_body(self) -> Body:
        return {
            "id": str(self.id),
            "type": self.kind,
            "channel_id": str(self.channel.id),
            "author": self.author.body(),
            "content": self.content,
            "mentions": [user.body() for user in self.mentions.users],
            "mention_roles": [str(role_id) for role_id in self.mentions.role_ids],
            "mention_everyone": self.mentions.everyone,
            "attachments": self.attachments,
            "embeds": self.embeds,
            "components": self.components,
            "timestamp": wire_moment(self.moment),
            "edited_timestamp": wire_moment_or_none(self.edited),
            "flags": self.flags,
            "pinned": self.pinned,
            "tts": self.tts,
        }

    def _reaction_bodies(self, me: int | None) -> Iterator[Body]:
        for emoji, user_ids in self.reactions.items():
            yield {
                "emoji": {"id": None, "name": emoji},
                "count": len(user_ids),
                "count_details": {"burst": 0, "normal": len(user_ids)},
                "burst_colors": [],
                "me_burst": False,
                "burst_me": False,
                "me": me in user_ids,
                "burst_count": 0,
            }

    def fragment(self) -> orjson.Fragment:
        """The body, encoded once until the message changes: 3,000 people click on the same message."""
        if self._fragment is None:
            self._fragment = orjson.Fragment(encode(self.body()))
        return self._fragment

    def touch(self) -> None:
        """Forgets the encoded body; to be called after every change."""
        self._fragment = None


def find_mentions(
    content: str,
    components: list[Body],
    allowed: Body | None,
    *,
    guild: "Guild | None",
    users: dict[int, User],
    may_mention_all: bool,
    replied: User | None = None,
) -> Mentions:
    """Discord's "Allowed mentions": without the object everything found in the text counts.

    A role is notified only when it is mentionable or the author may mention everyone.
    """
    text = "\n".join((content, *texts(components)))
    parse = ["users", "roles", "everyone"] if allowed is None else list(allowed.get("parse") or ())
    allowed_users = {int(user) for user in (allowed or {}).get("users") or ()}
    allowed_roles = {int(role) for role in (allowed or {}).get("roles") or ()}
    found_users: dict[int, User] = {}
    for match in _USER_MENTION.finditer(text):
        user = users.get(int(match[1]))
        if user is not None and ("users" in parse or user.id in allowed_users):
            found_users[user.id] = user
    if replied is not None and (allowed is None or allowed.get("replied_user", False)):
        found_users[replied.id] = replied
    found_roles: dict[int, None] = {}
    if guild is not None:
        for match in _ROLE_MENTION.finditer(text):
            role = guild.roles.get(int(match[1]))
            wanted = role is not None and ("roles" in parse or role.id in allowed_roles)
            if role is not None and wanted and (role.mentionable or may_mention_all):
                found_roles[role.id] = None
    everyone = "everyone" in parse and may_mention_all and ("@everyone" in text or "@here" in text)
    return Mentions(users=tuple(found_users.values()), role_ids=tuple(found_roles), everyone=everyone)
