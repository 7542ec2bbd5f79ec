"""The clock: how long each part of an answer takes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Seconds spent in each part of an answer, by its name."""

    def __init__(self, timings: dict[str, float]) -> None:
        self.timings = timings

    @contextmanager
    def measure(self, part: str) -> Iterator[None]:
        """Add the seconds that the block takes to those of a part."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.timings[part] = self.timings.get(part, 0.0) + time.perf_counter() - begun
