"""The verb `preview`: show what would be published, and what is held and why, as a site or one article by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import config_values, filenames, files
from l10n.errors import UsageError, collecting
from l10n.publish.preview import AS_ADDRESSES, FILES, START, PreviewSite, language_page, languages_page
from l10n.stages import build
from l10n.stages.articles import Ranks
from l10n.stages.outcomes import Desk, Files, outcomes
from l10n.stages.preview_article import preview_article, without_texts

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from l10n.errors import L10nError
    from l10n.publish.preview import PreviewRow, PreviewWords
    from l10n.stages.mapping import Failure
    from l10n.stages.preview_article import PreviewedArticle
    from l10n.stages.workset import Workset

__all__ = ["FOLDER", "Previewed", "preview", "preview_one", "preview_picture"]

FOLDER = "preview"
"""Where a preview is written."""
_PICTURE = 1 << 25
"""Bytes of a picture; what is larger is not copied."""


@dataclass(frozen=True, slots=True)
class Previewed:
    """What `preview` did."""

    start: str
    """The first page, relative to the project."""
    changed: tuple[str, ...]
    """Files written or removed, relative to the project."""
    removed: tuple[str, ...]
    """Those of `changed` that are removed: their article is gone, or was not asked for."""
    published: int
    held: int
    failures: tuple[L10nError, ...]
    notices: tuple[str, ...] = ()
    """What the next preview will not know."""


def preview(work: Workset, folder: str = "", *, executor: Executor | None = None) -> Previewed:
    """Write a page of each article in each language that was asked for, with lists of them; nothing is built.

    Files of others stay as they are, and what an earlier preview wrote there and this one does not is taken away.
    Raises `UsageError` for a folder that is not for it alone, and `ConfigError` as `build.ready` does.
    """
    build.ready(work)
    config = work.project.config
    folder = _own(work, folder or FOLDER)
    site = PreviewSite(config.source, (config.source, *work.locales), config.articles, work.articles)
    writer = _Writer(work, folder)
    unread: list[Failure] = []
    rows: list[PreviewRow] = []
    kept = Files(without_texts, partial(_made, site, folder))
    function = partial(preview_article, site=site)
    pictures: dict[str, None] = {}
    for one in outcomes(work, function, unread, executor, doing="previewing", files=kept):
        for page in one.pages:
            rows.append(page.row)
            writer.put(site.path(one.article, page.row.locale), page.text, page.standing)
        pictures |= dict.fromkeys(one.pictures)
    writer.put(START, languages_page(site, rows))
    for locale in site.languages:
        listed = (row for row in rows if row.locale == locale)
        writer.put(f"{locale}/{START}", language_page(site, locale, listed))
    for name in pictures:
        data = files.inside(work.project.root, name, _PICTURE)
        if data is not None:
            writer.put(f"{FILES}/{name}", data)
    names = build.unsure(work, unread)
    spared = None if names is None else {site.path(name, locale) for name in names for locale in site.languages}
    failures = [*work.unknown, *Ranks.of(work.articles, site.languages).errors(unread), *writer.failures]
    held = sum(bool(row.held) for row in rows)
    return writer.done(len(rows) - held, held, failures, spared)


def preview_one(work: Workset, article: str, locale: str, words: PreviewWords) -> str:
    """Draw the page of one article in one language, as it is on the disk now; it leads to addresses of a server.

    `words` are what it says besides.

    Raises what reading it raises, and `ConfigError` as `build.ready` does.
    """
    build.ready(work)
    site = replace(_addresses(work, locale), words=words)
    done = preview_article(Desk.of(work).read_one(article, locale), site=site)
    for failure in done.failures:
        raise failure.error
    return done.pages[0].text


def preview_picture(work: Workset, name: str) -> bytes | None:
    """Read a picture that such a page may show, by its path relative to the project; None for anything else."""
    return files.inside(work.project.root, name, _PICTURE) if _addresses(work).shows(name) else None


def _addresses(work: Workset, *locales: str) -> PreviewSite:
    return PreviewSite(work.project.config.source, locales, work.project.config.articles, work.articles, AS_ADDRESSES)


def _own(work: Workset, folder: str) -> str:
    """Return the folder of a preview; raises `UsageError` where it is not for that alone."""
    try:
        inner = config_values.inside(folder)
    except ValueError as err:
        raise UsageError(f"`{folder}` {err}", remedy="Name another folder.") from err
    config = work.project.config
    others = (config.articles, config.catalogs, config.build)
    clash = next((one for one in others if filenames.within(inner, one) or filenames.within(one, inner)), "")
    if clash:
        raise UsageError(f"a preview cannot lie in `{inner}`, as `{clash}` is there", remedy="Name another folder.")
    return inner


def _made(site: PreviewSite, folder: str, one: PreviewedArticle) -> dict[str, str]:
    return {f"{folder}/{site.path(one.article, page.row.locale)}": page.standing for page in one.pages}


class _Writer:
    """Writes the files of a preview."""

    def __init__(self, work: Workset, folder: str) -> None:
        self._project = work.project
        self._folder = folder
        self._built = files.Builds(work.project.root, folder, shared=True)
        self._known: set[str] = set()
        self._changed: list[str] = []
        self.failures: list[L10nError] = []

    def put(self, name: str, data: str | bytes, standing: str = "") -> None:
        """Write a file by its path below the preview, unless it is `standing` there."""
        name = f"{self._folder}/{name}"
        self._known.add(name)
        if standing:
            self._built.stands(name, standing)
        else:
            self._written(name, data)

    def _written(self, name: str, data: str | bytes | None) -> None:
        with collecting(self.failures, name, "writing it"):
            if self._project.write_build(name, data, self._built):
                self._changed.append(name)

    def done(self, published: int, held: int, failures: list[L10nError], spared: set[str] | None) -> Previewed:
        """Take away what is left over, save what is `spared` (None: anything), and tell what was done."""
        before = len(self._changed)
        if spared is not None:
            kept = self._known | {f"{self._folder}/{name}" for name in spared}
            for name in self._built.ours(but=kept):
                self._written(name, None)
        return Previewed(
            f"{self._folder}/{START}",
            tuple(self._changed),
            tuple(self._changed[before:]),
            published,
            held,
            (*failures, *self.failures[len(failures) :]),
            build.saved(self._built),
        )
