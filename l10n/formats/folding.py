"""Owns the folding of soft line breaks: a segment's text on one line, with the way back to its raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Folded", "fold", "unbroken"]

_BROKEN = re.compile(r"(?<=[^\W_]-)[ \t\r\n]++(?=[^\W\d_])(?!(?:and|but|nor|or|through|to|versus|vs)(?![\w-]))")
"""White space behind a hyphen, save before words that a second half of a word stands behind: `pre- and post-war`."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A raw text with its line breaks folded."""

    text: str
    origin: tuple[int, ...]
    """`origin[i]` is the index in raw of `text[i]`; one more than `text` has characters, the last is the end of raw."""


def fold(raw: str, prefix: str = "", *, keep: tuple[tuple[int, int], ...] = (), hyphens: bool = False) -> Folded:
    """Replace each run of line breaks, with the white space and prefixes around them, by one space.

    `prefix` is what the format writes after a line break (`> `); a line that has it without its trailing white
    space, or lacks it (a lazy line), folds too. Breaks that begin inside a range of `keep` (ascending) stay. With
    `hyphens`, one between a hyphen and the small letter of the word that it is in becomes nothing.
    """
    marker = prefix.strip(" \t")
    after = rf"(?:[ \t]*{re.escape(marker)})?[ \t]*" if marker else r"[ \t]*"
    text: list[str] = []
    origin: list[int] = []
    done = held = 0
    for found in re.finditer(rf"(?<![ \t])[ \t]*+(?:(?:\r\n|\r|\n){after})+", raw):
        while held < len(keep) and keep[held][1] <= found.start():
            held += 1
        if held < len(keep) and keep[held][0] <= found.start():
            continue
        within = hyphens and _splits(raw, found.start())
        text.append(raw[done : found.start()] + ("" if within else " "))
        origin.extend(range(done, found.start() + (not within)))
        done = found.end()
    text.append(raw[done:])
    origin.extend(range(done, len(raw) + 1))
    return Folded("".join(text), tuple(origin))


def unbroken(text: str) -> str:
    """Return a text without white space in words that were wrapped at their hyphen."""
    return _BROKEN.sub(lambda found: "" if text[found.end()].islower() else found[0], text) if "- " in text else text


def _splits(raw: str, place: int) -> bool:
    """Tell whether the white space at a place stands in a word that was wrapped at its hyphen."""
    found = _BROKEN.match(raw, place)
    return found is not None and raw[found.end()].islower()
