"""The words of calendar feeds in a language."""

from bot.wording import Wording
from sessions.calendar.feed import FeedWords


def words(wording: Wording, language: str) -> FeedWords:
    """The feed's words in its language."""
    return FeedWords(
        cancelled=wording.text("feed-cancelled-prefix", language),
        speakers=wording.text("feed-speakers", language),
        join=wording.text("feed-join", language),
        join_label=wording.text("feed-join-label", language),
        alarm=wording.text("feed-alarm", language),
    )
