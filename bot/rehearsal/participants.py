"""What simulated people do in Discord, and what they were told: kept so that the record can be held against it."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from bot.rehearsal.discord_server import (
    CannotDoError,
    ChannelType,
    Guild,
    InvisibleError,
    LocalDiscord,
    Message,
    Person,
    Reply,
    ReplyKind,
    controls,
)
from bot.rehearsal.people import Answer, Character

PATIENCE = 3.0
"""Discord's own: seconds after which a person sees "interaction failed"."""


@dataclass(slots=True)
class Told:
    """What people did and saw, counted from their side."""

    clicked: int = 0
    answered: int = 0
    saved: set[tuple[int, int]] = field(default_factory=set)
    """(Discord id, session id) of each check-in that somebody was told is saved."""
    applied: set[int] = field(default_factory=set)
    slowest: float = 0.0


class Participant:
    """One simulated person with their client."""

    def __init__(self, discord: LocalDiscord, guild: Guild, character: Character, told: Told) -> None:
        self.character = character
        self._guild = guild
        self._told = told
        self._looks = 0
        self.person: Person = discord.add_person(name=character.name, locale=character.locale)

    async def apply(self) -> None:
        """Joins, chooses the country while typing, fills in the form, looks it over, sends it."""
        await self.person.join(self._guild)
        place = self._guild
        choices = await self.person.autocomplete(place, "apply", "country", self.character.country)
        country = choices[0].value if choices else self.character.country
        reply = await insist(lambda: self.person.slash(place, "apply", country=country))
        modal = reply.modal
        if modal is None:
            return
        filled = {
            "name": self.character.name,
            "email": self.character.email,
            "organisation": self.character.organisation,
            "kind": self.character.kind.value,
            "function": self.character.function.value,
        }
        review = await insist(lambda: self.person.submit(modal, filled))
        send = find(review.message, "do:1:apply-send:")
        message = review.message
        if send is None or message is None:
            return
        done = await insist(lambda: self.person.click(message, send))
        if done.kind is ReplyKind.MESSAGE:
            self._told.applied.add(self.person.id)

    async def answer_offer(self, answer: Answer, looks: int) -> None:
        """Looks at the direct messages: takes or declines the place that was offered last, once enough time passed."""
        button = f"do:1:offer-{answer.value}:"
        message = next((one for one in reversed(self.person.direct_messages) if find(one, "do:1:offer-accept:")), None)
        if message is None or answer is Answer.FORGET:
            return
        self._looks += 1
        wanted = find(message, button)
        if wanted is not None and self._looks > looks:
            await if_possible(partial(self._take, message, wanted))

    async def _take(self, message: Message, button: str) -> None:
        await insist(lambda: self.person.click(message, button))

    async def check_in(self, session_id: int) -> None:
        """Presses the button under the session's newest post, if one can be seen and is not closed; once more when
        Discord says that it failed."""
        if self.person.id not in self._guild.members:
            return
        wanted = f"checkin:1:{session_id}"
        message = next((one for one in self._posts() if find(one, wanted) == wanted), None)
        if message is None or is_disabled(message, wanted):
            return
        self._told.clicked += 1
        reply = await insist(lambda: self.person.click(message, wanted))
        self._note(reply, session_id)

    def _posts(self) -> Iterator[Message]:
        """Messages that this person can see, newest first in each channel."""
        for channel in self._guild.channels.values():
            if channel.kind is ChannelType.TEXT:
                yield from reversed(self.person.visible_messages(channel))

    def _note(self, reply: Reply, session_id: int) -> None:
        self._told.slowest = max(self._told.slowest, reply.elapsed if reply.elapsed != float("inf") else PATIENCE)
        if reply.failed:
            return
        self._told.answered += 1
        if reply.text.startswith("✅"):  # in whatever language
            self._told.saved.add((self.person.id, session_id))

    async def look(self) -> None:
        """Asks where they stand."""
        if self.person.id not in self._guild.members:
            return
        await self.person.slash(self._guild, "me")


async def if_possible(act: Callable[[], Awaitable[None]]) -> None:
    """Acts, unless the person has left or what they would press is gone: then they shrug."""
    with suppress(InvisibleError, CannotDoError):
        await act()


async def insist(act: Callable[[], Awaitable[Reply]]) -> Reply:
    """What people do when Discord shows "interaction failed": the same again, up to three times in all."""
    reply = await act()
    for _ in range(2):
        if not reply.failed:
            break
        reply = await act()
    return reply


def find(message: Message | None, prefix: str) -> str | None:
    """The custom id of the first button or select that begins so."""
    if message is None:
        return None
    ids = (str(control.get("custom_id", "")) for control in controls(message))
    return next((custom_id for custom_id in ids if custom_id.startswith(prefix)), None)


def is_disabled(message: Message, custom_id: str) -> bool:
    return any(control.get("custom_id") == custom_id and control.get("disabled") for control in controls(message))
