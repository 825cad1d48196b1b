"""A short life of a project: nothing lost, buried, mis-carried or published unread, whoever works on it.

`python -m tests.lives 2000` lives long. A fault is told with the command that repeats it.
"""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from tests.lives.life import lived
from tests.lives.room import NEEDED

if TYPE_CHECKING:
    from pathlib import Path

STEPS = 30


def _seed() -> int:
    return int(os.environ.get("LIFE_SEED", "0")) or random.randrange(1, 10**6)  # noqa: S311  a play, no secret


@pytest.mark.skipif(not NEEDED, reason="git and gettext are not installed")
@pytest.mark.parametrize("seed", [7, 0], ids=["the same", "another"])
def test_a_life_of_a_project_has_no_fault(tmp_path: Path, seed: int) -> None:
    seed = seed or _seed()
    again = f"python -m tests.lives {STEPS} --length {STEPS} --seed {seed}"
    try:
        for life, wrong in lived(tmp_path, seed, STEPS):
            told = "\n".join([*wrong, *life.story[-5:]])
            assert not wrong, f"{again}\n{told}"
    except (OSError, ValueError) as err:
        pytest.fail(f"{again}\n{err!r}")
