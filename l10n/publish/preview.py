"""Owns the pages of a preview: an article in a language, what there is in a language, and what languages there are."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from l10n import filenames, locales
from l10n.languages import ENGLISH, direction
from l10n.publish.preview_style import POLICY, STYLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.model import Tally

__all__ = [
    "AS_ADDRESSES",
    "AS_FILES",
    "FILES",
    "START",
    "PreviewForm",
    "PreviewRow",
    "PreviewSite",
    "PreviewWords",
    "article_page",
    "language_page",
    "languages_page",
    "trouble_page",
]

FILES = "_files"
"""The folder of pictures, which no language is called."""
START = "index.html"
"""The first page, and that of a language: all pages of articles have the ending of their article besides."""
_PICTURE = re.compile(r"\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)\Z", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_INDEX = frozenset({"", "index", "_index", "readme"})
_STATES = ("reviewed", "draft", "stale", "missing")
_SHOWN = {"draft": "draft", "stale": "last-approved", "missing": "english-marked"}
"""State of words → how the article marks a text that is shown so."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """An article in a language, as it is told in lists and above its page; it pickles."""

    article: str
    locale: str
    title: str
    source: bool
    """The title is in the language of the articles."""
    words: Tally | None
    """Of the original, by what became of them; None for the original itself."""
    held: str = ""
    """Why it is not published yet; empty where it is."""


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """What is said above an article, in the language of whoever looks at it."""

    language: str = ENGLISH
    held: str = "Held"
    original: str = "The original"
    published: str = "Published"
    shares: str = "Published: of {total} words {told}"
    states: tuple[str, ...] = ("{n} reviewed", "{n} draft", "{n} stale", "{n} missing")
    """Of words, in the order of a `Tally`."""
    marks: tuple[str, ...] = ("", "a machine’s draft", "of an earlier original", "not translated")
    """What marks in the article mean, in the same order."""
    said: Callable[[str], str] | None = None
    """Why an article is held → the same in this language; None where it is that already."""


@dataclass(frozen=True, slots=True)
class PreviewForm:
    """Where pages and pictures of a preview are found, from its beginning on."""

    pages: str
    """What stands before the language of a page."""
    ending: str
    """What stands behind the path of its article."""
    files: str
    """The folder of pictures."""
    whole: bool
    """There are other pages to lead to, and pictures may lie anywhere in the project, not only beside articles."""


AS_FILES = PreviewForm("", ".html", FILES, whole=True)
"""A folder."""
AS_ADDRESSES = PreviewForm("preview/", "", "files", whole=False)
"""Addresses of a server, which shows one article in one language beside something else."""


@dataclass(frozen=True)
class PreviewSite:
    """What is known of a preview before any article is looked at; it pickles."""

    source: str
    """The language of the articles."""
    languages: tuple[str, ...]
    """Those that are shown, that of the articles first."""
    folder: str
    """The folder of the articles, relative to the project."""
    articles: tuple[str, ...]
    form: PreviewForm = AS_FILES
    words: PreviewWords = PreviewWords()

    def path(self, article: str, locale: str) -> str:
        """Return where the page of an article lies below the preview; no two articles share one."""
        return f"{self.form.pages}{locale}/{article}{self.form.ending}"

    def target(self, article: str, locale: str, written: str) -> str | None:
        """Return where a link of an article leads from its page; None for what is neither in the preview nor outside.

        An address of the site is looked for among the articles. A page that stands by itself leads to its own places.
        """
        if not self.form.whole:
            return written if written.startswith("#") else None
        if _SCHEME.match(written):
            whole = f"https:{written}" if written.startswith("//") else written
            return None if whole.lower().startswith("data:") else whole
        path, mark, anchor = written.partition("#")
        path = unquote(path.partition("?")[0])
        if not path:
            return written
        start = "" if path.startswith("/") else posixpath.dirname(article)
        found = posixpath.normpath(posixpath.join(start, path.lstrip("/")))
        name = found if found in self._all else self._known.get(_bare(found))
        return None if name is None else f"{self.way(article, locale, self.path(name, locale))}{mark}{anchor}"

    def picture(self, article: str, written: str) -> str:
        """Return the file, relative to the project, that an article shows; empty for what is no picture in it."""
        path = unquote(written.partition("#")[0].partition("?")[0])
        name = posixpath.normpath(f"{self.folder}/{posixpath.dirname(article)}/{path}")
        return name if self.shows(name) and not path.startswith("/") and not _SCHEME.match(written) else ""

    def shows(self, name: str) -> bool:
        """Tell whether a file, relative to the project, is one that articles may show.

        A hidden file is none, whatever an article says.
        """
        hidden = any(part.startswith(".") for part in name.split("/"))
        within = self.form.whole or filenames.within(name, self.folder)
        return _PICTURE.search(name) is not None and within and not hidden and "\0" not in name

    def shown(self, article: str, locale: str, name: str) -> str:
        """Return how the page of an article leads to such a file."""
        return self.way(article, locale, f"{self.form.files}/{name}")

    def way(self, article: str, locale: str, name: str) -> str:
        """Return how the page of an article leads to a file of the preview."""
        return _way(self.path(article, locale), name)

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(self.articles)

    @cached_property
    def _known(self) -> dict[str, str]:
        return {_bare(name): name for name in sorted(self.articles, reverse=True)}


def _bare(path: str) -> str:
    """Return what an article is called by path or address: without the ending of a page, and what begins a folder."""
    folder, _, last = path.strip("/").rpartition("/")
    stem = re.sub(r"\.(?:html?|mdx?|markdown|xhtml|te?xt)\Z", "", last, flags=re.IGNORECASE)
    return folder if stem.lower() in _INDEX else f"{folder}/{stem}".lstrip("/")


def article_page(site: PreviewSite, row: PreviewRow, versions: Sequence[PreviewRow], body: str) -> str:
    """Write the page of an article in a language; `versions` are all rows of it, and `body` is clean HTML."""
    here = site.path(row.article, row.locale)
    if row.held and row.locale != site.source and site.form.whole:
        way = _way(here, site.path(row.article, site.source))
        body = f'<p lang="en" dir="ltr"><a href="{way}">Read the original</a></p>\n'
    own = site.source if row.source or row.held else row.locale
    shown = not row.held and ("<h1" in body or escape(row.title) in body)
    title = "" if shown else f"<h1{_spoken(own, row.locale)}>{escape(row.title)}</h1>\n"
    around = _around(row, versions, site) if site.form.whole else ""
    bar = f"{around}{_state(row, site.words)}{_key(site, body)}"
    return _page(row.locale, row.title, bar, f"{title}{body}", site.words.language)


def trouble_page(message: str, language: str = ENGLISH) -> str:
    """Write the page that stands in the place of one that cannot be drawn."""
    return _page(language, "Preview", "", f'<p class="state">{escape(message)}</p>\n')


def language_page(site: PreviewSite, locale: str, rows: Iterable[PreviewRow]) -> str:
    """Write the list of the articles in a language."""
    here = f"{locale}/{START}"
    items = [_item(site, here, row) for row in rows]
    links = (_named(one, locale, _way(here, f"{one}/{START}")) for one in site.languages)
    bar = _top([f'<a href="{_way(here, START)}">Languages</a>']) + _switcher(links)
    main = f'<h1>{_name(locale)}</h1>\n<ul class="list">\n{"".join(items)}</ul>\n'
    return _page(locale, locales.display_name(locale, within=locale), bar, main)


def languages_page(site: PreviewSite, rows: Iterable[PreviewRow]) -> str:
    """Write the first page: the languages, and how far each has come; `rows` are those of all articles."""
    totals = {locale: _Totals() for locale in site.languages}
    for row in rows:
        totals[row.locale] = totals[row.locale].with_row(row)
    items = [
        f'<li><a href="{locale}/{START}"{_spoken(locale, "en")}>{_name(locale)}</a>\n{one.told()}</li>\n'
        for locale, one in totals.items()
    ]
    return _page("en", "Preview", "", f'<h1>Preview</h1>\n<ul class="list">\n{"".join(items)}</ul>\n')


@dataclass(frozen=True, slots=True)
class _Totals:
    """What there is in a language."""

    published: int = 0
    held: int = 0
    words: Tally | None = None

    def with_row(self, row: PreviewRow) -> _Totals:
        words = row.words if self.words is None or row.words is None else self.words + row.words
        return _Totals(self.published + (not row.held), self.held + bool(row.held), words)

    def told(self) -> str:
        held = f", {self.held} held" if self.held else ""
        told = ", ".join(f"{count} {state}" for state, count in _counts(self.words) if count) if self.words else ""
        shares = f": of {self.words.total} words {told}" if self.words and told else ""
        return f"<p>{self.published} published{held}{shares}</p>\n{_share(self.words)}"


def _page(locale: str, title: str, bar: str, main: str, spoken: str = ENGLISH) -> str:
    told = f'lang="{locales.tag(spoken)}" dir="{direction(spoken)}"'
    head = f'<header class="bar" {told}><div>\n{bar}</div></header>\n' if bar else ""
    return (
        f'<!doctype html>\n<html lang="{locales.tag(locale)}" dir="{direction(locale)}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{head}<main>\n{main}</main>\n"
        "</body>\n</html>\n"
    )


def _around(row: PreviewRow, versions: Iterable[PreviewRow], site: PreviewSite) -> str:
    """Lead from the page of an article to the lists and the other languages."""
    here = site.path(row.article, row.locale)
    top = [
        f'<a href="{_way(here, START)}">Languages</a>',
        f'<a href="{_way(here, f"{row.locale}/{START}")}">All articles</a>',
        f"<code>{escape(row.article)}</code>",
    ]
    links = (_language(one, row, _way(here, site.path(one.article, one.locale))) for one in versions)
    return f"{_top(top)}{_switcher(links)}"


def _top(links: Iterable[str]) -> str:
    return f'<div class="where">{" ".join(links)}</div>\n'


def _switcher(links: Iterable[str]) -> str:
    return f'<nav aria-label="Languages"><ul class="languages">\n{"".join(links)}</ul></nav>\n'


def _language(one: PreviewRow, here: PreviewRow, way: str) -> str:
    return _named(one.locale, here.locale, way, held=bool(one.held))


def _named(locale: str, here: str, way: str, *, held: bool = False) -> str:
    name = _name(locale)
    spoken = _spoken(locale, "en")
    if locale == here:
        return f'<li><b aria-current="page"{spoken}>{name}</b></li>\n'
    shown = ' class="held" title="held"' if held else ""
    return f'<li><a href="{way}"{shown}{spoken} hreflang="{locales.tag(locale)}">{name}</a></li>\n'


def _name(locale: str) -> str:
    """Return what a language is called in itself."""
    return escape(locales.display_name(locale, within=locale))


def _item(site: PreviewSite, here: str, row: PreviewRow) -> str:
    own = site.source if row.source or row.held else row.locale
    link = (
        f'<a href="{_way(here, site.path(row.article, row.locale))}"{_spoken(own, row.locale)}>{escape(row.title)}</a>'
    )
    original = f'<a href="{_way(here, site.path(row.article, site.source))}">the original</a>'
    more = "" if row.locale == site.source else f" · {original}"
    about = f"<p><code>{escape(row.article)}</code>{more}</p>{_state(row, site.words)}"
    return f'<li>{link}\n<div lang="en" dir="ltr">{about}</div></li>\n'


def _state(row: PreviewRow, words: PreviewWords) -> str:
    """Tell what became of an article in a language, and of its words."""
    if row.held:
        why = words.said(row.held) if words.said else row.held
        said = f'<b class="held-for">{words.held}</b>: {escape(why)}'
    elif row.words is None or not row.words.total:
        said = words.original if row.words is None else words.published
    else:
        said = _shares(row.words, words)
    return f'<p class="state">{said}</p>\n{_share(row.words)}'


def _key(site: PreviewSite, body: str) -> str:
    """Say what the marks mean that an article has."""
    told, lang = "", locales.tag(site.source)
    for state, said in zip(_STATES, site.words.marks, strict=True):
        mark = f'data-shown="{_SHOWN.get(state)}"'
        of = f' lang="{lang}"' if state == "missing" else ""
        inner = f"<span{_spoken(site.words.language, site.source)}>{escape(said)}</span>" if of else escape(said)
        told += f"<span {mark}{of}>{inner}</span>" if mark in body else ""
    return f'<p class="state key">{told}</p>\n' if told else ""


def _shares(tally: Tally, words: PreviewWords) -> str:
    """Say how many words are in which state."""
    told = zip(words.states, (count for _, count in _counts(tally)), strict=True)
    return words.shares.format(total=tally.total, told=", ".join(said.format(n=n) for said, n in told if n))


def _share(words: Tally | None) -> str:
    """Draw it: sizes are attributes, as the policy lets no element have a style of its own."""
    if words is None or not words.total:
        return ""
    sizes = [round(1000 * count / words.total) for _, count in _counts(words)]
    starts = accumulate(sizes, initial=0)
    parts = "".join(
        f'<rect class="{state}" x="{start}" width="{size}" height="1"/>'
        for state, start, size in zip(_STATES, starts, sizes, strict=False)
        if size
    )
    return f'<svg class="share" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">{parts}</svg>\n'


def _counts(words: Tally) -> list[tuple[str, int]]:
    return [(state, getattr(words, state)) for state in _STATES]


def _spoken(locale: str, around: str) -> str:
    """Return what an element says of its language, where that around it is another."""
    return f' lang="{locales.tag(locale)}" dir="{direction(locale)}"' if locale != around else ""


def _way(here: str, there: str) -> str:
    return quote(posixpath.relpath(there, posixpath.dirname(here)))
