"""Each delivery to who can say it: e-mail to the mail server, everything else to Discord."""

from sessions.domain.deliveries import Delivery, Outcome
from sessions.domain.reminders import Means as Kind
from sessions.services.deliveries import Context, Sender


class Means:
    def __init__(self, chat: Sender, mail: Sender) -> None:
        self._chat = chat
        self._mail = mail

    async def send(self, delivery: Delivery, context: Context) -> Outcome:
        sender = self._mail if delivery.means is Kind.EMAIL else self._chat
        return await sender.send(delivery, context)
