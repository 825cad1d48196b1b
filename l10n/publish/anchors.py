"""Owns the anchors of headings: those of the English words, by each generator's rule, kept in a localized article."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from l10n.model import HeadingPlace
    from l10n.publish.layouts import HeadingIds

__all__ = ["SLUGS", "anchored", "ids"]

_PUNCTUATION = re.compile(r"[\s~`!@#$%^&*()\-_+=[\]{}|\\;:\"'“”‘’<>,.?/]+")


def _github(words: str) -> str:
    """Keep letters, figures, `_` and `-`; a space is a `-` (github-slugger, Goldmark in Hugo)."""
    return re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")


def _python(words: str) -> str:
    """Keep what is ASCII, with one `-` for what is between (Python-Markdown, `toc.slugify`)."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _vitepress(words: str) -> str:
    """Put one `-` for all that is no letter, and nothing before a figure but `_` (`@mdit-vue/shared`, `slugify`)."""
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", words))
    slug = _PUNCTUATION.sub("-", plain).strip("-")
    return re.sub(r"\A(\d)", r"_\1", slug).lower()


def _kramdown(words: str) -> str:
    """Begin with the first letter and keep what is ASCII (kramdown, `generate_id`)."""
    kept = re.sub(r"[^A-Za-z0-9 -]", "", re.sub(r"\A[^A-Za-z]+", "", words))
    return kept.replace(" ", "-").lower() or "section"


SLUGS: Mapping[str, tuple[Callable[[str], str], str]] = {
    "github": (_github, "-"),
    "kramdown": (_kramdown, "-"),
    "python": (_python, "_"),
    "vitepress": (_vitepress, "-"),
}
"""Name of a rule → how it makes an anchor of words, and what stands before the number of one that is there already."""


def ids(headings: Sequence[HeadingPlace], rule: str) -> Iterator[str]:
    """Yield the anchor of each heading, as the generator makes it where the author has not."""
    slug, joint = SLUGS[rule]
    taken: set[str] = {one.id for one in headings if one.id}
    for one in headings:
        base = name = one.id or slug(one.words)
        number = 0
        while not one.id and name in taken:
            number += 1
            name = f"{base}{joint}{number}"
        taken.add(name)
        yield name


def anchored(text: str, source: Sequence[HeadingPlace], found: Sequence[HeadingPlace], how: HeadingIds) -> str:
    """Return a localized text whose headings have the anchors of those of its source.

    Nothing is written where the author has named a heading, where its words are those of the source, or where the two
    texts have not the same headings.
    """
    if len(source) != len(found):
        return text
    out: list[str] = []
    done = 0
    for name, before, after in zip(ids(source, how.slug), source, found, strict=True):
        if name and not after.listed and after.words != before.words:
            out += [text[done : after.end], how.written.format(id=name)]
            done = after.end
    return "".join([*out, text[done:]])
