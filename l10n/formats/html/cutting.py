"""Owns the cutting of HTML, whole or in fragments, into segments."""

from __future__ import annotations

import html
import re
import textwrap
from bisect import bisect_right
from collections import deque
from dataclasses import replace
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING

from l10n.formats import params
from l10n.formats.folding import fold
from l10n.formats.html import jsonld
from l10n.formats.html.blocks import BLOCKS, Blocks
from l10n.formats.html.drawings import ROLES, captions
from l10n.formats.html.escaping import encode
from l10n.formats.html.left import LeftElements
from l10n.formats.html.notices import notices
from l10n.formats.html.roles import inside, is_signed_run
from l10n.formats.html.runs import core, unclosed
from l10n.formats.html.scope import PageScope, is_source
from l10n.formats.html.spans import heard, held, inline, spoken, strip, untranslated, words
from l10n.formats.html.stated import Found, StatedLanguage, stated
from l10n.formats.html.structure import skeleton
from l10n.formats.html.tokens import SPACE, Attribute, Token, TokenKind, attributes, tokens
from l10n.formats.inlines import VOID
from l10n.formats.sentences import split
from l10n.model import Key, Kind, Segment, Segmentation, Shell, Slot, SlotKind
from l10n.text.facts.credits import is_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.html.drawings import Caption
    from l10n.model import Joint, Part
    from l10n.protocols import ParseOptions

__all__ = ["cut", "encode", "inline", "notices", "skeleton"]

_DIRECTIVE = re.compile(r"<!--\s*l10n:(skip|end|note|context|credits)\b(.*?)-->", re.DOTALL)
_META = re.compile(
    r"(?:description|keywords|og:site_name|(?:og|twitter):(?:title|description|image:alt)|twitter:(?:label|data)[0-9])",
    re.IGNORECASE,
)
_DRAWINGS = ("svg", "math")
_DRAWN = ("script", "style", "title")
"""Elements that do not end a drawing although they are blocks elsewhere."""
_LONGEST_HEADING = 60
_PREFIX = 400
"""Characters of a heading that tell where it is shortened."""
_LOWEST = 7
_LIKE_PARAGRAPHS = frozenset({Kind.BYLINE, Kind.ASIDE})
"""Kinds that notes do not tell apart: to tell them better changes no catalogue."""
_STYLES = {'"': "html-attribute-double", "'": "html-attribute-single", "": "html-attribute-bare"}


def _kinds(pieces: tuple[Segment | Joint | Slot, ...]) -> set[Kind]:
    return {one.kind for one in pieces if isinstance(one, Segment)}


def cut(source: str, options: ParseOptions, *, line: int = 1, left: bool = False) -> tuple[Part, ...]:
    """Cut HTML into raw text and segments; `line` is the number of the source's first line in its article.

    With `left` there are slots in the tags of elements that may stay in the language of the source, each for all its
    texts.

    Any source is accepted: what is broken or cannot be placed stays raw text. Comments `<!-- l10n:skip -->` …
    `<!-- l10n:end -->` leave a stretch alone; `<!-- l10n:note … -->` and `<!-- l10n:context … -->` speak to the next
    segment.
    """
    return _HtmlCutter(source, options, line).cut(left=left)


class _HtmlCutter:
    """One pass over one source."""

    def __init__(self, source: str, options: ParseOptions, line: int) -> None:
        self.source = source
        self.sentences = options.segmentation is Segmentation.SENTENCE
        self.locale = options.source
        self.names = options.shortcode_text
        self.line = line
        self.breaks = [found.end() for found in re.finditer(r"\r\n|\r|\n", source)]
        self.scope = PageScope.of(options)
        self.blocks = Blocks(self.scope)
        self.run: list[Token] = []
        self.found: list[Found] = []
        self.stated: list[StatedLanguage] = []
        self.left = LeftElements(source)
        self.headings: dict[int, str] = {}
        self.skipping = self.drawing = self.linked = False
        self.depth = 0
        self.notes: list[str] = []
        self.context: str | None = None

    def cut(self, *, left: bool) -> tuple[Part, ...]:
        for token in tokens(self.source):
            self._take(token)
        self._end_run()
        self.left.end(len(self.source))
        self.blocks.end()
        self._ended(len(self.source))
        parts: list[Part] = []
        done = 0
        found: list[Found] = [*self._entitled(), *stated(self.source, self.stated, self.found)]
        found += self.left.slots(self.found) if left else ()
        for start, end, pieces in sorted(found, key=itemgetter(0)):
            if done < start:
                parts.append(self.source[done:start])
            parts.extend(pieces)
            done = end
        if done < len(self.source):
            parts.append(self.source[done:])
        return tuple(parts)

    def _ended(self, place: int) -> None:
        """Remember what the elements that end here say of their language."""
        self.stated += [StatedLanguage(one, kind, place) for one, kind in self.blocks.ended]
        self.blocks.ended.clear()

    def _entitled(self) -> Iterator[Found]:
        """Yield what was found, with more headlines where a page has a `<title>` and no `<h1>` in its story.

        These are all headings before the first sentence, and the first one in any case where there is no `<h1>` at all.
        """
        above = not self.blocks.headline and any(_kinds(pieces) == {Kind.HEADLINE} for _, _, pieces in self.found)
        first = above and not self.blocks.masthead
        for start, end, pieces in self.found:
            kinds = _kinds(pieces)
            if (above or first) and kinds == {Kind.HEADING}:
                first = False
                yield start, end, tuple(replace(one, kind=Kind.HEADLINE) for one in pieces if isinstance(one, Segment))
                continue
            above = above and not (Kind.PARAGRAPH in kinds and self._sentence(self.source[start:end]))
            yield start, end, pieces

    def _take(self, token: Token) -> None:
        if token.kind is TokenKind.COMMENT and (directive := _DIRECTIVE.fullmatch(self.source, token.start, token.end)):
            self._end_run()
            self._obey(directive[1], " ".join(directive[2].split()))
            if directive[1] == "credits" and not self.skipping:
                self.found.append((token.start, token.end, (Slot(SlotKind.CREDITS, directive[0], style="html-block"),)))
        elif token.name not in BLOCKS or (self.drawing and token.name in _DRAWN):
            self._inline(token)
        else:
            self._end_run()
            self.drawing = False
            self._block(token)
            self.left.block(token, self.blocks.depth)

    def _block(self, token: Token) -> None:
        """Enter or leave a block element."""
        if token.kind is TokenKind.OPEN:
            left_alone = self.blocks.enter(self.source, token)
            self._ended(token.start)
            if not left_alone and not self.skipping:
                self._attributes(token)
            self.linked = not left_alone and token.name == "script" and jsonld.holds(self.source, token)
        elif token.kind is TokenKind.CLOSE:
            self.blocks.leave(token)
            self._ended(token.start)
        elif token.kind is TokenKind.RAW and self.linked and not self.skipping:
            self._structured(token)
        elif token.kind is TokenKind.RAW and token.name == "title" and not self.blocks.opaque:
            start, end = strip(self.source, token.start, token.end)
            if words(self.source[start:end]):
                self._add(start, end, "html-title", Kind.HEADLINE)

    def _inline(self, token: Token) -> None:
        """Add a token to the run; two line breaks outside all inline tags end it, as authors write paragraphs so."""
        if token.kind is TokenKind.CLOSE and self.blocks.holds(token.name):
            self._end_run()
            self.blocks.leave(token)
            return
        if token.name == "br" and self.depth == 0 and self._after_break():
            self._end_run()
        self.run.append(token)
        if token.name in _DRAWINGS:
            self.drawing = token.kind is TokenKind.OPEN and not self.source.endswith("/", 0, token.end - 1)
        if token.name not in VOID and not self.source.endswith("/", 0, token.end - 1):
            self.depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)

    def _after_break(self) -> bool:
        """Tell whether nothing but white space stands between here and a `<br>`."""
        for token in self.run[:-3:-1]:
            if token.name == "br":
                return True
            if token.kind is not TokenKind.TEXT or self.source[token.start : token.end].strip(SPACE):
                return False
        return False

    def _obey(self, directive: str, value: str) -> None:
        if directive in ("skip", "end"):
            self.skipping = directive == "skip"
        elif directive == "note" and value and not self.skipping:
            self.notes.append(value)
        elif directive == "context" and not self.skipping:
            self.context = value or None

    def _end_run(self) -> None:
        """Make the run of inline tokens before here a segment, with the attributes beside it."""
        run, self.run, self.depth = self.run, [], 0
        left = self.skipping or self.blocks.opaque or inside(self.source, run, partial(self.scope.leaves, self.source))
        for token in unclosed(self.source, run):
            self.blocks.hold(self.source, token)
        if not run or left:
            return
        start, end = core(self.source, run)
        if start < end and (self._called(start, end, run) or not words(self.source[start:end])):
            start = end = run[0].start
        told = list(heard(self.source, run, self._leaves))
        self._beside([token for token in told if token.start < start or start == end])
        if start < end:
            self._add(start, end, "html-block", self._kind(start, end, run))
            if self.blocks.kind is Kind.HEADING:
                self._heading(start, end)
            self._beside([token for token in told if token.start >= end])

    def _kind(self, start: int, end: int, run: list[Token]) -> Kind:
        """Tell what a text is: what its block is, unless all of it stands in elements that sign or date."""
        kind = self.blocks.kind
        if kind is Kind.PARAGRAPH and is_signed_run(self.source, run):
            return Kind.ASIDE if self._sentence(self.source[start:end]) else Kind.BYLINE
        told = kind is Kind.BYLINE and self.blocks.unsure and self._sentence(self.source[start:end])
        return Kind.ASIDE if told else kind

    def _sentence(self, text: str) -> bool:
        return is_sentence(text, inline(text), self.locale)

    def _beside(self, run: list[Token]) -> None:
        """Make the words in attributes and drawings that lie in no segment segments of their own."""
        waiting = deque(captions(run))
        done = 0
        for token in run:
            while waiting and waiting[0].start <= token.start:
                done = self._caption(waiting.popleft()) or done
            if token.start >= done:
                self._attributes(token)

    def _leaves(self, source: str, token: Token) -> bool:
        return bool(untranslated(source, token)) or self.scope.leaves(source, token)

    def _caption(self, caption: Caption) -> int:
        """Make what an element of a drawing says a segment; return where it ends, 0 without words."""
        start, end = strip(self.source, caption.start, caption.end)
        if not words(self.source[start:end]):
            return 0
        style = "html-title" if caption.name == "title" else "html-block"
        self._add(start, end, style, Kind.CAPTION if caption.name == "text" else Kind.ALT, ROLES[caption.name])
        return caption.end

    def _attributes(self, token: Token) -> None:
        """Make the translated attributes of a tag that lies in no segment segments of their own."""
        if token.kind is not TokenKind.OPEN or self.scope.leaves(self.source, token):
            return
        self.left.void(token)
        for attribute in spoken(self.source, token):
            kind = Kind.ALT if attribute.name == "alt" else Kind.META
            button = ", the words on a button" if attribute.name == "value" else ""
            self._attribute(attribute, kind, f"{attribute.name} of <{token.name}>{button}")
        if token.name != "meta":
            return
        values: dict[str, Attribute] = {}
        for attribute in attributes(self.source, token):
            values.setdefault(attribute.name, attribute)
        if "content" in values:
            named = (values[name] for name in ("name", "property", "itemprop") if name in values)
            for one in named:
                name = self.source[one.start : one.end]
                if _META.fullmatch(name):
                    self._attribute(values["content"], Kind.META, name)
                    return

    def _attribute(self, attribute: Attribute, kind: Kind, role: str) -> None:
        start, end = strip(self.source, attribute.start, attribute.end)
        if not attribute.quote and self.source.startswith("{", start):
            return  # an expression of JSX
        if words(self.source[start:end]):
            self._add(start, end, _STYLES[attribute.quote], kind, role)

    def _called(self, start: int, end: int, run: list[Token]) -> bool:
        """Make the words that are given to shortcodes and includes segments where a text is nothing but these."""
        if not params.is_calls(self.source[start:end]) or any(
            token.kind is not TokenKind.TEXT for token in run if start <= token.start < end
        ):
            return False
        for one in params.spoken(params.called(self.source, start, end), self.source, self.names):
            kind = Kind.ALT if one.name == "alt" else Kind.META
            text = params.decoded(one.style, self.source[one.start : one.end])
            self._add(one.start, one.end, f"html-{one.style}", kind, f"{one.name} of {one.owner}", text=text)
        return True

    def _structured(self, token: Token) -> None:
        """Make the texts of JSON-LD segments, and its language that of the edition."""
        for start, end in jsonld.languages(self.source, token.start, token.end):
            if is_source(self.source[start:end], self.locale):
                slot = Slot(SlotKind.LANG, self.source[start:end], self.source[start:end], "html-quoted")
                self.found.append((start, end, (slot,)))
        for start, end, name, text in jsonld.fields(self.source, token.start, token.end):
            if words(text):
                self._add(start, end, "html-json", Kind.META, f"{name} for search engines", text=text)

    def _add(self, start: int, end: int, style: str, kind: Kind, role: str = "", *, text: str = "") -> None:
        raw = self.source[start:end]
        broken = style == "html-block" and ("\n" in raw or "\r" in raw)
        folded = fold(raw, keep=held(raw) if broken else ())
        note = "\n".join((self._note(kind, role), *self.notes))
        number = self.line + bisect_right(self.breaks, start)
        segment = Segment(Key(text or folded.text, self.context), raw, Shell(style), kind, note, number)
        self.notes, self.context = [], None
        pieces: tuple[Segment | Joint, ...] = (segment,)
        if self.sentences and style == "html-block" and kind not in (Kind.HEADLINE, Kind.HEADING):
            pieces = split(segment, folded, inline(folded.text))
        self.found.append((start, end, pieces))

    def _note(self, kind: Kind, role: str) -> str:
        shown = Kind.PARAGRAPH if kind in _LIKE_PARAGRAPHS else kind
        level = self._level() if kind in (Kind.HEADLINE, Kind.HEADING) else _LOWEST
        path = " › ".join(f'"{text}"' for over, text in self.headings.items() if over < level)
        return " · ".join(filter(None, (str(shown), role, f"under {path}" if path else "")))

    def _level(self) -> int:
        """Return 1…6 in a heading, 7 elsewhere."""
        return int(self.blocks.name[1]) if re.fullmatch("h[1-6]", self.blocks.name) else _LOWEST

    def _heading(self, start: int, end: int) -> None:
        """Remember the heading that the following segments stand under."""
        level = self._level()
        if level == _LOWEST:
            return
        plain = " ".join(html.unescape(re.sub(r"<[^<>]*>", "", self.source[start:end])).split())
        self.headings = {over: text for over, text in self.headings.items() if over < level}
        self.headings[level] = textwrap.shorten(plain[:_PREFIX], _LONGEST_HEADING, placeholder="…")
