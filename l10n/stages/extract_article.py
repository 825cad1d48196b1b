"""Owns extracting one article in one locale: a function of values, for this process or another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from l10n import formats
from l10n.catalog import encode, is_person, merge, replaceable, served, template, worth
from l10n.catalog.standing import recut_only
from l10n.errors import L10nError
from l10n.model import State
from l10n.stages.articles import decoded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from l10n.model import Catalog, Document, Entry, Key

__all__ = ["ExtractInput", "ExtractResult", "extract_article", "look", "merged"]


@dataclass(frozen=True, slots=True)
class ExtractInput:
    """An article, its catalogue as it was read, and what it may take over from others; it pickles."""

    document: Document
    locale: str
    """Empty for the template."""
    name: str
    """The path of the catalogue, for messages."""
    today: date
    """Since when a text is stale that becomes it."""
    data: bytes | None = None
    """Its bytes; None where there is none."""
    before: Catalog | None = None
    """The one that the article had under another name, where it has none."""
    others: tuple[Entry, ...] = ()
    """What people wrote for its texts in catalogues whose article is gone."""
    moved: tuple[Entry, ...] = ()
    """What people wrote for its texts where these leave another article now."""

    @property
    def article(self) -> str:
        """Return the path of the article below the folder of articles."""
        return self.document.path


@dataclass(frozen=True, slots=True)
class ExtractResult:
    """What extraction would make of one catalogue; it pickles."""

    article: str
    changed: bool = False
    """The bytes would be others."""
    served: bool = False
    """Only by what stale texts had with them until a person reviewed them; the catalogue is in step."""
    gone: tuple[Entry, ...] = ()
    """What people wrote for texts that leave the article."""
    wanting: Mapping[Key, int] = field(default_factory=dict)
    """The sources that have no review then, and whose text nobody is at work on; what they have (`worth`)."""
    recut: int | None = None
    """How many texts of the template the article has in another cut, where that is all that changed (`recut_only`)."""
    before: Catalog | None = None
    """What the catalogue held."""
    after: Catalog | None = None
    """What is to become of that."""
    failure: L10nError | None = None
    """Why the bytes cannot be read, or written with what the article needs."""


def extract_article(one: ExtractInput) -> ExtractResult:
    """Say what becomes of a catalogue; nothing is read or written.

    Writing it is not done for an article by itself: the catalogue may be another by then, and `merged` is asked again.
    """
    path = one.document.path
    try:
        po = None if one.data is None else decoded(one.data, path=one.name, article=path, locale=one.locale)
    except L10nError as err:
        # A template is made of the article alone, so one that cannot be read is made anew.
        return ExtractResult(path, failure=err) if one.locale else ExtractResult(path, changed=True)
    new = merged(po.catalog if po else None, one=one)
    seen = look(po.catalog if po else None, new, one=one)
    try:
        changed = po is None or encode(new, po) != po.data
        recut = _recut(po.catalog, one) if po and changed and not one.locale else None
        return replace(seen, changed=changed, recut=recut, before=po.catalog if po else None, after=new)
    except L10nError as err:
        return replace(seen, failure=err)


def _recut(template: Catalog, one: ExtractInput) -> int | None:
    document = one.document
    old, new = [entry.key for entry in template], [segment.key for segment in document.segments]
    return recut_only(old, new, document.source, inline=formats.load(document.format).inline)


def merged(catalog: Catalog | None, *, one: ExtractInput) -> Catalog:
    """Return what a catalogue is to become; a pure function of what it holds, for `catalog.store`."""
    if not one.locale:
        return template(one.document)
    plugin = formats.load(one.document.format)
    return merge(
        one.document,
        catalog or one.before,
        locale=one.locale,
        today=one.today,
        others=one.others,
        moved=one.moved,
        uniform=plugin.uniform,
        inline=plugin.inline,
    )


def look(catalog: Catalog | None, new: Catalog, *, one: ExtractInput) -> ExtractResult:
    """Return what `new` has lost of what a catalogue holds, and what it lacks."""
    live = new.live()
    before = catalog.live() if catalog else {}
    wanting = {
        key: worth(entry)
        for key, entry in live.items()
        if replaceable(entry) or (key not in before and entry.state is not State.REVIEWED)
    }
    kept = {entry.target for entry in live.values()}
    old = catalog or one.before or ()
    lost = [entry for entry in old if entry.state is not State.OBSOLETE and entry.key not in live]
    gone = tuple(entry for entry in lost if is_person(entry) and entry.target not in kept)
    done = catalog is not None and served(catalog, new)
    return ExtractResult(one.document.path, served=done, gone=gone, wanting=wanting)
