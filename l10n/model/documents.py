"""The values of an article: what it is cut into, and what is published of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


__all__ = [
    "Document",
    "Edition",
    "HeadPlace",
    "HeadingPlace",
    "Inline",
    "InlineRole",
    "Joint",
    "Key",
    "Kind",
    "LinkPlace",
    "Part",
    "Place",
    "Segment",
    "Segmentation",
    "Shell",
    "Slot",
    "SlotKind",
    "SlotPlace",
    "SpanKind",
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
    BYLINE = "byline"
    """Who wrote the story, when and where, in a line of its own; also a dateline, a time stamp, a slug, the place of a
    picture, a remark to other newsrooms, a line under the headline: no headline and no first paragraph."""
    ASIDE = "aside"
    """Text beside the story, or perhaps: navigation, a box, the foot of a page, a summary."""
    META = "meta"
    """A front-matter field, a `<meta>` or an attribute that is not shown in the text."""


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


class Place(StrEnum):
    """How the renderers of a place read a text in it."""

    PLAIN = "plain"
    """As it is: HTML, a value of front matter."""
    TEXT = "text"
    """As it is, and nobody takes a tag of no meaning for more than words: plain text."""
    MARKDOWN = "markdown"
    """With code between backticks, and links."""
    MDX = "mdx"
    """As Markdown, with JSX and expressions in braces."""
    VALUE = "value"
    """As it is by some programs, as Markdown by others: what is given to a shortcode, the title of a fence."""
    CODE = "code"
    """As code, in which templates alone are heeded."""


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
    start: int = field(default=0, compare=False)
    """Where `raw` begins in the article, in characters; law: `source[start : start + len(raw)] == raw`. Set for the
    segments of a `Document` (`l10n.formats.parse`), not by formats."""


class SlotKind(StrEnum):
    """The places that publishing may edit besides segments."""

    LANG = "lang"
    """The language of the document: `<html lang>`, front matter `lang`."""
    DIRECTION = "dir"
    """`<html dir>`."""
    CHARSET = "charset"
    """What a page declares its bytes to be: `<meta charset>`."""
    PROVENANCE = "provenance"
    """Machine-readable statement of where the words came from."""
    LEFT = "left"
    """The tag of an element whose texts may all stay in the language of the source: what it says of its language."""
    DISCLOSURE = "disclosure"
    """The place of the sentence that tells a reader the text is machine-made."""
    CREDITS = "credits"
    """The place that an author gave to those who translated and reviewed the article: `l10n:credits`."""


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
    covers: int = 0
    """How many of the segments that follow it speaks of; 0 where it speaks of the article."""


@dataclass(frozen=True, slots=True)
class FrontField:
    """A text in the front matter of an article."""

    path: str
    """What names it, as in the configuration: `sidebar.label`, `features[].title`; items of a list have the same."""
    line: int
    """1-based line of the article."""
    taken: bool
    """It is a segment."""
    readable: bool
    """It looks like text for readers, whether it is a segment or not."""


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
    raw_blocks: tuple[str, ...] = ()
    """The names of raw blocks that it was cut by (`ParseOptions.raw_blocks`)."""

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


class InlineRole(StrEnum):
    """Whether a stretch of markup is one end of an element whose other end stands elsewhere in the text."""

    OPEN = "open"
    CLOSE = "close"
    STANDALONE = "standalone"


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of a segment's text that is markup, not words."""

    start: int
    end: int
    """Character offsets into the text, `start < end`; spans ascend and never overlap."""
    kind: SpanKind
    id: int = 0
    """Its number in the text, from 1 in the order of the spans; 0 for one that is in no text."""
    role: InlineRole = InlineRole.STANDALONE
    pair: int | None = None
    """The id of the other end, whose `pair` is this one's id; None where there is none, as for a tag never closed."""


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """Where a text says which file a link or a picture leads to; offsets are characters of the whole text."""

    start: int
    end: int
    """Behind the path: a query and an anchor may follow, which stay."""
    path: str
    """What is meant, without references and backslashes; empty where there is nothing but an anchor."""
    asset: bool
    """It names a picture or another file, and no page."""
    field: bool = False
    """It is the value of a field of front matter, where nothing is called."""


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """Where the words of a heading end in a whole text."""

    end: int
    """In characters."""
    words: str
    """As a reader sees them."""
    id: str
    """The name that the author gave it; empty without one."""
    listed: bool
    """An attribute list stands behind it."""


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """Where a page says of itself what machines read; offsets are characters of the whole text."""

    end: int
    """Where its head ends."""
    close: str
    """How a tag without content ends: `>` or ` />`."""
    newline: str
    country: tuple[int, int] | None = None
    """Where the value of `og:locale` is; None where the page does not state it."""
    named: bool = False
    """It names its other languages itself."""
    described: bool = False
    """It tells search engines itself what it is, in JSON-LD or microdata."""


@dataclass(frozen=True, slots=True)
class SlotPlace:
    """Where a whole text has a slot that is filled when all is known that is published."""

    start: int
    slot: Slot


@dataclass(frozen=True, slots=True)
class Edition:
    """What publishing states in a localized article besides its text: the values for its slots."""

    language: str
    """BCP 47 tag of the localized article."""
    direction: str
    """`ltr` or `rtl`."""
    disclosure: str = ""
    """What readers are told, in the target language: of machine-made text, of text that is not translated, or that
    follows an earlier source; empty when every word is a reviewed translation of the source as it is."""
    provenance: Mapping[str, str] = field(default_factory=dict)
    """Field name to value, in the order to print; empty when there is nothing to state."""
    translated: bool = True
    """False when not one text is in `language`: a page must not tell readers and screen readers that it is."""
    nested: bool = True
    """False where whoever reads front matter takes each line of a mapping in it for a field."""
    credits: str = ""
    """Who translated and reviewed it, in the target language; empty where nobody is known or named."""
    marked: str = ""
    """BCP 47 tag of the language that untranslated texts are marked as; empty where they are not marked."""
    marked_direction: str = ""
    """How that language runs, where the edition's runs the other way; else empty."""
