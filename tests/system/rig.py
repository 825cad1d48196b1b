"""Owns a small newsroom whose commands are killed, raced and starved of disk; what is reviewed there must stay."""

from __future__ import annotations

import importlib
import os
import pkgutil
import signal
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import l10n
from l10n.catalog import decode
from l10n.cli import main
from l10n.interruption import guarded
from l10n.model import State

if TYPE_CHECKING:
    from pathlib import Path

SOAK = os.environ.get("L10N_SOAK") == "1"
"""The full numbers; without it a sample that fits a test run."""

CONFIG = '[tool.l10n]\nlocales = [{locales}]\nengines = ["memory", "pseudo"]\n'
LEADS = ["The mayor opened the bridge.", "Traders came from the valley.", "Rain is expected on Monday."]


def ready() -> None:
    """Import the whole program once, so that a forked child has it."""
    for module in pkgutil.walk_packages(l10n.__path__, "l10n."):
        if not module.name.endswith(("__main__", "postgres")):
            importlib.import_module(module.name)


@dataclass
class Watch:
    """Counts the steps of a command inside its process: the calls it makes and returns from."""

    last: int = 0
    """The step at which the process is killed, from 1; 0 for none."""
    last_of_disk: int = 0
    """The same among the steps that the operating system does."""
    told: int = -1
    """Where the numbers of steps are told in the end."""
    taken: int = 0
    taken_of_disk: int = 0

    def see(self, _: object, event: str, function: object) -> None:
        """Take a step; what follows `sys.setprofile`."""
        disk = event[:2] == "c_" and getattr(function, "__module__", "") == "posix"
        self.taken += 1
        self.taken_of_disk += disk
        if self.taken == self.last or (disk and self.taken_of_disk == self.last_of_disk):
            os.kill(os.getpid(), signal.SIGKILL)

    def report(self) -> None:
        """Tell the numbers of steps."""
        if self.told >= 0:
            os.write(self.told, f"{self.taken} {self.taken_of_disk}".encode())


def pause(seconds: float) -> None:
    """Wait; a wait that nobody ends."""
    threading.Event().wait(seconds)


def start(root: Path, *args: str, watch: Watch | None = None) -> int:
    """Run a command in a forked child, which needs no fresh interpreter; return its process id."""
    child = os.fork()
    if child:
        return child
    code = 3
    try:
        if watch:
            threading.setprofile(watch.see)
            sys.setprofile(watch.see)
        os.chdir(root)
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 1)
        os.dup2(null, 2)
        sys.argv = ["l10n", *args]
        guarded(main)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 3
    finally:
        sys.setprofile(None)
        if watch:
            watch.report()
        os._exit(code)


def wait(child: int) -> int:
    """Return how a child ended: its exit code, or minus the signal."""
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def run(root: Path, *args: str) -> int:
    """Run a command to its end."""
    return wait(start(root, *args))


def duration(root: Path, *args: str) -> float:
    """Run a command to its end; return the seconds it took."""
    begin = time.perf_counter()
    run(root, *args)
    return time.perf_counter() - begin


def steps(root: Path, *args: str) -> tuple[int, int]:
    """Run a command to its end; return how many steps it took, and how many of them the operating system did."""
    there, here = os.pipe()
    child = start(root, *args, watch=Watch(told=here))
    os.close(here)
    with open(there, "rb") as told:  # noqa: PTH123 - no path
        every, disk = told.read().split()
    wait(child)
    return int(every), int(disk)


def killed(root: Path, *args: str, at: int, disk: bool) -> bool:
    """Run a command that is killed at one of its steps; tell whether it came to that step."""
    watch = Watch(last_of_disk=at) if disk else Watch(last=at)
    return wait(start(root, *args, watch=watch)) == -signal.SIGKILL


@dataclass
class Newsroom:
    """A project of some articles in which a person has reviewed texts."""

    root: Path
    articles: int = 3
    locales: tuple[str, ...] = ("ko",)
    """The person translates into the first."""
    reviewed: dict[str, str] = field(default_factory=dict)
    """Korean text → PO file it was written in."""
    turn: int = 0

    def build(self) -> None:
        """Write the articles, extract them, and review every first paragraph."""
        ready()
        (self.root / "articles").mkdir(parents=True)
        named = ", ".join(f'"{locale}"' for locale in self.locales)
        (self.root / "pyproject.toml").write_text(CONFIG.format(locales=named))
        for number in range(self.articles):
            self.write(number)
        assert run(self.root, "extract") == 0
        for number in range(self.articles):
            self.review(number)

    def write(self, number: int) -> None:
        """Write an article anew: the first paragraph stays, the others are of this turn."""
        text = f"# Story {number}\n\n{LEADS[number % 3]}\n\nTurn {self.turn} of story {number}.\n\n"
        text += f"The {self.turn}th update came late in the {number}th evening.\n"
        beside = self.root / f"{number}.new"
        beside.write_text(text)
        beside.replace(self.root / "articles" / f"{number}.md")

    def edit(self) -> None:
        """Begin a new turn in every article."""
        self.turn += 1
        for number in range(self.articles):
            self.write(number)

    def po(self, number: int) -> Path:
        """Return the path of an article's catalogue."""
        return self.root / "locales" / self.locales[0] / f"{number}.md.po"

    def review(self, number: int, text: str = "") -> None:
        """Write the translation of the first paragraph, as a person does in an editor."""
        text = text or f"{number}번 기사의 첫 문단은 시장이 다리를 열었다는 내용이다."
        data = reviewed(self.po(number).read_bytes(), LEADS[number % 3], text)
        save(self.po(number), data, in_place=False)
        self.reviewed[text] = self.po(number).name

    def lost(self) -> list[str]:
        """Return the reviewed texts that stand nowhere; raises where a catalogue cannot be read."""
        found = set()
        for path in sorted((self.root / "locales").rglob("*.po")):
            if not path.name.startswith("."):
                catalog = decode(path.read_bytes(), path=path.name, article="a.md", locale="ko").catalog
                found |= {entry.target for entry in catalog if entry.state in {State.REVIEWED, State.OBSOLETE}}
        backups = (self.root / ".l10n" / "backup").rglob("*.po")
        kept = "\n".join(path.read_text() for path in backups)
        return [text for text in self.reviewed if text not in found and text not in kept]


def reviewed(data: bytes, source: str, text: str) -> bytes:
    """Return a PO file with a text in the place of whatever an entry's msgstr is, not fuzzy."""
    head, middle, tail = data.decode().partition(f'msgid "{source}"\nmsgstr ')
    assert middle, source
    before, gap, comments = head.rpartition("\n\n")
    kept = "".join(line + "\n" for line in comments.split("\n")[:-1] if line != "#, fuzzy" and line[:2] != "#|")
    return f'{before}{gap}{kept}{middle}"{text}"\n{tail.partition(chr(10))[2]}'.encode()


def save(path: Path, data: bytes, *, in_place: bool) -> None:
    """Save like an editor: over the file, or beside it and renamed."""
    if in_place:
        path.write_bytes(data)
    else:
        beside = path.with_name(f".{path.name}.editor")
        beside.write_bytes(data)
        beside.replace(path)
