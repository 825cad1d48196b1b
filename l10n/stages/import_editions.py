"""The verb `import` for localized articles: cut like their sources, their blocks aligned with those of the sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import charsets, files, formats
from l10n.errors import L10nError, UsageError
from l10n.exchange.alignment.align import SURE, Match, align
from l10n.exchange.alignment.blocks import Editions, blocks
from l10n.model import Brought, Unplaced
from l10n.stages.extract import extract
from l10n.stages.found_editions import FoundEditions, named
from l10n.stages.importing import Imported
from l10n.stages.outcomes import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from l10n.model import Document
    from l10n.project import ProjectFolder
    from l10n.stages.importing import ImportOrder
    from l10n.stages.workset import Workset

__all__ = ["bring"]


@dataclass(frozen=True, slots=True)
class _BothEditions:
    """An article and its localized edition, both cut."""

    source: Document
    target: Document
    path: str
    """Of the edition, as the person named it."""


def bring(work: Workset, existing: Sequence[Path], order: ImportOrder) -> Imported:
    """Extract, then put what localized articles say into the catalogues of their articles.

    Raises `UsageError` where a file is that of no article.
    """
    done = Imported()
    extracted = extract(work, today=order.today, dry=order.dry)
    done.changed += extracted.changed
    done.failures += extracted.failures
    desk, pairs = Desk.of(work, terms=not work.termless), []
    for article, path in _found(work, existing, order):
        try:
            pairs.append(_cut(work.project, article, path, order.locale))
        except L10nError as err:
            done.failures.append(err)
    matched = align([_blocks(one) for one in pairs], (work.project.config.source, order.locale))
    for one, matches in zip(pairs, matched, strict=True):
        try:
            done.put(desk, one.source.path, _brought(one, matches), order)
        except L10nError as err:
            done.failures.append(err)
        done.unplaced += _unplaced(one, matches)
    return done


def _found(work: Workset, existing: Sequence[Path], order: ImportOrder) -> Iterator[tuple[str, Path]]:
    """Return each article that has a localized edition among what was named, and its path.

    Raises `UsageError` where an article has two.
    """
    project = work.project
    looking = FoundEditions(work.articles, project.root / project.config.articles, order.locale)
    found: dict[str, Path] = {}
    for path in existing:
        here = named(path, order.article, work.articles) if order.article else looking.of(path)
        if twice := next((article for article in here if found.get(article, here[article]) != here[article]), ""):
            told = f"is another translation of {twice} than {found[twice].as_posix()}"
            raise UsageError(told, path=here[twice].as_posix(), remedy="Name one of them.")
        found |= here
    return iter(found.items())


def _cut(project: ProjectFolder, article: str, path: Path, locale: str) -> _BothEditions:
    shown = path.as_posix()
    text = charsets.decoded(files.read(path, shown), shown, formats.for_path(article).name)
    options = replace(project.options(article), source=locale)
    return _BothEditions(project.document(article), formats.parse(article, text, options), shown)


def _blocks(pair: _BothEditions) -> Editions:
    inline = formats.load(pair.source.format).inline
    return Editions(blocks(pair.source, inline), blocks(pair.target, inline))


def _brought(pair: _BothEditions, matches: Sequence[Match]) -> Iterator[Brought]:
    here, there = pair.source.segments, pair.target.segments
    for one in matches:
        if one.source and one.target:
            text = " ".join(there[at].key.text for at in one.target)
            yield Brought(here[one.source.start].key, text, pair.path, _doubt(one), one.probability)


def _doubt(match: Match) -> str:
    if len(match.source) > 1 or len(match.target) > 1:
        return f"{len(match.source)} texts here, {len(match.target)} there"
    if match.moved:
        return "it stands elsewhere in the translation"
    return "" if match.probability >= SURE else "another text may be meant"


def _unplaced(pair: _BothEditions, matches: Sequence[Match]) -> Iterator[Unplaced]:
    there = pair.target.segments
    for one in matches:
        if not one.source:
            for at in one.target:
                yield Unplaced(pair.path, there[at].line, there[at].key.text, "it translates no text of the article")
