"""Owns the cycle from articles to localized articles: cold, nothing to do, one edit, one PO saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import material
from .measure import Usage, WrongResultError, run_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from .tools import Project

PHASES = {
    "cold": "cold cycle",
    "nothing": "nothing to do",
    "edit": "one edit",
    "saved": "one PO saved",
}
"""Each builds on those before it."""
_TARGET = "다시 세었다. ({})"


class Cycle:
    """One project on its way through the phases, round after round; every result is held against what is right."""

    def __init__(self, project: Project, articles: Path, catalogs: Path | None) -> None:
        """Begin with these articles, and with these catalogues or none."""
        self.project = project
        self._start = articles, catalogs
        self._first: dict[str, str] = {}
        self._number = 0
        self._edited = ""

    def round(self, phases: frozenset[str]) -> Iterator[tuple[str, Usage]]:
        """Yield what each phase that is wanted took, and do those that it needs before."""
        self._number += 1
        needed = list(PHASES)[: max(list(PHASES).index(phase) for phase in phases) + 1]
        for phase in needed:
            if phase == "cold" and phase not in phases and self._first:
                continue
            usage = self._STEPS[phase](self)
            if phase in phases:
                yield phase, usage

    def _cold(self) -> Usage:
        self.project.reset(*self._start)
        usage = self._run()
        built = material.digests(self._build)
        wanted = len(self.project.articles) * len(self.project.tool.locales)
        if len(built) != wanted or not all(path.stat().st_size for path in self._build.rglob("*.md")):
            raise WrongResultError(f"{len(built)} articles were built, or some of them empty; not {wanted}")
        if self._first and built != self._first:
            raise WrongResultError("the same articles were built otherwise than before")
        self._first = built
        return usage

    def _nothing(self) -> Usage:
        before = self._made()
        usage = self._run()
        self._expect_changes(before, 0, "with nothing to do")
        return usage

    def _edit(self) -> Usage:
        self._edited, text = self._next_edit()
        (self.project.root / "articles" / self._edited).write_text(text, encoding="utf-8")
        before = material.digests(self._build)
        usage = self._run()
        changed = _changed(before, material.digests(self._build))
        self._expect_in(material.added(self._number), self.project.tool.locales)
        if len(changed) != len(self.project.tool.locales):
            raise WrongResultError(f"one edit has changed {len(changed)} built articles: {changed[:3]}")
        return usage

    def _saved(self) -> Usage:
        locale = self.project.tool.locales[0]
        path = self.project.root / self.project.tool.catalog(locale, self._edited)
        target = _TARGET.format(self._number)
        path.write_text(material.reviewed(path.read_text(encoding="utf-8"), self._number, target), encoding="utf-8")
        before = material.digests(self._build)
        usage = self._run()
        changed = _changed(before, material.digests(self._build))
        self._expect_in(target, (locale,))
        if len(changed) != 1:
            raise WrongResultError(f"one saved PO has changed {len(changed)} built articles: {changed[:3]}")
        return usage

    _STEPS: dict[str, Callable[[Cycle], Usage]] = {  # noqa: RUF012  a constant
        "cold": _cold,
        "nothing": _nothing,
        "edit": _edit,
        "saved": _saved,
    }

    @property
    def _build(self) -> Path:
        return self.project.root / "build"

    def _run(self) -> Usage:
        return run_all(self.project.tool.commands(self.project.root), self.project.place)

    def _made(self) -> dict[str, str]:
        """Return the digests of all that the program has made."""
        root = self.project.root
        return {
            f"{name}/{path}": digest
            for name in ("build", self.project.tool.catalogs)
            for path, digest in material.digests(root / name).items()
        }

    def _next_edit(self) -> tuple[str, str]:
        """Return an article that has not been edited yet, and its text after the edit of this round."""
        for name in self.project.articles:
            text = (self.project.root / "articles" / name).read_text(encoding="utf-8")
            new = None if material.is_edited(text) else material.edited(text, self._number)
            if new is not None:
                return name, new
        raise WrongResultError("no article is left that has a paragraph of words alone")

    def _expect_in(self, text: str, locales: tuple[str, ...]) -> None:
        for locale in locales:
            built = (self._build / locale / self._edited).read_text(encoding="utf-8")
            if text not in " ".join(built.split()):
                raise WrongResultError(f"{locale}/{self._edited} was built without {text!r}")

    def _expect_changes(self, before: dict[str, str], most: int, when: str) -> None:
        changed = _changed(before, self._made())
        if len(changed) > most:
            raise WrongResultError(f"{when} {len(changed)} files have changed: {changed[:3]}")


def _changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the paths whose digest is another, or that came or went."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
