"""A page: what every message of ours is made of, and the facts that its writers have before them.

Messages to many are written in the marathon's own language, those to one person in theirs, with Discord timestamps
that every reader sees in their own zone. Every message carries its marker in the footer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.chat.context import escape, shorten
from bot.wording import Wording
from sessions.domain.deliveries import Delivery
from sessions.domain.programme import Session
from sessions.domain.reminders import AudienceKind, Means
from sessions.services.deliveries import Context

COLOUR = discord.Colour(0x1B6FA8)
QUIET = discord.Colour(0x8A9199)
ALARM = discord.Colour(0xC0562F)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """``channel``: the binding's purpose. ``roles``, ``people``: ids that may be mentioned."""

    channel: str
    content: str | None
    embed: discord.Embed
    roles: tuple[int, ...] = ()
    people: tuple[int, ...] = ()
    view: discord.ui.View | None = None


def at(moment: datetime, style: str = "F") -> str:
    """A Discord timestamp: shown in the reader's own zone and language (Discord reference, Message Formatting)."""
    return f"<t:{int(moment.timestamp())}:{style}>"


@dataclass(frozen=True, slots=True)
class Page:
    """A delivery about to be written."""

    delivery: Delivery
    context: Context
    wording: Wording
    feed_url: Callable[[str], str | None]

    @property
    def in_person(self) -> bool:
        """Whether one person reads it, and nobody else."""
        return self.delivery.means is Means.DM

    def say(self, key: str, **facts: object) -> str:
        stated = self.delivery.payload.get("language") if self.in_person else None
        return self.wording.text(key, str(stated or self.context.marathon.programme.language), **facts)

    @property
    def session(self) -> Session | None:
        return self.context.session_of(self.delivery)

    def audience(self) -> tuple[int, ...]:
        """The role to mention; none to one person."""
        audience = self.delivery.key.audience
        if self.in_person:
            return ()
        if audience == AudienceKind.ORGANISERS:
            purpose = "role:organiser"
        elif audience.startswith(AudienceKind.COHORT):
            purpose = f"role:{audience}"
        else:
            purpose = "role:participant"
        role = self.context.bindings.get(purpose)
        return () if role is None else (role,)

    def embed(self, title: str, text: str, colour: discord.Colour = COLOUR) -> discord.Embed:
        embed = discord.Embed(title=shorten(title, 256), description=shorten(text, 4000), colour=colour)
        footer = f"{self.context.marathon.programme.title} · {self.delivery.key.marker}"
        return embed.set_footer(text=shorten(footer, 2048))

    def session_embed(self, session: Session, title: str, colour: discord.Colour = COLOUR) -> discord.Embed:
        lines = [f"**{escape(session.title)}**", f"{at(session.start)} ({at(session.start, 'R')})"]
        lines.append(self.say("session-length", minutes=int(session.duration.total_seconds() // 60)))
        if session.speakers:
            lines.append(self.say("session-speakers", speakers=escape(", ".join(session.speakers))))
        if session.venue.name:
            lines.append(self.say("session-venue", venue=escape(session.venue.name)))
        if session.venue.join_url:
            lines.append(self.say("session-join", url=session.venue.join_url))
        late = self._late()
        if late:
            lines.append(late)
        return self.embed(title, "\n".join(lines), colour)

    def _late(self) -> str | None:
        claimed = self.delivery.claimed
        label_after = self.context.marathon.programme.late.label_after
        if claimed is None or claimed - self.delivery.due <= label_after:
            return None
        return self.say("reminder-late", due=at(self.delivery.due, "t"))


def mention(roles: tuple[int, ...]) -> str | None:
    return " ".join(f"<@&{role}>" for role in roles) or None
