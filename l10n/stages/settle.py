"""Owns the second pass of a build: links, which are settled when it is known what is published in which language.

What was built of an article is known by its digest and by what became of its links; so an article whose links lead
where they led before is not built again, and one whose neighbour was held or released is.
"""

from __future__ import annotations

import os
import pickle
import zlib
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from l10n import config, formats
from l10n.errors import L10nError
from l10n.publish import layouts
from l10n.publish.described import filled
from l10n.publish.laid import stated_address
from l10n.publish.links import SiteMap, settle
from l10n.stages.build_article import build_everywhere
from l10n.stages.built import BuiltArticle, standing
from l10n.stages.keeping import Keeping, remembered
from l10n.stages.mapping import Failure
from l10n.stages.outcomes import Desk, worked_on
from l10n.stages.settle_afar import SettleOrder, settled_afar
from l10n.stages.sharing import is_afar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from l10n.files import Builds
    from l10n.model import WorkHistory
    from l10n.publish.links import Edits
    from l10n.stages.built import BuildResult
    from l10n.stages.workset import Workset

__all__ = ["Settling", "unsettled"]

_MOST = 1 << 26
"""Bytes of localized articles, packed, that wait for their links; what is beyond that is built once more."""


def unsettled(built: BuiltArticle) -> BuiltArticle | None:
    """Return the same without its texts, which are known by their digests; None while it waits for a time to come."""
    return None if any(row.waits for row in built.rows) else _without_texts(built)


def _without_texts(built: BuiltArticle) -> BuiltArticle:
    return replace(built, rows=tuple(replace(row, text=None) for row in built.rows))


class Settling:
    """Takes what is built of one article after the other, and settles the links when all are known."""

    def __init__(
        self,
        work: Workset,
        built: Builds,
        executor: Executor | None,
        history: Callable[[str, str], WorkHistory | None],
        *,
        verbatim: bool,
        dry: bool,
    ) -> None:
        """Take what was built of an article and a locale, and what it may say of its history."""
        self._work = work
        self._built = built
        self._executor = executor
        self._history = history
        self._verbatim = verbatim
        self._dry = dry
        self._first: dict[str, BuiltArticle] = {}
        self._packed: dict[str, bytes] = {}
        self._room = _MOST

    def take(self, one: BuiltArticle) -> None:
        """Take an article, with its texts or, where they were built before, without."""
        self._first[one.article] = _without_texts(one)
        if all(row.text is not None or row.held for row in one.rows):
            packed = zlib.compress(pickle.dumps(one, pickle.HIGHEST_PROTOCOL), 1)
            self._room -= len(packed)
            if self._room >= 0:
                self._packed[one.article] = packed

    @cached_property
    def site(self) -> SiteMap:
        """What is known of the site when all has been taken."""
        return self._site()

    def done(self, made: Callable[[BuiltArticle], Mapping[str, str]]) -> Iterator[BuiltArticle | Failure]:
        """Yield all that was taken with its links settled; `made` are the files of what stands already."""
        articles = tuple(self._first)
        work, site = self._work, self.site
        if work.state is None or not work.project.on_disk:
            yield from self._settled(site, articles)
            return
        changed: set[str] = set()
        keeping: Keeping[BuiltArticle | Failure] = Keeping(
            f"settling {' '.join(work.locales)}",
            (work.project.config, self._verbatim),
            lambda _: (),
            lambda one: None if isinstance(one, Failure) or one.article in changed else standing(one),
            lambda one: {} if isinstance(one, Failure) else made(one),
            also=lambda article: self._known(site, self._first[article]),
        )
        yield from remembered(articles, work.state, keeping, partial(self._settled, site, changed=changed))

    def _known(self, site: SiteMap, one: BuiltArticle) -> object:
        """Return what the files of an article are made of."""
        return [(row.locale, row.held, row.digest, row.teaser, self._edits(site, row)) for row in one.rows]

    def _settled(
        self, site: SiteMap, articles: Sequence[str], *, changed: set[str] | None = None
    ) -> Iterator[BuiltArticle | Failure]:
        """Settle the links of articles; what is not at hand any more is built again."""
        missing = tuple(article for article in articles if article not in self._packed)
        afar = self._executor if is_afar(self._executor) else None
        again = self._sent(site, missing, afar) if afar else self._again(missing, self._executor)
        for article in articles:
            packed = self._packed.pop(article, None)
            one = next(again) if packed is None else pickle.loads(zlib.decompress(packed))  # noqa: S301  packed by `take`
            if one is None:
                one = next(self._again((article,), None))
            elif packed is None and afar:
                yield one
                continue
            if isinstance(one, Failure):
                yield one
                continue
            if changed is not None and _without_texts(one) != self._first[article]:
                changed.add(article)
            yield replace(one, rows=tuple(self._row(site, row) for row in one.rows))

    def _again(self, articles: tuple[str, ...], executor: Executor | None) -> Iterator[BuiltArticle | Failure]:
        return worked_on(
            replace(self._work, articles=articles, state=None),
            partial(build_everywhere, verbatim=self._verbatim),
            executor,
            doing="building",
            desk=Desk.of(self._work),
        )

    def _sent(
        self, site: SiteMap, articles: tuple[str, ...], executor: Executor
    ) -> Iterator[BuiltArticle | Failure | None]:
        """Have articles built again, settled and written elsewhere; None for one that has changed meanwhile."""
        name = self._work.project.build_name

        def order(article: str) -> SettleOrder:
            rows = self._first[article].rows
            names = (name(article, row.locale) for row in rows)
            return SettleOrder(
                article,
                {row.locale: row.digest for row in rows},
                {row.locale: self._edits(site, row) for row in rows},
                {one: known for one in names if (known := self._built.known(one))},
            )

        work = replace(self._work, articles=articles, state=None)
        return settled_afar(work, order, executor, verbatim=self._verbatim, dry=self._dry)

    def _row(self, site: SiteMap, row: BuildResult) -> BuildResult:
        return row if row.text is None else replace(row, text=settle(row.text, self._edits(site, row)))

    def _edits(self, site: SiteMap, row: BuildResult) -> Edits:
        """Return what is written into an article now that all is known; what stands in a slot is written with it."""
        known = self._history(row.article, row.locale) if row.head or row.slots else None
        edits = site.edits(row.article, row.locale, row.links, row.head, known if site.config.json_ld else None)
        if known is None or not row.slots:
            return edits
        own = config.settings(site.config, row.article, row.locale).disclosure
        made = tuple(filled(row.slots, formats.for_path(row.article), row.locale, known, own))
        aside = (one for one in edits if not any(start <= one[0] < end for start, end, _ in made))
        return tuple(sorted((*aside, *made)))

    def _site(self) -> SiteMap:
        """Return what is known of the site: of what was not built now, the list of what was built before."""
        project = self._work.project
        rows = {(row.article, row.locale): row for one in self._first.values() for row in one.rows}

        def published(article: str, locale: str) -> bool:
            row = rows.get((article, locale))
            if row is None or (row.held and row.keeps):
                return self._built.holds(layouts.output(project.config, article, locale))
            return not row.held

        def original(article: str, locale: str) -> bool:
            row = rows.get((article, locale))
            return row is not None and row.original

        articles = self._work.articles if self._work.whole else project.articles()[0]
        seen: dict[str, bool] = {}

        def exists(name: str) -> bool:
            if name not in seen:
                seen[name] = os.path.isfile(project.root / name)  # noqa: PTH113  quick
            return seen[name]

        return SiteMap(project.config, frozenset(articles), published, exists, original, self._stated())

    def _stated(self) -> Callable[[str], str]:
        """Return what tells where an article says that its page is; what is not built now is read for it."""
        project = self._work.project
        names = layouts.address_fields(project.config)
        seen = {article: one.address for article, one in self._first.items()}

        def stated(article: str) -> str:
            if article not in seen:
                seen[article] = ""
                with suppress(L10nError):
                    seen[article] = stated_address(formats.for_path(article), project.source(article), names)
            return seen[article]

        return stated if names else lambda _: ""
