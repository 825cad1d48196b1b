"""Owns the syntax that site generators add to Markdown: found, and hidden from the parser behind bytes it understands.

A parser of CommonMark reads the text in an admonition as code and a definition as a wrapped line. So each construct is
masked, byte for byte, before the text is parsed: `!!! note "Title"` becomes a list item with a heading, the colon of
a definition a bullet, mathematics and JSX a word. The source itself is never changed; offsets stay what they are.

Rules: Python-Markdown "Admonition" and PyMdown "Details", "Tabbed" (content indented by four columns); Docusaurus
and VuePress containers (`:::note[Title]`, `::: tip Title`); MyST `:::{admonition} Title`; MDX 3 "ESM" (up to the next
blank line) and "JSX".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.formats.jsx.tags import SearchBudget
from l10n.formats.markdown import components, definitions
from l10n.formats.markdown.attributes import titled
from l10n.formats.markdown.blocks import leaves
from l10n.formats.markdown.boxes import boxes, broken, ruled
from l10n.formats.markdown.callouts import callout
from l10n.formats.markdown.dialect_inlines import mathematics_end
from l10n.formats.markdown.events import Event, Source, events
from l10n.formats.markdown.fenced import takes_title
from l10n.formats.markdown.jsx import tag_end
from l10n.formats.markdown.marks import DialectMark, MarkKind, Read, called
from l10n.formats.markdown.md_in_html import asked
from l10n.formats.markdown.pymdown_blocks import block
from l10n.formats.markdown.raw_blocks import named, raw_blocks
from l10n.formats.markdown.resumed import resumed
from l10n.formats.markdown.skips import lines
from l10n.formats.places import Ahead, line_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.markdown.blocks import Leaf
    from l10n.formats.markdown.raw_blocks import RawNames

__all__ = ["read"]

_ANY = re.compile(
    rb"(?m)(?:^|(?<=\r))[ \t>]*+(?:(?:[-+*]|\d{1,9}[.)])[ \t]++)*+"
    rb"(?:!!!|\?\?\?|===[!+]?[ \t]*\"|[:~][ \t]|:::|/{3}|\[![A-Za-z]|\$\$|</?[A-Z>]|\{[{%]|\\\\?\[|\\begin\{"
    rb"|import\b|export\b|%[ \t]|\([^()\r\n]++\)=)",
)
_BOX = re.compile(
    rb"(?:!!!|\?\?\?\+?|===[!+]?)[ \t]++(?:[a-z][\w -]*+|[A-Z][\w-]*+)?(?:(?<=[ \t\w])[ \t]*+\"(?P<title>.*)\")?[ \t]*+"
)
_FENCED = re.compile(
    rb":{3,}[ \t]*(?:[a-z][\w-]*\[(?P<a>(?:[^\[\]]++|\[[^\[\]]*+\])++)\].*"
    rb"|(?:note|tip|info|warning|danger|caution|important|success|question|failure|bug|example|quote|details)"
    rb"[ \t]++(?P<b>(?:[^{} \t]|[ \t]++(?=[^{} \t]))++)"
    rb"|\{(?P<name>[A-Za-z][\w.:-]*+)\}[ \t]*+(?P<c>(?:[^{} \t]|[ \t]++(?=[^{} \t]))++))"
    rb"[ \t]*+(?:\{[^{}]*+\})?[ \t]*+"
)
_OBJECT = re.compile(rb":::[ \t]+\w+(?:\.\w+)+[ \t]*(?:(?:\r\n|\n|\r)[ \t]{4,}[^\r\n]*)*+")
"""An object documented by mkdocstrings, with its options."""
_CLOSED = {b"$$": (b"$$", 10_000), b"{{": (b"}}", 4000), b"{%": (b"%}", 4000)}
"""What opens mathematics or a template tag, what closes it, and the most bytes between the two."""
_TARGET = re.compile(rb"\([^()\r\n]{1,80}\)=")
_COMMENT = re.compile(rb"%(?:[ \t]|\Z)")
_TAIL = re.compile(rb"[ \t]*+(?=[\r\n]|\Z)")
_NUMBERED = re.compile(rb"[ \t]*+(?:\([^()\s]++\)|\{#[^{}\s]++\})?[ \t]*+(?=[\r\n]|\Z)")
"""What may stand behind mathematics: its label in MyST, in Pandoc's crossref."""
_MODULE = re.compile(
    rb"import[ \t]+(?:['\"]|.*?\bfrom[ \t]+['\"]|\{[^}]*$)"
    rb"|export[ \t]+(?:default[ \t]+(?:function|class|async|\{|\(|[A-Z])"
    rb"|(?:const|let|var|function|class|async)[ \t]+\w|[{*])"
)
_BLANKS = re.compile(rb"(?:[ \t>]*(?:\r\n|\n|\r))*")
_INDENT = re.compile(rb"[ \t>]*")
_HIDDEN = re.compile(rb"(?m)(^[ \t>]*)|[^\r\n]")
_DEPTH = 8
"""How deeply boxes are nested before the rest is left alone."""
_CONTENT = 4
"""Columns by which the content of a box is indented."""


_KNOWN = named(())


def read(body: str, raw: RawNames = _KNOWN, *, mdx: bool = False) -> Read:
    """Mask what the dialects add, raw blocks of those names first; `mdx` where the rules are MDX's, which has none.

    What was read last is kept, and changed by nobody: an article is cut, looked over and compared with translations.
    """
    return _read(body, raw, mdx)


@lru_cache(maxsize=2)
def _read(body: str, raw: RawNames, mdx: bool) -> Read:  # noqa: FBT001  a cache
    page = components.page(body) if mdx else None
    parsed = page.parsed if page else events
    source = page.source if page else Source(body)
    seen = parsed(source)
    marks = list(page.marks) if page else []
    left: frozenset[int] = frozenset()
    for _ in range(2 * _DEPTH):
        found = [DialectMark(MarkKind.OPAQUE, *span) for span in raw_blocks(source.shown, seen, raw)]
        found = [mark for mark in found if page is None or page.keeps(mark)]
        boxed = [] if found or mdx else boxes(source, seen, raw, left)
        if not found and not boxed:
            break
        tried = source.masked([piece for mark in (*found, *boxed) for piece in _mask(source, mark)])
        after = parsed(tried)
        if failed := broken(boxed, after):
            left |= failed
            continue
        marks += (*found, *boxed)
        source, seen = tried, after
    for _ in range(0 if mdx else _DEPTH):
        tags = asked(source, seen)
        if not tags:
            break
        source = source.masked(tags)
        seen = parsed(source)
    if braces := titled(source.shown, seen):
        source = source.masked(braces)
        seen = parsed(source)
    for _ in range(_DEPTH if _suspect(source.shown, seen) else 0):
        found = [mark for mark in _found(source, seen, marks) if page is None or page.keeps(mark)]
        if not found:
            break
        marks += found
        source = source.masked([piece for mark in found for piece in _mask(source, mark)])
        seen = parsed(source)
    seen = seen if page else resumed(source, seen)
    return Read(source, seen, tuple(sorted(marks, key=lambda mark: mark.start)), page.elements if page else {})


def _suspect(data: bytes, seen: list[Event]) -> bool:
    """Tell whether a line outside code and HTML begins like one of a dialect."""
    places = [found.end() for found in _ANY.finditer(data)]
    if not places:
        return False
    closed = [(e.start, e.end) for e in seen if e.op == "Start" and e.name in {"CodeBlock", "HtmlBlock"}]
    starts = [start for start, _ in closed]
    for place in places:
        index = bisect_right(starts, place) - 1
        if index < 0 or closed[index][1] < place:
            return True
    return False


def _mask(source: Source, mark: DialectMark) -> Iterator[tuple[int, bytes]]:
    """Yield what is written where instead of a mark's bytes."""
    if mark.kind is MarkKind.DEFINITION:
        yield from definitions.hidden(source.shown, mark)
    elif mark.kind is MarkKind.RULE:
        yield ruled(source.shown, mark)
    elif mark.kind is MarkKind.CALLOUT:
        yield mark.start, b"# " + b"x" * (mark.end - mark.start - 2)
    elif mark.kind is MarkKind.BOX:
        yield mark.start, b"+   # " + b"x" * (mark.end - mark.start - 6) if mark.end - mark.start > 5 else b"+   #"  # noqa: PLR2004  # the mask's own length
    else:
        yield (
            mark.start,
            _HIDDEN.sub(lambda one: one[1] if one[1] is not None else b"x", source.shown[mark.start : mark.end]),
        )


def _found(source: Source, seen: list[Event], known: Iterable[DialectMark]) -> Iterator[DialectMark]:
    """Yield what is not masked yet; `known` is what is."""
    shown = source.shown
    before: Leaf | None = None
    done = 0
    ahead, reach = Ahead(shown), SearchBudget(4 * len(shown) + 4000)
    for leaf in leaves(seen, shown, called(source.data, known)):
        if leaf.name in {"Paragraph", "Run", "Heading"}:
            first, since, last, near = True, leaf.start, leaf.start, False
            margin = _column(shown, leaf.start) + _CONTENT
            headed = _is_headed(leaf, shown)
            for start, end in lines(leaf, shown):
                if start < done:
                    continue
                mark = _opaque(ahead, reach, shown, (start, end), leaf, first=first or done > leaf.start)
                if mark is None and not headed and _column(shown, start) < margin:
                    above = definitions.first(shown, start, end, leaf, before) if start == leaf.start else None
                    mark = _line(shown, start, end) or above or callout(shown, start, end, leaf)
                    mark = mark or _ruled(shown, start, end, leaf, first=first or not shown[done:start].strip())
                    if mark is None and start != leaf.start:
                        mark = definitions.below(shown, start, end, since, near=near or since == last)
                first, last = False, start
                if mark is not None:
                    yield mark
                    done = mark.end
                    near |= mark.kind is MarkKind.DEFINITION
                elif since < done:
                    since = start
        before = leaf


def _opaque(
    ahead: Ahead[bytes], reach: SearchBudget, shown: bytes, at: tuple[int, int], leaf: Leaf, *, first: bool
) -> DialectMark | None:
    """Find mathematics, a template tag, JSX or a module statement that begins with the line `at` some bytes."""
    start, end = at
    head = shown[start : start + 1]
    if head in {b"$", b"{"} and (over := _closed(ahead, shown, start)):
        whole = head == b"$" or (b"\n" not in shown[start:end] and b"\n" in shown[end:over])
        inside = over <= leaf.end or not leaf.level or head == b"$"  # the brace that ends a heading is hidden
        return DialectMark(MarkKind.OPAQUE, start, over) if whole and inside else None
    if head == b"\\" and (over := mathematics_end(ahead, shown, start)):
        tail = _TAIL.match(shown, over)
        return DialectMark(MarkKind.OPAQUE, start, tail.end()) if tail else None
    if head == b"<":
        over, tags = tag_end(shown, start, reach)
        return DialectMark(MarkKind.OPAQUE, start, over, tags=tags) if over else None
    if first and head in {b"i", b"e"} and not leaf.containers and _MODULE.match(shown, start, end):
        blank = re.compile(rb"(?:\r\n|\n|\r)[ \t]*(?=[\r\n]|\Z)|\Z").search(shown, start)
        return DialectMark(MarkKind.OPAQUE, start, blank.start() if blank else len(shown))
    return None


def _is_headed(leaf: Leaf, shown: bytes) -> bool:
    """Tell whether a block is a heading of one line."""
    return leaf.level > 0 and b"\n" not in shown[leaf.start : leaf.end]


def _closed(ahead: Ahead[bytes], shown: bytes, start: int) -> int:
    """Return where mathematics or a template tag ends that begins here and has its last line to itself, else 0."""
    closing, most = _CLOSED.get(shown[start : start + 2], (b"", 0))
    end = ahead.find(closing, start + 2) if closing else -1
    last = _NUMBERED if closing == b"$$" else _TAIL
    tail = last.match(shown, end + 2) if 0 <= end <= start + 2 + most else None
    return tail.end() if tail else 0


def _line(shown: bytes, start: int, end: int) -> DialectMark | None:
    """Find the first line of a box or a container."""
    text = shown[start:end].rstrip()
    if text[:1] in {b"!", b"?", b"="} and (box := _BOX.fullmatch(text)) and _holds(shown, start, end):
        title = (start + box.start("title"), start + box.end("title")) if box["title"] else None
        return DialectMark(MarkKind.BOX, start, start + len(text), title)
    if text[:3] == b":::" and (fenced := _FENCED.fullmatch(text)) and _takes(fenced):
        title = start + fenced.start(fenced.lastgroup or 0), start + fenced.end(fenced.lastgroup or 0)
        return DialectMark(MarkKind.OPAQUE, start, start + len(text), title)
    if text[:3] == b"///":
        return block(shown, start)
    if text[:3] == b":::" and (documented := _OBJECT.match(shown, start)):
        return DialectMark(MarkKind.OPAQUE, start, documented.end())
    return None


def _takes(fenced: re.Match[bytes]) -> bool:
    """Tell whether a container has a title behind its name."""
    return bool(fenced.lastgroup) and (fenced["name"] is None or takes_title(fenced["name"].decode()))


def _ruled(shown: bytes, start: int, end: int, leaf: Leaf, *, first: bool) -> DialectMark | None:
    """Find a target of MyST above a text, or one of its comments; at the very top they are Pandoc's title."""
    head = shown[start : start + 1]
    if head not in {b"%", b"("} or leaf.name not in {"Paragraph", "Heading"}:
        return None
    row, above = shown[start:end].rstrip(), shown[max(0, start - 80) : start].rstrip(b" \t>\r\n")
    if shown[line_start(shown, start) : start].strip(b" \t>"):
        return None
    target = first and _TARGET.fullmatch(row)
    comment = _COMMENT.match(row) and above and (first or not above[-1:].isdigit())
    return DialectMark(MarkKind.RULE, start, start + len(row)) if target or comment else None


def _column(shown: bytes, place: int) -> int:
    return len(shown[line_start(shown, place) : place].expandtabs(_CONTENT))


def _holds(shown: bytes, start: int, end: int) -> bool:
    """Tell whether the next line with words is indented as the content of a box that begins here."""
    break_ = re.compile(rb"[ \t]*(?:\r\n|\n|\r)").match(shown, end)
    if break_ is None:
        return False
    blank = _BLANKS.match(shown, break_.end())
    after = _INDENT.match(shown, blank.end() if blank else break_.end())
    width = len(after[0].expandtabs(_CONTENT)) if after else 0
    return width >= _column(shown, start) + _CONTENT
