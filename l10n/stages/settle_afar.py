"""Owns the second pass of a build where it is done elsewhere: built once more, with all edits, and written."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n.errors import WorkerError
from l10n.publish.links import settle
from l10n.stages.build_article import build_everywhere
from l10n.stages.delivery import Delivery
from l10n.stages.mapping import Failure, spread
from l10n.stages.outcomes import Desk, batch_of, batches
from l10n.stages.packing import Packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from l10n.publish.links import Edits
    from l10n.stages.built import BuiltArticle
    from l10n.stages.workset import Workset

__all__ = ["SettleOrder", "settled_afar"]


@dataclass(frozen=True, slots=True)
class SettleOrder:
    """What is to be written of an article besides its texts; it pickles, and is small."""

    article: str
    digests: Mapping[str, str]
    """Locale → what the text is known by that the edits are for."""
    edits: Mapping[str, Edits]
    known: Mapping[str, str]
    """The files that earlier builds wrote of it, by their digests."""


def settled_afar(
    work: Workset,
    order: Callable[[str], SettleOrder],
    executor: Executor,
    *,
    verbatim: bool,
    dry: bool,
) -> Iterator[BuiltArticle | Failure | None]:
    """Yield what became of each article, written where it was built; None for one that has changed meanwhile."""
    root = getattr(executor, "root", "") or os.fspath(work.project.root)
    packed = Packed.of(_settle_batch, (Desk.of(work), verbatim, Delivery(dry)), root)
    folder = work.project.config.articles

    def lost(one: SettleOrder) -> Failure:
        return Failure(one.article, "", WorkerError.twice(f"{folder}/{one.article}"))

    return spread(packed, (tuple(map(order, names)) for names in batches(work)), executor, lost)


def _settle_batch(
    shared: tuple[Desk, bool, Delivery], orders: Sequence[SettleOrder]
) -> list[BuiltArticle | Failure | None]:
    desk, verbatim, delivery = shared
    build = partial(build_everywhere, verbatim=verbatim)
    made: list[BuiltArticle | Failure | None] = []
    for order in orders:
        (one,) = batch_of((desk, build, "building", None), (order.article,))
        if isinstance(one, Failure):
            made.append(one)
        elif {row.locale: row.digest for row in one.rows} != order.digests:
            made.append(None)
        else:
            rows = (
                row if row.text is None else replace(row, text=settle(row.text, order.edits[row.locale]))
                for row in one.rows
            )
            made.append(delivery(desk.project, replace(one, rows=tuple(rows)), order.known))
    return made
