"""What every part of the chat face is handed by the app."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import discord

from bot.chat.answers import Answers
from bot.chat.languages import Languages
from bot.clock import Clock
from bot.refusals import explain
from bot.wording import Wording
from sessions.credentials.workshop import Workshop
from sessions.domain.refusals import Refusal
from sessions.services.attendance import CheckIns
from sessions.storage.calendars import Holder
from sessions.storage.store import Store


def _no_code(_typed: str) -> int | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """``feed_url``: marathon key to the public feed's address, or None where no public URL is set;
    ``personal_feed_url``: a participant's secret address, or None where there is no server key either."""

    store: Store
    clock: Clock
    wording: Wording
    check_ins: CheckIns
    feed_url: Callable[[str], str | None]
    personal_feed_url: Callable[[Holder], str | None]
    read_link_code: Callable[[str], int | None] = _no_code
    """The application that a personal code belongs to; None for any other text."""
    workshop: Workshop | None = None
    """None: certificates are not made here, for they would name no public address."""
    answers: Answers = field(default_factory=Answers)
    languages: Languages = field(init=False)
    """Who is spoken to in which language."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "languages", Languages(self.store))

    async def listen(self, interaction: discord.Interaction) -> None:
        """Before the first sentence to somebody: which language they read."""
        await self.languages.learn(interaction.user.id)

    def language(self, interaction: discord.Interaction) -> str:
        """The language that the person has stated, else that of their Discord client."""
        return self.languages.of(interaction)

    def say(self, interaction: discord.Interaction, key: str, **facts: object) -> str:
        """A sentence in the person's language."""
        return self.wording.text(key, self.language(interaction), **facts)

    def explain(self, interaction: discord.Interaction, refusal: Refusal) -> str:
        """A refusal as a sentence, its moments as Discord timestamps, what people typed escaped."""
        return explain(refusal, self.wording, self.language(interaction), show=_show, escape=escape)


def _show(moment: datetime) -> str:
    """A moment in the reader's own zone; a wall time as it stands."""
    return f"{moment:%Y-%m-%d %H:%M}" if moment.tzinfo is None else discord.utils.format_dt(moment, "F")


NOBODY = discord.AllowedMentions.none()
"""All user text that is echoed mentions nobody."""


def escape(text: str) -> str:
    """User text inside markdown: shown as typed."""
    return discord.utils.escape_markdown(text)


def shorten(text: str, limit: int) -> str:
    """Cut to Discord's limit, with an ellipsis where something was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
