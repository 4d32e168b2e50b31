"""The bytes that were handed out: ``SERIAL.pdf`` and ``SERIAL.jwt`` in one folder, held against their SHA-256."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from sessions.domain.refusals import FileChanged


@dataclass(frozen=True, slots=True)
class CertificateFiles:
    """Blocks while it reads and writes: not to be called on an event loop."""

    folder: Path

    def keep(self, serial: str, *, pdf: bytes, credential: str) -> None:
        """Both files, whole and on the disk, or an OSError and neither."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        paths = []
        try:
            for ending, content in (("pdf", pdf), ("jwt", credential.encode())):
                paths.append(self._path(serial, ending))
                _write(paths[-1], content)
        except OSError:
            self.drop(serial)
            raise

    def drop(self, serial: str) -> bool:
        """What was written for a certificate that is not to be, or whose holder was erased; whether there was any."""
        paths = [self._path(serial, ending) for ending in ("pdf", "jwt")]
        there = any(path.exists() for path in paths)
        for path in paths:
            path.unlink(missing_ok=True)
        return there

    def pdf(self, serial: str, *, sha256: str) -> bytes | FileChanged:
        return self._read(serial, "pdf", sha256)

    def credential(self, serial: str, *, sha256: str) -> str | FileChanged:
        content = self._read(serial, "jwt", sha256)
        return content if isinstance(content, FileChanged) else content.decode()

    def is_whole(self, path: Path, *, sha256: str) -> bool:
        """Whether any file is, byte for byte, the one that was issued."""
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256

    def _read(self, serial: str, ending: str, sha256: str) -> bytes | FileChanged:
        path = self._path(serial, ending)
        try:
            content = path.read_bytes()
        except OSError:
            return FileChanged(serial=serial, file=path.name)
        if hashlib.sha256(content).hexdigest() != sha256:
            return FileChanged(serial=serial, file=path.name)
        return content

    def _path(self, serial: str, ending: str) -> Path:
        return self.folder / f"{serial}.{ending}"


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
