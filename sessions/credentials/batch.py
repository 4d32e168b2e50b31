"""Many certificates at once: set and mended by several processes, handed back in order, memory flat.

Setting a page is one process's work on one core, so a batch has one process a core. Only a few chunks are under way
at a time, and each finished PDF leaves as soon as its turn comes: 2,500 certificates never stand in memory together.
"""

import hashlib
import multiprocessing
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sessions.credentials.pdf import CertificateWords, Typesetter
from sessions.credentials.text_layer import mend
from sessions.domain.certificates import CertificateContent
from sessions.domain.refusals import BrokenTemplate, MissingGlyphs

WORKERS = 2
_CHUNK = 8
_CHUNKS_A_PROCESS = 200
"""After this many chunks a process is replaced, should typst ever keep more than it lets go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    content: CertificateContent
    words: CertificateWords


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePdf:
    """``exact``: its text contains the holder's name letter for letter; where not, the list says so."""

    serial: str
    pdf: bytes
    sha256: str
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmade:
    """This one could not be set; the others go on."""

    serial: str
    refusal: MissingGlyphs | BrokenTemplate


def set_one(typesetter: Typesetter, job: Job) -> MadePdf | Unmade:
    """One certificate: set, its text layer compared with the name and mended where they differ."""
    pdf = typesetter.set(job.content, job.words)
    if not isinstance(pdf, bytes):
        return Unmade(serial=job.content.serial, refusal=pdf)
    layer = mend(pdf, job.content.name)
    digest = hashlib.sha256(layer.pdf).hexdigest()
    return MadePdf(serial=job.content.serial, pdf=layer.pdf, sha256=digest, exact=layer.exact)


def set_batch(
    jobs: Iterable[Job], *, folder: Path | None = None, workers: int = WORKERS
) -> Generator[MadePdf | Unmade, None, None]:
    """Every job's certificate, in the order of the jobs. ``folder``: the organiser's template, logo and fonts.

    Blocks while it waits: not to be called on an event loop. Closing the iterator ends the processes.
    """
    chunks = _chunks(jobs)
    first = next(chunks, None)
    if first is None:
        return
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        workers, mp_context=spawn, initializer=_open, initargs=(folder,), max_tasks_per_child=_CHUNKS_A_PROCESS
    ) as pool:
        pending: deque[Future[list[MadePdf | Unmade]]] = deque([pool.submit(_set_chunk, first)])
        try:
            for chunk in islice(chunks, workers * 2 - 1):
                pending.append(pool.submit(_set_chunk, chunk))
            while pending:
                made = pending.popleft().result()
                following = next(chunks, None)
                if following is not None:
                    pending.append(pool.submit(_set_chunk, following))
                yield from made
        finally:
            for future in pending:
                future.cancel()


def _chunks(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    remaining = iter(jobs)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


_own: list[Typesetter] = []
"""In a worker process: its typesetter."""


def _open(folder: Path | None) -> None:
    """One thread a process: the processes are as many as the cores, and threads that wait spin (read by rayon)."""
    os.environ["RAYON_NUM_THREADS"] = "1"
    _own.append(Typesetter(folder))


def _set_chunk(jobs: list[Job]) -> list[MadePdf | Unmade]:
    return [set_one(_own[0], job) for job in jobs]
