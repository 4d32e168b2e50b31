"""Progress of long work, on standard error: a bar at a terminal, nothing where nobody watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.commandline.failures import errors


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yields what to call with (done, total); the bar is gone when the work is."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as shown:
        task = shown.add_task(what, total=None)

        def step(done: int, total: int) -> None:
            shown.update(task, completed=done, total=total)

        yield step
