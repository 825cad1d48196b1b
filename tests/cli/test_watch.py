"""`l10n run --watch` does it again when anything but its own doing changes, also after failures, and ends at once."""

from __future__ import annotations

import itertools
import os
import queue
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from l10n.interruption import MESSAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Site

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no such interruption to one process")

PO = "locales/ko/a.md.po"
LONG = 20
"""Seconds after which a line that does not come is given up."""


class Watching:
    """A process that watches, and the lines that it tells."""

    def __init__(self, site: Site, *more: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "l10n", "run", "--watch", *more],
            cwd=site.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.told: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, text: str) -> str:
        """Wait for a line that has a text; what came before it is `told`."""
        while True:
            try:
                line = self.lines.get(timeout=LONG)
            except queue.Empty:
                pytest.fail(f"no line with {text!r} in {self.told}")
            self.told.append(line)
            if text in line:
                return line

    def end(self) -> int:
        """Press Ctrl-C, and wait for the end."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=LONG)
        self.reader.join()
        while not self.lines.empty():
            self.told.append(self.lines.get())
        return code


@pytest.fixture
def watching(site: Site) -> Iterator[Watching]:
    site.write("articles/a.md", "# Pier\n\nThe pier opened in 2024.\n")
    one = Watching(site)
    yield one
    if one.process.poll() is None:
        one.process.kill()
    one.process.wait()
    one.reader.join()
    assert one.process.stdout
    one.process.stdout.close()


def test_it_does_again_what_changes_and_ends_at_once(site: Site, watching: Watching) -> None:
    line = watching.until(" watching: ")
    assert "1 localized article" in line
    assert "2 PO files and templates written" in line
    assert "ko: 2 segments drafted (2 by pseudo)" in line
    site.write("articles/a.md", "# Pier\n\nThe pier opened in 2025.\n")
    assert "written" in watching.until(" articles/a.md: ")
    site.write(PO, site.read(PO).replace("#, fuzzy\n", ""))
    watching.until(f" {PO}: ")
    site.write("articles/b.md", "# Another\n")
    assert "2 localized articles" in watching.until(" articles/b.md: ")
    site.configure('locales = ["ko"]\nengines = []\npolicy = "hold"\n')
    watching.until(" pyproject.toml: ")
    site.write("locales/ko/glossary.tsv", "source\ttarget\npier\t부두\n")
    watching.until(" locales/ko/glossary.tsv: ")
    assert watching.end() == 130
    assert watching.told[-1] == MESSAGE
    assert "Traceback" not in "\n".join(watching.told)
    lines = [line.split(" ")[1].removesuffix(":") for line in watching.told if line.endswith(" s)")]
    names = [name for name, _ in itertools.groupby(lines)]  # a file may be seen when half of it is written
    wanted = ["watching", "articles/a.md", PO, "articles/b.md", "pyproject.toml", "locales/ko/glossary.tsv"]
    assert names == wanted, "its own writing started none"


def test_what_fails_is_told_and_watched(site: Site, watching: Watching) -> None:
    watching.until(" watching: ")
    before = site.read(PO)
    site.write(PO, "msgid broken\n")
    watching.until(f"error: {PO}:1")
    watching.until(f" {PO}: ")
    site.write(PO, before)
    watching.until(f" {PO}: ")
    site.write("pyproject.toml", "[tool.l10n\n")
    watching.until("error: pyproject.toml")
    watching.until(" pyproject.toml: nothing done")
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    assert "1 localized article" in watching.until(" pyproject.toml: ")
    assert watching.end() == 130


def test_builds_hidden_files_and_backups_of_editors_start_nothing(site: Site, watching: Watching) -> None:
    watching.until(" watching: ")
    for name in ("build/ko/x.md", ".l10n/x", "articles/.a.md.swp", "articles/a.md~", "articles/#a.md#", "other/x.md"):
        site.write(name, "x\n")
    site.write("articles/b.md", "# Another\n")
    assert watching.until(" articles/").split(" ")[1] == "articles/b.md:"
    assert watching.end() == 130


def test_a_folder_that_another_takes_the_place_of_is_watched_on(site: Site, watching: Watching) -> None:
    watching.until(" watching: ")
    (site.root / "articles").rename(site.root / "old")
    site.write("articles/c.md", "# Third\n")
    watching.until(" articles/")
    site.write("articles/d.md", "# Fourth\n")
    watching.until(" articles/d.md")
    site.write("elsewhere/e/f.md", "# Fifth\n")
    (site.root / "elsewhere/e").rename(site.root / "articles/e")
    watching.until(" articles/e/f.md")
    (site.root / "articles/e").rename(site.root / "gone")
    watching.until(" articles/e")
    assert watching.end() == 130


def test_json_is_for_one_run(site: Site) -> None:
    done = site.run("run", "--watch", "--json")
    assert (done.code, "Use one of them." in done.err) == (2, True)


def test_where_there_is_no_project_nothing_is_watched(site: Site) -> None:
    (site.root / "pyproject.toml").unlink()
    assert site.run("run", "--watch").code == 2
