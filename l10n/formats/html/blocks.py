"""Owns which HTML elements are blocks, which are open at a place, and what role a text there has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.formats.html.spans import untranslated
from l10n.formats.html.tokens import VOID, TokenKind, names
from l10n.model import Kind

if TYPE_CHECKING:
    from l10n.formats.html.tokens import Token

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


class Blocks:
    """The open block elements while a source is read from front to back."""

    def __init__(self) -> None:
        self._open = [_Open("", Kind.PARAGRAPH, opaque=False)]
        self._count: dict[str, int] = {}
        self._headline = False

    @property
    def kind(self) -> Kind:
        """What a text here is."""
        return self._open[-1].kind

    @property
    def opaque(self) -> bool:
        """Whether a text here is left alone."""
        return self._open[-1].opaque

    @property
    def name(self) -> str:
        """The innermost open block element; empty outside all."""
        return self._open[-1].name

    def enter(self, source: str, token: Token) -> bool:
        """Open a block element; return whether the tag's own attributes are left alone."""
        name = token.name
        if name in _CLOSES_P:
            self._close("p")
        if name in _ENDS:
            self._end_sibling(*_ENDS[name])
        asked = untranslated(source, token)
        inherited = self._open[-1].opaque
        opaque = inherited if asked is None else asked
        if name not in VOID:
            self._open.append(_Open(name, self._role(name, opaque=opaque), opaque=opaque or name in _OPAQUE))
            self._count[name] = self._count.get(name, 0) + 1
        return opaque

    def leave(self, token: Token) -> None:
        """Close a block element; an end tag without its start is nothing."""
        if token.kind is TokenKind.CLOSE:
            self._close(token.name)

    def _role(self, name: str, *, opaque: bool) -> Kind:
        if len(name) == len("h1") and name[0] == "h" and name[1] in "123456":
            if name == "h1" and not self._headline and not opaque:
                self._headline = True
                return Kind.HEADLINE
            return Kind.HEADING
        return _KINDS.get(name, self._open[-1].kind)

    def _close(self, name: str) -> None:
        if not self._count.get(name):
            return
        while self._pop() != name:
            pass

    def _end_sibling(self, ended: tuple[str, ...], border: tuple[str, ...]) -> None:
        for frame in self._open[: -_FAR - 1 : -1]:
            if frame.name in border:
                return
            if frame.name in ended:
                self._close(frame.name)
                return

    def _pop(self) -> str:
        name = self._open.pop().name
        self._count[name] -= 1
        return name
