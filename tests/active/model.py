"""Owns what an article is that is attacked, and a place in it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CODE", "Article", "Place"]

CODE = "<img src=x onerror=fired()>"
"""What the source shows as code; a translation must not let it become what it looks like."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an article where a translation stands."""

    name: str
    source: str
    frame: str = "{}"
    """The translation of the segment, with braces where its text goes; markup of the source stands around them."""
    context: str = ""
    harmless: str = "배가 돌아왔다."

    def filled(self, text: str) -> str:
        """Return the translation with this text in it."""
        return self.frame.replace("{}", text)


@dataclass(frozen=True, slots=True)
class Article:
    """An article that is attacked."""

    name: str
    path: str
    """How it ends, after a number; what lies in `s/` is cut into sentences."""
    source: str
    places: tuple[Place, ...]
    code: tuple[str, str, str] = ("`", CODE, "`")
    """The code of the place `code` in the format's own markup, and what opens and closes it."""
