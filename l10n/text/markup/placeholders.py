"""Owns the marks that stand for markup while a text is with an engine."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Inline, InlineRole, SpanKind
from l10n.text.markup.attribute_lists import is_list
from l10n.text.markup.attribute_words import holds_words
from l10n.text.markup.exact import Exact, exact
from l10n.text.markup.protected_terms import FixedTerm
from l10n.text.markup.strengths import level
from l10n.text.markup.tags import SPOKEN
from l10n.text.punctuation.english import HIDDEN, hide
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from l10n.languages.code import Particles


__all__ = [
    "IMAGE",
    "Change",
    "Protected",
    "changes",
    "from_tags",
    "goals",
    "parity",
    "protect",
    "restore",
    "slots",
    "to_tags",
]

_MARK = re.compile(r"⟦[^\S\n]*(\d{1,6})[^\S\n]*⟧")
_LOOSE = re.compile(r"⟦\d+⟧|[⟦⟧]|\n+")
"""What is protected besides spans and exact tokens: text that looks like a mark, and line breaks of the text."""


@dataclass(frozen=True, slots=True)
class Protected:
    """A text whose markup is replaced by marks."""

    text: str
    """With `⟦1⟧` … `⟦n⟧`, each once, in this order."""
    pieces: tuple[str, ...]
    """`pieces[i]` is what `⟦i+1⟧` stands for in the translation."""
    words: frozenset[int] = frozenset()
    """Numbers of the marks that stand for terms whose translation is settled."""
    whole: frozenset[int] = frozenset()
    """Numbers of the marks that stand where a word would: terms, code, variables, addresses."""
    shown: Mapping[int, str] = field(default_factory=dict)
    """Numbers of the marks that stand where something can be read, and what it is: the words of a term, code."""
    pairs: Mapping[int, int] = field(default_factory=dict)
    """Numbers of marks that open, each with that of the mark that closes."""


def protect(text: str, spans: Sequence[Inline], fixed: Sequence[FixedTerm] = ()) -> Protected:
    """Replace each span, exact token, line break, and bracket like a mark's by `⟦1⟧`, `⟦2⟧` and so on.

    So are the terms in `fixed`, which no span touches, save inside of a token. An attribute list shares the mark of
    the element it stands behind, so that no answer can part them. Law: `restore(protect(text, spans),
    protect(text, spans).text) == text`.
    """
    pieces: list[str] = []
    words: list[int] = []
    whole: list[int] = []
    out: list[str] = []
    shown: dict[int, str] = {}
    numbers: dict[int, int] = {}

    def mark(piece: str, reading: str = "") -> str:
        pieces.append(piece)
        if reading:
            shown[len(pieces)] = reading
        return f"⟦{len(pieces)}⟧"

    def loose(match: re.Match[str]) -> str:
        return mark(match.group(), match.group())

    at = 0
    tokens = exact(text, spans)
    taken = Ranges([(one.start, one.end) for one in tokens]).meet
    terms = [one for one in fixed if not taken(one.start, one.end)]
    stops: list[Inline | FixedTerm | Exact] = sorted([*spans, *terms, *tokens], key=lambda stop: (stop.start, stop.end))
    for stop in stops:
        out.append(_LOOSE.sub(loose, text[at : stop.start]))
        found = text[stop.start : stop.end]
        if pieces and stop.start == at and isinstance(stop, Inline) and stop.kind is SpanKind.TAG and is_list(found):
            pieces[-1] += found
            at = stop.end
            continue
        if isinstance(stop, FixedTerm):
            out.append(mark(stop.word, found))
            words.append(len(pieces))
        elif isinstance(stop, Exact):
            out.append(mark(found, found))
        else:
            out.append(mark(found, _reading(found, stop.kind)))
            numbers[stop.id] = len(pieces)
        if not isinstance(stop, Inline) or stop.kind in _WHOLE:
            whole.append(len(pieces))
        at = stop.end
    out.append(_LOOSE.sub(loose, text[at:]))
    pairs = {
        numbers[span.id]: numbers[span.pair] for span in spans if span.role is InlineRole.OPEN and span.pair in numbers
    }
    return Protected("".join(out), tuple(pieces), frozenset(words), frozenset(whole), shown, pairs)


def _reading(raw: str, kind: SpanKind) -> str:
    """Return what a reader sees where a span stands that is no mere mark, a line break too; empty for one that is."""
    if kind is SpanKind.TAG:
        return "\n" if _BREAK.match(raw) else ""
    if kind is SpanKind.CODE:
        return raw.strip("`").strip()
    if kind is SpanKind.ESCAPE:
        return raw.removeprefix("\\") if raw.startswith("\\") else html.unescape(raw)
    return raw if kind in _WHOLE else ""


_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_WHOLE = frozenset({SpanKind.CODE, SpanKind.VARIABLE, SpanKind.URL})


def restore(protected: Protected, answer: str, locale: str = "") -> str | None:
    """Put the markup back into an engine's answer; None unless it has each mark exactly once and no other.

    Spaces inside a mark are accepted, and digits of any script. A space that the engine moved to the inner side of a
    mark (`⟦1⟧ word` for `⟦1⟧word`) is moved back out, because emphasis does not render with it. A particle after a
    term gets the form that the term asks for: the engine saw a mark and could not know.
    """
    found = [int(match.group(1)) for match in _MARK.finditer(answer)]
    if sorted(found) != list(range(1, len(protected.pieces) + 1)):
        return None
    bare = _MARK.sub("", answer)
    if "⟦" in bare or "⟧" in bare:
        return None
    if not found:
        return answer
    inner = {number: side for number, side in _inner_sides(protected.text).items() if number not in protected.whole}
    texts = _MARK.split(answer)
    for at, number in enumerate(found):
        _pull(texts, 2 * at + 1, inner.get(number, ""))
    return _filled(protected, texts, languages.of(locale).particles if protected.words else None)


def _filled(protected: Protected, texts: Sequence[str], particles: Particles | None) -> str:
    """Write each piece in the place of its mark; `texts` and the numbers of marks take turns."""
    out, word = [texts[0]], ""
    for number, after in zip(map(int, texts[1::2]), texts[2::2], strict=True):
        piece = protected.pieces[number - 1]
        word = piece if number in protected.words else word + piece if word else ""
        out += [piece, particles.fitted(word, after) if particles and word else after]
        word = "" if after else word
    return "".join(out)


_XML = dict(zip(("amp", "lt", "gt", "quot", "apos"), "&<>\"'", strict=True))
_REFERENCE_XML = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([0-9A-Fa-f]{1,5}));")
_TAG_MARK = re.compile(r"<x\s+id\s*=\s*[\"'](\d{1,6})[\"']\s*(?:/>|>\s*</x\s*>)")


def to_tags(text: str) -> str:
    """Write a protected text as XML for engines that take tags: `⟦1⟧` as `<x id="1"/>`."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARK.sub(lambda match: f'<x id="{int(match.group(1))}"/>', text)


def from_tags(text: str) -> str:
    """Read an engine's answer in XML back into marks; tags that are no marks stay as they are.

    Law: `from_tags(to_tags(text)) == text` for a text with marks and no other `⟦` or `⟧`.
    """

    def character(match: re.Match[str]) -> str:
        name, decimal, hexadecimal = match.groups()
        if name:
            return _XML[name]
        return chr(int(decimal) if decimal else int(hexadecimal, 16))

    pieces = _TAG_MARK.split(text)
    words = [_REFERENCE_XML.sub(character, piece) for piece in pieces[::2]]
    marks = [f"⟦{int(number)}⟧" for number in pieces[1::2]]
    return "".join(word + mark for word, mark in zip(words, [*marks, ""], strict=True))


def _inner_sides(text: str) -> dict[int, str]:
    """Map marks that touch words on one side only, and white space or nothing on the other, to `left` or `right`."""
    sides: dict[int, str] = {}
    for match in _MARK.finditer(text):
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        if not before.strip() and (after.isalnum() or after in _BEGINS):
            sides[int(match.group(1))] = "right"
        elif not after.strip() and (before.isalnum() or before in _ENDS):
            sides[int(match.group(1))] = "left"
    return sides


_BEGINS = frozenset("⟦“‘\"'«„([")
_ENDS = frozenset("⟧”’\"'»)].,!?:;…%")
"""What words begin and end with besides letters and digits."""


def _pull(texts: list[str], at: int, side: str) -> None:
    """Move spaces on the inner side of the mark at `at` to its outer side, where there is none yet."""
    before, after = texts[at - 1], texts[at + 1]
    if side == "right" and after[:1] == " ":
        gap = "" if before[-1:].isspace() or (not before and at == 1) else " "
        texts[at - 1], texts[at + 1] = before + gap, after.lstrip(" ")
    elif side == "left" and before[-1:] == " ":
        gap = " " if after[:1].isalnum() else ""
        texts[at - 1], texts[at + 1] = before.rstrip(" "), gap + after


_TAG = re.compile(r"<\s*(/?)\s*([A-Za-z][\w:.-]*)(.*?)(/?)\s*>\Z", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_DESTINATION = re.compile(r"\]\(\s*(<[^>]*>|[^\s)]*(?:\([^\s)]*\)[^\s)]*)*)")
_REFERENCE = re.compile(r"\]\[([^\]]*)\]\Z")


def _tag(raw: str) -> str:
    match = _TAG.match(raw)
    if match is None:
        return raw
    slash, name, rest, _ = match.groups()
    attributes = []
    pairs = [(key.lower(), value.strip("\"'")) for key, value in _ATTRIBUTE.findall(rest)]
    kind = dict(reversed(pairs)).get("type", "")
    for key, value in pairs:
        words = key in SPOKEN or holds_words(name.lower(), key, kind)
        attributes.append(key if words or not value else f"{key}={value}")
    return " ".join([f"<{slash}{name.lower()}", *sorted(attributes)]) + ">"


def _link(raw: str) -> str:
    """Return what a link span leads to; empty for a bare bracket, which a parser never leaves unpaired."""
    inline = _DESTINATION.match(raw)
    if inline:
        return inline.group(1).strip("<>")
    reference = _REFERENCE.match(raw)
    if reference:
        return f"[{reference.group(1).casefold()}]" if reference.group(1) else ""
    return "" if raw in {"[", "]", "[]"} else IMAGE if raw == "![" else raw


def _identity(raw: str, kind: SpanKind) -> str:
    if kind is SpanKind.TAG:
        return _tag(raw)
    if kind is SpanKind.LINK:
        return _link(raw)
    return raw.replace("_", "*") if kind is SpanKind.EMPHASIS else raw


def _identities(text: str, spans: Sequence[Inline]) -> dict[tuple[SpanKind, str], list[Inline]]:
    found: dict[tuple[SpanKind, str], list[Inline]] = {}
    for span in spans:
        if span.kind is not SpanKind.ESCAPE:
            identity = _identity(text[span.start : span.end], span.kind)
            if identity:
                found.setdefault((span.kind, identity), []).append(span)
    return found


_WORDS = {SpanKind.URL: "address", SpanKind.EMPHASIS: "emphasis mark"}
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Change:
    """Markup that a translation lost or added."""

    message: str
    kind: SpanKind
    count: int
    """How often; above 0."""
    place: Inline | None
    """The first piece too many in the translation; None for what is lost."""
    what: str = ""
    """Its identity: where a link leads, a tag's name and attributes."""


def _changes(
    more: dict[tuple[SpanKind, str], list[Inline]], fewer: dict[tuple[SpanKind, str], list[Inline]], verb: str
) -> Iterator[Change]:
    for (kind, identity), spans in sorted(more.items(), key=lambda item: item[0]):
        known = len(fewer.get((kind, identity), ()))
        count = len(spans) - known
        if count > 0:
            shown = identity if len(identity) <= _SHOWN else identity[: _SHOWN - 1] + "…"
            times = f" ({count} times)" if count > 1 else ""
            message = f"{_WORDS.get(kind, kind.value)} {shown} {verb}{times}"
            yield Change(message, kind, count, spans[known] if verb == _ADDED else None, identity)


_ADDED = "is added"
IMAGE = "image"
"""What `Change.what` is for the beginning of an image."""


_HREF = re.compile(r"""<\s*a\s[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def goals(text: str, spans: Sequence[Inline]) -> dict[str, list[Inline]]:
    """Return where the links and addresses of a text lead, each with its places; the beginnings of images are none."""
    found: dict[str, list[Inline]] = {}
    for span in spans:
        raw = text[span.start : span.end]
        goal = ""
        if span.kind is SpanKind.LINK:
            goal = _link(raw)
        elif span.kind is SpanKind.URL:
            goal = raw.strip("<>")
        elif span.kind is SpanKind.TAG and (tag := _HREF.match(raw)):
            goal = next(filter(None, tag.groups()), "")
        if goal and goal != IMAGE:
            found.setdefault(goal, []).append(span)
    return found


def changes(
    source: str, source_spans: Sequence[Inline], target: str, target_spans: Sequence[Inline]
) -> tuple[Change, ...]:
    """Return which markup a translation lost, then which it added, compared as a multiset; empty when it kept all.

    Links count by where they lead, tags by name and attributes (worded attributes by name only), code, variables and
    addresses by their exact text, emphasis by its strength, marks and tags alike; escapes are not compared.
    """
    if not source_spans and not target_spans:
        return ()
    before, after = _identities(source, source_spans), _identities(target, target_spans)
    if {what: len(places) for what, places in before.items()} == {what: len(places) for what, places in after.items()}:
        return ()
    before, after = level(before, after)
    return (*_changes(before, after, "is lost"), *_changes(after, before, _ADDED))


def parity(source: str, source_spans: Sequence[Inline], target: str, target_spans: Sequence[Inline]) -> list[str]:
    """Say which markup a translation lost or added; empty when it kept all. See `changes`."""
    return [change.message for change in changes(source, source_spans, target, target_spans)]


_SLOT = re.compile(r"(?<![A-Za-z0-9%])%[sd](?![A-Za-z])")
"""What a program may fill in and no format takes for a variable: `%s`."""


def slots(text: str, spans: Sequence[Inline] = ()) -> Counter[str]:
    """Count what a program would fill in, in a text outside of its `spans`."""
    found: Counter[str] = Counter()
    marked = hide(text, spans)
    for match in _SLOT.finditer(text):
        if HIDDEN not in marked[match.start() : match.end()]:
            found[match.group()] += 1
    return found
