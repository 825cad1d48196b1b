"""The verb `import` for work files: what translators' tools made of them comes back into the catalogues."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from l10n import files, formats, locales
from l10n.errors import CatalogError, UsageError, blaming, collecting
from l10n.exchange.xliff.reading import read
from l10n.exchange.xliff.units import unit_id
from l10n.model import Brought, BroughtRow, Catalog, Reception, State, Unplaced
from l10n.stages.importing import Imported
from l10n.stages.returned import Returned, returned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from l10n.exchange.xliff.units import ReturnedFile, ReturnedUnit
    from l10n.model import Entry, Key
    from l10n.stages.importing import ImportOrder
    from l10n.stages.workset import Workset

__all__ = ["bring"]


def bring(work: Workset, existing: Sequence[Path], order: ImportOrder) -> Imported:
    """Put the texts that were edited in work files into the catalogues that they came from.

    A file that cannot be read completely, or is of another article or locale, is a failure, and nothing of it is
    written. What an entry says that changed since the export stays, and is told beside what the file says.
    """
    done = Imported()
    for path in existing:
        shown = path.as_posix()
        with collecting(done.failures, shown, "importing it"):
            for one in _read(work, path, shown, order.locale):
                with collecting(done.failures, shown, "importing it"):
                    _Return(work, one, shown, order).put(done)
    return done


def _read(work: Workset, path: Path, shown: str, locale: str) -> tuple[ReturnedFile, ...]:
    """Read a file, and refuse one that is of no article of this project, or of another locale."""
    if not path.is_file():
        raise UsageError("is not there", path=shown, remedy="Name a file that `l10n export` wrote.")
    found = read(files.read(path, shown), shown)
    for one in found:
        _check(work, one, shown, locale)
    return found


def _check(work: Workset, file: ReturnedFile, shown: str, locale: str) -> None:
    if file.article not in work.articles:
        raise UsageError(
            f"is of `{file.article}`, and there is no such article",
            path=shown,
            line=file.line,
            remedy="Import it where it was exported, or write the path that the article has now into <file>.",
        )
    wanted = locales.tag(locale)
    if file.target and file.target.replace("_", "-").casefold() != wanted.casefold():
        raise UsageError(
            f"is in `{file.target}`, and not in `{wanted}`",
            path=shown,
            line=file.line,
            remedy="Name the locale of the file by `-l`.",
        )


@dataclass(slots=True)
class _Return:
    """One article that comes back in one locale."""

    work: Workset
    file: ReturnedFile
    shown: str
    order: ImportOrder
    rows: list[BroughtRow] = field(default_factory=list)
    refused: list[Unplaced] = field(default_factory=list)
    changed: set[Key] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The path of the catalogue."""
        return self.work.project.catalog_name(self.file.article, self.order.locale)

    def put(self, done: Imported) -> None:
        """Write what was edited; raises what `ProjectFolder.update_catalog` does."""
        project, article, locale = self.work.project, self.file.article, self.order.locale
        if project.catalog(article, locale) is None:
            raise CatalogError("is not there", path=self.name, remedy="Run `l10n extract`, and import again.")
        with blaming(self.name, "importing into it"):
            wrote = project.update_catalog(
                article, locale, self._merged, dry=self.order.dry, released=lambda entry: entry.key in self.changed
            )
        if wrote and self.name not in done.changed:
            done.changed.append(self.name)
        done.rows += self.rows
        done.refused += self.refused

    def _merged(self, catalog: Catalog | None) -> Catalog:
        """Return the catalogue with the edits; worked out anew whenever somebody saved it meanwhile."""
        for told in (self.rows, self.refused, self.changed):
            told.clear()
        now = catalog or Catalog(self.file.article, self.order.locale)
        units = self._units(now)
        judge = partial(
            returned, inline=formats.for_path(self.file.article).inline, origin=self.shown, order=self.order
        )
        entries = []
        for entry in now:
            live = entry.state is not State.OBSOLETE
            entries.append(
                self._told(entry, unit, judge(entry, unit)) if live and (unit := units.get(entry.key)) else entry
            )
        return Catalog(now.article, now.locale, tuple(entries))

    def _units(self, catalog: Catalog) -> dict[Key, ReturnedUnit]:
        """Find the entry of each unit; what has none is told. Raises `UsageError` where not one has any."""
        ids = {unit_id(key): key for key in catalog.live()}
        texts: dict[str, list[Key]] = {}
        for live in ids.values():
            texts.setdefault(live.text, []).append(live)
        found: dict[Key, ReturnedUnit] = {}
        for unit in self.file.units:
            key: Key | None = ids.get(unit.id)
            if key is None and len(texts.get(unit.source, ())) == 1:
                key = texts[unit.source][0]
            if key is None:
                self._refuse(unit, unit.fault or "the article has no such text any more; it is left out")
            elif unit.fault:
                self._refuse(unit, f"{unit.fault}; it is left out")
            elif unit.source != key.text:
                self._refuse(unit, f"its source is not that of the article, which is “{key.text}”; it is left out")
            elif key in found:
                self._refuse(unit, f"it stands in line {found[key].line} already; it is left out")
            else:
                found[key] = unit
        if self.file.units and not found:
            raise UsageError(
                f"not one of its texts is one of `{self.file.article}`: it is of another project or of another version",
                path=self.shown,
                line=self.file.line,
                remedy="Import it where it was exported, or export the article again.",
            )
        return found

    def _told(self, entry: Entry, unit: ReturnedUnit, came: Returned) -> Entry:
        if came.refusal:
            self._refuse(unit, came.refusal)
        if came.reception is not None:
            text = unit.target if came.reception is Reception.KEPT else came.entry.target
            brought = Brought(entry.key, text, self.shown, came.doubt)
            self.rows.append(BroughtRow(self.file.article, self.order.locale, self.name, brought, came.reception))
        if came.entry != entry and came.reception is not Reception.KEPT:
            self.changed.add(entry.key)
        return came.entry

    def _refuse(self, unit: ReturnedUnit, reason: str) -> None:
        self.refused.append(Unplaced(self.shown, unit.line, unit.target or unit.source, reason))
