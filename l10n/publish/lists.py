"""Owns the lists of what is published: which files they are, and what of a build stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from l10n.publish.feeds import MOST, Feed, FeedEntry, atom, json_feed, newest
from l10n.publish.layouts import editions, output
from l10n.publish.links import address, alternates, built_address
from l10n.publish.sitemap import sitemaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.config import Config
    from l10n.publish.links import SiteMap
    from l10n.publish.teaser import Teaser

__all__ = ["PublishedLists"]

_FEEDS = {"feed.atom": atom, "feed.json": json_feed}
"""The files of a language, where an article of that name would be built, and how they are written."""
_KEPT = "%/:?#[]@!$&'()*+,;=~"
"""What addresses have besides letters and figures."""
_SHOWN = 5


class PublishedLists:
    """Takes what is told of one article after the other, and says at last what is in the lists."""

    def __init__(self, config: Config, chosen: Iterable[str]) -> None:
        """Take the configuration, which says what is asked for, and the locales that are built."""
        self._config = config
        self._entries: dict[str, list[FeedEntry]] = {locale: [] for locale in editions(config, chosen)}
        self._undated: dict[str, None] = {}

    def take(self, article: str, locale: str, told: Teaser) -> None:
        """Take what is told of an article that is published in a language."""
        if not told.published:
            self._undated[article] = None
            return
        entries = self._entries[locale]
        entries.append(FeedEntry(_ascii(built_address(self._config, article, locale)), told))
        if len(entries) > 20 * MOST:
            entries[:] = newest(entries)

    def files(self, articles: Iterable[str], site: SiteMap) -> Iterator[tuple[str, str]]:
        """Yield each file, relative to the project, with its text; none that would be empty."""
        config = self._config
        for locale, entries in self._entries.items() if config.feeds else ():
            listed = newest(entries)
            for last, write in _FEEDS.items() if listed else ():
                name = output(config, last, locale)
                where = _ascii(address(config, name.removeprefix(f"{config.build}/")))
                yield name, write(Feed(locale, config.source, config.site, where, listed))
        if config.sitemap:
            for last, text in sitemaps(self._pages(articles, site), config.site):
                yield f"{config.build}/{last}", text

    def notice(self) -> str:
        """Say which articles are in no feed, as they state no date; empty where all do."""
        undated = sorted(self._undated) if self._config.feeds else []
        if not undated:
            return ""
        shown = ", ".join(undated[:_SHOWN]) + (f" and {len(undated) - _SHOWN} more" if len(undated) > _SHOWN else "")
        return f"feeds leave out what states no date: {shown}"

    def _pages(self, articles: Iterable[str], site: SiteMap) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
        """Yield the versions of each article that has some besides an original which others publish."""
        for article in articles:
            found = {locale: _ascii(where) for locale, where in site.versions(article).items()}
            if self._config.build_source or len(found) > 1:
                yield list(found.values()), list(alternates(self._config, found))


def _ascii(where: str) -> str:
    """Return an address as programs write it that know no other letters."""
    return quote(where, safe=_KEPT)
