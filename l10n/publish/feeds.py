"""Owns the feeds of a language: what is published in it, newest first, as Atom (RFC 4287) and as JSON Feed 1.1."""

from __future__ import annotations

import heapq
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from l10n import locales

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.publish.teaser import Teaser

__all__ = ["MOST", "Feed", "FeedEntry", "atom", "json_feed", "newest"]

MOST = 50
"""Articles in a feed."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, in whatever spelling."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article in a feed."""

    address: str
    """Where its page is; it is known by it, too."""
    teaser: Teaser
    """With a time."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What is published in a language."""

    locale: str
    source: str
    """The language of the articles."""
    site: str
    """The address of the site."""
    address: str
    """Where the feed itself is."""
    entries: tuple[FeedEntry, ...]
    """The newest first; at least one."""

    @property
    def title(self) -> str:
        """What the feed is called: the site, and the language in its own words."""
        return f"{self.host} · {locales.display_name(self.locale, within=self.locale)}"

    @property
    def host(self) -> str:
        """Who is named as the author: articles say it in too many ways."""
        return urlsplit(self.site).netloc

    @property
    def updated(self) -> str:
        """When anything in it changed last, by what the articles say: no clock is asked."""
        return max(one.teaser.updated for one in self.entries)


def newest(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Return the entries that a feed has, the newest first; of one time in the order of their addresses."""
    dated = (one for one in entries if one.teaser.published)
    listed = sorted(dated, key=lambda one: one.address)
    return tuple(heapq.nlargest(MOST, listed, key=lambda one: one.teaser.published))


def atom(feed: Feed) -> str:
    """Write a feed as Atom."""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": locales.tag(feed.locale)})
    _add(root, "title", feed.title)
    _add(root, "id", feed.address)
    _add(root, "updated", feed.updated)
    _add(_add(root, "author"), "name", feed.host)
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    _add(root, "link", rel="alternate", href=feed.site)
    for one in feed.entries:
        told, entry = one.teaser, _add(root, "entry")
        _add(entry, "title", _plain(told.title.words), **_own(feed, source=told.title.source))
        _add(entry, "id", one.address)
        _add(entry, "link", rel="alternate", href=one.address)
        _add(entry, "published", told.published)
        _add(entry, "updated", told.updated)
        if about := _about(told):
            _add(entry, "summary", about, **_own(feed, source=told.summary.source and not told.disclosure))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def json_feed(feed: Feed) -> str:
    """Write a feed as JSON Feed 1.1."""
    items = [
        {
            "id": one.address,
            "url": one.address,
            "title": _plain(one.teaser.title.words),
            "content_text": _about(one.teaser),
            "date_published": one.teaser.published,
            "date_modified": one.teaser.updated,
            "language": locales.tag(feed.source if one.teaser.title.source else feed.locale),
        }
        for one in feed.entries
    ]
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.site,
        "feed_url": feed.address,
        "language": locales.tag(feed.locale),
        "authors": [{"name": feed.host}],
        "items": items,
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n"


def _plain(text: str) -> str:
    """Return a text without what XML, and UTF-8, cannot hold."""
    return _NO_XML.sub("", text)


def _about(told: Teaser) -> str:
    """Return what readers are told of an article: first where its texts come from, as in the article."""
    return _plain(" ".join(filter(None, (told.disclosure, told.summary.words))))


def _own(feed: Feed, *, source: bool) -> dict[str, str]:
    """Return the attribute of a text that is in another language than its feed."""
    return {"xml:lang": locales.tag(feed.source)} if source and feed.source != feed.locale else {}


def _add(parent: ET.Element, name: str, text: str = "", /, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, name, attributes)
    made.text = text or None
    return made
