"""Owns the question whether work grows with what is worked on, and not with its square.

One piece of work is compared with another on the same machine, in seconds of the processor that this thread had:
neither a slow machine nor one that has other things to do changes the answer.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMES = 8
"""How much larger the larger work is."""
_SLACK = 3
"""How much dearer each part of it may be; by the square it were eight times."""


def grows_evenly(work: Callable[[int], object], few: int) -> bool:
    """Tell whether `work`, which takes a size, takes at most so much longer as it has more to do."""
    work(few)
    return _least(work, few * _TIMES) <= _SLACK * _TIMES * _least(work, few)


def _least(work: Callable[[int], object], size: int) -> float:
    """Return the least of three measurements, in seconds."""
    taken = []
    for _ in range(3):
        begun = time.thread_time()
        work(size)
        taken.append(time.thread_time() - begun)
    return min(taken)
