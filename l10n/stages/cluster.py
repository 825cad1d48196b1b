"""Owns the workers of a dask cluster: reaching them, asking whether they are like this process, giving them work."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import time
import warnings
from concurrent.futures import BrokenExecutor, Executor, Future
from concurrent.futures import TimeoutError as LateError
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from l10n.errors import ClusterError, UsageError
from l10n.stages.likeness import Likeness, WorkerPlace, here, unlike

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self

    from l10n.project import ProjectFolder

__all__ = ["Cluster", "ClusterPool", "TellCluster"]

_ADDRESS = re.compile(r"(?:tcp|tls)://(?:[\w.-]+|\[[0-9A-Fa-f:.%]+\]):\d{1,5}")
"""Others, as dask has them, are of one machine or process, or of a browser."""
_CONNECT = 10.0
"""Seconds in which a scheduler has to answer."""
_WORKERS = 10.0
"""Seconds in which it has to have a worker when a command begins."""
_NO_WORKER = 60.0
"""Seconds that a command waits for another worker when the last has gone."""
_LOOK = 1.0
"""Seconds after which a command that waits looks who is there, and tells how far it is."""
_CLOSE = 3.0
"""Seconds for taking leave of the scheduler."""


class TellCluster(Protocol):
    """Takes what a person should know; what is `aside` only where she did not ask for quiet."""

    def __call__(self, text: str, *, aside: bool) -> None:
        """Tell it."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Which cluster is to do the work."""

    address: str
    """Of its scheduler."""
    there: str
    """Where its workers see the project; empty for the same place as here."""
    tell: TellCluster
    show: Callable[[int, int, int], None]
    """Takes how many articles are done, of how many, and how many workers there are."""


@dataclass(frozen=True, slots=True)
class _Refusal:
    """What comes back from a worker that may not do the work."""

    worker: str
    why: str


class _Wanted(Future[Any]):
    """What a worker is to do; who waits for it looks at the cluster meanwhile."""

    def __init__(self, pool: ClusterPool) -> None:
        super().__init__()
        self._pool = pool

    def result(self, timeout: float | None = None) -> Any:
        """Return what was done; raises `ClusterError` where nobody is there to do it."""
        if timeout is not None:
            return super().result(timeout)
        while True:
            try:
                return super().result(_LOOK)
            except LateError:
                if self.done():
                    raise
                self._pool.look()


@dataclass(slots=True)
class _Errand:
    """One batch that is with the cluster."""

    function: Callable[..., Any]
    given: tuple[Any, ...]
    sent: Any
    chosen: frozenset[str] = frozenset()
    """The workers that alone may do it; empty for all."""


class ClusterPool(Executor):
    """The workers that are connected to a scheduler, however many there are at a time.

    Each is asked, before it is given work, whether it is like this process and sees the same project. A worker that
    goes has its batches done by others, which the scheduler sees to. What is sent are references to functions of this
    program, names and settings.
    """

    afar = True
    """Whoever does the work has nothing in common with this process but the files."""
    least = 0
    """Bytes under which it is not worth while."""

    def __init__(self, cluster: Cluster, project: ProjectFolder) -> None:
        """Take which cluster it is, and the project."""
        self.address = cluster.address
        self.root = cluster.there or os.fspath(project.root)
        """Where the workers see the project."""
        self._place = WorkerPlace(self.root, project.config.memory_name, project.config.memory_also)
        self._wanted = here(replace(self._place, root=os.fspath(project.root)))
        self._tell = cluster.tell
        self._show = cluster.show
        self._client: Any = None
        self._out: dict[_Wanted, _Errand] = {}
        self._refused: dict[str, str] = {}
        self._there: Mapping[str, int] = {}
        self._alone = 0.0
        self._looked = 0.0
        self._expected = self._done = 0

    @property
    def jobs(self) -> int:
        """How many workers there are."""
        return max(1, len(self._there.keys() - self._refused.keys()))

    def expects(self, articles: int) -> None:
        """Take how many articles are to be done next, for who is told how far it is."""
        self._expected, self._done = articles, 0

    def __enter__(self) -> Self:
        """Connect, and ask all workers; raises `ClusterError`, and then nothing was done or written."""
        try:
            self._client = _connected(self.address)
            self._tell(f"dashboard: {self._client.dashboard_link}", aside=True)
            self._there = self._workers()
            self._ask()
        except BaseException:
            self._close()
            raise
        return self

    def _workers(self) -> Mapping[str, int]:
        """Return the workers, by their addresses, with the threads of each; waits for the first."""
        end = time.monotonic() + _WORKERS
        while not (found := _lost_as_error(self.address, self._client.nthreads)):
            if time.monotonic() > end:
                raise ClusterError(
                    f"the scheduler {self.address} has no worker",
                    remedy=f"Start some: `dask worker {self.address} --nworkers 4 --nthreads 1`.",
                )
            time.sleep(0.2)
        workers: Mapping[str, int] = found
        return workers

    def _ask(self) -> None:
        """Raise `ClusterError` where a worker is unlike this process."""
        told = _lost_as_error(self.address, lambda: self._client.run(here, self._place, on_error="return"))
        for worker in sorted(told):
            if isinstance(told[worker], OSError):  # it has gone meanwhile; who comes back is asked with its first batch
                continue
            why = _why(self._wanted, told[worker], self._there.get(worker, 1))
            if why:
                raise ClusterError(f"the worker {worker} cannot do it: {why}")

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        """Have a worker do something: a function of this program, or what it was made into with values.

        The future raises `BrokenExecutor` where several workers died of it.
        """
        wanted = _Wanted(self)
        self._send(wanted, fn, args)
        return wanted

    def _send(self, wanted: _Wanted, function: Callable[..., Any], given: tuple[Any, ...]) -> None:
        chosen: frozenset[str] = frozenset()
        if self._refused.keys() & self._there.keys():
            chosen = frozenset(self._there.keys() - self._refused.keys())
            if not chosen:
                raise ClusterError(
                    f"the worker {next(iter(self._refused))} cannot do it: {next(iter(self._refused.values()))}"
                )
        limits = {"workers": sorted(chosen), "allow_other_workers": False} if chosen else {}
        try:
            sent = self._client.submit(_at_work, self._wanted, self._place, function, *given, pure=False, **limits)
        except Exception as err:
            raise _lost(self.address) from err
        self._out[wanted] = _Errand(function, given, sent, chosen)
        sent.add_done_callback(lambda one: self._came(wanted, one))

    def _came(self, wanted: _Wanted, sent: Any) -> None:
        """Take what came of a batch, in the thread of the library."""
        errand = self._out.get(wanted)
        if errand is None or errand.sent is not sent:
            return
        try:
            done = sent.result()
        except BaseException as err:  # noqa: BLE001  whatever it is, somebody waits for it
            del self._out[wanted]
            wanted.set_exception(_meant(err, self.address))
            return
        if isinstance(done, _Refusal):
            self._refuse(wanted, errand, done)
            return
        del self._out[wanted]
        self._done += sum(len(one) for one in errand.given if isinstance(one, tuple))
        wanted.set_result(done)
        if self._done >= self._expected:
            self._progress()

    def _refuse(self, wanted: _Wanted, errand: _Errand, refusal: _Refusal) -> None:
        """Give a batch to another worker, where one that came late may not do it."""
        if refusal.worker not in self._refused:
            self._refused[refusal.worker] = refusal.why
            self._tell(f"the worker {refusal.worker} came late and is given nothing: {refusal.why}", aside=False)
        try:
            self._send(wanted, errand.function, errand.given)
        except ClusterError as err:
            self._out.pop(wanted, None)
            wanted.set_exception(err)

    def look(self) -> None:
        """Look who is there; raises `ClusterError` where the scheduler is gone, or has had no worker for long."""
        now = time.monotonic()
        if now - self._looked < _LOOK / 2 or self._client is None:
            return
        self._looked = now
        if self._client.status != "running":
            raise _lost(self.address)
        self._there = _lost_as_error(self.address, self._client.nthreads)
        self._progress()
        if self._there.keys() - self._refused.keys():
            self._alone = 0.0
        elif not self._alone:
            self._alone = now
        elif now - self._alone > _NO_WORKER:
            raise ClusterError(
                f"the scheduler {self.address} has had no worker for {_NO_WORKER:.0f} seconds",
                remedy="Start some, then run again: what is done stays done.",
            )
        for wanted, errand in list(self._out.items()):
            if errand.chosen and not errand.chosen & self._there.keys():
                self._send(wanted, errand.function, errand.given)
                errand.sent.cancel()

    def _progress(self) -> None:
        if self._expected:
            self._show(min(self._done, self._expected), self._expected, self.jobs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  inherited
        """Take leave of the cluster, which stays."""
        self._close()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._close()

    def _close(self) -> None:
        """Take back what no worker has begun, and take leave."""
        client, self._client = self._client, None
        out, self._out = self._out, {}
        if client is None:
            return
        try:
            if out and client.status == "running":
                client.cancel([errand.sent for errand in out.values()], asynchronous=False)
            client.close(timeout=_CLOSE)
        except Exception:  # noqa: BLE001  it is gone, which is what was wanted
            return


def _connected(address: str) -> Any:
    """Connect to a scheduler; raises `ClusterError`, and `UsageError` for what is no address of one."""
    if not _ADDRESS.fullmatch(address):
        raise UsageError(
            "what `--cluster` names is no address of a scheduler",
            remedy="Write tcp://HOST:PORT as `dask scheduler` prints it, or tls://HOST:PORT.",
        )
    try:
        from distributed import Client  # noqa: PLC0415  an extra, and slow to load
    except ImportError as err:
        raise ClusterError(
            "`--cluster` needs dask, which is not installed",
            remedy="Run: pip install 'article-l10n[cluster]'.",
        ) from err
    for name in ("distributed", "distributed.client", "distributed.comm", "tornado", "tornado.application", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of other versions of libraries: workers are asked for theirs
            return Client(address, timeout=_CONNECT, set_as_default=False, name="l10n")  # type: ignore[no-untyped-call]  # it says no types
    except Exception as err:
        said = " ".join(str(err).split())[:200]
        raise ClusterError(
            f"the scheduler {address} cannot be reached ({said or type(err).__name__})",
            remedy="Start it with `dask scheduler`, and give the address that it prints.",
        ) from err


def _lost(address: str) -> ClusterError:
    return ClusterError(
        f"the connection to the scheduler {address} is lost",
        remedy="Run again when it is back: what is done stays done.",
    )


def _lost_as_error(address: str, ask: Callable[[], Any]) -> Any:
    """Return what the scheduler answers; raises `ClusterError` where it does not."""
    try:
        return ask()
    except Exception as err:
        raise _lost(address) from err


def _meant(err: BaseException, address: str) -> BaseException:
    """Return what an exception of the library means to who waits."""
    from distributed import KilledWorker  # noqa: PLC0415  see `_connected`

    if isinstance(err, KilledWorker):
        return BrokenExecutor("workers died of it")
    if isinstance(err, asyncio.CancelledError) or type(err).__name__.endswith("CancelledError"):
        return _lost(address)
    return err


def _why(wanted: Likeness, there: Any, threads: int) -> str:
    """Return why a worker may not do the work; empty where it may."""
    if not isinstance(there, Likeness):
        return f"it cannot load l10n ({' '.join(str(there).split())[:200]}). Install the same version there"
    if threads > 1:
        return f"it has {threads} threads, and articles are worked on one at a time. Start it with `--nthreads 1`"
    return unlike(wanted, there)


_answers: dict[tuple[Likeness, WorkerPlace], str] = {}
"""Why this process may not do the work of others, by what they want."""


def _at_work(wanted: Likeness, place: WorkerPlace, function: Callable[..., Any], *given: Any) -> Any:
    """Do a batch, in a worker; the first of a command only after a look at itself."""
    from distributed import get_worker  # noqa: PLC0415  see `_connected`

    if (wanted, place) not in _answers:
        _answers[wanted, place] = _why(wanted, here(place), get_worker().state.nthreads)
    why = _answers[wanted, place]
    return _Refusal(get_worker().address, why) if why else function(*given)
