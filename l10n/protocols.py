"""The contracts of the plug-ins: formats, engines, memories, checks, reports.

A format, a check family and a report are *modules*; engines and memories hold a connection and are objects.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.model import (
        Answer,
        Coverage,
        Edition,
        Finding,
        Form,
        Part,
        Request,
        Segment,
        Segmentation,
        Severity,
        Slot,
        Span,
    )

__all__ = ["Check", "Engine", "Example", "Format", "Memory", "Pair", "ParseOptions", "Report", "Rule"]


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """What a project decides about cutting an article."""

    segmentation: Segmentation
    fields: tuple[str, ...] = ("title", "description", "summary", "subtitle", "caption")
    """Front-matter fields that are translated."""


class Format(Protocol):
    """Cuts articles of one format and escapes translations for it.

    Laws, for any source: the raw texts of `parse(source, options)` joined are the source;
    `encode(segment, segment.key.text) == segment.raw`; `fill(slot, edition)` returns `slot.raw` where the edition
    has nothing to say there.
    """

    name: str
    extensions: tuple[str, ...]
    """Lower-case file name endings with their dot."""

    def parse(self, source: str, options: ParseOptions) -> tuple[Part, ...]:
        """Cut an article; raise `ArticleError` with a line (and no path) where it cannot be read."""

    def encode(self, segment: Segment, text: str) -> str:
        """Escape a translation so that, put in the segment's place, it stays text of that place."""

    def fill(self, slot: Slot, edition: Edition) -> str:
        """Write what an edition states into a slot."""

    def skeleton(self, source: str) -> tuple[str, ...]:
        """Return the block structure: equal for two texts that differ only in the words of their segments."""

    def inline(self, text: str) -> tuple[Span, ...]:
        """Find the markup inside a segment's text: what an engine must leave alone and checks compare."""


class Engine(Protocol):
    """Drafts texts in another language."""

    name: str
    form: Form
    destination: str
    """Where the text is sent (`translate.google.com`), for the user to read; empty when it stays on this machine."""

    def draft(self, requests: Sequence[Request], source: str, target: str) -> list[Answer]:
        """Answer each request, in their order.

        `source` and `target` are gettext names. Raises `EngineMissingError` when the engine is not installed or has
        no such pair, `EngineError` when it cannot be reached; a single text that fails is an answer without text.
        """


class Memory(Protocol):
    """Remembers what people translated, in all articles of the project."""

    def update(self, locale: str, article: str, digest: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Replace what is known from one article's catalogue; `digest` names the catalogue's bytes."""

    def digests(self, locale: str) -> dict[str, str]:
        """Return article → digest for what is known."""

    def suggest(self, requests: Sequence[Request], source: str, target: str) -> list[Answer]:
        """Answer each request with an exact or near match, or without text."""

    def close(self) -> None:
        """Give the storage back."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its translation, as a check sees them."""

    source: str
    target: str
    locale: str
    """Gettext name of the target language; the source is English unless `source_locale` says otherwise."""
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    source_locale: str = "en"


@dataclass(frozen=True, slots=True)
class Example:
    """A source and a translation that show a rule at work."""

    source: str
    target: str
    locale: str = "ko"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with a translation."""

    id: str
    severity: Severity
    reason: str
    """Why it matters, in one sentence for a translator."""
    failing: Example
    passing: Example
    find: Callable[[Pair], Iterable[str]]
    """Yields one message a fault."""


class Check(Protocol):
    """A family of rules."""

    RULES: tuple[Rule, ...]


class Report(Protocol):
    """Prints results for one kind of reader."""

    def findings(self, findings: Sequence[Finding]) -> str:
        """Return findings as text that ends in a newline, or empty."""

    def coverage(self, rows: Sequence[Coverage]) -> str:
        """Return coverage as text that ends in a newline, or empty."""
