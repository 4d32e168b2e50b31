"""Each delivery to who can say it: e-mail to the mail server, everything else to Discord."""

from collections.abc import Callable
from datetime import datetime

from bot.logs import about
from bot.metrics import Metrics
from sessions.domain.deliveries import Delivery, Outcome, Sent
from sessions.domain.reminders import Means as Kind
from sessions.services.deliveries import Context, Sender


class Means:
    """Counts what comes of each; every line logged meanwhile names the delivery."""

    def __init__(self, chat: Sender, mail: Sender, *, metrics: Metrics, now: Callable[[], datetime]) -> None:
        self._chat = chat
        self.mail = mail
        self._metrics = metrics
        self._now = now

    async def send(self, delivery: Delivery, context: Context) -> Outcome:
        sender = self.mail if delivery.means is Kind.EMAIL else self._chat
        with about(f"delivery {delivery.key.marker}"):
            outcome = await sender.send(delivery, context)
        said = isinstance(outcome, Sent)
        late = max(0.0, (self._now() - delivery.due).total_seconds()) if said else None
        self._metrics.count_delivery(delivery.means.value, _name(outcome), late)
        return outcome


def _name(outcome: Outcome) -> str:
    if isinstance(outcome, Sent):
        return "repeated" if outcome.repeated else "said"
    return "failed" if outcome.permanent else "later"
