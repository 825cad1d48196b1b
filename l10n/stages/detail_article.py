"""Owns what is told of one article in detail: a function of values, for this process or another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import coverage, files, reviews
from l10n.model import ArticleDetail, Entry, LocaleDetail, State, TextDetail
from l10n.report.dashboard.matrix import matrix_row
from l10n.report.dashboard.texts import file_of, texts
from l10n.stages.build_article import build_everywhere
from l10n.stages.count_article import count_article

if TYPE_CHECKING:
    from l10n.model import Catalog, Document, Standing
    from l10n.report.dashboard.matrix import MatrixRow
    from l10n.stages.articles import ArticleInput
    from l10n.stages.build_article import BuildResult
    from l10n.stages.count_article import CountedLocale
    from l10n.stages.mapping import Failure

__all__ = ["DetailedArticle", "detail_article"]


@dataclass(frozen=True, slots=True)
class DetailedArticle:
    """What is told of an article; it pickles."""

    article: str
    row: MatrixRow
    file: str
    """The name of the file that has its texts; empty where a page has them."""
    texts: str
    """What stands in the file or in the page; empty where the file has it already."""
    digest: str
    """What the file is known by."""
    waits: bool
    """It is held until a time."""
    failures: tuple[Failure, ...] = ()


def detail_article(given: ArticleInput, *, locales: tuple[str, ...], beside: bool) -> DetailedArticle:
    """Tell where each text of an article stands in each of the locales, and what `build` would publish of it and why.

    Its texts are for a page, or for a file `beside` one. Nothing is read but the clock, and nothing written.
    """
    counted = count_article(given, segments=True)
    built = build_everywhere(given, explain=True)
    failures = {(one.locale, str(one.error)): one for one in (*counted.failures, *built.failures)}
    would = {one.locale: one for one in built.rows}
    rows = {one.row.locale: one for one in counted.rows if one.row.locale in would}
    found: dict[str, LocaleDetail] = {}
    if rows:
        document = given.document()
        for locale, po in given.looked_up([]):
            if locale in rows:
                found[locale] = _detail(document, po.catalog if po else None, rows[locale], would[locale])
    detail = ArticleDetail(given.article, found)
    file, told = file_of(texts(detail)) if beside else ("", texts(detail))
    return DetailedArticle(
        given.article,
        matrix_row(detail, locales),
        file,
        told,
        files.digest(files.encoded(told)) if beside else "",
        any(one.waits for one in built.rows),
        tuple(failures.values()),
    )


def _detail(document: Document, catalog: Catalog | None, counted: CountedLocale, built: BuildResult) -> LocaleDetail:
    entries = coverage.standing(document, catalog)
    explained = built.explained.texts if built.explained else ()
    rows = (
        TextDetail(_named(standing), entry.target if entry else "", _before(entry), told.shown, told.why)
        for standing, entry, told in zip(counted.segments, entries, explained, strict=True)
    )
    return LocaleDetail(counted.row, built.held, tuple(rows))


def _named(one: Standing) -> Standing:
    """Return the same with a reviewer who may be shown."""
    return replace(one, reviewer=reviews.named(one.reviewer)) if one.reviewer else one


def _before(entry: Entry | None) -> str:
    return entry.previous.text if entry and entry.previous and entry.state is State.STALE else ""
