"""Owns when work is shared with other processes: a cluster's where one is named, or as many as there are cores."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor, Future
    from types import TracebackType

    from l10n.stages.cluster import Cluster
    from l10n.stages.workers import WorkerPool
    from l10n.stages.workset import Workset

__all__ = ["LITTLE", "SharedWork", "cores", "is_afar", "pool"]

LITTLE = 1 << 19
"""See `SharedWork.least`; what earlier commands have found out of articles is not to be done (`stages.keeping`)."""


def is_afar(executor: Executor | None) -> bool:
    """Tell whether those who do the work have nothing in common with this process but the files of the project."""
    return bool(getattr(executor, "afar", False))


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextlib.contextmanager
def pool(
    work: Workset, jobs: int | None, *, rules: bool = False, cluster: Cluster | None = None
) -> Iterator[Executor | None]:
    """Give an executor for the work: `jobs` processes, or as many as there are cores, where what is to be done is much.

    With `rules` the work applies the rules of checks, so that what they know of the languages is loaded before.
    None where this process does it alone: one was asked for, or the project is not read from the disk, which others
    cannot do. Where a `cluster` is named, its workers do it, however little it is; raises `ClusterError` where they
    cannot.
    """
    if cluster is not None:
        from l10n.stages.cluster import ClusterPool  # noqa: PLC0415  an extra

        with ClusterPool(cluster, work.project) as workers:
            yield workers
        return
    wanted = cores() if jobs is None else jobs
    if wanted < 2 or not work.project.on_disk:  # noqa: PLR2004  two are the first that are not one
        yield None
        return
    shared = SharedWork(wanted, work.locales if rules else (), LITTLE if jobs is None else 0)
    with shared:
        yield cast("Executor", shared)


class SharedWork:
    """Does of an executor what stages ask of one, with workers that are made, and imported, when they are needed."""

    def __init__(self, jobs: int, locales: tuple[str, ...], least: int) -> None:
        """Take what `WorkerPool` takes, and how much it is worth."""
        self.jobs = jobs
        """How many processes there are."""
        self.least = least
        """Bytes of articles, times their locales, under which one process is done before another one pays."""
        self._locales = locales
        self._workers: WorkerPool | None = None

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have a worker do something (`WorkerPool.submit`)."""
        if self._workers is None:
            from l10n.stages.workers import WorkerPool  # noqa: PLC0415  most commands have little to do

            self._workers = WorkerPool(self.jobs, self._locales).__enter__()
        return self._workers.submit(function, *args, **kwargs)

    def __enter__(self) -> None:
        """Wait for what there is to be done."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._workers is not None:
            self._workers.__exit__(kind, error, trace)
