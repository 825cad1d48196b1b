"""Owns drafting one article in one locale: which of its texts want a draft, and putting drafts in their entries."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from l10n import config
from l10n.catalog import provenance
from l10n.drafting.jobs import DraftJob
from l10n.errors import L10nError
from l10n.languages.speech import speaks_on
from l10n.model import State
from l10n.recent import Recent
from l10n.stages.mapping import Failure, attempt

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from l10n.drafting.jobs import DraftOutcome
    from l10n.model import Catalog, Document, Entry, Key, Kind, Term
    from l10n.stages.articles import ArticleInput
    from l10n.text.facts.known_names import KnownNames

__all__ = ["DraftInput", "DraftOrder", "OrderedArticle", "accepted", "draft_article", "order_article"]


@dataclass(frozen=True, slots=True)
class DraftInput:
    """An article and its catalogue, as they were read; it pickles."""

    document: Document
    catalog: Catalog | None
    engines: tuple[str, ...]
    """Whom to ask, in this order."""
    locale: str = ""
    name: str = ""
    """The path of the catalogue, for messages."""
    names: tuple[Term, ...] = ()
    """Names that the article has, and what they are called in the locale."""
    register: str = ""
    """The level of speech that its sentences are turned to; empty leaves them."""

    @property
    def article(self) -> str:
        """Return the path of the article below the folder of articles."""
        return self.document.path


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """What is to be drafted of an article; it pickles."""

    article: str
    jobs: tuple[DraftJob, ...]
    in_step: bool
    """The catalogue has an entry for every text of the article."""


@dataclass(frozen=True, slots=True)
class OrderedArticle:
    """What is to be drafted of an article in each locale that it was read in; it pickles."""

    article: str
    orders: Mapping[str, DraftOrder] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()


def order_article(given: ArticleInput, *, names: Mapping[str, KnownNames]) -> OrderedArticle:
    """Return what is to be drafted of an article, by what is known of `names` in each locale; nothing is read."""
    try:
        document = given.document()
    except L10nError as err:
        return OrderedArticle(given.article, failures=(Failure(given.article, "", err),))
    failures: list[Failure] = []
    inputs = []
    whole = "\n".join(segment.key.text for segment in document.segments)
    for locale, po in given.looked_up(failures):
        asked = config.settings(given.config, given.article, locale)
        catalog = po.catalog if po else None
        missing = catalog is not None and any(entry.state is State.MISSING for entry in catalog)
        known = names[locale].within(whole) if missing else ()
        name = given.catalog_name(locale)
        inputs.append(DraftInput(document, catalog, asked.engines, locale, name, known, asked.level))
    orders: dict[str, DraftOrder] = {}
    for one in inputs:
        done = attempt(draft_article, "looking what to draft of", one)
        if isinstance(done, Failure):
            failures.append(done)
        else:
            orders[one.locale] = done
    return OrderedArticle(given.article, orders, tuple(failures))


def draft_article(one: DraftInput) -> DraftOrder:
    """Return a job for each missing entry of an article, once each.

    This and `accepted` are what drafting does for an article by itself. Asking in between is not: an engine holds a
    connection, a text that stands in many articles is asked for once, a batch goes over the borders of articles, and
    what was answered is paid for and kept in one journal (see `drafting.chain`).
    """
    live = one.catalog.live() if one.catalog else {}
    document = one.document
    found: dict[Key, DraftJob] = {}
    for key, kind, before, after, spoken in _asked_of.get(id(document), 1, partial(_AskedTexts.of, document)).texts:
        entry = live.get(key)
        if entry and entry.state is State.MISSING and key not in found:
            found[key] = DraftJob(
                document.path,
                document.format,
                key,
                one.engines,
                before,
                after,
                one.names,
                kind,
                one.register,
                spoken,
            )
    in_step = one.catalog is not None and all(segment.key in live for segment in document.segments)
    return DraftOrder(document.path, tuple(found.values()), in_step)


@dataclass(frozen=True, slots=True)
class _AskedTexts:
    """What is asked of an article in any locale; its document is here so that no other has the same identity."""

    document: Document
    texts: tuple[tuple[Key, Kind, str, str, bool], ...]
    """Each text, its kind, those before and behind it, and whether speech from before is open at its beginning."""

    @classmethod
    def of(cls, document: Document) -> _AskedTexts:
        """Look at an article."""
        segments = document.segments
        beside = ["", *(segment.key.text for segment in segments), ""]
        spoken = accumulate(segments, lambda open_, one: speaks_on(one.key.text, open_before=open_), initial=False)
        rows = zip(segments, beside, beside[2:], spoken, strict=False)
        return cls(document, tuple((one.key, one.kind, before, after, open_) for one, before, after, open_ in rows))


_asked_of: Recent[_AskedTexts] = Recent(4)
"""The articles that were looked at last: for one locale after the other."""


def accepted(catalog: Catalog | None, *, drafts: Mapping[Key, DraftOutcome], today: date) -> Catalog:
    """Return a catalogue with drafts in the entries that are missing still; each says where its words came from."""
    assert catalog is not None  # noqa: S101  the jobs came from this catalogue
    return replace(catalog, entries=tuple(_filled(entry, drafts.get(entry.key), today) for entry in catalog))


def _filled(entry: Entry, outcome: DraftOutcome | None, today: date) -> Entry:
    if outcome is None or entry.state is not State.MISSING:
        return entry
    origin = provenance.draft(outcome.engine, today, entry.key.text, outcome.text)
    return replace(entry, target=outcome.text, state=State.DRAFT, origin=origin)
