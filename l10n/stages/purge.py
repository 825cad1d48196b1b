"""The verb `purge`: delete what no article needs any more, after a backup."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from l10n import history
from l10n.catalog import backup
from l10n.catalog.obsolete import doomed, without
from l10n.errors import L10nError

if TYPE_CHECKING:
    from pathlib import Path

    from l10n.project import ProjectFolder
    from l10n.stages.workset import Workset

__all__ = ["Purge", "Purged", "purge"]


@dataclass(frozen=True, slots=True)
class Purge:
    """What is to be deleted."""

    obsolete: bool
    orphans: bool
    before: float | None = None
    """Unix time: entries that became obsolete later stay. None: all go."""
    stamp: str = ""
    """The name of the backup's folder."""


@dataclass(slots=True)
class Purged:
    """What `purge` deleted."""

    entries: dict[str, int] = field(default_factory=dict)
    """Catalogue → how many obsolete entries; those it has lost, or would."""
    files: list[str] = field(default_factory=list)
    """Catalogues and templates whose article is gone."""
    backup: str = ""
    """Where everything was before, relative to the project; empty when nothing was deleted."""
    failures: list[L10nError] = field(default_factory=list)


def purge(work: Workset, order: Purge, *, dry: bool = False) -> Purged:
    """Delete obsolete entries and the catalogues of vanished articles; `dry` only tells which.

    Each file is copied to `.l10n/backup/<stamp>/` as it is before it loses an entry; a file that goes is moved there.
    The age of an entry is the time of the commit that marked it obsolete; an entry that is not committed stays.
    Orphans are sought only where all articles can be read. What cannot be done for one file does not keep the others.
    Raises `StorageError` where no backup can be kept.
    """
    purger = _Purger(work.project, order, None if dry else work.project.backup_folder(order.stamp))
    articles = {document.path for document in work.documents}
    sought = order.orphans and work.whole and not work.failures
    if order.orphans:
        purger.done.failures += work.failures
    for locale in work.locales:
        for article in work.project.orphans(locale, ()):
            gone = article not in articles
            try:
                if gone and sought:
                    purger.remove(article, locale)
                elif order.obsolete and (work.whole or not gone):
                    purger.strip(article, locale)
            except L10nError as err:
                purger.done.failures.append(err)
    return purger.done


class _Purger:
    """Deletes from one file after another and keeps what each was."""

    def __init__(self, project: ProjectFolder, order: Purge, folder: Path | None) -> None:
        self.project = project
        self.order = order
        self.folder = folder
        """Where the files are kept; None where nothing is deleted."""
        self.done = Purged()

    def remove(self, article: str, locale: str) -> None:
        """Move a catalogue and its template away; one that cannot be read is refused."""
        self.project.catalog(article, locale)
        for name in (self.project.catalog_name(article, locale), self.project.catalog_name(article, "")):
            path = self.project.root / name
            if path.is_file() and name not in self.done.files:
                if self.folder:
                    backup.move(path, self.folder / name, name=name)
                    self.kept(self.folder)
                self.done.files.append(name)

    def strip(self, article: str, locale: str) -> None:
        """Take the obsolete entries out of a catalogue."""
        name = self.project.catalog_name(article, locale)
        po = self.project.catalog(article, locale)
        times = partial(history.line_times, self.project.root, name)
        gone = doomed(po.catalog, self.order.before, times) if po else frozenset()
        if po is None or not gone:
            return
        if self.folder:
            kept = self.folder / name
            backup.save(
                kept, po.data, name=kept.relative_to(self.project.root).as_posix(), like=self.project.root / name
            )
            self.kept(self.folder)
            self.project.update_catalog(
                article, locale, lambda now: without(now or po.catalog, gone), released=lambda entry: entry in gone
            )
        self.done.entries[name] = sum(entry in gone for entry in po.catalog)

    def kept(self, folder: Path) -> None:
        """Remember that there is a backup."""
        self.done.backup = folder.relative_to(self.project.root).as_posix()
