"""Owns the plain text format: blocks between blank lines, as a newsroom writes them."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from l10n.formats.folding import fold, unbroken
from l10n.formats.inlines import beside, numbered, worded
from l10n.formats.places import beset, line_start
from l10n.formats.plain.blocks import Block, BlockKind, blocks, is_directive
from l10n.formats.plain.evidence import is_rule
from l10n.formats.plain.lines import divided, is_byline, page, unspaced
from l10n.formats.sentences import split
from l10n.model import Inline, Key, Kind, Place, Segment, Segmentation, Shell, Slot, SlotKind
from l10n.protocols import ParseOptions
from l10n.text.analysis import once
from l10n.text.facts.credits import is_above

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from l10n.model import Edition, FrontField, HeadingPlace, HeadPlace, LinkPlace, Part

__all__ = [
    "body",
    "drawn",
    "encode",
    "extensions",
    "fields",
    "fill",
    "head",
    "headings",
    "inline",
    "links",
    "mark",
    "name",
    "notices",
    "parse",
    "place",
    "restated",
    "skeleton",
    "stated",
    "statement",
    "uniform",
]

name = "plain"
extensions = (".txt", ".text")

_ENDS = {"plain-lf": "\n", "plain-crlf": "\r\n", "plain-cr": "\r"}
_BREAKS = re.compile(r"(?<![ \t])[ \t]*+(?:(?:\r\n|\r|\n)[ \t]*)+")
_GAPS = re.compile(r"(?<![ \t])[ \t]*+(?:\r\n|\r|\n)[ \t\r\n]*")
_BLANK = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]")
_STOP = re.compile(r"[.!?…:;,][\"'”’)\]]*\Z")
_FINAL = re.compile(r"[.,;:][\"'”’)\]]*\Z")
_CREDIT = re.compile(
    r"(?:\b(?:Image|Photo|Photograph|Picture|Credit|Source|Courtesy|Graphic|Video|Illustration)s?(?: credit)?:"
    r"|\b(?:Image|Photo|Picture|Graphic|Illustration)s? (?:by|courtesy of) (?=[A-Z])"
    r"|[(\[](?:[A-Z][\w.]*[ /]){0,4}(?:(?:File|via|by) )?(?:Photo|Image)s?\b)"
    r"[^\r\n]{0,100}\Z"
)
_RULE = re.compile(r"[ \t]*+(?:\r\n|\r|\n)[ \t]*+([^\s][^\r\n]*)")
_ROW = "table row"
_LONGEST_SUBHEADING = 70
_LONGEST_CAPTION = 500
_LONGEST_HEADLINE = 300
_SPAN = re.compile(
    r"(?P<VARIABLE>\{\{[^{}]*+\}\}|%\([A-Za-z_]\w*\)[sdr])"
    r"|(?P<URL>\bhttps?://[^\s<>\"“”‘’]*[^\s<>\"“”‘’.,;:!?)\]'])"
)


def parse(source: str, options: ParseOptions) -> tuple[Part, ...]:
    """Cut plain text; no source is refused."""
    return tuple(_parts(source, options))


def place(segment: Segment) -> Place:  # noqa: ARG001  # all places of plain text are alike
    """Tell how renderers read the place of a segment."""
    return Place.TEXT


def encode(segment: Segment, text: str) -> str:
    """Write a translation as lines of its block: blank lines in it collapse to one line break, edges are trimmed."""
    if text == segment.key.text:
        return segment.raw
    style, _, alone = segment.shell.style.partition(" ")
    if alone:
        return _BREAKS.sub(" ", text.strip(" \t\r\n"))
    end = _ENDS[style]
    gaps = _GAPS.findall(segment.raw)
    if any(_BLANK.search(gap) for gap in gaps):
        return _spread(_BREAKS.sub(" ", text.strip(" \t\r\n")), gaps)
    return _BREAKS.sub(lambda _: end + segment.shell.prefix, text.strip(" \t\r\n"))


def fill(slot: Slot, edition: Edition) -> str:
    """Write the disclosure as a paragraph of its own, or the credits in the place of their line."""
    if slot.kind is SlotKind.CREDITS:
        words, style, *sides = " ".join(edition.credits.split()), *slot.style.split()
        above, below = (_ENDS[style] if side in sides else "" for side in ("above", "below"))
        return f"{above}{words}{below}" if words else slot.raw
    if slot.kind is not SlotKind.DISCLOSURE or not edition.disclosure:
        return slot.raw
    place, _, style = slot.style.partition(" ")
    text, gap = " ".join(edition.disclosure.split()), _ENDS[style] * 2
    return gap + text if place == "after" else text + gap


def mark(segment: Segment, edition: Edition, *, whole: bool) -> str:  # noqa: ARG001  the protocol's
    """Return the raw text of a segment that stays in the language of the source: nothing in plain text can say so."""
    return segment.raw


def skeleton(source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[str, ...]:  # noqa: ARG001  the protocol's
    """Return the layout: everything between the blocks, and for each block whether it is a list item."""
    shown: list[str] = []
    done = 0
    for block in blocks(source):
        shown.append(source[done : block.start])
        shown.append(source[block.start : block.end] if block.kind is BlockKind.DIRECTIVE else block.kind)
        done = block.end
    return (*shown, source[done:])


def statement(source: str, name: str) -> None:
    """Return nothing: plain text states nothing for programs."""


def stated(source: str, names: Sequence[str]) -> tuple[str, ...]:  # noqa: ARG001  the protocol's
    """Return nothing, as `statement` does."""
    return ()


def body(source: str) -> str:
    """Return the paragraphs of an article; lines are kept where each is a text of its own, and directives left out."""
    starts, headline, at = set(), -1, 0
    for part in _parts(source, ParseOptions(Segmentation.PARAGRAPH)):
        if isinstance(part, Segment):
            starts.add(line_start(source, at))
            headline = at if part.kind is Kind.HEADLINE else headline
        at += len(part if isinstance(part, str) else part.raw)
    shown: list[str] = []
    lines: list[str] = []
    place = 0
    for line in [*source.splitlines(keepends=True), ""]:
        words = line.strip(" \t\r\n\ufeff")
        if not words or is_directive(line) or place <= headline < place + len(line):
            shown += [f"<p>{''.join(lines)}</p>"] * bool(lines)
            shown += [f"<h1>{escape(words, quote=False)}</h1>"] * bool(place <= headline < place + len(line))
            lines = []
        elif not (is_rule(words) and not lines):
            between = "" if not lines else "<br>\n" if place in starts else " "
            lines.append(between + escape(words, quote=False))
        place += len(line)
    return "".join(f"{one}\n" for one in shown)


def drawn(source: str) -> str:
    """Return the text as it is laid out."""
    return f"<pre>\n{escape(source.removeprefix(chr(0xFEFF)), quote=False)}</pre>\n"


def notices(source: str) -> tuple[tuple[int, str], ...]:
    """Return line and message of each directive that has no partner."""
    found: list[tuple[int, str]] = []
    skip = 0
    for block in blocks(source):
        if block.directive == "skip":
            skip = skip or block.line + 1
        elif block.directive == "end" and not skip:
            found.append((block.line + 1, "l10n:end without l10n:skip before it. Take it out, or write the skip."))
        elif block.directive == "end":
            skip = 0
    if skip:
        found.append((skip, "l10n:skip without l10n:end: nothing after it is translated. Write [l10n:end]."))
    return tuple(found)


@once
def inline(text: str) -> tuple[Inline, ...]:
    """Find addresses and variables; plain text has no other markup."""
    return numbered(text, beside(text, _SPAN))


def uniform(text: str) -> str:
    """Return a segment's text without spaces where lines were broken at a hyphen, which other folding leaves."""
    return unbroken(text)


def _parts(source: str, options: ParseOptions) -> Iterator[Part]:
    style = "plain-crlf" if "\r\n" in source else "plain-cr" if "\r" in source and "\n" not in source else "plain-lf"
    whole_blocks = unspaced(source, blocks(source))
    wrap = page(source, whole_blocks)
    found = [piece for block in whole_blocks for piece in divided(source, block, wrap)]
    worded = [block for block in found if block.kind is not BlockKind.DIRECTIVE and _words(source, block)]
    whole = [block for block in worded[:1] if _is_headline(source, block)]
    first = next((block for block in worded if not is_above(source[block.start : block.end], options.source)), None)
    headline = first if first and _is_headline(source, first) else None
    done = 0
    if headline is None:
        done = 1 if source.startswith("\ufeff") else 0
        if done:
            yield source[:done]
        yield Slot(SlotKind.DISCLOSURE, "", style=f"before {style}")
    notes: list[str] = []
    context: str | None = None
    for block in found:
        if block.directive == "credits":
            raw = source[block.start : block.end].strip(" \t\r\n")
            start = source.index(raw, block.start)
            yield source[done:start]
            end = start + len(raw)
            yield Slot(SlotKind.CREDITS, raw, style=f"{style}{beset(source, start, end)}")
            done = end
        elif block.kind is BlockKind.DIRECTIVE:
            context = _heard(block, notes, context)
        elif _words(source, block):
            if done < block.start:
                yield source[done : block.start]
            kind, role = (Kind.HEADLINE, "headline") if block is headline else _role(source, block)
            alone = block.kind is BlockKind.LINE
            shell, said = Shell(f"{style} line" if alone else style, _indent(source, block)), (role, *notes)
            segment = _segment(source, block, shell=shell, kind=kind, notes=said, context=context)
            yield from _sentences(segment) if _divides(options, block, whole) else (segment,)
            notes, context, done = [], None, block.end
            if block is headline:
                rule = _ruled(source, done)
                done += len(rule)
                yield from filter(None, (rule, Slot(SlotKind.DISCLOSURE, "", style=f"after {style}")))
    if done < len(source):
        yield source[done:]


def _ruled(source: str, place: int) -> str:
    """Return the rule that is drawn under a headline; empty without one."""
    rule = _RULE.match(source, place)
    return rule[0] if rule and is_rule(rule[1].strip(" \t")) else ""


def _divides(options: ParseOptions, block: Block, whole: Sequence[Block]) -> bool:
    """Tell whether a block is cut into its sentences."""
    return options.segmentation is Segmentation.SENTENCE and block not in whole and block.value != _ROW


def _heard(block: Block, notes: list[str], context: str | None) -> str | None:
    """Take what a directive says to the translator of the next segment; return the context of that."""
    notes.extend([block.value] if block.directive == "note" and block.value else [])
    return block.value or None if block.directive == "context" else context


def _segment(
    source: str, block: Block, *, shell: Shell, kind: Kind, notes: tuple[str, ...], context: str | None
) -> Segment:
    raw = source[block.start : block.end]
    return Segment(Key(fold(raw, hyphens=True).text, context), raw, shell, kind, "\n".join(notes), block.line + 1)


def _sentences(segment: Segment) -> tuple[Part, ...]:
    folded = fold(segment.raw, hyphens=True)
    return split(segment, folded, inline(folded.text))


def _spread(text: str, gaps: list[str]) -> str:
    """Write a text over the lines of double-spaced typing, about as much on each; where words are too few, letters."""
    words = text.split(" ")
    space = " " if len(words) > len(gaps) else ""
    pieces = words if space else list(text)
    size = -(-len(text) // (len(gaps) + 1))
    shown, filled, left = "", 0, list(gaps)
    for place, piece in enumerate(pieces):
        if left and filled and (filled >= size or len(pieces) - place <= len(left)):
            shown, filled = shown + left.pop(0), 0
        shown += (space if filled else "") + piece
        filled += len(piece) + len(space)
    return shown


def _words(source: str, block: Block) -> bool:
    return worded(source[block.start : block.end], _SPAN)


def _is_headline(source: str, block: Block) -> bool:
    text = source[block.start : block.end]
    if (
        block.kind not in (BlockKind.BLOCK, BlockKind.LINE)
        or is_byline(text)
        or len(text) > _LONGEST_HEADLINE
        or re.search(r"[\r\n]", text)
    ):
        return False
    return not (_FINAL.search(text) or _CREDIT.search(text))


def _role(source: str, block: Block) -> tuple[Kind, str]:
    """Tell what a block is and what to call it for the translator."""
    text = source[block.start : block.end]
    if block.kind is BlockKind.ITEM:
        return Kind.LIST_ITEM, "list item"
    if block.value == _ROW:
        return Kind.CELL, _ROW
    if len(text) <= _LONGEST_CAPTION and _CREDIT.search(text):
        return Kind.CAPTION, "caption"
    if is_byline(text):
        return Kind.PARAGRAPH, "byline"
    short = len(text) <= _LONGEST_SUBHEADING and not re.search(r"[\r\n@]|://|[0-9)\]]\Z", text)
    if block.value == "heading" or (not block.value and short and not _STOP.search(text)):
        return Kind.HEADING, "subheading"
    return Kind.PARAGRAPH, block.value or "paragraph"


def _indent(source: str, block: Block) -> str:
    """Return the white space that continues a list item's lines: as wide as its bullet."""
    if block.kind is not BlockKind.ITEM:
        return ""
    return re.sub(r"[^\t]", " ", source[line_start(source, block.start) : block.start].removeprefix("\ufeff"))


def fields(source: str, options: ParseOptions) -> tuple[FrontField, ...]:  # noqa: ARG001  the protocol's
    """Return nothing: this format has no front matter."""
    return ()


def links(source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[LinkPlace, ...]:  # noqa: ARG001  the protocol's
    """Return nothing: an address in plain text is words."""
    return ()


def head(source: str) -> HeadPlace | None:  # noqa: ARG001  the protocol's
    """Return nothing: an article is told of other languages by what renders it."""
    return None


def headings(source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[HeadingPlace, ...]:  # noqa: ARG001  the protocol's
    """Return nothing: plain text has no anchors."""
    return ()


def restated(source: str, values: Mapping[str, Sequence[str]]) -> str:  # noqa: ARG001  the protocol's
    """Return the text as it is: this format has no front matter."""
    return source
