"""Measures what an article costs, and an article in a locale, and works out what an archive of millions would.

    python benchmarks/units.py [--measured 500] [--articles 10000000] [--locales 10] [--years 20] [--cores 64]
                               [--new 2000] [--edited 500] [--program "python -m l10n"] [--write]

Made-up news is taken through every verb in one locale and in three, by one process, so that what an article costs
once and what it costs for each locale come apart. Processor seconds, bytes as they are and as the disk keeps them,
what git makes of the files. Then the plan: sums of these units, by the formulas that `docs/scale.md` shows; `--write`
puts both tables into that page.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from performance import newsroom
from performance.measure import Place, Usage, run
from performance.table import BEGIN, END
from performance.tools import L10n, environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PAGE = Path(__file__).parent.parent / "docs" / "scale.md"
_VERBS = ("extract", "draft", "check", "build")
_LOOK = "looking for what changed"
_OF = ("files", "bytes", "disk")
_TRACKED = ("articles", "templates", "catalogues")
_KEPT = (*_TRACKED, "built", "state")
_FEW, _MANY = 1, 3
"""Locales of the two projects that are measured."""
_GIT = ("-c", "user.name=l10n", "-c", "user.email=l10n@example.org", "-c", "gc.auto=0", "-c", "commit.gpgsign=false")
_COMFORT = 50_000
"""Articles of a project that git and people still like to work in."""
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Share:
    """What an article costs whatever its locales are, and what it costs for each of them."""

    article: float
    locale: float

    def sum(self, articles: int, locales: int) -> float:
        """Return what so many articles in so many locales cost."""
        return articles * (self.article + self.locale * locales)


@dataclass(frozen=True, slots=True)
class Units:
    """What was measured, of one article."""

    shares: Mapping[str, Share]
    """Verb, or `_LOOK`, to processor seconds; what is kept, with each of `_OF`, to that; `packed` to bytes."""
    index: float
    """Bytes of git's index a file."""
    status: float
    """Seconds that `git status` takes a file."""
    words: float
    segments: float

    def sum(self, names: Iterable[str], articles: int, locales: int) -> float:
        """Return what some of it comes to for so many articles in so many locales."""
        return sum(self.shares[name].sum(articles, locales) for name in names)


@dataclass(frozen=True, slots=True)
class Archive:
    """What is planned for."""

    articles: int
    locales: int
    years: int
    cores: int
    new: int
    """Articles a day."""
    edited: int


class Project:
    """Made-up news in some locales, and what was measured in it."""

    def __init__(self, root: Path, program: Sequence[str], many: int, locales: tuple[str, ...]) -> None:
        """Write it; six of ten articles are reviewed, two are drafted."""
        self._root, self._many = root, many
        root.mkdir()
        newsroom.write(root, many, locales)
        tool = L10n("l10n", tuple(program), (), locales, engines=("pseudo",), policy="drafts-labelled")
        tool.configure(root, ())
        self._program = program
        self._place = Place(root, environment(root), frozenset({0, 1, 3}))

    def seconds(self) -> dict[str, float]:
        """Run every verb once, then `run` after an edit of one article; return their processor seconds."""
        start = self._run("--version")
        found = {verb: self._run(verb, "--jobs", "1") - start for verb in _VERBS}
        self._run("run", "--jobs", "1")
        edited = self._root / "articles" / newsroom.article(0).path
        edited.write_text(edited.read_text(encoding="utf-8") + "\nThe library stays open.\n", encoding="utf-8")
        return found | {_LOOK: self._run("run", "--jobs", "1") - start}

    def _run(self, *words: str) -> float:
        usage: Usage = run([*self._program, "-q", *words], self._place)
        return usage.processor

    def kept(self) -> dict[str, float]:
        """Return the files, their bytes and what the disk keeps for them, of each thing that is kept."""
        catalogs = self._root / "locales"
        kept = {
            "articles": _sizes([self._root / "articles"]),
            "templates": _sizes([catalogs / "templates"]),
            "catalogues": _sizes(one for one in catalogs.iterdir() if one.name != "templates"),
            "built": _sizes([self._root / "build"]),
            "state": _sizes([Path(self._place.environment["XDG_CACHE_HOME"])]),
        }
        return {f"{name} {of}": size for name, sizes in kept.items() for of, size in zip(_OF, sizes, strict=True)}

    def git(self) -> tuple[float, float, float]:
        """Return packed bytes of articles and catalogues, index bytes a file, and seconds of `git status` a file."""
        (self._root / ".gitignore").write_text("/build/\n/.l10n/\n", encoding="utf-8")
        for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "all"), ("repack", "-adq")):
            self._git(*words)
        files = len(subprocess.run(["git", "ls-files"], cwd=self._root, check=True, capture_output=True).stdout.split())
        status = min(run(["git", "status", "--short"], self._place).processor for _ in range(3))
        packed = sum(path.stat().st_size for path in (self._root / ".git/objects").rglob("*") if path.is_file())
        return packed, (self._root / ".git/index").stat().st_size / files, status / files

    def _git(self, *words: str) -> None:
        run(["git", *_GIT, *words], self._place)


def _sizes(folders: Iterable[Path]) -> tuple[int, int, int]:
    """Return how many files and folders there are, their bytes, and the bytes of their blocks."""
    found = [one.lstat() for folder in folders for one in (folder, *folder.rglob("*"))]
    return len(found), sum(one.st_size for one in found), sum(one.st_blocks * 512 for one in found)


def measured(root: Path, program: Sequence[str], many: int) -> Units:
    """Measure a small and a large project, each in one locale and in three: what every command costs falls out."""
    sizes = max(1, many // 10), many
    found: dict[tuple[int, int], dict[str, float]] = {}
    index = status = 0.0
    for size in sizes:
        for locales in (newsroom.LOCALES[:_FEW], newsroom.LOCALES[:_MANY]):
            one = Project(root / f"{size}-{len(locales)}", program, size, locales)
            figures = one.seconds() | one.kept()
            packed, index, status = one.git()
            found[size, len(locales)] = figures | {"packed": packed}
    texts = [newsroom.article(number).texts for number in range(many)]
    more = {
        some: {name: found[many, some][name] - found[sizes[0], some][name] for name in found[many, some]}
        for some in (_FEW, _MANY)
    }
    shares = {}
    for name, few in more[_FEW].items():
        locale = max(0.0, (more[_MANY][name] - few) / (_MANY - _FEW))
        each = many - sizes[0]
        shares[name] = Share(max(0.0, few - locale * _FEW) / each, locale / each)
    words = sum(len(text.source.split()) for some in texts for text in some) / many
    return Units(shares, index, status, words, sum(map(len, texts)) / many)


def table(units: Units) -> list[str]:
    """Return the rows of what was measured."""
    rows = [
        f"| {name} | {one.article * 1000:.2f} ms | {one.locale * 1000:.2f} ms |"
        for name, one in units.shares.items()
        if name in {*_VERBS, _LOOK}
    ]
    for name in _KEPT:
        files, size, disk = (units.shares[f"{name} {of}"] for of in _OF)
        article, locale = (
            _both(*some)
            for some in ((size.article, disk.article, files.article), (size.locale, disk.locale, files.locale))
        )
        rows.append(f"| {name} | {article} | {locale} |")
    packed = units.shares["packed"]
    rows.append(f"| git, packed | {_bytes(packed.article)} | {_bytes(packed.locale)} |")
    return [
        f"An article has {units.words:.0f} words in {units.segments:.1f} segments. Processor time of one process.",
        "",
        "| unit | an article | an article in a locale |",
        "|---|--:|--:|",
        *rows,
        f"| git's index, `git status` | {units.index:.0f} bytes, {units.status * 1e6:.1f} µs a file | |",
    ]


def plan(units: Units, archive: Archive) -> list[str]:
    """Return the rows of what the archive would take."""
    whole, locales = archive.articles, archive.locales
    tracked = units.sum((f"{name} files" for name in _TRACKED), whole, locales)
    cold = units.sum(_VERBS, whole, locales)
    nightly = units.sum(_VERBS, archive.new + archive.edited, locales)
    year = max(1, whole // archive.years)
    parts = -(-year // _COMFORT)
    look = units.shares[_LOOK]
    asked = units.shares["articles bytes"].article * whole * locales
    rows = {
        "files and folders in git": f"{tracked / 1e6:,.0f} million",
        "files and folders of a build": f"{units.sum(['built files'], whole, locales) / 1e6:,.0f} million",
        "disk, articles and catalogues": _bytes(units.sum((f"{name} disk" for name in _TRACKED), whole, locales)),
        "disk, builds": _bytes(units.sum(["built disk"], whole, locales)),
        "disk, state (a cache)": _bytes(units.sum(["state disk"], whole, locales)),
        "git's objects, one version of everything": _bytes(units.sum(["packed"], whole, locales)),
        "git's index, `git status`, were it one project": _of_git(units, tracked),
        f"projects of at most {_COMFORT:,} articles": f"{parts} a year, {parts * archive.years} in all",
        "git's index, `git status`, of such a project": _of_git(units, year / parts * tracked / whole),
        "cold, processor": _on(cold, archive.cores),
        f"a night: {archive.new:,} new, {archive.edited:,} edited": _on(nightly, archive.cores),
        "looking for what changed in one project": _time(look.sum(round(year / parts), locales)),
        "looking in all of them": _on(look.sum(whole, locales), archive.cores),
        "characters asked for, cold": f"{asked / 1e9:,.0f} billion at most",
    }
    head = f"{whole:,} articles of {archive.years} years in {locales} locales"
    return [f"| {head} | |", "|---|--:|", *(f"| {name} | {value} |" for name, value in rows.items())]


def _on(seconds: float, cores: int) -> str:
    return f"{_time(seconds)}; on {cores} cores {_time(seconds / cores)}"


def _of_git(units: Units, files: float) -> str:
    return f"{_bytes(units.index * files)}, {_time(units.status * files)}"


def _both(size: float, disk: float, files: float) -> str:
    return f"{_bytes(size)}, {_bytes(disk)} on the disk, {files:.2f} files" if files > 0.005 or size else "–"  # noqa: PLR2004  nothing


def _bytes(many: float) -> str:
    for unit, size in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if many >= size:
            return f"{many / size:,.1f} {unit}"
    return f"{many:.0f} bytes"


def _time(seconds: float) -> str:
    for unit, size in (("days", _DAY), ("hours", 3600), ("minutes", 60)):
        if seconds >= size:
            return f"{seconds / size:,.1f} {unit}"
    return f"{seconds:.1f} seconds"


def _read(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What an article costs, and what an archive would.")
    parser.add_argument("--measured", type=int, default=500, help="articles that are made up and measured")
    parser.add_argument("--articles", type=int, default=10_000_000)
    parser.add_argument("--locales", type=int, default=10)
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--cores", type=int, default=64)
    parser.add_argument("--new", type=int, default=2000, help="articles a day")
    parser.add_argument("--edited", type=int, default=500, help="articles a day")
    parser.add_argument("--program", default=f"{sys.executable} -m l10n")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/scale.md")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print and, when asked to, write."""
    given = _read(words)
    archive = Archive(given.articles, given.locales, given.years, given.cores, given.new, given.edited)
    with tempfile.TemporaryDirectory() as folder:
        units = measured(Path(folder), shlex.split(given.program), given.measured)
    about = f"Measured on {given.measured} articles, Python {sys.version.split()[0]}, {os.cpu_count()} cores."
    lines = "\n".join((about, "", *table(units), "", *plan(units, archive)))
    sys.stdout.write(f"{lines}\n")
    if given.write:
        before, _, rest = _PAGE.read_text(encoding="utf-8").partition(BEGIN)
        _PAGE.write_text(f"{before}{BEGIN}\n{lines}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
