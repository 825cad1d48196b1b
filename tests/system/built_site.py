"""Owns what a built site says of itself: its pages, their language and versions, and which links lead nowhere."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BuiltPage", "broken", "led_to", "pages"]


class BuiltPage(HTMLParser):
    """What a page says of itself and leads to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = {"_top"}
        self.lang = ""
        self.alternates: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        said = {name: value or "" for name, value in attrs}
        self.names |= {said[one] for one in ("id", "name") if one in said}
        self.lang = said.get("lang", "") if tag == "html" else self.lang
        if tag == "link":
            if "hreflang" in said and said.get("rel") == "alternate":
                self.alternates[said["hreflang"].lower()] = said["href"]
            return
        self.links += [said[one] for one in ("href", "src") if said.get(one)]


def pages(folder: Path) -> dict[str, BuiltPage]:
    """Return the pages of a site by their paths."""
    found = sorted(folder.rglob("*.html"))
    return {path.relative_to(folder).as_posix(): BuiltPage(path.read_text(encoding="utf-8")) for path in found}


def led_to(folder: Path, page: str, target: str) -> str:
    """Return the file of the site that a link leads to; empty for none."""
    path = unquote(urlsplit(target).path)
    where = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
    name = posixpath.normpath(where) if path else page
    tried = [f"{name}/index.html"] if path.endswith("/") else [name, f"{name}.html", f"{name}/index.html"]
    return next((posixpath.normpath(one) for one in tried if (folder / one).is_file()), "")


def broken(folder: Path, built: dict[str, BuiltPage]) -> list[tuple[str, str]]:
    """Return each link that leads nowhere, with its page."""
    found = []
    for name, page in built.items():
        for target in page.links:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            there = led_to(folder, name, target)
            named = built[there].names if there in built else {unquote(parts.fragment)}
            if not there or (parts.fragment and unquote(parts.fragment) not in named):
                found.append((name, target))
    return found
