"""The values that the whole program speaks of: documents, catalogues, drafts, findings, coverage.

Nothing here reads a file or knows a library. Every type is immutable; a change is a new value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "Answer",
    "Catalog",
    "Coverage",
    "Document",
    "Edition",
    "Entry",
    "Finding",
    "Form",
    "Joint",
    "Key",
    "Kind",
    "Origin",
    "Part",
    "Request",
    "Segment",
    "Segmentation",
    "Severity",
    "Shell",
    "Slot",
    "SlotKind",
    "Span",
    "SpanKind",
    "State",
    "Tally",
    "Term",
]


class Kind(StrEnum):
    """What a segment is in its article; shown to translators and used by checks."""

    HEADLINE = "headline"
    """The title of the article: the first heading, the front matter's title, `<title>` or `<h1>`."""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CAPTION = "caption"
    LIST_ITEM = "list item"
    CELL = "cell"
    TERM = "term"
    FOOTNOTE = "footnote"
    ALT = "alt"
    META = "meta"
    """A front-matter field, a `<meta>` or an attribute that is not shown in the text."""


class State(StrEnum):
    """Where an entry stands between source and release; the table is in `docs/architecture.md`."""

    MISSING = "missing"
    DRAFT = "draft"
    STALE = "stale"
    REVIEWED = "reviewed"
    OBSOLETE = "obsolete"


class Segmentation(StrEnum):
    """How a block of text becomes segments."""

    PARAGRAPH = "paragraph"
    """A block is one segment."""
    SENTENCE = "sentence"
    """A block is its sentences with `Joint`s between them."""


@dataclass(frozen=True, slots=True)
class Key:
    """The identity of a segment within its article: msgid and msgctxt."""

    text: str
    """The source text a translator reads: soft line breaks folded to a space, NFC not forced, never empty."""
    context: str | None = None
    """A front-matter field name or an author's directive; never a position."""


@dataclass(frozen=True, slots=True)
class Shell:
    """How a text is put back where a segment was cut; written and read by the segment's format only."""

    style: str
    """One of the format's own names: `paragraph`, `line`, `cell`, `yaml-double`, `attribute` …"""
    prefix: str = ""
    """What the format writes after each line break inside the text (`> `, four spaces); empty when there is none."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of an article that is translated."""

    key: Key
    raw: str
    """The exact source text that a translation replaces."""
    shell: Shell
    kind: Kind
    note: str = ""
    """For the translator: role, heading path, an author's remark; one or more lines."""
    line: int = field(default=0, compare=False)
    """1-based line of the first character in the article."""


class SlotKind(StrEnum):
    """The places that publishing may edit besides segments."""

    LANG = "lang"
    """The language of the document: `<html lang>`, front matter `lang`."""
    DIRECTION = "dir"
    """`<html dir>`."""
    PROVENANCE = "provenance"
    """Machine-readable statement of where the words came from."""
    DISCLOSURE = "disclosure"
    """The place of the sentence that tells a reader the text is machine-made."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A named place that publishing may fill; left as it is, it is its raw text."""

    kind: SlotKind
    raw: str
    """The exact source text; empty where the source has nothing and publishing may insert."""
    value: str = ""
    """What the raw text means (`en`); empty where the source has nothing."""
    style: str = ""
    """The format's own detail, needed to fill the slot."""


@dataclass(frozen=True, slots=True)
class Joint:
    """The white space between two sentences of one block."""

    raw: str


Part = str | Segment | Slot | Joint
"""One piece of a document. Law: the raw texts of all parts, joined, are the source."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article, cut: text with segments in it."""

    path: str
    """Relative to the articles folder, with `/`."""
    format: str
    """The format's name in `l10n.formats`."""
    parts: tuple[Part, ...]

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All segments in the order of the text; equal keys may occur more than once."""
        return tuple(part for part in self.parts if isinstance(part, Segment))

    @property
    def source(self) -> str:
        """The article's text, character for character."""
        return "".join(part if isinstance(part, str) else part.raw for part in self.parts)


class SpanKind(StrEnum):
    """What a stretch of markup inside a segment is."""

    CODE = "code"
    """Code with its delimiters: neither translated nor changed."""
    TAG = "tag"
    """An inline HTML tag or comment."""
    LINK = "link"
    """Link or image markup: the brackets and the target, not the words between."""
    EMPHASIS = "emphasis"
    VARIABLE = "variable"
    """Template syntax: `{{ … }}`, `{% … %}`, shortcodes, `%(name)s`."""
    URL = "url"
    """A bare address or an autolink."""
    ESCAPE = "escape"
    """A character reference, a backslash escape or a hard line break."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a segment's text that is markup, not words."""

    start: int
    end: int
    """Character offsets into the text, `start < end`; spans ascend and never overlap."""
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a machine draft came from: the PO comment `# draft: <engine> <date> <digest>`."""

    engine: str
    """The engine's name, with `/model` or a score where it has one; no white space."""
    date: str
    """ISO 8601 calendar date."""
    digest: str
    """First 12 hex digits of SHA-256 over the drafted text, NFC, outer white space stripped."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalogue: a source text, what became of it, and where it stands.

    `state` is what the PO says by the design's table: a function of the other fields plus the fuzzy and
    obsolete marks, worked out when a file is read and honoured when it is written.
    """

    key: Key
    target: str = ""
    """The translation; empty when there is none."""
    state: State = State.MISSING
    refs: tuple[str, ...] = ()
    """Article paths (`#:`), never with a line."""
    note: str = ""
    """Extracted comment (`#.`) for the translator, lines joined with a newline."""
    comments: tuple[str, ...] = ()
    """Translator's comment lines (`# `) as written after the `# `, the draft line excepted."""
    flags: tuple[str, ...] = ()
    """Flags other than `fuzzy`; an obsolete entry keeps it here, so that a revived draft is still one."""
    previous: Key | None = None
    """The source that `target` was made for (`#| msgid`), when it is not `key`."""
    origin: Origin | None = None
    """The last machine draft of this entry, whether or not a person has changed it since."""
    line: int = field(default=0, compare=False)
    """1-based line of the entry's `msgid` in its PO file; 0 when it is new."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """What is known of one article in one locale, or its template (`locale` empty)."""

    article: str
    locale: str
    """Gettext name (`ko`, `pt_BR`); empty for a template."""
    entries: tuple[Entry, ...] = ()
    """In the order of the article, then obsolete ones; keys of entries that are not obsolete are unique."""

    def live(self) -> dict[Key, Entry]:
        """Map each key to its entry, obsolete entries left out."""
        return {entry.key: entry for entry in self.entries if entry.state is not State.OBSOLETE}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


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
    """Becomes `Origin.engine`."""
    score: float = 1.0
    """1.0 for a translation made for this very text; below for a near match of the memory."""
    cost: float = 0.0
    """In the currency of the engine's price table."""
    refusal: str = ""
    """Why there is no text, for the report; empty when there simply is none."""


class Severity(StrEnum):
    """How much a finding matters: errors fail a build, the others are told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with content, for a person to decide about."""

    rule: str
    severity: Severity
    message: str
    article: str
    locale: str = ""
    po: str = ""
    """Path of the PO file relative to the project, where the finding is about an entry."""
    line: int = 0
    """1-based line in `po` where that is given, else in the article; 0 when unknown."""
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts per state; obsolete entries are in no article and are not counted."""

    reviewed: int = 0
    draft: int = 0
    stale: int = 0
    missing: int = 0

    @property
    def total(self) -> int:
        """The sum of all states."""
        return self.reviewed + self.draft + self.stale + self.missing

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.reviewed + other.reviewed,
            self.draft + other.draft,
            self.stale + other.stale,
            self.missing + other.missing,
        )


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one article is translated into one locale; every occurrence counts."""

    article: str
    locale: str
    segments: Tally
    words: Tally
    """Words of the English source."""
    headline: bool = False
    """The headline is reviewed."""
    lede: bool = False
    """The first paragraph is reviewed."""
    urgent: int = 0
    """Stale segments whose source changed in a number, a negation, a name or a quotation."""

    @property
    def percent(self) -> float:
        """Reviewed words in per cent of all words, 0…100; 100 for an article without words."""
        return 100.0 * self.words.reviewed / self.words.total if self.words.total else 100.0


@dataclass(frozen=True, slots=True)
class Edition:
    """What publishing states in a localized article besides its text: the values for its slots."""

    language: str
    """BCP 47 tag of the localized article."""
    direction: str
    """`ltr` or `rtl`."""
    disclosure: str = ""
    """The sentence for readers, in the target language; empty when every published word was reviewed."""
    provenance: Mapping[str, str] = field(default_factory=dict)
    """Field name to value, in the order to print; empty when there is nothing to state."""
    translated: bool = True
    """False when not one text is in `language`: a page must not tell readers and screen readers that it is."""
