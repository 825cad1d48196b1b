"""Owns which elements of a page are left alone as a whole: in another language, or left out by the project."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import attributes
from l10n.model import SlotKind
from l10n.selectors import Selector, parse

if TYPE_CHECKING:
    from l10n.formats.html.tokens import Attribute, Token
    from l10n.protocols import ParseOptions

__all__ = ["PageScope", "Stated", "is_source"]

_PAGE = frozenset({"html", "body"})
"""Their language is that of the edition, whatever a template says."""
_LANGUAGE = ("lang", "xml:lang")
_TAG = re.compile(r"\s*(?!und\b)[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*\s*")
"""A language, and no expression of JSX or of a template."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the tag of an element says."""

    excluded: bool = False
    source: bool | None = None
    """Whether its language is that of the articles; None where it names none."""
    slots: tuple[tuple[Attribute, SlotKind], ...] = ()
    """Attributes that are the translation's once the words inside are."""


@dataclass(frozen=True, slots=True)
class PageScope:
    """What a project says."""

    language: str
    """Gettext name of the language of the articles."""
    excluded: tuple[Selector, ...] = field(default=())

    @classmethod
    def of(cls, options: ParseOptions) -> PageScope:
        """Return what the options say; raises `ValueError` for a selector that is none."""
        return cls(options.source, tuple(map(parse, options.exclude)))

    def stated(self, source: str, token: Token) -> Stated:
        """Read an opening tag."""
        found: dict[str, Attribute] = {}
        for one in attributes(source, token):
            found.setdefault(one.name, one)
        if not found and not self.excluded:
            return Stated()
        values = {name: html.unescape(source[one.start : one.end]) for name, one in found.items()}
        left = any(selector.matches(token.name, values) for selector in self.excluded)
        told = [values[name] for name in _LANGUAGE if _TAG.fullmatch(values.get(name, ""))]
        if token.name in _PAGE or not told:
            return Stated(left)
        own = is_source(told[0], self.language)
        kinds = [*((name, SlotKind.LANG) for name in _LANGUAGE), ("dir", SlotKind.DIRECTION)]
        slots = [(found[name], kind) for name, kind in kinds if name in found and found[name].quote] if own else []
        return Stated(left, own, tuple(slots))

    def leaves(self, source: str, token: Token) -> bool:
        """Tell whether an element is left alone."""
        said = self.stated(source, token)
        return said.excluded or said.source is False


def is_source(tag: str, language: str) -> bool:
    """Tell whether a language tag names the language of the articles, whichever country's."""
    first, own = (name.strip().replace("_", "-").split("-")[0].lower() for name in (tag, language))
    return first == own
