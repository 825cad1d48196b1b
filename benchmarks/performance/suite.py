"""Owns the works of the suite: which programs take turns in each, and what is asked of them."""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from . import archive, cycle, material, single
from .measure import Usage, WrongResultError, run
from .table import Sheet
from .tools import L10n, Mdpo, Po4a, Project, Toolkit, floor

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from .peers import Peer
    from .tools import Tool

_STARTS = 10
"""Starts a round: one takes little time."""
_GROWN = {"cold": "growth, cold cycle", "nothing": "growth, nothing to do", "edit": "growth, one edit"}
_FEWEST = 1000
"""Articles whose time for each the others are held against."""
_TEXTS = {"asked": (material.BOOK,), "check": (material.NEWS,)}
"""What works need of the corpus, besides the cycle."""
_WANTED = {
    ("cold", "po4a"): "≥ 10",
    ("cold", "Translate Toolkit"): "≥ 5",
    ("cold", "the bytes alone"): "≥ 0.20",
    ("nothing", "po4a"): "≥ 6",
    ("edit", "po4a"): "≥ 50",
}
WORKS = (*cycle.PHASES, "asked", "check", "draft", "growth", "startup")


def wanted() -> dict[tuple[str, str], str]:
    """Return the ratios that are asked for, by the names of the table."""
    asked = {
        (f"{cycle.PHASES[phase]}, {kind}", program): ratio
        for (phase, program), ratio in _WANTED.items()
        for kind in ("empty", "filled")
    }
    asked["start-up", "l10n --version"] = "≤ 1.5"
    asked["nothing changed", "l10n coverage"] = asked["nothing changed", "l10n check"] = "≤ 3"
    asked["check", "l10n check"] = asked["check", "l10n check --jobs 1"] = "≤ 1"
    asked["check", "l10n check --jobs 2"] = "≤ 0.56"
    asked["draft", "l10n draft, pseudo"] = "≤ 0.40 ms"
    asked |= {(work, f"{many:,} articles"): "≤ 1.3, < 500 MB" for work in _GROWN.values() for many in (10_000, 100_000)}
    return asked


@dataclass(slots=True)
class Bench:
    """One run of the suite."""

    options: argparse.Namespace
    root: Path
    peers: dict[str, Peer]
    sheet: Sheet = field(default_factory=lambda: Sheet(wanted()))
    failed: bool = False

    def measure(self) -> None:
        """Measure the works that are asked for."""
        if self._jobs and not self._has("run", "--jobs"):
            raise SystemExit("this l10n has no --jobs")
        only = frozenset(self.options.only)
        phases = only & cycle.PHASES.keys()
        if phases and not material.missing(material.BOOK):
            self._cycles(phases)
        works = {
            "startup": self._start_up,
            "asked": self._asked,
            "check": self._check,
            "draft": self._draft,
            "growth": self._growth,
        }
        for name, work in works.items():
            if name in only and not material.missing(*_TEXTS.get(name, ())):
                self._safely(name, "l10n", work)

    def about(self) -> str:
        """Return what the figures were measured with."""
        names = ", ".join(f"{peer.name} {peer.version}" for peer in self.peers.values())
        rounds = "one round" if self.options.rounds == 1 else f"medians of {self.options.rounds} rounds"
        cores, python = len(os.sched_getaffinity(0)), platform.python_version()
        return f"Measured last: {rounds}, {cores} cores, Python {python}, {names}."

    @property
    def _program(self) -> tuple[str, ...]:
        return tuple(shlex.split(self.options.program))

    @property
    def _python(self) -> str:
        """Return the interpreter that l10n runs on."""
        beside = Path(self._program[0]).with_name("python")
        return str(beside) if beside.is_file() else sys.executable

    @property
    def _jobs(self) -> tuple[str, ...]:
        """Return the option for the number of processes, where one is asked for."""
        return ("--jobs", str(self.options.jobs)) if self.options.jobs else ()

    def _has(self, command: str, option: str) -> bool:
        """Tell whether a command of l10n has an option."""
        said = subprocess.run([*self._program, command, "--help"], capture_output=True, text=True, check=True).stdout
        return f"{option} " in said

    def _peer(self, name: str) -> Peer | None:
        return self.peers.get(name) if name in self.options.peers else None

    def _tools(self) -> Iterator[Tool]:
        """Yield the programs that take turns in a cycle; the first is what the others are compared with."""
        yield L10n("l10n extract, build", self._program, (("extract",), ("build",)), options=self._jobs)
        yield L10n("l10n run", self._program, (("run",),), options=self._jobs)
        makers: dict[str, Callable[[Peer], Tool]] = {"po4a": Po4a, "translate-toolkit": Toolkit, "mdpo": Mdpo}
        for name, made in makers.items():
            peer = self._peer(name)
            if peer is not None:
                yield made(peer)

    def _safely(self, work: str, program: str, step: Callable[[], None]) -> bool:
        """Do a step of the measuring; a wrong result is told and does not count."""
        try:
            step()
        except WrongResultError as err:
            print(f"{work}, {program}: not counted: {err}", file=sys.stderr, flush=True)
            self.failed = True
            return False
        return True

    def _add(self, work: str, program: str, usage: Usage, unit: tuple[int, str] = (0, "")) -> None:
        """Note a run, and show it."""
        self.sheet.add(work, program, usage, unit=unit)
        figures = f"{usage.wall:.2f} s\t{usage.processor:.2f} s CPU\t{usage.megabytes:.0f} MB"
        print(f"{work}\t{program}\t{figures}", flush=True)

    def _rounds(self, work: str, ways: dict[str, Callable[[], Usage]], unit: tuple[int, str] = (0, "")) -> None:
        """Let programs take turns in a work."""

        def step(name: str) -> None:
            self._add(work, name, ways[name](), unit)

        for _ in range(self.options.rounds):
            for name in ways:
                self._safely(work, name, partial(step, name))

    def _cycles(self, phases: frozenset[str]) -> None:
        """Measure the cycle, on empty and on filled catalogues."""
        articles = self.root / "material"
        many = len(material.lay_out(articles, self.options.articles))
        for kind in self.options.catalogs:
            ways = {}
            for tool in self._tools():
                project = Project(self.root / kind / tool.name.replace(" ", "-"), tool)
                way = cycle.Cycle(project, articles, self._filled(project, articles) if kind == "filled" else None)
                ways[tool.name] = way
            for _ in range(self.options.rounds):
                self._turn(kind, many, ways, phases)
            shutil.rmtree(self.root / kind, ignore_errors=True)

    def _filled(self, project: Project, articles: Path) -> Path:
        """Return a folder of catalogues that have all translations of the corpus."""
        kept = project.root.with_name(f"{project.root.name}.catalogs")
        project.fill(articles, kept, {name: material.known(name) for name in project.tool.locales})
        print(f"{project.tool.name}: {project.filled} entries filled", flush=True)
        return kept

    def _turn(self, kind: str, many: int, ways: dict[str, cycle.Cycle], phases: frozenset[str]) -> None:
        """Let each program go through the phases once."""

        def measured(name: str, way: cycle.Cycle) -> None:
            for phase, usage in way.round(phases):
                self._add(f"{cycle.PHASES[phase]}, {kind}", name, usage, (many, "article"))

        for name, way in list(ways.items()):
            if not self._safely(kind, name, partial(measured, name, way)):
                del ways[name]
        if "cold" in phases and ways:
            first = next(iter(ways.values())).project
            command, place = floor(sys.executable, first, self.root / kind / "floor")
            self._add(f"{cycle.PHASES['cold']}, {kind}", "the bytes alone", run(command, place), (many, "article"))

    def _start_up(self) -> None:
        """Measure the start."""
        for _ in range(self.options.rounds * _STARTS):
            for name, usage in single.start_up(self._program, self._python, self.root / "startup"):
                self._add("start-up", name, usage)

    def _asked(self) -> None:
        """Measure coverage and check where nothing has changed, over all catalogues of the corpus."""
        articles = self.root / "asked" / "material"
        material.lay_out(articles, self.options.articles)
        tool = L10n("l10n", self._program, (("extract",), ("build",)), options=self._jobs)
        project = Project(self.root / "asked" / "l10n", tool)
        self._filled(project, articles)
        done = archive.Unchanged(project, self._jobs)
        ways: dict[str, Callable[[], Usage]] = {
            "l10n --version": done.version,
            "l10n coverage": partial(done.asked, "coverage"),
            "l10n check": partial(done.asked, "check"),
        }
        toolkit = self._peer("translate-toolkit")
        if toolkit is not None:
            ways["pocount"] = partial(done.counted, toolkit.command("pocount"))
        self._rounds("nothing changed", ways)
        shutil.rmtree(self.root / "asked")

    def _check(self) -> None:
        """Measure a check of many segments, beside pofilter; nothing is known from before."""
        news = single.News(self.root / "check" / "l10n", self._program, self.options.segments)
        options = ("--no-cache",) if self._has("check", "--no-cache") else ()
        ways: dict[str, Callable[[], Usage]] = {}
        toolkit = self._peer("translate-toolkit")
        if toolkit is not None:
            ways["pofilter"] = partial(news.theirs, toolkit)
        if self._has("check", "--jobs"):
            for jobs in ("1", "2"):
                ways[f"l10n check --jobs {jobs}"] = partial(news.ours, *options, "--jobs", jobs)
        else:
            ways["l10n check"] = partial(news.ours, *options)
        self._rounds("check", ways, (news.segments, "segment"))
        shutil.rmtree(self.root / "check")

    def _draft(self) -> None:
        """Measure drafts of an engine that answers at once, and of the memory."""
        made = {
            engine: archive.Drafts(
                self.root / "draft" / engine, self._program, engine, self.options.drafted, self._jobs
            )
            for engine in ("pseudo", "memory")
        }
        for _ in range(self.options.rounds):
            for engine, drafts in made.items():
                usage, many = drafts.round()
                self._add("draft", f"l10n draft, {engine}", usage, (many, "segment"))
        shutil.rmtree(self.root / "draft")

    def _growth(self) -> None:
        """Measure how the cycle grows with the archive."""
        sizes = sorted(self.options.growth, key=lambda many: (many != _FEWEST, many))
        for _ in range(self.options.growth_rounds):
            for many in sizes:
                for phase, usage in archive.growth(self.root / "growth", self._program, many, self._jobs):
                    self._add(_GROWN[phase], f"{many:,} articles", usage, (many, "article"))
