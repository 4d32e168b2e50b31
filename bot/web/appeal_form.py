"""The form with which somebody contests a verdict on their own page: text, and a file if they have one."""

from dataclasses import dataclass

from aiohttp import BodyPartReader, web

from sessions.domain.appeal_files import MAXIMUM_BYTES, AppealFile, check_file
from sessions.domain.refusals import FileTooLarge, Refusal

LARGEST = MAXIMUM_BYTES + 64 * 1024
"""Bytes of the whole request: the file, and what is around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """``session``: its number as typed, 0 for none."""

    session: int = 0
    text: str = ""
    file: AppealFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """A form that cannot be handed on; what was typed is shown again, so that nothing is lost."""

    typed: Contested
    refusal: Refusal


@dataclass(slots=True)
class _Read:
    """What was read of a form so far; ``left``: bytes that may still come."""

    left: int
    session: str = ""
    text: str = ""
    file: bytes = b""
    name: str = ""

    @property
    def typed(self) -> Contested:
        number = self.session if self.session.isascii() and self.session.isdigit() else "0"
        return Contested(session=int(number[:4]), text=self.text.replace("\r\n", "\n"))

    async def take(self, part: BodyPartReader) -> bool:
        """Whether it was within the limit."""
        content = bytearray()
        while chunk := await part.read_chunk():
            self.left -= len(chunk)
            if self.left < 0:
                return False
            content += chunk
        if part.name == "file":
            self.file, self.name = bytes(content), part.filename or ""
        elif part.name == "text":
            self.text = content.decode("utf-8", "replace")
        elif part.name == "session":
            self.session = content.decode("utf-8", "replace")
        return True


async def read_form(request: web.Request) -> Contested | NotTaken:
    """The submitted form, read in memory and only so far: everywhere else a request may have 64 KiB. A form that no
    browser would send counts as empty."""
    read = _Read(left=LARGEST)
    size = request.content_length or 0
    if size > LARGEST:
        return NotTaken(typed=read.typed, refusal=_too_large(size))
    if request.content_type != "multipart/form-data":
        form = await request.post()
        read.text, read.session = str(form.get("text", "")), str(form.get("session", ""))
        return read.typed
    try:
        async for part in await request.clone(client_max_size=LARGEST).multipart():
            if isinstance(part, BodyPartReader) and not await read.take(part):
                return NotTaken(typed=read.typed, refusal=_too_large(LARGEST))
    except ValueError:
        return read.typed
    if not read.file:
        return read.typed
    file = check_file(read.name, read.file)
    if not isinstance(file, AppealFile):
        return NotTaken(typed=read.typed, refusal=file)
    return Contested(session=read.typed.session, text=read.typed.text, file=file)


def _too_large(size: int) -> FileTooLarge:
    megabyte = 1024 * 1024
    return FileTooLarge(megabytes=-(-size // megabyte), maximum=MAXIMUM_BYTES // megabyte)
