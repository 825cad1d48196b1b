"""Owns the question whether work grows with what is worked on, and not with its square.

One piece of work is compared with another on the same machine, in seconds of the processor that this thread had:
neither a slow machine nor one that has other things to do changes the answer.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATTERNS = (
    *("*", "_", "`", "[", "![", "(", "<", "&", "{", "{{", "{%", "%(", '"', "“", "«", "'", "<![CDATA[", "<!--"),
    *("$", "\\", "|", "~", "#", ">", "1.", "1,", "1:", "가", "ㅏ", " ", "\t", "\n"),
)
"""What a text may be a run of: marks of the formats, figures, syllables, white space."""
BETWEEN = ("", "a", " word ")
"""What may stand between two of them."""
QUARTER, MOST = 4, 6
"""How much larger the larger text is, and how many times longer it may take at most."""
NOTHING, _BEST = 0.02, 5
"""Seconds for the larger text that are too few to be compared, and how often the others are measured."""
_TIMES = 8
"""How much larger the larger work is."""
_SLACK = 3
"""How much dearer each part of it may be; by the square it were eight times."""


def grows_evenly(work: Callable[[int], object], few: int) -> bool:
    """Tell whether `work`, which takes a size, takes at most so much longer as it has more to do."""
    work(few)
    return _least(work, few * _TIMES) <= _SLACK * _TIMES * _least(work, few)


def run(pattern: str, between: str, size: int) -> str:
    """Return a text of so many characters that only repeats itself."""
    return (pattern + between) * (size // len(pattern + between) + 1)


def growth(work: Callable[[int], object], size: int) -> float:
    """Return how many times longer work on a text takes than on a quarter; 1.0 where it is too short to tell."""
    if _least(work, size, 1) < NOTHING:
        return 1.0
    return _least(work, size, _BEST) / _least(work, size // QUARTER, _BEST)


def _least(work: Callable[[int], object], size: int, times: int = 3) -> float:
    """Return the least of some measurements, in seconds; what is thrown away is collected between them."""
    taken = []
    for _ in range(times):
        gc.collect()
        gc.disable()
        try:
            begun = time.thread_time()
            work(size)
            taken.append(time.thread_time() - begun)
        finally:
            gc.enable()
    return min(taken)
