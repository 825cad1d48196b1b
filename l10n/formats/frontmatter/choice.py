"""Owns which fields of front matter are translated, and which of the others read like text.

A field that is named is translated if it has a letter in it. A field that is taken by default must not look like an
id, a date, a slug or an address besides, and below a wildcard, where nobody has seen the names, it must look like
prose and not be called like something technical.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n import fieldpaths
from l10n.fieldpaths import ALWAYS, LIKELY, RESERVED, nameable
from l10n.formats.prose import has_looks, is_text, lettered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.fieldpaths import FieldPath, FieldPlace

__all__ = ["Choice", "choice", "reads_like_text"]


def _words(*rows: str) -> frozenset[str]:
    """Return the words of some rows."""
    return frozenset(" ".join(rows).split())


_TEXT_NAMES = _words(
    "title subtitle headline heading subheading label name text details description desc summary caption alt tagline",
    "slogan lede lead intro teaser excerpt question answer quote body content note hint placeholder cta message",
    "tag tags category categories keyword keywords topic topics",
)
"""A field whose name ends so holds words, be it one word in small letters."""
_TECHNICAL = _words(
    "id ids uid uuid guid key keys slug slugs permalink permalinks url urls uri href link links to src source path",
    "paths file files filename dir image images img picture photo thumbnail thumb cover logo icon icons avatar favicon",
    "emoji video audio media date dates datetime time timestamp created updated modified published expires lastmod",
    "publishdate year month day hour weight order priority position layout layouts template templates view type types",
    "kind theme variant style styles class classes classname css color colour background target rel lang language",
    "locale version sha hash digest alias aliases redirect redirects from component components script scripts js code",
    "math format size width height align alignment collection menu parent prev next namespace module command env regex",
    "pattern query email mail phone doi isbn issn orcid bibliography csl encoding charset signature signatures",
)
"""A field whose name ends so holds nothing that a reader reads."""
_WORDS_OF_NAME = re.compile(r"[A-Z]*[a-z]+|[A-Z]+|[^\W\d_A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which fields a project wants translated."""

    named: tuple[FieldPath, ...]
    away: tuple[FieldPath, ...]
    likely: tuple[FieldPath, ...]
    always: tuple[FieldPath, ...]
    wild: tuple[FieldPath, ...]

    def takes(self, place: FieldPlace, text: str) -> bool:
        """Tell whether the text at a place is translated."""
        if not lettered(text) or not _nameable(place):
            return False
        if _any(self.named, place):
            return True
        if _any(self.away, place):
            return False
        if _any(self.always, place):
            return True
        if _any(self.likely, place):
            return is_text(text)
        return _any(self.wild, place) and reads_like_text(place, text)


def _any(paths: Sequence[FieldPath], place: FieldPlace) -> bool:
    return any(path.matches(place) for path in paths)


def _nameable(place: FieldPlace) -> bool:
    return place[0] not in RESERVED and all(nameable(step) for step in place if isinstance(step, str))


@lru_cache(maxsize=256)
def choice(names: tuple[str, ...]) -> Choice:
    """Return what the texts of the key `front-matter` say besides the default fields."""
    paths = [fieldpaths.parse(name) for name in names]
    likely = [fieldpaths.parse(name) for name in LIKELY]
    wild = [path for path in (*paths, *likely) if path.wild and not path.taken_away]
    return Choice(
        named=tuple(path for path in paths if not path.taken_away and not path.wild),
        away=tuple(path for path in paths if path.taken_away),
        likely=tuple(path for path in likely if not path.wild),
        always=tuple(map(fieldpaths.parse, ALWAYS)),
        wild=tuple(wild),
    )


def reads_like_text(place: FieldPlace, text: str) -> bool:
    """Tell whether a value of which only the name and the words are known is meant for readers."""
    named = [step for step in place if isinstance(step, str)]
    last = (_WORDS_OF_NAME.findall(named[-1]) or [""])[-1].lower()
    if not nameable(named[0]) or named[0] in RESERVED or last in _TECHNICAL or not is_text(text):
        return False
    return last in _TEXT_NAMES or has_looks(text)
