"""Owns what goes out to translators' tools: the texts of articles with their states, read from the catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import formats, locales
from l10n.catalog import provenance
from l10n.catalog.decisions import mark
from l10n.catalog.ownership import machine_owned
from l10n.errors import CatalogError, L10nError, blaming
from l10n.exchange.xliff.units import WorkFile, WorkState, WorkUnit
from l10n.model import OriginKind, State
from l10n.stages.mapping import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from l10n.model import Document, Entry, Inline
    from l10n.stages.workset import Workset

__all__ = ["work_files"]


def work_files(
    work: Workset, written: Callable[[WorkFile], str], failures: list[Failure]
) -> Iterator[tuple[str, str, str]]:
    """Yield each article and locale with what `written` makes of it; what cannot be read goes to `failures`.

    A catalogue that is not in step with its article is refused: a translator would work on a text that is gone.
    """
    for article in work.articles:
        try:
            document = work.project.document(article)
        except L10nError as err:
            failures.append(Failure(article, "", err))
            continue
        for locale in work.locales:
            name = work.project.catalog_name(article, locale)
            try:
                with blaming(name, "exporting it"):
                    text = written(_file(work, document, locale))
            except L10nError as err:
                failures.append(Failure(article, locale, err))
            else:
                yield article, locale, text


def _file(work: Workset, document: Document, locale: str) -> WorkFile:
    project = work.project
    po = project.catalog(document.path, locale)
    live = po.catalog.live() if po else {}
    if po is None or any(segment.key not in live for segment in document.segments):
        raise CatalogError(
            "is not in step with its article",
            path=project.catalog_name(document.path, locale),
            remedy="Run `l10n extract`, and export again.",
        )
    inline = formats.load(document.format).inline
    units = tuple(_unit(entry, inline) for entry in live.values())
    return WorkFile(document.path, locales.tag(project.config.source), locales.tag(locale), document.format, units)


def _unit(entry: Entry, inline: Callable[[str], tuple[Inline, ...]]) -> WorkUnit:
    return WorkUnit(
        entry.key,
        _state(entry),
        mark(entry),
        inline(entry.key.text),
        entry.target,
        inline(entry.target) if entry.target else (),
        entry.note,
        entry.comments,
        tuple(provenance.lines(entry)),
        entry.previous,
    )


def _state(entry: Entry) -> WorkState:
    if entry.state is not State.DRAFT:
        return WorkState(entry.state)
    if not machine_owned(entry):
        return WorkState.IN_WORK
    memory = entry.origin is not None and entry.origin.kind is OriginKind.MEMORY
    return WorkState.MEMORY if memory else WorkState.MACHINE
