"""The values of drafting: translations to learn from, questions to engines, their answers, glossary terms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.model.catalogs import Origin
    from l10n.model.documents import Key

__all__ = ["IMPORTED", "Answer", "DraftFix", "Form", "KnownName", "Request", "Term", "Translation"]


@dataclass(frozen=True, slots=True)
class Translation:
    """A source text and what a person made of it, away from its catalogue: what memories learn and files exchange."""

    source: str
    target: str
    source_locale: str
    """Gettext names, as `locale`."""
    locale: str
    context: str | None = None
    """The context of the segment's key; None for a sentence of it, too."""
    origin: Origin | None = None
    """Where the text came from before a person read it, as far as that is known."""
    article: str = ""
    """Relative to the articles folder; empty for what is in none."""


@dataclass(frozen=True, slots=True)
class Term:
    """A row of a glossary."""

    source: str
    target: str
    status: str = "approved"
    variants: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    case: bool = False
    """True when the source matches only in this case."""
    note: str = ""


IMPORTED = "kornorms"
"""What `KnownName.origin` is for a row of the loanword examples of the National Institute of Korean Language."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A row of a name memory: what a name of the source is called in a locale."""

    source: str
    target: str
    origin: str = ""
    """The first article whose reviewed text has it, or `IMPORTED`; empty in a row that a person wrote."""
    learned: bool = False
    """The program wrote it, and nobody has changed it since."""
    note: str = ""
    line: int = 0
    """1-based line in its file; 0 when it is new."""

    @property
    def imported(self) -> bool:
        """Whether it comes from a list and not from reviewed texts."""
        return self.origin == IMPORTED


class Form(StrEnum):
    """How markup inside a text is handed to an engine."""

    RAW = "raw"
    """As it stands: for the memory, whose answers were written for this markup."""
    MARKS = "marks"
    """Each span replaced by `⟦1⟧`, `⟦2⟧` …"""
    TAGS = "tags"
    """XML: each span replaced by `<x id="1"/>`, `<x id="2"/>` …, and `&`, `<` and `>` of the text escaped."""
    BARE = "bare"
    """Words only, for an engine that keeps no mark; the places of markup are found again in its answer."""


@dataclass(frozen=True, slots=True)
class Request:
    """A question to an engine."""

    key: Key
    text: str
    """What to translate, in the engine's `Form`."""
    before: str = ""
    """The source text of the segment before, for context; empty at the start."""
    after: str = ""
    terms: tuple[Term, ...] = ()
    """Glossary rows whose source occurs in the text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine made of one request; the answer to `requests[i]` is `answers[i]`."""

    text: str | None
    """In the form of the request; None when the engine has nothing."""
    engine: str
    """Becomes `Origin.by`."""
    score: float = 1.0
    """1.0 for a translation made for this very text; below for a near match of the memory."""
    cost: float = 0.0
    """In the currency of the engine's price table."""
    refusal: str = ""
    """Why there is no text, for the report; empty when there simply is none."""


@dataclass(frozen=True, slots=True)
class DraftFix:
    """What the finish changed in a draft, at one place."""

    fix: str
    """The id of the rule whose fix it is, or `register`."""
    before: str
    """The words that it touches, whole."""
    after: str
