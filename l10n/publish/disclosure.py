"""Owns what a published article says of itself: the sentences for readers and the fields for machines."""

from __future__ import annotations

from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING

from l10n import languages, locales
from l10n.config import DisclosureTable
from l10n.model import Edition, State
from l10n.publish.policy import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from l10n.model import Coverage, Entry

__all__ = ["edition", "sentences"]

_NOTHING: Mapping[Shown, int] = MappingProxyType({})
_OURS = DisclosureTable()


_SIGNS = dict.fromkeys(map(ord, "<>{}[]"))
"""What a template or a shortcode is written with: the name of an engine is published as it stands in the PO file."""


def edition(
    locale: str,
    coverage: Coverage,
    published: Iterable[Entry],
    shown: Mapping[Shown, int] = _NOTHING,
    *,
    source: str = languages.ENGLISH,
    own: DisclosureTable = _OURS,
) -> Edition:
    """State what an article made of `published` entries is; drafts among them are disclosed.

    `published` has an entry for each segment that is not in the `source` language, an entry twice where its text
    occurs twice; `shown` counts the segments by what stands in their place. `own` has the project's sentences.
    """
    entries = list(published)
    drafts = [entry for entry in entries if entry.state is State.DRAFT]
    told = sentences(locale, own)
    everything = len(drafts) == coverage.segments.total
    said = (
        (bool(drafts), told.whole if everything else told.part),
        (shown.get(Shown.SOURCE_MARKED, 0) > 0, told.untranslated),
        (shown.get(Shown.LAST_APPROVED, 0) > 0, told.outdated),
    )
    marked, runs = _marked(source, locale) if shown.get(Shown.SOURCE_MARKED) else ("", "")
    return Edition(
        language=locales.tag(locale),
        direction=languages.direction(locale),
        disclosure=" ".join(sentence for so, sentence in said if so),
        provenance=_provenance(coverage, drafts, human=len(drafts) < len(entries)) if drafts else {},
        translated=bool(entries),
        marked=marked,
        marked_direction=runs,
    )


def _marked(source: str, locale: str) -> tuple[str, str]:
    """Return the language that untranslated texts are marked as, and how it runs where the edition runs otherwise."""
    own = languages.direction(source)
    return locales.tag(source), "" if own == languages.direction(locale) else own


def _provenance(coverage: Coverage, drafts: Iterable[Entry], *, human: bool) -> dict[str, str]:
    engines = sorted({entry.origin.by.translate(_SIGNS) if entry.origin else "unknown" for entry in drafts})
    return {
        "status": "partly-reviewed" if human else "machine-draft",
        "engine": ", ".join(engines),
        "reviewed": f"{coverage.percent:.0f}%",
        "source": coverage.article,
    }


def sentences(locale: str, own: DisclosureTable = _OURS) -> DisclosureTable:
    """Return what readers are told: the project's `own` sentences, the language's, or English for want of another."""
    found = [one for one in (languages.of(name).disclosure for name in (locale, languages.ENGLISH)) if one]
    names = [one.name for one in fields(DisclosureTable)]
    return DisclosureTable(
        **{name: next(filter(None, (getattr(one, name) for one in (own, *found))), "") for name in names}
    )
