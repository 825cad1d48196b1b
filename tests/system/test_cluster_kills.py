"""Workers and schedulers of a cluster are killed at any time: no reviewed text is lost, and what is left is done."""

from __future__ import annotations

import os
import random
import signal
from typing import TYPE_CHECKING

import pytest

from l10n.interruption import MESSAGE
from tests.system.dask_rig import DaskCluster, need_dask, start
from tests.system.rig import SOAK, Newsroom, pause

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.system

KILLS = 100 if SOAK else 3
SCHEDULERS = 10 if SOAK else 1
CONFIG = '[tool.l10n]\nlocales = ["ko", "ja"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\n'


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A newsroom whose work is several batches."""
    need_dask()
    made = Newsroom(tmp_path / "site", articles=200, locales=("ko", "ja"))
    made.build()
    (made.root / "pyproject.toml").write_text(CONFIG)
    return made


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[DaskCluster]:
    """Two workers, which may be killed."""
    made = DaskCluster(tmp_path / "cluster").start(2)
    yield made
    made.end()


def whole(room: Newsroom) -> dict[str, bytes]:
    """Return what was written, without what drafts say of their day."""
    found = {}
    for folder in ("locales", "build"):
        for path in (room.root / folder).rglob("*"):
            if path.is_file():
                found[path.relative_to(room.root).as_posix()] = path.read_bytes()
    return found


def ended(command: subprocess.Popen[str]) -> tuple[int, str]:
    _, said = command.communicate()
    return command.returncode, said


def test_killed_workers_lose_nothing(room: Newsroom, cluster: DaskCluster) -> None:
    dice = random.Random(1)  # noqa: S311 - instants, not secrets
    kills = runs = 0
    while kills < KILLS:
        room.edit()
        runs += 1
        command = start(room.root, "run", "--cluster", cluster.address)
        while command.poll() is None and kills < KILLS:
            pause(dice.uniform(0.2, 4))
            if command.poll() is None:
                cluster.kill(dice.randrange(len(cluster.workers)))
                cluster.add()
                kills += 1
        code, said = ended(command)
        assert code == 0, said
        assert room.lost() == []
    print(f"\n{kills} workers killed in {runs} runs")  # noqa: T201 - the figure of an acceptance run
    after = whole(room)
    assert ended(start(room.root, "run", "--no-cache", "--jobs", "1"))[0] == 0
    assert whole(room) == after, "nothing was left to do"
    assert [path.name for path in room.root.rglob("*.l10n-*")] == []


def test_a_killed_scheduler_is_told_and_the_next_run_goes_on(room: Newsroom, cluster: DaskCluster) -> None:
    dice = random.Random(2)  # noqa: S311 - instants, not secrets
    told = 0
    for _ in range(SCHEDULERS):
        room.edit()
        address = cluster.address
        command = start(room.root, "run", "--cluster", address)
        while command.poll() is None and "Turn" not in at_work(room):
            pause(0.05)
        pause(dice.uniform(0, 1))
        cluster.kill_scheduler()
        code, said = ended(command)
        assert code in {0, 3}, said
        if code == 3:
            told += 1
            assert f"the connection to the scheduler {address} is lost" in said
            assert "Traceback" not in said
        assert room.lost() == []
        cluster.end()
        cluster.start(2)
        assert ended(start(room.root, "run", "--cluster", cluster.address))[0] == 0
        assert room.lost() == []
    assert told >= SCHEDULERS // 2


def at_work(room: Newsroom) -> str:
    """Return `Turn` when the run has come to writing this turn's texts."""
    last = room.root / "locales" / "ja" / f"{room.articles - 1}.md.po"
    return "Turn" if f"Turn {room.turn} " in last.read_text() else ""


def test_ctrl_c_takes_back_what_no_worker_has_begun(room: Newsroom, cluster: DaskCluster) -> None:
    room.edit()
    command = start(room.root, "run", "--cluster", cluster.address)
    while command.poll() is None and not at_work(room):
        pause(0.05)
    os.killpg(command.pid, signal.SIGINT)
    code, said = ended(command)
    assert code == 130
    assert said.endswith(MESSAGE + "\n")
    assert "Traceback" not in said
    assert all(worker.poll() is None for worker in cluster.workers)
    assert ended(start(room.root, "run", "--cluster", cluster.address))[0] == 0
    assert room.lost() == []
