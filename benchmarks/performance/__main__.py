"""Measures l10n beside its peers, in one run, and writes the table of docs/performance.md.

Works: cold, nothing, edit and saved (the cycle from articles to localized articles, on empty and on filled catalogues),
check (against pofilter) and startup. Programs take turns, round after round; each result is looked at before its time
counts. Figures are ratios within one run: seconds of two machines, or of two days, are not to be compared. The texts
are those of the corpus folder (`L10N_CORPUS`).
"""

from __future__ import annotations

import argparse
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from . import cycle, material, peers, single, table
from .measure import Usage, WrongResultError, run
from .tools import L10n, Mdpo, Po4a, Project, Tool, Toolkit, floor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .peers import Peer

_PAGE = material.ROOT / "docs" / "performance.md"
_STARTS = 10
"""Starts a round: one takes little time."""
_WANTED = {
    ("cold", "po4a"): "≥ 10",
    ("cold", "Translate Toolkit"): "≥ 5",
    ("cold", "the bytes alone"): "≥ 0.2",
    ("nothing", "po4a"): "≥ 6",
    ("edit", "po4a"): "≥ 50",
}


@dataclass(slots=True)
class Bench:
    """One run of the suite."""

    options: argparse.Namespace
    root: Path
    peers: dict[str, Peer]
    sheet: table.Sheet
    failed: bool = False

    @property
    def program(self) -> tuple[str, ...]:
        """Return how l10n is called."""
        return tuple(shlex.split(self.options.program))

    @property
    def python(self) -> str:
        """Return the interpreter that l10n runs on."""
        beside = Path(self.program[0]).with_name("python")
        return str(beside) if beside.is_file() else sys.executable

    def has(self, command: str, option: str) -> bool:
        """Tell whether a command of l10n has an option."""
        said = subprocess.run([*self.program, command, "--help"], capture_output=True, text=True, check=True).stdout
        return f"{option} " in said

    @property
    def jobs(self) -> tuple[str, ...]:
        """Return the option of the number of processes, where one is asked for."""
        return ("--jobs", str(self.options.jobs)) if self.options.jobs else ()

    def tools(self) -> Iterator[Tool]:
        """Yield the programs that take turns in a cycle; the first is what the others are compared with."""
        yield L10n("l10n extract, build", self.program, (("extract",), ("build",)), options=self.jobs)
        yield L10n("l10n run", self.program, (("run",),), options=self.jobs)
        makers: dict[str, Callable[[Peer], Tool]] = {"po4a": Po4a, "translate-toolkit": Toolkit, "mdpo": Mdpo}
        for name, made in makers.items():
            if name in self.peers and name in self.options.peers:
                yield made(self.peers[name])

    def safely(self, work: str, program: str, step: Callable[[], None]) -> bool:
        """Do a step of the measuring; a wrong result is told and does not count."""
        try:
            step()
        except WrongResultError as err:
            print(f"{work}, {program}: not counted: {err}", file=sys.stderr, flush=True)
            self.failed = True
            return False
        return True

    def add(self, work: str, program: str, usage: Usage, unit: tuple[int, str] = (0, "")) -> None:
        """Note a run, and show it."""
        self.sheet.add(work, program, usage, unit=unit)
        print(
            f"{work}\t{program}\t{usage.wall:.2f} s\t{usage.processor:.2f} s CPU\t{usage.megabytes:.0f} MB", flush=True
        )

    def cycles(self, phases: frozenset[str]) -> None:
        """Measure the cycle, on empty and on filled catalogues."""
        articles = self.root / "material"
        many = len(material.lay_out(articles, self.options.articles))
        translations = {name: material.known(name) for name in material.LOCALES}
        for kind in self.options.catalogs:
            ways = {}
            for tool in self.tools():
                project = Project(self.root / kind / tool.name.replace(" ", "-"), tool)
                catalogs = self.root / kind / f"{project.root.name}.catalogs" if kind == "filled" else None
                if catalogs is not None:
                    fill = partial(project.fill, articles, catalogs, translations)
                    if not self.safely(kind, tool.name, fill):
                        continue
                    print(f"{tool.name}: {project.filled} entries filled", flush=True)
                ways[tool.name] = cycle.Cycle(project, articles, catalogs)
            for _ in range(self.options.rounds):
                self._turn(kind, many, ways, phases)
            shutil.rmtree(self.root / kind, ignore_errors=True)

    def _turn(self, kind: str, many: int, ways: dict[str, cycle.Cycle], phases: frozenset[str]) -> None:
        """Let each program go through the phases once."""
        for name, way in list(ways.items()):

            def measured(name: str = name, way: cycle.Cycle = way) -> None:
                for phase, usage in way.round(phases):
                    self.add(f"{cycle.PHASES[phase]}, {kind}", name, usage, (many, "article"))

            if not self.safely(kind, name, measured):
                del ways[name]
        if "cold" in phases and ways:
            first = next(iter(ways.values())).project
            command, place = floor(sys.executable, first, self.root / kind / "floor")
            self.add(f"{cycle.PHASES['cold']}, {kind}", "the bytes alone", run(command, place))

    def start_up(self) -> None:
        """Measure the start."""
        for _ in range(self.options.rounds * _STARTS):
            for name, usage in single.start_up(self.program, self.python, self.root / "startup"):
                self.add("start-up", name, usage)

    def check(self) -> None:
        """Measure a check of many segments, beside pofilter."""
        news = single.News(self.root / "check", self.program, self.options.segments)
        options = ("--no-cache",) if self.has("check", "--no-cache") else ()
        ways: dict[str, Callable[[], Usage]] = {}
        if "translate-toolkit" in self.peers and "translate-toolkit" in self.options.peers:
            ways["pofilter"] = partial(news.theirs, self.peers["translate-toolkit"])
        if self.has("check", "--jobs"):
            ways["l10n check --jobs 1"] = partial(news.ours, *options, "--jobs", "1")
            ways["l10n check --jobs 2"] = partial(news.ours, *options, "--jobs", "2")
        else:
            ways["l10n check"] = partial(news.ours, *options)
        for _ in range(self.options.rounds):
            for name, way in ways.items():
                self.safely("check", name, partial(self._checked, name, way, news.segments))

    def _checked(self, name: str, way: Callable[[], Usage], many: int) -> None:
        self.add("check", name, way(), (many, "segment"))


def main() -> int:
    """Measure, print the table, and write it where it is asked for; return 1 where a result was wrong."""
    options = _options()
    found = peers.install(fetch=not options.no_install)
    with tempfile.TemporaryDirectory(prefix="l10n-bench-", dir=options.folder) as folder:
        bench = Bench(options, Path(folder), found, table.Sheet(_wanted()))
        phases = frozenset(options.only) & cycle.PHASES.keys()
        if phases:
            bench.cycles(phases)
        if "startup" in options.only:
            bench.start_up()
        if "check" in options.only:
            bench.check()
    lines = bench.sheet.lines()
    print(table.markdown(lines))
    if options.write:
        page = _PAGE.read_text(encoding="utf-8")
        _PAGE.write_text(table.replaced(page, lines, _about(options, found)), encoding="utf-8")
    return int(bench.failed)


def _wanted() -> dict[tuple[str, str], str]:
    """Return what is asked for, by the names of the table."""
    wanted = {
        (f"{cycle.PHASES[phase]}, {kind}", program): ratio
        for (phase, program), ratio in _WANTED.items()
        for kind in ("empty", "filled")
    }
    wanted["start-up", "l10n --version"] = "≤ 1.5"
    wanted["check", "l10n check"] = wanted["check", "l10n check --jobs 1"] = "≤ 1"
    wanted["check", "l10n check --jobs 2"] = "≤ 0.56"
    return wanted


def _about(options: argparse.Namespace, found: dict[str, Peer]) -> str:
    """Return what the figures were measured with."""
    names = ", ".join(f"{peer.name} {peer.version}" for peer in found.values())
    cores = len(os.sched_getaffinity(0))
    return (
        f"Medians of {options.rounds} rounds on {cores} cores, Python {platform.python_version()}, beside {names}. "
        "Printed again by `make bench`."
    )


WORKS = (*cycle.PHASES, "check", "startup")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.performance", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    own = Path(sys.executable).with_name("l10n")
    parser.add_argument("--only", action="append", choices=WORKS, help="this work; may be repeated")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=0, help="at most so many of the corpus; all by default")
    parser.add_argument("--segments", type=int, default=100_000, help="of the check")
    parser.add_argument("--catalogs", nargs="+", choices=("empty", "filled"), default=["empty", "filled"])
    parser.add_argument("--jobs", type=int, default=0, help="passed to l10n as --jobs; its own default without it")
    parser.add_argument("--program", default=str(own), help="how l10n is called")
    parser.add_argument("--peers", nargs="*", choices=("po4a", *peers.PYTHON), default=["po4a", *peers.PYTHON])
    parser.add_argument("--no-install", action="store_true", help="use the peers that are there")
    parser.add_argument("--folder", type=Path, help="where to work: a folder for temporary files by default")
    parser.add_argument("--write", action="store_true", help="write the table of docs/performance.md")
    given = parser.parse_args()
    given.only = given.only or list(WORKS)
    return given


if __name__ == "__main__":
    sys.exit(main())
