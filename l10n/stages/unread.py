"""Owns which texts of an article are drafts that nobody has read, with what says how likely each is wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.catalog.ownership import machine_owned
from l10n.model import Severity
from l10n.text.facts.terms import terms_in
from l10n.text.identity import echo
from l10n.text.risk import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.checks.pairs import CheckedPair
    from l10n.model import Finding, Key, Kind

__all__ = ["UnreadDraft", "unread"]


@dataclass(frozen=True, slots=True)
class UnreadDraft:
    """A machine's draft and where it stands; it pickles."""

    article: str
    format: str
    kind: Kind
    locale: str
    po: str
    line: int
    """1-based line in `po`."""
    key: Key
    text: str
    seen: Draft
    """What is known of it, its markup left out."""


def unread(pairs: Iterable[CheckedPair], findings: Iterable[Finding], fmt: str) -> Iterator[UnreadDraft]:
    """Yield the machine's drafts among the texts of an article in a format, in their order.

    Of the `findings` those count that are more than a remark.
    """
    warned = Counter(one.key for one in findings if one.severity is not Severity.INFO)
    for one in pairs:
        entry, pair = one.entry, one.pair
        if not pair.draft or entry.origin is None or not machine_owned(entry):
            continue
        seen = Draft(
            echo.visible(pair.source, pair.source_spans),
            echo.visible(pair.target, pair.target_spans),
            pair.locale,
            pair.source_locale,
            entry.origin.by,
            warned[entry.key],
            len(terms_in(pair.source, pair.terms)),
        )
        yield UnreadDraft(pair.article, fmt, pair.kind, one.locale, one.po, entry.line, entry.key, entry.target, seen)
