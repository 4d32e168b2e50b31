"""2,500 certificates set and mended: `python -m tests.benchmarks.certificates [NUMBER]`.

Names are of every script that the fonts here show, one in three of them Latin; codes, serials and names differ from
certificate to certificate. Memory is the largest sum of this process's and its children's resident memory after the
first tenth, held against the largest over the whole run.
"""

import sys
import threading
import time
from collections.abc import Iterator

import psutil

from sessions.credentials.batch import Job, MadePdf, set_batch
from sessions.credentials.scripts import SCRIPTS
from sessions.domain.serials import mint_serial
from tests.benchmarks.figures import Figure, at_most
from tests.sessions.credentials.builders import a_content, some_words

NUMBER = 2_500
SECONDS = 60.0
GROWTH = 1.5


def jobs(number: int) -> Iterator[Job]:
    for index in range(number):
        serial = mint_serial(index.to_bytes(10))
        script = SCRIPTS[index % len(SCRIPTS)]
        name = f"Ngozi Okafor {index}" if index % 3 == 0 else f"{script.sample} {script.sample}"
        content = a_content(serial=serial, name=name, verify_url=f"https://marathon.example.org/verify/{serial}")
        yield Job(content=content, words=some_words(content))


class Watch(threading.Thread):
    """Looks at the resident memory of this process and its children twice a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.ended = threading.Event()
        self.samples: list[tuple[float, int]] = []

    def run(self) -> None:
        own = psutil.Process()
        while not self.ended.wait(0.5):
            resident = 0
            for process in (own, *own.children(recursive=True)):
                try:
                    resident += process.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            self.samples.append((time.perf_counter(), resident))


def measure(number: int = NUMBER) -> list[Figure]:
    watch = Watch()
    watch.start()
    began = time.perf_counter()
    size = exact = made = 0
    first_tenth = began
    for one in set_batch(jobs(number)):
        if isinstance(one, MadePdf):
            made += 1
            size += len(one.pdf)
            exact += one.exact
        if made == number // 10:
            first_tenth = time.perf_counter()
    seconds = time.perf_counter() - began
    watch.ended.set()
    watch.join()
    early = max((resident for at, resident in watch.samples if at <= first_tenth), default=1)
    late = max((resident for at, resident in watch.samples if at > first_tenth), default=early)
    print(f"{made} made, {number - made} refused, {made - exact} not exact, {size / max(made, 1) / 1000:.0f} kB each")
    return [
        at_most(f"{number} certificates", seconds, "s", limit=SECONDS * number / NUMBER),
        at_most("memory after the first tenth beside before", late / early, "times", limit=GROWTH),
        at_most("memory, largest", late / 2**20, "MiB", limit=1_500),
    ]


if __name__ == "__main__":
    for figure in measure(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER):
        print(figure.as_line())
