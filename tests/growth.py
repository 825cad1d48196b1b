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
TIMES, MOST = 4, 6
"""How much larger the larger work is, and how many times longer it may take; by the square it were sixteen times."""
_LONG = 0.05
"""Seconds of the smaller work above which nothing larger need be tried."""
_TOLD = 0.1
"""Seconds of the larger work below which its length says little: clocks tick in hundredths."""
NOTHING = 0.02
"""Seconds for the larger text that are too few to be compared."""
_TRIES = 5
_DOUBTS = 20
"""How often what seems to grow by the square is measured before that is believed."""
_FURTHER = 64


def run(pattern: str, between: str, size: int) -> str:
    """Return a text of so many characters that only repeats itself."""
    return (pattern + between) * (size // len(pattern + between) + 1)


def grows_evenly(work: Callable[[int], object], few: int, most: int = 0) -> bool:
    """Tell whether `work`, which takes a size, takes at most six times as long for four times as much.

    It is tried from `few` on until the smaller of two pieces takes 50 ms, or the larger is of `most`; the least of up
    to twenty measurements counts for each, as a machine that is shared may be slow for some seconds at a time. What
    grows by the square does so at the next size, too; what only left the cache of the processor does not.
    """
    size, smaller = few, _taken(work, few)
    while True:
        larger = _taken(work, size * TIMES)
        if larger > max(_TOLD, MOST * smaller) and not _by_the_least(work, size, smaller, larger):
            return _by_the_least(work, size * TIMES, larger, _taken(work, size * TIMES**2))
        if smaller >= _LONG or size * TIMES >= (most or few * _FURTHER):
            return True
        size, smaller = size * TIMES, larger


def growth(work: Callable[[int], object], size: int) -> float:
    """Return how many times longer work on a text takes than on a quarter; 1.0 where it is too short to tell.

    Where that is too many, the next size is asked, too, and the lesser of both counts: see `grows_evenly`.
    """
    if _taken(work, size) < NOTHING:
        return 1.0
    found = _ratio(work, size)
    return found if found <= MOST else min(found, _ratio(work, size * TIMES))


def _ratio(work: Callable[[int], object], size: int) -> float:
    larger = smaller = float("inf")
    for at in range(_DOUBTS):
        larger, smaller = min(larger, _taken(work, size)), min(smaller, _taken(work, size // TIMES))
        if at + 1 >= _TRIES and larger <= MOST * smaller:
            break
    return larger / smaller


def _by_the_least(work: Callable[[int], object], size: int, smaller: float, larger: float) -> bool:
    for _ in range(_DOUBTS - 1):
        if larger <= MOST * smaller:
            return True
        smaller, larger = min(smaller, _taken(work, size)), min(larger, _taken(work, size * TIMES))
    return larger <= MOST * smaller


def _taken(work: Callable[[int], object], size: int) -> float:
    """Return the seconds that work of a size takes, without collecting garbage, which depends on all there is."""
    gc.disable()
    try:
        begun = time.thread_time()
        work(size)
        return time.thread_time() - begun
    finally:
        gc.enable()
