"""E-mail as a means of delivery: the same ledger and the same retry rules as everything else that is said.

SMTP replies decide (RFC 5321 section 4.2.1): 4yz may pass and is tried again, 5yz is for good. The Message-ID is made
of the delivery's key, so that a repeat after a crash is recognised as the same letter (RFC 5322 section 3.6.4).
"""

import asyncio
import logging
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formataddr
from typing import Literal

import aiosmtplib

from bot.letters import Letter, write_letter
from bot.personal_links import PersonalLinks
from bot.wording import Wording
from sessions.domain.deliveries import Delivery, NotSent, Outcome, Sent
from sessions.services import own_applications
from sessions.services.deliveries import Context
from sessions.storage.store import Store

AT_ONCE = 4
"""Connections to the mail server; more makes many servers refuse."""
TIMEOUT = 20.0
NO_SERVER = "no-mail-server"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """``sender`` is the address in From. ``security`` as in the settings."""

    host: str
    port: int
    sender: str
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password: str | None = field(default=None, repr=False)


class MailSender:
    """``server`` None: there is none, and letters are left for `marathon applications mail-merge`."""

    def __init__(self, server: MailServer | None, store: Store, wording: Wording, links: PersonalLinks | None) -> None:
        self._server = server
        self._store = store
        self._wording = wording
        self._links = links
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def send(self, delivery: Delivery, _context: Context) -> Outcome:
        number = delivery.payload.get("application")
        mine = await own_applications.of_number(self._store, number=number) if isinstance(number, int) else None
        letter = None if mine is None else write_letter(delivery, mine, self._wording, self._links)
        if letter is None:
            return NotSent(delivery_id=delivery.id, reason="nothing-to-say", permanent=True)
        if self._server is None:
            return NotSent(delivery_id=delivery.id, reason=NO_SERVER, permanent=True)
        async with self._slots:
            return await self._hand_over(self._server, letter, delivery)

    async def _hand_over(self, server: MailServer, letter: Letter, delivery: Delivery) -> Outcome:
        try:
            await aiosmtplib.send(
                compose(letter, server.sender, delivery.key.nonce),
                hostname=server.host,
                port=server.port,
                username=server.user,
                password=server.password,
                use_tls=server.security == "tls",
                start_tls=server.security == "starttls",
                timeout=TIMEOUT,
            )
        except aiosmtplib.SMTPRecipientsRefused as error:
            return _refused(delivery, max(one.code for one in error.recipients))
        except aiosmtplib.SMTPResponseException as error:
            return _refused(delivery, error.code)
        except (aiosmtplib.SMTPException, OSError) as error:
            logger.warning("letter %s: %s", delivery.key.marker, type(error).__name__)
            return NotSent(delivery_id=delivery.id, reason="no-connection", permanent=False)
        return Sent(delivery_id=delivery.id, channel_id=None, message_id=None)


def compose(letter: Letter, sender: str, identity: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = formataddr((letter.name, letter.to))
    message["Subject"] = letter.subject
    message["Message-ID"] = f"<{identity}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834 section 5: no machine shall answer
    message.set_content(letter.text)
    return message


def _refused(delivery: Delivery, code: int) -> NotSent:
    return NotSent(delivery_id=delivery.id, reason=f"mail:{code}", permanent=code >= 500)
