"""Which language each person is spoken to in: the one they stated, else that of their Discord client.

What people stated is read once and remembered, for in a storm of clicks nobody can wait for a look into the database.
"""

import asyncio

import discord

from bot.wording import name_language, own_lineage
from config import texts
from sessions.services import languages
from sessions.storage.store import Change, Store


class Languages:
    """``learn`` before the first sentence to somebody, then ``of`` as often as needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stated: dict[int, str] | None = None
        self._doubtful: set[int] = set()
        self._reading = asyncio.Lock()
        store.on_commit(self._hear)

    async def learn(self, discord_id: int) -> None:
        """Reads what is not known: everybody once, and those who may have stated something else since."""
        if self._stated is not None and discord_id not in self._doubtful:
            return
        async with self._reading:
            if self._stated is None:
                self._doubtful.clear()
                self._stated = dict(await languages.stated(self._store))
            if discord_id in self._doubtful:
                self._doubtful.discard(discord_id)
                stated = await languages.stated_by(self._store, discord_id)
                if self._stated is not None:
                    self._stated.pop(discord_id, None)
                    self._stated |= {} if stated is None else {discord_id: stated}

    async def learn_anew(self, discord_id: int) -> None:
        """This account has stated a language, or is somebody else's now, or nobody's."""
        self._doubtful.add(discord_id)
        await self.learn(discord_id)

    def of(self, interaction: discord.Interaction) -> str:
        """The language that was stated if there are texts in it, else that of the Discord client."""
        return choose((self._stated or {}).get(interaction.user.id), interaction.locale.value)

    def _hear(self, change: Change) -> None:
        """Other processes say only that they changed something."""
        if change is Change.FOREIGN:
            self._stated = None


def choose(stated: str | None, client: str) -> str:
    """``stated`` if it, or its parent, has texts."""
    if stated is not None and not set(texts.languages()).isdisjoint(own_lineage(stated)):
        return stated
    return client


def form_language(client: str) -> str:
    """What a form proposes: the language of the person's client if there are texts in it, else English."""
    return next((tag for tag in own_lineage(client) if tag in texts.languages()), texts.FALLBACK)


def picture_language(language: str) -> str:
    """The language of a picture's words: English for scripts that are shaped, or whose fonts may not be there."""
    return language if language.partition("-")[0] in ("es", "fr", "ru") else texts.FALLBACK


def language_options(chosen: str) -> list[discord.SelectOption]:
    """Every language with texts, each in its own words; a select holds 25."""
    return [
        discord.SelectOption(label=name_language(one), value=one, emoji="🌐", default=one == chosen)
        for one in texts.languages()[:25]
    ]
