"""A person's secret links: the address of their personal page, and the code that ties their Discord account to them.

Both are MACs of the server's key and the application's number, under keys of their own: an address of the calendar
opens no page, and a code opens nothing but the tie.
"""

import base64
import hmac
from dataclasses import dataclass

from sessions.calendar.token import make_token, read_participant, token_holds

_PAGE = b"marathon personal page, 1"
_CODE = b"marathon link code, 1"
_LETTERS = 10
"""Of base 32: 50 bits, and a wrong guess costs a slash command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalLinks:
    """``public_url``: how the outside reaches the web face. ``key``: the server's, at least 16 bytes."""

    public_url: str
    key: bytes

    def page(self, application: int, generation: int) -> str:
        return f"{self.public_url.rstrip('/')}/p/{make_token(self._page_key, application, generation)}"

    def application_of(self, token: str) -> int | None:
        """The application that a page's token claims to be of; nothing is proven yet."""
        return read_participant(token)

    def holds(self, token: str, generation: int | None) -> bool:
        return token_holds(token, self._page_key, generation)

    def code(self, application: int) -> str:
        """To be typed: the application's number and ten letters, such as 12-K7QPXW2MNA."""
        mac = hmac.digest(self.key, _CODE + str(application).encode(), "sha256")
        return f"{application}-{base64.b32encode(mac).decode()[:_LETTERS]}"

    def read_code(self, typed: str) -> int | None:
        """The application of a code that holds, however it was typed; None for any other text."""
        number, _, _ = typed.strip().partition("-")
        if not number.isascii() or not number.isdigit() or len(number) > 12:
            return None
        same = hmac.compare_digest(self.code(int(number)).encode(), typed.strip().upper().encode("utf-8", "replace"))
        return int(number) if same else None

    @property
    def _page_key(self) -> bytes:
        return hmac.digest(self.key, _PAGE, "sha256")
