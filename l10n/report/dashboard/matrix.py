"""Owns the matrix of articles and locales as data: one row an article, as short as it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from l10n.model import DraftRisk, Key, Prominence, Substate
from l10n.report.dashboard.embedding import embedded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import ArticleDetail, LocaleDetail

__all__ = ["Matrix", "MatrixCell", "MatrixRow", "Risks", "matrix_row"]

Risks = Mapping[tuple[str, Key], DraftRisk]
"""Locale and key → how likely the draft of an article is wrong."""
_SUBSTATES = {one: at for at, one in enumerate(Substate)}
_TITLE = 160
"""Characters of a headline that are shown in a row."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """An article in one locale."""

    bits: int
    """1: the headline is reviewed; 2: the first paragraph is; 4: the article is published."""
    held: str
    """Why it is not published."""
    counts: tuple[int, ...]
    """Of each sort of texts that there is: its place in `Substate`, segments, words."""
    drafts: tuple[tuple[int, Key], ...]
    """Those that nobody has read, by their place among the texts."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An article in every locale; it pickles."""

    article: str
    title: str
    """The English headline; empty where the article has none."""
    cells: tuple[MatrixCell | None, ...]
    """None where something cannot be read."""


def matrix_row(one: ArticleDetail, locales: Sequence[str]) -> MatrixRow:
    """Return the row of an article."""
    cells = (_cell(here) if (here := one.locales.get(name)) else None for name in locales)
    return MatrixRow(one.article, _title(one), tuple(cells))


class Matrix:
    """The rows of articles, one after the other; what many of them say is written once."""

    def __init__(self, locales: Sequence[str]) -> None:
        """Begin with no row."""
        self._locales = locales
        self._held: dict[str, int] = {}
        self._signs: dict[str, int] = {}
        self.rows: list[str] = []
        """JSON: path, headline, cells, and for each of them the risks of its drafts where any is known."""

    @property
    def reasons(self) -> list[str]:
        """Why articles are held, as the cells number it."""
        return list(self._held)

    @property
    def signs(self) -> list[str]:
        """Why drafts may be wrong, as the risks number it."""
        return list(self._signs)

    def add(self, row: MatrixRow, risks: Risks) -> None:
        """Add the row of an article."""
        told: list[Any] = [row.article, row.title, [self._told(cell) for cell in row.cells]]
        if risks:
            told.append([self._risks(*pair, risks) for pair in zip(self._locales, row.cells, strict=True)])
        self.rows.append(embedded(told))

    def _told(self, cell: MatrixCell | None) -> list[int] | None:
        """Return the bits, the number of the reason (-1 for none) and the counts."""
        return [cell.bits, _numbered(self._held, cell.held) if cell.held else -1, *cell.counts] if cell else None

    def _risks(self, locale: str, cell: MatrixCell | None, risks: Risks) -> list[list[int]]:
        """Return of each draft its place, its risk in per cent and the numbers of what tells it."""
        known = ((at, risks.get((locale, key))) for at, key in (cell.drafts if cell else ()))
        return [
            [at, round(100 * risk.score), *(_numbered(self._signs, sign) for sign in risk.reasons)]
            for at, risk in known
            if risk
        ]


def _numbered(known: dict[str, int], text: str) -> int:
    return known.setdefault(text, len(known))


def _cell(one: LocaleDetail) -> MatrixCell:
    sums: dict[int, tuple[int, int]] = {}
    for cell in one.row.cells:
        at = _SUBSTATES[cell.substate]
        segments, words = sums.get(at, (0, 0))
        sums[at] = segments + cell.segments, words + cell.words
    drafts = ((at, text.standing) for at, text in enumerate(one.texts))
    return MatrixCell(
        one.row.headline + 2 * one.row.lede + 4 * (not one.held),
        one.held,
        tuple(number for at, pair in sorted(sums.items()) for number in (at, *pair)),
        tuple((at, standing.key) for at, standing in drafts if standing.substate is Substate.DRAFT),
    )


def _title(one: ArticleDetail) -> str:
    texts = next((here.texts for here in one.locales.values()), ())
    found = (text.standing.key.text for text in texts if text.standing.prominence is Prominence.HEADLINE)
    return next(found, "")[:_TITLE]
