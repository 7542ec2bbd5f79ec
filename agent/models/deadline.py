"""Deadlines: what comes from elsewhere is waited for no longer than its limits allow."""

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

Fetch = Callable[[], Generator[T, None, None]]
"""Begins to fetch; the generator is closed in the thread that it ran in."""

_LOOK = 0.2
"""Seconds between two looks at `stop`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most seconds until the first thing comes, between two of them, and for all."""

    first: float
    between: float
    whole: float


class Late(Exception):
    """What was waited for did not come in time; says how, as the end of a sentence."""


class _End:
    """Says that no more comes, and why."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error


def await_each(fetch: Fetch[T], limits: Limits, stop: threading.Event | None = None) -> Iterator[T]:
    """Yield what `fetch` yields in a thread of its own, until `stop` is set; raises Late, and what `fetch` raises.

    A thread that is given up ends by itself when something comes, and never keeps the process from ending.
    """
    queue: SimpleQueue[T | _End] = SimpleQueue()
    given_up = threading.Event()
    threading.Thread(target=_fill, args=(fetch, queue, given_up), name="fetching", daemon=True).start()
    begun = last = monotonic()
    came = False
    try:
        while not (stop and stop.is_set()):
            try:
                item = queue.get(timeout=_LOOK)
            except Empty:
                _check(limits, begun, last, came)
                continue
            if isinstance(item, _End):
                if item.error:
                    raise item.error
                return
            yield item
            last, came = monotonic(), True
            _check(limits, begun, last, came)
    finally:
        given_up.set()


def _check(limits: Limits, begun: float, last: float, came: bool) -> None:
    now = monotonic()
    if not came and now - begun > limits.first:
        raise Late(f"sent nothing for {limits.first:.0f} seconds")
    if came and now - last > limits.between:
        raise Late(f"stopped for {limits.between:.0f} seconds in the middle of its reply")
    if now - begun > limits.whole:
        raise Late(f"did not end its reply within {limits.whole:.0f} seconds")


def _fill(fetch: Fetch[T], queue: "SimpleQueue[T | _End]", given_up: threading.Event) -> None:
    try:
        with closing(fetch()) as items:
            for item in items:
                if given_up.is_set():
                    return
                queue.put(item)
    except Exception as error:  # noqa: BLE001  it is raised where the items are taken
        queue.put(_End(error))
    else:
        queue.put(_End(None))
