"""Owns where a link of a localized article leads: to the localized version where there is one, else to the original."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote, urlsplit

from l10n import locales
from l10n.publish.described import json_ld
from l10n.publish.layouts import LinkStyle, editions, for_language, layout, output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from l10n.config import Config
    from l10n.model import HeadPlace, LinkPlace, WorkHistory
    from l10n.publish.layouts import Layout

__all__ = ["Edits", "SiteMap", "address", "alternates", "built_address", "settle"]

Edits: TypeAlias = "tuple[tuple[int, int, str], ...]"
"""Start, end, and what is written there instead, ascending."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_UNSAFE = re.compile(r"[\x00-\x20\"'<>()\[\]{}|\\^`%?#&]")
_INDEX = frozenset({"index", "_index", "readme"})
_PAGE = re.compile(r"\.(?:html?|mdx?|markdown)\Z", re.IGNORECASE)
_MARKDOWN = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)
_FILENAME = re.compile(r"\{filename\}|\|filename\|")


@dataclass(frozen=True)
class SiteMap:
    """What is known of a site when all of it has been built."""

    config: Config
    articles: frozenset[str]
    """All articles of the project."""
    published: Callable[[str, str], bool]
    """Tells of an article and a locale whether there is a localized version."""
    exists: Callable[[str], bool]
    """Tells whether there is such a file, relative to the project."""
    original: Callable[[str, str], bool] = lambda _, __: False
    """Tells of the same whether nothing in it is translated, so that it is no version in that language."""
    stated: Callable[[str], str] = lambda _: ""
    """Tells where an article says that its page is; empty where that follows from its path."""

    def target(self, article: str, locale: str, link: LinkPlace) -> str | None:
        """Return what a link of a localized article is to lead to, as it is written; None where it stays as it is."""
        how = layout(self.config, locale)
        path, called = link.path, how.links is LinkStyle.FILENAME and _FILENAME.match(link.path)
        path = path[called.end() :] if called else path
        if not path or "{" in path or _ABSOLUTE.match(path):
            return None
        path = unquote(path)
        if path.startswith("/") and not called:
            return None if link.asset else self._of_site(path, locale, link)
        folder = self.config.articles
        start = folder if path.startswith("/") else posixpath.dirname(f"{folder}/{article}")
        name = posixpath.normpath(f"{start}/{path}")
        inner = posixpath.relpath(name, folder) if _below(name, folder) else ""
        if inner in self.articles:
            return self._to_article(article, inner, locale, link)
        page = "" if link.asset or called or posixpath.splitext(path)[1] else self._page(article, inner, path, how)
        if page:
            return self._to_page(article, page, locale, link)
        if not _outside(name) and self.exists(name):
            return self._to_file(article, name, locale, how.assets, path)
        return None

    def edits(
        self,
        article: str,
        locale: str,
        links: Sequence[LinkPlace],
        head: HeadPlace | None,
        known: WorkHistory | None = None,
    ) -> Edits:
        """Return what is to be written where in a localized article; its head tells what is `known` of its history."""
        seen: dict[tuple[str, bool, bool], str | None] = {}
        made: list[tuple[int, int, str]] = []
        for link in links:
            key = link.path, link.asset, link.field
            new = seen[key] if key in seen else seen.setdefault(key, self.target(article, locale, link))
            if new is not None:
                made.append((link.start, link.end, new))
        if head and self.config.site:
            told = "" if head.named else self._alternates(article, head)
            localized = locale != self.config.source and not self.original(article, locale)
            if known and localized and not head.described:
                versions = self.versions(article)
                original = versions.get(self.config.source) or page_address(self.config, article)
                told += json_ld(known, locale, self.config.source, (versions.get(locale, ""), original), head)
            made.append((head.end, head.end, told))
            country = head.country if localized and not head.named else None
            made += [(*country, locales.country(locale))] if country else []
        return tuple(sorted(made))

    def versions(self, article: str) -> dict[str, str]:
        """Return the versions of an article, the original first: language → address. None is missing that is there.

        The original is at the root of the site, whoever puts it there, unless it is built.
        """
        config = self.config
        found = {} if config.build_source else {config.source: page_address(config, article)}
        for locale in editions(config, config.locales):
            if self.published(article, locale) and not self.original(article, locale):
                found[locale] = built_address(config, article, locale)
        return found

    def _alternates(self, article: str, head: HeadPlace) -> str:
        """Name the versions of an article in all languages, itself among them, and the original for all others."""
        rows = alternates(self.config, self.versions(article))
        tags = (f'<link rel="alternate" hreflang="{lang}" href="{where}"{head.close}' for lang, where in rows)
        return "".join(f"{one}{head.newline}" for one in tags)

    def _of_site(self, path: str, locale: str, link: LinkPlace) -> str | None:
        """Lead an address of the site to the language, where its page is there in it."""
        how = layout(self.config, locale)
        inner = path.removeprefix(self._base) if path.startswith(f"{self._base}/") else ""
        name = self._pages.get(_address(inner)) if inner and how.root else None
        if name is None:
            return None
        if how.links is LinkStyle.RELREF and not link.field:
            return self._relref(name, locale)
        return f"{self._base}{for_language(how.root, locale)}{_quoted(inner)}" if self.published(name, locale) else None

    def _page(self, article: str, inner: str, path: str, how: Layout) -> str:
        """Return the article that a link without an ending leads to; empty for none."""
        here = posixpath.normpath(f"/{self._address_of(article)}/{path}") if how.pages else f"/{inner}"
        return self._pages.get(_address(here), "") if how.pages or inner else ""

    def _to_page(self, article: str, name: str, locale: str, link: LinkPlace) -> str | None:
        """Write a link without an ending: one that goes from page to page is right where both are in the language."""
        how = layout(self.config, locale)
        if how.links is LinkStyle.FILE and not how.pages:
            found = self._relative(article, name, locale)
            slash = link.path.endswith("/")
            bare = (posixpath.dirname(found) if slash else posixpath.splitext(found)[0]) or "."
            right = posixpath.normpath(unquote(link.path)) == posixpath.normpath(bare)
            return None if right else _quoted(bare) + "/" * slash
        if self.published(name, locale) or not how.pages:
            return None
        return self._relref(name, locale) if how.links is LinkStyle.RELREF else self._of_page(name)

    def _to_article(self, article: str, name: str, locale: str, link: LinkPlace) -> str | None:
        how = layout(self.config, locale)
        if how.links is LinkStyle.ADDRESS or (how.links is LinkStyle.RELREF and link.field):
            return self._of_page(name, for_language(how.root, locale) if self.published(name, locale) else "")
        if how.links is LinkStyle.RELREF:
            return self._relref(name, locale)
        if how.links is LinkStyle.ROOTED:
            return None if self.published(name, locale) else f"/{_quoted(name)}"
        if how.links not in {LinkStyle.FILE, LinkStyle.FILENAME}:
            return None
        relative = self._relative(article, name, locale)
        if how.links is LinkStyle.FILENAME:
            return f"{{filename}}{_quoted(relative)}"
        return None if posixpath.normpath(unquote(link.path)) == relative else _quoted(relative)

    def _of_page(self, name: str, root: str = "") -> str:
        address = self._address_of(name)
        own = self.stated(name).strip("/")
        shown = own if _PAGE.search(own) and address == _PAGE.sub("", own) else f"{address}/" if address else ""
        return f"{self._base}{root}/{_quoted(shown)}"

    def _address_of(self, name: str) -> str:
        """Return the address of an article's page, without slashes around it."""
        return _address(self.stated(name) or name)

    def _relref(self, name: str, locale: str) -> str | None:
        """Call Hugo for the address of a page, in the language or in the original's: pages are made of Markdown."""
        if not _MARKDOWN.search(name):
            return None
        language = "" if self.published(name, locale) else f' lang="{locales.tag(self.config.source).lower()}"'
        folder, _, last = name.rpartition("/")
        where = folder if last.startswith("_index.") else name
        return f'{{{{< relref path="/{where}"{language} >}}}}'

    def _relative(self, article: str, name: str, locale: str) -> str:
        """Return the path of an article's version for a language, else of the original, from where another is built."""
        known = reversed(editions(self.config, (locale,)))
        edition = next((one for one in known if self.published(name, one)), "")
        there = output(self.config, name, edition) if edition else f"{self.config.articles}/{name}"
        return posixpath.relpath(there, posixpath.dirname(output(self.config, article, locale)))

    def _to_file(self, article: str, name: str, locale: str, style: LinkStyle, path: str) -> str | None:
        if style is LinkStyle.FILE:
            relative = posixpath.relpath(name, posixpath.dirname(output(self.config, article, locale)))
            return None if posixpath.normpath(path) == relative else _quoted(relative)
        folder = self.config.articles
        if style is LinkStyle.ADDRESS and _below(name, folder):
            return f"{self._base}/{_quoted(posixpath.relpath(name, folder))}"
        return None

    @cached_property
    def _base(self) -> str:
        """What stands before all addresses of the site, without the slash at its end."""
        return urlsplit(self.config.site).path.rstrip("/")

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        """Address of a page, without slashes around it → its article."""
        return {self._address_of(name): name for name in sorted(self.articles, reverse=True)}


def address(config: Config, name: str) -> str:
    """Return the address of a file by its path below the root of the site."""
    return f"{config.site}{_quoted(name)}"


def page_address(config: Config, name: str) -> str:
    """Return the address of an article's page by the path of its file below the root of the site."""
    return address(config, f"{posixpath.splitext(name)[0]}{config.page_ending}" if config.page_ending else name)


def built_address(config: Config, article: str, locale: str) -> str:
    """Return the address of an article's page in a language."""
    return page_address(config, output(config, article, locale).removeprefix(f"{config.build}/"))


def alternates(config: Config, versions: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the tag of each language with the address of its version, and that of the original for all others."""
    yield from ((locales.tag(locale), where) for locale, where in versions.items())
    if config.source in versions:
        yield "x-default", versions[config.source]


def settle(text: str, edits: Edits) -> str:
    """Return a text with what is written anew in it."""
    out: list[str] = []
    done = 0
    for start, end, new in edits:
        out += [text[done:start], new]
        done = end
    return "".join([*out, text[done:]])


def _address(path: str) -> str:
    """Return the address of a page, without slashes around it, by the path of its file or by an address."""
    bare = _PAGE.sub("", path.strip("/"))
    folder, _, last = bare.rpartition("/")
    return folder if last.lower() in _INDEX else bare


def _quoted(path: str) -> str:
    """Write a path as a target: what would end it, or begin something else, in per cent signs."""
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", path)


def _outside(name: str) -> bool:
    return name == ".." or name.startswith(("../", "/"))


def _below(name: str, folder: str) -> bool:
    return (folder == "." and not _outside(name)) or name.startswith(f"{folder}/")
