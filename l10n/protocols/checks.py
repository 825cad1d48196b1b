"""What a rule is, what it looks at, and what it finds it with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from l10n.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.model import Flaw, Inline, Severity, Term

__all__ = ["Check", "Example", "FindInArticle", "FindInLocale", "FindInText", "Pair", "Rule", "Scope"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its translation, as a check sees them."""

    source: str
    target: str
    """Empty for rules about the source alone."""
    locale: str
    """Gettext name of the target language; the source is English unless `source_locale` says otherwise."""
    source_spans: tuple[Inline, ...] = ()
    target_spans: tuple[Inline, ...] = ()
    source_locale: str = "en"
    kind: Kind = Kind.PARAGRAPH
    terms: tuple[Term, ...] = ()
    """The glossary of the locale, whole."""
    names: tuple[Term, ...] = ()
    """Names that the article has and only the name memory of the locale knows."""
    article: str = ""
    draft: bool = False
    """No person has read the translation yet."""


class Scope(StrEnum):
    """What a rule looks at to find a fault."""

    SEGMENT = "segment"
    """One pair."""
    ARTICLE = "article"
    """All pairs of an article in one locale, in the order of the text."""
    LOCALE = "locale"
    """What a digest keeps of each article of a locale: what differs between articles."""
    SOURCE = "source"
    """All source texts of an article in their order, as pairs without a target; told once, not for each locale."""


@dataclass(frozen=True, slots=True)
class Example:
    """A source and a translation that show a rule at work."""

    source: str
    target: str = ""
    """Empty for a rule about sources."""
    locale: str = "ko"
    kind: Kind = Kind.PARAGRAPH
    terms: tuple[Term, ...] = ()
    names: tuple[Term, ...] = ()


FindInText: TypeAlias = "Callable[[Pair], Iterable[Flaw]]"
"""Yields the faults of one text: `Scope.SEGMENT`."""
FindInArticle: TypeAlias = "Callable[[Sequence[Pair]], Iterable[tuple[int, Flaw]]]"
"""Yields each fault with the index of its pair: `Scope.ARTICLE` and `Scope.SOURCE`."""
FindInLocale: TypeAlias = "Callable[[Iterable[Any]], Iterable[tuple[int, int, Flaw]]]"
"""Yields each fault with the index of its article's digest, and that of its pair in the article: `Scope.LOCALE`.

The digests may be gone through more than once, and are made each time: of 100,000 articles few bytes each can be kept.
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with a translation or its source."""

    id: str
    """Lower case, words joined by hyphens; never changed once published, for people write it into PO files."""
    severity: Severity
    reason: str
    """Why it matters, in one sentence for a translator."""
    failing: tuple[Example, ...]
    """Texts that together have the fault; one, save for rules about articles and locales."""
    passing: tuple[Example, ...]
    find: FindInText | FindInArticle | FindInLocale
    """Finds the faults, in what the scope says: a function of a module, so that a rule pickles."""
    scope: Scope = Scope.SEGMENT
    digest: Callable[[Sequence[Pair]], object] | None = None
    """For a rule about a locale: makes of an article in it the small value, one that pickles, that `find` is given."""
    facets: tuple[str, ...] = ()
    """What must be known of the language: a facet (`months`) or code that it brings (`particles`), and `check` says
    where that is missing; or a custom that it must have, a field of a facet that is set (`marks.stops`)."""
    of_source: tuple[str, ...] = ()
    """What must be known of the language of the source: a facet, or a field of one that is set (`negation.clear`)."""
    default: bool = True
    """False for a rule that only runs where it is selected by its id."""
    finishes: bool = False
    """Its fixes are put into a machine's draft before that is stored, where `ignore` does not name it; so are those of
    a rule that is off by default, which is house style and no fault."""


class Check(Protocol):
    """A family of rules, `RULES`; the family's name is its module's."""

    RULES: tuple[Rule, ...]
