"""Owns where each text stands in the articles by what it says, however another tool writes its markup."""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n import formats
from l10n.model import InlineRole, SpanKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.model import Document, Key

__all__ = ["TextPlace", "Wording", "Wordings", "markup_differs", "wording"]

_MARKDOWN = "markdown"
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:[ \t]*\n?[ \t]*<?([^\s<>]+)", re.MULTILINE)
_REFERENCE = re.compile(r"(?<!\\)\[((?:[^\[\]\\`]|\\.|`[^`]*`)+)\](?:\[([^\[\]]*)\])?(?![\[(:])")
_TARGET = re.compile(r"\]\(\s*<?([^\s<>]*?)>?[\s)]|\]\(\s*<?([^\s<>]*?)>?\)?\Z")
_LABEL = re.compile(r"\]\[([^\[\]]+)\]")
_LONE = re.compile(r"\[((?:[^\[\]\\`]|\\.|`[^`]*`)+)(\]\([^()\s]*\)|\]\[[^\[\]]*\])")
_LINK, _EMPHASIS = "\x03", "\x04"
_UNSPOKEN = re.compile(r"[\W_]+")
_LEAST = 3
"""So many letters a text has to have that is looked for by them alone."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text says: its words and code with signs for emphasis and links, and where the links lead."""

    words: str
    targets: tuple[str, ...]

    def letters(self) -> str:
        """Return nothing but letters and digits; empty where they are too few to know a text by."""
        found = _UNSPOKEN.sub("", self.words).casefold()
        return found if len(found) >= _LEAST else ""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A text of an article."""

    article: str
    key: Key


@dataclass(frozen=True, slots=True)
class WordedPlace:
    """A text of an article that says something, perhaps but for what stands around all of it."""

    place: TextPlace
    targets: tuple[str, ...]
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Wordings:
    """Where each text stands in the articles: by its characters, by its wording, by its letters."""

    exact: dict[str, list[TextPlace]] = field(default_factory=lambda: defaultdict(list))
    worded: dict[str, list[WordedPlace]] = field(default_factory=lambda: defaultdict(list))
    lettered: dict[str, list[TextPlace]] = field(default_factory=lambda: defaultdict(list))
    definitions: dict[str, dict[str, str]] = field(default_factory=dict)
    """The link references of each article, label to target."""

    def referring(self, place: TextPlace, target: str) -> str:
        """Return a translation with the link references of its text in the place of the addresses that they mean."""
        for label in _LABEL.findall(place.key.text):
            url = self.definitions[place.article].get(_label(label))
            target = target.replace(f"]({url})", f"][{label}]") if url else target
        return target

    def add(self, document: Document) -> None:
        """Add the texts of an article."""
        known = _definitions(document.source)
        self.definitions[document.path] = known
        for key in dict.fromkeys(one.key for one in document.segments):
            place = TextPlace(document.path, key)
            self.exact[key.text].append(place)
            said = wording(key.text, known)
            for words in dict.fromkeys((said.words, wording(key.text, {}).words)):
                self.worded[words].append(WordedPlace(place, said.targets))
            lone = _LONE.fullmatch(key.text)
            if lone:
                inside = wording(lone[1], known)
                self.worded[inside.words].append(WordedPlace(place, inside.targets, "[", lone[2]))
            if letters := said.letters():
                self.lettered[letters].append(place)


def wording(text: str, known: Mapping[str, str]) -> Wording:
    """Return what a text says where link references are `known`."""
    text = _REFERENCE.sub(lambda found: _inlined(found, known), text)
    pieces: list[str] = []
    targets: list[str] = []
    done = 0
    for span in formats.load(_MARKDOWN).inline(text):
        piece = text[span.start : span.end]
        pieces.append(html.unescape(text[done : span.start]))
        if span.kind is SpanKind.LINK:
            if piece.startswith("]"):
                targets.append(_target(piece, known))
            piece = _LINK if span.role is not InlineRole.STANDALONE or piece.startswith("]") else piece
        elif span.kind is SpanKind.EMPHASIS:
            piece = _EMPHASIS * len(piece)
        elif span.kind is SpanKind.ESCAPE:
            piece = html.unescape(piece.removeprefix("\\"))
        pieces.append(piece)
        done = span.end
    pieces.append(html.unescape(text[done:]))
    return Wording(" ".join("".join(pieces).split()), tuple(targets))


def markup_differs(source: str, target: str) -> bool:
    """Tell whether a translation has other code, tags, variables or addresses than its source; their order is free."""
    return _markup(source) != _markup(target)


def _markup(text: str) -> Counter[str]:
    kinds = {SpanKind.CODE, SpanKind.TAG, SpanKind.VARIABLE, SpanKind.URL}
    pieces = ((span.kind, text[span.start : span.end]) for span in formats.load(_MARKDOWN).inline(text))
    return Counter(
        _target(piece, {}) if kind is SpanKind.LINK else piece
        for kind, piece in pieces
        if kind in kinds or (kind is SpanKind.LINK and piece.startswith("]"))
    )


def _definitions(source: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for label, target in _DEFINITION.findall(source):
        known.setdefault(_label(label), target)
    return known


def _label(label: str) -> str:
    return " ".join(label.split()).casefold()


def _inlined(found: re.Match[str], known: Mapping[str, str]) -> str:
    target = known.get(_label(found[2] or found[1]))
    return found[0] if target is None else f"[{found[1]}]({target})"


def _target(piece: str, known: Mapping[str, str]) -> str:
    """Return where the end of a link leads: an address, or in brackets the label of one that is not known."""
    if piece.startswith("]["):
        label = _label(piece[2:].rstrip("]"))
        return known.get(label, f"[{label}]")
    found = _TARGET.match(piece)
    return (found[1] or found[2] or "") if found else ""
