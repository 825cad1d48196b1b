"""Owns where the links and images of a text lead, however the address is disguised."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SAFE", "Link", "bare", "bares", "links", "origin", "plain", "runs", "scheme"]

SAFE = frozenset(["", "https"])
"""The schemes of an address that any text may link to; a page of the same site has none."""
_RUNS = frozenset(["javascript", "vbscript", "data"])
_UNSEEN = re.compile("[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[/\\]{2,}([^/\\?#]*)")
_BRACKET = re.compile(r"(?P<skip>\\.)|(?P<open>!?\[)|(?P<close>\](?P<leads>\(|:)?)", re.DOTALL)
_ADDRESSES = {
    "(": re.compile(r"\s*+(?:<([^<>]*+)>|((?:&#[xX]?0*+|[^()]){0,2000}+))"),
    ":": re.compile(r"\s*+(?:<([^<>]*+)>|((?:&#[xX]?0*+|[^\s<>]){0,2000}+))"),
}
"""Of a link, where some renderers allow white space, and of a definition; a reference may have any zeros."""
_BARE = re.compile(r"(?i)(?<![A-Za-z0-9])(http|ftp)://[^\s<>]+")
"""What renderers make a link of without being asked (GFM, "Autolinks"); what names no scheme is words."""
_TIMES = 3
"""How often an address may be encoded."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image as Markdown writes it."""

    start: int
    """Of its first sign: a bracket, or the `!` of an image."""
    end: int
    """Behind the address and the sign that ends it."""
    address: str
    image: bool


def links(text: str) -> Iterator[Link]:
    """Yield what may be a link, an image or the definition of one; an image by a label leads nowhere we know.

    What closes a bracket that stands in another text may be an image: the two texts may be one paragraph.
    """
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found["open"]:
            opened.append(found.start())
        elif found["close"]:
            stray = not opened
            first = found.start() if stray else opened.pop()
            image = text.startswith("!", first)
            address = _ADDRESSES[found["leads"]].match(text, found.end()) if found["leads"] else None
            if address:
                end = address.end() + text.startswith((")", ">"), address.end())
                yield Link(first, end, address[1] or address[2] or "", image or stray)
            elif image:
                yield Link(first, found.end(), "", image)


def bare(text: str) -> bool:
    """Tell whether a text may hold an address that nothing marks as one."""
    return "://" in text


def bares(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and scheme of each address that nothing marks as one, and that does not lead over https."""
    for found in _BARE.finditer(text) if bare(text) else ():
        yield *found.span(), found[1].lower()


def plain(address: str, *, backslash: str = "") -> str:
    """Return an address as a browser understands it in the end: decoded, without white space, in lower case.

    A backslash is nothing to Markdown where it escapes a sign, and a slash to browsers.
    """
    before = ""
    for _ in range(_TIMES):
        if before == address:
            break
        before, address = address, html.unescape(address)
    return _UNSEEN.sub("", address).replace("\\", backslash).lower()


def scheme(address: str) -> str:
    """Return the scheme of an address; empty without one, `https` where it is the page's own."""
    shown = plain(address)
    found = _SCHEME.match(shown)
    return found[1] if found else "https" if shown.startswith("//") else ""


def runs(address: str) -> bool:
    """Tell whether a browser runs what an address holds."""
    return scheme(address) in _RUNS


def origin(address: str) -> str:
    """Return the scheme and the host of an address; empty within the site, all of it where no host is named."""
    shown = plain(address, backslash="/")
    host = _HOST.match(shown)
    if host:
        return f"{scheme(address)}://{host[1]}"
    return shown if _SCHEME.match(shown) else ""
