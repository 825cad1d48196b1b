"""Fixtures that several families of tests share."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from l10n.stages.sharing import cores
from tests import at_once, examples, inside
from tests.inside import Ran
from tests.service import service

__all__ = ["ROOT", "Ran", "Site", "corpus", "need", "service", "site"]

ROOT = Path(__file__).resolve().parent.parent
_STEADY = {"NO_COLOR": "1", "COLUMNS": "200"}
"""What makes the output the same on every terminal."""

examples.load()

_CACHES = tempfile.TemporaryDirectory(prefix="l10n-tests-")
os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = _CACHES.name
"""No test, and no process that a test starts, leaves anything in the user's own cache folder."""


@pytest.hookimpl(trylast=True)  # after the terminal has been set up
def pytest_configure(config: pytest.Config) -> None:
    """Show failures when they happen, and let every process that a test starts import the tree of this file.

    Where the tests run behind a script, Ctrl-C is ignored, and what is ignored stays so in processes that are started.
    """
    at_once.install(config)
    others = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), *(path for path in others if path not in {"", str(ROOT)})])
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Have two workers more than cores: what they do is for a good part waiting, for processes, browsers and disks."""
    return None if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else cores() + 2


def need(program: str) -> str:
    """Return the path of a system program; without it skip, or fail where CI promised it."""
    found = shutil.which(program)
    if found is None:
        if os.environ.get("L10N_REQUIRE_SYSTEM") == "1":
            pytest.fail(f"{program} is not installed, and L10N_REQUIRE_SYSTEM=1 asks for it")
        pytest.skip(f"{program} is not installed")
    return found


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real texts; tests that need it skip where it is absent."""
    path = Path(os.environ.get("L10N_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not path.is_dir():
        pytest.skip(f"no corpus at {path}; set L10N_CORPUS")
    return path


@dataclass(frozen=True)
class Site:
    """A project of a test, driven from the command line like a user's."""

    root: Path

    def run(self, *args: str, **env: str) -> Ran:
        """Run `l10n` in the project's folder, inside this process."""
        return inside.run(self.root, args, {**os.environ, **_STEADY, **env})

    def process(self, *args: str, **env: str) -> Ran:
        """Run `l10n` in the project's folder as a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "l10n", *args],
            cwd=self.root,
            env={**os.environ, **_STEADY, **env},
            capture_output=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def ok(self, *args: str) -> Ran:
        """Run a command that has to end with 0."""
        done = self.run(*args)
        assert done.code == 0, done.out + done.err
        return done

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file below the project's root."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def read(self, path: str) -> str:
        """Read a file below the project's root."""
        return (self.root / path).read_bytes().decode()

    def configure(self, text: str) -> None:
        """Replace the configuration; `[tool.l10n]` is written for you."""
        self.write("pyproject.toml", "[tool.l10n]\n" + text)

    def snapshot(self) -> dict[str, tuple[int, bytes]]:
        """Return every file with its time of change and its bytes."""
        files = [path for path in sorted(self.root.rglob("*")) if path.is_file()]
        return {str(path.relative_to(self.root)): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    def translate(self, po: str, pairs: dict[str, str]) -> None:
        """Do what a translator does in an editor: write msgstr and clear the fuzzy mark."""
        text = self.read(po)
        for source, target in pairs.items():
            head, found, tail = text.partition(f'msgid "{_escape(source)}"\nmsgstr "')
            assert found, f"no such msgid in {po}: {source}\n{text}"
            _, _, tail = tail.partition("\n")
            while tail.startswith('"'):
                _, _, tail = tail.partition("\n")
            text = f'{_reviewed(head)}{found}{_escape(target)}"\n{tail}'
        self.write(po, text)


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _reviewed(head: str) -> str:
    """Clear the fuzzy mark of the entry that is about to follow."""
    before, gap, comments = head.rpartition("\n\n")
    lines = [line for line in comments.split("\n") if line != "#, fuzzy" and not line.startswith("#| ")]
    return before + gap + "\n".join(lines)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty project that translates into Korean with the pseudo engine."""
    made = Site(tmp_path / "site")
    made.root.mkdir()
    made.configure('locales = ["ko"]\nengines = ["memory", "pseudo"]\n')
    (made.root / "articles").mkdir()
    return made
