"""The tests themselves: they test the tree they stand in, leave no trace, and say at once what fails."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest

import l10n
from l10n.cli import app
from tests import inside
from tests.conftest import ROOT
from tests.docs_runner import folder


def test_the_program_under_test_is_that_of_this_tree_here_and_in_every_process(tmp_path: Path) -> None:
    """An installed one lies in wait: a process begins in another folder, where its own `l10n` would come first."""
    other = tmp_path / "installed" / "l10n"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("")
    code = "import l10n.cli; print(l10n.__file__)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True)
    there = Path(done.stdout.strip()), Path(str(l10n.__file__))
    assert [path.resolve().parent for path in there] == [ROOT / "l10n"] * 2
    assert os.environ["PYTHONPATH"].split(os.pathsep)[0] == str(ROOT)


COMMANDS = [
    ("--help",),
    ("--version",),
    (),
    ("translate",),
    ("extract", "--nothing"),
    ("extract",),
    ("run",),
    ("draft", "--json"),
    ("coverage",),
    ("coverage", "--json"),
    ("coverage", "--fail-under", "90"),
    ("check", "--output-format", "github"),
    ("check", "--explain", "nubmers"),
    ("-C", "nowhere", "run"),
    ("-q", "build"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_inside_does_and_prints_what_its_own_process_does(site, command: tuple[str, ...]) -> None:
    site.write("articles/a.md", "# Harbor\n\nIt cost $48 million on May 25.\n")
    site.write("articles/b.docx", "no format")
    kept = site.root.with_name("kept")
    shutil.copytree(site.root, kept)
    ran, left = site.run(*command), {name: data for name, (_, data) in site.snapshot().items()}
    shutil.rmtree(site.root)
    kept.rename(site.root)
    assert site.process(*command) == ran
    assert {name: data for name, (_, data) in site.snapshot().items()} == left


def state() -> tuple[object, ...]:
    """Return what a command could leave behind in its process."""
    handlers = [signal.getsignal(one) for one in sorted(signal.valid_signals()) if one not in {9, 19, 32, 33}]
    streams = sys.stdin, sys.stdout, sys.stderr
    return os.getcwd(), dict(os.environ), sys.argv, sys.excepthook, streams, os.fstat(1), handlers, warnings.filters  # noqa: PTH109


@pytest.mark.parametrize("command", [("run",), ("translate",), ("-C", "nowhere", "run"), ("check", "--json")])
def test_a_command_inside_leaves_nothing_behind(site, command: tuple[str, ...]) -> None:
    site.write("articles/a.md", "# Harbor\n")
    before, threads = state(), threading.enumerate()
    site.run(*command, L10N_DEBUG="1")
    assert state() == before
    assert threading.enumerate() == threads


def test_a_command_inside_that_breaks_leaves_nothing_behind_either(site, monkeypatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(app, "app", full)
    before = state()
    assert site.run("run").code == 3
    assert state() == before


def test_the_streams_of_a_command_inside_stay_apart_or_come_in_order(site) -> None:
    site.write("articles/a.md", "# Harbor\n")
    apart = site.ok("extract")
    together = inside.run_together(site.root, ["extract"], dict(os.environ))
    assert "locales" in apart.out
    assert "locales" not in apart.err
    assert together.err == ""


@pytest.mark.parametrize(
    "command",
    [
        "l10n --version",
        "l10n --version && l10n --version",
        "l10n translate && echo no",
        "l10n --version && echo 'a && b'",
        "l10n check --explain 'all && nothing'",
        "l10n --version | tr a-z A-Z",
        "cd / && l10n coverage",
        'l10n check --explain "nubmers"',
        "echo one && l10n --version",
    ],
)
def test_what_a_page_runs_inside_ends_as_in_a_shell(tmp_path: Path, monkeypatch, command: str) -> None:
    one = folder(tmp_path)._run(command)  # noqa: SLF001
    monkeypatch.setattr("tests.docs_runner._PLAIN", re.compile("(?!)"))
    (tmp_path / "again").mkdir()
    assert one == folder(tmp_path / "again")._run(command)  # noqa: SLF001


TWO = """
from pathlib import Path
from time import sleep

def test_first():
    assert 1 == 2, "at once"

def test_second():
    for _ in range(6000):
        if Path("seen").exists():
            return
        sleep(0.01)
    raise AssertionError("the first was not told")
"""


def test_a_failure_is_told_by_name_while_the_others_still_run(tmp_path: Path) -> None:
    """The second test passes only when the name of the first was read."""
    (tmp_path / "test_two.py").write_text(TWO)
    (tmp_path / "conftest.py").write_text("from tests.conftest import pytest_configure\n")
    command = [sys.executable, "-m", "pytest", "-q", "-n", "1", "-p", "no:cacheprovider"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("FAILED test_two.py::test_first - AssertionError: at once"):
                (tmp_path / "seen").touch()
    assert line.startswith("1 failed, 1 passed")
