"""What of the machine a model may use: threads, and layers on a GPU."""

import os
import re
from pathlib import Path

from index.errors import UsageError

ALL_LAYERS = 999
"""More layers than any model has: llama.cpp takes it as all of them."""


def count_threads() -> int:
    """Return the number of threads that serves llama.cpp best on this machine."""
    import psutil

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return choose_threads(psutil.cpu_count(logical=False), os.cpu_count() or 1, allowed, _read_quota())


def choose_threads(physical: int | None, logical: int, allowed: int, quota: float | None) -> int:
    """Return one thread a physical core, within the affinity mask and the control group's quota of cores.

    `allowed` counts logical cores; where a mask leaves fewer than there are, it is taken to leave
    both threads of a core or none.
    """
    physical = physical or logical
    threads = min(physical, allowed * physical // logical)
    if quota is not None:
        threads = min(threads, int(quota))
    return max(1, threads)


def choose_layers(setting: str, supported: bool) -> tuple[int, ...]:
    """Return the numbers of GPU layers to try in turn, ending in 0 (all on the CPU); raises UsageError."""
    wanted = setting.strip().lower()
    if wanted not in ("auto", "off") and not re.fullmatch(r"\d{1,4}", wanted):
        raise UsageError(f"“{setting}” is not a setting for the GPU.", "Use auto, off or a number of layers.")
    if wanted == "off" or not supported:
        return (0,)
    layers = ALL_LAYERS if wanted == "auto" else int(wanted)
    return (layers, 0) if layers else (0,)


def _read_quota() -> float | None:
    """Return the cores that the control group (version 2) grants, None where there is no limit."""
    try:
        limit, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
        return None if limit == "max" else int(limit) / int(period)
    except (OSError, ValueError):
        return None
