"""Owns counting what is translated of one article: a function of values, for this process or another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import config
from l10n import coverage as counting
from l10n.catalog.notes import urgency
from l10n.catalog.ownership import is_person
from l10n.errors import L10nError, collecting
from l10n.stages.mapping import Failure
from l10n.stages.source_facts import source_facts

if TYPE_CHECKING:
    from l10n.model import Coverage, Standing
    from l10n.stages.articles import ArticleInput

__all__ = ["CountedArticle", "CountedLocale", "count_article"]


@dataclass(frozen=True, slots=True)
class CountedLocale:
    """What was counted of an article in one locale."""

    row: Coverage
    segments: tuple[Standing, ...] = ()
    """Every segment; empty where it was not asked for."""
    timed: bool = False
    """There is a catalogue, and it is asked how fast its drafts were read."""


@dataclass(frozen=True, slots=True)
class CountedArticle:
    """What was counted of an article; it pickles."""

    article: str
    rows: tuple[CountedLocale, ...] = ()
    """One for each locale whose catalogue is none or could be read."""
    failures: tuple[Failure, ...] = ()


def count_article(given: ArticleInput, *, segments: bool = False) -> CountedArticle:
    """Measure an article in every locale; without a catalogue all of it is missing. Nothing is read or written."""
    try:
        document = given.document()
    except L10nError as err:
        return CountedArticle(given.article, failures=(Failure(given.article, "", err),))
    known = source_facts(document, given.config.source)
    rows: list[CountedLocale] = []
    failures: list[Failure] = []
    for locale, po in given.looked_up(failures):
        catalog = po.catalog if po else None
        errors: list[L10nError] = []
        with collecting(errors, given.catalog_name(locale), "counting it"):
            row = counting.measure(document, catalog, known.count, urgent=urgency, asked=known.asked, person=is_person)
            single = (
                counting.segments(document, catalog, known.count, urgency=urgency, person=is_person, asked=known.asked)
                if segments
                else ()
            )
            wanted = config.settings(given.config, given.article, locale)
            rows.append(
                CountedLocale(
                    replace(row, locale=locale, max_unedited=wanted.max_unedited),
                    tuple(replace(one, locale=locale) for one in single),
                    timed=bool(wanted.min_seconds_per_word and catalog),
                )
            )
        failures += [Failure(given.article, locale, err) for err in errors]
    return CountedArticle(given.article, tuple(rows), tuple(failures))
