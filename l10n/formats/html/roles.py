"""Owns what the markup of HTML says of a text's role: that it signs or dates a story and is none of it.

The words are those of the HTML Standard, schema.org and the class names of templates, which are English everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import TokenKind, attributes, names
from l10n.formats.inlines import VOID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from l10n.formats.html.tokens import Token

__all__ = ["Signed", "inside", "is_signed_run", "signed"]


class Signed(Enum):
    """How sure it is that what an element holds is none of the story."""

    NO = "no"
    MAYBE = "maybe"
    """A sentence in it may be the story's."""
    YES = "yes"


_ELEMENTS = names("address hgroup time")
_SURE = names(
    """
    byline bylines byname dateline datelines dek deck standfirst kicker eyebrow strapline overline subhed subheadline
    timestamp pubdate datetime slugline readtime
    """
)
"""One of them anywhere in the name of a class is enough: `story__byline`, `c-byline-name`."""
_LAST = names(
    """
    abstract author authors bio contributor contributors credit credits date dates excerpt info intro meta metadata
    modified published reporter slug source subtitle summary tagline teaser time updated writer
    """
)
"""They count where a class ends in them (`post-meta`), as `author-jane-roe` may be the class of a whole page."""
_BESIDE = names(
    """
    ad ads advert advertisement alert banner breadcrumb breadcrumbs callout cookie cookies correction corrections
    disclaimer disclosure newsletter note notes notice promo related share sharing sidebar signup social sponsor
    subscribe toolbar tools
    """
)
"""They count anywhere in the name of a class, and say what stands beside a story."""
_STORY = names("body content copy lead lede main story text")
"""What ends in one of these is the story, whatever else it is called."""
_ABOUT = names("has no with without")
"""What begins with one of these tells of what else there is: `has-byline`."""
_PROPERTIES = names("author creator datepublished datemodified datecreated dateline alternativeheadline")
_WHOLE = names("article body h1 h2 h3 h4 h5 h6 html main section")
"""Elements whose classes speak of more than one text, or that have a role of their own."""
_PART = re.compile(r"[-_:\s]+|(?<=[a-z])(?=[A-Z])")


def signed(source: str, token: Token) -> Signed:
    """Tell what the name of an element, its `class`, `id`, `rel`, `itemprop` and `role` say of what it holds."""
    if token.name in _WHOLE:
        return Signed.NO
    if token.name in _ELEMENTS:
        return Signed.YES
    said = Signed.NO
    for attribute in attributes(source, token):
        value = source[attribute.start : attribute.end]
        if attribute.name in {"itemprop", "property"}:
            found = _PROPERTIES & {word.rpartition(":")[2].lower() for word in value.split()}
            said = Signed.YES if found else said
        elif (attribute.name, value.lower()) in {("rel", "author"), ("role", "doc-subtitle")}:
            said = Signed.YES
        elif attribute.name in {"class", "classname", "id"}:
            named = _named(value)
            if named is None:
                return Signed.NO
            said = named if said is Signed.NO else said
    return said


def _named(value: str) -> Signed | None:
    """Read the names in a class; None where one of them says that this is the story."""
    said = Signed.NO
    for name in value.split():
        parts = [part.lower() for part in _PART.split(name) if part]
        if _ABOUT & {*parts[:1]}:
            continue
        if _SURE & {*parts}:
            said = Signed.YES
        elif parts and parts[-1] in _STORY:
            return None
        elif parts and (parts[-1] in _LAST or _BESIDE & {*parts}) and said is Signed.NO:
            said = Signed.MAYBE
    return said


def is_signed_run(source: str, run: Iterable[Token]) -> bool:
    """Tell whether all words of a run of inline markup stand in elements that sign or date."""
    return inside(source, run, lambda token: signed(source, token) is not Signed.NO)


def inside(source: str, run: Iterable[Token], fits: Callable[[Token], bool]) -> bool:
    """Tell whether all words of a run of inline markup stand in elements whose tags fit."""
    within: list[str] = []
    count: Counter[str] = Counter()
    some = False
    for token in run:
        if token.kind is TokenKind.TEXT:
            worded = any(map(str.isalnum, source[token.start : token.end]))
            if worded and not within:
                return False
            some = some or worded
        elif token.kind is TokenKind.OPEN and token.name not in VOID and not source.endswith("/", 0, token.end - 1):
            if within or fits(token):
                within.append(token.name)
                count[token.name] += 1
        elif token.kind is TokenKind.CLOSE and count[token.name]:
            while count[token.name] and (last := within.pop()):
                count[last] -= 1
                if last == token.name:
                    break
    return some
