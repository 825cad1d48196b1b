"""Owns what is known of an article before any catalogue is looked at: one for all its locales and verbs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from l10n import coverage, formats
from l10n.recent import Recent
from l10n.text.facts.opening import opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.model import Document
    from l10n.text.facts.opening import Opening

__all__ = ["SourceFacts", "source_facts"]

_known: Recent[SourceFacts] = Recent(4)
"""Those of the articles that were worked on last."""


@dataclass(frozen=True)
class SourceFacts:
    """What an article says by itself, each worked out when it is first asked for."""

    document: Document
    source: str
    """The language that it is written in."""

    @cached_property
    def count(self) -> Callable[[str], int]:
        """Counts the words of a text in the article's format (`coverage.word_counter`)."""
        return coverage.word_counter(formats.load(self.document.format))

    @cached_property
    def asked(self) -> Opening:
        """What its headline and its first paragraph are."""
        return opening(self.document, formats.load(self.document.format), self.source)


def source_facts(document: Document, source: str) -> SourceFacts:
    """Return what is known of an article that is written in the language `source`.

    It is kept by the very document, which cannot change; while the facts hold it, no other has its identity.
    """
    return _known.get((id(document), source), 1, partial(SourceFacts, document, source))
