"""The verb `coverage`: count what is translated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import coverage as counting
from l10n import formats
from l10n.catalog.notes import urgency
from l10n.catalog.ownership import is_person
from l10n.errors import collecting
from l10n.stages.clocked import Clocked
from l10n.stages.workset import catalogs
from l10n.text.facts.opening import Opening, opening

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.model import Coverage, Entry, Standing
    from l10n.stages.workset import Workset

__all__ = ["Covered", "coverage"]


@dataclass(frozen=True, slots=True)
class Covered:
    """What `coverage` counted."""

    rows: tuple[Coverage, ...]
    """One an article and locale, the articles in order within each locale."""
    failures: tuple[L10nError, ...]
    segments: tuple[Standing, ...] = ()
    """Every segment of every row, in their order; empty where it was not asked for."""
    notices: tuple[str, ...] = ()
    """Why something could not be measured."""


def coverage(work: Workset, *, segments: bool = False) -> Covered:
    """Measure every article in every locale; one without a catalogue is missing throughout.

    With `segments` each segment is told, too.
    """
    failures = list(work.failures)
    rows: list[Coverage] = []
    told: list[Standing] = []
    clock = Clocked(work.project)
    formatted = {document.path: formats.load(document.format) for document in work.documents}
    counters = {name: counting.word_counter(fmt) for name, fmt in formatted.items()}
    asked: dict[str, Opening] = {}
    for document, locale, po in catalogs(work, failures):
        catalog = po.catalog if po else None
        with collecting(failures, work.project.catalog_name(document.path, locale), "counting it"):
            if document.path not in asked:
                fmt = formatted[document.path]
                asked[document.path] = opening(document, fmt, work.project.config.source)
            row = counting.measure(
                document, catalog, counters[document.path], urgent=_urgent, asked=asked[document.path]
            )
            single = (
                counting.segments(document, catalog, counters[document.path], urgency=urgency, person=is_person)
                if segments
                else ()
            )
            wanted = work.project.settings(document.path, locale)
            rows.append(replace(row, locale=locale, max_unedited=wanted.max_unedited))
            if wanted.min_seconds_per_word and catalog:
                clock.add(len(rows) - 1, document, catalog, counters[document.path], wanted.min_seconds_per_word)
            told += (replace(one, locale=locale) for one in single)
    for at, pace in clock.paces().items():
        rows[at] = replace(rows[at], pace=pace)
    return Covered(tuple(rows), tuple(failures), tuple(told), tuple(clock.notices))


def _urgent(entry: Entry) -> bool:
    return bool(urgency(entry))
