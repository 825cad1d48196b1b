"""Owns the sitemap: every page with its versions in all languages, as sitemaps.org and search engines ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["sitemaps"]

_PAGES = 50_000
"""Addresses that a sitemap may have."""
_BYTES = 50_000_000
"""Bytes that it may have; the protocol says 52,428,800."""
_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemaps(
    pages: Iterable[tuple[Sequence[str], Sequence[tuple[str, str]]]],
    site: str,
    *,
    most: tuple[int, int] = (_PAGES, _BYTES),
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file: `sitemap.xml`, or an index of that name and the parts that it lists.

    `pages` are the versions of each article, and the languages that each of them names with addresses. No file has
    more than so many pages and bytes. There is none where there is no page.
    """
    done: list[str] = []
    part: list[str] = []
    size = 0
    for addresses, alternates in pages:
        links = "".join(
            f'    <xhtml:link rel="alternate" hreflang={quoteattr(lang)} href={quoteattr(where)}/>\n'
            for lang, where in alternates
        )
        for address in addresses:
            row = f"  <url>\n    <loc>{escape(address)}</loc>\n{links}  </url>\n"
            long = len(row.encode())
            if part and (len(part) >= most[0] or size + long > most[1]):
                done.append(f"sitemap-{len(done) + 1}.xml")
                yield done[-1], _written("urlset", part)
                part, size = [], 0
            part.append(row)
            size += long
    if not done:
        yield from [("sitemap.xml", _written("urlset", part))] if part else []
        return
    done.append(f"sitemap-{len(done) + 1}.xml")
    yield done[-1], _written("urlset", part)
    rows = [f"  <sitemap>\n    <loc>{escape(site + name)}</loc>\n  </sitemap>\n" for name in done]
    yield "sitemap.xml", _written("sitemapindex", rows)


def _written(name: str, rows: Iterable[str]) -> str:
    return f"{_HEAD.format(name=name)}{''.join(rows)}</{name}>\n"
