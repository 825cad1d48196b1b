"""Ctrl-C, a signal to end, or the death of the command: no worker is left, and nothing is shown but the message."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from l10n.interruption import MESSAGE
from tests.system.rig import pause

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Site

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")

SLOW = """
import os, runpy, sys, threading
from l10n.stages import examine_article
whole = examine_article.checked_pairs
def slow(*given):
    with open("at-work", "a") as told:
        told.write(f"{os.getpid()}\\n")
    threading.Event().wait(60)
    return whole(*given)
examine_article.checked_pairs = slow
sys.argv = ["l10n", "check", "--jobs", "2"]
runpy.run_module("l10n", run_name="__main__", alter_sys=True)
"""
"""The command as it is, whose workers (copies of it) come to an article and stay there."""


def at_work(site: Site) -> tuple[subprocess.Popen[str], set[int]]:
    """Start the command in a process group of its own, as a terminal does; return it when its workers are at work."""
    for number in range(130):
        site.write(f"articles/a{number}.txt", f"Harbor {number}\n\nThe boats left at noon.\n")
    site.ok("extract", "--jobs", "1")
    command = subprocess.Popen(
        [sys.executable, "-c", SLOW],
        cwd=site.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    told = site.root / "at-work"
    workers: set[int] = set()
    while len(workers) < 2 and command.poll() is None:
        pause(0.02)
        workers = set(map(int, told.read_text().split())) if told.exists() else set()
    assert command.pid not in workers
    return command, workers


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def all_gone(workers: set[int]) -> bool:
    """Give them the moment that a process takes to end; on a busy machine it may be a long one."""
    for _ in range(1000):
        if not any(map(alive, workers)):
            return True
        pause(0.02)
    return False


@pytest.mark.parametrize("send", [os.killpg, os.kill])
def test_ctrl_c_ends_the_command_and_its_workers(site: Site, send: Callable[[int, int], None]) -> None:
    command, workers = at_work(site)
    send(command.pid, signal.SIGINT)
    _, said = command.communicate()
    assert (command.returncode, said) == (130, MESSAGE + "\n")
    assert all_gone(workers)


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
def test_a_command_that_is_ended_takes_its_workers_along(site: Site, sign: signal.Signals) -> None:
    command, workers = at_work(site)
    os.kill(command.pid, sign)
    _, said = command.communicate()
    assert command.returncode == -sign
    assert "Traceback" not in said
    assert all_gone(workers)
