"""Owns where each segment of an article stands, and how much of it is translated by segments and by source words.

Which segments are the headline and the first paragraph (the lede) is not always sure: a line of names may be a byline,
or a short sentence. The gate passes over what is surely neither, ends at the first block that is surely a sentence, and
asks for all between; where no block is, it asks for all. So it may wait for a text too many, and never for a wrong one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from l10n.model import Catalog, Coverage, Document, Entry, Joint, Kind, Segment, State, Tally
from l10n.text.facts.credits import is_above, is_sentence
from l10n.text.sentences import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.protocols import Format

__all__ = ["Opening", "measure", "opening", "standing", "word_counter"]

_SHOWN = frozenset({Kind.PARAGRAPH, Kind.QUOTE, Kind.LIST_ITEM, Kind.CELL, Kind.TERM})
"""What may hold the first paragraph, in newsletters made of tables too."""
_BESIDE = frozenset({Kind.BYLINE, Kind.ASIDE})
_DOUBTED = frozenset({*_SHOWN, Kind.ASIDE})
_UNSEEN = frozenset({Kind.META, Kind.ALT, Kind.CAPTION, Kind.BYLINE, Kind.ASIDE})
"""What may stand between a title in front matter and the headline that repeats it."""
_GUESSED = frozenset({"plain"})
"""Formats in which a heading or a caption is told by its looks, as a paragraph may have them too."""
_LONGEST = 50
"""Characters of a text in a message."""


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


def opening(document: Document, fmt: Format, source: str) -> Opening:
    """Return the headline and the first paragraph of an article that is written in the language `source`."""

    def told(block: _TextBlock) -> bool:
        return is_sentence(block.text, fmt.inline(block.text), source)

    blocks = _blocks(document)
    titles = [place for place, block in enumerate(blocks) if block.kind is Kind.HEADLINE]
    headlines = [blocks[place] for place in titles]
    body = blocks[titles[-1] + 1 if titles else 0 :]
    first = next((place for place, one in enumerate(body) if one.kind is Kind.PARAGRAPH and told(one)), None)
    over = blocks[titles[0] : titles[-1]] if titles else []
    ledes = [block for block in over if block.kind is Kind.PARAGRAPH and told(block)]
    repeated = next((block for block in body if block.kind not in _UNSEEN), None)
    if repeated and repeated.kind is Kind.HEADING and all(_is_field(document, block) for block in headlines):
        headlines.append(repeated)
    for block in body if first is None else body[: first + 1]:
        if block.kind is Kind.HEADING and not titles:
            headlines.append(block)
        if block.kind is Kind.PARAGRAPH or (block.kind in _DOUBTED and told(block)):
            ledes.append(block)
        elif document.format in _GUESSED and (
            block.kind is Kind.HEADING or (block.kind is Kind.CAPTION and told(block))
        ):
            ledes.append(block)
        elif not titles and block.kind is Kind.BYLINE and not is_above(block.text, source):
            ledes.append(block)
        elif first is None and (block.kind is Kind.HEADING or (block.kind is Kind.BYLINE and told(block))):
            ledes.append(block)
    ledes = ledes or [block for block in body if block.kind in _SHOWN | _BESIDE]
    return Opening(*(frozenset(at for block in row for at in block.at) for row in (headlines, ledes)))


def _is_field(document: Document, block: _TextBlock) -> bool:
    """Tell whether a block is a field of front matter."""
    return all(document.segments[at].key.context for at in block.at)


def _blocks(document: Document) -> list[_TextBlock]:
    """Return the blocks of an article: a segment, or the sentences that joints divide."""
    found: list[_TextBlock] = []
    joined = False
    at = -1
    for part in document.parts:
        if isinstance(part, Segment):
            at += 1
            if joined and found:
                last = found[-1]
                found[-1] = _TextBlock(last.kind, f"{last.text} {part.key.text}", (*last.at, at))
            else:
                found.append(_TextBlock(part.kind, part.key.text, (at,)))
        joined = isinstance(part, Joint) or (joined and part == "")
    return found


def standing(document: Document, catalog: Catalog | None) -> tuple[Entry | None, ...]:
    """Return for each segment, in order, the entry that speaks for it; None where the catalogue does not know it.

    An entry that says `# joined` speaks only behind a reviewed sentence of the same block, in which its words stand;
    elsewhere it is given as missing, lest a sentence vanish in both languages.
    """
    live = catalog.live() if catalog else {}
    found: list[Entry | None] = []
    adjacent = False
    for part in document.parts:
        if isinstance(part, Segment):
            entry = live.get(part.key)
            if entry and entry.state is State.REVIEWED and not entry.target:
                before = found[-1] if adjacent and found else None
                if before is None or before.state is not State.REVIEWED:
                    entry = replace(entry, state=State.MISSING)
            found.append(entry)
        adjacent = isinstance(part, Joint) or (adjacent and part == "")
    return tuple(found)


def word_counter(fmt: Format) -> Callable[[str], int]:
    """Return a function that counts the words of a text in a format, markup left out."""

    @cache
    def count(text: str) -> int:
        return words.count(text, fmt.inline(text))

    return count


def measure(
    document: Document,
    catalog: Catalog | None,
    count: Callable[[str], int],
    *,
    urgent: Callable[[Entry], bool] | None = None,
    asked: Opening | None = None,
) -> Coverage:
    """Count every occurrence of every segment; one the catalogue does not know is missing.

    `count` counts the words of a source text in the article's format (`word_counter`); `urgent` says which stale
    entries are dangerous (none where it is not given), `asked` what the headline and the first paragraph are (neither
    is told as reviewed where it is not given).
    """
    entries = standing(document, catalog)
    segments: Counter[State] = Counter()
    weights: Counter[State] = Counter()
    dangerous = 0
    for segment, entry in zip(document.segments, entries, strict=True):
        state = entry.state if entry else State.MISSING
        if urgent and entry and state is State.STALE:
            dangerous += urgent(entry)
        segments[state] += 1
        weights[state] += count(segment.key.text)
    return Coverage(
        article=document.path,
        locale=catalog.locale if catalog else "",
        segments=_tally(segments),
        words=_tally(weights),
        headline=asked is not None and _reviewed(entries, asked.headline),
        lede=asked is not None and _reviewed(entries, asked.lede),
        urgent=dangerous,
        unread=_unread(document, entries, asked),
    )


def _tally(counts: Counter[State]) -> Tally:
    return Tally(
        reviewed=counts[State.REVIEWED],
        draft=counts[State.DRAFT],
        stale=counts[State.STALE],
        missing=counts[State.MISSING],
    )


def _reviewed(entries: Sequence[Entry | None], asked: Iterable[int]) -> bool:
    found = (entries[at] for at in asked)
    return all(entry is not None and entry.state is State.REVIEWED for entry in found)


def _unread(document: Document, entries: Sequence[Entry | None], asked: Opening | None) -> tuple[str, ...]:
    segments = document.segments
    waiting = (at for at in sorted(asked.headline | asked.lede if asked else ()) if not _reviewed(entries, [at]))
    return tuple(f"line {segments[at].line} “{_brief(segments[at].key.text)}”" for at in waiting)


def _brief(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
