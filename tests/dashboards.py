"""Owns made-up pages of coverage: articles of a few texts, written as the stage writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.model import (
    ArticleDetail,
    Coverage,
    DraftRisk,
    Key,
    Kind,
    LocaleDetail,
    Origin,
    OriginKind,
    Prominence,
    ShownLanguage,
    Standing,
    State,
    Substate,
    Tally,
    TextDetail,
    TrendPoint,
)
from l10n.model.cells import added
from l10n.report.dashboard import texts
from l10n.report.dashboard.matrix import Matrix, matrix_row
from l10n.report.dashboard.page import Dashboard, page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["LANGUAGES", "article", "risk", "text", "write"]

LANGUAGES = (
    ShownLanguage("ko", "Korean", "ko", "ltr"),
    ShownLanguage("ar", "Arabic", "ar", "rtl"),
)
_ENGLISH = ShownLanguage("en", "English", "en", "ltr")
_STATES = {
    Substate.DRAFT: State.DRAFT,
    Substate.IN_WORK: State.DRAFT,
    Substate.URGENT: State.STALE,
    Substate.STALE: State.STALE,
    Substate.MISSING: State.MISSING,
}
_ORIGIN = Origin(OriginKind.MACHINE, "firefox", "2026-05-26", "0" * 12)


def text(source: str, target: str, substate: Substate, *, before: str = "", why: str = "why") -> TextDetail:
    """Return a text of one word in no locale yet."""
    standing = Standing(
        article="",
        locale="",
        key=Key(source),
        kind=Kind.PARAGRAPH,
        line=3,
        words=1,
        prominence=Prominence.BODY,
        state=_STATES.get(substate, State.REVIEWED),
        origin=_ORIGIN if substate is Substate.DRAFT else None,
        urgent=("number",) if substate is Substate.URGENT else (),
        substate=substate,
    )
    return TextDetail(standing, target, before, "reviewed", why)


def article(path: str, held: str = "", **rows: Sequence[TextDetail]) -> ArticleDetail:
    """Return an article with its texts in each locale."""
    return ArticleDetail(path, {locale: _locale(path, locale, held, some) for locale, some in rows.items()})


def _locale(path: str, locale: str, held: str, rows: Sequence[TextDetail]) -> LocaleDetail:
    placed = tuple(
        TextDetail(_placed(one.standing, path, locale), one.target, one.before, one.shown, one.why) for one in rows
    )
    cells = added((one.standing.substate, one.standing.prominence, "", 1, one.standing.words) for one in placed)
    return LocaleDetail(Coverage(path, locale, Tally(), Tally(), cells=cells), held, placed)


def _placed(one: Standing, path: str, locale: str) -> Standing:
    return replace(one, article=path, locale=locale)


def risk(path: str, locale: str, source: str, score: float, *reasons: str) -> DraftRisk:
    """Return how likely a draft is wrong."""
    return DraftRisk(path, locale, f"{path}.po", 1, Key(source), "", score, reasons)


def write(
    folder: Path,
    articles: Sequence[ArticleDetail],
    *,
    risks: Sequence[DraftRisk] = (),
    errors: Sequence[str] = (),
    name: str = "coverage.html",
    beside: bool = False,
) -> Path:
    """Write a page, with its texts in files `beside` it or in itself, and return where it is."""
    locales = [one.locale for one in LANGUAGES]
    matrix = Matrix(locales)
    told: list[str] = []
    for one in articles:
        known = {(risk.locale, risk.key): risk for risk in risks if risk.article == one.article}
        matrix.add(matrix_row(one, locales), known)
        told.append(texts.texts(one))
    if beside:
        files = [texts.file_of(one) for one in told]
        (folder / f"{name}.d").mkdir()
        for file, whole in files:
            (folder / f"{name}.d" / file).write_text(whole, encoding="utf-8")
        told = [file for file, _ in files]
    trends = {"ko": [TrendPoint("2026-05-01", Tally(0, 9, 0, 1)), TrendPoint("2026-05-26", Tally(5, 4, 0, 1))]}
    whole = page(Dashboard(_ENGLISH, LANGUAGES, matrix, trends, errors, f"{name}.d" if beside else "", told))
    (folder / name).write_text(whole, encoding="utf-8")
    return folder / name
