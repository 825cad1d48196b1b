"""Owns what a command takes: seconds on the clock, seconds of the processor, and the memory of all its processes."""

from __future__ import annotations

import contextlib
import os
import resource
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_EVERY = 0.02
"""Seconds between two looks at the memory."""
_PAGE = resource.getpagesize()
_SHOWN = 2000


class WrongResultError(Exception):
    """A command did not do its work: its time does not count."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a piece of work took."""

    wall: float = 0.0
    """Seconds on the clock."""
    processor: float = 0.0
    """Seconds of all processes, user and system."""
    megabytes: float = 0.0
    """Resident memory of all processes together at the peak; pages that two share count twice."""

    def __add__(self, other: Usage) -> Usage:
        """Return what both took, one after the other."""
        return Usage(self.wall + other.wall, self.processor + other.processor, max(self.megabytes, other.megabytes))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a command runs."""

    folder: Path
    environment: Mapping[str, str]
    codes: frozenset[int] = frozenset({0})
    """Exit codes that say that the work was done."""
    most_open: int = 0
    """How many files may be open; 0 leaves it to the system."""

    @property
    def output(self) -> Path:
        """Return the file that what a command prints is written to: beside the folder, where no walk meets it."""
        return self.folder.with_name(f"{self.folder.name}.out")

    def accepting(self, *codes: int) -> Place:
        """Return the place for commands that may exit with these codes."""
        return replace(self, codes=frozenset(codes))


def median(usages: Iterable[Usage]) -> Usage:
    """Return the medians of several runs of the same work, each figure for itself."""
    runs = list(usages)
    return Usage(
        statistics.median(one.wall for one in runs),
        statistics.median(one.processor for one in runs),
        statistics.median(one.megabytes for one in runs),
    )


def run(command: Sequence[str], place: Place) -> Usage:
    """Run a command; raise WrongResultError where its exit code is not one of those expected."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (place.most_open, place.most_open))

    os.sync()  # what the run before has left for the disk is no part of this one
    with place.output.open("wb") as out:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=place.folder,
            env=dict(place.environment),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=limit if place.most_open else None,  # noqa: PLW1509  no thread is running when it is called
        )
        watcher = _Watcher(process.pid)
        watcher.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        watcher.ended.set()
        watcher.join()
    process.returncode = code = os.waitstatus_to_exitcode(status)
    if code not in place.codes:
        said = place.output.read_text(encoding="utf-8", errors="replace")[-_SHOWN:]
        raise WrongResultError(f"{' '.join(command[:4])} … exited with {code}:\n{said}")
    return Usage(wall, used.ru_utime + used.ru_stime, watcher.peak / 1e6)


def run_all(commands: Iterable[Sequence[str]], place: Place) -> Usage:
    """Run commands one after another; return what they took together."""
    return sum((run(command, place) for command in commands), Usage())


class _Watcher(threading.Thread):
    """Looks at the resident memory of a process and all that it has started."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.ended = threading.Event()
        self.peak = 0

    def run(self) -> None:
        while not self.ended.wait(_EVERY):  # not ru_maxrss: between fork and exec it is that of this process
            self.peak = max(self.peak, sum(map(_resident, _family(self._process))))


def _family(process: int) -> Iterable[int]:
    """Yield a process and its descendants; none that ended while looking."""
    yield process
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from _family(int(child))


def _resident(process: int) -> int:
    """Return the bytes of resident memory of a process; none once it has ended, or where there is no /proc."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
