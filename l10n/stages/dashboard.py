"""The verb behind `coverage --html`: a page for a browser, and the files beside it that have the texts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import files, languages, locales
from l10n.errors import ArticleError, UsageError
from l10n.model import ShownLanguage
from l10n.report.dashboard import texts
from l10n.report.dashboard.matrix import Matrix
from l10n.report.dashboard.page import ENDING, Dashboard, is_page, page
from l10n.stages.articles import Ranks
from l10n.stages.detail_article import detail_article
from l10n.stages.outcomes import Files, outcomes
from l10n.stages.trend import trends

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Executor

    from l10n.errors import L10nError
    from l10n.model import DraftRisk, Key
    from l10n.project import ProjectFolder
    from l10n.stages.detail_article import DetailedArticle
    from l10n.stages.mapping import Failure
    from l10n.stages.workset import Workset

__all__ = ["FEW", "ready", "write_dashboard"]

FEW = 200
"""Articles from which on texts are beside the page."""
_MOST = 1 << 23
"""Characters of texts that are in the page at most."""


def ready(project: ProjectFolder, name: str) -> str:
    """Return the path of a page by its name, relative to the project.

    Raises `UsageError` where none may be written there: outside of the project, among articles or catalogues, or over
    a file that is none.
    """
    found = project.place(name)
    if not found.endswith(ENDING):
        raise UsageError(f"`{found}` is no name of a page", remedy=f"End it in `{ENDING}`.")
    try:
        before = project.read_file(found)
    except ArticleError:
        before = ""
    if before is not None and not is_page(before):
        raise UsageError("it is there, and is no page of coverage", path=found, remedy="Delete it, or name another.")
    return found


def write_dashboard(
    work: Workset,
    name: str,
    risks: Iterable[DraftRisk] = (),
    *,
    notices: list[str],
    executor: Executor | None = None,
) -> tuple[L10nError, ...]:
    """Write the page at a path that is `ready`; return what could not be read of the articles, which the page tells.

    Files with texts are there before the page that names them, and those of an earlier one go after it. Raises
    `StorageError`.
    """
    project = work.project
    known = _by_article(risks)
    unread: list[Failure] = []
    matrix = Matrix(work.locales)
    kept = _TextFiles(project, f"{name}.d", len(work.articles))
    function = partial(detail_article, locales=work.locales, beside=kept.beside)
    standing = Files(_slim, partial(_made, kept.folder))
    for one in outcomes(work, function, unread, executor, doing="telling", files=standing):
        matrix.add(one.row, known.get(one.article, {}))
        kept.add(one)
    failures = (*work.unknown, *Ranks.of(work.articles, work.locales).errors(unread))
    told = Dashboard(
        _language(project.config.source),
        [_language(locale) for locale in work.locales],
        matrix,
        trends(project, work.state, work.articles, work.locales, whole=work.whole, notices=notices),
        [str(failure) for failure in failures],
        kept.folder if kept.beside else "",
        kept.told,
    )
    _replace(project, name, page(told))
    kept.clear()
    return failures


def _slim(one: DetailedArticle) -> DetailedArticle | None:
    """Return the same when its file is written, without what that has; None while it waits for a time to come."""
    return None if one.waits else replace(one, texts="") if one.file else one


def _made(folder: str, one: DetailedArticle) -> dict[str, str]:
    return {f"{folder}/{one.file}": one.digest} if one.file else {}


class _TextFiles:
    """The texts of the articles: held for the page while they are few, else written beside it one by one."""

    def __init__(self, project: ProjectFolder, folder: str, articles: int) -> None:
        self._project = project
        self._size = 0
        self.folder = folder
        """Where they are written."""
        self.beside = articles >= FEW
        self.told: list[str] = []
        """What is held of each article, or the names of the files."""

    def add(self, one: DetailedArticle) -> None:
        """Take the texts of the next article."""
        if one.file:
            self._write(one.file, one.texts)
            self.told.append(one.file)
            return
        self._size += len(one.texts)
        if self._size > _MOST and not self.beside:
            self.beside, held = True, self.told
            self.told = [self._moved(text) for text in held]
        self.told.append(self._moved(one.texts) if self.beside else one.texts)

    def clear(self) -> None:
        """Remove what an earlier page had there, and leave all other files."""
        own = set(self.told) if self.beside else set()
        for name in files.names_in(self._project.root, self.folder):
            path = f"{self.folder}/{name}"
            if name in own or not name.endswith(texts.ENDING):
                continue
            if texts.is_file(name, _read(self._project, path) or ""):
                files.remove(self._project.root, path)

    def _moved(self, text: str) -> str:
        """Put what was for the page into a file, and return its name."""
        name, whole = texts.file_of(text)
        self._write(name, whole)
        return name

    def _write(self, name: str, whole: str) -> None:
        if whole:
            _replace(self._project, f"{self.folder}/{name}", whole)


def _replace(project: ProjectFolder, path: str, text: str) -> None:
    if _read(project, path) != text:
        project.write_file(path, text)


def _read(project: ProjectFolder, path: str) -> str | None:
    """Return a file's text, nothing where there is none; what is no text is not ours."""
    try:
        return project.read_file(path)
    except ArticleError:
        return ""


def _by_article(risks: Iterable[DraftRisk]) -> dict[str, dict[tuple[str, Key], DraftRisk]]:
    found: dict[str, dict[tuple[str, Key], DraftRisk]] = {}
    for one in risks:
        found.setdefault(one.article, {})[one.locale, one.key] = one
    return found


def _language(locale: str) -> ShownLanguage:
    return ShownLanguage(locale, locales.display_name(locale), locales.tag(locale), languages.direction(locale))
