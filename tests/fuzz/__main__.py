"""The long run by hand: `python -m tests.fuzz 1000 [READER …]` feeds each reader so many kinds of garbage.

It prints each kind of fault once, with the seed that shows it, and ends with 1 where there were any. A run that hangs
is ended with the place where it hung.
"""

from __future__ import annotations

import faulthandler
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.play import HUNG, played, prepared
from tests.fuzz.readers import READERS


def main(many: int, names: list[str], first: int) -> int:
    """Feed the readers; return how many runs had faults."""
    bad = 0
    top = Path(tempfile.mkdtemp(prefix="fuzz-"))
    with prepared(top / "first") as room:
        for name in names or sorted(READERS):
            seen: dict[str, int] = {}
            began, slowest = time.monotonic(), (0.0, 0)
            for seed in range(first, first + many):
                faulthandler.dump_traceback_later(HUNG, exit=True)
                os.environ["FUZZ_SEED"] = f"{name} {seed}"
                start = time.monotonic()
                found = played(room, name, seed, top / "now")
                slowest = max(slowest, (time.monotonic() - start, seed))
                bad += bool(found)
                for fault in found:
                    kind = fault[:110]
                    if kind not in seen:
                        sys.stdout.write(f"{name} {seed}: {fault}\n")
                    seen[kind] = seen.get(kind, 0) + 1
            faulthandler.cancel_dump_traceback_later()
            took = time.monotonic() - began
            sys.stdout.write(
                f"{name}: {many} runs, {sum(seen.values())} faults of {len(seen)} kinds, {took:.0f} s, "
                f"slowest {slowest[0]:.1f} s (seed {slowest[1]})\n"
            )
            sys.stdout.flush()
    shutil.rmtree(top)
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]), sys.argv[2:], int(os.environ.get("FIRST", "0")))))
