"""The verb `repair`: say what is wrong with broken catalogues, and mend them when asked to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import locales
from l10n.catalog import backup
from l10n.catalog.recovery.mending import mend
from l10n.errors import CatalogError, L10nError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from l10n.catalog.recovery.mending import MendedFile
    from l10n.project import ProjectFolder

__all__ = ["Mending", "Repaired", "repair"]


@dataclass(frozen=True, slots=True)
class Mending:
    """What is wrong with a file, and what repairing makes of it."""

    name: str
    faults: tuple[CatalogError, ...]
    kept: int
    """Entries in the mended file."""
    settled: int
    """Entries made of two: the sides of a conflict, or duplicates."""
    disputed: int
    """Of these, how many are two persons' different texts."""
    rejected: str
    """Where the stretches are that are not in the mended file as they stood; empty when there are none."""


@dataclass(slots=True)
class Repaired:
    """What `repair` found and did."""

    files: list[Mending] = field(default_factory=list)
    backup: str = ""
    """Where the broken files are now, relative to the project; empty when nothing was written."""
    failures: list[L10nError] = field(default_factory=list)


def repair(project: ProjectFolder, names: Sequence[str], *, stamp: str, today: date, write: bool) -> Repaired:
    """Look at PO files, all of the project's when none are named; with `write` mend those that cannot be read.

    A file that is mended is first copied to `.l10n/backup/<stamp>/`, with what could not be kept as it stands beside it
    in `<name>.rej`. A file that reads well is left alone. Raises `UsageError` for a name that is no catalogue here,
    and `StorageError` where no backup can be kept.
    """
    done = Repaired()
    folder = project.backup_folder(stamp) if write else None
    for article, locale in _named(project, names) if names else _all(project):
        try:
            mended = _look(project, article, locale, today)
            if mended is None:
                continue
            name, data, made = mended
            rejected = ""
            if folder:
                kept = folder.relative_to(project.root).as_posix()
                backup.save(folder / name, data, name=f"{kept}/{name}", like=project.root / name)
                if made.rejected:
                    rejected = f"{kept}/{name}.rej"
                    text = made.rejected.encode("utf-8", "surrogateescape")
                    backup.save(project.root / rejected, text, name=rejected, like=project.root / name)
                done.backup = kept
                backup.mended(project.root / name, data, made.data, name=name)
            done.files.append(Mending(name, made.faults, made.kept, made.settled, len(made.disputed), rejected))
        except L10nError as err:
            done.failures.append(err)
    return done


def _look(project: ProjectFolder, article: str, locale: str, today: date) -> tuple[str, bytes, MendedFile] | None:
    """Return a broken catalogue's name, its bytes and what can be made of it; None for one that reads well."""
    name = project.catalog_name(article, locale)
    try:
        if project.catalog(article, locale) is not None:
            return None
    except CatalogError:
        pass
    data = backup.load(project.root / name, name=name)
    forms = locales.plural_forms(locale)
    return name, data, mend(data, path=name, article=article, locale=locale, today=today, plural_forms=forms)


def _all(project: ProjectFolder) -> Iterator[tuple[str, str]]:
    for locale in project.config.locales:
        for article in project.orphans(locale, ()):
            yield article, locale


def _named(project: ProjectFolder, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    known = {project.catalog_name(article, locale): (article, locale) for article, locale in _all(project)}
    for name in dict.fromkeys(names):
        path = Path(name).absolute()
        plain = path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else name
        found = known.get(plain) or known.get(name)
        if found is None:
            raise UsageError(
                "this is no PO file of the project", path=name, remedy=f"Name one below {project.config.catalogs}/."
            )
        yield found
