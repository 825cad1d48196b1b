"""Owns what of one article changed in fact since people translated it: a function of values, for any process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.catalog.notes import corrected, urgency
from l10n.errors import L10nError, collecting
from l10n.model import Correction
from l10n.stages.extract_article import ExtractInput, merged
from l10n.stages.mapping import Failure

if TYPE_CHECKING:
    from datetime import date

    from l10n.model import Entry
    from l10n.stages.articles import ArticleInput

__all__ = ["CorrectedArticle", "correct_article"]


@dataclass(frozen=True, slots=True)
class CorrectedArticle:
    """What changed in fact of an article, in all locales; it pickles."""

    article: str
    rows: tuple[Correction, ...] = ()
    failures: tuple[Failure, ...] = ()


def correct_article(given: ArticleInput, *, today: date) -> CorrectedArticle:
    """Find the changes of fact in an article that people had translated before; nothing is read or written.

    The catalogues are taken as extraction would make them now, so that a correction is told as soon as it is made.
    """
    try:
        document = given.document()
    except L10nError as err:
        return CorrectedArticle(given.article, failures=(Failure(given.article, "", err),))
    rows: list[Correction] = []
    failures: list[Failure] = []
    for locale, po in given.opened(failures):
        name = given.catalog_name(locale)
        errors: list[L10nError] = []
        with collecting(errors, name, "comparing it with its article"):
            now = merged(po.catalog, one=ExtractInput(document, locale, name, today))
            rows += [_correction(given.article, locale, name, entry) for entry in now if corrected(entry)]
        failures += [Failure(given.article, locale, err) for err in errors]
    return CorrectedArticle(given.article, tuple(rows), tuple(failures))


def _correction(article: str, locale: str, po: str, entry: Entry) -> Correction:
    return Correction(
        article=article,
        locale=locale,
        po=po,
        line=entry.line,
        since=entry.stale.date if entry.stale else "",
        facts=urgency(entry),
        before=entry.previous.text if entry.previous else "",
        key=entry.key,
        text=entry.target,
    )
