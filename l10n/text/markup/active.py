"""Owns what a translation would bring to life that its source has not: tags, addresses, images, calls of templates.

A text is read as the most willing of its renderers would read it: CommonMark, Python-Markdown, kramdown, Goldmark, MDX,
a template language before them, WordPress after them. Nobody knows which of them an article meets. What stands in the
source may stand in the translation, as often as it likes; an image only as often as in the source. Harmless besides are
the inert tags of `tags.INERT`, closed in their order, and links over https or within the site.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.model import Place
from l10n.text.blanks import blanks, is_blank
from l10n.text.markup import addresses, calls, tags
from l10n.text.markup.shields import covered, decoded, hiding, shielded, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from l10n.model import Inline

__all__ = ["Active", "ActiveKind", "added", "neutral", "reading"]


class ActiveKind(StrEnum):
    """What a piece of a text would do."""

    SCRIPT = "script"
    """It runs: a script, a handler of events, an address such as `javascript:` or `data:`."""
    TEMPLATE = "template"
    """A generator of sites or a program heeds it: a template, an expression, a shortcode, attributes, an include."""
    IMAGE = "image"
    TAG = "tag"
    ADDRESS = "address"
    """A link of a scheme that the source has not, and not https."""


_BARE = frozenset([Place.PLAIN, Place.TEXT, Place.VALUE])
"""Places without code between backticks."""
_PASSES = 4
"""How often words may be made of what became a stray end by it."""
_FOREIGN = re.compile("[\u0370-\u1dff\u2c80-\ud7ff\uf900-\uffdc]")
"""A letter of a script that is not Latin."""


@dataclass(frozen=True, slots=True)
class Active:
    """A piece of a text that would do something."""

    kind: ActiveKind
    start: int
    end: int
    what: str
    """Its identity: two pieces with the same do the same."""
    escaped: bool = False
    """A backslash stands before it, backticks or a comment around it, which some renderers heed and others do not."""


def added(source: str, target: str, place: Place = Place.MARKDOWN) -> list[Active]:
    """Return what a translation would bring to life and its source does not, in the order of the text."""
    if target == source or not _suspect(target):
        return []
    before, after = _found(source, place), _found(target, place)
    known = {(one.what, shown) for one in before for shown in {one.escaped, True}}
    images = Counter(one.what for one in before if one.kind is ActiveKind.IMAGE)
    images.subtract(one.what for one in after if one.kind is ActiveKind.IMAGE)
    fresh = [
        one
        for one in after
        if (one.what, one.escaped) not in known or (one.kind is ActiveKind.IMAGE and images[one.what] < 0)
    ]
    strays = (Active(ActiveKind.TAG, *at, target[slice(*at)]) for at in _strays(source, target, place))
    return sorted({*_unsaid(source, target, fresh, place), *strays}, key=lambda one: (one.start, one.end))


def _unsaid(source: str, target: str, fresh: Iterable[Active], place: Place) -> list[Active]:
    """Leave out words in brackets that are a link's, or a remark as the source has one: `[laughs]`, `[risas]`.

    So is what a reader of plain text fills in, `<file>`, `<archivo>`, where the source has as much of it.
    In a text of another script a remark in Latin letters is none that a translator would write.
    """
    signs = ("[",) if place is Place.MDX else ("[", "{")
    spared = calls.remarks(decoded(target)[0]) <= calls.remarks(decoded(source)[0])
    latin = _FOREIGN.search(target) is None
    filled = place is Place.TEXT and sum(1 for _ in blanks(target)) <= sum(1 for _ in blanks(source))

    def said(one: Active) -> bool:
        if one.kind is ActiveKind.TAG:
            return filled and is_blank(target[one.start : one.end])
        if one.kind is not ActiveKind.TEMPLATE or not one.what.startswith(signs):
            return False
        if calls.label(target, one.end) in _labels(source):
            return calls.named(one.what) or one.what.startswith("[[")
        own = latin or one.what.startswith("{") or not one.what.isascii()
        return spared and own and calls.named(one.what)

    return [one for one in fresh if not said(one)]


def reading(source: str, spans: Sequence[Inline]) -> Place:
    """Tell how a text is read of which only the markup is known: as plain text where `<path>` is none in it."""
    found = next(blanks(source), None)
    covers = found is not None and any(one.start <= found.start() < one.end for one in spans)
    return Place.MARKDOWN if found is None or covers else Place.TEXT


def neutral(source: str, target: str, references: Mapping[str, str], place: Place = Place.MARKDOWN) -> str:
    """Return a translation with what it adds written as words: its signs by the references given for them.

    What begins with none of these signs stays as it is, and `added` still tells of it. The end of a tag that became
    words becomes words as well.
    """
    for _ in range(_PASSES):
        before, target = target, _reworded(source, target, references, place)
        if before == target:
            break
    return target


def _reworded(source: str, target: str, references: Mapping[str, str], place: Place) -> str:
    places: set[int] = set()
    for one in added(source, target, place):
        if target[one.start] in references:
            places.update(at for at in range(one.start, one.end) if target[at] in references)
    if not places:
        return target
    out = [references[sign] if at in places else sign for at, sign in enumerate(target)]
    for at in places:
        if shielded(target, at):
            out[at - 1] = ""
    return "".join(out)


def _suspect(text: str) -> bool:
    return "<" in text or "&" in text or "]" in text or calls.suspect(text) or addresses.bare(text)


@lru_cache(maxsize=1024)
def _found(text: str, place: Place) -> tuple[Active, ...]:
    """Return what a text brings to life; harmless links and tags are left out, and what stands in code."""
    spoken = place in {Place.MARKDOWN, Place.MDX}
    coded = place is Place.CODE
    code = ((0, len(text)),) if coded else _code(text) if spoken else ()
    found = [*_tags(text, place), *_links(text, place), *_calls(text, place, () if coded else code)]
    kept = (one for one in found if _heeded(one, anywhere=coded) or not covered(code, one.start))
    hidden = () if coded else hiding(text, backticks=spoken)
    marked = (replace(one, escaped=_hidden(one, text, hidden, spoken=spoken)) for one in kept)
    return (*marked, *_late(text, place)) if spoken or place is Place.VALUE else tuple(marked)


def _hidden(one: Active, text: str, hidden: Sequence[tuple[int, int]], *, spoken: bool) -> bool:
    covers = not _heeded(one, anywhere=False) and covered(hidden, one.start)
    return covers or (spoken and shielded(text, one.start))


def _code(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of code; none where a tag holds a backtick, which then begins none in CommonMark."""
    code = within(text)
    for tag in tags.tags(text) if code and "<" in text else ():
        after = bisect_right(code, tag.start, key=lambda place: place[0])
        if not covered(code, tag.start) and after < len(code) and code[after][0] < tag.end:
            return ()
    return code


def _late(text: str, place: Place) -> Iterator[Active]:
    """Yield the calls that are there once Markdown has taken its references and backslashes for what they mean."""
    shown, at = decoded(text)
    if shown != text:
        for one in _calls(shown, place, ()):
            if calls.late(one.what) and not one.what.startswith("<"):
                yield replace(one, start=at[one.start], end=at[one.end])


def _heeded(one: Active, *, anywhere: bool) -> bool:
    """Tell whether a piece acts in code too: a template is filled before or after anybody knows what is code."""
    return one.kind is ActiveKind.TEMPLATE and (anywhere or calls.late(one.what))


def _tags(text: str, place: Place) -> Iterator[Active]:
    for tag in tags.tags(text, braces=place is Place.MDX):
        if tag.harmless:
            continue
        if tag.runs:
            kind = ActiveKind.SCRIPT
        elif tag.address:
            kind = ActiveKind.ADDRESS
        else:
            kind = ActiveKind.IMAGE if tag.name == "img" else ActiveKind.TAG
        yield Active(kind, tag.start, tag.end, tag.what)


def _links(text: str, place: Place) -> Iterator[Active]:
    if place in {Place.MARKDOWN, Place.MDX}:
        for start, end, scheme in addresses.bares(text):
            yield Active(ActiveKind.ADDRESS, start, end, f"]({scheme}:)")
    for link in addresses.links(text):
        if link.image:
            origin = addresses.origin(link.address)
            kind = ActiveKind.SCRIPT if addresses.runs(link.address) else ActiveKind.IMAGE
            yield Active(kind, link.start, link.end, f"![]({origin})")
        elif addresses.runs(link.address):
            yield Active(ActiveKind.SCRIPT, link.start, link.end, f"]({addresses.plain(link.address)})")
        elif (scheme := addresses.scheme(link.address)) not in addresses.SAFE:
            yield Active(ActiveKind.ADDRESS, link.start, link.end, f"]({scheme}:)")


def _calls(text: str, place: Place, code: Sequence[tuple[int, int]]) -> Iterator[Active]:
    found = calls.calls(text, braces=place is Place.MDX, links=place not in _BARE, code=code)
    for call in found:
        yield Active(ActiveKind.TEMPLATE, call.start, call.end, call.what)


@lru_cache(maxsize=1024)
def _labels(text: str) -> frozenset[str]:
    return calls.labels(text)


def _strays(source: str, target: str, place: Place) -> Iterator[tuple[int, int]]:
    """Yield the harmless tags that are not closed in their order; none where the source's are not either."""
    if place is Place.CODE or "<" not in target:
        return
    if not any(True for _ in _unclosed(source, place)):
        yield from _unclosed(target, place)


def _unclosed(text: str, place: Place) -> Iterator[tuple[int, int]]:
    code = _code(text) if place not in _BARE else ()
    strict = place is Place.MDX
    found = (tag for tag in tags.tags(text, braces=strict) if not covered(code, tag.start))
    return ((tag.start, tag.end) for tag in tags.strays(found, strict=strict))
