"""Owns a dask cluster of real processes on this machine: a scheduler, workers, and their ends."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.system.rig import pause

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["DaskCluster", "need_dask", "start"]


def need_dask() -> None:
    """Skip where the extra is not installed, or fail where CI promised it."""
    if importlib.util.find_spec("distributed") is None:
        if os.environ.get("L10N_REQUIRE_SYSTEM") == "1":
            pytest.fail("distributed is not installed, and L10N_REQUIRE_SYSTEM=1 asks for it")
        pytest.skip("distributed is not installed")


def start(root: Path, *args: str) -> subprocess.Popen[str]:
    """Start a command in a process group of its own, as a terminal does."""
    return subprocess.Popen(
        [sys.executable, "-m", "l10n", *args],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@dataclass
class DaskCluster:
    """A scheduler with workers; what was started is ended by its own number."""

    folder: Path
    address: str = ""
    scheduler: subprocess.Popen[bytes] | None = None
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _turn: int = 0

    def start(self, workers: int) -> DaskCluster:
        """Start a scheduler on a free port, and workers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._turn += 1
        file = self.folder / f"scheduler{self._turn}.json"
        address = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        self.scheduler = self._process("distributed.cli.dask_scheduler", *address, "--scheduler-file", str(file))
        while not self.address:
            assert self.scheduler.poll() is None, (self.folder / "log").read_text()
            if file.exists() and (text := file.read_text()):
                self.address = str(json.loads(text)["address"])
            pause(0.05)
        for _ in range(workers):
            self.add()
        return self

    def add(self, *options: str, **env: str) -> subprocess.Popen[bytes]:
        """Start one more worker."""
        given = ("--no-nanny", "--no-dashboard", "--host", "127.0.0.1", "--local-directory", str(self.folder / "space"))
        threads = () if "--nthreads" in options else ("--nthreads", "1")
        made = self._process("distributed.cli.dask_worker", self.address, *given, *threads, *options, **env)
        self.workers.append(made)
        return made

    def _process(self, module: str, *args: str, **env: str) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", module, *args],
                cwd=self.folder,
                env=os.environ | env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self, number: int) -> None:
        """Kill a worker as the system does for want of memory."""
        worker = self.workers.pop(number)
        worker.send_signal(signal.SIGKILL)
        worker.wait()

    def kill_scheduler(self) -> None:
        """Kill the scheduler; the workers find it out by themselves."""
        assert self.scheduler is not None
        self.scheduler.send_signal(signal.SIGKILL)
        self.scheduler.wait()
        self.scheduler, self.address = None, ""

    def end(self) -> None:
        """End everything."""
        all_ = [*self.workers, *([self.scheduler] if self.scheduler else [])]
        for one in all_:
            one.send_signal(signal.SIGKILL)
        for one in all_:
            one.wait()
        self.workers, self.scheduler, self.address = [], None, ""
