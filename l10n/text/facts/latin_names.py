"""Owns acronyms and names in Latin letters that a translation spells unlike its source."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Misspelt", "misspelt", "unknown"]

Misspelt = tuple[str, int, int]
"""What the source has, empty where nothing is alike, and where the other begins and ends in the target."""

_ACRONYM = re.compile(r"(?<![A-Za-z0-9_.@#/&'’-])[A-Z]{2,6}(?![A-Za-z0-9_@/&]|[.-][A-Za-z0-9]|['’][A-Za-z])")
_SOURCE = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z](?=[a-z]*[A-Z])[A-Za-z]*+\b|\b(?=[A-Za-z]*?[A-Z]{2})[A-Za-z0-9]*+\b")
_PLURAL = re.compile(r"(?<=[A-Z])(?:s|\d+)\Z")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to", "de", "a", "&"})
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "AI AM AP CCTV CD CEO CFO CIA CNN COO CT DJ DMZ DNA DVD EC EU FA FBI FIFA GB GDP GMT GPS HIV ID IMF IOC IP IQ "
        "IS ISIS IT KG KM KO LED LGBT MC MP MRI MS MVP NASA NATO NBA NFL NG NGO NHK NPO OECD OK OS PC PD PDF PK PM PR "
        "PTSD QR SF SMS SNS SUV TV UEFA UFO UK UN UNESCO UNICEF URL US USA USB VIP VR VS WC WHO WTO",
    )
)
"""Acronyms that East Asian and Arabic newspapers use where English has words."""
_LATIN = re.compile(r"(?<![\w.@#/-])[A-ZÀ-Þ][a-zà-ÿ]{4,}(?![\w@/])")
_BRACKETED = re.compile(r"\([A-Z]{2,6}\)")
"""An acronym behind what it stands for, which is none of its initials."""
_SHORT = 7
_MOST = 200
"""Names of a text that are looked at: each is compared with each of the other text."""


def unknown(source: str, target: str) -> Iterator[Misspelt]:
    """Yield the acronyms of a target in another script that its English source does not have.

    With each comes the acronym of the source that it is nearly like and that the target has nowhere. Initials of words
    of the source (`State Security Department`) and acronyms in general use are known.
    """
    found = list(_ACRONYM.finditer(target))
    if not found:
        return
    used = {match.group() for match in found}
    written = {_PLURAL.sub("", match.group().replace(".", "")) for match in _SOURCE.finditer(source)}
    words = _WORD.findall(_BRACKETED.sub(" ", source))
    known = {word.upper() for word in _WORD.findall(source)} | {one.upper() for one in written}
    initials = "".join(word[0] for word in words).upper()
    capitals = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    near = [one for one in sorted(written - used) if len(one) > 2 and one.isupper()][:_MOST]  # noqa: PLR2004  UK is no UN
    for match in found:
        name = match.group()
        if name in known or name in initials or name in capitals:
            continue
        like = next((one for one in near if OSA.distance(one, name) == 1), "")
        if like or name not in _COMMON:
            yield like, *match.span()


def misspelt(source: str, target: str, *, latin: bool) -> Iterator[Misspelt]:
    """Yield the names of a target that are nearly a name of its source which the target has nowhere.

    In a language in Latin letters names have spellings of their own (`México`, `Centre`): there only two letters that
    changed places count.
    """
    known = frozenset(_WORD.findall(source))
    new = (match for match in _LATIN.finditer(target) if match.group() not in known)
    found = [match for match in islice(new, _MOST) if match.group() not in source]
    if not found:
        return
    written = frozenset(_WORD.findall(target))
    lost = (name for name in dict.fromkeys(match.group() for match in _LATIN.finditer(source)) if name not in written)
    names = [name for name in islice(lost, _MOST) if name not in target]
    for match in found:
        name = match.group()
        for other in names:
            if _alike(name, other, latin=latin):
                yield other, *match.span()
                break


def _alike(name: str, other: str, *, latin: bool) -> bool:
    if abs(len(name) - len(other)) > 2 or name[0] != other[0]:  # noqa: PLR2004
        return False
    if latin:
        differing = {one for one, two in zip(name, other, strict=False) if one != two}
        swapped = len(name) == len(other) and sorted(name) == sorted(other) and OSA.distance(name, other) == 1
        return swapped and differing not in ({"e", "r"}, {"e", "l"})
    if name + "s" == other or other + "s" == name:
        return False
    return OSA.distance(name, other, score_cutoff=2) <= (1 if len(other) < _SHORT else 2)
