"""The verb `accept-source`: where the English was only spelled right, reviews stay, in all languages at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from l10n.catalog.respelling import SourceFix, accepted, fixes, words
from l10n.errors import blaming, collecting
from l10n.model import Catalog, State
from l10n.stages.extract import extract
from l10n.stages.extract_article import ExtractInput, merged
from l10n.stages.workset import gather

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from l10n.errors import L10nError
    from l10n.model import Document, Entry, Key
    from l10n.stages.workset import Workset

__all__ = ["Accepted", "Decision", "accept_source"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one stale text."""

    article: str
    locale: str
    po: str
    fix: SourceFix


@dataclass(slots=True)
class Accepted:
    """What `accept_source` did, or would."""

    decisions: list[Decision] = field(default_factory=list)
    """Of all stale texts, by article and locale."""
    changed: list[str] = field(default_factory=list)
    """Catalogues written, extraction included, or that would be for this verb's sake."""
    failures: list[L10nError] = field(default_factory=list)


def accept_source(work: Workset, *, matches: Sequence[str] = (), today: date, dry: bool = False) -> Accepted:
    """Extract, then give the stale texts their review back whose English was only spelled right.

    Where `matches` are given, only texts whose English holds one of them are looked at, and they may have changed by
    more than their spelling. A text that nobody read for the old English, or that somebody is at work on, stays stale.
    `dry` only tells. What is written goes through the one writer of catalogues and is worked out anew from what the
    file holds then.
    """
    done = Accepted(failures=list(work.failures))
    if not dry:
        extracted = extract(work, today=today)
        done.changed += extracted.changed
        done.failures = list(extracted.failures)
    everything = work.documents if work.whole else gather(work.project).documents
    known = frozenset[str]().union(*(words(key.text) for document in everything for key in _keys(document)))
    for document in work.documents:
        for locale in work.locales:
            _Acceptance(work, document, locale, known, matches, today).run(done, dry=dry)
    return done


def _keys(document: Document) -> frozenset[Key]:
    return frozenset(segment.key for segment in document.segments)


class _Acceptance:
    """One catalogue."""

    def __init__(  # noqa: PLR0917  what one catalogue is judged by
        self,
        work: Workset,
        document: Document,
        locale: str,
        known: frozenset[str],
        matches: Sequence[str],
        today: date,
    ) -> None:
        self.project = work.project
        self.locale = locale
        self.known = known
        self.matches = matches
        self.po = work.project.catalog_name(document.path, locale)
        self.one = ExtractInput(document, locale, self.po, today)
        self.found: list[SourceFix] = []

    def run(self, done: Accepted, *, dry: bool) -> None:
        with collecting(done.failures, self.po, "accepting its English"):
            self._run(done, dry=dry)

    def _run(self, done: Accepted, *, dry: bool) -> None:
        po = self.project.catalog(self.one.article, self.locale)
        if po is None:
            return
        self.accept(merged(po.catalog, one=self.one) if dry else po.catalog)
        if any(not fix.reason for fix in self.found):
            if not dry:
                with blaming(self.po, "writing it"):
                    self.project.update_catalog(
                        self.one.article, self.locale, lambda now: self.accept(now or po.catalog)
                    )
            if self.po not in done.changed:
                done.changed.append(self.po)
        done.decisions += [Decision(self.one.article, self.locale, self.po, fix) for fix in self.found]

    def accept(self, catalog: Catalog) -> Catalog:
        """Return the catalogue with its accepted texts reviewed."""
        self.found = [fix for fix in fixes(catalog, self.known, self._asked) if self._wanted(fix.entry)]
        taken = {fix.entry.key for fix in self.found if not fix.reason}
        entries = (accepted(entry) if entry.state is State.STALE and entry.key in taken else entry for entry in catalog)
        return replace(catalog, entries=tuple(entries))

    def _wanted(self, entry: Entry) -> bool:
        return not self.matches or self._asked(entry.key)

    def _asked(self, key: Key) -> bool:
        return any(one in key.text for one in self.matches)
