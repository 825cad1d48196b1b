"""Owns what a published article says of machine-made text: the sentence for readers and the fields for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import languages, locales
from l10n.model import Edition, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Coverage, Entry

__all__ = ["edition", "sentences"]


_SIGNS = dict.fromkeys(map(ord, "<>{}[]"))
"""What a template or a shortcode is written with: the name of an engine is published as it stands in the PO file."""


def edition(locale: str, coverage: Coverage, published: Iterable[Entry]) -> Edition:
    """State what an article made of `published` entries is; drafts among them are disclosed.

    `published` has an entry for each segment that is not in English, an entry twice where its text occurs twice.
    """
    entries = list(published)
    drafts = [entry for entry in entries if entry.state is State.DRAFT]
    base = Edition(locales.tag(locale), _direction(locale), translated=bool(entries))
    if not drafts:
        return base
    whole, part = sentences(locale)
    everything = len(drafts) == coverage.segments.total
    human = len(drafts) < len(entries)
    engines = sorted({entry.origin.by.translate(_SIGNS) if entry.origin else "unknown" for entry in drafts})
    return Edition(
        language=base.language,
        direction=base.direction,
        disclosure=whole if everything else part,
        provenance={
            "status": "partly-reviewed" if human else "machine-draft",
            "engine": ", ".join(engines),
            "reviewed": f"{coverage.percent:.0f}%",
            "source": coverage.article,
        },
    )


def sentences(locale: str) -> tuple[str, str]:
    """Return what readers are told: all of the text is machine-made, a part of it is; English for want of another."""
    known = languages.of(locale).disclosure or languages.of(languages.ENGLISH).disclosure
    return (known.whole, known.part) if known else ("", "")


def _direction(locale: str) -> str:
    known = languages.of(locale).scripts
    return known.direction if known else "ltr"
