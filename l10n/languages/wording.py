"""Owns the facets of how a language joins the items of a list, doubles words, and speaks of translating."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.languages.kinds import Facet, Pattern, Words

__all__ = ["Doubling", "Lists", "Talk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists(Facet):
    """What stands between the items of a list besides commas."""

    joints: Words = ()
    """Words between two items: `and`, `or`; by CLDR's list patterns."""
    others: Pattern = ""
    """Of the source: what says that a list is not finished: `and so on`."""
    glued: Pattern = ""
    """What says so in one piece with an item: the Korean `와`."""
    unfinished: Pattern = ""
    """Of a translation: what stands behind the last item of a list that names some of many: the Korean `등`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubling(Facet):
    """Words that stand twice in a row and are right."""

    right: Pattern = ""
    """Both words and, where it matters, what stands before them: `sie sie`; with capitals as they are."""
    freely: bool = False
    """Any word may be doubled by grammar (`từ từ`), save the little ones."""
    little: frozenset[str] = frozenset()
    """Words that are not, where all others may be: `và`, `của`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Facet):
    """The words in which whoever translates speaks of that, not of what the text says."""

    work: Pattern = ""
    """The text, its translation, the original, its tone, subtitles."""
    serve: Pattern = ""
    """Offers of help, requests, politeness: of course, here you are, please send, may I."""
