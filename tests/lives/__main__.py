"""The long run by hand: `python -m tests.lives 2000 [--seed N]` lives so many steps, in lives of three hundred each.

Each fault is printed with the seed and the step that show it, and the end of its story; the life goes on. It ends with
1 where there were any, and keeps their folders.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.lives.life import lived


def main(steps: int, seed: int, length: int, told: int) -> int:
    """Live; return how many steps had a fault."""
    bad = done = 0
    counts: Counter[str] = Counter()
    while done < steps:
        top, faults = Path(tempfile.mkdtemp(prefix="life-")), 0
        for life, wrong in lived(top, seed, min(length, steps - done)):
            if not wrong:
                counts += life.counts
                done += life.step
                continue
            faults += 1
            sys.stdout.write(f"seed {seed} step {life.step} ({top}):\n")
            sys.stdout.writelines(f"  {line}\n" for line in wrong[:3])
            sys.stdout.writelines(f"    {line}\n" for line in life.story[-told:])
            sys.stdout.flush()
        if not faults:
            shutil.rmtree(top)
        bad += faults
        seed += 1
    sys.stdout.write(f"{done} steps, {bad} with a fault\n")
    sys.stdout.writelines(f"  {many} {name}\n" for name, many in sorted(counts.items()) if many)
    return bad


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--length", type=int, default=300, help="steps of one life")
    parser.add_argument("--told", type=int, default=6, help="steps told before a fault")
    asked = parser.parse_args()
    sys.exit(bool(main(asked.steps, asked.seed, asked.length, asked.told)))
