"""Owns which segments of an article are the headline and the first paragraph (the lede) of its story, or may be.

That is not always sure: a line of names may be a byline, or a short sentence. What is surely neither is passed over,
the first block that is surely a sentence is the last, and all between are named; where no block is, all are. So a gate
that asks for them may wait for a text too many, and never for a wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Joint, Kind, Segment
from l10n.text.facts.credits import is_above, is_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Document
    from l10n.protocols import Format

__all__ = ["Opening", "opening"]

_SHOWN = frozenset({Kind.PARAGRAPH, Kind.QUOTE, Kind.LIST_ITEM, Kind.CELL, Kind.TERM, Kind.BYLINE, Kind.ASIDE})
"""What may hold the first paragraph where nothing else does, as in newsletters made of tables."""
_UNSEEN = frozenset({Kind.META, Kind.ALT, Kind.CAPTION, Kind.BYLINE, Kind.ASIDE})
"""What may stand between a title in front matter and the headline that repeats it."""
_TITLE = 120
"""Characters of a line that may be a headline, whatever it ends with: `Storm reaches the U.S.`"""
_GUESSED = frozenset({"plain"})
"""Formats in which a heading or a caption is told by its looks, as a paragraph may have them too."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What of an article is its headline and its first paragraph, or may be."""

    headline: frozenset[int]
    """Indexes into `document.segments`; empty where nothing can be a headline."""
    lede: frozenset[int]


@dataclass(frozen=True, slots=True)
class _TextBlock:
    kind: Kind
    text: str
    at: tuple[int, ...]
    """Indexes of its segments."""
    named: bool
    """It is a field of front matter, or has a context of its author's."""


def opening(document: Document, fmt: Format, source: str) -> Opening:
    """Return the headline and the first paragraph of an article in a format, written in the language `source`."""
    blocks = _blocks(document)
    titles = [place for place, block in enumerate(blocks) if block.kind is Kind.HEADLINE]
    headlines = [blocks[place] for place in titles]
    over = blocks[titles[0] : titles[-1]] if titles else []
    body = blocks[titles[-1] + 1 if titles else 0 :]
    reader = _Judge(fmt, source, titled=bool(titles), guessed=document.format in _GUESSED)
    ledes = [block for block in over if block.kind is Kind.PARAGRAPH and reader.tells(block)]
    found = (place for place, one in enumerate(body) if one.kind is Kind.PARAGRAPH and reader.tells(one))
    first = next((place for place in found if place or not reader.may_be_headline(body[place])), None)
    above = body if first is None else body[: first + 1]
    repeated = next((block for block in body if block.kind not in _UNSEEN), None)
    if not titles:
        headlines = [block for block in above if block.kind is Kind.HEADING]
    elif repeated and repeated.kind is Kind.HEADING and all(block.named for block in headlines):
        headlines.append(repeated)
    ledes += [block for block in above if reader.may_be_lede(block, sure=first is not None)]
    for row in (body, blocks):
        ledes = ledes or [block for block in row if block.kind in _SHOWN]
    return Opening(_indexes(headlines), _indexes(ledes))


@dataclass(frozen=True, slots=True)
class _Judge:
    """What has to be known to read the blocks of an article."""

    fmt: Format
    source: str
    titled: bool
    """The article has a headline that is told as one."""
    guessed: bool
    """Its kinds are told by looks."""

    def tells(self, block: _TextBlock) -> bool:
        """Tell whether a block is surely a sentence of the story."""
        return is_sentence(block.text, self.fmt.inline(block.text), self.source)

    def may_be_headline(self, block: _TextBlock) -> bool:
        """Tell whether the first block of a story may be its headline, though it looks like a sentence."""
        return self.guessed and not self.titled and len(block.text) <= _TITLE

    def may_be_lede(self, block: _TextBlock, *, sure: bool) -> bool:
        """Tell whether a block is the first paragraph or may be; `sure` where one below it, or itself, surely is."""
        match block.kind:
            case Kind.PARAGRAPH:
                return True
            case Kind.QUOTE | Kind.LIST_ITEM | Kind.CELL | Kind.TERM | Kind.ASIDE:
                return self.tells(block)
            case Kind.HEADING:
                return self.guessed or not sure
            case Kind.CAPTION:
                return self.guessed and self.tells(block)
            case Kind.BYLINE:
                headline = not self.titled and not is_above(block.text, self.source)
                return headline or (not sure and self.tells(block))
            case _:
                return False


def _indexes(blocks: Iterable[_TextBlock]) -> frozenset[int]:
    return frozenset(at for block in blocks for at in block.at)


def _blocks(document: Document) -> list[_TextBlock]:
    """Return the blocks of an article: a segment, or the sentences that joints divide."""
    rows: list[list[tuple[int, Segment]]] = []
    joined = False
    at = -1
    for part in document.parts:
        if isinstance(part, Segment):
            at += 1
            if not (joined and rows):
                rows.append([])
            rows[-1].append((at, part))
        joined = isinstance(part, Joint) or (joined and part == "")
    return [_block(row) for row in rows]


def _block(row: list[tuple[int, Segment]]) -> _TextBlock:
    first = row[0][1]
    text = " ".join(segment.key.text for _, segment in row)
    return _TextBlock(first.kind, text, tuple(at for at, _ in row), first.key.context is not None)
