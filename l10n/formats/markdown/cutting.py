"""Owns the cutting of a Markdown body into parts: segments with their kind, note and shell, and the text between."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from l10n.errors import ArticleError
from l10n.formats import params, sentences
from l10n.formats.html.blocks import Blocks
from l10n.formats.html.scope import PageScope
from l10n.formats.markdown import embedded
from l10n.formats.markdown.attributes import element
from l10n.formats.markdown.blocks import Leaf, apart, leaves, pieces
from l10n.formats.markdown.comments import comments
from l10n.formats.markdown.components import as_html
from l10n.formats.markdown.dialects import read
from l10n.formats.markdown.directives import directives, skipped
from l10n.formats.markdown.edges import within
from l10n.formats.markdown.folds import fold, traced
from l10n.formats.markdown.leading import clear
from l10n.formats.markdown.links import defined, labels, told
from l10n.formats.markdown.marks import MarkKind, called, marked
from l10n.formats.markdown.md_in_html import asks_somewhere, linked
from l10n.formats.markdown.raw_blocks import named
from l10n.formats.markdown.roles import brief, role, under
from l10n.formats.markdown.shells import shell
from l10n.formats.markdown.skips import ambiguous, stretches
from l10n.formats.markdown.spans import has_words, reads, spans
from l10n.formats.markdown.tag_words import attribute_words
from l10n.formats.markdown.titles import titles
from l10n.formats.places import beset
from l10n.model import Key, Kind, Part, Segment, Segmentation, Shell, Slot, SlotKind
from l10n.text.facts.credits import is_sentence
from l10n.text.markup.attribute_lists import LIST
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.formats.jsx.tags import JsxTag
    from l10n.formats.markdown.events import Source
    from l10n.formats.markdown.marks import Read, Title
    from l10n.protocols import ParseOptions

__all__ = ["cut"]

_IMAGE = re.compile(rf"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?(?:{LIST})*\Z")
_KINDS = {
    "Item": Kind.LIST_ITEM,
    "definition": Kind.LIST_ITEM,
    "BlockQuote": Kind.QUOTE,
    "FootnoteDefinition": Kind.FOOTNOTE,
    "Note": Kind.PARAGRAPH,
    "box": Kind.PARAGRAPH,
}
_WHOLE = frozenset({Kind.HEADING, Kind.HEADLINE, Kind.META, Kind.ALT})
_SURROGATE = re.compile("[\ud800-\udfff]")
"""What the sentence splitter's library cannot take."""


def cut(
    body: str,
    options: ParseOptions,
    *,
    line: int,
    newline: str,
    titled: bool,
    slots: list[Slot],
    place: int,
    mdx: bool = False,
) -> list[Part]:
    """Cut a body that begins on that 1-based line of its article; `titled` when the headline is in the front matter.

    `slots` go to the character offset `place`, above which nothing is translated; `mdx` where the rules are MDX's.
    """
    try:
        seen = read(body, named(options.raw_blocks), mdx=mdx)
    except ArticleError as err:
        raise ArticleError(err.message, line=err.line + line - 1, remedy=err.remedy) from err
    work = _BodyWork(seen, options, newline, line, titled=titled, mdx=mdx)
    work.gap(clear(seen, options, len(body[:place].encode("utf-8", "surrogatepass"))))
    work.out += slots
    return work.parts()


@dataclass(slots=True)
class _BodyWork:
    """One pass over a body."""

    seen: Read
    options: ParseOptions
    newline: str
    line: int
    titled: bool = field(kw_only=True)
    mdx: bool = field(kw_only=True)
    source: Source = field(init=False)
    done: int = 0
    """Byte offset up to which the source is in `out`."""
    out: list[Part] = field(default_factory=list)
    path: list[tuple[int, str]] = field(default_factory=list)
    columns: dict[int, str] = field(default_factory=dict)
    """The headings of the table that was met last, by their places in it."""
    heads: int = -1
    """Where the line of these begins."""
    opaque: Ranges = field(init=False)
    raw: list[tuple[int, int]] = field(default_factory=list)
    """Where those are that are `opaque`, ascending."""
    boxes: Ranges = field(init=False)
    uneven: Ranges = field(init=False)
    terms: set[int] = field(default_factory=set)
    waiting: deque[Title] = field(default_factory=deque)
    tags: deque[JsxTag] = field(default_factory=deque)
    """The tags of MDX between texts that are still to come."""
    between: list[tuple[int, int]] = field(default_factory=list)
    """Where those are that keep texts of one block asunder."""
    around: Blocks = field(init=False)
    """The elements of HTML that are open between blocks of Markdown."""
    defined: frozenset[str] = frozenset()
    asks: bool = False
    """An element of HTML asks for Markdown."""
    note: str = ""
    context: str | None = None

    def __post_init__(self) -> None:
        self.source = self.seen.source

    def parts(self) -> list[Part]:
        found, marks = self.seen.events, self.seen.marks
        data = self.source.data
        wholes = {mark.start: mark.over for mark in marks if mark.over >= 0}
        held = Ranges(self.skipped(skipped(found, data, wholes)))
        self.opaque = marked(marks, MarkKind.OPAQUE)
        self.raw = [(mark.start, mark.end) for mark in marks if mark.kind is MarkKind.OPAQUE]
        self.boxes = marked(marks, MarkKind.BOX, MarkKind.CALLOUT)
        self.asks = asks_somewhere(data)
        self.uneven = marked(marks, MarkKind.UNEVEN)
        self.terms = {mark.term for mark in marks if mark.kind is MarkKind.DEFINITION}
        self.between = [(mark.start, mark.end) for mark in marks if mark.kind is MarkKind.TAG]
        self.tags = deque(tag for mark in marks for tag in mark.tags if self.mdx)
        self.around = Blocks(PageScope.of(self.options))
        self.defined = defined(self.source)
        self.waiting = deque(one for one in titles(self.seen, self.options) if not held.hold(one.start))
        page = ""
        for item in leaves(found, data, called(data, marks)):
            self.entitled(item.start)
            begun = item.start < self.done and not (item.name == "Paragraph" and item.end > self.done)
            if begun or held.hold(item.start):
                continue
            self.passed(item.start)
            left_out = self.around.left_out
            if item.name == "HtmlBlock" and not self.mdx:
                page = embedded.shown(self.source, item.start, item.end, self.raw)
                self.around.read(page)
            if left_out and self.around.left_out:
                continue
            if item.name == "HtmlBlock" and self.mdx:
                self.told(item)
            elif item.name == "HtmlBlock":
                self.html(item, page)
            elif item.name not in {"CodeBlock", "IndentedCode"}:
                if not self.told(item):
                    self.attributed(item)
            elif self.options.code_comments and item.name == "CodeBlock" and not item.quotes:
                self.code(item)
        self.entitled(len(data))
        self.gap(len(data))
        return self.out

    def skipped(self, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Let what is skipped with the first tag of an element go to the element's end."""
        return [(start, self.seen.elements.get(end, end)) for start, end in ranges]

    def passed(self, end: int) -> None:
        """Open and close the elements whose tags begin before a byte."""
        while self.tags and self.tags[0].start < end:
            tag = self.tags.popleft()
            if not tag.alone:
                self.around.step(as_html(self.source.data, tag))

    def entitled(self, end: int) -> None:
        """Cut the titles that begin before a byte."""
        while self.waiting and self.waiting[0].start < end:
            item = self.waiting.popleft()
            self.passed(item.start)
            if item.start >= self.done and not self.around.left_out:
                self.definition(item)

    def gap(self, end: int) -> None:
        """Take over the source up to a byte as it is."""
        if end > self.done:
            self.out.append(self.source.slice(self.done, end))
            self.line += self.source.data.count(b"\n", self.done, end)
            self.done = end

    def html(self, leaf: Leaf, page: str) -> None:
        """Hand an HTML block over as it is read, or follow an author's directives in it."""
        if self.told(leaf):
            return
        text = self.source.slice(leaf.start, leaf.end)
        self.gap(leaf.start)
        parts = embedded.cut(page, self.options, self.line, leaf.quotes)
        for part in linked(embedded.restored(parts, text), self.defined):
            self.out.append(self.adopted(part) if isinstance(part, Segment) else part)
        self.line += self.source.data.count(b"\n", leaf.start, leaf.end)
        self.done = leaf.end

    def told(self, leaf: Leaf) -> bool:
        """Follow the directives that are all of a block; tell whether there are some."""
        text = self.source.slice(leaf.start, leaf.end)
        spoken = directives(text)
        if len(spoken) == 1 and spoken[0][0] == "credits" and not leaf.containers:
            self.credits(leaf, text)
        for verb, argument in spoken:
            if verb == "note":
                self.note = f"{self.note}\n{argument}" if self.note else argument
            elif verb == "context":
                self.context = argument or None
        return bool(spoken)

    def credits(self, leaf: Leaf, text: str) -> None:
        """Cut the place of those who are named for the article."""
        raw = text.rstrip()
        end = leaf.start + len(raw.encode("utf-8", "surrogatepass"))
        crlf = " crlf" if self.newline == "\r\n" else ""
        style = f"credits{crlf}{beset(self.source.data, leaf.start, end)}"
        self.gap(leaf.start)
        self.out.append(Slot(SlotKind.CREDITS, raw, style=style))
        self.line += raw.count("\n")
        self.done = end

    def code(self, leaf: Leaf) -> None:
        """Cut the comments of a code block."""
        block = self.source.slice(leaf.start, leaf.end)
        done, place = 0, leaf.start
        for one in comments(block):
            place += len(block[done : one.start].encode("utf-8", "surrogatepass"))
            self.gap(place)
            raw, done = block[one.start : one.end], one.end
            note = self.under("comment in code")
            segment = Segment(Key(one.text), raw, Shell(one.style), Kind.PARAGRAPH, note, self.line)
            self.out.append(self.remarked(segment))
            self.line += raw.count("\n")
            place += len(raw.encode("utf-8", "surrogatepass"))
            self.done = place

    def adopted(self, segment: Segment) -> Segment:
        """Fit a segment of an HTML block into the article."""
        if segment.kind is Kind.HEADLINE:
            if self.titled:
                segment = replace(segment, kind=Kind.HEADING)
            self.titled = True
        if self.asks and segment.shell.style == "html-block":
            segment = replace(segment, shell=Shell("html-block markdown"))
        return self.remarked(segment)

    def remarked(self, segment: Segment) -> Segment:
        """Give a segment what an author's directives before it say."""
        if self.note:
            segment = replace(segment, note=f"{segment.note}\n{self.note}" if segment.note else self.note)
        if self.context is not None:
            segment = replace(segment, key=Key(segment.key.text, self.context))
        self.note, self.context = "", None
        return segment

    def definition(self, item: Title) -> None:
        """Cut a title."""
        if not has_words(item.text):
            return
        self.gap(item.start)
        shell = Shell("\x1f".join([item.style, *item.labels]), item.prefix)
        note = self.under(item.role) + told(item.labels)
        raw = self.source.slice(item.start, item.end)
        self.out.append(self.remarked(Segment(Key(item.text), raw, shell, item.kind, note, self.line)))
        self.line += raw.count("\n")
        self.done = item.end

    def attributed(self, leaf: Leaf) -> None:
        """Cut a block of Markdown text as the element that its attribute list makes of it."""
        made = element(leaf, self.source.data)
        if made is not None:
            self.around.enter(*made)
        if made is None or not self.around.opaque:
            self.text(leaf)
        if made is not None:
            self.around.close("p")

    def text(self, leaf: Leaf) -> None:
        """Cut a block of Markdown text."""
        data = self.source.data
        if (leaf.level and self.boxes.hold(leaf.start)) or ambiguous(leaf, data):
            return
        if self.uneven.hold(leaf.start):
            return
        ranges: Iterable[tuple[int, int]] = stretches(leaf, data, self.opaque, each=leaf.start in self.terms)
        ranges = apart(ranges, self.between, data) if self.between else ranges
        for piece in pieces(leaf, within(leaf, ranges, data, listed=not self.mdx)):
            start, end = piece.start, piece.end
            if start < self.done:
                continue  # a statement above the slots
            self.entitled(start)
            self.passed(start)
            if self.mdx and self.around.opaque:
                continue
            text = fold(data[start:end], start, piece.events, leaf.quotes)
            if leaf.level and not params.is_calls(text):
                self.headed(leaf, text)
            if leaf.name == "TableCell" and "TableHead" in leaf.containers:
                self.columned(leaf, text)
            if not self.speaks(piece, text):
                for one in attribute_words(self.source, piece, self.options):
                    self.definition(one)
                continue
            self.gap(start)
            kind = self.kind(leaf, text)
            self.titled |= kind is Kind.HEADLINE
            raw = self.source.slice(start, end)
            note = self.under(role(piece, kind, self.columns), own=bool(leaf.level)) + told(labels(piece.events))
            placed = shell(piece, self.source, self.newline)
            segment = Segment(Key(text), raw, placed, kind, note, self.line)
            self.out += self.divided(self.remarked(segment), piece)
            self.line += data.count(b"\n", start, end)
            self.done = end

    def columned(self, leaf: Leaf, text: str) -> None:
        """Take note of the heading of a column; those without words have none."""
        line = self.source.data.rfind(b"\n", 0, leaf.start)
        if line != self.heads:
            self.heads, self.columns = line, {}
        self.columns[leaf.column] = brief(text)

    def speaks(self, piece: Leaf, text: str) -> bool:
        """Tell whether there are words in a piece of a block; where it is nothing but calls these stand beside it."""
        if piece.name in {"Heading", "TableCell"} and params.is_calls(text):
            return False
        if self.mdx:
            return has_words(self.source.shown[piece.start : piece.end].decode("utf-8", "replace"))
        return reads(piece.events, piece.start, piece.end) or has_words(text)

    def divided(self, segment: Segment, piece: Leaf) -> tuple[Part, ...]:
        """Divide a segment into its sentences where the project asks for it."""
        whole = self.options.segmentation is not Segmentation.SENTENCE or segment.kind in _WHOLE
        if whole or _SURROGATE.search(segment.key.text):
            return (segment,)
        folded = traced(self.source.data[piece.start : piece.end], piece.start, piece.events, piece.quotes)
        return sentences.split(segment, folded, spans(folded.text))

    def headed(self, leaf: Leaf, text: str) -> None:
        """Enter a heading into the path."""
        while self.path and self.path[-1][0] >= leaf.level:
            self.path.pop()
        self.path.append((leaf.level, brief(" ".join(text.split()))))

    def kind(self, leaf: Leaf, text: str) -> Kind:
        if leaf.level:
            return Kind.HEADLINE if leaf.level == 1 and not self.titled and not leaf.containers else Kind.HEADING
        if leaf.name == "TableCell":
            return Kind.CELL
        if _IMAGE.match(text):
            return Kind.ALT
        if leaf.start in self.terms:
            return Kind.TERM
        own = next((_KINDS[name] for name in reversed(leaf.containers) if name in _KINDS), Kind.PARAGRAPH)
        around = self.around.kind
        if self.mdx and around is Kind.HEADLINE:
            around = Kind.HEADING if self.titled else Kind.HEADLINE
        if own is not Kind.PARAGRAPH or (around not in {Kind.BYLINE, Kind.ASIDE} and not self.mdx):
            return own
        told = (
            around in {Kind.BYLINE, Kind.ASIDE}
            and self.around.unsure
            and is_sentence(text, spans(text), self.options.source)
        )
        return Kind.ASIDE if told else around

    def under(self, role: str, *, own: bool = False) -> str:
        """Add the headings above to a role; `own` leaves the last out, which is the segment itself."""
        return under(role, [name for _, name in (self.path[:-1] if own else self.path)])
