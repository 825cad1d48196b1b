"""Ctrl-C at any moment: the program ends with 130, says so in a line, and shows no traceback."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from l10n.interruption import MESSAGE
from tests.system.rig import SOAK, Newsroom

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

STEPS = 300 if SOAK else 8
START = "import sys, runpy; sys.argv = ['l10n', 'run']; runpy.run_module('l10n', run_name='__main__', alter_sys=True)"
IMPORTING = """
import signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Finder())
"""


def started(root: Path, code: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    assert "Exception ignored" not in done.stderr, done.stderr
    return done


@pytest.mark.parametrize("name", ["l10n.cli", "typer", "l10n.project", "pydantic_core", "sqlite3", "l10n.stages.run"])
def test_while_a_module_is_imported(site: Site, name: str) -> None:
    site.write("articles/a.md", "# Harbor\n\nThe boats left at noon.\n")
    done = started(site.root, IMPORTING.format(name=name) + START)
    assert (done.returncode, done.stderr) == (130, MESSAGE + "\n")


def steps(root: Path, at: int) -> subprocess.CompletedProcess[str]:
    """Interrupt a command at a step, a call of a function or its return; with 0, let it tell how many it takes."""
    code = f"""
import signal, sys
taken = 0
def see(*_):
    global taken
    taken += 1
    if taken == {at}:
        signal.raise_signal(signal.SIGINT)
import l10n.cli
whole = l10n.cli.main
def main():
    sys.setprofile(see)
    try:
        whole()
    finally:
        sys.setprofile(None)
        if not {at}:
            sys.stderr.write(f"{{taken}} steps\\n")
l10n.cli.main = main
"""
    return started(root, code + START)


def test_at_any_step_of_a_command(tmp_path: Path) -> None:
    dice = random.Random(11)  # noqa: S311 - instants, not secrets
    room = Newsroom(tmp_path / "site", articles=2)
    room.build()
    every = int(steps(room.root, 0).stderr.split()[-2])
    for _ in range(STEPS):
        room.edit()
        done = steps(room.root, dice.randint(1, every // 2))
        assert (done.returncode, done.stderr.splitlines()[-1]) == (130, MESSAGE)
        assert room.lost() == []
    assert started(room.root, START).returncode == 0
    assert room.lost() == []


def test_what_is_swallowed_on_the_way_ends_the_program_all_the_same(site: Site) -> None:
    code = """
import signal, l10n.cli
class Cleared:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
def main():
    Cleared()
    raise AssertionError("not stopped")
l10n.cli.main = main
"""
    done = started(site.root, code + START)
    assert (done.returncode, done.stderr) == (130, MESSAGE + "\n")
    code = """
import contextlib, signal, l10n.cli
def main():
    with contextlib.suppress(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
l10n.cli.main = main
"""
    done = started(site.root, code + START)
    assert (done.returncode, done.stderr) == (130, MESSAGE + "\n")


def test_the_second_one_does_not_wait_for_what_the_first_one_began(site: Site) -> None:
    code = """
import signal, threading, l10n.cli
def main():
    try:
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.raise_signal(signal.SIGINT)
        threading.Event().wait()
l10n.cli.main = main
"""
    assert started(site.root, code + START).returncode == 130


@pytest.mark.skipif(os.name == "nt", reason="Windows ignores no signals in this way")
def test_what_a_script_starts_beside_itself_ignores_it_as_before(site: Site) -> None:
    code = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + IMPORTING.format(name="l10n.stages.run")
    assert started(site.root, code + START).returncode == 0
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler
