"""What people really saw, so that "lost" and "said twice" are counted from the server's side."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One message, or one edit of it, as it appeared.

    ``person_id`` is the one reader of a direct or ephemeral message; None when the channel itself is the audience.
    ``author_id`` tells the bot's words from those of people. ``role_ids`` and ``everyone`` are whom it notified.
    """

    message_id: int
    channel_id: int
    person_id: int | None
    author_id: int
    moment: datetime
    content: str
    nonce: str | None
    edited: bool
    ephemeral: bool
    role_ids: tuple[int, ...] = ()
    everyone: bool = False

    @property
    def audience(self) -> int:
        """The person for direct and ephemeral messages, else the channel."""
        return self.channel_id if self.person_id is None else self.person_id
