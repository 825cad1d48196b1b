"""Owns the question whether work grows with what is worked on, and not with its square.

One piece of work is compared with another on the same machine, in seconds of the processor that this thread had:
neither a slow machine nor one that has other things to do changes the answer.
"""

from __future__ import annotations

import gc
import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SOAK = os.environ.get("L10N_SOAK") == "1"
"""Whether there is time for everything at large sizes."""
_TIMES = 4
"""How much larger the larger work is."""
_DEARER = 6
"""How much longer it may take; by the square it were sixteen times."""
_LONG = 0.05
"""Seconds of the smaller work above which nothing larger need be tried."""
_TOLD = 0.1
"""Seconds of the larger work below which its length says little: clocks tick in hundredths."""
_TRIES = 5
_FURTHER = 64


def grows_evenly(work: Callable[[int], object], few: int, most: int = 0) -> bool:
    """Tell whether `work`, which takes a size, takes at most six times as long for four times as much.

    It is tried from `few` on until the smaller of two pieces takes 50 ms, or the larger is of `most`; the least of up
    to five measurements counts for each.
    """
    size, smaller = few, _taken(work, few)
    while True:
        larger = _taken(work, size * _TIMES)
        if larger > max(_TOLD, _DEARER * smaller) and not _by_the_least(work, size, smaller, larger):
            return False
        if smaller >= _LONG or size * _TIMES >= (most or few * _FURTHER):
            return True
        size, smaller = size * _TIMES, larger


def _by_the_least(work: Callable[[int], object], size: int, smaller: float, larger: float) -> bool:
    for _ in range(_TRIES - 1):
        if larger <= _DEARER * smaller:
            return True
        smaller, larger = min(smaller, _taken(work, size)), min(larger, _taken(work, size * _TIMES))
    return larger <= _DEARER * smaller


def _taken(work: Callable[[int], object], size: int) -> float:
    """Return the seconds that work of a size takes, without collecting garbage, which depends on all there is."""
    gc.disable()
    begun = time.thread_time()
    try:
        work(size)
        return time.thread_time() - begun
    finally:
        gc.enable()
