"""Owns the work of single commands: the start, coverage and check with nothing changed, and check on many segments."""

from __future__ import annotations

import json
import shutil
from itertools import islice
from typing import TYPE_CHECKING

from . import material
from .measure import Place, Usage, WrongResultError, run
from .tools import L10n, Project, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from .peers import Peer

_EACH = 1000
"""Segments in an article of the news that are checked."""


def start_up(program: Sequence[str], python: str, root: Path) -> Iterator[tuple[str, Usage]]:
    """Yield what the import of the library of commands takes, and what `l10n --version` does."""
    root.mkdir(parents=True, exist_ok=True)
    place = Place(root, environment(root))
    yield 'python -c "import typer"', run([python, "-c", "import typer"], place)
    usage = run([*program, "--version"], place)
    if not place.output.read_text(encoding="utf-8").startswith("l10n "):
        raise WrongResultError("--version has printed no version")
    yield "l10n --version", usage


class News:
    """A project of Korean news, all reviewed: checked by l10n and by pofilter, over and over with the same findings."""

    def __init__(self, root: Path, program: Sequence[str], many: int) -> None:
        """Make the project with so many segments; no text comes twice."""
        self.project = Project(root, L10n("l10n", tuple(program), (("extract",),), ("ko",)))
        articles = root.with_name("news")
        shutil.rmtree(articles, ignore_errors=True)
        articles.mkdir(parents=True)
        rows = dict(islice(_texts(), many))
        sources = list(rows)
        for start in range(0, len(sources), _EACH):
            text = "\n\n".join(sources[start : start + _EACH])
            (articles / f"{start:07}.md").write_text(text + "\n", encoding="utf-8")
        known = {" ".join(source.split()): target for source, target in rows.items()}
        kept = root.with_name("news-catalogs")
        self.project.fill(articles, kept, {"ko": known})
        self.segments = self.project.filled
        self._program = tuple(program)
        self._found: dict[str, object] = {}

    def ours(self, *options: str) -> Usage:
        """Return what a check of all takes."""
        place = self.project.place.accepting(0, 1)
        usage = run([*self._program, "-q", "check", "--output-format", "json", *options], place)
        found = json.loads(place.output.read_text(encoding="utf-8"))["findings"]
        self._same("l10n", sorted((row["po"], row["line"], row["rule"], row["message"]) for row in found))
        return usage

    def theirs(self, peer: Peer) -> Usage:
        """Return what pofilter takes for the same catalogues; it writes what it finds as PO files."""
        out = self.project.root.with_name("found")
        shutil.rmtree(out, ignore_errors=True)
        command = [peer.command("pofilter"), "--language", "ko", "--progress", "none", "locales/ko", str(out)]
        usage = run(command, self.project.place)
        self._same("pofilter", sorted(material.digests(out)))
        return usage

    def _same(self, program: str, found: object) -> None:
        if not found or self._found.setdefault(program, found) != found:
            raise WrongResultError(f"{program} has found nothing, or something else than before")


def _texts() -> Iterator[tuple[str, str]]:
    """Yield paragraphs of two sentences and their translations, all different."""
    with (material.CORPUS / material.NEWS).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for step in range(1, len(rows)):
        for at, row in enumerate(rows):
            other = rows[(at + step) % len(rows)]
            yield f"{row['eng']} {other['eng']}", f"{row['kor']} {other['kor']}"
