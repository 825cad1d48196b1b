"""Owns which HTML elements are blocks, which are open at a place, and what role a text there has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.formats.html.roles import Signed, signed
from l10n.formats.html.spans import untranslated
from l10n.formats.html.tokens import TokenKind, names, tokens
from l10n.formats.inlines import VOID
from l10n.model import Kind

if TYPE_CHECKING:
    from l10n.formats.html.scope import PageScope
    from l10n.formats.html.tokens import Attribute, Token
    from l10n.model import SlotKind

__all__ = ["BLOCKS", "Blocks"]

BLOCKS = names(
    """
    address article aside base blockquote body caption center col colgroup dd details dialog dir div dl dt
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe
    legend li link listing main menu meta nav noembed noframes noscript ol optgroup option p plaintext pre
    script search section select style summary table tbody td template textarea tfoot th thead title tr ul xmp
    """
)
"""Elements that end a run of text; every other element, known or not, is inline."""

_OPAQUE = names("pre listing script style template textarea xmp noembed noframes iframe plaintext")
_KINDS = {
    "blockquote": Kind.QUOTE,
    "caption": Kind.CAPTION,
    "dd": Kind.LIST_ITEM,
    "dt": Kind.TERM,
    "figcaption": Kind.CAPTION,
    "legend": Kind.HEADING,
    "li": Kind.LIST_ITEM,
    "option": Kind.LIST_ITEM,
    "summary": Kind.HEADING,
    "td": Kind.CELL,
    "th": Kind.CELL,
    "title": Kind.HEADLINE,
}
_ASIDE = names("aside footer nav")
_MASTHEADS = ("header", "nav")
_HEADINGS = names("h1 h2 h3 h4 h5 h6")
_CLOSES_P = names(
    """
    address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p plaintext pre search section summary table
    ul xmp dd dt li
    """
)
"""Start tags that end an open `<p>` (HTML Standard, "in body")."""

_ENDS = {
    "li": (("li",), ("ul", "ol", "menu", "dir")),
    "dd": (("dd", "dt"), ("dl",)),
    "dt": (("dd", "dt"), ("dl",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr",), ("table",)),
    "option": (("option",), ("select", "optgroup")),
}
"""Start tag → the open elements it ends, the elements beyond which it does not look."""

_FAR = 64
"""How many open elements are searched for one to end, so that deep nonsense stays linear."""


@dataclass(frozen=True, slots=True)
class _Open:
    name: str
    kind: Kind
    opaque: bool
    unsure: bool = False
    """Its kind is a byline's by a class that wrappers of the story have, too."""
    foreign: bool = False
    """Its language is not the source's."""
    excluded: bool = False
    slots: tuple[tuple[Attribute, SlotKind], ...] = ()
    headings: int = 0
    """How many headings there were before it: behind a further one its class speaks no more."""
    silent: bool = False
    """It asks for no translation."""


class Blocks:
    """The open block elements while a source is read from front to back."""

    def __init__(self, scope: PageScope) -> None:
        self._scope = scope
        self.ended: list[tuple[Attribute, SlotKind]] = []
        """Attributes of elements that have ended since somebody emptied this."""
        self._open = [_Open("", Kind.PARAGRAPH, opaque=False)]
        self._count: dict[str, int] = {}
        self._headings = 0
        self.headline = False
        """There was an `<h1>` in the story."""
        self.masthead = False
        """There was one above it, which may be the paper's name."""

    @property
    def kind(self) -> Kind:
        """What a text here is."""
        last = self._open[-1]
        return Kind.PARAGRAPH if last.kind is Kind.BYLINE and last.headings < self._headings else last.kind

    @property
    def unsure(self) -> bool:
        """Whether a sentence here may belong to the story after all."""
        return self._open[-1].unsure

    @property
    def opaque(self) -> bool:
        """Whether a text here is left alone."""
        last = self._open[-1]
        return last.opaque or last.foreign or last.excluded

    @property
    def depth(self) -> int:
        """How many block elements are open here."""
        return len(self._open)

    @property
    def name(self) -> str:
        """The innermost open block element; empty outside all."""
        return self._open[-1].name

    @property
    def left_out(self) -> bool:
        """Whether what is here is in another language, left out by the project, or asks for no translation."""
        last = self._open[-1]
        return last.foreign or last.excluded or last.silent

    def enter(self, source: str, token: Token) -> bool:
        """Open a block element; return whether the tag's own attributes are left alone."""
        name = token.name
        if name in _CLOSES_P:
            self.close("p")
        if name in _ENDS:
            self._end_sibling(*_ENDS[name])
        asked = untranslated(source, token)
        around = self._open[-1]
        opaque = around.opaque if asked is None else asked
        said = self._scope.stated(source, token)
        foreign = around.foreign if said.source is None else not said.source
        excluded = around.excluded or said.excluded
        silent = around.silent if asked is None else asked
        left = opaque or foreign or excluded
        if name not in VOID:
            kind, unsure = self._role(source, token, opaque=left)
            own = opaque or name in _OPAQUE
            slots = () if left else said.slots
            self._open.append(_Open(name, kind, own, unsure, foreign, excluded, slots, self._headings, silent))
            self._count[name] = self._count.get(name, 0) + 1
        return left

    def leave(self, token: Token) -> None:
        """Close a block element; an end tag without its start is nothing."""
        if token.kind is TokenKind.CLOSE:
            self.close(token.name)

    def _role(self, source: str, token: Token, *, opaque: bool) -> tuple[Kind, bool]:
        """Return what a text in an element is, and whether that is unsure."""
        name = token.name
        if name in _HEADINGS:
            self._headings += 1
            if name == "h1" and not self.headline and not opaque:
                self.masthead = not self._count.get("article") and any(map(self._count.get, _MASTHEADS))
                self.headline = not self.masthead
                return Kind.HEADLINE, False
            return Kind.HEADING, False
        kind = _KINDS.get(name, self.kind)
        if kind is not Kind.PARAGRAPH:
            return kind, self.unsure
        if name in _ASIDE:
            return Kind.ASIDE, False
        if self.name == "hgroup":
            return Kind.BYLINE, False
        said = signed(source, token)
        return (kind, False) if said is Signed.NO else (Kind.BYLINE, said is Signed.MAYBE)

    def close(self, name: str) -> None:
        """Close the innermost open element of a name, and what is open in it; nothing where there is none."""
        if not self._count.get(name):
            return
        while self._pop() != name:
            pass

    def _end_sibling(self, ended: tuple[str, ...], border: tuple[str, ...]) -> None:
        for frame in self._open[: -_FAR - 1 : -1]:
            if frame.name in border:
                return
            if frame.name in ended:
                self.close(frame.name)
                return

    def _pop(self) -> str:
        last = self._open.pop()
        self._count[last.name] -= 1
        self.ended += last.slots
        return last.name

    def hold(self, source: str, token: Token) -> None:
        """Open an element that is no block and holds blocks, as custom elements do, if it is left out."""
        if self._scope.leaves(source, token):
            self.enter(source, token)

    def holds(self, name: str) -> bool:
        """Tell whether an element of that name is open here."""
        return bool(self._count.get(name))

    def read(self, source: str) -> None:
        """Open and close what a piece of the source does; an open `<p>` ends with the piece."""
        self.step(source)
        self.close("p")
        self.ended.clear()

    def step(self, source: str) -> None:
        """Open and close what the tags in a piece of the source do."""
        for token in tokens(source):
            if token.kind is not TokenKind.OPEN:
                self.leave(token)
            elif token.name in BLOCKS:
                self.enter(source, token)
            elif token.name not in VOID and not source.endswith("/", 0, token.end - 1):
                self.hold(source, token)

    def end(self) -> None:
        """Close whatever is open."""
        while self._open[1:]:
            self._pop()
