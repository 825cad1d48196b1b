"""Owns what a list of articles tells of one: its title and a summary, in words, and when it was published."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from l10n.model import CHANGED, PUBLISHED, Joint, Kind, Segment, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Document
    from l10n.protocols import Format
    from l10n.publish.assemble import Assembled
    from l10n.text.facts.opening import Opening

__all__ = ["Teaser", "TeaserText", "in_field", "teaser"]

_SUMMARIES = ("description", "summary", "excerpt", "standfirst", "dek", "subtitle")
"""Fields of front matter, and names of `<meta>`, that tell what an article is about; the first that is there counts."""
_FIELDS = ("yaml-", "toml-")
"""How the style of a text in front matter begins."""
_DROPPED = frozenset({SpanKind.EMPHASIS, SpanKind.LINK, SpanKind.TAG})
_CODE = re.compile(r"\A`+ ?| ?`+\Z|<[^>]*>")
_OFFSET = re.compile(r"(?<=\d)\s*([+-]\d\d):?(\d\d)\Z")


@dataclass(frozen=True, slots=True)
class TeaserText:
    """A text without markup, on one line."""

    words: str
    source: bool = False
    """It is in the language of the articles."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """What a list tells of an article in one language; it pickles."""

    title: TeaserText
    """The file's name where it has none."""
    summary: TeaserText
    """Its description, or the first paragraph of the story; empty where there is neither."""
    published: str
    """Time in UTC, `2026-05-26T01:00:00Z`, so that texts sort as times do; empty where the article states none."""
    updated: str
    """The same; not before `published`."""
    disclosure: str
    """What readers are told of where the texts come from; empty where nothing is."""


def teaser(done: Assembled, opening: Opening, disclosure: str) -> Teaser:
    """Return what a list tells of an article with texts in it; `opening` says what its first paragraph is."""
    document, fmt = done.document, done.fmt
    headline = next((at for at, one in enumerate(document.segments) if one.kind is Kind.HEADLINE), None)
    headline = min(opening.headline, default=None) if headline is None else headline
    about = _described(document)
    about = max(opening.lede, default=None) if about is None else about
    stated = (fmt.stated(document.source, names) for names in (PUBLISHED, CHANGED))
    published, changed = (_time(next(iter(one), "")) for one in stated)
    name = document.path.rpartition("/")[2]
    return Teaser(
        TeaserText(name, source=True) if headline is None else _text(done, headline),
        TeaserText("") if about is None else _text(done, about),
        published or changed,
        max(published, changed),
        disclosure,
    )


def in_field(segment: Segment) -> bool:
    """Tell whether a text is the value of a field of front matter, in which nothing is markup."""
    return segment.shell.style.startswith(_FIELDS)


def _described(document: Document) -> int | None:
    names = [one.note.split(" · ")[-1] if one.kind is Kind.META else "" for one in document.segments]
    return next((names.index(one) for one in _SUMMARIES if one in names), None)


def _text(done: Assembled, at: int) -> TeaserText:
    """Return the words of the block in which a segment stands, which may be one sentence of several."""
    document = done.document
    block = next(block for block in _blocks(document) if at in block)
    own = [done.texts[one] for one in block]
    words = [
        _words(done.fmt, document.segments[one], document.segments[one].key.text if text is None else text)
        for one, text in zip(block, own, strict=True)
    ]
    joint = done.joint if any(own) else " "
    return TeaserText(" ".join(joint.join(filter(None, words)).split()), source=not any(own))


def _blocks(document: Document) -> Iterator[Sequence[int]]:
    """Yield the indexes of the segments of each block."""
    block: list[int] = []
    at, joined = 0, False
    for part in document.parts:
        if isinstance(part, Segment):
            if block and not joined:
                yield block
                block = []
            block.append(at)
            at += 1
        joined = isinstance(part, Joint)
    if block:
        yield block


def _words(fmt: Format, segment: Segment, text: str) -> str:
    """Return a text as readers see it, without markup."""
    if in_field(segment):
        return text
    pieces: list[str] = []
    done = 0
    for span in fmt.inline(text):
        piece = text[span.start : span.end]
        pieces.append(text[done : span.start])
        if span.kind is SpanKind.ESCAPE:
            pieces.append(html.unescape(piece) if piece.startswith("&") else piece.removeprefix("\\"))
        elif span.kind is SpanKind.CODE:
            pieces.append(html.unescape(_CODE.sub("", piece)) if piece.startswith("<") else _CODE.sub("", piece))
        elif span.kind not in _DROPPED:
            pieces.append(piece.strip("<>") if span.kind is SpanKind.URL else piece)
        done = span.end
    return "".join([*pieces, text[done:]])


def _time(written: str) -> str:
    """Return a time as `Teaser` has it; a day begins, and a clock without an offset goes, as in UTC."""
    with suppress(ValueError, OverflowError):
        found = datetime.fromisoformat(_OFFSET.sub(r"\1:\2", written.strip()))
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
        return f"{found.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    return ""
