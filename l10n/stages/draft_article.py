"""Owns drafting one article in one locale: which of its texts want a draft, and putting drafts in their entries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import config
from l10n.catalog import provenance
from l10n.drafting.jobs import DraftJob
from l10n.errors import L10nError
from l10n.languages.speech import speaks_on
from l10n.model import State
from l10n.stages.mapping import Failure, mapped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from l10n.drafting.jobs import DraftOutcome
    from l10n.model import Catalog, Document, Entry, Key, Term
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
    orders: tuple[DraftOrder, ...] = ()
    failures: tuple[Failure, ...] = ()


def order_article(given: ArticleInput, *, names: KnownNames) -> OrderedArticle:
    """Return what is to be drafted of an article in the locale of the `names`; nothing is read or written."""
    try:
        document = given.document()
    except L10nError as err:
        return OrderedArticle(given.article, failures=(Failure(given.article, "", err),))
    failures: list[Failure] = []
    inputs = []
    for locale, po in given.looked_up(failures):
        asked = config.settings(given.config, given.article, locale)
        catalog = po.catalog if po else None
        missing = catalog is not None and any(entry.state is State.MISSING for entry in catalog)
        known = names.within("\n".join(segment.key.text for segment in document.segments)) if missing else ()
        name = given.catalog_name(locale)
        inputs.append(DraftInput(document, catalog, asked.engines, locale, name, known, asked.level))
    orders = tuple(mapped(draft_article, inputs, failures, doing="looking what to draft of"))
    return OrderedArticle(given.article, orders, tuple(failures))


def draft_article(one: DraftInput) -> DraftOrder:
    """Return a job for each missing entry of an article, once each.

    This and `accepted` are what drafting does for an article by itself. Asking in between is not: an engine holds a
    connection, a text that stands in many articles is asked for once, a batch goes over the borders of articles, and
    what was answered is paid for and kept in one journal (see `drafting.chain`).
    """
    live = one.catalog.live() if one.catalog else {}
    document = one.document
    segments = document.segments
    keys = [segment.key for segment in segments]
    texts = ["", *(key.text for key in keys), ""]
    found: dict[Key, DraftJob] = {}
    spoken = False
    for number, (key, segment) in enumerate(zip(keys, segments, strict=True), start=1):
        entry = live.get(key)
        if entry and entry.state is State.MISSING and key not in found:
            beside = texts[number - 1], texts[number + 1]
            found[key] = DraftJob(
                document.path,
                document.format,
                key,
                one.engines,
                *beside,
                one.names,
                segment.kind,
                one.register,
                spoken,
            )
        spoken = speaks_on(key.text, open_before=spoken)
    in_step = one.catalog is not None and all(key in live for key in keys)
    return DraftOrder(document.path, tuple(found.values()), in_step)


def accepted(catalog: Catalog | None, *, drafts: Mapping[Key, DraftOutcome], today: date) -> Catalog:
    """Return a catalogue with drafts in the entries that are missing still; each says where its words came from."""
    assert catalog is not None  # noqa: S101  the jobs came from this catalogue
    return replace(catalog, entries=tuple(_filled(entry, drafts.get(entry.key), today) for entry in catalog))


def _filled(entry: Entry, outcome: DraftOutcome | None, today: date) -> Entry:
    if outcome is None or entry.state is not State.MISSING:
        return entry
    origin = provenance.draft(outcome.engine, today, entry.key.text, outcome.text)
    return replace(entry, target=outcome.text, state=State.DRAFT, origin=origin)
