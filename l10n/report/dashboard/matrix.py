"""Owns the matrix of articles and locales as data: one row an article, as short as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from l10n.model import Prominence, Substate
from l10n.report.dashboard.embedding import embedded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n.model import ArticleDetail, LocaleDetail
    from l10n.report.dashboard.texts import Risks

__all__ = ["Matrix"]

_SUBSTATES = {one: at for at, one in enumerate(Substate)}
_TITLE = 160
"""Characters of a headline that are shown in a row."""


class Matrix:
    """The rows of articles, one after the other; what many of them say is written once."""

    def __init__(self, locales: Sequence[str]) -> None:
        """Begin with no row."""
        self._locales = locales
        self._reasons: dict[str, int] = {}
        self.rows: list[str] = []
        """JSON: path, headline, and a cell for each locale, which is null where something cannot be read."""

    @property
    def reasons(self) -> list[str]:
        """Why articles are held, as the cells number it."""
        return list(self._reasons)

    def add(self, one: ArticleDetail, risks: Risks) -> None:
        """Add the row of an article."""
        cells = [self._cell(here, risks) if (here := one.locales.get(name)) else None for name in self._locales]
        self.rows.append(embedded([one.article, _title(one.locales), cells]))

    def _cell(self, one: LocaleDetail, risks: Risks) -> list[int]:
        """Return what the cell of an article and locale has: the sorts of texts come last, three numbers each.

        Bits (headline reviewed, first paragraph reviewed, published), the number of the reason, the greatest risk in
        per cent (-1 where none is known); then of each sort its place in `Substate`, segments, words.
        """
        bits = one.row.headline + 2 * one.row.lede + 4 * (not one.held)
        reason = self._reasons.setdefault(one.held, len(self._reasons)) if one.held else -1
        known = [risks[key].score for text in one.texts if (key := (one.row.locale, text.standing.key)) in risks]
        sums: dict[int, tuple[int, int]] = {}
        for cell in one.row.cells:
            at = _SUBSTATES[cell.substate]
            segments, words = sums.get(at, (0, 0))
            sums[at] = segments + cell.segments, words + cell.words
        risk = round(100 * max(known)) if known else -1
        return [bits, reason, risk, *(number for at, pair in sorted(sums.items()) for number in (at, *pair))]


def _title(locales: Mapping[str, LocaleDetail]) -> str:
    """Return the English headline; empty where the article has none."""
    texts: Sequence[Any] = next((one.texts for one in locales.values()), ())
    found = (one.standing.key.text for one in texts if one.standing.prominence is Prominence.HEADLINE)
    return next(found, "")[:_TITLE]
