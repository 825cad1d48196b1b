"""The values of drafting: questions to engines, their answers, and the terms of a glossary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.model.documents import Key

__all__ = ["Answer", "Form", "Request", "Term"]


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


class Form(StrEnum):
    """How markup inside a text is handed to an engine."""

    RAW = "raw"
    """As it stands: for the memory, whose answers were written for this markup."""
    MARKS = "marks"
    """Each span replaced by `⟦1⟧`, `⟦2⟧` …"""
    TAGS = "tags"
    """XML: each span replaced by `<x id="1"/>`, `<x id="2"/>` …, and `&`, `<` and `>` of the text escaped."""


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
