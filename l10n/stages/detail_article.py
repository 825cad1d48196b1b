"""Owns what is told of one article in detail: a function of values, for this process or another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import coverage
from l10n.model import ArticleDetail, Entry, LocaleDetail, State, TextDetail
from l10n.stages.build_article import build_everywhere
from l10n.stages.count_article import count_article

if TYPE_CHECKING:
    from l10n.model import Catalog, Document
    from l10n.stages.articles import ArticleInput
    from l10n.stages.build_article import BuildResult
    from l10n.stages.count_article import CountedLocale
    from l10n.stages.mapping import Failure

__all__ = ["DetailedArticle", "detail_article"]


@dataclass(frozen=True, slots=True)
class DetailedArticle:
    """What is told of an article; it pickles."""

    article: str
    detail: ArticleDetail
    failures: tuple[Failure, ...] = ()


def detail_article(given: ArticleInput) -> DetailedArticle:
    """Tell where each text of an article stands in every locale, and what `build` would publish of it and why.

    Nothing is read but the clock, and nothing written.
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
    return DetailedArticle(given.article, ArticleDetail(given.article, found), tuple(failures.values()))


def _detail(document: Document, catalog: Catalog | None, counted: CountedLocale, built: BuildResult) -> LocaleDetail:
    entries = coverage.standing(document, catalog)
    explained = built.explained.texts if built.explained else ()
    texts = (
        TextDetail(standing, entry.target if entry else "", _before(entry), told.shown, told.why)
        for standing, entry, told in zip(counted.segments, entries, explained, strict=True)
    )
    return LocaleDetail(counted.row, built.held, tuple(texts))


def _before(entry: Entry | None) -> str:
    return entry.previous.text if entry and entry.previous and entry.state is State.STALE else ""
