"""Owns the rule about links that lead to the same page elsewhere: what moved once for a whole locale is told once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Flaw, Severity
from l10n.protocols import Example, Rule, Scope
from l10n.text.markup import links, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.protocols import Pair

__all__ = ["RULES"]

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Move:
    """A link of a translation that leads elsewhere than in the source, to what may be the same page."""

    index: int
    before: str
    after: str
    start: int
    end: int


def _moves(pairs: Sequence[Pair]) -> tuple[_Move, ...]:
    return tuple(
        _Move(index, one.before, one.after, one.span.start, one.span.end)
        for index, pair in enumerate(pairs)
        for one in links.compared(
            placeholders.goals(pair.source, pair.source_spans), placeholders.goals(pair.target, pair.target_spans)
        ).moved
        if one.same
    )


def _told(articles: Iterable[tuple[_Move, ...]]) -> Iterator[tuple[int, int, Flaw]]:
    first: dict[tuple[str, str], tuple[int, _Move]] = {}
    often: Counter[tuple[str, str]] = Counter()
    for at, article in enumerate(articles):
        for move in article:
            first.setdefault((move.before, move.after), (at, move))
            often[move.before, move.after] += 1
    for (before, after), (at, move) in first.items():
        times = often[before, after]
        more = f", in {times} places" if times > 1 else ""
        said = f"link changed from {_short(before)} to {_short(after)}{more}"
        yield at, move.index, Flaw(said, move.start, move.end)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


RULES = (
    Rule(
        id="link-changed",
        severity=Severity.WARNING,
        reason="A link to the page in the reader's language is good, where that page exists.",
        failing=(Example("See [it](https://a.org/en/nets).", "[그것](https://a.org/ko/nets)을 보라."),),
        passing=(Example("See [it](https://a.org/en/nets).", "[그것](https://a.org/en/nets)을 보라."),),
        find=_told,
        digest=_moves,
        scope=Scope.LOCALE,
    ),
)
