"""Owns the work on made-up news: how a cycle grows with the archive, and what a draft costs besides its engine."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from . import material, newsroom
from .measure import Usage, WrongResultError, run, run_all
from .tools import L10n, Project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_MOST_OPEN = 256
_EDITED = "The library stays open."


def _project(root: Path, program: Sequence[str], verbs: tuple[tuple[str, ...], ...], **settings: object) -> Project:
    tool = L10n("l10n", tuple(program), verbs, newsroom.LOCALES)
    return Project(root, replace(tool, **settings))  # type: ignore[arg-type]  # fields of it


def growth(root: Path, program: Sequence[str], many: int, options: tuple[str, ...]) -> Iterator[tuple[str, Usage]]:
    """Yield what a cold cycle, one with nothing to do and one after an edit take, for so many articles.

    Six of ten articles are reviewed in each locale, two are drafted; no process may have more than 256 files open.
    """
    project = _project(root / "growth", program, (("extract",), ("build",)), options=options)
    source = root / "archive"
    shutil.rmtree(source, ignore_errors=True)
    newsroom.write(source, many)
    project.reset(source / "articles", source / "locales")
    shutil.rmtree(source)
    place = replace(project.place, most_open=_MOST_OPEN)
    commands = project.tool.commands(project.root)
    usage = run_all(commands, place)
    built = material.digests(project.root / "build")
    if len(built) != many * len(newsroom.LOCALES):
        raise WrongResultError(f"{len(built)} articles were built of {many} in {len(newsroom.LOCALES)} locales")
    for locale in newsroom.LOCALES:
        one = newsroom.article(0)
        text = (project.root / "build" / locale / one.path).read_text(encoding="utf-8")
        if one.texts[1].targets[locale] not in text:
            raise WrongResultError(f"{locale}/{one.path} was built without its reviewed lede")
    yield "cold", usage
    usage = run_all(commands, place)
    if material.digests(project.root / "build") != built:
        raise WrongResultError("with nothing to do articles were built otherwise")
    yield "nothing", usage
    path = project.root / "articles" / newsroom.article(many // 2).path
    path.write_text(path.read_text(encoding="utf-8") + f"\n{_EDITED}\n", encoding="utf-8")
    usage = run_all(commands, place)
    now = material.digests(project.root / "build")
    if sum(digest != built[name] for name, digest in now.items()) != len(newsroom.LOCALES):
        raise WrongResultError("one edit has not changed one built article in each locale")
    yield "edit", usage
    shutil.rmtree(project.root)


class Drafts:
    """A project of made-up news that is drafted over and over, from the same catalogues."""

    def __init__(self, root: Path, program: Sequence[str], engine: str, many: int, options: tuple[str, ...]) -> None:
        """Make so many articles; for a memory six of ten are reviewed, for an engine none."""
        self._project = _project(root, program, (("extract",),), engines=(engine,))
        self._command = [*program, "-q", "draft", *options]
        self._engine = engine
        self._articles, self._catalogs = root.with_name(f"{root.name}.src"), root.with_name(f"{root.name}.kept")
        source = self._articles
        shutil.rmtree(source, ignore_errors=True)
        newsroom.write(source, many, drafts=False)
        self._project.reset(source / "articles", source / "locales" if engine == "memory" else None)
        run_all(self._project.tool.commands(self._project.root), self._project.place)
        shutil.copytree(self._project.root / "locales", self._catalogs)
        self._first: tuple[int, dict[str, str]] | None = None

    def round(self) -> tuple[Usage, int]:
        """Return what drafting takes, and how many texts it has drafted."""
        self._project.reset(self._articles / "articles", self._catalogs)
        usage = run(
            self._command, self._project.place.accepting(0, 3)
        )  # 3: texts are left that the memory knows none for
        catalogs = self._project.root / "locales"
        marks = re.compile(rf"^# draft: {self._engine}\b", re.MULTILINE)
        many = sum(len(marks.findall(path.read_text(encoding="utf-8"))) for path in catalogs.rglob("*.po"))
        done = many, material.digests(catalogs)
        if not many or (self._first or done) != done:
            raise WrongResultError(f"{many} texts were drafted, not {self._first and self._first[0]}, or otherwise")
        self._first = done
        return usage, many


class Unchanged:
    """A project in which everything is done, and the commands that people ask it with."""

    def __init__(self, project: Project, options: tuple[str, ...]) -> None:
        """Look at everything once, so that what can be known from before is."""
        self._project = project
        self._options = options
        self._said: dict[str, object] = {}
        assert isinstance(project.tool, L10n)  # noqa: S101  for the type
        self._program = project.tool.program
        for verb in ("coverage", "check"):
            self.asked(verb)

    def counted(self, program: str) -> Usage:
        """Return what a peer takes to count the same catalogues; it says the same every time."""
        usage = run([program, "--csv", self._project.tool.catalogs], self._project.place)
        said = self._project.place.output.read_text(encoding="utf-8")
        if self._said.setdefault(program, said) != said or said.count(".po") < len(self._project.articles):
            raise WrongResultError("pocount has counted something else than before, or too little")
        return usage

    def version(self) -> Usage:
        """Return what the start takes."""
        return run([*self._program, "--version"], self._project.place)

    def asked(self, verb: str) -> Usage:
        """Return what `coverage` or `check` takes; it says the same every time."""
        place = self._project.place.accepting(0, 1)
        usage = run([*self._program, "-q", verb, "--json", *self._options], place)
        said = json.loads(place.output.read_text(encoding="utf-8"))
        if verb == "coverage":
            many = len(self._project.articles) * len(self._project.tool.locales)
            reviewed = sum(row["segments"]["reviewed"] for row in said["articles"])
            if len(said["articles"]) != many or reviewed < self._project.filled:
                raise WrongResultError(f"{len(said['articles'])} rows with {reviewed} reviewed texts, not {many} rows")
        if self._said.setdefault(verb, said) != said:
            raise WrongResultError(f"{verb} has said something else than before")
        return usage
