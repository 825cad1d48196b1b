"""Owns doing something again whenever files of the project change: what is watched, and which changes count."""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn

import typer
import watchfiles

from l10n import snapshots
from l10n.cli.shared import count, notice, open_project, result, settings
from l10n.config import FILE
from l10n.errors import L10nError, StorageError, collecting
from l10n.publish import layouts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from l10n.project import ProjectFolder

__all__ = ["Round", "watching"]

_QUIET = 100
"""Milliseconds without a change after which several are taken for one."""
_MOST = 2000
"""Milliseconds that changes which never cease are waited for."""
_LOOK = 0.5
"""Seconds after which Ctrl-C is looked for where it does not end the waiting, as on Windows."""


_NAMED = 3
"""Files that a line names of those that changed."""


@dataclass(frozen=True, slots=True)
class Round:
    """What was done in one go."""

    line: str
    told: tuple[str, ...] = ()
    """What a person should know; it is not said again while nothing else is."""
    written: tuple[str, ...] = ()
    """Files among those that are watched, relative to the project."""
    by: int = 0
    """When the last of them had been written, in nanoseconds since 1970."""


def watching(context: typer.Context, do: Callable[[typer.Context], Round]) -> NoReturn:
    """Do it now, and again whenever something has changed, until Ctrl-C; what fails is told, and watched on.

    Raises `UsageError` where there is no project to begin with.
    """
    watcher = _Watcher()
    again = replace(settings(context), kept="")
    here = open_project(context)
    own = _Own()
    changed: list[str] = []
    before: tuple[str, ...] = ()
    while True:
        watcher.watch(_places(here))
        began = time.monotonic()
        failures: list[L10nError] = []
        done = Round("nothing done")
        with collecting(failures, "", "running"):
            here = open_project(context)
            child = type(context)(context.command, parent=context.parent, info_name=context.info_name, obj=again)
            with child:
                done = do(child)
        told = (*done.told, *(f"error: {one}" for one in failures))
        for text in told if told != before else ():
            notice(text)
        before = told
        result(f"{_clock()} {_named(changed)}: {done.line} ({time.monotonic() - began:.1f} s)")
        sys.stdout.flush()
        own.written.update(dict.fromkeys(done.written, done.by))
        changed = sorted(_foreign(here, watcher.watch(_places(here)), own))
        while not changed:
            # A folder may have taken the place of another.
            changed = sorted(_foreign(here, watcher.changes() | watcher.watch(_places(here)), own))


def _clock() -> str:
    return f"{datetime.now(UTC).astimezone():%H:%M:%S}"


def _named(changed: list[str]) -> str:
    more = f" and {count(len(changed) - _NAMED, 'more file')}" if len(changed) > _NAMED else ""
    return f"{', '.join(changed[:_NAMED])}{more}" if changed else "watching"


def _places(here: ProjectFolder) -> dict[Path, bool]:
    """Return the folders that are there to be watched, and whether with all that is below them."""
    config = here.config
    found = {here.root: False, (here.root / config.check.baseline).parent: False}
    found |= {here.root / config.articles: True, here.root / config.catalogs: True}
    return {path: deep for path, deep in found.items() if path.is_dir()}


@dataclass(frozen=True, slots=True)
class _Own:
    """What is known of changes that need nothing to be done."""

    written: dict[str, int] = field(default_factory=dict)
    """Files that were written here, relative to the root, and by when."""
    seen: dict[str, snapshots.Look | None] = field(default_factory=dict)
    """What others that changed looked like before they were read last: a change may be told twice."""


def _foreign(here: ProjectFolder, paths: Iterable[str], own: _Own) -> Iterator[str]:
    """Yield those of changed files, relative to the root, that commands read and that this one has not written."""
    config = here.config
    folders = tuple(f"{folder}/" if folder != "." else "" for folder in (config.articles, config.catalogs))
    aside = layouts.articles_aside(config)
    for path in (file for one in paths for file in _files(one)):
        name = os.path.relpath(path, here.root).replace(os.sep, "/")
        hidden = any(part.startswith((".", "#")) or part.endswith("~") for part in name.split("/"))
        built = bool(layouts.built_of(config, name)) or (aside and name.startswith(f"{config.build}/"))
        if name not in {FILE, config.check.baseline} and (hidden or built or not f"{name}/".startswith(folders)):
            continue
        seen = snapshots.look(path)
        if name in own.written and seen is not None and seen.changed <= own.written[name]:
            continue
        if name not in own.seen or own.seen[name] != seen:
            own.seen[name] = seen
            yield name


def _files(path: str) -> Iterator[str]:
    """Yield a file, or all files of a folder: of one that is moved nothing else is told."""
    if not os.path.isdir(path):  # noqa: PTH112  quick
        yield path
        return
    for folder, _, names in os.walk(path):
        yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118  quick


class _Watcher:
    """Gathers what changes in folders, each watched by a thread of its own."""

    def __init__(self) -> None:
        self._found: queue.SimpleQueue[set[str] | BaseException] = queue.SimpleQueue()
        self._threads: dict[Path, tuple[tuple[int, bool], _StopWatching]] = {}
        """Folder → its number on the disk, for another may take its place, and what ends its thread."""

    def watch(self, places: Mapping[Path, bool]) -> set[str]:
        """Watch these folders from now on, and no others; return those that are new."""
        numbers = {path: (path.stat().st_ino, deep) for path, deep in places.items() if path.is_dir()}
        fresh: set[str] = set()
        first = not self._threads
        for path in [one for one, (number, _) in self._threads.items() if numbers.get(one) != number]:
            self._threads.pop(path)[1].set()
        for path, number in numbers.items():
            if path not in self._threads:
                self._threads[path] = number, self._started(path, deep=number[1])
                fresh |= {os.fspath(path)} if number[1] and not first else set()
        return fresh

    def changes(self) -> set[str]:
        """Wait for changes; raises `StorageError` where folders cannot be watched."""
        found: set[str] = set()
        while not found or not self._found.empty():
            try:
                one = self._found.get(timeout=_LOOK)
            except queue.Empty:
                continue
            if isinstance(one, BaseException):
                told = "Watch fewer folders, or have the system allow more watches."
                raise StorageError(f"the folders cannot be watched: {one}", remedy=told) from one
            found |= one
        return found

    def _started(self, folder: Path, *, deep: bool) -> _StopWatching:
        stop = _StopWatching()
        threading.Thread(target=self._listen, args=(folder, stop, deep), daemon=True).start()
        stop.asked.wait()
        return stop

    def _listen(self, folder: Path, stop: _StopWatching, deep: bool) -> None:
        try:
            for changes in watchfiles.watch(
                folder,
                watch_filter=None,
                debounce=_MOST,
                step=_QUIET,
                stop_event=stop,
                raise_interrupt=False,
                recursive=deep,
            ):
                self._found.put({path for _, path in changes})
        except Exception as err:  # noqa: BLE001  told by the thread that waits
            self._found.put(err)
        finally:
            stop.asked.set()


class _StopWatching(threading.Event):
    """Ends a thread that watches; it is asked whether to end as soon as it watches, and not before."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()

    def is_set(self) -> bool:
        """Tell whether to end."""
        self.asked.set()
        return super().is_set()
