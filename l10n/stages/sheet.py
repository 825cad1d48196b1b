"""Owns what a reviewer has before her: an article in one locale, text by text, and what helps her with each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import coverage, formats
from l10n.catalog.decisions import mark
from l10n.catalog.notes import urgency
from l10n.catalog.ownership import is_person
from l10n.checks import pairs, run, selection
from l10n.checks.rules.structure import STRUCTURE
from l10n.checks.suppressions import Suppressions
from l10n.drafting.drafters import PSEUDO
from l10n.errors import CatalogError, UsageError
from l10n.formats.grid import grid
from l10n.model import Catalog, Document, Entry, Kind, Segment, Shell, State
from l10n.protocols import Scope
from l10n.publish.assemble import refused_entries
from l10n.stages.count_article import count_article
from l10n.stages.examine_article import PoPlace, finding
from l10n.stages.learning import learn
from l10n.stages.outcomes import Desk
from l10n.stages.refusals import refusals
from l10n.text.digest import digest
from l10n.text.facts import terms
from l10n.text.sentences.align import joiner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.formats.grid import CellPlace
    from l10n.model import Finding, Key, Standing, Term
    from l10n.protocols import Hit
    from l10n.stages.articles import ArticleInput
    from l10n.stages.mapping import Failure
    from l10n.stages.workset import Workset
    from l10n.text.facts.terms import TermPlace

__all__ = ["Sheet", "SheetText", "alone", "judged", "name_of", "remembered", "sheet"]

_SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class SheetText:
    """One text of an article; a text that stands in it twice is told twice, under one name."""

    name: str
    """Of its key, for addresses: 12 hex digits."""
    standing: Standing
    mark: str
    """What the entry is known by (`catalog.decisions.mark`)."""
    target: str
    before: str = ""
    """The English that a stale text was made for; empty where that is not known, and for other texts."""
    note: str = ""
    """The comment for translators: role, headings above, what is urgent."""
    comments: tuple[str, ...] = ()
    """What translators have noted."""
    terms: tuple[TermPlace, ...] = ()
    """Words of the source that the glossary, or the memory of names, has."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article in one locale."""

    article: str
    locale: str
    po: str
    """The path of its catalogue relative to the project."""
    texts: tuple[SheetText, ...]
    """In the order of the article."""
    cells: tuple[CellPlace | None, ...]
    """Where each text stands in a table."""


def name_of(key: Key) -> str:
    """Return what a key is called in addresses."""
    return digest(key.text if key.context is None else f"{key.context}\x04{key.text}")


def sheet(work: Workset, article: str, locale: str) -> Sheet:
    """Read an article and its catalogue, as they are on the disk now.

    Raises what reading them raises, and `UsageError` where the catalogue is not in step with the article.
    """
    given = _given(work, article, locale)
    counted = count_article(given, segments=True)
    _raise(counted.failures)
    document, catalog = given.document(), _catalog(given, locale)
    entries = coverage.standing(document, catalog)
    known = (*given.terms.get(locale, ()), *given.names.get(locale, ()))
    live = catalog.live()
    shown = []
    for standing, entry in zip(counted.rows[0].segments, entries, strict=True):
        if entry is None:
            raise _out_of_step(given, locale)
        # What speaks for a text may be less than its entry says: one is joined to none, for the one before is no text.
        shown.append(replace(_text(standing, entry, known), mark=mark(live.get(entry.key, entry))))
    return Sheet(article, locale, given.catalog_name(locale), tuple(shown), grid(document))


def _text(standing: Standing, entry: Entry, known: tuple[Term, ...]) -> SheetText:
    stale = entry.state is State.STALE and entry.previous is not None
    return SheetText(
        name_of(entry.key),
        standing,
        mark(entry),
        entry.target,
        entry.previous.text if stale and entry.previous else "",
        entry.note,
        entry.comments,
        terms.places(entry.key.text, known),
    )


def alone(article: str, locale: str, entry: Entry) -> SheetText:
    """Return what an entry says by itself: where it stands in its article is not known."""
    segment = Segment(entry.key, "", Shell(""), Kind.PARAGRAPH, "", 0)
    catalog = Catalog(article, locale, (entry,))
    (standing,) = coverage.segments(
        Document(article, "", (segment,)), catalog, lambda _: 0, urgency=urgency, person=is_person
    )
    return _text(standing, entry, ())


def judged(work: Workset, article: str, locale: str, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what the checks have to say of texts in the place of entries, were they reviewed; nothing is written.

    `texts` are by the names of their keys. Rules that compare texts with each other are not asked. Raises what `sheet`
    does.
    """
    given = _given(work, article, locale)
    document, catalog = given.document(), _catalog(given, locale)
    entries = tuple(
        replace(_entry(document, catalog, name), target=text, state=State.REVIEWED) for name, text in texts.items()
    )
    wanted = selection.selection(given.config, selection.CheckOptions(), locale)
    fmt = formats.load(document.format)
    po = given.catalog_name(locale)
    where = PoPlace(article, locale, po)
    alone = Catalog(article, locale, entries)
    here = pairs.checked(
        document,
        alone,
        fmt,
        po=po,
        source_locale=given.config.source,
        terms=given.terms.get(locale, ()),
        names=given.names.get(locale, ()),
        disguise=PSEUDO,
    )
    found = [
        finding(where, wanted, rule, flaw, key=one.entry.key, line=one.entry.line, text=one.entry.target)
        for one in here
        for _, rule, flaw in run.inspect([one.pair], wanted.rules, scopes=(Scope.SEGMENT,))
        if not Suppressions(one.ignores).silences(rule)
    ]
    standing = coverage.standing(document, alone)
    faulty = refused_entries(document, fmt, standing, pairs.text_of, joint=joiner(locale))
    told = refusals(faulty, article=article, locale=locale, po=po)
    return (*found, *(replace(one, severity=wanted.severity(STRUCTURE), reason=STRUCTURE.reason) for one in told))


def remembered(work: Workset, article: str, locale: str, name: str) -> tuple[Hit, ...]:
    """Return what the memory has that is like a text, the likest first; the memory is brought into step with the files.

    Raises what `sheet` does.
    """
    given = _given(work, article, locale)
    entry = _entry(given.document(), _catalog(given, locale), name)
    memory = work.project.memory()
    try:
        learn(work.project, memory, locale, work.state)
        return tuple(memory.search(entry.key.text, work.project.config.source, locale, _SUGGESTIONS))
    finally:
        memory.close()


def _given(work: Workset, article: str, locale: str) -> ArticleInput:
    """Read an article and its catalogue in one locale, with the words that are settled there."""
    if article not in work.articles or locale not in work.locales:
        raise UsageError(
            f"there is no article `{article}` in `{locale}`", remedy="Go back to the list of articles, and reload it."
        )
    if locale in work.termless:
        raise work.termless[locale]
    return Desk.of(work, terms=True).read_one(article, locale)


def _catalog(given: ArticleInput, locale: str) -> Catalog:
    po = given.catalog(locale)
    if po is None:
        raise _out_of_step(given, locale)
    return po.catalog


def _entry(document: Document, catalog: Catalog, name: str) -> Entry:
    live: Mapping[Key, Entry] = catalog.live()
    for segment in document.segments:
        if name_of(segment.key) == name and segment.key in live:
            return live[segment.key]
    raise UsageError("the article has no such text any more", path=document.path, remedy="Reload the page.")


def _out_of_step(given: ArticleInput, locale: str) -> CatalogError:
    return CatalogError(
        "is not in step with its article", path=given.catalog_name(locale), remedy="Run `l10n extract`, and reload."
    )


def _raise(failures: tuple[Failure, ...]) -> None:
    for one in failures:
        raise one.error
